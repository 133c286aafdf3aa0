// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/Translations.h"

#include <QDir>

static void registerResources()
{
    Q_INIT_RESOURCE(translations);
}

namespace okoshko {

void registerTranslations()
{
    registerResources();
}

} // namespace okoshko
