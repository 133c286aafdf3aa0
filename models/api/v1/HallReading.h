// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/http/HttpClient.h"
#include "models/domain/Mailbox.h"
#include "models/domain/Ticket.h"

#include <QList>
#include <QObject>

namespace okoshko::v1 {

/// Decodes the seats of a hall. A stadium has 180,000 of them, which takes seconds: a thread of the pool does it, and
/// the window goes on meanwhile. A child of its context; deletes itself at the end. Where it is given up while the
/// thread is at work, what that finds is dropped.
class HallReading final : public QObject
{
public:
    HallReading(const Call &call, const HttpAnswer &answer, QObject *context, Then<QList<HallSeat>> then);
    ~HallReading() override { m_call.end(); }

private:
    void end(const Result<QList<HallSeat>> &result);

    Call m_call;
    Then<QList<HallSeat>> m_then;
    Mailbox<Result<QList<HallSeat>>> m_mailbox;
};

} // namespace okoshko::v1
