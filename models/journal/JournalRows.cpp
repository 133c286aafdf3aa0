// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/JournalRows.h"

#include "models/domain/Word.h"

#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace okoshko::journal {

namespace {

constexpr int maxSeats = 1'000'000; ///< more than any hall; sums cannot overflow

constexpr std::array verbs{
    Word{Intent::Verb::Reserve, "reserve"_L1}, Word{Intent::Verb::StartPayment, "start_payment"_L1},
    Word{Intent::Verb::Confirm, "confirm"_L1}, Word{Intent::Verb::Cancel, "cancel"_L1},
    Word{Intent::Verb::Change, "change"_L1},
};
constexpr std::array outcomes{
    Word{IntentResult::Done, "done"_L1},
    Word{IntentResult::Refused, "refused"_L1},
    Word{IntentResult::Unknown, "unknown"_L1},
};
constexpr std::array goals{
    Word{SaleGoal::Sell, "sell"_L1},
    Word{SaleGoal::Release, "release"_L1},
};
// Until version 2 the column was 0 or 1: whether the buyer was sent to a page.
constexpr std::array confirmers{
    Word{ConfirmedBy::Unknown, "unknown"_L1}, Word{ConfirmedBy::Cashier, "cashier"_L1},
    Word{ConfirmedBy::Page, "page"_L1},       Word{ConfirmedBy::Server, "server"_L1},
    Word{ConfirmedBy::Page, "1"_L1},
};
constexpr std::array issueKinds{
    Word{Issue::Kind::PaidTooLate, "paid_too_late"_L1},
    Word{Issue::Kind::UnknownOutcome, "unknown_outcome"_L1},
    Word{Issue::Kind::AbandonedAtBank, "abandoned_at_bank"_L1},
    Word{Issue::Kind::SeatsShort, "seats_short"_L1},
    Word{Issue::Kind::UnknownReservation, "unknown_reservation"_L1},
    Word{Issue::Kind::UnknownToServer, "unknown_to_server"_L1},
    Word{Issue::Kind::FoundAgain, "found_again"_L1},
    Word{Issue::Kind::MoneyTaken, "money_taken"_L1},
};
constexpr std::array printKinds{
    Word{PrintJob::Kind::Tickets, "tickets"_L1},
    Word{PrintJob::Kind::Receipt, "receipt"_L1},
    Word{PrintJob::Kind::Test, "test"_L1},
    Word{PrintJob::Kind::File, "file"_L1},
};
constexpr std::array printStates{
    Word{PrintJob::State::Waiting, "waiting"_L1},     Word{PrintJob::State::Printing, "printing"_L1},
    Word{PrintJob::State::Attention, "attention"_L1}, Word{PrintJob::State::Done, "done"_L1},
    Word{PrintJob::State::GivenUp, "given_up"_L1},
};
constexpr std::array blankUses{
    Word{BlankUse::Use::Printed, "printed"_L1},
    Word{BlankUse::Use::Spoiled, "spoiled"_L1},
    Word{BlankUse::Use::PutIn, "put_in"_L1},
    Word{BlankUse::Use::TakenOut, "taken_out"_L1},
};
/// What a reservation asks for; earlier versions could also ask for all tickets or none.
QVariant whatThereIs()
{
    return u"any"_s;
}

template <class T, std::size_t n>
T valueOf(const std::array<Word<T>, n> &words, const QVariant &column, T otherwise)
{
    return valueOf(words, column.toString()).value_or(otherwise);
}

template <class T>
T idIn(const QVariant &column)
{
    return T::parse(column.toString()).value_or(T());
}

// Lists are separated by blanks; pairs are joined by a colon.

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
            random.append({*set, std::clamp(word.section(u':', 1).toInt(), 0, maxSeats)});
    }
    return random;
}

// Promo codes are percent-encoded, as they may contain blanks.

QString joined(const QStringList &codes)
{
    QStringList words;
    for (const QString &code : codes)
        words << QString::fromLatin1(QUrl::toPercentEncoding(code));
    return words.join(u' ');
}

QStringList codesIn(const QVariant &column)
{
    QStringList codes;
    for (const QString &word : column.toString().split(u' ', Qt::SkipEmptyParts))
        codes << QUrl::fromPercentEncoding(word.toLatin1());
    return codes;
}

// NULL is an absent part of a change.

