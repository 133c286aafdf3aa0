// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"
#include "models/domain/Issue.h"
#include "models/domain/Order.h"
#include "models/domain/PaymentSystem.h"
#include "models/journal/JournalStore.h"
#include "models/sale/PriceBreakdown.h"

#include <QList>
#include <QString>

#include <optional>

namespace okoshko {

/// A request for one order. Choosing the payment system and starting the payment are one step.
enum class Step { StartPayment, Confirm, Cancel, Change, Read };

/// How a payment is started.
enum class PaymentStart {
    Separate, ///< the payment system is chosen, then the payment is started (the recording)
    Combined, ///< in one request; if the server refuses it, as Separate
};

/// An entry of an order's timeline. If the actor is unknown, the entry says so.
struct HistoryEntry
{
    enum class What {
        Created,        ///< `till` = held until
        CreatedPartly,  ///< fewer tickets than asked for
        CreatedEmpty,   ///< no ticket
        FoundAgain,     ///< by an earlier version: the answer was lost, the order was found at the server
        Claimed,        ///< the answer was lost; the cashier claimed the order
        SystemChosen,   ///< `words` = the system's name, as sent
        TicketsByEmail, ///< chosen with the system: the vendor sends the tickets to the buyer; no words
        PaymentStarted, ///< `till` = held until
        StartedElsewhere,
        StartedUnknown,    ///< payment started, unknown by whom
        PaidOnPage,        ///< paid by the buyer, as reported by the server
        PaidAtStart,       ///< done at the start of the payment (an invitation)
        MoneyTaken,        ///< the cashier has said that the money is in the drawer; `words` = the sum in minor units
        Collected,         ///< collected by the cashier, confirmed by the server
        PaidUnknown,       ///< paid, unknown by whom
        IssuedFree,        ///< done, with nothing to pay
        Canceled,          ///< cancelled at this counter
        CanceledInPayment, ///< cancelled during the payment, by the buyer or another counter
        CanceledElsewhere,
        CanceledUnknown, ///< cancelled, unknown by whom
        Expired,
        Refunded,
        StepFailed,     ///< `step` failed with `error`; one entry for a series of equal failures
        Settled,        ///< an issue was resolved; `words` = how
        Closed,         ///< closed by a person, as the server does not know it
        SumChanged,     ///< the price has changed; `words` = SumChange::toWords()
        SumAccepted,    ///< the cashier has accepted the new sum for the buyer
        TicketsChanged, ///< by the cashier; `words` = the numbers of tickets wanted and got: `4 3`
        CodesChanged,   ///< promo codes changed by the cashier; `words` = the number applied
        FewerAccepted,  ///< by the cashier, than asked for; `words` as of TicketsChanged
        Noted,          ///< by the cashier; `words` = the note
        SumQuoted,      ///< the sum has changed by a change of the cashier; `words` = SumChange::toWords()
        // Printing; `words` = the number of tickets, then what is said of each.
        Printed,         ///< … the printer
        PrintedAgain,    ///< … the duplicates' highest number, the printer
        ReceiptPrinted,  ///< the duplicate's number, 0 for the first issue; the printer
        SavedAsFile,     ///< as PDF; … the duplicates' highest number, 0 for the first issue
        PrintNotNeeded,  ///< no words
        PrintGivenUp,    ///< … the PrintTrouble's word; the tickets are those that are not printed
        BlanksUsed,      ///< as of BlanksSpoiled, without a reason
        BlanksSpoiled,   ///< the number of blanks, the first blank's number (0 = unknown), the reason as typed
        RefundedOnPaper, ///< printed, or perhaps printed, and refunded
    };

    Instant at{}; ///< server time
    What what = What::Created;
    QString words{};
    std::optional<Instant> till{};
    std::optional<Step> step{};      ///< of StepFailed; absent in older entries
    std::optional<ApiError> error{}; ///< the journal stores its kind, and of Confirm and Cancel the server's words

    friend bool operator==(const HistoryEntry &, const HistoryEntry &) = default;
};

/// A sale at this counter: the order as last reported by the server, and this counter's steps. A value.
struct Sale
{
    struct Failure
    {
        Step step = Step::Read;
        ApiError error;

        /// A change that was not made: the order is as it was, and nothing is left to do.
        [[nodiscard]] bool isOfNoEffect() const { return step == Step::Change && error.effect == Effect::None; }

        friend bool operator==(const Failure &, const Failure &) = default;
    };

    /// Fewer tickets than asked for.
    struct Shortfall
    {
        int asked = 0;
        int got = 0;

        [[nodiscard]] QString toWords() const { return QStringLiteral("%1 %2").arg(asked).arg(got); }
        [[nodiscard]] static Shortfall parse(const QString &words)
        {
            return {words.section(u' ', 0, 0).toInt(), words.section(u' ', 1, 1).toInt()};
        }

        friend bool operator==(const Shortfall &, const Shortfall &) = default;
    };

