// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/issues/IssuesPage.h"

#include "models/counter/Counter.h"
#include "ui/issues/IssueCard.h"
#include "ui/text/IssueText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ColumnArea.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/Notice.h"

#include <QBoxLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

IssuesPage::IssuesPage(Counter &counter, const Format &format, QWidget *parent)
    : Page(parent)
    , m_counter(counter)
    , m_format(format)
{
    setObjectName(u"issuesPage"_s);
    head().addStretch();
    auto *list = new QWidget(this);
    m_column = new QVBoxLayout(list);
    m_column->setContentsMargins(Theme::space(6), Theme::space(4), Theme::space(6), Theme::space(4));
    m_column->setSpacing(Theme::space(3));
    m_notice = new Notice(list);
    m_notice->setObjectName(u"issuesNotice"_s);
    m_column->addWidget(m_notice);
    m_empty = makeLabel(list, Theme::Type::Heading, Tone::Muted);
    m_empty->setObjectName(u"issuesEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_column->addWidget(m_empty);
    m_column->addStretch();
    m_area = new ColumnArea(list, this);
    body().addWidget(m_area);

    connect(&back(), &QPushButton::clicked, this, &Page::left);
    connect(&counter.saleJournal, &SaleJournal::issuesChanged, this, &IssuesPage::refresh);
    connect(&counter.service, &SaleService::candidatesChanged, this, &IssuesPage::refresh);
    connect(&counter.service, &SaleService::claimFailed, this, [this](SaleService::Attempt, const ApiError &error) {
        m_notice->showMessage(Notice::Kind::Failure,
                              {tr("The order was not taken over"), IssueText::claimFailure(error)});
    });
    connect(&counter.catalogue, &EventCatalogue::changed, this, [this](const QSet<EventId> &events) {
        const QList<Issue> &issues = m_counter.saleJournal.issues();
        if (std::any_of(issues.cbegin(), issues.cend(),
                        [&](const Issue &issue) { return events.contains(issue.event); }))
            refresh();
    });
    setTitle(tr("Needs attention"));
    m_empty->setText(tr("Nothing needs attention. What is doubtful about money or seats is listed here until somebody "
                        "marks it as resolved."));
    refresh();
}

void IssuesPage::begin()
{
    m_notice->clear();
    refresh();
    focusFirst();
}

void IssuesPage::focusFirst()
{
    if (m_cards.isEmpty())
        back().setFocus();
    else
        m_cards.first()->focusFirst();
}

bool IssuesPage::isAtRest() const
{
    return m_notice->isHidden() &&
           std::ranges::none_of(m_cards, [](const IssueCard *card) { return card->isAsking(); });
}

void IssuesPage::refresh()
{
    const Instant now = m_counter.clock.now();
    const QList<Issue> &issues = m_counter.saleJournal.issues();
    // A card is kept as long as its issue: somebody may be typing into it.
    for (qsizetype at = m_cards.size(); at-- > 0;) {
        IssueCard *card = m_cards.at(at);
        if (std::ranges::any_of(issues, [card](const Issue &issue) { return issue.id == card->issue(); }))
            continue;
        m_cards.removeAt(at);
        card->hide();
        card->deleteLater();
    }
    for (qsizetype at = 0; at < issues.size(); ++at) {
        const Issue &entry = issues.at(at);
        const Event *event = m_counter.catalogue.find(entry.event);
        const Sale *sale = m_counter.service.sale(entry.order);
        const QString title = event ? event->title : sale ? sale->request.eventTitle : QString();
        auto it = std::ranges::find_if(m_cards, [&](const IssueCard *card) { return card->issue() == entry.id; });
        if (it == m_cards.end())
            it = m_cards.insert(std::min(at, m_cards.size()), makeCard(entry.id));
        (*it)->setEntry(entry, title, m_counter.service.candidates(entry.id), event,
                        sale ? sale->moneyTaken() : std::nullopt, m_format, now);
    }
    m_empty->setVisible(m_cards.isEmpty());
}

IssueCard *IssuesPage::makeCard(qint64 issue)
{
    auto *card = new IssueCard(issue, m_area->widget());
    connect(card, &IssueCard::orderRequested, this, &IssuesPage::orderRequested);
    // Queued: its own signal may delete the card.
    connect(
        card, &IssueCard::settled, this,
        [this](qint64 id, const QString &how) {
            const auto result = m_counter.service.resolve(id, how);
            begin();
            if (result == ReservationFlow::DisclaimResult::TooLate)
                m_notice->showMessage(
                    Notice::Kind::Warning,
                    {tr("It is too late for “None of them is ours”"),
                     tr("The order that you chose is being recorded as yours. If it is not yours, take no "
                        "money for it and leave it: it runs out by itself.")});
        },
        Qt::QueuedConnection);
    connect(
        card, &IssueCard::claimed, this,
        [this](qint64 id, const OrderId &order, SaleGoal goal) {
            begin();
            m_counter.service.claimFor(id, order, goal);
        },
        Qt::QueuedConnection);
    m_column->insertWidget(static_cast<int>(m_cards.size()) + 1, card); // below the notice
    return card;
}

} // namespace okoshko
