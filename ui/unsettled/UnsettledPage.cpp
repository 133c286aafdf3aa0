// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/unsettled/UnsettledPage.h"

#include "models/counter/Counter.h"
#include "ui/text/UnsettledText.h"
#include "ui/theme/Theme.h"
#include "ui/unsettled/UnsettledCard.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ColumnArea.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/Notice.h"

#include <QBoxLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

UnsettledPage::UnsettledPage(Counter &counter, const Format &format, QWidget *parent)
    : Page(parent)
    , m_counter(counter)
    , m_format(format)
{
    setObjectName(u"unsettledPage"_s);
    head().addStretch();
    auto *list = new QWidget(this);
    m_column = new QVBoxLayout(list);
    m_column->setContentsMargins(Theme::space(6), Theme::space(4), Theme::space(6), Theme::space(4));
    m_column->setSpacing(Theme::space(3));
    m_notice = new Notice(list);
    m_notice->setObjectName(u"unsettledNotice"_s);
    m_column->addWidget(m_notice);
    m_empty = makeLabel(list, Theme::Type::Heading, Tone::Muted);
    m_empty->setObjectName(u"unsettledEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_column->addWidget(m_empty);
    m_column->addStretch();
    m_area = new ColumnArea(list, this);
    body().addWidget(m_area);

    connect(&back(), &QPushButton::clicked, this, &Page::left);
    connect(&counter.saleJournal, &SaleJournal::issuesChanged, this, &UnsettledPage::refresh);
    connect(&counter.service, &SaleService::candidatesChanged, this, &UnsettledPage::refresh);
    connect(&counter.service, &SaleService::claimFailed, this, [this](SaleService::Attempt, const ApiError &error) {
        m_notice->showMessage(Notice::Kind::Failure,
                              {tr("The order was not taken over"), UnsettledText::claimFailure(error)});
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

void UnsettledPage::begin()
{
    m_notice->clear();
    refresh();
    focusFirst();
}

void UnsettledPage::focusFirst()
{
    if (m_cards.isEmpty())
        back().setFocus();
    else
        m_cards.first()->focusFirst();
}

bool UnsettledPage::isAtRest() const
{
    return m_notice->isHidden() &&
           std::ranges::none_of(m_cards, [](const UnsettledCard *card) { return card->isAsking(); });
}

void UnsettledPage::refresh()
{
    const Instant now = m_counter.clock.now();
    const QList<Issue> &issues = m_counter.saleJournal.issues();
    // A card is kept as long as its issue: somebody may be typing into it.
    for (qsizetype at = m_cards.size(); at-- > 0;) {
        UnsettledCard *card = m_cards.at(at);
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
        auto it = std::ranges::find_if(m_cards, [&](const UnsettledCard *card) { return card->issue() == entry.id; });
        if (it == m_cards.end())
            it = m_cards.insert(std::min(at, m_cards.size()), makeCard(entry.id));
        (*it)->setEntry(entry, title, m_counter.service.candidates(entry.id), event, m_format, now);
    }
    m_empty->setVisible(m_cards.isEmpty());
}

UnsettledCard *UnsettledPage::makeCard(qint64 issue)
{
    auto *card = new UnsettledCard(issue, m_area->widget());
    connect(card, &UnsettledCard::orderRequested, this, &UnsettledPage::orderRequested);
    // Queued: its own signal may delete the card.
    connect(
        card, &UnsettledCard::settled, this,
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
        card, &UnsettledCard::claimed, this,
        [this](qint64 id, const OrderId &order, SaleGoal goal) {
            begin();
            m_counter.service.claimFor(id, order, goal);
        },
        Qt::QueuedConnection);
    m_column->insertWidget(static_cast<int>(m_cards.size()) + 1, card); // below the notice
    return card;
}

} // namespace okoshko
