// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/faults/Relay.h"

#include <QFlags>
#include <QLatin1String>
#include <QStringList>
#include <QStringView>
#include <array>
#include <optional>
#include <span>
#include <tl/expected.hpp>
#include <variant>

namespace okoshko::sandbox {

/// The step of a sale that a request belongs to.
enum class RequestKind : unsigned {
    Events = 0x001,  ///< events and their seats are read
    Create = 0x002,  ///< an order is made
    Choose = 0x004,  ///< any other change to one: way to pay, buyer, tickets, promo codes
    Start = 0x008,   ///< its payment begins
    Read = 0x010,    ///< one order, its tickets, or the list of orders
    Confirm = 0x020, ///< the seller confirms that it is paid
    Cancel = 0x040,
    Refunds = 0x080, ///< anything about refunds
    Other = 0x100    ///< whatever else the API has
};
Q_DECLARE_FLAGS(RequestKinds, RequestKind)
Q_DECLARE_OPERATORS_FOR_FLAGS(RequestKinds)

inline constexpr std::array allRequestKinds{RequestKind::Events, RequestKind::Create,  RequestKind::Choose,
                                            RequestKind::Start,  RequestKind::Read,    RequestKind::Confirm,
                                            RequestKind::Cancel, RequestKind::Refunds, RequestKind::Other};

/// Nothing for what is no call of the API, the payment page among it. `path` may carry a query.
[[nodiscard]] std::optional<RequestKind> kindOf(const QByteArray &method, const QString &path, const QByteArray &body);

/// `events`, `create`, `choose` …
[[nodiscard]] QString toText(RequestKind kind);
[[nodiscard]] QStringList toText(RequestKinds kinds);
/// For a person: `reserving`, `бронирование` …
[[nodiscard]] QStringView englishWord(RequestKind kind);
[[nodiscard]] QStringView russianWord(RequestKind kind);
[[nodiscard]] std::optional<RequestKind> requestKindFrom(const QString &text);

/// Where in a sale a scenario is met; the table is grouped by it.
enum class ScenarioGroup { Reservation, Payment, Answers, Line, Time, Vendor };

/// Whether a scenario is one of those that are on from the start where the vendor is to be the real one.
enum class OfRealVendor { No, Yes };

/// Whether a scenario is used up by the next request that meets it, or stands until it is switched off.
enum class Lasting { Next, Standing };

// What a scenario does. ScenarioEngine executes it; what concerns the line to the server, SandboxServer.

struct NewOrderHold ///< a new order holds its seats so long
{
    std::chrono::seconds hold;
};

/// Happens just before an order is made, to the request or to what is on sale.
enum class BeforeOrder {
    SoldOut,       ///< for a minute, others hold all that the request asks for
    OneTicketLess, ///< of a request for two or more
    NoTickets,
    PricesRise, ///< for a minute
    EventGone   ///< likewise
};

/// What happens to a payment by itself, counted from its start.
struct PaymentCourse
{
    enum class Of { Anybody, Page, Server }; ///< who confirms the payments that meet it
    enum class End { None, Paid, PaidLate, Declined, CancelledByVendor };

    Of of = Of::Anybody;
    std::optional<std::chrono::seconds> hold;
    End end = End::None;
    std::chrono::seconds after{0};
};

/// What is wrong with the payment page of an order: there is none, its address is a forbidden one, it takes no clicks.
enum class PageFault { None, Forbidden, Left };

struct ErrorAnswer ///< is answered, and the vendor is not even asked
{
    enum class Form { Reason, Errors, Html };

    int status;
    const char *text;
    Form form = Form::Reason;
};

/// What becomes of the body of an answer.
enum class BodyFault { NotJson, WrongTypes, ObjectForList };

struct Offline ///< there is no server
{
    std::optional<std::chrono::seconds> time; ///< until it is back by itself
};

struct ClockAhead ///< of the server
{
    std::chrono::minutes time;
};

/// What the vendor does otherwise than documented, as long as it stands.
enum class Trait {
    ShortPages,
    PageIgnored,
    Holes,
    OldestFirst,
    DealFee,
    UpdatedAtKept,
    ExpiredNull,
    TicketsReordered,
    NewerGeneration
};

struct FurtherEvents ///< those of the catalogue that name the scenario are on offer
{
};

using Effect = std::variant<NewOrderHold, BeforeOrder, PaymentCourse, PageFault, ErrorAnswer, BodyFault, LineFault,
                            Offline, ClockAhead, Trait, FurtherEvents>;

struct ScenarioWords
{
    QStringView title;
    QStringView description; ///< what happens, and what the person at the counter sees
};

/// What a person who tests a counter can bring about: a row of the table that feeds command line, control endpoint, QA
/// dock and test plan. Adding a scenario is adding a row.
struct Scenario
{
    QLatin1String name; ///< kebab-case, never changed: scripts and plans know it
    ScenarioGroup group;
    RequestKinds possible; ///< at which requests it can be met; none: no request is needed
    RequestKinds usual;    ///< at which it is met unless another one is chosen
    Lasting lasting;
    Effect effect;
    ScenarioWords english;
    ScenarioWords russian;
    OfRealVendor ofRealVendor = OfRealVendor::No;
};

[[nodiscard]] std::span<const Scenario> scenarioTable();
[[nodiscard]] const Scenario *findScenario(const QString &name); ///< null if there is none
/// The scenario of that name, which must exist.
[[nodiscard]] const Scenario &scenario(const char *name);

/// The group's heading.
[[nodiscard]] QStringView englishTitle(ScenarioGroup group);
[[nodiscard]] QStringView russianTitle(ScenarioGroup group);
/// `reservation`, `payment` …
[[nodiscard]] QString toText(ScenarioGroup group);

/// A scenario that is to be brought about: at which requests, and how often.
struct Activation
{
    static constexpr int untilOff = -1;

    const Scenario *scenario = nullptr;
    RequestKinds on;
    int times = 1; ///< how many requests yet; `untilOff`: every one

    friend bool operator==(const Activation &, const Activation &) = default;
};

/// The scenario as its row has it.
[[nodiscard]] Activation usualActivation(const Scenario &scenario);

/// `name` and what may be said about it: `on` a kind of request, `times` a number or `always`; empty means as usual.
/// The error is one sentence, in English.
[[nodiscard]] tl::expected<Activation, QString> parseActivation(const QString &name, const QString &on,
                                                                const QString &times);

/// All scenarios for a person to read, one a line, grouped; in English.
[[nodiscard]] QString scenarioList();

} // namespace okoshko::sandbox
