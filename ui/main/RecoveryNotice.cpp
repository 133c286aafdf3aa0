// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/RecoveryNotice.h"

#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Notice.h"

#include "models/api/ServerClock.h"
#include "models/sale/Countdown.h"
#include "models/sale/SaleService.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

constexpr qsizetype mostLines = 5;

const Recovery::Found *firstIn(const QList<Recovery::Found> &found, std::initializer_list<Recovery::State> states)
{
    const auto it = std::find_if(found.cbegin(), found.cend(), [&states](const Recovery::Found &each) {
        return std::find(states.begin(), states.end(), each.state) != states.end();
    });
    return it == found.cend() ? nullptr : &*it;
}

} // namespace

RecoveryNotice::RecoveryNotice(const Sources &sources, const Format &format, QWidget *parent)
    : QObject(parent)
    , m_sources(sources)
    , m_format(format)
    , m_notice(new Notice(parent))
{
    m_notice->setObjectName(u"recoveryNotice"_s);
    connect(&sources.recovery, &Recovery::changed, this, &RecoveryNotice::refresh);
    refresh();
}

void RecoveryNotice::setFormat(const Format &format)
{
    m_format = format;
    refresh();
}

void RecoveryNotice::setSalvaged(const QString &fileName)
{
    m_salvaged = fileName;
    refresh();
}

QString RecoveryNotice::line(const Recovery::Found &found) const
{
    const Sale *sale = m_sources.service.sale(found.order);
    if (!sale)
        return {};
    const QString number = m_format.orderNumber(sale->order.number);
    switch (found.state) {
    case Recovery::State::Reading:
        return tr("Order %1: the server is being asked…").arg(number);
    case Recovery::State::Paid:
        return tr("Order %1 was paid meanwhile: the tickets can be handed out.").arg(number);
    case Recovery::State::Held: {
        const auto left = Countdown::of(sale->order, m_sources.clock.now()).value_or(Countdown()).left;
        return tr("Order %1 is still held, time left %2: you can go on.").arg(number, m_format.timeLeft(left));
    }
    case Recovery::State::Paying:
        return tr("Order %1: the payment is awaited.").arg(number);
    case Recovery::State::Gone:
        return tr("Order %1 is gone, its seats are back on sale: the same can be sold again.").arg(number);
    case Recovery::State::Released:
        return tr("Order %1 had been given up: its seats are released.").arg(number);
    }
    Q_UNREACHABLE();
}

void RecoveryNotice::refresh()
{
    const QList<Recovery::Found> &found = m_sources.recovery.found();
    if (m_isDismissed || (found.isEmpty() && m_salvaged.isEmpty()))
        return m_notice->clear();
    QStringList lines;
    if (!m_salvaged.isEmpty())
        lines << tr("What could be read of it is in a new one; the damaged file is kept as %1. Compare today's orders "
                    "with the server's list and tell the administrator.")
                     .arg(m_salvaged);
    for (const Recovery::Found &each : found.mid(0, mostLines))
        lines << line(each);
    if (found.size() > mostLines)
        lines << tr("and %n more order(s), see the table", nullptr, static_cast<int>(found.size() - mostLines));
    if (m_salvaged.isEmpty())
        m_notice->say(Notice::Kind::Info, tr("The program was closed in the middle of the work"), lines.join(u'\n'));
    else
        m_notice->say(Notice::Kind::Warning, tr("This counter's journal was damaged"), lines.join(u'\n'));
    addActions();
}

void RecoveryNotice::addActions()
{
    using State = Recovery::State;
    const QList<Recovery::Found> &found = m_sources.recovery.found();
    if (const Recovery::Found *open = firstIn(found, {State::Held, State::Paying})) {
        ActionButton *goOn = m_notice->addButton(tr("&Go on with it"), u"recoverGoOnButton"_s);
        connect(goOn, &QPushButton::clicked, this, [this, id = open->order] {
            dismiss();
            Q_EMIT paymentRequested(id);
        });
    } else if (const Recovery::Found *gone = firstIn(found, {State::Gone})) {
        ActionButton *again = m_notice->addButton(tr("Sell the same &again"), u"recoverSameAgainButton"_s);
        connect(again, &QPushButton::clicked, this, [this, id = gone->order] {
            dismiss();
            Q_EMIT sameAgainRequested(id);
        });
    }
    ActionButton *done = m_notice->addButton(tr("&Understood"), u"recoverDoneButton"_s);
    connect(done, &QPushButton::clicked, this, &RecoveryNotice::dismiss);
}

void RecoveryNotice::dismiss()
{
    m_isDismissed = true;
    m_notice->clear();
}

} // namespace okoshko
