// SPDX-License-Identifier: GPL-3.0-or-later
#include "CatalogueNode.h"

#include <QRegularExpression>
#include <cmath>

namespace okoshko::sandbox {

CatalogueNode CatalogueNode::operator[](const QString &key) const
{
    if (!m_value.isObject())
        complain(QStringLiteral("must be an object"));
    const QString path = m_path.isEmpty() ? key : m_path + QLatin1Char('.') + key;
    return {m_value.toObject().value(key), path, m_complaint};
}

QString CatalogueNode::text() const
{
    if (!m_value.isString() || m_value.toString().trimmed().isEmpty())
        complain(QStringLiteral("must be a text that is not empty"));
    return m_value.toString();
}

QString CatalogueNode::id() const
{
    static const QRegularExpression shape(QStringLiteral("\\A[0-9a-f]{24}\\z"));
    const QString text = m_value.toString();
    if (!shape.match(text).hasMatch())
        complain(QStringLiteral("must be an id of 24 lower-case hexadecimal digits"));
    return text;
}

int CatalogueNode::number(int low, int high) const
{
    const double number = m_value.toDouble(std::nan(""));
    if (!(number >= low && number <= high) || number != std::floor(number)) {
        complain(QStringLiteral("must be a whole number from %1 to %2").arg(low).arg(high));
        return low;
    }
    return static_cast<int>(number);
}

Amount CatalogueNode::amount() const
{
    const std::optional<Amount> amount = parseAmount(m_value.toString());
    if (!amount)
        complain(QStringLiteral("must be a sum such as \"100.00\""));
    return amount.value_or(Amount{});
}

bool CatalogueNode::flag() const
{
    if (!m_value.isBool())
        complain(QStringLiteral("must be true or false"));
    return m_value.toBool();
}

QJsonObject CatalogueNode::object() const
{
    if (!m_value.isObject())
        complain(QStringLiteral("must be an object"));
    return m_value.toObject();
}

void CatalogueNode::each(const std::function<void(const CatalogueNode &)> &read) const
{
    if (!m_value.isArray())
        complain(QStringLiteral("must be a list"));
    const QJsonArray array = m_value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        read({array.at(i), QStringLiteral("%1[%2]").arg(m_path).arg(i), m_complaint});
}

void CatalogueNode::eachMember(const std::function<void(const QString &, const CatalogueNode &)> &read) const
{
    const QJsonObject members = object();
    for (auto it = members.begin(); it != members.end(); ++it)
        read(it.key(), (*this)[it.key()]);
}

void CatalogueNode::complain(const QString &what) const
{
    if (!m_complaint->what.isEmpty())
        return;
    const QString missing = exists() ? QString() : QStringLiteral(" (it is missing)");
    const QString subject = m_path.isEmpty() ? QStringLiteral("the document") : m_path;
    *m_complaint = {m_path, subject + QLatin1Char(' ') + what + missing};
}

} // namespace okoshko::sandbox
