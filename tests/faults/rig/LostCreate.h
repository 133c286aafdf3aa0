// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace okoshko::test {

/// What becomes of an order whose create request was never seen answered, where the server has one like it.
enum class LostCreate {
    Adopted, ///< taken by the desk itself, where it finds no other
    Shown,   ///< shown to the cashier, who claims it or not; nothing is changed before
};

/// What the tests expect of the desk.
inline constexpr LostCreate lostCreate = LostCreate::Shown;

} // namespace okoshko::test
