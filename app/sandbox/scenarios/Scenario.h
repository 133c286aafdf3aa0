// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RequestKind.h"

#include <QLatin1String>
#include <QStringView>
#include <cstddef>
#include <span>
#include <tl/expected.hpp>

namespace okoshko::sandbox {

/// What a person who tests a counter can bring about. In the order of the table.
enum class Scenario {
    HoldTwoMinutes,
    HoldFifteenSeconds,
    ExpiredBeforePayment,
    SoldOut,
    Partial,
    Empty,
    PriceChanged,
    EventGone,
    ExpiredWhilePaying,
    PaidLastSecond,
    PaidAfterExpiry,
    Declined,
    CancelledByServer,
    BuyerLeaves,
    NoRedirect,
    ForbiddenRedirect,
    Unauthorized,
    Forbidden,
    NotFound,
    ConflictOnce,
    ConflictAlways,
    TooManyRequests,
    ServerError,
    BadGateway,
    NotJson,
    WrongTypes,
    Slow,
    Silent,
    CutBefore,
    CutAfter,
    Truncated,
    OfflineTenSeconds,
    Offline,
    ClockFast,
    ClockSlow,
    ShortPages,
    PageIgnored,
    Holes,
    OldestFirst,
    SlowEvents,
    SlowMinute,
    DealFee,
    PriceGap,
    ClosedPresale,
    NoMoney,
    DaysOnly,
    SeveralDays,
    LocalTime,
    BareTime,
    NoZone,
    NextYear,
    Over,
    UnderWay,
    NoSets,
    Terse,
    Sectors,
    UpdatedStands,
    ExpiredNull,
    TicketsReordered,
    InvoicePaid,
    NewerGeneration,
    LoginPage,
    ListObject
};

/// Where in a sale a scenario is met; the table is grouped by it.
enum class ScenarioGroup { Reservation, Payment, Answers, Line, Time, Vendor };

/// Whether a scenario is one of those that are on from the start where the vendor is to be the real one.
enum class OfRealVendor { No, Yes };

/// Whether a scenario is used up by the next request that meets it, or stands until it is switched off.
enum class Lasting { Next, Standing };

struct ScenarioWords
{
    QStringView title;
    QStringView description; ///< what happens, and what the person at the counter sees
};

/// A row of the table, the one home of the scenarios: command line, control endpoint, QA dock and test plan are fed
/// from it. Adding a scenario is adding a row, and what brings it about.
struct ScenarioRow
{
    Scenario scenario;
    QLatin1String name; ///< kebab-case, never changed: scripts and plans know it
    ScenarioGroup group;
    RequestKinds possible; ///< at which requests it can be met; none: no request is needed
    RequestKinds usual;    ///< at which it is met unless somebody says otherwise
    Lasting lasting;
    ScenarioWords english;
    ScenarioWords russian;
    OfRealVendor ofRealVendor = OfRealVendor::No;
};

[[nodiscard]] std::span<const ScenarioRow> scenarioTable();
[[nodiscard]] const ScenarioRow &rowOf(Scenario scenario);
[[nodiscard]] const ScenarioRow *findScenario(const QString &name); ///< null if there is none

/// The group's heading.
[[nodiscard]] QStringView englishTitle(ScenarioGroup group);
[[nodiscard]] QStringView russianTitle(ScenarioGroup group);
/// `reservation`, `payment` …
[[nodiscard]] QString toText(ScenarioGroup group);

/// A scenario that is to be brought about: at which requests, and how often.
struct Activation
{
    static constexpr int untilOff = -1;

    Scenario scenario;
    RequestKinds on;
    int times = 1; ///< how many requests yet; `untilOff`: every one

    friend bool operator==(const Activation &, const Activation &) = default;
};

/// The scenario as its row has it.
[[nodiscard]] Activation usualArming(Scenario scenario);

/// `name` and what may be said about it: `on` a kind of request, `times` a number or `always`; empty means as usual.
/// The error is one sentence, in English.
[[nodiscard]] tl::expected<Activation, QString> parseArming(const QString &name, const QString &on,
                                                            const QString &times);

/// All scenarios for a person to read, one a line, grouped; in English.
[[nodiscard]] QString scenarioList();

} // namespace okoshko::sandbox
