// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/TicketText.h"

#include "models/sale/PriceBreakdown.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::TicketText)
};

std::optional<Money> priceOf(const Sale &sale, const TicketSet &set)
{
    const RuleId rule = sale.order.rules.value(set.id);
    for (const PriceRule &candidate : set.rules) {
        if (candidate.id == rule)
            return candidate.price;
    }
    return rule.isNull() ? set.price : std::nullopt;
}

QString seatWords(const Seat &seat)
{
    QStringList words;
    if (!seat.row.isEmpty())
        words << Words::tr("row %1").arg(seat.row);
    if (!seat.number.isEmpty())
        words << Words::tr("seat %1").arg(seat.number);
    return words.join(u", "_s);
}

QString priceWords(const std::optional<Money> &price, int count, const Format &format)
{
    return price ? format.plainMoney(*price * count) : QString();
}

} // namespace

QString eventTitle(const Sale &sale, const Event *event)
{
    return event ? event->title : sale.request.eventTitle;
}

QList<TicketLine> ticketLines(const Sale &sale, const Event *event, const Format &format)
{
    QList<TicketLine> lines;
    QList<std::pair<SetId, int>> unnumbered;
    const auto countUnnumbered = [&unnumbered](const SetId &set, int count) {
        const auto it = std::find_if(unnumbered.begin(), unnumbered.end(),
                                     [&set](const auto &known) { return known.first == set; });
        if (it == unnumbered.end())
            unnumbered.append({set, count});
        else
            it->second += count;
    };
    const auto setOf = [event](const SetId &id) { return event ? event->set(id) : nullptr; };

    for (const Ticket &ticket : sale.tickets) {
        const TicketSet *set = setOf(ticket.set);
        const QString seat = ticket.seat ? seatWords(*ticket.seat) : QString();
        if (seat.isEmpty()) {
            countUnnumbered(ticket.set, 1);
            continue;
        }
        QStringList what{set ? set->name : QString(), seat};
        what.removeAll(QString());
        lines.append({what.join(u" · "_s), priceWords(set ? priceOf(sale, *set) : std::nullopt, 1, format)});
    }
    // Until the tickets are read, the order tells how many there are, and the one set that they are of.
    if (sale.tickets.isEmpty() && !sale.order.tickets.isEmpty()) {
        const SetId only = sale.order.rules.size() == 1 ? sale.order.rules.keyBegin().base().key() : SetId();
        countUnnumbered(only, static_cast<int>(sale.order.tickets.size()));
    }
    for (const auto &[id, count] : unnumbered) {
        const TicketSet *set = setOf(id);
        const QString name = set ? set->name : Words::tr("Tickets");
        lines.append({count > 1 ? u"%1 × %2"_s.arg(name, QString::number(count)) : name,
                      priceWords(set ? priceOf(sale, *set) : std::nullopt, count, format)});
    }
    return lines;
}

QString candidateWords(const Candidate &candidate, const Format &format)
{
    const Order &order = candidate.order;
    QStringList words{Words::tr("order %1").arg(format.orderNumber(order.number)),
                      format.tickets(static_cast<int>(order.tickets.size()))};
    constexpr qsizetype most = 4;
    for (const Ticket &ticket : candidate.tickets.mid(0, most)) {
        const QString seat = ticket.seat ? seatWords(*ticket.seat) : QString();
        if (!seat.isEmpty())
            words << seat;
    }
    words << format.sum(PriceBreakdown::of(order).total)
          << (order.createdAt ? Words::tr("made at %1").arg(format.clockSeconds(*order.createdAt))
                              : Words::tr("the server does not tell when it was made"));
    return words.join(u", "_s);
}

} // namespace okoshko
