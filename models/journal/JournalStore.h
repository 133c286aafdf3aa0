// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Issue.h"
#include "models/domain/Order.h"
#include "models/domain/StorageError.h"

#include <QList>
#include <QLoggingCategory>
#include <QString>

#include <tl/expected.hpp>

#include <functional>
#include <optional>
#include <variant>

QT_FORWARD_DECLARE_CLASS(QObject)

namespace okoshko {

/// "okoshko.journal" in the log.
Q_DECLARE_LOGGING_CATEGORY(journalLog)

template <class T>
using Journaled = tl::expected<T, JournalError>;

/// Of a statement of which only the success counts.
[[nodiscard]] inline Journaled<void> withoutValue(const Journaled<qint64> &result)
{
    return result ? Journaled<void>() : tl::unexpected(result.error());
}

/// What is about to be asked of the server.
struct Intent
{
    enum class Verb {
        Reserve,
        StartPayment, ///< chooses `system` and starts the payment: one step for the cashier, one intent
        Confirm,
        Cancel
    };

    qint64 id = 0; ///< given by whoever intends, above all ids that the journal knows
    Verb verb = Verb::Reserve;
    OrderId order;          ///< null for Reserve
    ReserveRequest request; ///< for Reserve: as it is sent; else its event only
    QString system;         ///< for StartPayment
    Instant at{};           ///< server time

    friend bool operator==(const Intent &, const Intent &) = default;
};

/// How an intent ended.
enum class IntentResult {
    Done,    ///< the server did it
    Refused, ///< certainly not done, or withdrawn
    Unknown, ///< no answer: still open, until it is read back
};

/// How an intent ended, as an entry. `order`: the order that a Reserve made.
struct Conclusion
{
    qint64 intent = 0;
    IntentResult outcome = IntentResult::Unknown;
    OrderId order;

    friend bool operator==(const Conclusion &, const Conclusion &) = default;
};

/// What this counter wants of a sale.
enum class SaleGoal {
    Sell,
    Release, ///< it was given up: its seats go back as soon as the server can be reached
};

/// Who says that an order is paid. Settled when the payment starts and then only made stricter (downwards).
enum class ConfirmedBy {
    Unknown, ///< the payment was not started here, or the answer to the start was never seen
    Cashier, ///< the start was answered without a page: the seller collects and confirms
    Page,    ///< the buyer pays at `redirect_url`: the server says
    Server,  ///< the server alone says, by the setting of the payment system when the payment was started
};

/// A line of the record: who did what, when, to which order. Written again it changes nothing, if time, word and order
/// are the same: after a damage it is written in case that it was lost.
struct RecordEntry
{
    Instant at{}; ///< server time
    QString who;  ///< given by the journal
    QString what; ///< a word of the program's, English: `created`, `paid` …
    OrderId order;
    QString words; ///< what the entry speaks of: a payment system, an error; never a key, never a buyer's data
    std::optional<Instant> till; ///< held until

    friend bool operator==(const RecordEntry &, const RecordEntry &) = default;
};

/// A sale as it must be known after a restart.
struct JournaledSale
{
    Order order;                                   ///< without the customer: the journal holds nothing about buyers
    OrderStatus lastKnown = OrderStatus::Executed; ///< the last status whose word was known
    ReserveRequest request;                        ///< what the cashier asked for; its event title is kept, for find()
    QString system;                                ///< the payment system's name as it was sent
    std::optional<Instant> paymentStartedAt;       ///< server time
    ConfirmedBy confirmedBy = ConfirmedBy::Unknown;
    SaleGoal goal = SaleGoal::Sell;
    Issue::Kinds raised;       ///< kinds of issue that were raised for this sale already, resolved or not
    bool closed = false;       ///< a person closed it: the server does not know it any more
    QList<RecordEntry> record; ///< its timeline; filled when read, not looked at when written

    friend bool operator==(const JournaledSale &, const JournaledSale &) = default;
};

/// An issue that was resolved. `how` in the words of whoever resolved it.
struct Resolution
{
    qint64 issue = 0;
    Instant at{};
    QString how;

