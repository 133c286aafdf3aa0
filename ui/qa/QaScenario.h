// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Instant.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace okoshko {

/// Something that whoever tests the counter can bring about, as the dock shows it: all words are in its language.
struct QaScenario
{
    /// Used up by the next request that meets it, or on until it is switched off.
    enum class Lasting { Next, UntilOff };

    struct Moment
    {
        QString id;
        QString title; ///< `reserving`
        friend bool operator==(const Moment &, const Moment &) = default;
    };

    QString name; ///< as scripts and the test plan call it
    QString title;
    QString description;
    QString group;
    QList<Moment> moments; ///< at which requests it can be met; none: no request is needed
    Lasting lasting = Lasting::Next;

    friend bool operator==(const QaScenario &, const QaScenario &) = default;
};

/// A scenario that is to be switched on.
struct QaWish
{
    QString name;
    QString moment; ///< id; empty = at its usual ones
    QaScenario::Lasting lasting = QaScenario::Lasting::Next;
};

/// What became of a scenario.
struct QaState
{
    struct Met
    {
        QString by; ///< the moment's title
        Instant at;
        friend bool operator==(const Met &, const Met &) = default;
    };

    std::optional<QaScenario::Lasting> on; ///< nothing: switched off
    QStringList awaited;                   ///< titles of the moments that it waits for, while on
    std::optional<Met> met;                ///< the last time
    int timesMet = 0;

    friend bool operator==(const QaState &, const QaState &) = default;
};

using QaStates = QHash<QString, QaState>; ///< by the scenario's name

} // namespace okoshko
