// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/Http.h"
#include "app/sandbox/Vendor.h"
#include "app/sandbox/scenarios/ScenarioBoard.h"

namespace okoshko::sandbox {

/// Executes the effects of active scenarios, except those of the connection: changes what is on sale, the order, or the
/// answer, before or after the vendor handles a request. Changes nothing without active scenarios.
class ScenarioEngine
{
public:
    /// Both must outlive this.
    ScenarioEngine(Vendor &vendor, ScenarioBoard &board)
        : m_vendor(vendor)
        , m_board(board)
    {
    }

    /// Sets the vendor's clock and habits, and processes everything due by now. Call before each request.
    void prepare();

    [[nodiscard]] tl::expected<ChangeResult, Refusal> create(OrderRequest request);
    [[nodiscard]] tl::expected<ChangeResult, Refusal> change(const QString &id, OrderRequest request);

    /// An answer in place of the vendor's; nothing if the vendor shall handle the request.
    [[nodiscard]] std::optional<Reply> errorAnswer(RequestKind kind);
    /// The answer as it is sent.
    [[nodiscard]] Reply spoiled(Reply reply, RequestKind kind);

    /// Whether the trait applies to this answer; uses up one of its times.
    bool meets(Trait trait, RequestKind kind);
    /// Whether the event is on offer: its scenario, if any, is on.
    [[nodiscard]] bool isOffered(const Event &event) const { return !event.under || m_board.isArmed(*event.under); }
    /// Notes that the scenarios of these events were met.
    void noteOffered(const QList<const Event *> &events, RequestKind kind);

private:
    void execute(BeforeOrder effect, OrderRequest &request);
    /// The result of an effect in place of the vendor's, or a changed \a request.
    [[nodiscard]] std::optional<ChangeResult> meetChange(const Order &order, OrderRequest &request);
    void follow(RequestKind kind, const QString &order);

    Vendor &m_vendor;
    ScenarioBoard &m_board;
};

} // namespace okoshko::sandbox
