// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/PastIndex.h"

#include "models/journal/JournalRows.h"
#include "models/journal/JournalStore.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QElapsedTimer>
#include <QMessageAuthenticationCode>
#include <QSqlQuery>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko::journal {

namespace {

constexpr qint64 second = 1'000'000;
constexpr std::chrono::days recently{30};
constexpr int maxFound = 1000;

QByteArray markOfBarcode(const QString &barcode, const QByteArray &key)
{
    return QMessageAuthenticationCode::hash(barcode.toUtf8(), key, QCryptographicHash::Sha256).left(16);
}

/// A one-way hash that distinguishes keys.
QByteArray markOfKey(const QByteArray &key)
{
    return key.isEmpty()
               ? QByteArray("")
               : QMessageAuthenticationCode::hash("okoshko barcode key", key, QCryptographicHash::Sha256).left(8);
}

qint64 toKey(Instant instant)
{
    return instant.time_since_epoch().count();
}

/// An FTS5 query for rows with all trigrams of \a words, quoted, so that no character is an operator. The trigrams may
/// be in different words of a row.
QString trigramsOf(const QStringList &words)
{
    QStringList trigrams;
    for (const QString &word : words) {
        const QList<uint> characters = word.toUcs4();
        for (qsizetype from = 0; from < characters.size(); from += 3) {
            const qsizetype first = std::min(from, characters.size() - 3);
            const auto *start = reinterpret_cast<const char32_t *>(characters.constData() + first);
            trigrams << u'"' + QString::fromUcs4(start, 3).replace(u'"', u"\"\""_s) + u'"';
        }
    }
    trigrams.removeDuplicates();
    return trigrams.join(u' ');
}

/// An indexed sale.
struct Indexed
{
    qint64 key = 0; ///< 0 = not indexed
    qint64 wanted = 0;
    QString words;
};

} // namespace

Journaled<void> PastIndex::keep(const SaleTickets &tickets, const QByteArray &key)
{
    const QString order = tickets.order.toString();
    QStringList numbers;
    for (const Ticket &ticket : tickets.tickets)
        numbers << ticket.serial + ticket.number;
    const bool hasBarcodes = std::any_of(tickets.tickets.cbegin(), tickets.tickets.cend(),
                                         [](const Ticket &ticket) { return !ticket.barcode.isEmpty(); });
    // Hashes are kept if the tickets come again without barcodes, or while there is no key.
    const auto kept = m_database.run(
        u"INSERT INTO tickets (order_id, numbers, barcode_key) VALUES (?, ?, ?) ON CONFLICT (order_id) DO UPDATE"
        " SET numbers = excluded.numbers, barcode_key = ifnull(nullif(excluded.barcode_key, x''),"
        " ifnull(tickets.barcode_key, excluded.barcode_key))"_s,
        {order, foldedText(numbers.join(u' ')), hasBarcodes ? QVariant(markOfKey(key)) : QVariant()});
    if (!kept || key.isEmpty())
        return withoutValue(kept);
    for (const Ticket &ticket : tickets.tickets) {
        if (ticket.barcode.isEmpty())
            continue;
        const auto marked = m_database.run(u"INSERT OR IGNORE INTO barcodes (mark, order_id) VALUES (?, ?)"_s,
                                           {markOfBarcode(ticket.barcode, key), order});
        if (!marked)
            return withoutValue(marked);
    }
    return {};
}

Journaled<void> PastIndex::put(const OrderId &order)
{
    std::optional<Indexed> sale;
    const auto read = m_database.run(
        u"SELECT past_key, created_at, number, event_title, numbers FROM sales LEFT JOIN tickets ON order_id = id"
        " WHERE id = ?"_s,
        {order.toString()}, [&sale](const QSqlQuery &row) {
            const qint64 number = row.value(2).toLongLong();
            const auto created = toOptionalInstant(row.value(1));
            sale = {row.value(0).toLongLong(), created ? toKey(*created) : 0,
                    foldedText((number == 0 ? QString() : QString::number(number)) + u' ' + row.value(3).toString()) +
                        u' ' + row.value(4).toString()};
        });
    if (!read || !sale)
        return withoutValue(read);

    // Without a reported creation time: the time used before, else now.
    if (sale->wanted == 0)
        sale->wanted = sale->key != 0 ? sale->key : toKey(toInstant(QDateTime::currentDateTimeUtc()));
    const bool isInPlace = sale->key >= sale->wanted && sale->key <= sale->wanted + second;
    if (sale->key != 0 && isInPlace) {
        const auto words = m_database.value(u"SELECT words FROM past WHERE rowid = ?"_s, {sale->key});
        if (!words)
            return tl::unexpected(words.error());
        if (words->toString() == sale->words)
            return {};
        return withoutValue(m_database.run(u"UPDATE past SET words = ? WHERE rowid = ?"_s, {sale->words, sale->key}));
    }
    if (sale->key != 0) {
        if (const auto removed = m_database.run(u"DELETE FROM past WHERE rowid = ?"_s, {sale->key}); !removed)
            return withoutValue(removed);
    }
    const auto key = freeKey(sale->wanted);
    if (!key)
        return tl::unexpected(key.error());
    const auto added = m_database.run(u"INSERT INTO past (rowid, words, order_id) VALUES (?, ?, ?)"_s,
                                      {*key, sale->words, order.toString()});
    return !added ? withoutValue(added)
                  : withoutValue(
                        m_database.run(u"UPDATE sales SET past_key = ? WHERE id = ?"_s, {*key, order.toString()}));
}

