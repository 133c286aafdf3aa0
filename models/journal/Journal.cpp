// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Journal.h"

#include "models/journal/JournalRows.h"
#include "models/journal/JournalStore.h"
#include "models/journal/PastIndex.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace okoshko {

Q_LOGGING_CATEGORY(journalLog, "okoshko.journal")

using journal::Database;
using journal::PastIndex;
using journal::toColumn;
using Kind = JournalError::Kind;

namespace {

/// Upper bound of the ended sales that are read at a start.
constexpr int maxRecent = 2000;
constexpr int maxOrganisers = 1000;
constexpr int maxUnprinted = 500;
/// JournalContents::printJobs: the condition of their index, word by word, as SQLite uses it only then.
constexpr QLatin1StringView printJobsInQuestion("state IN ('waiting', 'printing', 'attention') OR giving_up = 1"
                                                " OR (kind = 'tickets' AND state = 'given_up' AND settled = 0)");
constexpr qsizetype ordersAtOnce = 500; ///< of one statement; SQLite bounds the number of its values

QString placeholders(qsizetype count)
{
    return u"?"_s + u", ?"_s.repeated(count - 1);
}

/// Inserts \a entry with \a counter, or replaces the row of the same \a key if \a where holds.
template <class Entry>
Journaled<void> upsert(Database &database, const QString &table, journal::Columns<Entry> columns, const Entry &entry,
                       const QString &counter, const QString &where, const QString &key = u"id"_s)
{
    const QStringList names = journal::namesOf(columns) + QStringList{u"counter"_s};
    QStringList changes;
    for (const QString &name : names)
        changes << name + u" = excluded."_s + name;
    const QString statement = u"INSERT INTO %1 (%2) VALUES (%3) ON CONFLICT (%4) DO UPDATE SET %5 WHERE %6"_s.arg(
        table, names.join(u", "_s), placeholders(names.size()), key, changes.join(u", "_s), where);
    return withoutValue(database.run(statement, journal::toRow(columns, entry) + QVariantList{counter}));
}

} // namespace

QString markOf(const QString &server, const QByteArray &key)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData("okoshko journal\n");
    hash.addData(server.toUtf8() + '\n');
    hash.addData(key);
    return QString::fromLatin1(hash.result().toHex().left(16));
}

Journal::Journal(std::unique_ptr<journal::JournalFile> file, QString who)
    : m_file(std::move(file))
    , m_who(std::move(who))
{
}

Journal::~Journal() = default;

QString Journal::pathFor(const QString &folder, const Account &account)
{
    QString server = account.server;
    for (QChar &c : server) {
        const bool plain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'-';
        c = plain ? c : u'_';
    }
    return QDir(folder).filePath(u"journal-%1-%2.sqlite"_s.arg(server.left(80), account.keyMark));
}

std::optional<Owner> Journal::ownerOf(const QString &path)
{
    return journal::JournalFile::ownerOf(path);
}

Journaled<std::unique_ptr<Journal>> Journal::open(const QString &path, const Account &account, const QString &who,
                                                  const QByteArray &machine)
{
    auto file = journal::JournalFile::open({path, account, machine});
    if (!file)
        return tl::unexpected(file.error());
    return std::unique_ptr<Journal>(new Journal(std::move(*file), who));
}

Journaled<QString> Journal::partner() const
{
    const auto partner = database().value(u"SELECT partner FROM account"_s);
    return partner ? Journaled<QString>(partner->toString()) : tl::unexpected(partner.error());
}

Journaled<void> Journal::notePartner(const QString &partner)
{
    const auto known = this->partner();
    if (!known)
        return tl::unexpected(known.error());
    if (*known == partner)
        return {};
    if (!known->isEmpty())
        return tl::unexpected(JournalError{Kind::OtherAccount,
                                           u"the journal is of partner %1, the server says %2"_s.arg(*known, partner)});
    return withoutValue(database().run(u"UPDATE account SET partner = ?"_s, {partner}));
}

Journaled<Owner> Journal::owner() const
{
    return journal::JournalFile::ownerIn(database());
}

