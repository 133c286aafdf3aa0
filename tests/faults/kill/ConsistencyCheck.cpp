// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/kill/ConsistencyCheck.h"

#include "tests/faults/fixture/LostCreate.h"
#include "tests/faults/kill/BoxOffice.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

QString words(const Order &order)
{
    return u"%1 %2"_s.arg(order.id.toString(), toWord(order.status));
}

QString words(const ReportedOrder &order)
{
    return u"%1 %2"_s.arg(order.id, order.status);
}

QStringList ticketsOf(const Order &order)
{
    QStringList tickets;
    for (const TicketId &ticket : order.tickets)
        tickets << ticket.toString();
    tickets.sort();
    return tickets;
}

/// The name of a payment system, by the id under which the server tells it.
QString systemOf(const QString &id)
{
    return id == u"545b544a5d645a463e779d53" ? u"api/BASE"_s : id;
}

/// \a order as the server tells it, \a sale as the journal does.
QString difference(const ReportedOrder &order, const JournaledSale &sale)
{
    const QString state = toWord(sale.order.status);
    if (state != order.status)
        return u"the server has %1, the journal %2"_s.arg(words(order), state);
    if (sale.order.value.toString() != order.value)
        return u"%1 costs %2, in the journal %3"_s.arg(order.id, order.value, sale.order.value.toString());
    if (ticketsOf(sale.order) != order.tickets)
        return u"%1 has other tickets in the journal"_s.arg(order.id);
    if (order.isSold() && (sale.system.isEmpty() || sale.system != systemOf(order.system)))
        return u"%1 is paid by %2, in the journal by %3"_s.arg(order.id, systemOf(order.system), sale.system);
    return {};
}

/// A sale is of one ticket, and its outcome is what was seen to be done about it.
QString wrongOutcome(const ReportedOrder &order, const Facts::Seen &seen)
{
    if (order.tickets.size() != 1)
        return u"%1 has %2 tickets"_s.arg(words(order)).arg(order.tickets.size());
    if (seen.paid.contains(order.id) && !order.isSold())
        return u"%1 was paid by its buyer"_s.arg(words(order));
    if (seen.givenUp.contains(order.id) && !seen.paid.contains(order.id) && order.status != u"canceled")
        return u"%1 was given up"_s.arg(words(order));
    return {};
}

/// An order that the journal does not know. Its request may have died with the program; then it is nobody's, and what
/// is right depends on what the desk does about such orders.
QString unknown(const ReportedOrder &order, const Facts::Seen &seen)
{
    const bool mayRunOut = lostCreate == LostCreate::Shown && seen.unanswered.contains(order.id);
    if (!mayRunOut)
        return u"the server has %1, the journal does not know it"_s.arg(words(order));
    if (seen.touched.contains(order.id) || (order.status != u"executed" && order.status != u"expired"))
        return u"%1 was changed, though nobody claimed it"_s.arg(words(order));
    return {};
}

QStringList soldTwice(const QList<ReportedOrder> &orders)
{
    QStringList found;
    QSet<QString> taken;
    for (const ReportedOrder &order : orders) {
        if (!order.isHeld() && !order.isSold())
            continue;
        for (const QString &ticket : order.tickets) {
            if (taken.contains(ticket))
                found << u"ticket %1 is in two orders"_s.arg(ticket);
            taken << ticket;
        }
    }
    return found;
}

} // namespace

QStringList differences(const Facts &facts)
{
    QStringList found = soldTwice(facts.server);
    QHash<QString, const JournaledSale *> journaled;
    for (const JournaledSale &sale : facts.sales) {
        if (journaled.contains(sale.order.id.toString()))
            found << u"the journal has %1 twice"_s.arg(words(sale.order));
        journaled.insert(sale.order.id.toString(), &sale);
    }
    for (const ReportedOrder &order : facts.server) {
        const JournaledSale *sale = journaled.take(order.id);
        found << (sale ? difference(order, *sale) : unknown(order, facts.seen)) << wrongOutcome(order, facts.seen);
    }
    for (const JournaledSale *sale : std::as_const(journaled))
        found << u"the journal has %1, the server does not know it"_s.arg(words(sale->order));
    for (const Intent &intent : facts.open) {
        if (intent.verb != Intent::Verb::Reserve)
            found << u"intent %1 about %2 is open"_s.arg(intent.id).arg(intent.order.toString());
    }
    for (const Issue &entry : facts.issues) {
        const bool isAsked = lostCreate == LostCreate::Shown && entry.kind == Issue::Kind::UnknownReservation;
        if (!isAsked)
            found
                << u"to be settled by a person: %1 %2"_s.arg(static_cast<int>(entry.kind)).arg(entry.order.toString());
    }
    found.removeAll(QString());
    return found;
}

QStringList strays(const QString &event, const QHash<QString, QString> &first, const QHash<QString, QString> &now,
                   const QList<ReportedOrder> &orders)
{
    QHash<QString, QString> expected = first;
    for (const ReportedOrder &order : orders) {
        if (order.event != event || !(order.isHeld() || order.isSold()))
            continue;
        for (const QString &ticket : order.tickets)
            expected[ticket] = order.isSold() ? u"sold"_s : u"reserved"_s;
    }
    QStringList found;
    for (auto it = expected.cbegin(); it != expected.cend(); ++it) {
        if (now.value(it.key()) != it.value())
            found << u"seat %1 is %2, by the orders %3"_s.arg(it.key(), now.value(it.key()), it.value());
    }
    if (now.size() != expected.size())
        found << u"there are %1 seats, not %2"_s.arg(now.size()).arg(expected.size());
    return found;
}

Journaled<std::unique_ptr<Journal>> openCopy(const QString &profile, const QString &to, const Account &account)
{
    const auto copy = copyJournal(profile, to);
    if (!copy)
        return tl::unexpected(JournalError{JournalError::Kind::Damaged, copy.error()});
    if (copy->isEmpty())
        return nullptr;
    return Journal::open(*copy, account, u"test"_s);
}

} // namespace okoshko::test