template <class T>
QVariant toPart(const std::optional<T> &part)
{
    return part ? QVariant(joined(*part)) : QVariant();
}

template <class T>
std::optional<T> partIn(const QVariant &column, T (*read)(const QVariant &))
{
    return column.isNull() ? std::nullopt : std::optional(read(column));
}

QString joined(const QList<TicketCopy> &copies)
{
    QStringList words;
    for (const TicketCopy &copy : copies)
        words << copy.ticket.toString() + u':' + QString::number(copy.duplicate) +
                     (copy.isMissing      ? u":missing"_s
                      : copy.isRefundTold ? u":refunded"_s
                                          : QString());
    return words.join(u' ');
}

QList<TicketCopy> copiesIn(const QVariant &column)
{
    QList<TicketCopy> copies;
    for (const QString &word : column.toString().split(u' ', Qt::SkipEmptyParts)) {
        if (const auto ticket = TicketId::parse(word.section(u':', 0, 0)))
            copies.append({.ticket = *ticket,
                           .duplicate = std::max(word.section(u':', 1, 1).toInt(), 0),
                           .isMissing = word.endsWith(u":missing"),
                           .isRefundTold = word.endsWith(u":refunded")});
    }
    return copies;
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

OrderStatus statusIn(const QVariant &column, OrderStatus otherwise)
{
    const auto *it = std::find_if(allOrderStatuses.begin(), allOrderStatuses.end(),
                                  [word = column.toString()](OrderStatus status) { return toWord(status) == word; });
    return it == allOrderStatuses.end() ? otherwise : *it;
}

int seatsIn(const QVariant &column)
{
    return std::clamp(column.toInt(), 0, maxSeats);
}

Money moneyIn(const QVariant &column)
{
    const Money sum = Money::fromMinor(column.toLongLong());
    return sum.isWritable() ? sum : Money();
}

ReserveRequest::Seats pickIn(const QVariant &column)
{
    return column.toInt() != 0 ? ReserveRequest::Seats::Pick : ReserveRequest::Seats::AsTheyCome;
}

/// Flags are stored as a number; unknown bits are dropped.
template <class Flags>
Flags flagsIn(const QVariant &column, int known)
{
    return Flags::fromInt(column.toInt() & known);
}

constexpr int allFields = 2 * static_cast<int>(Order::Field::PromoCodes) - 1;
constexpr int allKinds = 2 * static_cast<int>(Issue::Kind::MoneyTaken) - 1;

// clang-format off
constexpr std::array intentTable{
    Column<Intent>{"id", [](const Intent &i) { return QVariant(i.id); },
                   [](Intent &i, const QVariant &v) { i.id = v.toLongLong(); }},
    Column<Intent>{"verb", [](const Intent &i) { return QVariant(wordOf(verbs, i.verb)); },
                   [](Intent &i, const QVariant &v) { i.verb = valueOf(verbs, v, Intent::Verb::Cancel); }},
    Column<Intent>{"order_id", [](const Intent &i) { return QVariant(i.order.toString()); },
                   [](Intent &i, const QVariant &v) { i.order = idIn<OrderId>(v); }},
    Column<Intent>{"event", [](const Intent &i) { return QVariant(i.request.event.toString()); },
                   [](Intent &i, const QVariant &v) { i.request.event = idIn<EventId>(v); }},
    Column<Intent>{"event_title", [](const Intent &i) { return QVariant(i.request.eventTitle); },
                   [](Intent &i, const QVariant &v) { i.request.eventTitle = v.toString(); }},
    Column<Intent>{"random", [](const Intent &i) { return QVariant(joined(i.request.random)); },
                   [](Intent &i, const QVariant &v) { i.request.random = wantedIn(v); }},
    Column<Intent>{"seats", [](const Intent &i) { return QVariant(joined(i.request.tickets)); },
                   [](Intent &i, const QVariant &v) { i.request.tickets = idsIn<TicketId>(v); }},
    Column<Intent>{"typed_codes", [](const Intent &i) { return QVariant(joined(i.request.promoCodes)); },
                   [](Intent &i, const QVariant &v) { i.request.promoCodes = codesIn(v); }},
    Column<Intent>{"completeness", [](const Intent &) { return whatThereIs(); }, [](Intent &, const QVariant &) {}},
    Column<Intent>{"pick", [](const Intent &i) { return QVariant(i.request.seats == ReserveRequest::Seats::Pick ? 1 : 0); },
                   [](Intent &i, const QVariant &v) { i.request.seats = pickIn(v); }},
    Column<Intent>{"system", [](const Intent &i) { return QVariant(i.system); },
                   [](Intent &i, const QVariant &v) { i.system = v.toString(); }},
    Column<Intent>{"change_random", [](const Intent &i) { return toPart(i.change.random); },
                   [](Intent &i, const QVariant &v) { i.change.random = partIn(v, wantedIn); }},
    Column<Intent>{"change_seats", [](const Intent &i) { return toPart(i.change.tickets); },
                   [](Intent &i, const QVariant &v) { i.change.tickets = partIn(v, idsIn<TicketId>); }},
    Column<Intent>{"change_codes", [](const Intent &i) { return toPart(i.change.promoCodes); },
                   [](Intent &i, const QVariant &v) { i.change.promoCodes = partIn(v, codesIn); }},
    Column<Intent>{"at", [](const Intent &i) { return toColumn(i.at); },
                   [](Intent &i, const QVariant &v) { i.at = toOptionalInstant(v).value_or(Instant()); }},
};

using Sale = JournaledSale;
constexpr std::array saleTable{
    Column<Sale>{"id", [](const Sale &s) { return QVariant(s.order.id.toString()); },
                 [](Sale &s, const QVariant &v) { s.order.id = idIn<OrderId>(v); }},
    Column<Sale>{"number", [](const Sale &s) { return QVariant(s.order.number); },
                 [](Sale &s, const QVariant &v) { s.order.number = v.toLongLong(); }},
    Column<Sale>{"event", [](const Sale &s) { return QVariant(s.order.event.toString()); },
                 [](Sale &s, const QVariant &v) { s.order.event = s.request.event = idIn<EventId>(v); }},
    Column<Sale>{"request_event", [](const Sale &s) { return QVariant(s.request.event == s.order.event ? QString() : s.request.event.toString()); },
                 [](Sale &s, const QVariant &v) { s.request.event = v.toString().isEmpty() ? s.request.event : idIn<EventId>(v); }},
    Column<Sale>{"event_title", [](const Sale &s) { return QVariant(s.request.eventTitle); },
                 [](Sale &s, const QVariant &v) { s.request.eventTitle = v.toString(); }},
    Column<Sale>{"status", [](const Sale &s) { return QVariant(toWord(s.order.status)); },
                 [](Sale &s, const QVariant &v) { s.order.status = statusIn(v, OrderStatus::Unknown); s.order.statusWord = v.toString() == toWord(OrderStatus::Unknown) ? QString() : v.toString(); }},
    Column<Sale>{"status_word", [](const Sale &s) { return QVariant(s.order.status == OrderStatus::Unknown ? s.order.statusWord : QString()); },
                 [](Sale &s, const QVariant &v) { s.order.statusWord = v.toString().isEmpty() ? s.order.statusWord : v.toString(); }},
    // Until version 2 the column did not exist: the status is used.
    Column<Sale>{"last_known", [](const Sale &s) { return QVariant(toWord(s.lastKnown)); },
                 [](Sale &s, const QVariant &v) {
                     const OrderStatus reported = s.order.status == OrderStatus::Unknown ? OrderStatus::Executed : s.order.status;
                     s.lastKnown = statusIn(v, reported);
                 }},
    Column<Sale>{"created_at", [](const Sale &s) { return toColumn(s.order.createdAt); },
                 [](Sale &s, const QVariant &v) { s.order.createdAt = toOptionalInstant(v); }},
    Column<Sale>{"updated_at", [](const Sale &s) { return toColumn(s.order.updatedAt); },
                 [](Sale &s, const QVariant &v) { s.order.updatedAt = toOptionalInstant(v); }},
    Column<Sale>{"reserved_till", [](const Sale &s) { return toColumn(s.order.reservedTill); },
                 [](Sale &s, const QVariant &v) { s.order.reservedTill = toOptionalInstant(v); }},
    Column<Sale>{"tickets", [](const Sale &s) { return QVariant(joined(s.order.tickets)); },
                 [](Sale &s, const QVariant &v) { s.order.tickets = idsIn<TicketId>(v); }},
    Column<Sale>{"rules", [](const Sale &s) { return QVariant(joined(s.order.rules)); },
                 [](Sale &s, const QVariant &v) { s.order.rules = rulesIn(v); }},
    Column<Sale>{"value", [](const Sale &s) { return QVariant(s.order.value.minor()); },
                 [](Sale &s, const QVariant &v) { s.order.value = moneyIn(v); }},
    Column<Sale>{"value_extra", [](const Sale &s) { return QVariant(s.order.valueExtra.minor()); },
                 [](Sale &s, const QVariant &v) { s.order.valueExtra = moneyIn(v); }},
    Column<Sale>{"nominal", [](const Sale &s) { return QVariant(s.order.nominal.minor()); },
                 [](Sale &s, const QVariant &v) { s.order.nominal = moneyIn(v); }},
    Column<Sale>{"discount", [](const Sale &s) { return QVariant(s.order.discount.minor()); },
                 [](Sale &s, const QVariant &v) { s.order.discount = moneyIn(v); }},
    Column<Sale>{"promo_codes", [](const Sale &s) { return QVariant(joined(s.order.promoCodes)); },
                 [](Sale &s, const QVariant &v) { s.order.promoCodes = codesIn(v); }},
    Column<Sale>{"payment_system", [](const Sale &s) { return QVariant(s.order.payment.system); },
                 [](Sale &s, const QVariant &v) { s.order.payment.system = v.toString(); }},
    Column<Sale>{"redirect_url", [](const Sale &s) { return QVariant(s.order.payment.redirectUrl.toString(QUrl::FullyEncoded)); },
                 [](Sale &s, const QVariant &v) { s.order.payment.redirectUrl = QUrl(v.toString()); }},
    Column<Sale>{"refusal", [](const Sale &s) { return QVariant(s.order.refusal); },
                 [](Sale &s, const QVariant &v) { s.order.refusal = v.toString(); }},
    Column<Sale>{"absent", [](const Sale &s) { return QVariant(s.order.absent.toInt()); },
                 [](Sale &s, const QVariant &v) { s.order.absent = flagsIn<Order::Fields>(v, allFields); }},
    Column<Sale>{"random", [](const Sale &s) { return QVariant(joined(s.request.random)); },
                 [](Sale &s, const QVariant &v) { s.request.random = wantedIn(v); }},
    Column<Sale>{"seats", [](const Sale &s) { return QVariant(joined(s.request.tickets)); },
                 [](Sale &s, const QVariant &v) { s.request.tickets = idsIn<TicketId>(v); }},
    Column<Sale>{"typed_codes", [](const Sale &s) { return QVariant(joined(s.request.promoCodes)); },
                 [](Sale &s, const QVariant &v) { s.request.promoCodes = codesIn(v); }},
    Column<Sale>{"completeness", [](const Sale &) { return whatThereIs(); }, [](Sale &, const QVariant &) {}},
    Column<Sale>{"pick", [](const Sale &s) { return QVariant(s.request.seats == ReserveRequest::Seats::Pick ? 1 : 0); },
                 [](Sale &s, const QVariant &v) { s.request.seats = pickIn(v); }},
    Column<Sale>{"system", [](const Sale &s) { return QVariant(s.system); },
                 [](Sale &s, const QVariant &v) { s.system = v.toString(); }},
    Column<Sale>{"payment_started_at", [](const Sale &s) { return toColumn(s.paymentStartedAt); },
                 [](Sale &s, const QVariant &v) { s.paymentStartedAt = toOptionalInstant(v); }},
    Column<Sale>{"confirmed_by", [](const Sale &s) { return QVariant(wordOf(confirmers, s.confirmedBy)); },
                 [](Sale &s, const QVariant &v) { s.confirmedBy = valueOf(confirmers, v, ConfirmedBy::Unknown); }},
    Column<Sale>{"goal", [](const Sale &s) { return QVariant(wordOf(goals, s.goal)); },
                 [](Sale &s, const QVariant &v) { s.goal = valueOf(goals, v, SaleGoal::Sell); }},
    Column<Sale>{"raised", [](const Sale &s) { return QVariant(s.raised.toInt()); },
                 [](Sale &s, const QVariant &v) { s.raised = flagsIn<Issue::Kinds>(v, allKinds); }},
    Column<Sale>{"closed", [](const Sale &s) { return QVariant(s.closed ? 1 : 0); },
                 [](Sale &s, const QVariant &v) { s.closed = v.toInt() != 0; }},
};

constexpr std::array recordTable{
    Column<RecordEntry>{"at", [](const RecordEntry &e) { return toColumn(e.at); },
                        [](RecordEntry &e, const QVariant &v) { e.at = toOptionalInstant(v).value_or(Instant()); }},
    Column<RecordEntry>{"what", [](const RecordEntry &e) { return QVariant(e.what); },
                        [](RecordEntry &e, const QVariant &v) { e.what = v.toString(); }},
    Column<RecordEntry>{"order_id", [](const RecordEntry &e) { return QVariant(e.order.toString()); },
                        [](RecordEntry &e, const QVariant &v) { e.order = idIn<OrderId>(v); }},
    Column<RecordEntry>{"words", [](const RecordEntry &e) { return QVariant(e.words); },
                        [](RecordEntry &e, const QVariant &v) { e.words = v.toString(); }},
    Column<RecordEntry>{"till", [](const RecordEntry &e) { return toColumn(e.till); },
                        [](RecordEntry &e, const QVariant &v) { e.till = toOptionalInstant(v); }},
};

constexpr std::array issueTable{
    Column<Issue>{"id", [](const Issue &i) { return QVariant(i.id); },
                  [](Issue &i, const QVariant &v) { i.id = v.toLongLong(); }},
    Column<Issue>{"kind", [](const Issue &i) { return QVariant(wordOf(issueKinds, i.kind)); },
                  [](Issue &i, const QVariant &v) { i.kind = valueOf(issueKinds, v, Issue::Kind::UnknownOutcome); }},
    Column<Issue>{"order_id", [](const Issue &i) { return QVariant(i.order.toString()); },
                  [](Issue &i, const QVariant &v) { i.order = idIn<OrderId>(v); }},
    Column<Issue>{"event", [](const Issue &i) { return QVariant(i.event.toString()); },
                  [](Issue &i, const QVariant &v) { i.event = idIn<EventId>(v); }},
    Column<Issue>{"number", [](const Issue &i) { return QVariant(i.number); },
                  [](Issue &i, const QVariant &v) { i.number = v.toLongLong(); }},
    Column<Issue>{"wanted", [](const Issue &i) { return QVariant(i.wanted); },
                  [](Issue &i, const QVariant &v) { i.wanted = seatsIn(v); }},
    Column<Issue>{"got", [](const Issue &i) { return QVariant(i.got); },
                  [](Issue &i, const QVariant &v) { i.got = seatsIn(v); }},
    Column<Issue>{"intent", [](const Issue &i) { return QVariant(i.intent); },
                  [](Issue &i, const QVariant &v) { i.intent = v.toLongLong(); }},
    Column<Issue>{"candidates", [](const Issue &i) { return QVariant(joined(i.candidates)); },
                  [](Issue &i, const QVariant &v) { i.candidates = idsIn<OrderId>(v); }},
    Column<Issue>{"since", [](const Issue &i) { return toColumn(i.since); },
                  [](Issue &i, const QVariant &v) { i.since = toOptionalInstant(v).value_or(Instant()); }},
};

using Job = PrintJob;
constexpr std::array printTable{
    Column<Job>{"id", [](const Job &j) { return QVariant(j.id.toString(QUuid::WithoutBraces)); },
                [](Job &j, const QVariant &v) { j.id = QUuid::fromString(v.toString()); }},
    Column<Job>{"kind", [](const Job &j) { return QVariant(wordOf(printKinds, j.kind)); },
                [](Job &j, const QVariant &v) { j.kind = valueOf(printKinds, v, Job::Kind::Tickets); }},
    Column<Job>{"order_id", [](const Job &j) { return QVariant(j.order.toString()); },
                [](Job &j, const QVariant &v) { j.order = idIn<OrderId>(v); }},
    Column<Job>{"copies", [](const Job &j) { return QVariant(joined(j.copies)); },
                [](Job &j, const QVariant &v) { j.copies = copiesIn(v); }},
    Column<Job>{"profile", [](const Job &j) { return QVariant(j.profile); },
                [](Job &j, const QVariant &v) { j.profile = v.toString(); }},
    Column<Job>{"queue", [](const Job &j) { return QVariant(j.queue); },
                [](Job &j, const QVariant &v) { j.queue = v.toString(); }},
    Column<Job>{"state", [](const Job &j) { return QVariant(wordOf(printStates, j.state)); },
                [](Job &j, const QVariant &v) { j.state = valueOf(printStates, v, Job::State::Attention); }},
    Column<Job>{"trouble", [](const Job &j) { return QVariant(toWord(j.trouble)); },
                [](Job &j, const QVariant &v) { j.trouble = toPrintTrouble(v.toString()); }},
    Column<Job>{"words", [](const Job &j) { return QVariant(j.words); },
                [](Job &j, const QVariant &v) { j.words = v.toString(); }},
    Column<Job>{"queue_job", [](const Job &j) { return QVariant(j.queueJob); },
                [](Job &j, const QVariant &v) { j.queueJob = std::max(v.toInt(), 0); }},
    Column<Job>{"at", [](const Job &j) { return toColumn(j.at); },
                [](Job &j, const QVariant &v) { j.at = toOptionalInstant(v).value_or(Instant()); }},
    Column<Job>{"expires", [](const Job &j) { return toColumn(j.expires); },
                [](Job &j, const QVariant &v) { j.expires = toOptionalInstant(v).value_or(Instant()); }},
    Column<Job>{"pages", [](const Job &j) { return QVariant(j.pages); },
                [](Job &j, const QVariant &v) { j.pages = seatsIn(v); }},
    Column<Job>{"settled", [](const Job &j) { return QVariant(j.settled ? 1 : 0); },
                [](Job &j, const QVariant &v) { j.settled = v.toInt() != 0; }},
    Column<Job>{"giving_up", [](const Job &j) { return QVariant(j.isGivingUp ? 1 : 0); },
                [](Job &j, const QVariant &v) { j.isGivingUp = v.toInt() != 0; }},
    Column<Job>{"numbered", [](const Job &j) { return QVariant(j.isNumbered ? 1 : 0); },
                [](Job &j, const QVariant &v) { j.isNumbered = v.toInt() != 0; }},
};

constexpr std::array blankRangeTable{
    Column<BlankRange>{"queue", [](const BlankRange &r) { return QVariant(r.queue); },
                       [](BlankRange &r, const QVariant &v) { r.queue = v.toString(); }},
    Column<BlankRange>{"first", [](const BlankRange &r) { return QVariant(r.first); },
                       [](BlankRange &r, const QVariant &v) { r.first = v.toLongLong(); }},
    Column<BlankRange>{"last", [](const BlankRange &r) { return QVariant(r.last); },
                       [](BlankRange &r, const QVariant &v) { r.last = v.toLongLong(); }},
    Column<BlankRange>{"next", [](const BlankRange &r) { return QVariant(r.next); },
                       [](BlankRange &r, const QVariant &v) { r.next = v.toLongLong(); }},
};

constexpr std::array blankUseTable{
    Column<BlankUse>{"queue", [](const BlankUse &u) { return QVariant(u.queue); },
                     [](BlankUse &u, const QVariant &v) { u.queue = v.toString(); }},
    Column<BlankUse>{"at", [](const BlankUse &u) { return toColumn(u.at); },
                     [](BlankUse &u, const QVariant &v) { u.at = toOptionalInstant(v).value_or(Instant()); }},
    Column<BlankUse>{"use", [](const BlankUse &u) { return QVariant(wordOf(blankUses, u.use)); },
                     [](BlankUse &u, const QVariant &v) { u.use = valueOf(blankUses, v, BlankUse::Use::Spoiled); }},
    Column<BlankUse>{"first", [](const BlankUse &u) { return QVariant(u.first); },
                     [](BlankUse &u, const QVariant &v) { u.first = v.toLongLong(); }},
    Column<BlankUse>{"count", [](const BlankUse &u) { return QVariant(u.count); },
                     [](BlankUse &u, const QVariant &v) { u.count = seatsIn(v); }},
    Column<BlankUse>{"reason", [](const BlankUse &u) { return QVariant(u.reason); },
                     [](BlankUse &u, const QVariant &v) { u.reason = v.toString(); }},
    Column<BlankUse>{"job", [](const BlankUse &u) { return QVariant(u.job.isNull() ? QString() : u.job.toString(QUuid::WithoutBraces)); },
                     [](BlankUse &u, const QVariant &v) { u.job = QUuid::fromString(v.toString()); }},
};

constexpr std::array legalTable{
    Column<LegalNote>{"id", [](const LegalNote &n) { return QVariant(n.organiser.toString()); },
                      [](LegalNote &n, const QVariant &v) { n.organiser = idIn<PartnerId>(v); }},
    Column<LegalNote>{"name", [](const LegalNote &n) { return QVariant(n.legal.name); },
                      [](LegalNote &n, const QVariant &v) { n.legal.name = v.toString(); }},
    Column<LegalNote>{"inn", [](const LegalNote &n) { return QVariant(n.legal.inn); },
                      [](LegalNote &n, const QVariant &v) { n.legal.inn = v.toString(); }},
    Column<LegalNote>{"ogrn", [](const LegalNote &n) { return QVariant(n.legal.ogrn); },
                      [](LegalNote &n, const QVariant &v) { n.legal.ogrn = v.toString(); }},
    Column<LegalNote>{"ogrnip", [](const LegalNote &n) { return QVariant(n.legal.ogrnip); },
                      [](LegalNote &n, const QVariant &v) { n.legal.ogrnip = v.toString(); }},
    Column<LegalNote>{"address", [](const LegalNote &n) { return QVariant(n.legal.address); },
                      [](LegalNote &n, const QVariant &v) { n.legal.address = v.toString(); }},
    Column<LegalNote>{"at", [](const LegalNote &n) { return toColumn(n.at); },
                      [](LegalNote &n, const QVariant &v) { n.at = toOptionalInstant(v).value_or(Instant()); }},
};
// clang-format on

} // namespace

