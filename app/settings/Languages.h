// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/Format.h"

#include <QTranslator>

namespace okoshko {

/// The language of the program's texts: of every widget that is built from then on.
class Languages
{
public:
    /// Needs a QCoreApplication.
    Languages() = default;

    void setLanguage(Format::Language language);

private:
    QTranslator m_ours;
    QTranslator m_qts; ///< Qt's own words: dialog buttons, the command line's errors
};

/// Prints to standard error what the fonts of this computer cannot show, and gives it; empty where they show all.
QString printFontTrouble();

} // namespace okoshko
