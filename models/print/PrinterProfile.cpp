// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/print/PrinterProfile.h"

#include <algorithm>

namespace okoshko {

const PrinterProfile *PrintSettings::printerOf(PrinterProfile::Prints what, const QString &name) const
{
    const auto it = std::find_if(printers.cbegin(), printers.cend(), [&](const PrinterProfile &printer) {
        return printer.prints.testFlag(what) && (name.isEmpty() || printer.name == name);
    });
    return it == printers.cend() ? nullptr : &*it;
}

QStringList PrintSettings::printersOf(PrinterProfile::Prints what) const
{
    QStringList names;
    for (const PrinterProfile &printer : printers) {
        if (printer.prints.testFlag(what))
            names << printer.name;
    }
    return names;
}

} // namespace okoshko
