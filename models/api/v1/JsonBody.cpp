// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/JsonBody.h"

#include <QString>

namespace okoshko::v1 {

bool isOfTheNewerGeneration(const QByteArray &body)
{
    bool hasData = false;
    bool hasId = false;
    DecodeErrors errors;
    visit(
        repaired(body),
        [&](JsonValue &root) {
            root.members([&](std::string_view name, JsonValue &) {
                hasData = hasData || name == "data";
                hasId = hasId || name == "id";
            });
            return true;
        },
        errors);
    return hasData && !hasId && !errors.error();
}

void visit(const QByteArray &body, const std::function<bool(JsonValue &)> &read, DecodeErrors &errors,
           simdjson::ondemand::parser &parser)
{
    // null counts as an object without members; simdjson gives no value for a body that is only null.
    if (QByteArrayView(body).trimmed() == "null")
        return visit(QByteArrayLiteral("{}"), read, errors, parser);
    const auto fail = [&errors](simdjson::error_code error) {
        errors.noteNoJson({}, QString::fromLatin1(simdjson::error_message(error)));
    };
    const simdjson::padded_string text(body.constData(), static_cast<std::size_t>(body.size()));
    simdjson::ondemand::document document;
    if (const auto error = parser.iterate(text).get(document))
        return fail(error);
    simdjson::ondemand::value value;
    if (const auto error = document.get_value().get(value))
        return fail(error);
    const JsonPath path;
    JsonValue root(value, path, errors);
    const auto isAtEnd = [&document] { return document.current_location().error() == simdjson::OUT_OF_BOUNDS; };
    if (read(root) && !errors.error() && !isAtEnd())
        errors.noteNoJson({}, QStringLiteral("there is more behind it"));
}

ApiError toError(const DecodeErrors &errors, const QByteArray &body)
{
    ApiError error = *errors.error();
    if (!errors.isJson())
        error.kind = ErrorKind::NotJson;
    else if (isOfTheNewerGeneration(body))
        error.kind = ErrorKind::NewerGeneration;
    return error;
}

} // namespace okoshko::v1
