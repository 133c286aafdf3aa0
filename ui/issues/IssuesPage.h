// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"
#include "models/tables/Format.h"
#include "ui/widgets/Page.h"

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QScrollArea)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace okoshko {

class Counter;
class Notice;
class IssueCard;

/// The list of open issues; empty when all are resolved. Controls: "backButton", "issuesEmpty", "issuesNotice",
/// and those of the cards.
class IssuesPage final : public Page
{
    Q_OBJECT
public:
    IssuesPage(Counter &counter, const Format &format, QWidget *parent);

    void focusFirst() override;
    [[nodiscard]] bool isAtRest() const override;
    void begin();

Q_SIGNALS:
    void orderRequested(const okoshko::OrderId &id);

private:
    void refresh();
    [[nodiscard]] IssueCard *makeCard(qint64 issue);

    Counter &m_counter;
    Format m_format;
    Notice *m_notice; ///< result of a claim
    QLabel *m_empty;
    QScrollArea *m_area;
    QVBoxLayout *m_column;
    QList<IssueCard *> m_cards; ///< owned by the scroll area's widget
};

} // namespace okoshko
