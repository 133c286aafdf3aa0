// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace okoshko {

/// Removes private data from a text: API keys, e-mail addresses and telephone numbers by their form, and the given
/// words. In doubt it removes more. Reentrant.
class Redactor
{
public:
    /// \a words: names and addresses of buyers. Matched in any case, and as whole words only.
    explicit Redactor(const QStringList &words = {});

    [[nodiscard]] QString applied(const QString &text) const;
    [[nodiscard]] bool touches(const QString &text) const { return applied(text) != whole(text); }

private:
    [[nodiscard]] static QString whole(const QString &text);

    [[nodiscard]] QString withoutWords(const QString &text) const;

    QHash<QString, QStringList> m_words; ///< by their first word; the longest first
};

} // namespace okoshko