    friend bool operator==(const Resolution &, const Resolution &) = default;
};

/// The tickets of a sale, to find it by their numbers and barcodes; only a keyed hash of a barcode is kept.
struct SaleTickets
{
    OrderId order;
    QList<Ticket> tickets;

    friend bool operator==(const SaleTickets &, const SaleTickets &) = default;
};

/// The partner that the server told (`X-Partner`), the first time.
struct PartnerNote
{
    QString partner;

    friend bool operator==(const PartnerNote &, const PartnerNote &) = default;
};

/// One thing to write.
using JournalEntry =
    std::variant<Intent, Conclusion, JournaledSale, RecordEntry, Issue, Resolution, SaleTickets, PartnerNote>;

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

/// What a start needs to know of the past: bounded by what is unfinished and what is recent.
struct JournalContents
{
    /// This counter's that may still change, those that open intents name, and those created since; by creation.
    QList<JournaledSale> sales;
    QList<Intent> openIntents; ///< never concluded, or as Unknown; oldest first
    QList<Issue> issues;       ///< open ones, oldest first
    QString setAside;          ///< where a damaged file was set aside when it was opened; empty = it was whole
    QString partner;           ///< empty until one was noted
    Owner::Sales anySales = Owner::Sales::None;
    qint64 lastIntent = 0; ///< the highest id that was ever given
    qint64 lastIssue = 0;

    friend bool operator==(const JournalContents &, const JournalContents &) = default;
};

/// A past order that find() found.
struct PastSale
{
    JournaledSale sale;
    /// What was looked for is its number, its id, the number of one of its tickets or a barcode, as a whole.
    bool isExact = false;
    bool isOfThisComputer = true; ///< false: made by a counter id of another computer (a copied profile); read-only

    friend bool operator==(const PastSale &, const PastSale &) = default;
};

struct PastSales
{
    /// Whether barcodes were searched; their key lies in the secret store.
    enum class Barcodes {
        Searched,
        InPart, ///< tickets that were kept without a key, or with another one, are not found by their barcodes
        NoKey,
    };

    QList<PastSale> sales; ///< the exact ones, then newest first
    bool isCut = false;    ///< there are more than were asked for
    bool isIndexed = true; ///< false while the index of an old journal is still being filled
    Barcodes barcodes = Barcodes::NoKey;

    friend bool operator==(const PastSales &, const PastSales &) = default;
};

/// The fingerprint of \a key for \a server: sixteen hexadecimal digits of a hash over both.
[[nodiscard]] QString markOf(const QString &server, const QByteArray &key);

/// What became of a write.
struct Written
{
    QString setAside; ///< the damaged file was set aside under this name and salvaged; empty = all was well

    friend bool operator==(const Written &, const Written &) = default;
};

/// Where the journal is kept: asynchronous, so that no disk holds up a window. Every call ends exactly once, later, on
/// the caller's thread, and not at all once \a context is gone; an answer of one call never overtakes that of another
/// write. A program gives JournalThread; a simulation gives its own.
class JournalStore
{
public:
    template <class T>
    using Then = std::function<void(const Journaled<T> &)>;

    virtual ~JournalStore() = default;

    /// What a start needs; \a since: ended sales created at that time or later are given as well (server time), the
    /// newest 2,000 of them, for the computer's clock may be years behind.
    virtual void load(Instant since, QObject *context, Then<JournalContents> then) = 0;

    /// Writes all of \a entries durably in one transaction, or none of them.
    virtual void write(const QList<JournalEntry> &entries, QObject *context, Then<Written> then) = 0;

    /// Asks whether the file is still in its place and, after a failure, whether it takes entries again (by one that
    /// says nothing).
    virtual void probe(QObject *context, Then<Written> then) = 0;

    /// Looks for \a text among all orders of this counter, newest first, at most \a limit.
    virtual void find(const QString &text, int limit, QObject *context, Then<PastSales> then) = 0;
};

} // namespace okoshko

Q_DECLARE_OPERATORS_FOR_FLAGS(okoshko::Issue::Kinds)