Journaled<void> Journal::changeAccount(const Account &account)
{
    const auto before = owner();
    if (!before)
        return tl::unexpected(before.error());
    const bool isElsewhere = before->account.server != account.server;
    if (isElsewhere && before->sales == Owner::Sales::Some)
        return tl::unexpected(JournalError{Kind::OtherAccount, u"its sales are of %1"_s.arg(before->account.server)});
    const auto changed = database().run(u"UPDATE account SET server = ?, key_mark = ?, partner = ?"_s,
                                        {account.server, account.keyMark, isElsewhere ? QString() : before->partner});
    if (changed)
        m_file->setAccount(account);
    return withoutValue(changed);
}

Journaled<void> Journal::mended(const Work &work)
{
    const auto once = [&]() -> Journaled<void> {
        const auto ready = m_file->makeReady();
        return ready ? work() : ready;
    };
    auto done = once();
    if (done || done.error().kind != Kind::Damaged)
        return done;
    const auto replaced = m_file->replaceDamaged();
    return replaced ? once() : replaced;
}

Journaled<void> Journal::makeReady()
{
    return mended([] { return Journaled<void>(); });
}

Journaled<void> Journal::mend()
{
    return m_file->replaceDamaged();
}

Journaled<JournalContents> Journal::load(Instant since)
{
    JournalContents contents;
    auto done = mended([&]() -> Journaled<void> {
        contents = {};
        // A UNION uses two indexes; an OR would read all sales.
        const auto sales = journal::readSales(
            database(),
            u"rowid IN (SELECT rowid FROM sales WHERE status IN ('executed', 'in_progress', 'unknown') AND closed = 0"
            " UNION SELECT rowid FROM sales WHERE id IN (SELECT order_id FROM intents WHERE outcome IN ('open', "
            "'unknown'))"
            " UNION SELECT rowid FROM sales WHERE id IN (SELECT order_id FROM print_jobs WHERE (%2))"
            " UNION SELECT rowid FROM (SELECT rowid FROM sales WHERE created_at >= ? ORDER BY created_at DESC LIMIT "
            "%1))"
            " AND counter = ? ORDER BY created_at, number"_s.arg(maxRecent)
                .arg(printJobsInQuestion),
            {toColumn(since), m_file->counter()});
        if (!sales)
            return tl::unexpected(sales.error());
        for (const journal::SaleRow &row : *sales)
            contents.sales << row.sale;
        contents.setAside = setAside();
        const auto read = readOpen(contents);
        const auto printing = read ? readPrinting(contents) : read;
        return printing ? readRest(contents) : printing;
    });
    return done ? Journaled<JournalContents>(contents) : tl::unexpected(done.error());
}

Journaled<void> Journal::readOpen(JournalContents &contents) const
{
    const auto intents =
        database().run(u"SELECT %1 FROM intents WHERE outcome IN ('open', 'unknown') AND counter = ? ORDER BY id"_s.arg(
                           journal::namesOf(journal::intentColumns()).join(u", "_s)),
                       {m_file->counter()}, [&contents](const QSqlQuery &row) {
                           contents.openIntents << journal::fromRow(journal::intentColumns(), row);
                       });
    if (!intents)
        return withoutValue(intents);
    return withoutValue(database().run(
        u"SELECT %1 FROM issues WHERE resolved_at IS NULL AND counter = ? ORDER BY id"_s.arg(
            journal::namesOf(journal::issueColumns()).join(u", "_s)),
        {m_file->counter()},
        [&contents](const QSqlQuery &row) { contents.issues << journal::fromRow(journal::issueColumns(), row); }));
}

Journaled<void> Journal::readPrinting(JournalContents &contents) const
{
    auto jobs = journal::readAll(database(), u"print_jobs"_s, journal::printColumns(),
                                 u"(%1) AND counter = ? ORDER BY at"_s.arg(printJobsInQuestion), {m_file->counter()},
                                 contents.printJobs);
    if (!jobs)
        return jobs;
    auto blanks = journal::readAll(database(), u"blank_ranges"_s, journal::blankRangeColumns(), u"counter = ?"_s,
                                   {m_file->counter()}, contents.blanks);
    if (!blanks)
        return blanks;
    return journal::readAll(database(), u"organisers"_s, journal::legalColumns(),
                            u"true ORDER BY at DESC LIMIT %1"_s.arg(maxOrganisers), {}, contents.legal);
}

