// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/neworder/TicketsPane.h"

#include "ui/keys/KeyDispatcher.h"
#include "ui/text/TicketText.h"
#include "ui/widgets/ColumnArea.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/SetRow.h"
#include "ui/widgets/Stepper.h"

#include "models/api/ServerClock.h"
#include "models/domain/Text.h"

#include <QBoxLayout>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

TicketsPane::TicketsPane(const ServerClock &clock, const Format &format, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_format(format)
    , m_title(new ElidedLabel(Theme::Type::Heading, Tone::Plain, QFont::Bold, this))
    , m_place(new ElidedLabel(Theme::Type::Text, Tone::Muted, QFont::Normal, this))
    , m_state(makeLabel(this, Theme::Type::Text, Tone::Urgent, QFont::DemiBold))
    , m_age(makeLabel(this, Theme::Type::Note, Tone::Urgent))
    , m_empty(makeLabel(this, Theme::Type::Heading, Tone::Muted))
    , m_unreadable(makeLabel(this, Theme::Type::Note, Tone::Muted))
    , m_sets(new QWidget(this))
    , m_notice(new Notice(this))
    , m_codeRow(new QWidget(this))
    , m_codeWords(makeLabel(m_codeRow, Theme::Type::Text, Tone::Muted))
    , m_code(new QLineEdit(m_codeRow))
{
    m_title->setObjectName(u"eventTitle"_s);
    m_place->setObjectName(u"eventPlace"_s);
    m_state->setWordWrap(true);
    m_state->setObjectName(u"eventState"_s);
    m_age->setWordWrap(true);
    m_age->setObjectName(u"eventAge"_s);
    m_age->hide();
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setObjectName(u"noTicketsLabel"_s);
    m_unreadable->setObjectName(u"unreadableSetsLabel"_s);
    m_unreadable->setContentsMargins(Theme::space(4), Theme::space(2), Theme::space(4), 0);
    m_notice->setObjectName(u"ticketsNotice"_s);
    m_code->setObjectName(u"promoCodeEdit"_s);
    m_code->setMaxLength(32767); // a cut code would be another one
    KeyDispatcher::takeCodes(*m_code, KeyDispatcher::OnCode::Fill);
    m_code->setAccessibleName(tr("Code (promo code or presale code)"));
    m_codeWords->setText(tr("&Code (promo code or presale code)"));
    m_codeWords->setBuddy(m_code);
    m_codeRow->hide();
    arrange();
}

void TicketsPane::arrange()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QFrame(this);
    head->setObjectName(u"bar"_s);
    auto *headColumn = new QVBoxLayout(head);
    headColumn->setContentsMargins(Theme::space(4), Theme::space(2), Theme::space(4), Theme::space(2));
    headColumn->setSpacing(Theme::space(1));
    headColumn->addWidget(m_title);
    headColumn->addWidget(m_place);
    headColumn->addWidget(m_state);
    headColumn->addWidget(m_age);
    column->addWidget(head);

    auto *body = new QWidget(this);
    auto *bodyColumn = new QVBoxLayout(body);
    bodyColumn->setContentsMargins(0, 0, 0, 0);
    bodyColumn->setSpacing(0);
    m_sets->setBackgroundRole(QPalette::Base);
    m_sets->setAutoFillBackground(true);
    m_rowsLayout = new QVBoxLayout(m_sets);
    m_rowsLayout->setContentsMargins(0, 0, 0, 0);
    m_rowsLayout->setSpacing(0);
    bodyColumn->addWidget(m_sets);
    bodyColumn->addWidget(m_unreadable);
    auto *codeRow = new QHBoxLayout(m_codeRow);
    codeRow->setContentsMargins(0, 0, 0, 0);
    codeRow->setSpacing(Theme::space(2));
    codeRow->addWidget(m_codeWords);
    codeRow->addWidget(m_code, 1);
    bodyColumn->addWidget(m_empty, 1);
    bodyColumn->addStretch();
    column->addWidget(new ColumnArea(body, this, ColumnArea::Width::Little), 1);
    // Outside the scroll area, so that a question is visible before it is answered.
    auto *noticeFrame = new QVBoxLayout;
    noticeFrame->setContentsMargins(Theme::space(3), 0, Theme::space(3), 0);
    noticeFrame->setSpacing(Theme::space(2));
    noticeFrame->addWidget(m_notice);
    noticeFrame->addWidget(m_codeRow);
    column->addLayout(noticeFrame);
}

void TicketsPane::show(const Basket &basket)
{
    const auto idsOf = [](const Basket &of) {
        QList<SetId> ids;
        if (of.event()) {
            for (const TicketSet &set : of.event()->sets)
                ids << set.id;
        }
        return ids;
    };
    const bool otherSets = idsOf(m_basket) != idsOf(basket);
    m_basket = basket;
    if (otherSets)
        makeRows(basket.event() ? *basket.event() : Event());
    refresh();
}

void TicketsPane::setAge(const QString &words)
{
    m_age->setText(words);
    m_age->setVisible(!words.isEmpty());
}

