// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Text.h"

#include <QCoreApplication>
#include <QList>
#include <QString>
#include <QStringList>

namespace okoshko {

/// Faults of a file that was read, each with its place: `line 12, elements[3].size: …`.
class FaultText
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::FaultText)
public:
    /// A line each; of very many the first ones. \a reason: what is wrong, a sentence.
    template <class Fault>
    [[nodiscard]] static QString inFile(const QList<Fault> &faults, QString (*reason)(const Fault &))
    {
        QStringList lines;
        const qsizetype shown = shownLines(faults.size(), most);
        for (const Fault &fault : faults.first(shown))
            lines << line(fault.line, fault.column, fault.field, reason(fault));
        if (shown < faults.size())
            lines << more(static_cast<int>(faults.size() - shown));
        return lines.join(u'\n');
    }

private:
    static constexpr qsizetype most = 12;

    [[nodiscard]] static QString line(int number, int column, const QString &field, const QString &reason);
    [[nodiscard]] static QString more(int count);
};

} // namespace okoshko
