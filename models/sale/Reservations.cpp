// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/Reservations.h"

#include "models/api/ServerClock.h"
#include "models/api/TicketingApi.h"
#include "models/sale/SaleBook.h"
#include "models/sale/SeatPicker.h"

#include <QLoggingCategory>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

Q_LOGGING_CATEGORY(log, "okoshko.sale")

bool tellsOf(const QList<HallSeat> &hall, const QList<WantedTickets> &wanted)
{
    return std::any_of(hall.cbegin(), hall.cend(), [&wanted](const HallSeat &seat) {
        return std::any_of(wanted.cbegin(), wanted.cend(),
                           [&seat](const WantedTickets &part) { return part.set == seat.set; });
    });
}

bool refusesToTell(const ApiError &error)
{
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::BadRequest ||
           error.kind == ErrorKind::Unsupported;
}

bool asksToWait(const ApiError &error)
{
    return error.kind == ErrorKind::Conflict || error.kind == ErrorKind::TooManyRequests;
}

} // namespace

Reservations::Reservations(const Places &places, QObject *parent)
    : QObject(parent)
    , m_places(places)
{
}

Reservations::Attempt Reservations::begin(const ReserveRequest &request)
{
    const Attempt attempt = ++m_last;
    m_attempts[attempt].asked = request;
    if (request.seats == ReserveRequest::Seats::Pick)
        pickSeats(attempt);
    else
        send(attempt, request);
    return attempt;
}

void Reservations::pickSeats(Attempt attempt)
{
    const EventId event = m_attempts.at(attempt).asked.event;
    m_places.api.seats(event, this, [this, attempt](const Result<QList<HallSeat>> &hall) {
        if (!m_attempts.contains(attempt))
            return; // given up meanwhile
        const ReserveRequest asked = m_attempts.at(attempt).asked;
        // A vendor who does not tell the seats one by one may give them out at random after all: it has the last word.
        const bool told = hall ? tellsOf(*hall, asked.random) : !refusesToTell(hall.error());
        if (!told)
            return send(attempt, asked);
        if (!hall)
            return fail(attempt, hall.error());
        ReserveRequest chosen;
        chosen.event = asked.event;
        chosen.completeness = asked.completeness;
        chosen.tickets = okoshko::pickSeats(*hall, asked.random);
        if (!chosen.tickets.isEmpty())
            return send(attempt, chosen);
        m_attempts.erase(attempt);
        Q_EMIT nothingLeft(attempt);
    });
}

void Reservations::send(Attempt attempt, const ReserveRequest &request)
{
    const auto intent =
        m_places.book.intend({.verb = Intent::Verb::Reserve, .request = request, .at = m_places.clock.now()});
    if (!intent) {
        // Told later, as everything that comes of an attempt.
        const ApiError error = intent.error();
        QMetaObject::invokeMethod(
            this, [this, attempt, error] { fail(attempt, error); }, Qt::QueuedConnection);
        return;
    }
    m_attempts.at(attempt).intent = *intent;
    sendIntended(attempt);
}

void Reservations::sendIntended(Attempt attempt)
{
    standBack();
    Reservation &reservation = m_attempts.at(attempt);
    reservation.sendAt.reset();
    reservation.isUnderWay = true;
    m_places.api.reserve(reservation.intent.request, this,
                         [this, attempt](const Result<Order> &result) { onAnswered(attempt, result); });
}

void Reservations::onAnswered(Attempt attempt, const Result<Order> &result)
{
    Reservation &reservation = m_attempts.at(attempt);
    reservation.isUnderWay = false;
    if (result && isAnswerTo(reservation, *result))
        return end(attempt, *result, Reserved::How::Answered);
    if (result)
        return lose(attempt, {.kind = ErrorKind::OtherOrder, .effect = Effect::Possible});
    const ApiError &error = result.error();
    if (error.effect == Effect::Possible)
        return lose(attempt, error);
    qCInfo(log).noquote() << "reservation" << attempt << error.requestId << error.toLogLine();
    const bool again = asksToWait(error) && ++reservation.conflicts <= m_places.patience.mostConflicts;
    if (!again || reservation.wish == Wish::Release) {
        m_places.book.conclude(reservation.intent, Outcome::Refused);
        return fail(attempt, error);
    }
    const std::chrono::milliseconds pause = error.retryAfter.value_or(std::chrono::seconds(0));
    reservation.sendAt = m_places.clock.now() + std::max(pause, m_places.patience.conflictPause);
}

