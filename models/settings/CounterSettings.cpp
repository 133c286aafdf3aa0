// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/CounterSettings.h"

#include <QLocale>

namespace okoshko {

Format::Language CounterSettings::usedLanguage() const
{
    switch (language) {
    case LanguageSetting::System:
        return QLocale::system().language() == QLocale::Russian ? Format::Language::Russian : Format::Language::English;
    case LanguageSetting::Russian:
        return Format::Language::Russian;
    case LanguageSetting::English:
        return Format::Language::English;
    }
    Q_UNREACHABLE();
}

Format CounterSettings::format() const
{
    return Format(usedLanguage(), urgentFrom);
}

LanguageSetting toLanguageSetting(Format::Language language)
{
    switch (language) {
    case Format::Language::Russian:
        return LanguageSetting::Russian;
    case Format::Language::English:
        return LanguageSetting::English;
    }
    Q_UNREACHABLE();
}

} // namespace okoshko
