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

/// What can be asked of the server for one order. Choosing the payment system and starting the payment are one step.
enum class Step { StartPayment, Confirm, Cancel, Read };

/// An entry of an order's timeline. Where it cannot be told who did it, it says so; it never names a wrong one.
struct HistoryEntry
{
    enum class What {
        Created,        ///< `till` = held until
        CreatedPartly,  ///< fewer tickets than asked for
        CreatedEmpty,   ///< no ticket at all
        FoundAgain,     ///< by an earlier version: its answer was lost; found among the server's orders
        Claimed,        ///< its answer was lost; the cashier said that it is this counter's
        SystemChosen,   ///< `words` = the system's name as it was sent
        PaymentStarted, ///< `till` = held until
        StartedElsewhere,
        StartedUnknown,    ///< payment started; whether by us is not known
        PaidOnPage,        ///< the server says that the buyer paid
        PaidAtStart,       ///< done as soon as the payment was started (an invitation)
        Collected,         ///< the cashier collected, the server agreed
        PaidUnknown,       ///< paid; who took the money is not known
        IssuedFree,        ///< done, and there was nothing to pay
        Canceled,          ///< given up at this counter
        CanceledInPayment, ///< cancelled while the payment was awaited, and not here: by the buyer or another counter
        CanceledElsewhere,
        CanceledUnknown, ///< cancelled; whether by us is not known
        Expired,
        Refunded,
        StepFailed,  ///< `step` of it; `error` says why; one entry for a series of the same failure
        Settled,     ///< a person resolved an issue; `words` = how
        Closed,      ///< a person closed it: the server does not know it any more
        SumChanged,  ///< it costs something else than was told before; `words` = SumChange::toWords()
        SumAccepted, ///< the cashier has said that the buyer knows it
    };

    Instant at{}; ///< server time
    What what = What::Created;
    QString words{};
    std::optional<Instant> till{};
    std::optional<Step> step{};      ///< of StepFailed; entries of older versions have none
    std::optional<ApiError> error{}; ///< of it the journal keeps the kind alone

    friend bool operator==(const HistoryEntry &, const HistoryEntry &) = default;
};

/// A sale as this counter sees it: the order as the server last told it, and what we did and are doing about it.
struct Sale
{
    struct Failure
    {
        Step step = Step::Read;
        ApiError error;

        friend bool operator==(const Failure &, const Failure &) = default;
    };

    /// An order that was made elsewhere is this counter's from the first change on that is made here.
    enum class Origin { ThisCounter, Elsewhere };
    enum class Known {
        FromServer,
        FromJournal, ///< as it stood when the program last ran; nothing may be changed until the server has told
    };
    /// Whether the cashier may say that the money is there.
    enum class Collecting {
        No,
        AfterAsking, ///< it is not known whether a payment page was opened: ask her first
        Yes
    };

    Order order;
    OrderStatus lastKnown = OrderStatus::Executed; ///< the last status whose word was known
    Origin origin = Origin::Elsewhere;
    Known known = Known::FromServer;
    SaleGoal goal = SaleGoal::Sell;
    ConfirmedBy confirmedBy = ConfirmedBy::Unknown;
    ReserveRequest request; ///< what was asked for; empty for an order made elsewhere
    QString system;         ///< name of the payment system as it was sent, empty until one was chosen
    /// Of that system, by the settings when the payment was started (after a restart: by those of now). Only for
    /// whether a page is opened by itself; who confirms is `confirmedBy`.
    PaymentSystem::Confirmation confirmation = PaymentSystem::Confirmation::ByRedirectUrl;
    QList<Ticket> tickets;          ///< read once the order exists; empty until then
    std::optional<Step> inProgress; ///< being recorded, sent, or waiting to be sent again
    std::optional<Step> next;       ///< the cashier's next step, begun when `inProgress` has ended
    std::optional<Instant> retryAt; ///< server time at which `inProgress` is sent again
    std::optional<Failure> failure; ///< of the last step, until another succeeds
    std::optional<Instant> paymentStartedAt;
    std::optional<Instant> lastAskedAt; ///< when the server last told the state
    Issue::Kinds raised;                ///< kinds of issue that were raised for it already
    bool isUnknownToServer = false;     ///< the server says again and again that it does not know it
    bool closed = false;                ///< by a person, as the server does not know it
    QList<HistoryEntry> history;

    /// The server alone says that it is paid.
    [[nodiscard]] bool isPaidOnPage() const
    {
        return confirmedBy == ConfirmedBy::Page || confirmedBy == ConfirmedBy::Server;
    }
    [[nodiscard]] Collecting collecting() const;
    /// Of the system that was chosen, here or elsewhere, as far as its name is known.
    [[nodiscard]] Nature nature() const;
    /// The cashier has said that the money is in the drawer, and the server has not taken it as far as is known.
    [[nodiscard]] bool isMoneyTaken() const;
    /// That the money was taken is on its way to the server, and nothing else is begun before that is answered.
    [[nodiscard]] bool isConfirming() const { return inProgress == Step::Confirm && !retryAt; }
    /// The seats were to be given back, and the server refused: it goes on as a sale.
    [[nodiscard]] bool isCancelRefused() const
    {
        return isOpen() && goal == SaleGoal::Sell && failure && failure->step == Step::Cancel;
    }
    /// It holds tickets, and nothing is to be paid for them.
    [[nodiscard]] bool isFree() const { return order.isFree(); }
    /// Something is to be paid for it, and was by the sum that the buyer knows.
    [[nodiscard]] bool isDue() const;
    /// What it cost when the buyer was last told, where the server has told another sum since and the cashier has not
    /// accepted it. Nothing where it has ended without a sale.
    [[nodiscard]] std::optional<PriceBreakdown> priceBefore() const;
    /// … and no money is taken before she has.
    [[nodiscard]] bool isSumToAccept() const { return priceBefore() && !isFree(); }
    /// This counter still has to do with it.
    [[nodiscard]] bool isOpen() const { return !closed && !isFinal(order.status); }

    friend bool operator==(const Sale &, const Sale &) = default;
};

} // namespace okoshko