Journaled<qint64> PastIndex::freeKey(qint64 wanted)
{
    for (qint64 key = wanted;;) {
        const auto taken = m_database.value(u"SELECT rowid FROM past WHERE rowid = ?"_s, {key});
        if (!taken)
            return tl::unexpected(taken.error());
        if (!taken->isValid())
            return key;
        // Many orders of the same time get consecutive keys from the start of the second on.
        const auto last =
            m_database.value(u"SELECT rowid FROM past WHERE rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT 1"_s,
                             {key, key + second - 1});
        if (!last)
            return tl::unexpected(last.error());
        key = last->toLongLong() + 1;
    }
}

Journaled<bool> PastIndex::fill(std::chrono::milliseconds budget)
{
    constexpr int atOnce = 50;
    QElapsedTimer time;
    time.start();
    auto left = m_database.value(u"SELECT unindexed FROM account"_s);
    if (!left)
        return tl::unexpected(left.error());
    qint64 from = left->toLongLong();
    if (from == 0)
        return false;
    const auto done = m_database.atOnce([&]() -> Journaled<void> {
        do { // at least one step, so that a slow disk makes progress
            QList<std::pair<qint64, OrderId>> sales;
            const auto read =
                m_database.run(u"SELECT rowid, id, past_key FROM sales WHERE rowid <= ? ORDER BY rowid DESC LIMIT ?"_s,
                               {from, atOnce}, [&sales](const QSqlQuery &row) {
                                   const auto id =
                                       row.isNull(2) ? OrderId::parse(row.value(1).toString()) : std::nullopt;
                                   sales.append({row.value(0).toLongLong(), id.value_or(OrderId())});
                               });
            if (!read)
                return withoutValue(read);
            // Ascending: FTS5 flushes whenever a row's id is smaller than the one before.
            const qint64 last = sales.isEmpty() ? 0 : sales.constLast().first;
            const bool isEnd = sales.size() < atOnce;
            std::reverse(sales.begin(), sales.end());
            for (const auto &sale : std::as_const(sales)) {
                if (sale.second.isNull())
                    continue; // indexed meanwhile, or damaged
                if (auto indexed = put(sale.second); !indexed)
                    return indexed;
            }
            from = isEnd ? 0 : last - 1;
        } while (from != 0 && !time.hasExpired(budget.count()));
        return withoutValue(m_database.run(u"UPDATE account SET unindexed = ?"_s, {from}));
    });
    return done ? Journaled<bool>(from != 0) : tl::unexpected(done.error());
}

Journaled<PastSales> PastIndex::find(const QString &text, int limit, const QString &counter,
                                     const QByteArray &key) const
{
    const PastQuery query = parsePastQuery(text, QDateTime::currentDateTime());
    const int max = std::clamp(limit, 1, maxFound);
    PastSales found;
    const auto barcodes = barcodesFor(key);
    if (!barcodes)
        return tl::unexpected(barcodes.error());
    found.barcodes = *barcodes;
    const auto unindexed = m_database.value(u"SELECT unindexed FROM account"_s);
    auto orders = ordersOfBarcode(query.barcode, key);
    const auto named = ordersNamed(query);
    const auto others = ordersOf(query, max + 1);
    if (!unindexed || !orders)
        return tl::unexpected(!unindexed ? unindexed.error() : orders.error());
    if (!named || !others)
        return tl::unexpected(!named ? named.error() : others.error());
    found.isIndexed = unindexed->toLongLong() == 0;
    const QStringList exact = *orders + *named;
    *orders << *named << *others;
    orders->removeDuplicates();
    found.isCut = orders->size() > max;
    for (const QString &order : orders->first(std::min<qsizetype>(orders->size(), max))) {
        const auto sales = readSales(m_database, u"id = ?"_s, {order});
        if (!sales)
            return tl::unexpected(sales.error());
        for (const SaleRow &row : *sales)
            found.sales.append({row.sale, exact.contains(order), row.counter == counter});
    }
    return found;
}

