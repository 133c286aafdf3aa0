// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Journal.h"

#include "models/journal/Database.h"
#include "models/journal/JournalRows.h"

#include <QCryptographicHash>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace okoshko {

using journal::toColumn;

namespace {

Journaled<void> finished(const Journaled<qint64> &ran)
{
    return ran ? Journaled<void>() : tl::unexpected(ran.error());
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

Journal::Journal(std::unique_ptr<journal::Database> database, QString who)
    : m_database(std::move(database))
    , m_who(std::move(who))
{
}

Journal::~Journal() = default;

Journaled<QString> Journal::partner() const
{
    const auto partner = m_database->value(u"SELECT partner FROM account"_s);
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
        return tl::unexpected(JournalError{JournalError::Kind::OtherAccount,
                                           u"the journal is of partner %1, the server says %2"_s.arg(*known, partner)});
    return finished(m_database->run(u"UPDATE account SET partner = ?"_s, {partner}));
}

Journaled<Owner> Journal::ownerIn(journal::Database &database)
{
    Owner owner;
    const auto ran = database.run(u"SELECT server, key_mark, partner,"
                                  " EXISTS (SELECT 1 FROM intents) OR EXISTS (SELECT 1 FROM sales) FROM account"_s,
                                  {}, [&owner](const QSqlQuery &row) { owner = journal::toOwner(row); });
    return ran ? Journaled<Owner>(owner) : tl::unexpected(ran.error());
}

Journaled<Owner> Journal::owner() const
{
    return ownerIn(*m_database);
}

Journaled<void> Journal::changeAccount(const Account &account)
{
    const auto before = owner();
    if (!before)
        return tl::unexpected(before.error());
    const bool isElsewhere = before->account.server != account.server;
    if (isElsewhere && before->sales == Owner::Sales::Some)
        return tl::unexpected(JournalError{JournalError::Kind::OtherAccount,
                                           u"its sales are of %1"_s.arg(before->account.server)});
    return finished(m_database->run(u"UPDATE account SET server = ?, key_mark = ?, partner = ?"_s,
                                    {account.server, account.keyMark, isElsewhere ? QString() : before->partner}));
}

Journaled<void> Journal::atOnce(const std::function<Journaled<void>()> &work)
{
    return m_database->atOnce(work);
}

Journaled<qint64> Journal::intend(const Intent &intent)
{
    const QString columns = journal::intentColumns();
    return m_database->run(
        u"INSERT INTO intents (%1) VALUES (%2)"_s.arg(columns, journal::placeholders(columns)),
        journal::toRow(intent));
}

Journaled<void> Journal::conclude(qint64 intent, Outcome outcome, const OrderId &order)
{
    return finished(m_database->run(
        u"UPDATE intents SET outcome = ?, order_id = iif(? = '', order_id, ?) WHERE id = ?"_s,
        {journal::toWord(outcome), order.toString(), order.toString(), intent}));
}

Journaled<QList<Intent>> Journal::openIntents() const
{
    QList<Intent> found;
    const auto ran = m_database->run(
        u"SELECT id, %1 FROM intents WHERE outcome IN ('open', 'unknown') ORDER BY id"_s.arg(journal::intentColumns()),
        {}, [&found](const QSqlQuery &row) { found << journal::toIntent(row); });
    return ran ? Journaled<QList<Intent>>(found) : tl::unexpected(ran.error());
}

Journaled<void> Journal::mirror(const JournaledSale &sale)
{
    const QString columns = journal::saleColumns();
    return finished(m_database->run(
        u"INSERT OR REPLACE INTO sales (%1) VALUES (%2)"_s.arg(columns, journal::placeholders(columns)),
        journal::toRow(sale)));
}

Journaled<QList<JournaledSale>> Journal::sales(Instant since) const
{
    QList<JournaledSale> found;
    const auto ran = m_database->run(
        u"SELECT %1 FROM sales WHERE status IN ('executed', 'in_progress', 'unknown') OR created_at >= ?"
        " ORDER BY created_at, number"_s.arg(journal::saleColumns()),
        {toColumn(since)}, [&found](const QSqlQuery &row) {
            const JournaledSale sale = journal::toSale(row);
            if (!sale.order.id.isNull()) // a damaged row names no order
                found << sale;
        });
    return ran ? Journaled<QList<JournaledSale>>(found) : tl::unexpected(ran.error());
}

Journaled<bool> Journal::knows(const OrderId &order) const
{
    const auto known = m_database->value(u"SELECT 1 FROM sales WHERE id = ?"_s, {order.toString()});
    return known ? Journaled<bool>(known->isValid()) : tl::unexpected(known.error());
}

Journaled<void> Journal::record(const RecordEntry &entry)
{
    return finished(m_database->run(
        u"INSERT INTO record (at, who, what, order_id, words, till) VALUES (?, ?, ?, ?, ?, ?)"_s,
        {toColumn(entry.at), m_who, entry.what, entry.order.toString(), entry.words, toColumn(entry.till)}));
}

Journaled<QList<RecordEntry>> Journal::recordOf(const OrderId &order) const
{
    QList<RecordEntry> found;
    const auto ran = m_database->run(
        u"SELECT at, who, what, words, till FROM record WHERE order_id = ? ORDER BY seq"_s, {order.toString()},
        [&found, &order](const QSqlQuery &row) {
            found.append({.at = journal::toOptionalInstant(row.value(0)).value_or(Instant()),
                          .who = row.value(1).toString(),
                          .what = row.value(2).toString(),
                          .order = order,
                          .words = row.value(3).toString(),
                          .till = journal::toOptionalInstant(row.value(4))});
        });
    return ran ? Journaled<QList<RecordEntry>>(found) : tl::unexpected(ran.error());
}

Journaled<qint64> Journal::addUnsettled(const Unsettled &entry)
{
    const auto same = m_database->value(
        u"SELECT id FROM unsettled WHERE settled_at IS NULL AND kind = ? AND order_id = ? AND (order_id <> '' OR since = ?)"_s,
        {journal::toWord(entry.kind), entry.order.toString(), toColumn(entry.since)});
    if (!same)
        return tl::unexpected(same.error());
    if (same->isValid())
        return same->toLongLong();
    const QString columns = journal::unsettledColumns();
    return m_database->run(
        u"INSERT INTO unsettled (%1) VALUES (%2)"_s.arg(columns, journal::placeholders(columns)),
        journal::toRow(entry));
}

Journaled<QList<Unsettled>> Journal::unsettled() const
{
    QList<Unsettled> found;
    const auto ran = m_database->run(
        u"SELECT id, %1 FROM unsettled WHERE settled_at IS NULL ORDER BY id"_s.arg(journal::unsettledColumns()), {},
        [&found](const QSqlQuery &row) { found << journal::toUnsettled(row); });
    return ran ? Journaled<QList<Unsettled>>(found) : tl::unexpected(ran.error());
}

Journaled<void> Journal::settle(qint64 id, Instant at, const QString &how)
{
    return finished(m_database->run(
        u"UPDATE unsettled SET settled_at = ?, settled_how = ? WHERE id = ? AND settled_at IS NULL"_s,
        {toColumn(at), how, id}));
}

Journaled<void> Journal::probe()
{
    return finished(m_database->run(u"UPDATE account SET probes = probes + 1"_s));
}

Journaled<void> Journal::isInPlace() const
{
    return m_database->isInPlace();
}

} // namespace okoshko
