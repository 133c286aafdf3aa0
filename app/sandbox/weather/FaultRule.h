// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <chrono>

namespace okoshko::sandbox {

/// What can befall a request on its way. The server behind the relay never knows.
enum class Trouble {
    None,
    CutBefore,   ///< the connection ends before the server has seen the request
    CutAfter,    ///< the server acts, then the connection ends before the first byte of its answer
    Silence,     ///< the server acts, its answer never comes and the connection stays
    Truncate,    ///< the answer breaks off after `keep` bytes
    TruncateBody ///< the answer's head comes whole, its body breaks off after `keep` bytes
};

/// A row of the weather table: which requests meet which trouble, and how often.
struct FaultRule
{
    QByteArray method;     ///< empty: any
    QByteArray pathPrefix; ///< empty: any
    Trouble trouble = Trouble::None;
    int times = 1; ///< how many requests yet; below zero: every one
    qsizetype keep = 0;
    std::chrono::milliseconds delay{0}; ///< holds the answer back, on top of the relay's latency
};

/// A request on its way through the relay.
struct Passing
{
    QByteArray method;
    QByteArray target; ///< path and query, as sent
    QByteArray body;   ///< empty where its length is not announced (chunked)
};

} // namespace okoshko::sandbox
