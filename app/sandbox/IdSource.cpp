// SPDX-License-Identifier: GPL-3.0-or-later
#include "IdSource.h"

#include <QRandomGenerator>

namespace okoshko::sandbox {

IdSource::IdSource(std::optional<quint64> seed)
    : m_engine(seed ? *seed : QRandomGenerator::system()->generate64())
{
}

QString IdSource::hex(int digits)
{
    QString text;
    do {
        text.clear();
        while (text.size() < digits)
            text += QStringLiteral("%1").arg(static_cast<quint64>(m_engine()), 16, 16, QLatin1Char('0'));
        text.truncate(digits);
    } while (m_given.contains(text));
    m_given.insert(text);
    return text;
}

QString IdSource::id()
{
    return hex(24);
}

QString IdSource::token()
{
    return hex(40);
}

qint64 IdSource::number()
{
    qint64 number = 0;
    do {
        number = 100'000'000 + static_cast<qint64>(m_engine() % 900'000'000U);
    } while (m_given.contains(QString::number(number)));
    m_given.insert(QString::number(number));
    return number;
}

QString IdSource::barcode()
{
    QString digits;
    do {
        digits =
            QStringLiteral("%1").arg(static_cast<quint64>(m_engine() % 1'000'000'000'000U), 12, 10, QLatin1Char('0'));
    } while (m_given.contains(digits));
    m_given.insert(digits);
    int sum = 0;
    for (int i = 0; i < 12; ++i)
        sum += digits.at(i).digitValue() * (i % 2 == 0 ? 1 : 3);
    return digits + QString::number((10 - sum % 10) % 10);
}

} // namespace okoshko::sandbox
