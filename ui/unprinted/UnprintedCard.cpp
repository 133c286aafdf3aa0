// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/unprinted/UnprintedCard.h"

#include "ui/text/PrintText.h"
#include "ui/text/TicketText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/PrintPanel.h"

#include "models/domain/Text.h"

#include <QBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace okoshko {

UnprintedCard::UnprintedCard(const QString &key, PrintService &printing, const Format &format, QWidget *parent)
    : QFrame(parent)
    , m_key(key)
    , m_format(format)
    , m_title(makeLabel(this, Theme::Type::Heading, Tone::Plain, QFont::DemiBold))
    , m_facts(makeLabel(this, Theme::Type::Text, Tone::Muted))
    , m_panel(new PrintPanel(printing, PrintPanel::Place::List, format, this))
    , m_show(new ActionButton(ActionButton::Weight::Normal, this))
{
    setObjectName(u"card"_s);
    m_show->setObjectName(u"showOrderButton"_s);
    m_show->setText(tr("S&how the order"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_show);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::space(4), Theme::space(3), Theme::space(4), Theme::space(3));
    column->setSpacing(Theme::space(1));
    column->addLayout(head);
    column->addWidget(m_facts);
    column->addSpacing(Theme::space(1));
    column->addWidget(m_panel);
    for (QLabel *label : {m_title, m_facts})
        label->setWordWrap(true);
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT orderRequested(m_order); });
}

void UnprintedCard::setOrder(const Sale &sale, const Event *event, Instant now)
{
    m_order = sale.order.id;
    QStringList facts{m_format.title(eventTitle(sale, event))};
    if (event)
        facts << m_format.eventTimeShort(*event, event->venue, now) << event->venue.name;
    facts << m_format.tickets(sale.order.ticketCount());
    if (sale.order.createdAt)
        facts << tr("made at %1").arg(m_format.moment(*sale.order.createdAt, now));
    setWords(tr("Order %1").arg(m_format.orderNumber(sale.order.number)), facts);
    m_show->show();
    m_panel->show(sale, event);
}

void UnprintedCard::setUnknown(const PrintJob &job, Instant now)
{
    m_order = job.order;
    setWords(tr("Order %1").arg(job.order.toString()),
             {PrintText::subject(job, m_format), tr("begun at %1").arg(m_format.moment(job.at, now)),
              tr("the server has not told the order yet")});
    m_show->hide();
    m_panel->showUnknown(job.order);
}

void UnprintedCard::setJob(const QUuid &job)
{
    setWords(tr("Test ticket"), {});
    m_show->hide();
    m_panel->showJob(job);
}

void UnprintedCard::setWords(const QString &title, const QStringList &facts)
{
    m_title->setText(breakable(title));
    m_facts->setText(breakable(inOneLine(facts)));
    m_facts->setVisible(!facts.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(inOneLine(facts));
}

void UnprintedCard::focusFirst()
{
    if (ActionButton *button = m_panel->first())
        button->setFocus();
    else if (m_show->isVisible())
        m_show->setFocus();
}

} // namespace okoshko
