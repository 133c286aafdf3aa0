// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/V1Decode.h"

#include "models/domain/ShownText.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace okoshko::v1 {

namespace {

/// `"text"` or `{"code", "msg"}`.
QString wordsOf(const QJsonValue &entry)
{
    if (entry.isString())
        return entry.toString();
    const QString message = entry[u"msg"].toString();
    return message.isEmpty() ? entry[u"code"].toString() : message;
}

} // namespace

QString readServerWords(const QByteArray &body)
{
    const Result<QJsonValue> root = parseBody(body);
    if (!root)
        return {}; // a proxy's page: nothing in it was meant for a cashier
    QStringList words;
    const QJsonArray errors = root->toObject().value("errors"_L1).toArray();
    for (const QJsonValue &entry : errors)
        words << wordsOf(entry);
    if (words.isEmpty())
        words << root->toObject().value("reason"_L1).toString();
    words.removeAll(QString());
    // By way of UTF-8, for JSON can write halves of characters, and a log cannot.
    return shownText(QString::fromUtf8(words.join(u"; ").toUtf8())).simplified();
}

} // namespace okoshko::v1
