// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/http/HttpClient.h"
#include "models/api/v1/JsonNode.h"

namespace okoshko::v1 {

/// What \a decode reads of a good answer to a request of that \a kind, or the error, which knows its request and
/// whether the server has acted. May be called on any thread.
template <class T>
[[nodiscard]] Result<T> decodeAnswer(const HttpAnswer &answer, T (*decode)(const JsonNode &), HttpRequest::Kind kind)
{
    Result<T> value = decodeBody(answer.body, decode);
    if (!value) {
        value.error().requestId = answer.requestId;
        value.error().httpStatus = answer.status;
        // The server said yes; only its words cannot be read.
        value.error().effect = kind == HttpRequest::Kind::Change ? Effect::Possible : Effect::None;
    }
    return value;
}

template <class T>
[[nodiscard]] Result<T> decodeAnswer(const Result<HttpAnswer> &answer, T (*decode)(const JsonNode &),
                                     HttpRequest::Kind kind)
{
    return answer ? decodeAnswer(*answer, decode, kind) : tl::unexpected(answer.error());
}

} // namespace okoshko::v1
