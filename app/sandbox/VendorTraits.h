// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Catalogue.h"
#include "Http.h"
#include "ListQuery.h"
#include "scenarios/ScenarioBoard.h"

namespace okoshko::sandbox {

/// How the real vendor's answers differ from what the documentation promises, as far as the board wants it.
class VendorTraits
{
public:
    /// `board` must outlive this.
    explicit VendorTraits(ScenarioBoard &board)
        : m_board(board)
    {
    }

    /// Whether this answer meets the scenario; it uses up one of its times.
    [[nodiscard]] bool meets(Scenario scenario, const Call &call);

    /// Whether the event is on offer: not one that only a scenario brings about, or its scenario is on.
    [[nodiscard]] bool isOffered(const Event &event) const { return !event.under || m_board.isArmed(*event.under); }
    /// The scenarios that brought these events about have been met.
    void noteOffered(const QList<const Event *> &events, const Call &call);

    [[nodiscard]] ListQuery::Paging paging(const Call &call);

    /// The list with `null`, `{}` and elements of other types between its own.
    [[nodiscard]] static QJsonArray withHoles(const QJsonArray &list);
    /// The event with holes among its sets, and one set that has no price.
    [[nodiscard]] static QJsonObject withHolesInSets(QJsonObject event);
    /// The answer to a list of orders: the last one has no number.
    [[nodiscard]] static QJsonArray withoutLastNumber(QJsonArray orders);

private:
    ScenarioBoard &m_board;
};

} // namespace okoshko::sandbox