Journaled<PrintRecord> Journal::readPrints(const PrintQuery &query)
{
    PrintRecord record;
    auto done = mended([&]() -> Journaled<void> {
        record = {};
        for (qsizetype i = 0; i < query.orders.size(); i += ordersAtOnce) {
            QVariantList ids;
            for (const OrderId &order : query.orders.mid(i, ordersAtOnce))
                ids << order.toString();
            const QString named = u"order_id IN (%1) AND counter = ?"_s.arg(placeholders(ids.size()));
            ids << m_file->counter();
            if (auto jobs = journal::readAll(database(), u"print_jobs"_s, journal::printColumns(),
                                             named + u" ORDER BY at"_s, ids, record.jobs);
                !jobs)
                return jobs;
            const auto read = database().run(u"SELECT order_id FROM print_not_needed WHERE "_s + named, ids,
                                             [&record](const QSqlQuery &row) {
                                                 if (const auto order = OrderId::parse(row.value(0).toString()))
                                                     record.notNeeded << *order;
                                             });
            if (!read)
                return withoutValue(read);
        }
        if (query.paidSince) {
            if (auto unprinted = readUnprinted(*query.paidSince, record); !unprinted)
                return unprinted;
        }
        if (query.taken) {
            const BlankRange &range = *query.taken;
            if (auto taken = journal::readAll(database(), u"blank_uses"_s, journal::blankUseColumns(),
                                              u"queue = ? AND use IN ('printed', 'spoiled') AND first > 0"
                                              " AND first <= ? AND first + count > ? AND counter = ?"
                                              " ORDER BY first LIMIT 1"_s,
                                              {range.queue, range.last, range.first, m_file->counter()}, record.taken);
                !taken)
                return taken;
        }
        if (!query.from || !query.till)
            return {};
        return journal::readAll(database(), u"blank_uses"_s, journal::blankUseColumns(),
                                u"at >= ? AND at < ? AND counter = ? ORDER BY at, seq"_s,
                                {toColumn(query.from), toColumn(query.till), m_file->counter()}, record.blanks);
    });
    return done ? Journaled<PrintRecord>(record) : tl::unexpected(done.error());
}

Journaled<void> Journal::readUnprinted(Instant since, PrintRecord &record) const
{
    // What was printed in several jobs is found, too: the reader judges by the jobs.
    const auto sales = journal::readSales(
        database(),
        u"rowid IN (SELECT rowid FROM sales WHERE created_at >= ? AND status = 'done' AND tickets <> '' AND counter = ?"
        " AND NOT EXISTS (SELECT 1 FROM print_not_needed WHERE order_id = sales.id)"
        " AND NOT EXISTS (SELECT 1 FROM print_jobs WHERE order_id = sales.id AND kind IN ('tickets', 'file')"
        " AND (state = 'done' OR settled = 1) AND instr(copies, 'missing') = 0"
        " AND length(copies) - length(replace(copies, ' ', '')) >= length(tickets) - length(replace(tickets, ' ', '')))"
        " ORDER BY created_at DESC LIMIT %1) ORDER BY created_at, number"_s.arg(maxUnprinted),
        {toColumn(since), m_file->counter()});
    if (!sales)
        return tl::unexpected(sales.error());
    for (const journal::SaleRow &row : *sales)
        record.unprinted << row.sale;
    return {};
}

