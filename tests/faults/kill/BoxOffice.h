// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/fixture/ServerState.h"
#include "tests/faults/kill/AppProcess.h"
#include "tests/faults/proxy/FaultyProxy.h"

#include "app/sandbox/SandboxThread.h"

#include <QTemporaryDir>

#include <tl/expected.hpp>

#include <memory>

namespace okoshko::test {

/// A vendor of its own, the line to it, and a profile: what one life of the program after the other runs at.
struct BoxOffice
{
    explicit BoxOffice(const QString &key);

    QTemporaryDir folder;
    sandbox::SandboxThread server;
    std::unique_ptr<FaultyProxy> proxy;
    std::unique_ptr<ServerState> truth;
    AppProcess::Place place;
};

/// Copies the journal in \a profile as it lies on the disk. Its path; empty where there is none yet; or what there is
/// that should not.
[[nodiscard]] tl::expected<QString, QString> copyJournal(const QString &profile, const QString &to);

} // namespace okoshko::test
