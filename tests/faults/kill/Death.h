// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/fixture/SaleRequests.h"

#include <QList>
#include <QRandomGenerator>
#include <QString>

#include <chrono>

namespace okoshko::test {

struct OfDeath
{
    Q_GADGET
public:
    /// What the program is started for.
    enum class Task { SellOnPage, SellForCash, SellSeats, GiveUp, Recover };
    Q_ENUM(Task)

    enum class When {
        Before,   ///< the request was sent, and the server has not seen it
        After,    ///< the server has acted, and its answer never arrives
        Later,    ///< `delay` after the answer was handed on
        Paid,     ///< the buyer has paid, and the program does not know yet
        AtRandom, ///< `delay` after the start
    };
    Q_ENUM(When)
};
using Task = OfDeath::Task;
using When = OfDeath::When;

/// One life of the program: what it was started for, and when it is killed.
struct Death
{
    Task task = Task::Recover;
    When when = When::AtRandom;
    Request request = Request::Create; ///< for Before, After and Later
    std::chrono::milliseconds delay{0};

    [[nodiscard]] QString toString() const;
};

/// Lives one after the other on one profile, each killed; after the last the program is started once more, and must
/// come to terms with what it finds.
struct Trial
{
    QList<Death> lives;
    QString name{};
};

/// Each request of each kind of sale, before and after the server acted and a moment later; and the same while the
/// program takes up what an earlier life left.
[[nodiscard]] QList<Trial> plannedTrials(QRandomGenerator &random);
/// \a lives or a few more, one to three in each trial, each killed at any moment from its first on.
[[nodiscard]] QList<Trial> randomTrials(QRandomGenerator &random, int lives);

} // namespace okoshko::test
