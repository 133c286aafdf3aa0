// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/Http.h"
#include "app/sandbox/Vendor.h"
#include "app/sandbox/scenarios/ScenarioBoard.h"

namespace okoshko::sandbox {

/// Executes the effects of the scenarios that are on, except those of the line to the server. Before or after the
/// vendor does what was asked it changes what is on sale, the order, or the answer. With nothing on it changes nothing.
class ScenarioEngine
{
public:
    /// Both must outlive this.
    ScenarioEngine(Vendor &vendor, ScenarioBoard &board)
        : m_vendor(vendor)
        , m_board(board)
    {
    }

    /// Sets the vendor's clock and habits, and lets happen what was to happen by now; before each request.
    void prepare();

    [[nodiscard]] tl::expected<ChangeResult, Refusal> create(OrderRequest request);
    [[nodiscard]] tl::expected<ChangeResult, Refusal> change(const QString &id, const OrderRequest &request);

    /// What is answered in the vendor's place; nothing if it may do what it is asked.
    [[nodiscard]] std::optional<Reply> errorAnswer(RequestKind kind);
    /// The vendor's answer as it goes out.
    [[nodiscard]] Reply spoiled(Reply reply, RequestKind kind);

    /// Whether this answer meets the trait; it uses up one of its times.
    bool meets(Trait trait, RequestKind kind);
    /// Whether the event is on offer: not one that only a scenario brings about, or its scenario is on.
    [[nodiscard]] bool isOffered(const Event &event) const { return !event.under || m_board.isArmed(*event.under); }
    /// The scenarios that brought these events about have been met.
    void noteOffered(const QList<const Event *> &events, RequestKind kind);

private:
    void execute(BeforeOrder effect, OrderRequest &request);
    void follow(RequestKind kind, const QString &order);

    Vendor &m_vendor;
    ScenarioBoard &m_board;
};

} // namespace okoshko::sandbox
