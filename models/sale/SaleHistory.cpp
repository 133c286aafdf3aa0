// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/SaleHistory.h"

#include "models/domain/Word.h"

#include <array>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

using What = HistoryEntry::What;

constexpr std::array words{
    Word{What::Created, "created"_L1},
    Word{What::CreatedPartly, "created_partly"_L1},
    Word{What::CreatedEmpty, "created_empty"_L1},
    Word{What::FoundAgain, "found_again"_L1},
    Word{What::Claimed, "claimed"_L1},
    Word{What::SumChanged, "sum_changed"_L1},
    Word{What::SumAccepted, "sum_accepted"_L1},
    Word{What::TicketsChanged, "tickets_changed"_L1},
    Word{What::FewerAccepted, "fewer_accepted"_L1},
    Word{What::CodesChanged, "codes_changed"_L1},
    Word{What::Noted, "note"_L1},
    Word{What::SumQuoted, "sum_quoted"_L1},
    Word{What::SystemChosen, "system_chosen"_L1},
    Word{What::TicketsByEmail, "tickets_by_email"_L1},
    Word{What::PaymentStarted, "payment_started"_L1},
    Word{What::StartedElsewhere, "started_elsewhere"_L1},
    Word{What::StartedUnknown, "started_unknown"_L1},
    Word{What::PaidOnPage, "paid_on_page"_L1},
    Word{What::PaidAtStart, "paid_at_start"_L1},
    Word{What::MoneyTaken, "money_taken"_L1},
    Word{What::Collected, "collected"_L1},
    Word{What::PaidUnknown, "paid_unknown"_L1},
    Word{What::IssuedFree, "issued_free"_L1},
    Word{What::Canceled, "canceled"_L1},
    Word{What::CanceledInPayment, "canceled_in_payment"_L1},
    Word{What::CanceledInPayment, "declined"_L1}, // the word of journal version 1
    Word{What::CanceledElsewhere, "canceled_elsewhere"_L1},
    Word{What::CanceledUnknown, "canceled_unknown"_L1},
    Word{What::Expired, "expired"_L1},
    Word{What::Refunded, "refunded"_L1},
    Word{What::StepFailed, "step_failed"_L1},
    Word{What::Settled, "settled"_L1},
    Word{What::Closed, "closed"_L1},
    Word{What::Printed, "printed"_L1},
    Word{What::PrintedAgain, "printed_again"_L1},
    Word{What::ReceiptPrinted, "receipt_printed"_L1},
    Word{What::SavedAsFile, "saved_as_file"_L1},
    Word{What::PrintNotNeeded, "print_not_needed"_L1},
    Word{What::PrintGivenUp, "print_given_up"_L1},
    Word{What::BlanksUsed, "blanks_used"_L1},
    Word{What::BlanksSpoiled, "blanks_spoiled"_L1},
    Word{What::RefundedOnPaper, "refunded_on_paper"_L1},
};

/// Such an order may have been changed there since it was last read.
bool isMadeElsewhere(const Sale &sale)
{
    return sale.request.wantedCount() == 0;
}

/// Words in the record before the kind of the error.
constexpr std::array stepWords{
    Word{Step::StartPayment, "start_payment"_L1},
    Word{Step::Confirm, "confirm"_L1},
    Word{Step::Cancel, "cancel"_L1},
    Word{Step::Change, "change"_L1},
    Word{Step::Read, "read"_L1},
};

QString failureWords(const HistoryEntry &entry)
{
    QString kind = entry.error ? toWord(entry.error->kind) : entry.words;
    // The server's words about a request that held a buyer's data may repeat them.
    const bool areWordsKept = entry.step == Step::Confirm || entry.step == Step::Cancel;
    if (areWordsKept && entry.error && !entry.error->serverWords.isEmpty())
        kind += u' ' + entry.error->serverWords;
    return entry.step && entry.step != Step::Read ? toWord(*entry.step) + u' ' + kind : kind;
}

std::optional<Step> failedStep(const QString &recorded)
{
    return valueOf(stepWords, recorded.section(u' ', 0, 0));
}

