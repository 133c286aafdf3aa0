// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/Sale.h"

#include <algorithm>
#include <array>

namespace okoshko {

bool Sale::notePage(const Order &reported)
{
    if (reported.payment.redirectUrl.isEmpty() || isPaidOnPage())
        return false;
    confirmedBy = ConfirmedBy::Page;
    return true;
}

Sale::Collecting Sale::collecting() const
{
    const bool isAwaited = order.status == OrderStatus::InProgress && goal == SaleGoal::Sell && !closed;
    if (!isAwaited || isPaidOnPage() || !order.payment.redirectUrl.isEmpty() || nature() != Nature::Usual)
        return Collecting::No;
    return confirmedBy == ConfirmedBy::Cashier ? Collecting::Yes : Collecting::AfterAsking;
}

bool Sale::isMoneyTaken() const
{
    if (!isOpen() || !isDue())
        return false;
    const auto isConfirm = [](const HistoryEntry &entry) { // of an earlier version, which had no MoneyTaken
        return entry.what == HistoryEntry::What::StepFailed && entry.step == Step::Confirm;
    };
    return moneyTaken() || (failure && failure->step == Step::Confirm) ||
           std::any_of(history.cbegin(), history.cend(), isConfirm);
}

std::optional<Money> Sale::moneyTaken() const
{
    const auto last = std::find_if(history.crbegin(), history.crend(), [](const HistoryEntry &entry) {
        return entry.what == HistoryEntry::What::MoneyTaken;
    });
    return last == history.crend() ? std::nullopt : std::optional(Money::fromMinor(last->words.toLongLong()));
}

bool Sale::isDue() const
{
    const auto before = priceBefore();
    return !isFree() && !(before && before->total == Money());
}

std::optional<PriceBreakdown> Sale::priceBefore() const
{
    if (closed || (isFinal(order.status) && order.status != OrderStatus::Done))
        return std::nullopt; // no payment follows
    std::optional<PriceBreakdown> before;
    using What = HistoryEntry::What;
    for (auto entry = history.crbegin();
         entry != history.crend() && entry->what != What::SumAccepted && entry->what != What::SumQuoted; ++entry) {
        if (entry->what == What::SumChanged)
            before = SumChange::parse(entry->words).was;
    }
    // The sum may have returned to the one known to the buyer.
    return before && order.has(Order::Field::Value) && before->total != order.value ? before : std::nullopt;
}

std::optional<Sale::Shortfall> Sale::shortfall() const
{
    const int got = order.ticketCount().value_or(request.wantedCount());
    return isOpen() && got < request.wantedCount() ? std::optional(Shortfall{request.wantedCount(), got})
                                                   : std::nullopt;
}

std::optional<Sale::Shortfall> Sale::shortfallToAccept() const
{
    const auto missing = shortfall();
    return missing && missing == acceptedShortfall() ? std::nullopt : missing;
}

std::optional<Sale::Shortfall> Sale::acceptedShortfall() const
{
    // Tickets asked for once more are another question, though the answer has the same numbers.
    const auto last = std::find_if(history.crbegin(), history.crend(), [](const HistoryEntry &entry) {
        return entry.what == HistoryEntry::What::FewerAccepted || entry.what == HistoryEntry::What::TicketsChanged;
    });
    return last != history.crend() && last->what == HistoryEntry::What::FewerAccepted
               ? std::optional(Shortfall::parse(last->words))
               : std::nullopt;
}

std::optional<int> Sale::ticketsPaidFor() const
{
    if (request.wantedCount() == 0)
        return std::nullopt;
    const auto accepted = acceptedShortfall();
    return accepted ? accepted->got : request.wantedCount();
}

QStringList Sale::typedCodes() const
{
    if (!order.has(Order::Field::PromoCodes))
        return order.refusal.isEmpty() ? request.promoCodes : QStringList();
    // Codes are reported as ids: with fewer of them it is not known which are there.
    return order.promoCodes.size() < request.promoCodes.size() ? QStringList() : request.promoCodes;
}

const HistoryEntry *Sale::payment() const
{
    using What = HistoryEntry::What;
    static constexpr std::array payments{What::PaidOnPage, What::PaidAtStart, What::Collected, What::PaidUnknown,
                                         What::IssuedFree};
    const auto entry = std::ranges::find_first_of(history, payments, {}, &HistoryEntry::what);
    return entry == history.cend() ? nullptr : &*entry;
}

bool Sale::isPaidWithoutMoney() const
{
    const HistoryEntry *entry = payment();
    return entry && entry->what == HistoryEntry::What::PaidAtStart && order.value > Money() &&
           nature() == Nature::Usual && order.payment.redirectUrl.isEmpty() &&
           confirmation != PaymentSystem::Confirmation::Server;
}

bool Sale::isSentByEmail() const
{
    using What = HistoryEntry::What;
    static constexpr std::array choices{What::SystemChosen, What::TicketsByEmail};
    const auto last = std::find_first_of(history.crbegin(), history.crend(), choices.begin(), choices.end(),
                                         [](const HistoryEntry &entry, What what) { return entry.what == what; });
    return nature() == Nature::Invitation || (last != history.crend() && last->what == What::TicketsByEmail);
}

Nature Sale::nature() const
{
    const Nature chosen = natureOf(system);
    return chosen == Nature::Usual ? natureOf(order.payment.system) : chosen;
}

} // namespace okoshko