void TicketsPane::makeRows(const Event &event)
{
    while (QLayoutItem *item = m_rowsLayout->takeAt(0)) {
        if (!qobject_cast<SetRow *>(item->widget())) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    // A set that is still there keeps its row and the focus.
    QList<SetRow *> before = std::exchange(m_rows, {});
    for (const TicketSet &set : event.sets) {
        const auto known =
            std::find_if(before.begin(), before.end(), [&set](const SetRow *row) { return row->set() == set.id; });
        SetRow *row = known == before.end() ? makeRow(set.id) : *known;
        if (known != before.end())
            before.erase(known);
        if (!m_rows.isEmpty())
            setTabOrder(&m_rows.last()->stepper(), &row->stepper());
        m_rows.append(row);
        m_rowsLayout->addWidget(row);
        m_rowsLayout->addWidget(makeRule(m_sets));
    }
    for (SetRow *gone : std::as_const(before)) {
        if (gone->isAncestorOf(window()->focusWidget()))
            setFocus(); // typing must not go to another set
        gone->hide();
        gone->deleteLater();
    }
}

SetRow *TicketsPane::makeRow(const SetId &id)
{
    auto *row = new SetRow(id, m_sets);
    connect(&row->stepper(), &Stepper::valueChanged, this, [this, id](int value) { Q_EMIT countChanged(id, value); });
    connect(&row->stepper(), &Stepper::refused, this, [this, id](int wanted) { Q_EMIT tooManyAsked(id, wanted); });
    return row;
}

void TicketsPane::refresh()
{
    const auto &event = m_basket.event();
    const bool hasSets = event && !event->sets.isEmpty();
    const int unreadable = event ? event->unreadableSets : 0;
    m_empty->setText(!event                                       ? tr("Choose an event on the left.")
                     : event->setList == Event::SetList::Reported ? tr("No tickets are on sale here.")
                                                                  : tr("The server does not tell the tickets of this "
                                                                       "event. Press F5 to ask it again."));
    m_empty->setVisible(!hasSets && unreadable == 0);
    m_unreadable->setText(tr("%n category(s) could not be read.", nullptr, unreadable));
    m_unreadable->setVisible(unreadable > 0);
    m_sets->setVisible(hasSets);
    m_title->setText(event ? isolated(m_format.title(*event)) : QString());
    const Instant now = m_clock.now();
    m_place->setText(
        event ? inOneLine({event->start ? m_format.eventTimeLong(*event, event->venue, now) : m_format.dateMissing(),
                           event->venue.name, event->venue.address})
              : QString());
    const bool isOver = event && event->isOver(now);
    m_state->setText(isOver ? tr("The event is over; its tickets are not sold any more.")
                            : tr("The event is under way."));
    m_state->setVisible(isOver || (event && event->isUnderWay(now)));
    if (!event)
        return;
    for (SetRow *row : m_rows) {
        if (const TicketSet *set = event->set(row->set())) {
            row->show(*set, m_basket.maxCount(set->id), *event, now, m_format, sectorOf(std::nullopt, set, &*event));
            const QSignalBlocker quiet(row->stepper()); // set by the program
            row->stepper().setValue(m_basket.count(set->id));
        }
    }
}

void TicketsPane::showTooMany(const SetId &id, int wanted)
{
    const TicketSet *set = m_basket.event() ? m_basket.event()->set(id) : nullptr;
    if (!set)
        return;
    const int most = m_basket.maxCount(id);
    m_notice->showMessage(
        Notice::Kind::Warning,
        {tr("%1: asked for %2, there are %3.").arg(isolated(set->name), m_format.count(wanted), m_format.count(most)),
         most == Basket::maxPerSet ? tr("An order takes no more than that of one category.")
                                   : tr("Take what there is, or another category.")});
}

void TicketsPane::layOut(bool isLow)
{
    m_title->setMostLines(isLow ? 1 : 2);
    m_place->setMostLines(2);
    m_place->setVisible(!isLow); // the event list shows it as well
}

void TicketsPane::focusFirst()
{
    for (SetRow *row : m_rows) {
        if (row->stepper().isEnabled())
            return row->stepper().setFocus(Qt::TabFocusReason);
    }
}

void TicketsPane::showCode()
{
    m_codeRow->show();
}

void TicketsPane::offerCode()
{
    showCode();
    m_code->selectAll();
    if (!qobject_cast<QLineEdit *>(window()->focusWidget())) // the cashier is typing there
        m_code->setFocus(Qt::TabFocusReason);
}

void TicketsPane::withdrawCode()
{
    m_code->clear();
    m_codeRow->hide();
}

bool TicketsPane::isCodeOffered() const
{
    return !m_codeRow->isHidden();
}

QString TicketsPane::code() const
{
    return typedText(m_code->text());
}

void TicketsPane::keyPressEvent(QKeyEvent *event)
{
    if (!SetRow::moveFocus(*event, m_rows, {m_code}))
        QWidget::keyPressEvent(event);
}

} // namespace okoshko
