// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/unsettled/UnsettledDialog.h"

#include "ui/text/UnsettledText.h"
#include "ui/theme/Theme.h"
#include "ui/unsettled/UnsettledCard.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/Notice.h"

#include "models/api/ServerClock.h"
#include "models/sale/EventCatalogue.h"
#include "models/sale/SaleJournal.h"
#include "models/sale/SaleService.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace okoshko {

UnsettledDialog::UnsettledDialog(const Sources &sources, const Format &format, QWidget *parent)
    : QDialog(parent)
    , m_sources(sources)
    , m_format(format)
{
    setObjectName(u"unsettledDialog"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());

    m_area = new QScrollArea(this);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    auto *list = new QWidget(m_area);
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
    m_area->setWidget(list);
    column->addWidget(m_area, 1);

    connect(m_back, &QPushButton::clicked, this, &QDialog::reject);
    connect(&sources.journal, &SaleJournal::issuesChanged, this, &UnsettledDialog::refresh);
    connect(&sources.service, &SaleService::candidatesChanged, this, &UnsettledDialog::refresh);
    connect(&sources.service, &SaleService::claimFailed, this, [this](SaleService::Attempt, const ApiError &error) {
        m_notice->say(Notice::Kind::Failure, tr("The order was not taken over"), UnsettledText::claimFailure(error));
    });
    connect(&sources.catalogue, &EventCatalogue::changed, this, [this](const QSet<EventId> &events) {
        const QList<Issue> &issues = m_sources.journal.issues();
        if (std::any_of(issues.cbegin(), issues.cend(),
                        [&](const Issue &issue) { return events.contains(issue.event); }))
            refresh();
    });
    retranslate();
}

QWidget *UnsettledDialog::makeHead()
{
    auto *head = new QFrame(this);
    head->setObjectName(u"bar"_s);
    m_back = new ActionButton(ActionButton::Weight::Normal, head);
    m_back->setObjectName(u"backButton"_s);
    m_back->setKeyCap(u"Esc"_s);
    m_back->setAutoDefault(false);
    m_title = makeLabel(head, Theme::Type::Title, Tone::Plain, QFont::Bold);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(Theme::space(4), Theme::space(2), Theme::space(4), Theme::space(2));
    row->setSpacing(Theme::space(3));
    row->addWidget(m_back);
    row->addWidget(m_title);
    row->addStretch();
    return head;
}

void UnsettledDialog::setFormat(const Format &format)
{
    m_format = format;
    refresh();
}

void UnsettledDialog::begin()
{
    m_notice->clear();
    refresh();
    if (m_cards.isEmpty())
        m_back->setFocus();
    else
        m_cards.first()->focusFirst();
}

void UnsettledDialog::refresh()
{
    for (UnsettledCard *card : m_cards) {
        card->hide();
        card->deleteLater();
    }
    m_cards.clear();
    const Instant now = m_sources.clock.now();
    for (const Issue &entry : m_sources.journal.issues()) {
        const Event *event = m_sources.catalogue.event(entry.event);
        const Sale *sale = m_sources.service.sale(entry.order);
        const QString title = event ? event->title : sale ? sale->request.eventTitle : QString();
        auto *card = new UnsettledCard(entry, title, m_sources.service.candidates(entry.id), event, m_format, now,
                                       m_area->widget());
        connect(card, &UnsettledCard::orderRequested, this, &UnsettledDialog::orderRequested);
        connect(
            card, &UnsettledCard::settled, this,
            [this](qint64 id, const QString &how) {
                m_sources.service.resolve(id, how);
                begin();
            },
            Qt::QueuedConnection); // the card goes while its own signal is on the way
        connect(
            card, &UnsettledCard::claimed, this,
            [this](qint64 id, const OrderId &order, SaleGoal goal) {
                m_sources.service.claimFor(id, order, goal);
                begin();
            },
            Qt::QueuedConnection);
        m_column->insertWidget(static_cast<int>(m_cards.size()) + 1, card); // below the notice
        m_cards << card;
    }
    m_empty->setVisible(m_cards.isEmpty());
}

void UnsettledDialog::retranslate()
{
    setWindowTitle(tr("To be settled"));
    m_back->setText(tr("← &Orders"));
    m_title->setText(tr("To be settled"));
    m_empty->setText(tr("Nothing is to be settled. What is doubtful about money or seats is listed here until somebody "
                        "has dealt with it."));
    refresh();
}

void UnsettledDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace okoshko
