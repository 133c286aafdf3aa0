// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <optional>
#include <random>

namespace okoshko::sandbox {

/// Ids, numbers, barcodes and secrets, none twice. The same seed gives the same row of them on every machine
/// (the engine is fixed by the C++ standard; the standard's distributions are not, so none is used).
class IdSource
{
public:
    /// Without a seed, a random one.
    explicit IdSource(std::optional<quint64> seed);

    [[nodiscard]] QString id();      ///< 24 lower-case hexadecimal digits
    [[nodiscard]] qint64 number();   ///< nine digits
    [[nodiscard]] QString barcode(); ///< 13 digits, the last one an EAN check digit
    [[nodiscard]] QString token();   ///< 40 hexadecimal digits, not to be guessed

private:
    QString hex(int digits);

    std::mt19937_64 m_engine;
    QSet<QString> m_given;
};

} // namespace okoshko::sandbox
