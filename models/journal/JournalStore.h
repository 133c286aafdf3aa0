// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Issue.h"
#include "models/domain/Legal.h"
#include "models/domain/Order.h"
#include "models/domain/Print.h"
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

/// Drops the value of \a result.
[[nodiscard]] inline Journaled<void> withoutValue(const Journaled<qint64> &result)
{
    return result ? Journaled<void>() : tl::unexpected(result.error());
}

/// A change that is about to be requested from the server.
struct Intent
{
    enum class Verb {
        Reserve,
        StartPayment, ///< chooses `system` and starts the payment
        Confirm,
        Cancel,
        Change ///< of tickets or promo codes
    };

    qint64 id = 0; ///< assigned by the caller, greater than all ids in the journal
    Verb verb = Verb::Reserve;
    OrderId order;          ///< null for Reserve
    ReserveRequest request; ///< for Reserve the sent request; else only its event
    QString system;         ///< for StartPayment
    OrderChange change;     ///< for Change
    Instant at{};           ///< server time

    friend bool operator==(const Intent &, const Intent &) = default;
};

/// The result of an intent.
enum class IntentResult {
    Done,    ///< carried out by the server
    Refused, ///< not carried out, or withdrawn
    Unknown, ///< no answer: open until the order is read
};

/// The journal entry of an intent's result. `order`: the order made by a Reserve.
struct Conclusion
{
    qint64 intent = 0;
    IntentResult outcome = IntentResult::Unknown;
    OrderId order;

    friend bool operator==(const Conclusion &, const Conclusion &) = default;
};

/// What this counter wants to do with a sale.
enum class SaleGoal {
    Sell,
    Release, ///< it was given up and is to be cancelled at the server
};

/// Who confirms that an order is paid. Set at the start of the payment; later changes go only down this list.
enum class ConfirmedBy {
    Unknown, ///< the payment was not started here, or its start was not answered
    Cashier, ///< started without a payment page: the seller collects and confirms
    Page,    ///< the buyer pays at `redirect_url`: the server confirms
    Server,  ///< the server confirms, by the payment system's setting at the start
};

/// The word of \a verb in the journal and in reports.
[[nodiscard]] QString toWord(Intent::Verb verb);

/// A line of the record: who did what, when, to which order. Writing an equal line again changes nothing; this is done
/// after a salvage.
struct RecordEntry
{
    Instant at{}; ///< server time
    QString who;  ///< set by the journal
    QString what; ///< an English word of the program: `created`, `paid` …
    OrderId order;
    QString words;               ///< details: a payment system, an error; never a key or a buyer's data
    std::optional<Instant> till; ///< held until

    friend bool operator==(const RecordEntry &, const RecordEntry &) = default;
};

/// The state of a sale that is needed after a restart.
struct JournaledSale
{
    Order order;                                   ///< without the customer: buyers' data are not stored
    OrderStatus lastKnown = OrderStatus::Executed; ///< the last status with a known word
    ReserveRequest request;                        ///< the cashier's request; its event title is stored for find()
    QString system;                                ///< the payment system's name, as sent
    std::optional<Instant> paymentStartedAt;       ///< server time
    ConfirmedBy confirmedBy = ConfirmedBy::Unknown;
    SaleGoal goal = SaleGoal::Sell;
    Issue::Kinds raised;       ///< kinds of issue ever raised for this sale
    bool closed = false;       ///< closed by a person, as the server does not know it
    QList<RecordEntry> record; ///< its timeline; set when read, ignored when written

    friend bool operator==(const JournaledSale &, const JournaledSale &) = default;
};

/// The resolution of an issue; `how`: a word for what resolved it.
struct Resolution
{
    qint64 issue = 0;
    Instant at{};
    QString how;

    friend bool operator==(const Resolution &, const Resolution &) = default;
};

/// The tickets of a sale, for searching by number and barcode; of barcodes only a keyed hash is stored.
struct SaleTickets
{
    OrderId order;
    QList<Ticket> tickets;

    friend bool operator==(const SaleTickets &, const SaleTickets &) = default;
};

/// The partner first reported by the server (`X-Partner`).
struct PartnerNote
{
    QString partner;

    friend bool operator==(const PartnerNote &, const PartnerNote &) = default;
};

/// A person said that no tickets of `order` are needed on paper, or has printed them after all.
struct PrintNotNeeded
{
    OrderId order;
    Instant at{};             ///< server time
    bool isWithdrawn = false; ///< from now on they are needed

    friend bool operator==(const PrintNotNeeded &, const PrintNotNeeded &) = default;
};

/// The legal data of an organiser, as reported at `at` (server time).
struct LegalNote
{
    PartnerId organiser;
    Legal legal;
    Instant at{};

    friend bool operator==(const LegalNote &, const LegalNote &) = default;
};

/// One entry to write. A print job, a range of blanks and legal data replace what was written of the same job, queue
/// and organiser.
using JournalEntry = std::variant<Intent, Conclusion, JournaledSale, RecordEntry, Issue, Resolution, SaleTickets,
                                  PartnerNote, PrintJob, PrintNotNeeded, BlankRange, BlankUse, LegalNote>;

/// The owner of a journal; each account has a journal of its own.
struct Account
{
    QString server;  ///< scheme, host and port
    QString keyMark; ///< a one-way fingerprint of the key (markOf)

    friend bool operator==(const Account &, const Account &) = default;
};

