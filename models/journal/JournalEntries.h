// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Order.h"

#include <QString>

#include <optional>

namespace okoshko {

/// What is about to be asked of the server.
struct Intent
{
    enum class Verb { Reserve, ChoosePayment, StartPayment, Confirm, Cancel };

    qint64 id = 0; ///< given by the journal
    Verb verb = Verb::Reserve;
    OrderId order;          ///< null for Reserve
    ReserveRequest request; ///< for Reserve: as it is sent
    QString system;         ///< for ChoosePayment
    Instant at{};           ///< server time

    friend bool operator==(const Intent &, const Intent &) = default;
};

/// How an intent ended.
enum class Outcome {
    Done,    ///< the server did it
    Refused, ///< certainly not done
    Unknown, ///< no answer: still open, until it is read back
};

/// Whether a sale is still wanted.
enum class Wish {
    Sell,
    Release, ///< it was given up: its seats go back as soon as the server can be reached
};

/// A sale as it must be known after a restart.
struct JournaledSale
{
    Order order; ///< without the customer: the journal holds nothing about buyers
    ReserveRequest request;
    QString system; ///< the payment system's name as it was sent
    std::optional<Instant> paymentStartedAt;
    bool paidOnPage = false; ///< the buyer was sent to a page
    Wish wish = Wish::Sell;

    friend bool operator==(const JournaledSale &, const JournaledSale &) = default;
};

/// A line of the record: who did what, when, to which order.
struct RecordEntry
{
    Instant at{}; ///< server time
    QString who;  ///< given by the journal's owner at opening
    QString what; ///< a word of the program's, English: `created`, `paid` …
    OrderId order;
    QString words; ///< what the entry speaks of: a payment system, an error; never a key, never a buyer's data
    std::optional<Instant> till; ///< held until

    friend bool operator==(const RecordEntry &, const RecordEntry &) = default;
};

/// Whose journal it is: two accounts never share one.
struct Account
{
    QString server;  ///< scheme, host and port
    QString keyMark; ///< a fingerprint of the key from which the key cannot be found (markOf)

    friend bool operator==(const Account &, const Account &) = default;
};

/// Whose an existing journal is.
struct Owner
{
    enum class Sales { None, Some }; ///< whether anything was ever sold, or only tried

    Account account;
    QString partner; ///< empty until the server told one
    Sales sales = Sales::None;

    friend bool operator==(const Owner &, const Owner &) = default;
};

/// The fingerprint of \a key for \a server: sixteen hexadecimal digits of a hash over both.
[[nodiscard]] QString markOf(const QString &server, const QByteArray &key);

} // namespace okoshko
