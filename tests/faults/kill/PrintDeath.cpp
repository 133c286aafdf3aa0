// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/kill/PrintDeath.h"

#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

template <class Enum>
QString wordOf(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value)));
}

std::chrono::milliseconds within(QRandomGenerator &random, int from, int till)
{
    return std::chrono::milliseconds(random.bounded(from, till));
}

template <std::size_t size, class T>
T oneOf(QRandomGenerator &random, const std::array<T, size> &all)
{
    return all.at(static_cast<std::size_t>(random.bounded(static_cast<int>(size))));
}

} // namespace

QString PrintDeath::toString() const
{
    QString words = wordOf(task) + u' ' + wordOf(point);
    if (printers != Printers::Work)
        words += u", printers "_s + wordOf(printers);
    if (service != Service::Stays)
        words += u", service "_s + wordOf(service);
    if (delay.count() > 0)
        words += u" +%1 ms"_s.arg(delay.count());
    return words;
}

QList<PrintTrial> plannedPrintTrials(QRandomGenerator &random)
{
    constexpr auto sell = Task::SellForCash;
    constexpr auto recover = Task::Recover;
    const PrintDeath waiting{sell, Point::Sent, {}, Printers::Wait};
    QList<PrintTrial> trials;
    const auto add = [&trials](const QList<PrintDeath> &lives) { trials << PrintTrial{lives}; };

    for (const auto &[from, till] : {std::pair(0, 10), {10, 60}, {60, 150}, {150, 400}}) // it is written and drawn then
        add({{sell, Point::Confirmed, within(random, from, till)}});
    for (const Point point :
         {Point::Drawing, Point::Creating, Point::Created, Point::Sending, Point::InDocument, Point::Sent})
        add({{sell, point}});
    add({{sell, Point::SentLater, within(random, 0, 12)}});

    add({waiting, {recover, Point::Asking, {}, Printers::Wait}});
    add({waiting, {recover, Point::Printed, {}, Printers::Wait}});
    add({waiting, {recover, Point::PrintedLater, within(random, 0, 15), Printers::Wait}});
    add({waiting, {recover, Point::PrintedLater, within(random, 0, 15)}});
    add({{sell, Point::Creating}, {recover, Point::Asking}});
    add({{sell, Point::Created}, {recover, Point::Asking}, {recover, Point::AtRandom, within(random, 700, 1500)}});
    add({{sell, Point::Confirmed, within(random, 100, 300)}, {sell, Point::Created}, {sell, Point::Sent}});

    for (const Printers trouble : {Printers::PaperOut, Printers::Fail, Printers::Hold, Printers::Cancel,
                                   Printers::Stopped, Printers::Rejecting, Printers::Down}) {
        const bool isTaken = trouble != Printers::Rejecting && trouble != Printers::Down;
        const Point point = isTaken ? Point::Sent : Point::Confirmed;
        add({{sell, point, isTaken ? std::chrono::milliseconds(0) : within(random, 100, 500), trouble},
             {recover, Point::AtRandom, within(random, 700, 2500), trouble}});
    }
    add({waiting, {recover, Point::AtRandom, within(random, 700, 1500), Printers::Down}});

    for (const Point point : {Point::Created, Point::InDocument, Point::Sent})
        add({{sell, point, {}, Printers::Work, Service::Dies}});
    add({waiting, {recover, Point::Asking, {}, Printers::Wait, Service::Dies}});
    add({waiting, {recover, Point::Printed, {}, Printers::Work, Service::Restarts}});
    return trials;
}

QList<PrintTrial> randomPrintTrials(QRandomGenerator &random, int count)
{
    constexpr std::array points{Point::Confirmed, Point::Confirmed, Point::Drawing,  Point::Created,
                                Point::Sending,   Point::Sent,      Point::SentLater};
    constexpr std::array printers{Printers::Work, Printers::Work, Printers::Work,    Printers::Wait,
                                  Printers::Fail, Printers::Hold, Printers::Stopped, Printers::PaperOut};
    QList<PrintTrial> trials;
    for (int i = 0; i < count; ++i) {
        PrintTrial trial;
        for (int left = 1 + random.bounded(3); left > 0; --left) {
            const Service service = random.bounded(6) == 0 ? Service::Dies : Service::Stays;
            const Point point = oneOf(random, points);
            const bool isWaited = point == Point::Confirmed || point == Point::SentLater;
            trial.lives << PrintDeath{Task::SellForCash, point,
                                      isWaited ? within(random, 0, 500) : std::chrono::milliseconds(0),
                                      oneOf(random, printers), service};
            if (random.bounded(2) == 0)
                trial.lives << PrintDeath{Task::Recover, Point::AtRandom, within(random, 300, 2500),
                                          oneOf(random, printers), service};
        }
        trials << trial;
    }
    return trials;
}

} // namespace okoshko::test
