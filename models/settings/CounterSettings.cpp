// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/CounterSettings.h"

#include <QLocale>

namespace okoshko {

Format::Language CounterSettings::spoken() const
{
    switch (language) {
    case SpokenLanguage::System:
        return QLocale::system().language() == QLocale::Russian ? Format::Language::Russian : Format::Language::English;
    case SpokenLanguage::Russian:
        return Format::Language::Russian;
    case SpokenLanguage::English:
        return Format::Language::English;
    }
    Q_UNREACHABLE();
}

Format CounterSettings::format() const
{
    return Format(spoken(), urgentFrom);
}

SpokenLanguage toSpoken(Format::Language language)
{
    switch (language) {
    case Format::Language::Russian:
        return SpokenLanguage::Russian;
    case Format::Language::English:
        return SpokenLanguage::English;
    }
    Q_UNREACHABLE();
}

} // namespace okoshko
