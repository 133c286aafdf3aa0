// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace okoshko {

/// Takes out of a text what must not leave this computer: API keys, e-mail addresses and telephone numbers, by their
/// form, and whatever words are given, by themselves. Rather too much than too little. Reentrant.
class Redactor
{
public:
    /// \a words: names and addresses of buyers that are known just now. Found whatever their case; as whole words, so
    /// that a short name does not tear holes into others.
    explicit Redactor(const QStringList &words = {});

    [[nodiscard]] QString applied(const QString &text) const;
    [[nodiscard]] bool touches(const QString &text) const { return applied(text) != whole(text); }

private:
    [[nodiscard]] static QString whole(const QString &text);

    [[nodiscard]] QString withoutWords(const QString &text) const;

    QHash<QString, QStringList> m_words; ///< by how they begin; of one beginning the longest first
};

} // namespace okoshko