// A create request names no order, so nothing in its answer says whose it is; but an order that we know already, or
// that is of something else, is somebody's whom we would sell a second time (mixed-up answers).
bool Reservations::isAnswerTo(const Reservation &reservation, const Order &order) const
{
    const ReserveRequest &request = reservation.intent.request;
    const bool isOfAnother = !order.event.isNull() && order.event != request.event; // an answer may leave it out
    if (isOfAnother || m_places.book.knows(order.id) || order.tickets.size() > request.wantedCount())
        return false;
    return request.tickets.isEmpty() ||
           std::all_of(order.tickets.cbegin(), order.tickets.cend(),
                       [&request](const TicketId &ticket) { return request.tickets.contains(ticket); });
}

/// Whether there is an order now, and which, is to be found out.
void Reservations::lose(Attempt attempt, const ApiError &error)
{
    qCInfo(log).noquote() << "reservation" << attempt << error.requestId << error.toLogLine();
    m_places.book.conclude(m_attempts.at(attempt).intent, Outcome::Unknown);
    search(attempt, error.retryAfter.value_or(std::chrono::seconds(0)));
}

void Reservations::fail(Attempt attempt, const ApiError &error)
{
    m_attempts.erase(attempt);
    Q_EMIT failed(attempt, error);
}

void Reservations::end(Attempt attempt, const Order &order, Reserved::How how)
{
    Reservation &reservation = m_attempts.at(attempt);
    if (reservation.search)
        reservation.search->deleteLater();
    settleDoubt(reservation, u"server"_s);
    const Reserved reserved{attempt, order, reservation.asked, reservation.intent, reservation.wish, how};
    m_attempts.erase(attempt);
    Q_EMIT made(reserved);
}

void Reservations::giveUp(Attempt attempt)
{
    const auto it = m_attempts.find(attempt);
    if (it == m_attempts.end())
        return;
    Reservation &reservation = it->second;
    reservation.wish = Wish::Release;
    if (reservation.isUnderWay || reservation.search || !reservation.perhaps.isEmpty())
        return; // what comes of it is still to be seen
    if (reservation.intent.id != 0)
        m_places.book.conclude(reservation.intent, Outcome::Refused);
    m_attempts.erase(it);
}

void Reservations::claim(Attempt attempt, const OrderId &id)
{
    const auto it = m_attempts.find(attempt);
    if (it == m_attempts.end())
        return;
    const QList<Order> &perhaps = it->second.perhaps;
    const auto order =
        std::find_if(perhaps.cbegin(), perhaps.cend(), [&id](const Order &candidate) { return candidate.id == id; });
    if (order != perhaps.cend())
        end(attempt, Order(*order), Reserved::How::FoundAgain);
}

void Reservations::disclaim(Attempt attempt)
{
    const auto it = m_attempts.find(attempt);
    if (it == m_attempts.end() || it->second.perhaps.isEmpty())
        return;
    settleDoubt(it->second, u"not ours"_s);
    m_places.book.conclude(it->second.intent, Outcome::Refused);
    m_attempts.erase(it);
}

void Reservations::settle(qint64 doubt)
{
    const auto it = std::find_if(m_attempts.begin(), m_attempts.end(),
                                 [doubt](const auto &each) { return doubt != 0 && each.second.doubt == doubt; });
    if (it == m_attempts.end())
        return;
    if (it->second.search)
        it->second.search->deleteLater();
    m_places.book.conclude(it->second.intent, Outcome::Refused);
    m_attempts.erase(it);
}

