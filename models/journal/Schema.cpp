// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Schema.h"

using namespace Qt::StringLiterals;

namespace okoshko::journal {

// Times are microseconds since 1970 UTC by the server's clock; sums are minor units; lists are words between blanks.
const QList<QStringList> &migrations()
{
    static const QList<QStringList> all{
        {
            u"CREATE TABLE account (server TEXT NOT NULL, key_mark TEXT NOT NULL, partner TEXT NOT NULL DEFAULT '',"
            " probes INTEGER NOT NULL DEFAULT 0)"_s,
            u"CREATE TABLE intents (id INTEGER PRIMARY KEY AUTOINCREMENT, verb TEXT NOT NULL, order_id TEXT NOT NULL,"
            " event TEXT NOT NULL, random TEXT NOT NULL, seats TEXT NOT NULL, completeness TEXT NOT NULL,"
            " system TEXT NOT NULL, at INTEGER NOT NULL, outcome TEXT NOT NULL DEFAULT 'open')"_s,
            u"CREATE INDEX open_intents ON intents (id) WHERE outcome IN ('open', 'unknown')"_s,
            u"CREATE TABLE sales (id TEXT PRIMARY KEY, number INTEGER NOT NULL, event TEXT NOT NULL,"
            " status TEXT NOT NULL, created_at INTEGER, updated_at INTEGER, reserved_till INTEGER,"
            " tickets TEXT NOT NULL, rules TEXT NOT NULL, value INTEGER NOT NULL, value_extra INTEGER NOT NULL,"
            " nominal INTEGER NOT NULL, discount INTEGER NOT NULL, payment_system TEXT NOT NULL,"
            " redirect_url TEXT NOT NULL, random TEXT NOT NULL, seats TEXT NOT NULL, completeness TEXT NOT NULL,"
            " system TEXT NOT NULL, payment_started_at INTEGER, paid_on_page INTEGER NOT NULL,"
            " wish TEXT NOT NULL)"_s,
            u"CREATE INDEX sales_by_creation ON sales (created_at)"_s,
            u"CREATE INDEX unfinished_sales ON sales (id) WHERE status IN ('executed', 'in_progress', 'unknown')"_s,
            u"CREATE TABLE record (seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, who TEXT NOT NULL,"
            " what TEXT NOT NULL, order_id TEXT NOT NULL, words TEXT NOT NULL, till INTEGER)"_s,
            u"CREATE INDEX record_by_order ON record (order_id)"_s,
            u"CREATE TRIGGER record_stays BEFORE UPDATE ON record"
            " BEGIN SELECT RAISE(ABORT, 'the record cannot be altered'); END"_s,
            u"CREATE TRIGGER record_is_kept BEFORE DELETE ON record"
            " BEGIN SELECT RAISE(ABORT, 'the record cannot be altered'); END"_s,
            u"CREATE TABLE unsettled (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL,"
            " order_id TEXT NOT NULL, event TEXT NOT NULL, number INTEGER NOT NULL, wanted INTEGER NOT NULL,"
            " got INTEGER NOT NULL, perhaps TEXT NOT NULL, since INTEGER NOT NULL, settled_at INTEGER,"
            " settled_how TEXT NOT NULL DEFAULT '')"_s,
        },
    };
    return all;
}

int currentVersion()
{
    return static_cast<int>(migrations().size());
}

const QList<Table> &salvagedTables()
{
    static const QList<Table> all{
        {u"sales"_s, u"id, number, event, status, created_at, updated_at, reserved_till, tickets, rules, value,"
                     " value_extra, nominal, discount, payment_system, redirect_url, random, seats, completeness,"
                     " system, payment_started_at, paid_on_page, wish"_s},
        {u"intents"_s, u"id, verb, order_id, event, random, seats, completeness, system, at, outcome"_s},
        {u"unsettled"_s, u"id, kind, order_id, event, number, wanted, got, perhaps, since, settled_at, settled_how"_s},
        {u"record"_s, u"seq, at, who, what, order_id, words, till"_s},
    };
    return all;
}

} // namespace okoshko::journal
