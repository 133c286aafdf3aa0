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

/// How far was looked for what is typed above the order table, and what the journal of this counter has found that the
/// table does not show. A moment after the last change it looks in the whole past; it takes no focus by itself. Hidden
/// while nothing is looked for.
class PastFinds final : public QWidget
{
    Q_OBJECT
public:
    PastFinds(Counter &counter, const QList<PaymentSystem> &systems, const Format &format, QWidget *parent);

    void look(const QString &typed);

Q_SIGNALS:
    void orderRequested(const okoshko::OrderId &id); ///< one that is listed

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Stage { Nothing, Looking, Found, Failed };

    void ask();
    void take(const Journaled<PastSales> &answer);
    void refresh();
    void showLine();
    void choose();
    void tellFacts(const PastSale &past);
    [[nodiscard]] QString rowOf(const PastSale &past) const;
    [[nodiscard]] QString farWords() const;
    [[nodiscard]] QString gaps() const;

    Counter &m_counter;
    Format m_format;
    QList<PaymentSystem> m_systems;
    QString m_typed;
    Stage m_stage = Stage::Nothing;
    PastSales m_found;
    QList<PastSale> m_shown;            ///< those of m_found that the table does not show
    std::unique_ptr<QObject> m_context; ///< of the last question: an answer to an earlier one is not heard
    qsizetype m_awaited = 0;            ///< answers to it
    QTimer *m_moment;
    QLabel *m_line;
    QListWidget *m_list;
    Notice *m_facts;
};

} // namespace okoshko
