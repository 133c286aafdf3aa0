// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/print/PrinterProfile.h"

#include <algorithm>

namespace okoshko {

const PrinterProfile *PrintSettings::printerOf(PrinterProfile::Prints what) const
{
    const auto it = std::find_if(printers.cbegin(), printers.cend(),
                                 [what](const PrinterProfile &printer) { return printer.prints.testFlag(what); });
    return it == printers.cend() ? nullptr : &*it;
}

const PrinterProfile *PrintSettings::profile(const QString &name) const
{
    const auto it = std::find_if(printers.cbegin(), printers.cend(),
                                 [&name](const PrinterProfile &printer) { return printer.name == name; });
    return it == printers.cend() ? nullptr : &*it;
}

} // namespace okoshko
