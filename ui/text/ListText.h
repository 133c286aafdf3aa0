// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace okoshko {

/// Words of a list of which only the beginning is shown (shownLines).
class ListText
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::ListText)
public:
    /// The last line of \a lines then tells how many \a more there are; none where there are none.
    static void addMore(QStringList &lines, qsizetype more);
};

} // namespace okoshko
