// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/RecoveryNotice.h"

#include "models/counter/Counter.h"
#include "ui/main/SeenNotices.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Notice.h"

#include "models/domain/Text.h"
#include "models/sale/Countdown.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

constexpr qsizetype maxLines = 5;

/// Its seats are being released, and the sale will not continue.
bool isGivenUp(const Sale &sale)
{
    return sale.isOpen() && sale.goal == SaleGoal::Release;
}

} // namespace

RecoveryNotice::RecoveryNotice(Counter &counter, SeenNotices &seen, const Format &format, QWidget *parent)
    : QObject(parent)
    , m_counter(counter)
    , m_seen(seen)
    , m_format(format)
    , m_notice(new Notice(parent))
{
    m_notice->setObjectName(u"recoveryNotice"_s);
    connect(&counter.recovery, &Recovery::changed, this, &RecoveryNotice::refresh);
    connect(&counter.ticker, &Ticker::second, this, &RecoveryNotice::refresh);
    refresh();
}

void RecoveryNotice::setSalvaged(const QString &fileName)
{
    m_salvaged = fileName;
    refresh();
}

QString RecoveryNotice::lineOfMoney(const Sale &sale, SaleRemark remark) const
{
    const auto taken = sale.moneyTaken(); // earlier versions did not record how much
    const QString sum = m_format.sum(taken ? taken : PriceBreakdown::of(sale.order).total);
    const auto line = [&](const QString &words) { return words.arg(m_format.orderNumber(sale.order.number), sum); };
    if (isGivenUp(sale))
        return line(tr("Order %1 is being cancelled, and %2 is in the drawer: give it back once it is cancelled."));
    if (remark == SaleRemark::UnknownToServer)
        return line(tr("Order %1: the server does not know it, and %2 is in the drawer for it (F8)."));
    if (remark == SaleRemark::PaidTwice && sale.order.status == OrderStatus::Refunded)
        return line(tr("Order %1 was paid otherwise and refunded: give %2 back from the drawer (F8)."));
    if (remark == SaleRemark::PaidTwice)
        return line(
            tr("Order %1 was paid otherwise: give %2 back from the drawer (F8). The tickets can be handed out."));
    if (remark == SaleRemark::PaidTwiceInVain)
        return line(
            tr("Order %1 was paid otherwise: give %2 back from the drawer, and hand out no tickets before it is "
               "resolved (F8)."));
    if (remark == SaleRemark::MoneyTaken)
        return line(tr("Order %1 was not paid, and %2 is in the drawer: give it back, or sell the same again (F8)."));
    return line(tr("Order %1: %2 is in the drawer, and the payment is not confirmed yet. Take nothing again."));
}

QString RecoveryNotice::line(const Recovery::Found &found) const
{
    const Sale *sale = m_counter.service.sale(found.order);
    if (!sale)
        return {};
    const QString number = m_format.orderNumber(sale->order.number);
    const SaleRemark remark = remarkOf(*sale, m_counter.saleJournal.issues());
    if (sale->isMoneyTaken() || isInDrawer(remark))
        return lineOfMoney(*sale, remark);
    if (isGivenUp(*sale))
        return tr("Order %1 is being cancelled: take no money for it.").arg(number);
    if (remark == SaleRemark::UnknownToServer)
        return tr("Order %1: the server does not know it. Take no money for it.").arg(number);
    switch (found.state) {
    case Recovery::State::Reading:
        return tr("Order %1: the server is being asked…").arg(number);
    case Recovery::State::Paid:
        if (remark == SaleRemark::PaidTooLate || remark == SaleRemark::SeatsShort)
            return tr("Order %1 was paid, but not as it should be: hand out no tickets before it is resolved (F8).")
                .arg(number);
        return tr("Order %1 was paid meanwhile: the tickets can be handed out.").arg(number);
    case Recovery::State::Held: {
        const auto left = Countdown::of(sale->order, m_counter.clock.now()).value_or(Countdown()).left;
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

const Recovery::Found *RecoveryNotice::firstIn(std::initializer_list<Recovery::State> states) const
{
    const QList<Recovery::Found> &found = m_counter.recovery.found();
    const auto it = std::find_if(found.cbegin(), found.cend(), [&](const Recovery::Found &each) {
        const Sale *sale = m_counter.service.sale(each.order);
        return sale && !isGivenUp(*sale) && !sale->isUnknownToServer &&
               std::find(states.begin(), states.end(), each.state) != states.end();
    });
    return it == found.cend() ? nullptr : &*it;
}

QString RecoveryNotice::offer() const
{
    using State = Recovery::State;
    if (const Recovery::Found *open = firstIn({State::Held, State::Paying}))
        return u"recoverGoOnButton "_s + open->order.toString();
    const Recovery::Found *gone = firstIn({State::Gone});
    return gone ? u"recoverSameAgainButton "_s + gone->order.toString() : u"recoverDoneButton"_s;
}

void RecoveryNotice::refresh()
{
    const QList<Recovery::Found> &found = m_counter.recovery.found();
    if (m_seen.recovery || (found.isEmpty() && m_salvaged.isEmpty()))
        return m_notice->clear();
    QStringList lines;
    if (!m_salvaged.isEmpty())
        lines << tr("What could be read of it is in a new one; the damaged file is kept as %1. Compare today's orders "
                    "with the server's list, and the money in the drawer with the orders, and tell the administrator.")
                     .arg(m_salvaged);
    const qsizetype shown = shownLines(found.size(), maxLines);
    for (const Recovery::Found &each : found.mid(0, shown))
        lines << line(each);
    if (const auto more = static_cast<int>(found.size() - shown); more > 0)
        lines << tr("and %n more order(s), see the table", nullptr, more);
    const QString title = m_salvaged.isEmpty() ? tr("The program was closed in the middle of the work")
                                               : tr("This counter's journal was damaged");
    if (m_offer == offer() && m_notice->updateMessage({title, lines.join(u'\n')}))
        return; // the focus stays
    m_notice->showMessage(m_salvaged.isEmpty() ? Notice::Kind::Info : Notice::Kind::Warning,
                          {title, lines.join(u'\n')});
    m_offer = offer();
    addActions();
}

void RecoveryNotice::addActions()
{
    using State = Recovery::State;
    if (const Recovery::Found *open = firstIn({State::Held, State::Paying})) {
        ActionButton *goOn = m_notice->addButton(tr("&Go on with it"), u"recoverGoOnButton"_s);
        connect(goOn, &QPushButton::clicked, this, [this, id = open->order] {
            dismiss();
            Q_EMIT paymentRequested(id);
        });
    } else if (const Recovery::Found *gone = firstIn({State::Gone})) {
        ActionButton *again = m_notice->addButton(tr("Sell the same &again"), u"recoverSameAgainButton"_s);
        connect(again, &QPushButton::clicked, this, [this, id = gone->order] {
            dismiss();
            Q_EMIT sameAgainRequested(id);
        });
    }
    connect(m_notice->addUnderstood(u"recoverDoneButton"_s), &QPushButton::clicked, this, &RecoveryNotice::dismiss);
}

void RecoveryNotice::dismiss()
{
    m_seen.recovery = true;
    m_notice->clear();
}

} // namespace okoshko
