// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ListText.h"

namespace okoshko {

void ListText::addMore(QStringList &lines, qsizetype more)
{
    if (more > 0)
        lines << tr("and %n more", nullptr, static_cast<int>(more));
}

} // namespace okoshko
