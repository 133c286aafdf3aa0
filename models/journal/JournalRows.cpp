// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/JournalRows.h"

#include <QSqlQuery>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace okoshko::journal {

namespace {

constexpr int mostSeats = 1'000'000; ///< beyond any hall, and sums of them stay numbers

template <class T>
struct Word
{
    T value;
    QLatin1StringView word;
};

constexpr std::array verbs{
    Word<Intent::Verb>{Intent::Verb::Reserve, "reserve"_L1},
    Word<Intent::Verb>{Intent::Verb::ChoosePayment, "choose_payment"_L1},
    Word<Intent::Verb>{Intent::Verb::StartPayment, "start_payment"_L1},
    Word<Intent::Verb>{Intent::Verb::Confirm, "confirm"_L1},
    Word<Intent::Verb>{Intent::Verb::Cancel, "cancel"_L1},
};
constexpr std::array outcomes{
    Word<Outcome>{Outcome::Done, "done"_L1},
    Word<Outcome>{Outcome::Refused, "refused"_L1},
    Word<Outcome>{Outcome::Unknown, "unknown"_L1},
};
constexpr std::array wishes{
    Word<Wish>{Wish::Sell, "sell"_L1},
    Word<Wish>{Wish::Release, "release"_L1},
};
constexpr std::array kinds{
    Word<Unsettled::Kind>{Unsettled::Kind::PaidTooLate, "paid_too_late"_L1},
    Word<Unsettled::Kind>{Unsettled::Kind::UnknownOutcome, "unknown_outcome"_L1},
    Word<Unsettled::Kind>{Unsettled::Kind::AbandonedAtBank, "abandoned_at_bank"_L1},
    Word<Unsettled::Kind>{Unsettled::Kind::SeatsShort, "seats_short"_L1},
};
using Completeness = ReserveRequest::Completeness;
constexpr std::array completenesses{
    Word<Completeness>{Completeness::TakeWhatThereIs, "any"_L1},
    Word<Completeness>{Completeness::AllOrNothing, "all"_L1},
};

template <class T, std::size_t n>
QString wordOf(const std::array<Word<T>, n> &words, T value)
{
    const auto it =
        std::find_if(words.begin(), words.end(), [value](const Word<T> &word) { return word.value == value; });
    return it->word;
}

template <class T, std::size_t n>
T valueOf(const std::array<Word<T>, n> &words, const QString &text, T otherwise)
{
    const auto it =
        std::find_if(words.begin(), words.end(), [&text](const Word<T> &word) { return word.word == text; });
    return it == words.end() ? otherwise : it->value;
}

template <class T>
T idIn(const QVariant &column)
{
    return T::parse(column.toString()).value_or(T());
}

template <class T>
QString joined(const QList<T> &ids)
{
    QStringList words;
    for (const T &id : ids)
        words << id.toString();
    return words.join(u' ');
}

template <class T>
QList<T> idsIn(const QVariant &column)
{
    QList<T> ids;
    for (const QString &word : column.toString().split(u' ', Qt::SkipEmptyParts)) {
        if (const auto id = T::parse(word))
            ids << *id;
    }
    return ids;
}

QString joined(const QList<WantedTickets> &random)
{
    QStringList words;
    for (const WantedTickets &part : random)
        words << part.set.toString() + u':' + QString::number(part.count);
    return words.join(u' ');
}

QList<WantedTickets> wantedIn(const QVariant &column)
{
    QList<WantedTickets> random;
    for (const QString &word : column.toString().split(u' ', Qt::SkipEmptyParts)) {
        if (const auto set = SetId::parse(word.section(u':', 0, 0)))
            random.append({*set, std::clamp(word.section(u':', 1).toInt(), 0, mostSeats)});
    }
    return random;
}

QString joined(const QHash<SetId, RuleId> &rules)
{
    QStringList words;
    for (auto it = rules.begin(); it != rules.end(); ++it)
        words << it.key().toString() + u':' + it.value().toString();
    words.sort();
    return words.join(u' ');
}

QHash<SetId, RuleId> rulesIn(const QVariant &column)
{
    QHash<SetId, RuleId> rules;
    for (const QString &word : column.toString().split(u' ', Qt::SkipEmptyParts)) {
        const auto set = SetId::parse(word.section(u':', 0, 0));
        const auto rule = RuleId::parse(word.section(u':', 1));
        if (set && rule)
            rules.insert(*set, *rule);
    }
    return rules;
}

OrderStatus statusIn(const QVariant &column)
{
    const auto *it = std::find_if(allOrderStatuses.begin(), allOrderStatuses.end(),
                                  [word = column.toString()](OrderStatus status) { return toWord(status) == word; });
    return it == allOrderStatuses.end() ? OrderStatus::Unknown : *it;
}

int seatsIn(const QVariant &column)
{
    return std::clamp(column.toInt(), 0, mostSeats);
}

Money moneyIn(const QVariant &column)
{
    const Money sum = Money::fromMinor(column.toLongLong());
    return sum.isWritable() ? sum : Money();
}

/// The four columns `event, random, seats, completeness` from \a first on.
ReserveRequest requestIn(const QSqlQuery &row, const EventId &event, int first)
{
    ReserveRequest request;
    request.event = event;
    request.random = wantedIn(row.value(first));
    request.tickets = idsIn<TicketId>(row.value(first + 1));
    request.completeness = valueOf(completenesses, row.value(first + 2).toString(), Completeness::TakeWhatThereIs);
    return request;
}

} // namespace

