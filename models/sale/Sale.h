// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"
#include "models/domain/Order.h"
#include "models/domain/PaymentSystem.h"
#include "models/domain/Ticket.h"
#include "models/journal/JournalEntries.h"

#include <QList>
#include <QString>

#include <optional>

namespace okoshko {

/// What can be asked of the server for one order.
enum class Step { ChoosePayment, StartPayment, Confirm, Cancel, Read };

/// An entry of an order's timeline.
struct HistoryEntry
{
    enum class What {
        Created,        ///< `till` = held until
        CreatedPartly,  ///< fewer tickets than asked for
        CreatedEmpty,   ///< no ticket at all
        FoundAgain,     ///< its answer was lost; found among the server's orders
        SystemChosen,   ///< `words` = the system's name as it was sent
        PaymentStarted, ///< `till` = held until
        PaidOnPage,     ///< the server says that the buyer paid
        Collected,      ///< the cashier collected, the server agreed
        Canceled,       ///< given up at this counter
        Declined,       ///< cancelled while the payment was awaited, and not by us
        CanceledElsewhere,
        Expired,
        Refunded,
        StepFailed, ///< `error` says why
        Settled,    ///< a person dealt with what was to be settled; `words` = how
    };

    Instant at{}; ///< server time
    What what = What::Created;
    QString words{};
    std::optional<Instant> till{};
    std::optional<ApiError> error{};

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

    Order order;
    Origin origin = Origin::Elsewhere;
    Known known = Known::FromServer;
    Wish wish = Wish::Sell;
    ReserveRequest request; ///< what was asked for; empty for an order made elsewhere
    QString system;         ///< name of the payment system as it was sent, empty until one was chosen
    /// Of that system, by this counter's settings. Not kept: looked up by its name.
    PaymentSystem::Confirmation confirmation = PaymentSystem::Confirmation::ByRedirectUrl;
    QList<Ticket> tickets;  ///< read once the order exists; empty until then
    std::optional<Step> underWay;
    std::optional<Failure> failure; ///< of the last step, until another succeeds
    std::optional<Instant> paymentStartedAt;
    bool paidOnPage = false; ///< the buyer pays where the server alone sees it: on a page, or by the system's setting
    std::optional<Instant> lastAskedAt; ///< when the server last told the state
    QList<HistoryEntry> history;

    friend bool operator==(const Sale &, const Sale &) = default;
};

} // namespace okoshko
