// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/V1Decode.h"

#include "models/domain/Text.h"

#include <QStringList>

namespace okoshko::v1 {

namespace {

using Need = JsonValue::Need;

struct Words
{
    ServerWords errors;
    QString reason;
};

struct PromoWord
{
    const char16_t *code;
    PromoRefusal refusal;
};

constexpr PromoWord promoWords[]{{u"promocode_not_found", PromoRefusal::NotFound},
                                 {u"promocode_already_used", PromoRefusal::AlreadyUsed},
                                 {u"promocode_limit_min_tickets", PromoRefusal::TooFewTickets},
                                 {u"promocode_apply_info", PromoRefusal::Conditions}};

std::optional<PromoRefusal> toPromoRefusal(const QString &code)
{
    for (const PromoWord &row : promoWords) {
        if (code == QStringView(row.code))
            return row.refusal;
    }
    return std::nullopt;
}

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

QString sanitizedWords(const QStringList &words)
{
    return sanitizedText(words.join(QLatin1String("; "))).simplified();
}

ServerWords decodeEach(JsonValue &value)
{
    QStringList errors;
    std::optional<PromoRefusal> promo;
    value.elements(Need::Optional, [&errors, &promo](JsonValue &element) {
        (void)element.readPart([&errors, &promo](JsonValue &part) {
            if (part.isString()) {
                errors << part.text(Need::Optional);
                return;
            }
            CodedError error;
            part.read(error, codedFields);
            errors << (error.message.isEmpty() ? error.code : error.message);
            promo = promo ? promo : toPromoRefusal(error.code);
        });
    });
    errors.removeAll(QString());
    return {sanitizedWords(errors), promo};
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

ServerWords decodeErrors(JsonValue &value)
{
    return decodeEach(value);
}

ServerWords readServerWords(const QByteArray &body)
{
    const auto decoded = decodeBody(body, decodeWords);
    if (!decoded)
        return {}; // a proxy's page, no message for the cashier
    ServerWords words = decoded->value.errors;
    if (words.text.isEmpty())
        words.text = sanitizedWords({decoded->value.reason});
    return words;
}

} // namespace okoshko::v1