/// The owner of an existing journal.
struct Owner
{
    enum class Sales { None, Some }; ///< whether there ever was a sale

    Account account;
    QString partner; ///< empty until reported by the server
    Sales sales = Sales::None;

    friend bool operator==(const Owner &, const Owner &) = default;
};

/// What a start reads: unfinished and recent entries only.
struct JournalContents
{
    /// Sales of this counter: unfinished ones, those of open intents and of `printJobs`, and those created since;
    /// sorted by creation.
    QList<JournaledSale> sales;
    QList<Intent> openIntents; ///< without result or Unknown; oldest first
    QList<Issue> issues;       ///< open ones, oldest first
    QString setAside;          ///< the new name of a file found damaged by open(); empty = it was intact
    QString partner;           ///< empty until noted
    Owner::Sales anySales = Owner::Sales::None;
    qint64 lastIntent = 0; ///< the highest id ever assigned
    qint64 lastIssue = 0;
    /// Jobs that are not over (PrintJob::isOver()), and those of tickets on paper that were given up and not settled;
    /// oldest first.
    QList<PrintJob> printJobs;
    QList<BlankRange> blanks;
    QList<LegalNote> legal; ///< the latest 1,000

    friend bool operator==(const JournalContents &, const JournalContents &) = default;
};

/// A past order found by find().
struct PastSale
{
    JournaledSale sale;
    /// The search text equals its number or id, a ticket's number or a barcode.
    bool isExact = false;
    bool isOfThisComputer = true; ///< false: made on another computer (a copied profile); read-only

    friend bool operator==(const PastSale &, const PastSale &) = default;
};

struct PastSales
{
    /// Whether barcodes were searched; their key is in the keychain.
    enum class Barcodes {
        Searched,
        InPart, ///< tickets stored without a key, or with another key, were not searched
        NoKey,
    };

    QList<PastSale> sales; ///< exact matches first, then newest first
    bool isCut = false;    ///< there are more than the limit
    bool isIndexed = true; ///< false while the index of an older journal is still being built
    Barcodes barcodes = Barcodes::NoKey;

    friend bool operator==(const PastSales &, const PastSales &) = default;
};

/// What to read of the printing: of some orders, and of a period.
struct PrintQuery
{
    QList<OrderId> orders;            ///< their jobs, and which of them need no tickets
    std::optional<Instant> from;      ///< blanks used from then …
    std::optional<Instant> till;      ///< … until before then; both or none
    std::optional<Instant> paidSince; ///< PrintRecord::unprinted of orders created from then on
    std::optional<BlankRange> taken;  ///< the first use, at any time, of a number between its `first` and `last`

    friend bool operator==(const PrintQuery &, const PrintQuery &) = default;
};

/// What was printed by this counter, oldest first.
struct PrintRecord
{
    QList<PrintJob> jobs;
    QList<OrderId> notNeeded;
    QList<BlankUse> blanks;
    QList<BlankUse> taken; ///< PrintQuery::taken: none or one
    /// Paid sales of this counter that no job has printed as a whole, and whose tickets are needed; the newest 500.
    QList<JournaledSale> unprinted;

    friend bool operator==(const PrintRecord &, const PrintRecord &) = default;
};

/// What the journal has of some orders.
struct KeptOrders
{
    QList<JournaledSale> sales; ///< those of this counter
    /// The record of the others: of orders made elsewhere it has their printing. Oldest first.
    QList<RecordEntry> record;

    friend bool operator==(const KeptOrders &, const KeptOrders &) = default;
};

/// The fingerprint of \a key at \a server: sixteen hexadecimal digits of a hash over both.
[[nodiscard]] QString markOf(const QString &server, const QByteArray &key);

/// The result of a write.
struct Written
{
    QString setAside; ///< the new name of a file found damaged and salvaged; empty = none

    friend bool operator==(const Written &, const Written &) = default;
};

/// Asynchronous access to the journal, so that the disk never blocks a window. Every call ends exactly once,
/// asynchronously, on the caller's thread, only while \a context exists; writes are answered in their order.
/// Implemented by JournalThread, and by the simulation in tests.
class JournalStore
{
public:
    template <class T>
    using Then = std::function<void(const Journaled<T> &)>;

    virtual ~JournalStore() = default;

    /// Reads what a start needs. \a since: also sales that have ended and were created at that time or later (server
    /// time), the newest 2,000 at most, as the computer's clock may be years behind.
    virtual void load(Instant since, QObject *context, Then<JournalContents> then) = 0;

    /// Writes all \a entries durably in one transaction, or none.
    virtual void write(const QList<JournalEntry> &entries, QObject *context, Then<Written> then) = 0;

    /// Checks that the file is in its place and, after a failure, that it can be written.
    virtual void probe(QObject *context, Then<Written> then) = 0;

    /// Searches all orders of this counter for \a text; newest first, at most \a limit.
    virtual void find(const QString &text, int limit, QObject *context, Then<PastSales> then) = 0;

    /// Reads what was printed, after all earlier writes.
    virtual void readPrints(const PrintQuery &query, QObject *context, Then<PrintRecord> then) = 0;

    /// Reads what is kept of \a orders, after all earlier writes.
    virtual void readOrders(const QList<OrderId> &orders, QObject *context, Then<KeptOrders> then) = 0;
};

} // namespace okoshko

Q_DECLARE_OPERATORS_FOR_FLAGS(okoshko::Issue::Kinds)