void Reservations::recover(const Intent &intent)
{
    const Attempt attempt = ++m_last;
    Reservation &reservation = m_attempts[attempt];
    reservation.asked = intent.request;
    reservation.intent = intent;
    reservation.wish = Wish::Release; // whoever it was for has long gone
    search(attempt, std::chrono::milliseconds(0));
}

void Reservations::search(Attempt attempt, std::chrono::milliseconds firstPause)
{
    Reservation &reservation = m_attempts.at(attempt);
    const LostReservation::Places places{m_places.api, m_places.clock, m_places.book, m_places.patience};
    reservation.search = new LostReservation(places, reservation.intent, firstPause, this);
    connect(reservation.search, &LostReservation::found, this,
            [this, attempt](const Order &order) { end(attempt, order, Reserved::How::FoundAgain); });
    connect(reservation.search, &LostReservation::unclear, this,
            [this, attempt](const QList<Order> &perhaps) { onUnclear(attempt, perhaps); });
    connect(reservation.search, &LostReservation::nowhere, this, [this, attempt] { onNowhere(attempt); });
    connect(reservation.search, &LostReservation::unanswered, this, [this, attempt] {
        noteDoubt(m_attempts.at(attempt));
        Q_EMIT unclear(attempt, {});
    });
    reservation.search->setCompanions([this, attempt] { return companionsOf(attempt); });
    Q_EMIT searched(attempt);
}

QList<const LostReservation *> Reservations::companionsOf(Attempt attempt) const
{
    QList<const LostReservation *> found;
    const auto self = m_attempts.find(attempt);
    if (self == m_attempts.end() || self->second.wish == Wish::Sell)
        return found; // which one the buyer gets matters
    for (const auto &[other, reservation] : m_attempts) {
        if (other != attempt && reservation.search && reservation.wish == Wish::Release &&
            reservation.asked.event == self->second.asked.event)
            found << reservation.search;
    }
    return found;
}

void Reservations::onUnclear(Attempt attempt, const QList<Order> &perhaps)
{
    Reservation &reservation = m_attempts.at(attempt);
    reservation.search->deleteLater();
    reservation.search = nullptr;
    reservation.perhaps = perhaps;
    noteDoubt(reservation);
    Q_EMIT unclear(attempt, perhaps);
}

void Reservations::onNowhere(Attempt attempt)
{
    const Reservation &reservation = m_attempts.at(attempt);
    reservation.search->deleteLater();
    m_places.book.conclude(reservation.intent, Outcome::Refused);
    settleDoubt(reservation, u"server"_s);
    ApiError error{.kind = ErrorKind::ConnectionLost};
    error.detail = u"looked for, and not there"_s;
    fail(attempt, error);
}

void Reservations::noteDoubt(Reservation &reservation)
{
    Unsettled entry{.kind = Unsettled::Kind::UnknownOutcome,
                    .event = reservation.asked.event,
                    .wanted = reservation.asked.wantedCount(),
                    .since = reservation.intent.at};
    for (const Order &order : reservation.perhaps)
        entry.perhaps << order.id;
    reservation.doubt = m_places.book.doubt(entry);
}

void Reservations::settleDoubt(const Reservation &reservation, const QString &how)
{
    if (reservation.doubt != 0)
        m_places.book.settle(reservation.doubt, how);
}

void Reservations::standBack()
{
    for (auto &[attempt, reservation] : m_attempts) {
        if (reservation.search)
            reservation.search->standBack();
    }
}

void Reservations::onSecond()
{
    const Instant now = m_places.clock.now();
    const bool isQuiet =
        std::none_of(m_attempts.cbegin(), m_attempts.cend(), [](const auto &each) { return each.second.isUnderWay; });
    // What is done below may end an attempt.
    std::vector<Attempt> attempts;
    for (const auto &[attempt, reservation] : m_attempts)
        attempts.push_back(attempt);
    for (const Attempt attempt : attempts) {
        const auto it = m_attempts.find(attempt);
        if (it == m_attempts.end())
            continue;
        if (it->second.search && isQuiet)
            it->second.search->onSecond();
        else if (it->second.sendAt && *it->second.sendAt <= now)
            sendIntended(attempt);
    }
}

} // namespace okoshko
