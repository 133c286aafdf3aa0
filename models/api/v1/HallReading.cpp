// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/HallReading.h"

#include "models/api/v1/DecodeAnswer.h"
#include "models/api/v1/V1Decode.h"

#include <QtConcurrentRun>

namespace okoshko::v1 {

HallReading::HallReading(HttpClient &http, const HttpRequest &request, QObject *context, Then<QList<HallSeat>> then)
    : QObject(context)
    , m_then(std::move(then))
{
    // Queued: the watcher is not deleted while it tells of its end.
    connect(
        &m_decoding, &QFutureWatcherBase::finished, this, [this] { end(m_decoding.result()); }, Qt::QueuedConnection);
    http.send(request, this, [this](const Result<HttpAnswer> &answer) {
        if (!answer)
            return end(tl::unexpected(answer.error()));
        m_decoding.setFuture(QtConcurrent::run(
            [answer = *answer] { return decodeAnswer(answer, decodeHallSeats, HttpRequest::Kind::Read); }));
    });
}

void HallReading::end(const Result<QList<HallSeat>> &result)
{
    const auto then = std::move(m_then);
    delete this;
    then(result);
}

} // namespace okoshko::v1
