// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace okoshko::bench {

/// A counter's profile with a journal of many finished sales, of the five years until the day before yesterday, as if
/// they had been made here: with their intents, their record, and their lines in the index of past orders.
class PastJournal
{
public:
    /// Makes it below \a folder, or takes what an earlier run made there.
    PastJournal(const QString &folder, int sales);

    [[nodiscard]] const QString &profile() const { return m_profile; } ///< a folder
    [[nodiscard]] QString path() const;                                ///< of the journal
    /// A profile that never sold anything.
    [[nodiscard]] const QString &emptyProfile() const { return m_emptyProfile; }
    [[nodiscard]] const QString &keyFile() const { return m_keyFile; }
    /// Nobody listens there.
    [[nodiscard]] static QString server() { return QStringLiteral("http://127.0.0.1:9"); }

    /// What people look for: \a many times three words of one event or of several, whole, begun, or with a number.
    [[nodiscard]] QStringList queries(int many) const;

private:
    void make() const;

    QString m_profile;
    QString m_emptyProfile;
    QString m_keyFile;
    int m_sales = 0;
};

} // namespace okoshko::bench
