// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/Format.h"

#include <QTranslator>

namespace okoshko {

/// The language that the program speaks, and what is built from then on.
class Languages
{
public:
    /// Needs a QCoreApplication.
    Languages() = default;

    void speak(Format::Language language);

private:
    QTranslator m_ours;
    QTranslator m_qts; ///< Qt's own words: dialog buttons, the command line's errors
};

} // namespace okoshko
