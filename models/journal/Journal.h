// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Order.h"
#include "models/journal/JournalError.h"
#include "models/sale/Sale.h"

#include <QList>
#include <QString>

#include <tl/expected.hpp>

#include <memory>
#include <optional>

namespace okoshko {

template <class T>
using Journaled = tl::expected<T, JournalError>;

/// What is about to be asked of the server. Written, durably, before it is sent.
struct Intent
{
    enum class Verb { Reserve, ChoosePayment, StartPayment, Confirm, Cancel };

    qint64 id = 0; ///< given by the journal
    Verb verb = Verb::Reserve;
    OrderId order;          ///< null for Reserve
    ReserveRequest request; ///< for Reserve
    QString system;         ///< for ChoosePayment
    Instant at {};          ///< server time

    friend bool operator==(const Intent &, const Intent &) = default;
};

/// How an intent ended.
enum class Outcome {
    Done,    ///< the server did it
    Refused, ///< certainly not done
    Unknown, ///< no answer: open until it is read back
};

/// A sale as the journal mirrors it: what must be known after a restart.
struct MirroredSale
{
    Order order;
    Sale::Origin origin = Sale::Origin::ThisCounter;
    ReserveRequest request;
    QString system;

    friend bool operator==(const MirroredSale &, const MirroredSale &) = default;
};

} // namespace okoshko
