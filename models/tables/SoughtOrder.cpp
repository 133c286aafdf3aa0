// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/SoughtOrder.h"

#include "models/domain/Text.h"
#include "models/tables/SearchText.h"

#include <algorithm>

namespace okoshko {

SoughtOrder::SoughtOrder(const QString &typed)
    : m_digits(digitsOf(typed))
{
    constexpr qsizetype shortestBarcode = 6;
    const QString text = inLatinLayout(typedText(typed));
    const bool hasDigit = std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
    if (text.size() >= shortestBarcode && !text.contains(u' ') && hasDigit)
        m_barcode = text;
    for (const QString &reading : readingsOf(typed)) {
        const QStringList words = searchWords(reading);
        if (!words.isEmpty() && !m_readings.contains(words))
            m_readings << words;
    }
}

bool SoughtOrder::matches(const Order &order, const QStringList &barcodes) const
{
    if (isEmpty())
        return false;
    if (!m_barcode.isEmpty() && barcodes.contains(m_barcode, Qt::CaseInsensitive))
        return true;
    const QString number = order.number > 0 ? QString::number(order.number) : QString();
    if (!m_digits.isEmpty() && (m_digits == number || isPhone(order.customer.mobile)))
        return true;
    const Customer &buyer = order.customer;
    const QString names = folded(buyer.firstName + u'\n' + buyer.lastName + u'\n' + buyer.email);
    return std::any_of(m_readings.cbegin(), m_readings.cend(),
                       [&names](const QStringList &words) { return beginsAll(names, words); });
}

bool SoughtOrder::isPhone(const QString &phone) const
{
    const QString known = phoneDigits(phone);
    const QString sought = phoneDigits(m_digits);
    return sought.size() >= fewestDigits && known.endsWith(sought);
}

QString phoneDigits(const QString &phone)
{
    constexpr qsizetype withoutCountry = 10;
    QString digits;
    std::copy_if(phone.cbegin(), phone.cend(), std::back_inserter(digits),
                 [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits.right(withoutCountry);
}

} // namespace okoshko
