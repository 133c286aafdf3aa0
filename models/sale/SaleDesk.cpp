// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/SaleDesk.h"

#include "models/api/ServerClock.h"
#include "models/sale/SaleBook.h"
#include "models/sale/SaleHistory.h"
#include "models/sale/Ticker.h"

#include <algorithm>
#include <utility>
#include <vector>

// Which sales there are: reserved, restored, read from the server, and forgotten. What happens to each is in
// SaleDeskChanges.cpp and SaleDeskReading.cpp.

namespace okoshko {

SaleDesk::SaleDesk(const Places &places, Patience patience, QObject *parent)
    : QObject(parent)
    , m_places(places)
    , m_patience(std::move(patience))
    , m_reservations({places.api, places.clock, places.book, m_patience})
    , m_random(QRandomGenerator::securelySeeded())
{
    connect(&places.ticker, &Ticker::second, this, &SaleDesk::onSecond);
    connect(&places.book, &SaleBook::troubleChanged, this, &SaleDesk::keepAll);
    connect(&m_reservations, &Reservations::made, this, &SaleDesk::onMade);
    connect(&m_reservations, &Reservations::nothingLeft, this, &SaleDesk::nothingLeft);
    connect(&m_reservations, &Reservations::searched, this, &SaleDesk::reservationSearched);
    connect(&m_reservations, &Reservations::unclear, this, &SaleDesk::reservationUnclear);
    connect(&m_reservations, &Reservations::failed, this, [this](Attempt attempt, const ApiError &error) {
        noteKey(error);
        Q_EMIT reservationFailed(attempt, error);
    });
}

SaleDesk::~SaleDesk() = default;

const Sale *SaleDesk::sale(const OrderId &id) const
{
    const auto it = m_sales.find(id);
    return it == m_sales.end() ? nullptr : &it->second;
}

void SaleDesk::setPace(const PollPace &pace)
{
    if (m_patience.pace == pace)
        return;
    m_patience.pace = pace;
    for (const auto &[id, sale] : m_sales)
        plan(id);
}

void SaleDesk::setPaymentSystems(const QList<PaymentSystem> &systems)
{
    m_confirmations.clear();
    for (const PaymentSystem &system : systems)
        m_confirmations.insert(system.name, system.confirmation);
    QList<OrderId> changed;
    for (auto &[id, sale] : m_sales) {
        const auto before = std::exchange(sale.confirmation, confirmationOf(sale.system));
        if (before != sale.confirmation)
            changed << id;
    }
    for (const OrderId &id : std::as_const(changed))
        Q_EMIT saleChanged(id);
}

PaymentSystem::Confirmation SaleDesk::confirmationOf(const QString &system) const
{
    return m_confirmations.value(system, PaymentSystem::Confirmation::ByRedirectUrl);
}

void SaleDesk::loadOrders(int limit)
{
    if (m_loading.isPending())
        return;
    OrderQuery query;
    query.limit = limit;
    m_loading = m_places.api.orders(query, this, [this](const Result<QList<Order>> &result) {
        if (!result) {
            noteKey(result.error());
            Q_EMIT loadingFailed(result.error());
            return;
        }
        m_keyRefused = false;
        for (const Order &order : *result) {
            const auto known = m_sales.find(order.id);
            if (known == m_sales.end()) {
                Sale sale;
                sale.order = order;
                sale.lastAskedAt = m_places.clock.now();
                adopt(std::move(sale));
            } else if (!known->second.underWay && known->second.order != order) {
                accept(known->second, order, Step::Read);
                Q_EMIT saleChanged(order.id);
            }
        }
        forgetEnded();
        Q_EMIT ordersLoaded();
    });
}

SaleDesk::Attempt SaleDesk::reserve(const ReserveRequest &request)
{
    return m_reservations.begin(request);
}

void SaleDesk::giveUp(Attempt attempt)
{
    m_reservations.giveUp(attempt);
}

void SaleDesk::claim(Attempt attempt, const OrderId &order)
{
    m_reservations.claim(attempt, order);
}

void SaleDesk::disclaim(Attempt attempt)
{
    m_reservations.disclaim(attempt);
}

void SaleDesk::recover(const Intent &reservation)
{
    m_reservations.recover(reservation);
}

void SaleDesk::settle(qint64 unsettled, const QString &how)
{
    m_reservations.settle(unsettled);
    m_places.book.settle(unsettled, how);
}

void SaleDesk::onMade(const Reserved &reserved)
{
    const OrderId id = reserved.order.id;
    const Instant now = m_places.clock.now();
    m_keyRefused = false;
    Sale sale;
    sale.order = reserved.order;
    sale.origin = Sale::Origin::ThisCounter;
    sale.request = reserved.asked;
    sale.lastAskedAt = now;
    sale.history.append(howItBegan(sale.order, reserved.asked, now));
    if (reserved.how == Reserved::How::FoundAgain)
        sale.history.append(
            {.at = now, .what = HistoryEntry::What::FoundAgain, .till = reserved.order.reservedTill});
    // An empty order is of no use to anybody (api.md, "Create"), and neither is one whose buyer has left.
    const bool unwanted = reserved.wish == Wish::Release || sale.order.tickets.isEmpty();
    if (unwanted)
        sale.wish = Wish::Release;
    m_places.book.conclude(reserved.intent, Outcome::Done, &sale);
    m_sales.erase(id); // it may have been seen among the others already
    adopt(std::move(sale));
    Q_EMIT this->reserved(reserved.attempt, id);
    if (unwanted)
        static_cast<void>(cancel(id)); // what cannot be begun now is begun by onSecond()
    else
        readTickets(id);
}

void SaleDesk::restore(const Sale &sale)
{
    const OrderId id = sale.order.id;
    adopt(sale);
    const bool mayHaveChanged = isHeld(sale.order.status) || sale.order.status == OrderStatus::Unknown ||
                                m_work[id].askAt.has_value();
    if (mayHaveChanged) {
        read(id);
        return;
    }
    m_sales.at(id).known = Sale::Known::FromServer; // it was the server that said that it has ended
    Q_EMIT saleReadBack(id);
}

void SaleDesk::adopt(Sale sale)
{
    const OrderId id = sale.order.id;
    sale.confirmation = confirmationOf(sale.system);
    m_sales.insert_or_assign(id, std::move(sale));
    m_work.try_emplace(id);
    plan(id);
    forgetEnded();
    Q_EMIT saleAdded(id);
}

void SaleDesk::forgetEnded()
{
    // A few more than are kept, so that it is not done for each new one.
    const auto most = static_cast<std::size_t>(m_patience.mostEnded);
    if (m_sales.size() <= most + most / 100 || m_places.book.trouble())
        return; // … and none whose end the journal has not taken yet
    std::vector<std::pair<Instant, OrderId>> ended;
    for (const auto &[id, sale] : m_sales) {
        const Work &work = m_work.at(id);
        const bool isBusy = sale.underWay || work.askAt || work.readingTickets.isPending() || work.reading.isPending();
        if (isFinal(sale.order.status) && !isBusy)
            ended.emplace_back(sale.order.createdAt.value_or(Instant()), id);
    }
    std::sort(ended.begin(), ended.end());
    const std::size_t tooMany = ended.size() > most ? ended.size() - most : 0;
    for (std::size_t i = 0; i < tooMany; ++i) {
        const OrderId id = ended.at(i).second;
        m_sales.erase(id);
        m_work.erase(id);
        m_places.book.forget(id);
        Q_EMIT saleForgotten(id);
    }
}

void SaleDesk::keepAll()
{
    if (m_places.book.trouble())
        return;
    for (const auto &[id, sale] : m_sales) {
        if (sale.origin == Sale::Origin::ThisCounter)
            m_places.book.keep(sale);
    }
}

} // namespace okoshko
