// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/TicketText.h"

#include "models/domain/Text.h"
#include "models/sale/PriceBreakdown.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

struct TicketWords
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::TicketText)
};

/// Of one ticket of each set, as far as the order has it.
QHash<SetId, Money> facePrices(const Sale &sale)
{
    const std::optional<Money> face = PriceBreakdown::of(sale.order).face;
    QHash<SetId, int> counts;
    for (const Ticket &ticket : sale.tickets)
        ++counts[ticket.set];
    const auto total = sale.order.tickets.size();
    // Before the tickets are read, the order has their number and the rule of their only set.
    if (sale.tickets.isEmpty() && total > 0 && sale.order.rules.size() == 1)
        counts.insert(sale.order.rules.cbegin().key(), static_cast<int>(total));
    if (!face || (!sale.tickets.isEmpty() && sale.tickets.size() != total) || counts.contains(SetId()))
        return {};
    Money sum;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        sum = sum + sale.order.facePrices.value(it.key()) * it.value();
    if (!counts.isEmpty() && sum == *face)
        return sale.order.facePrices;
    if (counts.size() != 1 || face->minor() % total != 0)
        return {};
    return {{counts.cbegin().key(), Money::fromMinor(face->minor() / total)}};
}

/// `ряд 4`, `место 11`
QStringList placeWords(const Seat &seat)
{
    return {seat.row.isEmpty() ? QString() : TicketWords::tr("row %1").arg(isolated(seat.row)),
            seat.number.isEmpty() ? QString() : TicketWords::tr("seat %1").arg(isolated(seat.number))};
}

struct Unnumbered
{
    SetId set;
    QString sector; ///< its name
    int count;
};

void add(const Unnumbered &tickets, QList<Unnumbered> &all)
{
    const auto known = std::find_if(all.begin(), all.end(), [&tickets](const Unnumbered &one) {
        return one.set == tickets.set && one.sector == tickets.sector;
    });
    if (known == all.end())
        all.append(tickets);
    else
        known->count += tickets.count;
}

} // namespace

QString eventTitle(const Sale &sale, const Event *event)
{
    return event ? event->title : sale.request.eventTitle;
}

QString sectorOf(const std::optional<Seat> &seat, const TicketSet *set, const Event *event)
{
    QString sector = seat ? seat->sector : QString();
    if (sector.isEmpty() && set)
        sector = set->sector;
    const QString name = event ? event->sectorName(sector) : QString();
    return set && set->name.compare(name, Qt::CaseInsensitive) == 0 ? QString() : name;
}

QString seatWords(const std::optional<Seat> &seat, const TicketSet *set, const Event *event)
{
    if (!seat || !seat->isNumbered())
        return {};
    return inOneLine(QStringList{sectorOf(seat, set, event)} + placeWords(*seat), u", "_s);
}

QString TicketLine::whole() const
{
    return inOneLine({name, seat}, u", "_s);
}

