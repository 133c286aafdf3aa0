// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Schema.h"

#include "models/journal/Database.h"
#include "models/journal/JournalRows.h"

#include <QHash>
#include <QSqlQuery>
#include <QStringList>

#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace okoshko::journal {

namespace {

using Done = Database::Answer<void>;

// Times are microseconds since 1970 UTC by the server's clock; sums are minor units; lists are separated by blanks.
// Released steps are never changed; changes are new steps.

constexpr std::array versionOne{
    "CREATE TABLE account (server TEXT NOT NULL, key_mark TEXT NOT NULL, partner TEXT NOT NULL DEFAULT '',"
    " probes INTEGER NOT NULL DEFAULT 0)",
    "CREATE TABLE intents (id INTEGER PRIMARY KEY AUTOINCREMENT, verb TEXT NOT NULL, order_id TEXT NOT NULL,"
    " event TEXT NOT NULL, random TEXT NOT NULL, seats TEXT NOT NULL, completeness TEXT NOT NULL,"
    " system TEXT NOT NULL, at INTEGER NOT NULL, outcome TEXT NOT NULL DEFAULT 'open')",
    "CREATE INDEX open_intents ON intents (id) WHERE outcome IN ('open', 'unknown')",
    "CREATE TABLE sales (id TEXT PRIMARY KEY, number INTEGER NOT NULL, event TEXT NOT NULL,"
    " status TEXT NOT NULL, created_at INTEGER, updated_at INTEGER, reserved_till INTEGER,"
    " tickets TEXT NOT NULL, rules TEXT NOT NULL, value INTEGER NOT NULL, value_extra INTEGER NOT NULL,"
    " nominal INTEGER NOT NULL, discount INTEGER NOT NULL, payment_system TEXT NOT NULL,"
    " redirect_url TEXT NOT NULL, random TEXT NOT NULL, seats TEXT NOT NULL, completeness TEXT NOT NULL,"
    " system TEXT NOT NULL, payment_started_at INTEGER, paid_on_page INTEGER NOT NULL,"
    " wish TEXT NOT NULL)",
    "CREATE INDEX sales_by_creation ON sales (created_at)",
    "CREATE INDEX unfinished_sales ON sales (id) WHERE status IN ('executed', 'in_progress', 'unknown')",
    "CREATE TABLE record (seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, who TEXT NOT NULL,"
    " what TEXT NOT NULL, order_id TEXT NOT NULL, words TEXT NOT NULL, till INTEGER)",
    "CREATE INDEX record_by_order ON record (order_id)",
    "CREATE TRIGGER record_stays BEFORE UPDATE ON record"
    " BEGIN SELECT RAISE(ABORT, 'the record cannot be altered'); END",
    "CREATE TRIGGER record_is_kept BEFORE DELETE ON record"
    " BEGIN SELECT RAISE(ABORT, 'the record cannot be altered'); END",
    "CREATE TABLE unsettled (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL,"
    " order_id TEXT NOT NULL, event TEXT NOT NULL, number INTEGER NOT NULL, wanted INTEGER NOT NULL,"
    " got INTEGER NOT NULL, perhaps TEXT NOT NULL, since INTEGER NOT NULL, settled_at INTEGER,"
    " settled_how TEXT NOT NULL DEFAULT '')",
};

// %1: the counter id. Renaming and adding columns does not rewrite the rows; existing rows read as the column's
// default.
constexpr std::array versionTwo{
    "CREATE TABLE counters (id TEXT PRIMARY KEY, machine TEXT NOT NULL)",
    "INSERT INTO counters (id, machine) VALUES ('%1', '')",
    "ALTER TABLE account ADD COLUMN clean INTEGER NOT NULL DEFAULT 0",
    // Sales up to this rowid are not yet in the index of past orders (PastIndex).
    "ALTER TABLE account ADD COLUMN unindexed INTEGER NOT NULL DEFAULT 0",
    "UPDATE account SET unindexed = (SELECT ifnull(max(rowid), 0) FROM sales)",

    "ALTER TABLE intents ADD COLUMN event_title TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE intents ADD COLUMN pick INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE intents ADD COLUMN counter TEXT NOT NULL DEFAULT '%1'",
    // Choosing a payment system is no longer a separate intent but part of StartPayment.
    "UPDATE intents SET outcome = 'refused' WHERE outcome IN ('open', 'unknown') AND verb = 'choose_payment'",
    "UPDATE intents SET system = ifnull((SELECT system FROM sales WHERE sales.id = intents.order_id), '')"
    " WHERE outcome IN ('open', 'unknown') AND verb = 'start_payment'",

    "ALTER TABLE sales RENAME COLUMN paid_on_page TO confirmed_by",
    "ALTER TABLE sales RENAME COLUMN wish TO goal",
    "ALTER TABLE sales ADD COLUMN request_event TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE sales ADD COLUMN event_title TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE sales ADD COLUMN status_word TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE sales ADD COLUMN last_known TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE sales ADD COLUMN absent INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE sales ADD COLUMN pick INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE sales ADD COLUMN raised INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE sales ADD COLUMN closed INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE sales ADD COLUMN past_key INTEGER",
    "ALTER TABLE sales ADD COLUMN counter TEXT NOT NULL DEFAULT '%1'",

    "ALTER TABLE record ADD COLUMN counter TEXT NOT NULL DEFAULT '%1'",

    "ALTER TABLE unsettled RENAME TO issues",
    "ALTER TABLE issues RENAME COLUMN perhaps TO candidates",
    "ALTER TABLE issues RENAME COLUMN settled_at TO resolved_at",
    "ALTER TABLE issues RENAME COLUMN settled_how TO resolved_how",
    "ALTER TABLE issues ADD COLUMN intent INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE issues ADD COLUMN counter TEXT NOT NULL DEFAULT '%1'",
    "CREATE INDEX open_issues ON issues (id) WHERE resolved_at IS NULL",
    // The issue of an unanswered create has the time of its intent.
    "UPDATE issues SET kind = 'unknown_reservation', intent = ifnull((SELECT id FROM intents"
    " WHERE outcome IN ('open', 'unknown') AND verb = 'reserve' AND at = since), 0)"
    " WHERE kind = 'unknown_outcome' AND order_id = ''",
    // Version 1 could adopt orders of another counter: a person has to decide. A ticket id has 24 characters.
    "INSERT INTO issues (kind, order_id, event, number, wanted, got, candidates, since)"
    " SELECT 'found_again', id, event, number, length(tickets) / 24, length(tickets) / 24, '', (SELECT min(at) "
    "FROM record WHERE order_id = sales.id"
    " AND what = 'found_again') AS found FROM sales"
    " WHERE status IN ('executed', 'in_progress', 'unknown') AND found IS NOT NULL",
    "UPDATE sales SET goal = 'sell' WHERE status IN ('executed', 'in_progress', 'unknown')"
    " AND id IN (SELECT order_id FROM issues WHERE kind = 'found_again')",

    // Search index of past orders; rowid = sales.past_key (PastIndex). Positions of trigrams are not stored: the words
    // are compared instead.
    "CREATE VIRTUAL TABLE past USING fts5(words, order_id UNINDEXED, tokenize = 'trigram', detail = none,"
    " columnsize = 0)",
    // FTS5 merges 64 pages at a time; small pages make that short (20 ms instead of 45).
    "INSERT INTO past (past, rank) VALUES ('pgsz', 1000)",
    "CREATE TABLE tickets (order_id TEXT PRIMARY KEY, numbers TEXT NOT NULL)",
    "CREATE TABLE barcodes (mark BLOB, order_id TEXT, PRIMARY KEY (mark, order_id)) WITHOUT ROWID",
};

// The mark of the key of an order's barcode hashes (PastIndex); empty = hashed without key, NULL = no barcodes. Unknown
// in older rows.
constexpr std::array versionThree{
    "ALTER TABLE tickets ADD COLUMN barcode_key BLOB DEFAULT x''",
    "CREATE INDEX tickets_by_barcode_key ON tickets (barcode_key)",
};

// The server's message beside a created or changed order.
constexpr std::array versionFour{
    "ALTER TABLE sales ADD COLUMN refusal TEXT NOT NULL DEFAULT ''",
};

// The wanted state of a change (NULL = an absent part), and the promo codes of an order, which are unknown in older
// rows (Order::Field::PromoCodes).
constexpr std::array versionFive{
    "ALTER TABLE intents ADD COLUMN change_random TEXT",
    "ALTER TABLE intents ADD COLUMN change_seats TEXT",
    "ALTER TABLE intents ADD COLUMN change_codes TEXT",
    "ALTER TABLE sales ADD COLUMN promo_codes TEXT NOT NULL DEFAULT ''",
    "UPDATE sales SET absent = absent | 16384 WHERE status IN ('executed', 'in_progress', 'unknown')",
};

// What was printed. A print job's `copies` are ticket:duplicate, or ticket:duplicate:refunded (TicketCopy).
constexpr std::array versionSix{
    "CREATE TABLE print_jobs (id TEXT PRIMARY KEY, kind TEXT NOT NULL, order_id TEXT NOT NULL, copies TEXT NOT NULL,"
    " profile TEXT NOT NULL, queue TEXT NOT NULL, state TEXT NOT NULL, trouble TEXT NOT NULL, words TEXT NOT NULL,"
    " queue_job INTEGER NOT NULL, at INTEGER NOT NULL, expires INTEGER NOT NULL, pages INTEGER NOT NULL,"
    " settled INTEGER NOT NULL, giving_up INTEGER NOT NULL, counter TEXT NOT NULL)",
    "CREATE INDEX print_jobs_by_order ON print_jobs (order_id)",
    "CREATE INDEX open_print_jobs ON print_jobs (id) WHERE state IN ('waiting', 'printing', 'attention')",
    "CREATE TABLE print_not_needed (order_id TEXT PRIMARY KEY, at INTEGER NOT NULL, counter TEXT NOT NULL)",
    "CREATE TABLE blank_ranges (queue TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,"
    " next INTEGER NOT NULL, counter TEXT NOT NULL, PRIMARY KEY (queue, counter))",
    "CREATE TABLE blank_uses (seq INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, at INTEGER NOT NULL,"
    " use TEXT NOT NULL, first INTEGER NOT NULL, count INTEGER NOT NULL, reason TEXT NOT NULL, job TEXT NOT NULL,"
    " counter TEXT NOT NULL)",
    "CREATE INDEX blank_uses_by_time ON blank_uses (at)",
    "CREATE TABLE organisers (id TEXT PRIMARY KEY, name TEXT NOT NULL, inn TEXT NOT NULL, ogrn TEXT NOT NULL,"
    " ogrnip TEXT NOT NULL, address TEXT NOT NULL, at INTEGER NOT NULL, counter TEXT NOT NULL)",
};

// The promo codes that were typed. A copy of a print job may be ticket:duplicate:missing (TicketCopy), and a closed job
// still to be given up at its queue; whether its paper is numbered is not known of older ones.
constexpr std::array versionSeven{
    "ALTER TABLE intents ADD COLUMN typed_codes TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE sales ADD COLUMN typed_codes TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE print_jobs ADD COLUMN numbered INTEGER NOT NULL DEFAULT 0",
    "DROP INDEX open_print_jobs",
    "CREATE INDEX open_print_jobs ON print_jobs (id) WHERE state IN ('waiting', 'printing', 'attention')"
    " OR giving_up = 1",
};

// A start reads the given-up jobs, too, of which nobody has said yet what came out.
constexpr std::array versionEight{
    "DROP INDEX open_print_jobs",
    "CREATE INDEX print_jobs_in_question ON print_jobs (id) WHERE state IN ('waiting', 'printing', 'attention')"
    " OR giving_up = 1 OR (kind = 'tickets' AND state = 'given_up' AND settled = 0)",
};

/// The statements that migrate version \a step to the next.
std::span<const char *const> statementsOf(int step)
{
    switch (step) {
    case 0:
        return versionOne;
    case 1:
        return versionTwo;
    case 2:
        return versionThree;
    case 3:
        return versionFour;
    case 4:
        return versionFive;
    case 5:
        return versionSix;
    case 6:
        return versionSeven;
    default:
        return versionEight;
    }
}

/// Stores with each sale the kinds of its issues.
Done noteRaised(Database &database)
{
    QHash<QString, Issue::Kinds> raised;
    const QStringList names = namesOf(issueColumns());
    const auto read = database.run(u"SELECT %1 FROM issues WHERE order_id <> ''"_s.arg(names.join(u", "_s)), {},
                                   [&raised](const QSqlQuery &row) {
                                       const Issue issue = fromRow(issueColumns(), row);
                                       raised[issue.order.toString()] |= issue.kind;
                                   });
    if (!read)
        return tl::unexpected(read.error());
    for (auto it = raised.cbegin(); it != raised.cend(); ++it) {
        const auto ran = database.run(u"UPDATE sales SET raised = ? WHERE id = ?"_s, {it->toInt(), it.key()});
        if (!ran)
            return tl::unexpected(ran.error());
    }
    return {};
}

Done lead(Database &database, int step, const QString &counter)
{
    for (const char *text : statementsOf(step)) {
        const QString statement = QString::fromLatin1(text).replace(u"%1"_s, counter);
        if (const auto ran = database.run(statement); !ran)
            return tl::unexpected(ran.error());
    }
    if (step == 1) {
        if (auto noted = noteRaised(database); !noted)
            return noted;
    }
    const auto ran = database.run(u"PRAGMA user_version = %1"_s.arg(step + 1));
    return ran ? Done() : tl::unexpected(ran.error());
}

} // namespace

int currentVersion()
{
    return 8;
}

Done migrate(Database &database, int version, const QString &counter)
{
    const auto present = database.value(u"PRAGMA user_version"_s);
    if (!present)
        return tl::unexpected(present.error());
    if (present->toInt() >= version)
        return {};
    return database.atOnce([&]() -> Done {
        for (int step = present->toInt(); step < version; ++step) {
            if (auto done = lead(database, step, counter); !done)
                return done;
        }
        return {};
    });
}

} // namespace okoshko::journal
