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
    Choose = 0x004,  ///< its payment system is chosen
    Start = 0x008,   ///< its payment begins
    Read = 0x010,    ///< one order, its tickets, or the list of orders
    Confirm = 0x020, ///< the seller confirms that it is paid
    Cancel = 0x040,
    Refunds = 0x080, ///< anything about refunds
    Other = 0x100,   ///< any other call of the API
    Change = 0x200   ///< its tickets, promo codes or buyer change
};
Q_DECLARE_FLAGS(RequestKinds, RequestKind)
Q_DECLARE_OPERATORS_FOR_FLAGS(RequestKinds)

inline constexpr std::array allRequestKinds{
    RequestKind::Events, RequestKind::Create,  RequestKind::Change, RequestKind::Choose,  RequestKind::Start,
    RequestKind::Read,   RequestKind::Confirm, RequestKind::Cancel, RequestKind::Refunds, RequestKind::Other};

/// Nothing for requests outside the API, such as the payment page. `path` may have a query.
[[nodiscard]] std::optional<RequestKind> kindOf(const QByteArray &method, const QString &path, const QByteArray &body);

/// `events`, `create`, `choose` …
[[nodiscard]] QString toText(RequestKind kind);
[[nodiscard]] QStringList toText(RequestKinds kinds);
/// For display: `reserving`, `бронирование` …
[[nodiscard]] QStringView englishWord(RequestKind kind);
[[nodiscard]] QStringView russianWord(RequestKind kind);
[[nodiscard]] std::optional<RequestKind> requestKindFrom(const QString &text);

/// The part of a sale that a scenario affects; the table is grouped by it.
enum class ScenarioGroup { Reservation, Payment, Answers, Line, Time, Vendor };

/// Whether a scenario is on from the start with VendorKind::Real.
enum class OfRealVendor { No, Yes };

/// Whether a scenario ends with the next request that meets it, or stays until it is switched off.
enum class Lasting { Next, Standing };

// Effects of scenarios. ScenarioEngine executes them; SandboxServer executes those of the connection.

struct NewOrderHold ///< the hold of a new order
{
    std::chrono::seconds hold;
};

/// Changes the request, or what is on sale, just before an order is made.
enum class BeforeOrder {
    SoldOut,       ///< others hold all requested tickets for a minute
    OneTicketLess, ///< for requests of two or more
    NoTickets,
    PricesRise, ///< for a minute
    EventGone   ///< for a minute
};

/// Changes what comes of a change of tickets or promo codes.
enum class BeforeChange {
    OneTicketLess, ///< for requests of more tickets than the order has
    CodeUnknown,   ///< the promo codes are refused, and nothing is changed
};

/// What happens to a payment by itself, at a time counted from its start.
struct PaymentCourse
{
    enum class Of { Anybody, Page, Server }; ///< who confirms the payments that meet it
    enum class End { None, Paid, PaidLate, Declined, CancelledByVendor };

    Of of = Of::Anybody;
    std::optional<std::chrono::seconds> hold;
    End end = End::None;
    std::chrono::seconds after{0};
};

/// Fault of an order's payment page: none, a forbidden address, or no reaction to clicks.
enum class PageFault { None, Forbidden, Left };

struct ErrorAnswer ///< sent without asking the vendor
{
    enum class Form { Reason, Errors, Html };

    int status;
    const char *text;
    Form form = Form::Reason;
};

/// Fault of an answer's body.
enum class BodyFault { NotJson, WrongTypes, ObjectForList };

struct Offline ///< the server refuses connections
{
    std::optional<std::chrono::seconds> time; ///< until it is online again by itself
};

struct ClockAhead ///< moves the server's clock
{
    std::chrono::minutes time;
};

/// Undocumented behaviour of the vendor while the scenario is on.
enum class Trait {
    ShortPages,
    PageIgnored,
    Holes,
    OldestFirst,
    DealFee,
    UpdatedAtKept,
    ExpiredNull,
    TicketsReordered,
    NewerGeneration,
    CombinedRefused, ///< a payment system and the start in one request are answered 400
    NoBarcodes,
    SameBarcode, ///< all tickets of an order have one barcode
    NoLegal      ///< organisers without legal data
};

struct FurtherEvents ///< offers the events of the catalogue that name the scenario
{
};

using Effect = std::variant<NewOrderHold, BeforeOrder, BeforeChange, PaymentCourse, PageFault, ErrorAnswer, BodyFault,
                            LineFault, Offline, ClockAhead, Trait, FurtherEvents>;

struct ScenarioWords
{
    QStringView title;
    QStringView description; ///< what happens, and what the person at the counter sees
};

/// A scenario that a tester can switch on: a row of the table for the command line, the control endpoint, the QA dock
/// and the test plan. To add a scenario, add a row.
struct Scenario
{
    QLatin1String name; ///< kebab-case, never changed: scripts and plans use it
    ScenarioGroup group;
    RequestKinds possible; ///< requests that can meet it; none = no request is needed
    RequestKinds usual;    ///< requests that meet it by default
    Lasting lasting;
    Effect effect;
    ScenarioWords english;
    ScenarioWords russian;
    OfRealVendor ofRealVendor = OfRealVendor::No;
};

[[nodiscard]] std::span<const Scenario> scenarioTable();
[[nodiscard]] const Scenario *findScenario(const QString &name); ///< null if unknown
/// The scenario with that name, which must exist.
[[nodiscard]] const Scenario &scenario(const char *name);

/// The group's heading.
[[nodiscard]] QStringView englishTitle(ScenarioGroup group);
[[nodiscard]] QStringView russianTitle(ScenarioGroup group);
/// `reservation`, `payment` …
[[nodiscard]] QString toText(ScenarioGroup group);

/// A scenario to be switched on: for which requests, and how often.
struct Activation
{
    static constexpr int untilOff = -1;

    const Scenario *scenario = nullptr;
    RequestKinds on;
    int times = 1; ///< remaining requests; `untilOff` = every one

    friend bool operator==(const Activation &, const Activation &) = default;
};

/// The defaults of the scenario's row.
[[nodiscard]] Activation usualActivation(const Scenario &scenario);

/// Parses the scenario's name with `on`, a kind of request, and `times`, a number or `always`; empty = the default. The
/// error is one sentence, in English.
[[nodiscard]] tl::expected<Activation, QString> parseActivation(const QString &name, const QString &on,
                                                                const QString &times);

/// All scenarios as English text, grouped, one a line.
[[nodiscard]] QString scenarioList();

} // namespace okoshko::sandbox
