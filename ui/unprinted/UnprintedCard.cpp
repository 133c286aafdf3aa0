// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/unprinted/UnprintedCard.h"

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

void UnprintedCard::setOrder(const OrderId &id, const std::optional<Sale> &sale, const Event *event, Instant now)
{
    m_order = id;
    const QString title = tr("Order %1").arg(m_format.orderNumber(sale ? sale->order.number : 0));
    m_title->setText(breakable(title));
    QStringList facts;
    if (sale) {
        facts << m_format.title(eventTitle(*sale, event));
        if (event)
            facts << m_format.eventTimeShort(*event, event->venue, now) << event->venue.name;
        facts << m_format.tickets(sale->order.ticketCount());
        if (sale->order.createdAt)
            facts << tr("made at %1").arg(m_format.createdAt(*sale->order.createdAt, now));
    }
    m_facts->setText(breakable(inOneLine(facts)));
    m_facts->setVisible(!facts.isEmpty());
    m_show->setVisible(sale.has_value());
    setAccessibleName(title);
    setAccessibleDescription(inOneLine(facts));
    m_panel->show(sale, event);
}

void UnprintedCard::setJob(const QUuid &job)
{
    m_title->setText(tr("Test ticket"));
    m_facts->hide();
    m_show->hide();
    setAccessibleName(m_title->text());
    m_panel->showJob(job);
}

void UnprintedCard::focusFirst()
{
    if (ActionButton *button = m_panel->first())
        button->setFocus();
    else if (m_show->isVisible())
        m_show->setFocus();
}

} // namespace okoshko