Journaled<KeptOrders> Journal::readOrders(const QList<OrderId> &orders)
{
    KeptOrders kept;
    auto done = mended([&]() -> Journaled<void> {
        kept = {};
        for (qsizetype i = 0; i < orders.size(); i += ordersAtOnce) {
            QVariantList ids;
            for (const OrderId &order : orders.mid(i, ordersAtOnce))
                ids << order.toString();
            const auto sales =
                journal::readSales(database(), u"id IN (%1) AND counter = ?"_s.arg(placeholders(ids.size())),
                                   ids + QVariantList{m_file->counter()});
            if (!sales)
                return tl::unexpected(sales.error());
            for (const journal::SaleRow &row : *sales) {
                kept.sales << row.sale;
                ids.removeAll(row.sale.order.id.toString());
            }
            if (ids.isEmpty())
                continue;
            const QString others = u"order_id IN (%1)"_s.arg(placeholders(ids.size()));
            if (auto read = journal::readRecord(database(), others, ids, kept.record); !read)
                return read;
        }
        return {};
    });
    return done ? Journaled<KeptOrders>(kept) : tl::unexpected(done.error());
}

Journaled<void> Journal::readRest(JournalContents &contents) const
{
    return withoutValue(
        database().run(u"SELECT partner, EXISTS (SELECT 1 FROM intents) OR EXISTS (SELECT 1 FROM sales),"
                       " (SELECT max(id) FROM intents), (SELECT max(id) FROM issues) FROM account"_s,
                       {}, [&contents](const QSqlQuery &row) {
                           contents.partner = row.value(0).toString();
                           contents.anySales = row.value(1).toBool() ? Owner::Sales::Some : Owner::Sales::None;
                           contents.lastIntent = row.value(2).toLongLong();
                           contents.lastIssue = row.value(3).toLongLong();
                       }));
}

Journaled<void> Journal::write(const QList<JournalEntry> &entries)
{
    return noted(mended([&]() -> Journaled<void> {
        return database().atOnce([&]() -> Journaled<void> {
            QList<OrderId> touched;
            for (const JournalEntry &entry : entries) {
                auto done = std::visit([this](const auto &what) { return put(what); }, entry);
                if (!done)
                    return done;
                if (const auto *sale = std::get_if<JournaledSale>(&entry))
                    touched << sale->order.id;
                else if (const auto *tickets = std::get_if<SaleTickets>(&entry))
                    touched << tickets->order;
            }
            for (const OrderId &order : touched) {
                if (auto indexed = PastIndex(database()).put(order); !indexed)
                    return indexed;
            }
            return {};
        });
    }));
}

Journaled<PastSales> Journal::find(const QString &text, int limit)
{
    PastSales found;
    auto done = mended([&]() -> Journaled<void> {
        auto read = PastIndex(database()).find(text, limit, m_file->counter(), m_barcodeKey);
        if (!read)
            return tl::unexpected(read.error());
        found = std::move(*read);
        return {};
    });
    return done ? Journaled<PastSales>(found) : tl::unexpected(done.error());
}

Journaled<bool> Journal::fillIndex(std::chrono::milliseconds budget)
{
    bool isMore = false;
    auto done = mended([&]() -> Journaled<void> {
        const auto filled = PastIndex(database()).fill(budget);
        isMore = filled.value_or(false);
        return filled ? Journaled<void>() : tl::unexpected(filled.error());
    });
    return done ? Journaled<bool>(isMore) : tl::unexpected(done.error());
}

Journaled<void> Journal::put(const Intent &intent)
{
    const auto columns = journal::intentColumns();
    const QString names = journal::namesOf(columns).join(u", "_s);
    std::optional<Intent> known;
    const auto read = database().run(u"SELECT %1 FROM intents WHERE id = ?"_s.arg(names), {intent.id},
                                     [&](const QSqlQuery &row) { known = journal::fromRow(columns, row); });
    if (!read)
        return withoutValue(read);
    if (known)
        return *known == intent ? Journaled<void>()
                                : tl::unexpected(JournalError{
                                      Kind::Failed, u"there is another intent %1"_s.arg(QString::number(intent.id))});
    return withoutValue(database().run(u"INSERT INTO intents (%1, counter) VALUES (%2)"_s.arg(
                                           names, placeholders(static_cast<qsizetype>(columns.size()) + 1)),
                                       journal::toRow(columns, intent) + QVariantList{m_file->counter()}));
}