    /// An order made elsewhere becomes ThisCounter with the first change made here.
    enum class Origin { ThisCounter, Elsewhere };
    enum class Known {
        FromServer,
        FromJournal, ///< state of the last run; no change is allowed before the server has reported the order
    };
    /// Whether the cashier may confirm the payment.
    enum class Collecting {
        No,
        AfterAsking, ///< unknown whether a payment page was opened: ask the cashier first
        Yes
    };

    Order order;
    OrderStatus lastKnown = OrderStatus::Executed; ///< the last status with a known word
    Origin origin = Origin::Elsewhere;
    Known known = Known::FromServer;
    SaleGoal goal = SaleGoal::Sell;
    ConfirmedBy confirmedBy = ConfirmedBy::Unknown;
    ReserveRequest request; ///< the cashier's request with later changes; empty for an order made elsewhere
    QString system;         ///< name of the payment system, as sent; empty until chosen
    /// The system's setting at the start of the payment (after a restart: the current one). Decides only whether a page
    /// is opened automatically; who confirms is `confirmedBy`.
    PaymentSystem::Confirmation confirmation = PaymentSystem::Confirmation::ByRedirectUrl;
    QList<Ticket> tickets;          ///< empty until read
    std::optional<Step> inProgress; ///< being recorded, sent, or waiting for a retry
    std::optional<Step> next;       ///< the cashier's next step, begun after `inProgress`
    std::optional<Instant> retryAt; ///< server time of the retry of `inProgress`
    std::optional<Failure> failure; ///< of the last step, until another step succeeds
    std::optional<Instant> paymentStartedAt;
    std::optional<Instant> lastAskedAt; ///< time of the last report by the server
    Issue::Kinds raised;                ///< kinds of issue ever raised for it
    bool isUnknownToServer = false;     ///< the server repeatedly does not know it
    bool closed = false;                ///< closed by a person, as the server does not know it
    QList<HistoryEntry> history;

    /// Only the server confirms the payment.
    [[nodiscard]] bool isPaidOnPage() const
    {
        return confirmedBy == ConfirmedBy::Page || confirmedBy == ConfirmedBy::Server;
    }
    /// If \a reported has a payment page, only the server confirms from now on; returns whether that is new.
    bool notePage(const Order &reported);
    [[nodiscard]] Collecting collecting() const;
    /// The nature of the chosen system, as far as its name is known.
    [[nodiscard]] Nature nature() const;
    /// The cashier has confirmed the money, and the server has not, as far as known.
    [[nodiscard]] bool isMoneyTaken() const;
    /// What the cashier has last put into the drawer for it, whatever became of the order; nothing if nothing.
    [[nodiscard]] std::optional<Money> moneyTaken() const;
    /// The confirmation is being sent; no other step is begun before its answer.
    [[nodiscard]] bool isConfirming() const { return inProgress == Step::Confirm && !retryAt; }
    /// The server refused the cancellation: the sale continues.
    [[nodiscard]] bool isCancelRefused() const
    {
        return isOpen() && goal == SaleGoal::Sell && failure && failure->step == Step::Cancel;
    }
    /// The entry of its history that tells of its payment: paid here, by the buyer, unknown by whom, or free. Null if
    /// its history has none. Valid until the history changes.
    [[nodiscard]] const HistoryEntry *payment() const;
    /// Done as soon as its payment was started, without a page, though it costs something: nobody has taken money.
    [[nodiscard]] bool isPaidWithoutMoney() const;
    /// The vendor sends the tickets to the buyer by e-mail: those of an invitation (vendor's documentation), and if the
    /// cashier has chosen so with the payment system.
    [[nodiscard]] bool isSentByEmail() const;
    /// It has tickets, and their price is zero.
    [[nodiscard]] bool isFree() const { return order.isFree(); }
    /// The current sum and the sum known to the buyer are both above zero.
    [[nodiscard]] bool isDue() const;
    /// The price last told to the buyer, if the server has reported another one that the cashier has not accepted.
    /// Nothing if the order ended unsold.
    [[nodiscard]] std::optional<PriceBreakdown> priceBefore() const;
    /// The new sum must be accepted before a payment.
    [[nodiscard]] bool isSumToAccept() const { return priceBefore() && !isFree(); }
    /// The open order has fewer tickets than the cashier asked for, at its creation or with the last change.
    [[nodiscard]] std::optional<Shortfall> shortfall() const;
    /// The same, until the cashier has accepted it: no payment is started before.
    [[nodiscard]] std::optional<Shortfall> shortfallToAccept() const;
    /// The one that the cashier has accepted, unless she has changed the tickets since.
    [[nodiscard]] std::optional<Shortfall> acceptedShortfall() const;
    /// How many tickets the order was paid for; nothing if it was made elsewhere.
    [[nodiscard]] std::optional<int> ticketsPaidFor() const;
    /// The promo codes in the order as typed at this counter, as far as it is known that they are those.
    [[nodiscard]] QStringList typedCodes() const;
    /// Neither closed nor final.
    [[nodiscard]] bool isOpen() const { return !closed && !isFinal(order.status); }

    friend bool operator==(const Sale &, const Sale &) = default;
};

} // namespace okoshko