Columns<Intent> intentColumns()
{
    return intentTable;
}

Columns<JournaledSale> saleColumns()
{
    return saleTable;
}

Columns<RecordEntry> recordColumns()
{
    return recordTable;
}

Columns<Issue> issueColumns()
{
    return issueTable;
}

Columns<PrintJob> printColumns()
{
    return printTable;
}

Columns<BlankRange> blankRangeColumns()
{
    return blankRangeTable;
}

Columns<BlankUse> blankUseColumns()
{
    return blankUseTable;
}

Columns<LegalNote> legalColumns()
{
    return legalTable;
}

QVariant toColumn(const std::optional<Instant> &instant)
{
    return instant ? QVariant(qint64(instant->time_since_epoch().count())) : QVariant();
}

std::optional<Instant> toOptionalInstant(const QVariant &column)
{
    const Instant instant(Microseconds(column.toLongLong()));
    return column.isNull() || !isWritable(instant) ? std::nullopt : std::optional(instant);
}

QString toWord(IntentResult outcome)
{
    return wordOf(outcomes, outcome);
}

Journaled<void> readRecord(Database &database, const QString &where, const QVariantList &values,
                           QList<RecordEntry> &lines)
{
    const QString names = namesOf(recordColumns()).join(u", "_s);
    const int who = static_cast<int>(recordColumns().size());
    return withoutValue(database.run(u"SELECT %1, who FROM record WHERE %2 ORDER BY seq"_s.arg(names, where), values,
                                     [&lines, who](const QSqlQuery &row) {
                                         RecordEntry entry = fromRow(recordColumns(), row);
                                         entry.who = row.value(who).toString();
                                         lines << entry;
                                     }));
}

Journaled<QList<SaleRow>> readSales(Database &database, const QString &where, const QVariantList &values)
{
    const QString names = namesOf(saleColumns()).join(u", "_s);
    const int counter = static_cast<int>(saleColumns().size());
    QList<SaleRow> sales;
    const auto read = database.run(u"SELECT %1, counter FROM sales WHERE %2"_s.arg(names, where), values,
                                   [&sales, counter](const QSqlQuery &row) {
                                       const auto sale = fromRow(saleColumns(), row);
                                       if (!sale.order.id.isNull())
                                           sales.append({sale, row.value(counter).toString()});
                                   });
    if (!read)
        return tl::unexpected(read.error());
    for (SaleRow &row : sales) {
        JournaledSale &sale = row.sale;
        const auto record = readRecord(database, u"order_id = ?"_s, {sale.order.id.toString()}, sale.record);
        if (!record)
            return tl::unexpected(record.error());
    }
    return sales;
}

} // namespace okoshko::journal

namespace okoshko {

QString toWord(Intent::Verb verb)
{
    return wordOf(journal::verbs, verb);
}

} // namespace okoshko
