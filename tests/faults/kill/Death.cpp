// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/kill/Death.h"

#include <QMetaEnum>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test {

namespace {

constexpr std::array aroundIt{When::Before, When::After, When::Later};
constexpr std::array sellingTasks{Task::SellOnPage, Task::SellForCash, Task::SellSeats, Task::GiveUp};

template <class Enum>
QString wordOf(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value)));
}

/// What comes after an answer is done within a few milliseconds.
std::chrono::milliseconds moment(QRandomGenerator &random)
{
    return std::chrono::milliseconds(random.bounded(12));
}

} // namespace

QString Death::toString() const
{
    QString words = wordOf(task) + u' ' + wordOf(when);
    if (when == When::Before || when == When::After || when == When::Later)
        words += u' ' + wordOf(request);
    if (when == When::Later || when == When::AtRandom)
        words += u" +%1 ms"_s.arg(delay.count());
    return words;
}

QList<Trial> plannedTrials(QRandomGenerator &random)
{
    QList<Trial> trials;
    const QList<std::pair<Task, QList<Request>>> selling{
        {Task::SellOnPage, {Request::Create, Request::ChooseSystem, Request::Start, Request::Poll}},
        {Task::SellForCash, {Request::Create, Request::ChooseSystem, Request::Start, Request::Confirm}},
        {Task::SellSeats, {Request::Create}},
        {Task::GiveUp, {Request::Poll, Request::Cancel}},
    };
    for (const auto &[task, requests] : selling) {
        for (const Request request : requests) {
            for (const When when : aroundIt)
                trials << Trial{{Death{task, when, request, moment(random)}}};
        }
    }
    const Death paid{Task::SellOnPage, When::Paid};
    trials << Trial{{paid}};
    // Killed again before the next life could find what the one before had reserved.
    const Death reserved{Task::SellOnPage, When::After, Request::Create};
    trials << Trial{{reserved, {Task::GiveUp, When::After, Request::Create}, reserved}};
    // What an earlier life left, and how the next one begins to deal with it. A reservation whose answer nobody saw is
    // looked for and never cancelled by itself.
    const QList<std::pair<Death, QList<Request>>> recovering{
        {reserved, {Request::Look}},
        {{Task::SellSeats, When::After, Request::Create}, {Request::Look}},
        {{Task::GiveUp, When::Before, Request::Cancel}, {Request::Poll, Request::Cancel}},
        {paid, {Request::Poll}},
    };
    for (const auto &[first, requests] : recovering) {
        for (const Request request : requests) {
            for (const When when : aroundIt)
                trials << Trial{{first, {Task::Recover, when, request, moment(random)}}};
        }
    }
    return trials;
}

QList<Trial> randomTrials(QRandomGenerator &random, int lives)
{
    constexpr int longest = 2600; // milliseconds, about what a sale takes
    QList<Trial> trials;
    for (int planned = 0; planned < lives;) {
        Trial trial;
        for (const int most = planned + 1 + random.bounded(3); planned < most; ++planned) {
            const Task task = sellingTasks.at(static_cast<std::size_t>(random.bounded(4)));
            trial.lives << Death{task, When::AtRandom, {}, std::chrono::milliseconds(random.bounded(longest))};
        }
        trials << trial;
    }
    return trials;
}

} // namespace okoshko::test
