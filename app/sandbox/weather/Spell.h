// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace okoshko::sandbox {

/// What can befall a request on its way. The server behind the relay never knows.
enum class Trouble {
    None,
    CutBefore, ///< the connection ends before the server has seen the request
    CutAfter,  ///< the server acts, then the connection ends before the first byte of its answer
    Silence,   ///< the server acts, its answer never comes and the connection stays
    Truncate   ///< the answer breaks off after `keep` bytes
};

/// A row of the weather table: which requests meet which trouble, and how often.
struct Spell
{
    QByteArray method;     ///< empty: any
    QByteArray pathPrefix; ///< empty: any
    Trouble trouble = Trouble::None;
    int times = 1; ///< how many requests yet; below zero: every one
    qsizetype keep = 0;
};

} // namespace okoshko::sandbox