Journaled<void> Journal::put(const Conclusion &conclusion)
{
    const QString order = conclusion.order.toString();
    return withoutValue(database().run(
        u"UPDATE intents SET outcome = ?, order_id = iif(? = '', order_id, ?) WHERE id = ? AND counter = ?"_s,
        {journal::toWord(conclusion.outcome), order, order, conclusion.intent, m_file->counter()}));
}

Journaled<void> Journal::put(const JournaledSale &sale)
{
    return upsert(database(), u"sales"_s, journal::saleColumns(), sale, m_file->counter(), u"true"_s);
}

Journaled<void> Journal::put(const RecordEntry &entry)
{
    const auto columns = journal::recordColumns();
    return withoutValue(database().run(
        u"INSERT INTO record (%1, who, counter) SELECT %2"
        " WHERE NOT EXISTS (SELECT 1 FROM record WHERE order_id = ? AND at = ? AND what = ? AND words IS ?)"_s.arg(
            journal::namesOf(columns).join(u", "_s), placeholders(static_cast<qsizetype>(columns.size()) + 2)),
        journal::toRow(columns, entry) + QVariantList{m_who, m_file->counter(), entry.order.toString(),
                                                      toColumn(entry.at), entry.what, entry.words}));
}

Journaled<void> Journal::put(const Issue &issue)
{
    return upsert(database(), u"issues"_s, journal::issueColumns(), issue, m_file->counter(),
                  u"resolved_at IS NULL AND counter = excluded.counter"_s);
}

Journaled<void> Journal::put(const Resolution &resolution)
{
    return withoutValue(database().run(u"UPDATE issues SET resolved_at = ?, resolved_how = ?"
                                       " WHERE id = ? AND resolved_at IS NULL AND counter = ?"_s,
                                       {toColumn(resolution.at), resolution.how, resolution.issue, m_file->counter()}));
}

Journaled<void> Journal::put(const SaleTickets &tickets)
{
    return PastIndex(database()).keep(tickets, m_barcodeKey);
}

Journaled<void> Journal::put(const PartnerNote &note)
{
    return notePartner(note.partner);
}

Journaled<void> Journal::put(const PrintJob &job)
{
    return upsert(database(), u"print_jobs"_s, journal::printColumns(), job, m_file->counter(),
                  u"counter = excluded.counter"_s);
}

Journaled<void> Journal::put(const PrintNotNeeded &entry)
{
    if (entry.isWithdrawn)
        return withoutValue(database().run(u"DELETE FROM print_not_needed WHERE order_id = ? AND counter = ?"_s,
                                           {entry.order.toString(), m_file->counter()}));
    return withoutValue(
        database().run(u"INSERT OR IGNORE INTO print_not_needed (order_id, at, counter) VALUES (?, ?, ?)"_s,
                       {entry.order.toString(), toColumn(entry.at), m_file->counter()}));
}

Journaled<void> Journal::put(const BlankRange &range)
{
    return upsert(database(), u"blank_ranges"_s, journal::blankRangeColumns(), range, m_file->counter(), u"true"_s,
                  u"queue, counter"_s);
}

Journaled<void> Journal::put(const BlankUse &use)
{
    const auto columns = journal::blankUseColumns();
    return withoutValue(database().run(
        u"INSERT INTO blank_uses (%1, counter) VALUES (%2)"_s.arg(
            journal::namesOf(columns).join(u", "_s), placeholders(static_cast<qsizetype>(columns.size()) + 1)),
        journal::toRow(columns, use) + QVariantList{m_file->counter()}));
}

Journaled<void> Journal::put(const LegalNote &note)
{
    return upsert(database(), u"organisers"_s, journal::legalColumns(), note, m_file->counter(), u"true"_s);
}

Journaled<void> Journal::probe()
{
    if (!m_isInTrouble)
        return noted(database().isInPlace());
    return noted(mended([this] {
        return database().atOnce(
            [this] { return withoutValue(database().run(u"UPDATE account SET probes = probes + 1"_s)); });
    }));
}

Journaled<void> Journal::noted(Journaled<void> done)
{
    m_isInTrouble = !done;
    return done;
}

} // namespace okoshko
