// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/PaymentSystem.h"
#include "models/sale/SaleJournal.h"
#include "models/tables/Format.h"

#include <QWidget>

#include <memory>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QListWidget)
QT_FORWARD_DECLARE_CLASS(QTimer)

namespace okoshko {

class Counter;
class Notice;

/// Results of the search in the journal: matching sales that the order table does not show, and the progress of the
/// search. Starts a moment after the last change of the text and does not take the focus. Hidden while the search field
/// is empty.
class PastFinds final : public QWidget
{
    Q_OBJECT
public:
    PastFinds(Counter &counter, const QList<PaymentSystem> &systems, const Format &format, QWidget *parent);

    void look(const QString &typed);

Q_SIGNALS:
    void orderRequested(const okoshko::OrderId &id); ///< an order from the list

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class State { Nothing, Looking, Found, Failed };

    void ask();
    void take(const Journaled<PastSales> &answer);
    void refresh();
    void showLine();
    void choose();
    void showFacts(const PastSale &past);
    [[nodiscard]] QString rowOf(const PastSale &past) const;
    [[nodiscard]] QString farWords() const;
    [[nodiscard]] QString gaps() const;

    Counter &m_counter;
    Format m_format;
    QList<PaymentSystem> m_systems;
    QString m_typed;
    State m_state = State::Nothing;
    PastSales m_found;
    QList<PastSale> m_shown;            ///< sales in m_found that the table does not show
    std::unique_ptr<QObject> m_context; ///< of the last search; destroyed to drop answers to earlier ones
    qsizetype m_awaited = 0;            ///< number of missing answers
    QTimer *m_moment;
    QLabel *m_line;
    QListWidget *m_list;
    Notice *m_facts;
};

} // namespace okoshko
