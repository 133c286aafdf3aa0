// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/SaleService.h"
#include "models/tables/Format.h"
#include "models/tables/SoughtOrder.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLabel)

namespace okoshko {

class ActionButton;
class Counter;
class WaitLine;

/// Looks at the server for an order that was made here or elsewhere and is not in the list: among the orders of the
/// last days or of one event ("serverPlaces", "serverLookButton"), and says how far it looked ("serverLookLine"). What
/// is found joins the list, and the newest of it is selected. Hidden while the search field is empty.
class ServerLook final : public QWidget
{
    Q_OBJECT
public:
    ServerLook(Counter &counter, const Format &format, QWidget *parent);

    /// Ends a look for an earlier text.
    void seek(const QString &typed);
    /// Another order was selected: removes the result of a look whose text is gone.
    void forget();

Q_SIGNALS:
    void orderRequested(const okoshko::OrderId &id);

private:
    /// Of the list of places: days or an event.
    enum Role { DaysRole = Qt::UserRole, EventRole };

    void offerPlaces();
    void shareKeys();
    [[nodiscard]] OrderQuery query() const;
    void look(OrderQuery::Barcodes barcodes);
    void onFound(const Result<FoundOrders> &found, OrderQuery::Barcodes barcodes);
    void end(const QString &words);
    [[nodiscard]] QString wordsOf(const FoundOrders &found) const;

    Counter &m_counter;
    Format m_format;
    QString m_typed;
    SoughtOrder m_sought;
    Call m_call;
    QWidget *m_offer;
    QComboBox *m_places;
    ActionButton *m_look;
    WaitLine *m_wait;
    QLabel *m_line;
};

} // namespace okoshko
