// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"
#include "models/domain/PaymentSystem.h"
#include "models/tables/Format.h"

#include <QWidget>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QBoxLayout)

namespace okoshko {

class EventCatalogue;
class FilterLine;
class GivenUpNotice;
class MissingNotice;
class Notice;
class OrderPane;
class OrderTableModel;
class OrderTableView;
class PastFinds;
class PaymentDrafts;
class Recovery;
class RecoveryNotice;
class SaleJournal;
class SaleService;
class ServerClock;
class Ticker;
class TopBar;
class WaitLine;
struct SeenNotices;

/// The orders of this counter: the table with its filter, and the selected order beside it, or below on a narrow
/// window.
class OrdersPage final : public QWidget
{
    Q_OBJECT
public:
    struct Sources ///< all must outlive the page
    {
        OrderTableModel &orders;
        SaleService &service;
        EventCatalogue &catalogue;
        ServerClock &clock;
        Ticker &ticker;
        Recovery &recovery;
        SaleJournal &journal;
        const PaymentDrafts &drafts;
    };

    /// \a seen must outlive the page.
    OrdersPage(const Sources &sources, SeenNotices &seen, const QList<PaymentSystem> &systems, const Format &format,
               QWidget *parent);

    [[nodiscard]] TopBar &topBar() const { return *m_topBar; }
    /// See RecoveryNotice.
    void setSalvaged(const QString &fileName);
    void select(const OrderId &id);
    [[nodiscard]] OrderId current() const;
    void focusSearch();
    /// Shows that the list is being read, until it has been.
    void awaitOrders();
    [[nodiscard]] bool isAwaitingOrders() const;
    /// Why the list could not be read last; nothing where it was.
    [[nodiscard]] const std::optional<ApiError> &failure() const { return m_failure; }
    void tellFailure(const ApiError &error);

Q_SIGNALS:
    void paymentRequested(const okoshko::OrderId &id);
    void sameAgainRequested(const okoshko::OrderId &id);
    void numberCopied(const QString &number);
    void movedOn(); ///< another order is looked at, or looked for

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void connectSources();
    void showCurrent();
    void layOutAir();
    void layOutHalves();
    void open();

    Sources m_sources;
    std::optional<ApiError> m_failure;
    OrderId m_asked; ///< the order whose tickets were asked for last
    TopBar *m_topBar;
    FilterLine *m_filter;
    OrderTableView *m_table;
    PastFinds *m_past;
    OrderPane *m_pane;
    RecoveryNotice *m_recovery;
    GivenUpNotice *m_givenUp;
    Notice *m_trouble;
    MissingNotice *m_missing;
    WaitLine *m_wait;
    QBoxLayout *m_halves;
    QBoxLayout *m_left;
};

} // namespace okoshko
