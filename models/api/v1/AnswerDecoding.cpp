// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/AnswerDecoding.h"

#include "models/api/http/HttpErrors.h"

#include <QLoggingCategory>

namespace okoshko::v1 {

ApiError inAnswer(ApiError error, const HttpAnswer &answer, HttpRequest::Kind kind)
{
    error.requestId = answer.requestId;
    error.httpStatus = answer.status;
    // The status is 2xx, so that a change may have been made.
    error.effect = kind == HttpRequest::Kind::Change ? Effect::Possible : Effect::None;
    return error;
}

void logUnreadable(const HttpAnswer &answer, const Unreadable &unreadable)
{
    if (unreadable.isNothing())
        return;
    qCWarning(httpLog).noquote() << answer.requestId << "left out, as it cannot be read:" << unreadable.elements
                                 << "elements," << unreadable.parts << "parts";
    for (const ApiError &error : unreadable.first)
        qCWarning(httpLog).noquote() << answer.requestId << "cannot be read:" << error.field << error.detail;
}

} // namespace okoshko::v1
