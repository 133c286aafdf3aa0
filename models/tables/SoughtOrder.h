// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Order.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace okoshko {

/// What a buyer says of an order that is looked for at the server: its number, a barcode of one of its tickets, the
/// buyer's name, e-mail or phone. Texts are read in both keyboard layouts. A value.
class SoughtOrder
{
public:
    /// Nothing matches an empty text.
    explicit SoughtOrder(const QString &typed);

    [[nodiscard]] bool isEmpty() const { return m_readings.isEmpty(); }
    /// It may be a barcode: one word of at least six characters, with a digit.
    [[nodiscard]] bool mayBeBarcode() const { return !m_barcode.isEmpty(); }
    /// Number and barcode must be the same; a phone's digits must be the same, or end with at least `fewestDigits`
    /// typed ones; every typed word must begin a word of name or e-mail.
    [[nodiscard]] bool matches(const Order &order, const QStringList &barcodes) const;

    static constexpr qsizetype fewestDigits = 4; ///< of a phone

private:
    [[nodiscard]] bool isPhone(const QString &phone) const;

    QString m_digits;              ///< of a number or a phone; empty if the text is neither
    QString m_barcode;             ///< in the US layout; empty if it cannot be one
    QList<QStringList> m_readings; ///< words, folded
};

/// A phone's digits as they are compared: without the prefix of the country, which is written in several ways (`+7`,
/// `8`).
[[nodiscard]] QString phoneDigits(const QString &phone);

} // namespace okoshko