Journaled<PastSales::Barcodes> PastIndex::barcodesFor(const QByteArray &key) const
{
    if (key.isEmpty())
        return PastSales::Barcodes::NoKey;
    const QByteArray mark = markOfKey(key);
    const auto others = m_database.value(
        u"SELECT EXISTS (SELECT 1 FROM tickets WHERE barcode_key < ? OR barcode_key > ?)"_s, {mark, mark});
    if (!others)
        return tl::unexpected(others.error());
    return others->toBool() ? PastSales::Barcodes::InPart : PastSales::Barcodes::Searched;
}

Journaled<QStringList> PastIndex::ordersOfBarcode(const QString &barcode, const QByteArray &key) const
{
    QStringList orders;
    if (key.isEmpty() || barcode.isEmpty())
        return orders;
    const auto read = m_database.run(u"SELECT order_id FROM barcodes WHERE mark = ?"_s, {markOfBarcode(barcode, key)},
                                     [&orders](const QSqlQuery &row) { orders << row.value(0).toString(); });
    return read ? Journaled<QStringList>(orders) : tl::unexpected(read.error());
}

Journaled<QStringList> PastIndex::ordersNamed(const PastQuery &query) const
{
    QStringList orders;
    if (query.barcode.isEmpty() || query.words.size() != 1 || !query.shortWords.isEmpty())
        return orders;
    const QString &word = query.words.first();
    const auto byId = m_database.run(u"SELECT id FROM sales WHERE id = ?"_s, {query.barcode},
                                     [&orders](const QSqlQuery &row) { orders << row.value(0).toString(); });
    // The index also has the words of the title.
    const auto byNumber = m_database.run(
        u"SELECT past.order_id, number, numbers FROM past JOIN sales ON id = past.order_id"
        " LEFT JOIN tickets ON tickets.order_id = id WHERE past MATCH ? AND instr(' ' || words || ' ', ?) > 0"
        " ORDER BY past.rowid DESC LIMIT ?"_s,
        {trigramsOf(query.words), u' ' + word + u' ', maxFound}, [&](const QSqlQuery &row) {
            if (row.value(1).toString() == word || row.value(2).toString().split(u' ').contains(word))
                orders << row.value(0).toString();
        });
    if (!byId || !byNumber)
        return tl::unexpected(!byId ? byId.error() : byNumber.error());
    return orders;
}

Journaled<QStringList> PastIndex::ordersOf(const PastQuery &query, int limit) const
{
    QStringList conditions;
    QVariantList values;
    const auto require = [&](const QString &condition, const QVariant &value) {
        conditions << condition;
        values << value;
    };
    if (!query.words.isEmpty())
        require(u"past MATCH ?"_s, trigramsOf(query.words));
    if (query.from)
        require(u"rowid >= ?"_s, toKey(*query.from));
    if (query.till)
        require(u"rowid <= ?"_s, toKey(*query.till));
    if (!query.shortWords.isEmpty() && !query.from) {
        const auto from = recent();
        if (!from)
            return tl::unexpected(from.error());
        require(u"rowid >= ?"_s, toKey(*from));
    }
    for (const QString &word : query.words + query.shortWords)
        require(u"instr(words, ?) > 0"_s, word);
    const QString where = conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s);
    values << limit;
    QStringList orders;
    const auto read = m_database.run(u"SELECT order_id FROM past%1 ORDER BY rowid DESC LIMIT ?"_s.arg(where), values,
                                     [&orders](const QSqlQuery &row) { orders << row.value(0).toString(); });
    return read ? Journaled<QStringList>(orders) : tl::unexpected(read.error());
}

Journaled<Instant> PastIndex::recent() const
{
    // By the computer's clock, or by the newest order if the clock is ahead of it.
    const Instant now = toInstant(QDateTime::currentDateTimeUtc());
    const auto newest = m_database.value(u"SELECT rowid FROM past ORDER BY rowid DESC LIMIT 1"_s);
    if (!newest)
        return tl::unexpected(newest.error());
    const Instant last = newest->isValid() ? Instant(Microseconds(newest->toLongLong())) : now;
    return std::min(now, last) - recently;
}

} // namespace okoshko::journal
