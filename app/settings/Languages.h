// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/Format.h"

#include <QTranslator>

namespace okoshko {

/// The language of tr() texts in widgets that are created from then on.
class Languages
{
public:
    /// Needs a QCoreApplication.
    Languages() = default;

    void setLanguage(Format::Language language);

private:
    QTranslator m_ours;
    QTranslator m_qts; ///< Qt's own texts: dialog buttons, errors of the command line
};

/// Prints to standard error which characters the fonts of this computer lack, and returns the text; empty if none.
QString printFontTrouble();

} // namespace okoshko
