// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/Fulfilment.h"

#include <QSet>

#include <algorithm>
#include <map>
#include <numeric>

namespace okoshko {

namespace {

using Field = Order::Field;

template <class T>
QSet<T> setOf(const QList<T> &list)
{
    return {list.cbegin(), list.cend()};
}

int countOf(const QList<WantedTickets> &random)
{
    return std::accumulate(random.cbegin(), random.cend(), 0,
                           [](int sum, const WantedTickets &part) { return sum + part.count; });
}

Fulfilment ofTickets(const QList<TicketId> &wanted, const Order &before, const Order &now)
{
    const QSet<TicketId> is = setOf(now.tickets);
    if (is == setOf(wanted))
        return Fulfilment::Whole;
    if (is == setOf(before.tickets))
        return Fulfilment::None;
    return setOf(wanted).contains(is) ? Fulfilment::Partly : Fulfilment::NotKnown;
}

Fulfilment ofRandom(const QList<WantedTickets> &wanted, const Order &before, const Order &now,
                    const QList<Ticket> &known)
{
    std::map<SetId, int> held; // of the tickets whose set is known
    qsizetype unknown = now.tickets.size();
    for (const Ticket &ticket : known) {
        if (!ticket.set.isNull() && now.tickets.contains(ticket.id)) {
            ++held[ticket.set];
            --unknown;
        }
    }
    std::map<SetId, int> asked;
    for (const WantedTickets &part : wanted) {
        if (part.count > 0)
            asked[part.set] += part.count;
    }
    const bool isMore = std::any_of(held.cbegin(), held.cend(), [&asked](const auto &part) {
        const auto it = asked.find(part.first);
        return it == asked.cend() || part.second > it->second;
    });
    const qsizetype total = countOf(wanted);
    const bool isSame = setOf(now.tickets) == setOf(before.tickets);
    // A server gives at most what is wanted of each set: with all tickets there, each set has its number. Unchanged
    // tickets can be those of other sets, though.
    const bool isSure = !isSame || unknown == 0 || asked.size() == 1;
    if (!isMore && now.tickets.size() == total)
        return isSure ? Fulfilment::Whole : Fulfilment::NotKnown;
    if (isSame)
        return Fulfilment::None;
    return !isMore && now.tickets.size() < total ? Fulfilment::Partly : Fulfilment::NotKnown;
}

/// Codes are reported as ids: only their number can be compared, and whether they are others than before.
Fulfilment ofCodes(const QStringList &wanted, const Order &before, const Order &now)
{
    const bool isSame = before.has(Field::PromoCodes) && setOf(now.promoCodes) == setOf(before.promoCodes);
    if (now.promoCodes.size() == wanted.size())
        return isSame && !wanted.isEmpty() ? Fulfilment::NotKnown : Fulfilment::Whole;
    if (isSame)
        return Fulfilment::None;
    return now.promoCodes.size() < wanted.size() && !now.promoCodes.isEmpty() ? Fulfilment::Partly
                                                                              : Fulfilment::NotKnown;
}

/// A change is made as one: its parts are judged together.
Fulfilment both(Fulfilment a, Fulfilment b)
{
    if (a == b)
        return a;
    return a == Fulfilment::NotKnown || b == Fulfilment::NotKnown ? Fulfilment::NotKnown : Fulfilment::Partly;
}

} // namespace

qsizetype wantedCount(const OrderChange &wanted, const Order &order)
{
    if (wanted.random)
        return countOf(*wanted.random);
    return wanted.tickets ? wanted.tickets->size() : order.tickets.size();
}

Fulfilment fulfilmentOf(const OrderChange &wanted, const Order &before, const Order &now, const QList<Ticket> &known)
{
    QList<Fulfilment> parts;
    if (wanted.tickets || wanted.random) {
        if (!now.has(Field::Tickets))
            return Fulfilment::NotKnown;
        parts << (wanted.tickets ? ofTickets(*wanted.tickets, before, now)
                                 : ofRandom(*wanted.random, before, now, known));
    }
    if (wanted.promoCodes) {
        if (!now.has(Field::PromoCodes))
            return Fulfilment::NotKnown;
        parts << ofCodes(*wanted.promoCodes, before, now);
    }
    if (parts.isEmpty()) // of the buyer only, journaled by an earlier version
        return Fulfilment::NotKnown;
    return parts.size() == 1 ? parts.first() : both(parts.first(), parts.last());
}

bool isCodeRefused(const OrderChange &wanted, const Order &before, const Order &answer)
{
    if (!wanted.promoCodes)
        return false;
    const bool hasWords = !answer.refusal.isEmpty();
    // A code may be refused in an answer that carries out the rest.
    if (answer.promoCodes.size() < wanted.promoCodes->size())
        return answer.has(Field::PromoCodes) || hasWords;
    // The code before may be there still, instead of the wanted one. Beside tickets the words may be about those.
    const bool isOfTickets = wanted.tickets || wanted.random;
    return hasWords && !isOfTickets && setOf(answer.promoCodes) == setOf(before.promoCodes);
}

bool explainsSum(const OrderChange &wanted, const Order &before, const Order &now)
{
    for (auto it = now.rules.cbegin(); it != now.rules.cend(); ++it) {
        if (before.rules.contains(it.key()) && before.rules.value(it.key()) != it.value())
            return false;
    }
    for (auto it = now.facePrices.cbegin(); it != now.facePrices.cend(); ++it) {
        if (before.facePrices.contains(it.key()) && before.facePrices.value(it.key()) != it.value())
            return false;
    }
    const bool areTicketsChanged = wanted.tickets || wanted.random;
    if (!areTicketsChanged && !wanted.promoCodes)
        return now.value == before.value;
    const Order::Fields needed = Field::Nominal | Field::Discount | Field::Value | Field::Tickets;
    const bool isOneSet = before.rules.size() == 1 && before.rules.keys() == now.rules.keys();
    if ((before.absent & needed) || (now.absent & needed) || (areTicketsChanged && !isOneSet))
        return true; // nothing to compare
    // Tickets of one set: each has the price that it had. Fees may be rounded by ticket.
    const qsizetype had = before.tickets.size();
    const qsizetype has = now.tickets.size();
    const auto isEach = [had, has](Money was, Money is) {
        return std::abs(is.minor() * had - was.minor() * has) <= had * has;
    };
    const bool isDiscounted = !before.discount.isZero() || !now.discount.isZero();
    return isEach(before.nominal + before.discount, now.nominal + now.discount) &&
           (isDiscounted || isEach(before.value, now.value));
}

ReserveRequest followed(ReserveRequest request, const OrderChange &wanted, const QList<Ticket> &known)
{
    if (wanted.random) {
        request.tickets.clear();
        request.random = *wanted.random;
        request.random.removeIf([](const WantedTickets &part) { return part.count == 0; });
    } else if (wanted.tickets) {
        std::map<SetId, int> counts;
        for (const Ticket &ticket : known) {
            if (!ticket.set.isNull() && wanted.tickets->contains(ticket.id))
                ++counts[ticket.set];
        }
        QList<WantedTickets> random;
        for (const auto &[set, count] : counts)
            random.append({set, count});
        // Asked for by number: "the same again" means other tickets.
        const bool isByNumber = request.tickets.isEmpty() && countOf(random) == wanted.tickets->size();
        request.random = isByNumber ? random : QList<WantedTickets>();
        request.tickets = isByNumber ? QList<TicketId>() : *wanted.tickets;
    }
    return request;
}

} // namespace okoshko
