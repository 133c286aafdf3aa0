// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/HallReading.h"

#include "models/api/v1/DecodeAnswer.h"
#include "models/api/v1/V1Decode.h"

#include <QThreadPool>

namespace okoshko::v1 {

HallReading::HallReading(const Call &call, const HttpAnswer &answer, QObject *context, Then<QList<HallSeat>> then)
    : QObject(context)
    , m_call(call)
    , m_then(std::move(then))
    , m_mailbox([this](const Result<QList<HallSeat>> &seats) { end(seats); })
{
    QThreadPool::globalInstance()->start([answer, slot = m_mailbox.slot()] {
        slot.put(decodeAnswer(answer, decodeHallSeats, HttpRequest::Kind::Read));
    });
}

void HallReading::end(const Result<QList<HallSeat>> &result)
{
    const auto then = std::move(m_then);
    const bool isWanted = m_call.isPending();
    delete this; // which ends the call before the caller hears of it: he may ask anew
    if (isWanted)
        then(result);
}

} // namespace okoshko::v1