QList<TicketLine> ticketLines(const Sale &sale, const Event *event, const Format &format)
{
    QList<TicketLine> lines;
    QList<Unnumbered> unnumbered;
    const QHash<SetId, Money> prices = facePrices(sale);
    const auto priceWords = [&prices, &format](const SetId &set, int count) {
        const auto price = prices.constFind(set);
        return price == prices.cend() ? QString() : format.plainMoney(*price * count);
    };
    const auto setOf = [event](const SetId &id) { return event ? event->set(id) : nullptr; };

    int unreadable = 0;
    for (const Ticket &ticket : sale.tickets) {
        if (ticket == Ticket()) {
            ++unreadable;
            continue;
        }
        const TicketSet *set = setOf(ticket.set);
        const QString sector = sectorOf(ticket.seat, set, event);
        const QString seat = ticket.seat ? inOneLine(placeWords(*ticket.seat), u", "_s) : QString();
        if (seat.isEmpty())
            add({ticket.set, sector, 1}, unnumbered);
        else
            lines.append({inOneLine({set ? set->name : QString(), sector}), seat, priceWords(ticket.set, 1)});
    }
    // Before the tickets are read, the order has their number and the rule of their only set.
    if (sale.tickets.isEmpty() && !sale.order.tickets.isEmpty()) {
        const SetId only = sale.order.rules.size() == 1 ? sale.order.rules.keyBegin().base().key() : SetId();
        add({only, sectorOf(std::nullopt, setOf(only), event), static_cast<int>(sale.order.tickets.size())},
            unnumbered);
    }
    for (const auto &[id, sector, count] : unnumbered) {
        const TicketSet *set = setOf(id);
        const QString name = inOneLine({set ? set->name : TicketWords::tr("Tickets"), sector});
        lines.append({count > 1 ? u"%1 × %2"_s.arg(isolated(name), QString::number(count)) : name, QString(),
                      priceWords(id, count)});
    }
    // Too few lines would look like too few tickets.
    if (unreadable > 0)
        lines.append({TicketWords::tr("%n ticket(s) could not be read", nullptr, unreadable), {}});
    const auto told = sale.order.ticketCount();
    const int missing = told.value_or(0) - static_cast<int>(sale.tickets.size());
    if (!sale.tickets.isEmpty() && missing > 0)
        lines.append({TicketWords::tr("%n more ticket(s), not told", nullptr, missing), {}});
    if (sale.tickets.isEmpty() && !told)
        lines.append({format.tickets(told), {}});
    return lines;
}

QStringList missingLines(const Sale &sale, const QList<WantedTickets> &wanted, const Event *event, const Format &format)
{
    if (sale.order.ticketCount() != static_cast<int>(sale.tickets.size()))
        return {};
    QStringList lines;
    for (const WantedTickets &part : wanted) {
        const auto got = static_cast<int>(std::ranges::count(sale.tickets, part.set, &Ticket::set));
        const TicketSet *set = event ? event->set(part.set) : nullptr;
        if (set && got < part.count)
            lines << TicketWords::tr("%1: asked for %2, got %3")
                         .arg(isolated(set->name), format.count(part.count), format.count(got));
    }
    return lines;
}

QString candidateWords(const Candidate &candidate, const Event *event, const Format &format)
{
    const Order &order = candidate.order;
    QStringList words{TicketWords::tr("order %1").arg(format.orderNumber(order.number)),
                      format.tickets(order.ticketCount())};
    constexpr qsizetype most = 4;
    for (const Ticket &ticket : candidate.tickets.mid(0, most))
        words << seatWords(ticket.seat, event ? event->set(ticket.set) : nullptr, event);
    words << format.sum(PriceBreakdown::of(order).total)
          << (order.createdAt ? TicketWords::tr("made at %1").arg(format.clockSeconds(*order.createdAt))
                              : TicketWords::tr("the server does not tell when it was made"));
    return inOneLine(words, u", "_s);
}

void ListText::addMore(QStringList &lines, qsizetype more)
{
    if (more > 0)
        lines << tr("and %n more", nullptr, static_cast<int>(more));
}

CancelText::CancelText(const Sale &sale, const Format &format)
{
    const bool isElsewhere = sale.origin == Sale::Origin::Elsewhere;
    title = isElsewhere ? tr("Cancel another counter's order?") : tr("Cancel this order?");
    QStringList words{tr("Order %1.").arg(format.orderNumber(sale.order.number))};
    if (isElsewhere)
        words << tr("It was made at another counter, and its buyer may be standing there.");
    words << (sale.order.status == OrderStatus::InProgress
                  ? tr("The payment that was started is closed, and the seats go back on sale at once.")
                  : tr("The seats go back on sale at once."));
    if (sale.isMoneyTaken())
        words << tr("The money is in the drawer: give it back to the buyer.");
    body = words.join(u' ');
}

QString CancelText::yes()
{
    return tr("&Yes, cancel it");
}

QString CancelText::no()
{
    return tr("N&o");
}

} // namespace okoshko
