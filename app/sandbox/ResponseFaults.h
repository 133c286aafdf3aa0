// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Http.h"
#include "scenarios/ScenarioBoard.h"

namespace okoshko::sandbox {

/// The scenarios of the server's answers: refused where the vendor is not even asked, or his answer made unreadable.
class ResponseFaults
{
public:
    /// `board` must outlive this.
    explicit ResponseFaults(ScenarioBoard &board)
        : m_board(board)
    {
    }

    /// What is answered in the vendor's place; nothing if he may do what he is asked.
    [[nodiscard]] std::optional<Reply> instead(RequestKind kind);
    /// The vendor's answer as it goes out.
    [[nodiscard]] Reply spoiled(Reply reply, RequestKind kind);

private:
    ScenarioBoard &m_board;
};

} // namespace okoshko::sandbox
