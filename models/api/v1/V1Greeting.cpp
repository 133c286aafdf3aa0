// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/V1Greeting.h"

#include "models/api/v1/BrokenJson.h"
#include "models/api/v1/JsonBody.h"
#include "models/api/v1/V1Requests.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace okoshko::v1 {

HttpRequest keylessRequest()
{
    HttpRequest request = eventsRequest(1);
    request.query.removeQueryItem(u"page_size"_s);
    request.query.addQueryItem(u"page_size"_s, u"1"_s);
    request.limits.time = orderLimits.time; // it is refused, or answered with one event
    request.takes = HttpRequest::Takes::AnyStatus;
    return request;
}

bool isAnswerToKeyless(const HttpAnswer &answer)
{
    // A server that ignores page sizes may give all its events: they are not read here.
    constexpr qsizetype mostToRead = 64 * 1024;
    const QByteArray body = repaired(answer.body).trimmed();
    if (answer.status == 200 && body.size() > mostToRead)
        return body.startsWith('[') && body.endsWith(']');
    // Strictly, unlike other answers, of which all is read that can be: this one only tells who answers.
    const QJsonDocument json = QJsonDocument::fromJson(body);
    if (answer.status == 200)
        return json.isArray();
    return (answer.status == 401 || answer.status == 403) && !json.isNull();
}

bool isOfALaterGeneration(const HttpAnswer &answer)
{
    return answer.status == 200 && isOfTheNewerGeneration(answer.body);
}

} // namespace okoshko::v1
