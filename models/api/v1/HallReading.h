// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/http/HttpClient.h"
#include "models/domain/Ticket.h"

#include <QFutureWatcher>
#include <QList>
#include <QObject>

namespace okoshko::v1 {

/// Reads the seats of a hall. A stadium has 180,000 of them, and to decode those takes seconds: a thread of the pool
/// does it, and the window goes on meanwhile. A child of its context; deletes itself at the end. Where it is given up
/// while the thread is at work, what that finds is dropped.
class HallReading final : public QObject
{
public:
    HallReading(HttpClient &http, const HttpRequest &request, QObject *context, Then<QList<HallSeat>> then);

private:
    void end(const Result<QList<HallSeat>> &result);

    QFutureWatcher<Result<QList<HallSeat>>> m_decoding;
    Then<QList<HallSeat>> m_then;
};

} // namespace okoshko::v1
