// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ServerClock.h"
#include "models/api/http/HttpClient.h"
#include "models/api/v1/V1Api.h"
#include "models/sale/SaleBook.h"
#include "models/sale/SaleDesk.h"
#include "models/sale/Ticker.h"

#include <QTimer>

#include <memory>

namespace okoshko::test {

/// A counter without windows over real sockets, with a real journal, whose waits are shortened some fifty times.
struct Rig
{
    /// \a timeout: how long an answer may take.
    Rig(const QUrl &server, const QByteArray &key, const QString &folder,
        std::chrono::milliseconds timeout = std::chrono::milliseconds(800));

    [[nodiscard]] static Patience shortPatience();

    ServerClock clock;
    HttpClient http;
    v1::V1Api api;
    Ticker ticker;
    QTimer beat; ///< makes the ticker's seconds
    std::unique_ptr<Journal> journal;
    SaleBook book;
    SaleDesk desk;
};

} // namespace okoshko::test