What paidHow(const Sale &before, OwnRequest ownRequest, Step by)
{
    if (ownRequest == OwnRequest::Answered)
        return by == Step::Confirm ? What::Collected : What::PaidAtStart;
    // An open intent is the cause if the buyer cannot be: there is no payment page.
    if (ownRequest == OwnRequest::Open && before.confirmedBy == ConfirmedBy::Cashier)
        return What::Collected;
    // With a page it was the buyer. Without one another counter with the same key may have confirmed, or a bank
    // transfer arrived.
    const bool onPage =
        ownRequest == OwnRequest::None && !isMadeElsewhere(before) && !before.order.payment.redirectUrl.isEmpty();
    return onPage ? What::PaidOnPage : What::PaidUnknown;
}

What canceledHow(const Sale &before, const Order &after, OwnRequest ownRequest)
{
    const bool buyerCould =
        (before.lastKnown == OrderStatus::InProgress && before.confirmedBy != ConfirmedBy::Cashier) ||
        !after.payment.redirectUrl.isEmpty();
    if (ownRequest == OwnRequest::Answered ||
        (ownRequest == OwnRequest::Open && !buyerCould && !isMadeElsewhere(before)))
        return What::Canceled;
    if (ownRequest != OwnRequest::None)
        return What::CanceledUnknown;
    return before.lastKnown == OrderStatus::InProgress ? What::CanceledInPayment : What::CanceledElsewhere;
}

} // namespace

QString toWord(Step step)
{
    return wordOf(stepWords, step);
}

std::optional<HistoryEntry> whatHappened(const Sale &before, const Order &after, OwnRequest ownRequest, Step by,
                                         Instant now)
{
    if (before.lastKnown == after.status)
        return std::nullopt;
    const auto entry = [now](What what) { return HistoryEntry{.at = now, .what = what}; };
    switch (after.status) {
    case OrderStatus::InProgress:
        return HistoryEntry{.at = now,
                            .what = ownRequest == OwnRequest::None       ? What::StartedElsewhere
                                    : ownRequest == OwnRequest::Possible ? What::StartedUnknown
                                                                         : What::PaymentStarted,
                            .till = after.reservedTill};
    case OrderStatus::Done:
        return entry(merged(before.order, after).isFree() ? What::IssuedFree : paidHow(before, ownRequest, by));
    case OrderStatus::Canceled:
        return entry(canceledHow(before, after, ownRequest));
    case OrderStatus::Expired:
        return entry(What::Expired);
    case OrderStatus::Refunded:
        return entry(What::Refunded);
    case OrderStatus::Executed:
    case OrderStatus::Unknown:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

HistoryEntry howItBegan(const Order &order, const ReserveRequest &request, Instant now)
{
    HistoryEntry entry{.at = order.createdAt.value_or(now), .what = What::Created, .till = order.reservedTill};
    if (order.holdsNoTicket())
        entry.what = What::CreatedEmpty;
    else if (order.has(Order::Field::Tickets) && order.tickets.size() < request.wantedCount())
        entry.what = What::CreatedPartly;
    return entry;
}

RecordEntry toRecord(const HistoryEntry &entry, const OrderId &order)
{
    return {.at = entry.at,
            .what = wordOf(words, entry.what),
            .order = order,
            .words = entry.what == What::StepFailed ? failureWords(entry) : entry.words,
            .till = entry.till};
}

std::optional<HistoryEntry> toHistory(const RecordEntry &entry)
{
    const auto what = valueOf(words, entry.what);
    if (!what)
        return std::nullopt;
    HistoryEntry read{.at = entry.at, .what = *what, .words = entry.words, .till = entry.till};
    if (read.what == What::StepFailed) {
        read.step = failedStep(read.words);
        read.words = read.step ? read.words.section(u' ', 1) : read.words;
        if (const auto kind = toErrorKind(read.words.section(u' ', 0, 0)))
            read.error = ApiError{.kind = *kind, .serverWords = read.words.section(u' ', 1)};
    }
    return read;
}

} // namespace okoshko
