// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/Result.h"
#include "models/domain/Order.h"
#include "models/sale/LostReservation.h"

#include <QObject>

#include <map>

namespace okoshko {

/// A reservation that became an order.
struct Reserved
{
    quint64 attempt = 0;
    Order order;
    ReserveRequest asked; ///< as the cashier asked for it
    Intent intent;        ///< to be concluded together with the sale
    Wish wish = Wish::Sell;
    enum class How { Answered, FoundAgain } how = How::Answered;
};

/// From what the cashier asks for to an order at the server: seats are picked where they are numbered, the intent is
/// journaled, 409 and 429 wait, and where the answer is lost the order is looked for. Each attempt ends in made(),
/// nothingLeft() or failed(), or waits in unclear() for the cashier's word. Lives on the desk's thread.
class Reservations final : public QObject
{
    Q_OBJECT
public:
    /// Names one attempt until the server has given the order an id.
    using Attempt = quint64;

    struct Places ///< all must outlive this
    {
        TicketingApi &api;
        const ServerClock &clock;
        SaleBook &book;
        const Patience &patience;
    };

    explicit Reservations(const Places &places, QObject *parent = nullptr);

    Attempt begin(const ReserveRequest &request);
    /// The cashier has left: what comes of it is released.
    void giveUp(Attempt attempt);
    /// The cashier says that \a order is the one of \a attempt.
    void claim(Attempt attempt, const OrderId &order);
    /// The cashier says that none of them is.
    void disclaim(Attempt attempt);
    /// A person has dealt with the entry \a doubt of what is to be settled: it is not looked for any more.
    void settle(qint64 doubt);
    /// Looks for the order of a reservation that an earlier life of the program sent; it is released.
    void recover(const Intent &intent);

    void onSecond();

    /// Whether any answer is awaited or looked for.
    [[nodiscard]] bool isIdle() const { return m_attempts.empty(); }

Q_SIGNALS:
    void made(const okoshko::Reserved &reserved);
    void nothingLeft(okoshko::Reservations::Attempt attempt);
    void failed(okoshko::Reservations::Attempt attempt, const okoshko::ApiError &error);
    /// Its answer was lost: the order is looked for.
    void searched(okoshko::Reservations::Attempt attempt);
    /// It cannot be told whether one of these is it: the cashier decides. Empty while the server cannot be asked.
    void unclear(okoshko::Reservations::Attempt attempt, const QList<okoshko::Order> &perhaps);

private:
    struct Reservation
    {
        ReserveRequest asked;
        Intent intent;
        Wish wish = Wish::Sell;
        int conflicts = 0;
        bool isUnderWay = false; ///< sent, and not answered yet
        std::optional<Instant> sendAt;
        LostReservation *search = nullptr; ///< owned by this object
        QList<Order> perhaps;
        qint64 doubt = 0; ///< its entry among what is to be settled
    };

    void pickSeats(Attempt attempt);
    void send(Attempt attempt, const ReserveRequest &request);
    void sendIntended(Attempt attempt);
    void onAnswered(Attempt attempt, const Result<Order> &result);
    [[nodiscard]] bool isAnswerTo(const Reservation &reservation, const Order &order) const;
    void lose(Attempt attempt, const ApiError &error);
    void fail(Attempt attempt, const ApiError &error);
    void search(Attempt attempt, std::chrono::milliseconds firstPause);
    [[nodiscard]] QList<const LostReservation *> companionsOf(Attempt attempt) const;
    void standBack();
    void end(Attempt attempt, const Order &order, Reserved::How how);
    void onUnclear(Attempt attempt, const QList<Order> &perhaps);
    void onNowhere(Attempt attempt);
    void noteDoubt(Reservation &reservation);
    void settleDoubt(const Reservation &reservation, const QString &how);

    Places m_places;
    std::map<Attempt, Reservation> m_attempts;
    Attempt m_last = 0;
};

} // namespace okoshko