QVariant toColumn(const std::optional<Instant> &instant)
{
    return instant ? QVariant(qint64(instant->time_since_epoch().count())) : QVariant();
}

std::optional<Instant> toOptionalInstant(const QVariant &column)
{
    const Instant instant(Microseconds(column.toLongLong()));
    return column.isNull() || !isWritable(instant) ? std::nullopt : std::optional(instant);
}

QString toColumn(const QList<OrderId> &ids)
{
    return joined(ids);
}

QString toWord(Outcome outcome)
{
    return wordOf(outcomes, outcome);
}

QString toWord(Unsettled::Kind kind)
{
    return wordOf(kinds, kind);
}

Owner toOwner(const QSqlQuery &row)
{
    return {{row.value(0).toString(), row.value(1).toString()},
            row.value(2).toString(),
            row.value(3).toBool() ? Owner::Sales::Some : Owner::Sales::None};
}

QString intentColumns()
{
    return u"verb, order_id, event, random, seats, completeness, system, at"_s;
}

QVariantList toRow(const Intent &intent)
{
    const ReserveRequest &request = intent.request;
    return {wordOf(verbs, intent.verb), intent.order.toString(), request.event.toString(),
            joined(request.random), joined(request.tickets), wordOf(completenesses, request.completeness),
            intent.system, toColumn(intent.at)};
}

Intent toIntent(const QSqlQuery &row)
{
    Intent intent;
    intent.id = row.value(0).toLongLong();
    intent.verb = valueOf(verbs, row.value(1).toString(), Intent::Verb::Cancel);
    intent.order = idIn<OrderId>(row.value(2));
    intent.request = requestIn(row, idIn<EventId>(row.value(3)), 4);
    intent.system = row.value(7).toString();
    intent.at = toOptionalInstant(row.value(8)).value_or(Instant());
    return intent;
}

QString saleColumns()
{
    return u"id, number, event, status, created_at, updated_at, reserved_till, tickets, rules, value, value_extra,"
           " nominal, discount, payment_system, redirect_url, random, seats, completeness, system,"
           " payment_started_at, paid_on_page, wish"_s;
}

QVariantList toRow(const JournaledSale &sale)
{
    const Order &order = sale.order;
    return {order.id.toString(), order.number, order.event.toString(), toWord(order.status),
            toColumn(order.createdAt), toColumn(order.updatedAt), toColumn(order.reservedTill), joined(order.tickets),
            joined(order.rules), order.value.minor(), order.valueExtra.minor(), order.nominal.minor(),
            order.discount.minor(), order.payment.system,
            order.payment.redirectUrl.toString(QUrl::FullyEncoded), joined(sale.request.random),
            joined(sale.request.tickets), wordOf(completenesses, sale.request.completeness), sale.system,
            toColumn(sale.paymentStartedAt), sale.paidOnPage ? 1 : 0, wordOf(wishes, sale.wish)};
}

JournaledSale toSale(const QSqlQuery &row)
{
    JournaledSale sale;
    Order &order = sale.order;
    order.id = idIn<OrderId>(row.value(0));
    order.number = row.value(1).toLongLong();
    order.event = idIn<EventId>(row.value(2));
    order.status = statusIn(row.value(3));
    order.statusWord = row.value(3).toString();
    order.createdAt = toOptionalInstant(row.value(4));
    order.updatedAt = toOptionalInstant(row.value(5));
    order.reservedTill = toOptionalInstant(row.value(6));
    order.tickets = idsIn<TicketId>(row.value(7));
    order.rules = rulesIn(row.value(8));
    order.value = moneyIn(row.value(9));
    order.valueExtra = moneyIn(row.value(10));
    order.nominal = moneyIn(row.value(11));
    order.discount = moneyIn(row.value(12));
    order.payment = {row.value(13).toString(), QUrl(row.value(14).toString())};
    sale.request = requestIn(row, order.event, 15);
    sale.system = row.value(18).toString();
    sale.paymentStartedAt = toOptionalInstant(row.value(19));
    sale.paidOnPage = row.value(20).toInt() != 0;
    sale.wish = valueOf(wishes, row.value(21).toString(), Wish::Sell);
    return sale;
}

QString unsettledColumns()
{
    return u"kind, order_id, event, number, wanted, got, perhaps, since"_s;
}

QVariantList toRow(const Unsettled &entry)
{
    return {wordOf(kinds, entry.kind), entry.order.toString(), entry.event.toString(), entry.number,
            entry.wanted, entry.got, joined(entry.perhaps), toColumn(entry.since)};
}

Unsettled toUnsettled(const QSqlQuery &row)
{
    Unsettled entry;
    entry.id = row.value(0).toLongLong();
    entry.kind = valueOf(kinds, row.value(1).toString(), Unsettled::Kind::UnknownOutcome);
    entry.order = idIn<OrderId>(row.value(2));
    entry.event = idIn<EventId>(row.value(3));
    entry.number = row.value(4).toLongLong();
    entry.wanted = seatsIn(row.value(5));
    entry.got = seatsIn(row.value(6));
    entry.perhaps = idsIn<OrderId>(row.value(7));
    entry.since = toOptionalInstant(row.value(8)).value_or(Instant());
    return entry;
}

QString placeholders(const QString &columns)
{
    return u"?"_s + u", ?"_s.repeated(columns.count(u','));
}

} // namespace okoshko::journal
