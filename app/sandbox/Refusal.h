// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <tl/expected.hpp>

namespace okoshko::sandbox {

/// Why the vendor did not do what was asked. HTTP makes 400, 404 and 409 of it.
enum class Reason { Invalid, Unknown, Busy };

struct Refusal
{
    Reason reason = Reason::Invalid;
    QStringList errors; ///< what the answer says, in English as the vendor does
};

[[nodiscard]] inline tl::unexpected<Refusal> refuse(const QString &error)
{
    return tl::unexpected(Refusal{Reason::Invalid, {error}});
}

[[nodiscard]] inline tl::unexpected<Refusal> refuseUnknown(const QString &what)
{
    return tl::unexpected(Refusal{Reason::Unknown, {what}});
}

} // namespace okoshko::sandbox
