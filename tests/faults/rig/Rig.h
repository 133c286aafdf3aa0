// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/EventLoopScheduler.h"
#include "models/api/ServerClock.h"
#include "models/api/http/HttpClient.h"
#include "models/api/v1/V1Api.h"
#include "models/sale/SaleJournal.h"
#include "models/sale/SaleService.h"
#include "tests/faults/rig/WatchedScheduler.h"

#include <memory>

namespace okoshko::test {

class QuickTime;

/// A counter without windows over real sockets, with a real journal, whose waits are shortened some fifty times.
struct Rig
{
    /// \a timeout: how long an answer may take. \a time: by which it goes instead of the computer's; must outlive it.
    Rig(const QUrl &server, const QByteArray &key, const QString &folder,
        std::chrono::milliseconds timeout = std::chrono::milliseconds(800), QuickTime *time = nullptr);
    ~Rig();

    Rig(const Rig &) = delete;
    Rig &operator=(const Rig &) = delete;

    [[nodiscard]] static SalePolicy shortPolicy();

    /// What a start now would find in the journal, once everything is written. Waits in an event loop.
    [[nodiscard]] JournalContents kept();

    QuickTime *time;
    ServerClock clock;
    HttpClient http;
    v1::V1Api api;
    EventLoopScheduler loop;
    WatchedScheduler scheduler;
    QString path; ///< of the journal
    std::unique_ptr<JournalStore> store;
    SaleJournal journal;
    SaleService service;
};

} // namespace okoshko::test
