// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Issue.h"
#include "models/sale/ReservationFlow.h"
#include "models/tables/Format.h"

#include <QFrame>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)

namespace okoshko {

class ActionButton;
class ClaimRows;
class ConfirmQuestion;

/// One open issue: what happened, what to do, and a button to resolve it, which asks for a note. For an unanswered
/// reservation also the candidate orders, each to be claimed. Controls: "showOrderButton_<id>",
/// "claimSellButton_<order>", "claimReleaseButton_<order>", "resolveButton_<id>", "settleEdit_<id>",
/// "resolveYesButton_<id>".
class IssueCard final : public QFrame
{
    Q_OBJECT
public:
    IssueCard(qint64 issue, QWidget *parent);

    /// Updates the content; keeps the note being typed.
    void setEntry(const Issue &entry, const QString &eventTitle, const QList<Candidate> &candidates, const Event *event,
                  const std::optional<Money> &taken, const Format &format, Instant now);
    [[nodiscard]] qint64 issue() const { return m_issue; }
    void focusFirst();
    [[nodiscard]] bool isAsking() const { return !m_question->isHidden(); } ///< for the note

Q_SIGNALS:
    void orderRequested(const okoshko::OrderId &id);
    void settled(qint64 id, const QString &how);
    /// The person claims \a order for the reservation.
    void claimed(qint64 id, const okoshko::OrderId &order, okoshko::SaleGoal goal);

private:
    [[nodiscard]] QWidget *makeActions();
    [[nodiscard]] QWidget *makeQuestion();
    void ask();

    qint64 m_issue;
    OrderId m_order;
    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_advice;
    ClaimRows *m_candidates;
    ConfirmQuestion *m_release;
    ActionButton *m_show = nullptr;
    ActionButton *m_resolve = nullptr;
    ActionButton *m_yes = nullptr;
    QLineEdit *m_how = nullptr;
    QWidget *m_actions = nullptr;
    QWidget *m_question = nullptr;
};

} // namespace okoshko
