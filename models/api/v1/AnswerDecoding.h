// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/http/HttpClient.h"
#include "models/api/v1/JsonBody.h"

namespace okoshko::v1 {

/// Completes \a error with request id, status and effect of a request of \a kind.
[[nodiscard]] ApiError inAnswer(ApiError error, const HttpAnswer &answer, HttpRequest::Kind kind);
/// Logs what was left out of \a answer, with path and reason.
void logUnreadable(const HttpAnswer &answer, const Unreadable &unreadable);

/// Decodes a successful answer to a request of \a kind. Any thread.
template <class T>
[[nodiscard]] Result<T> decodeAnswer(const HttpAnswer &answer, T (*decode)(JsonValue &), HttpRequest::Kind kind)
{
    Result<Decoded<T>> decoded = decodeBody(answer.body, decode);
    if (!decoded)
        return tl::unexpected(inAnswer(decoded.error(), answer, kind));
    logUnreadable(answer, decoded->unreadable);
    return std::move(decoded->value);
}

/// Decodes a list.
template <class T>
[[nodiscard]] Result<Elements<T>> decodeListAnswer(const HttpAnswer &answer, T (*decode)(JsonValue &))
{
    Result<Elements<T>> elements = decodeList(answer.body, decode);
    if (!elements)
        return tl::unexpected(inAnswer(elements.error(), answer, HttpRequest::Kind::Read));
    for (ApiError &error : elements->unreadable.first)
        error = inAnswer(error, answer, HttpRequest::Kind::Read);
    logUnreadable(answer, elements->unreadable);
    return elements;
}

} // namespace okoshko::v1
