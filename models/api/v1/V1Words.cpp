// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/V1Decode.h"

#include "models/domain/Text.h"

#include <QStringList>

namespace okoshko::v1 {

namespace {

using Need = JsonValue::Need;

struct Words
{
    QStringList errors;
    QString reason;
};

/// `{"code", "msg"}`
struct CodedError
{
    QString code;
    QString message;
};

constexpr JsonField<CodedError> codedFields[]{
    {"code", [](CodedError &error, JsonValue &value) { error.code = value.text(Need::Optional); }},
    {"msg", [](CodedError &error, JsonValue &value) { error.message = value.text(Need::Optional); }},
};

QStringList decodeEach(JsonValue &value)
{
    QStringList errors;
    value.elements(Need::Optional, [&errors](JsonValue &element) {
        (void)element.readPart([&errors](JsonValue &part) {
            if (part.isString()) {
                errors << part.text(Need::Optional);
                return;
            }
            CodedError error;
            part.read(error, codedFields);
            errors << (error.message.isEmpty() ? error.code : error.message);
        });
    });
    errors.removeAll(QString());
    return errors;
}

QString shownWords(const QStringList &words)
{
    return shownText(words.join(QLatin1String("; "))).simplified();
}

constexpr JsonField<Words> wordFields[]{
    {"errors", [](Words &words, JsonValue &value) { words.errors = decodeEach(value); }},
    {"reason", [](Words &words, JsonValue &value) { words.reason = value.text(Need::Optional); }},
};

Words decodeWords(JsonValue &value)
{
    Words words;
    value.read(words, wordFields);
    return words;
}

} // namespace

QString decodeErrors(JsonValue &value)
{
    return shownWords(decodeEach(value));
}

QString readServerWords(const QByteArray &body)
{
    const auto decoded = decodeBody(body, decodeWords);
    if (!decoded)
        return {}; // a proxy's page, no message for the cashier
    QStringList words = decoded->value.errors;
    if (words.isEmpty())
        words << decoded->value.reason;
    return shownWords(words);
}

} // namespace okoshko::v1
