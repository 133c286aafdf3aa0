// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/Languages.h"

#include "translations/Translations.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QLocale>
#include <QLoggingCategory>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace okoshko {

void Languages::setLanguage(Format::Language language)
{
    const Format format(language);
    QLocale::setDefault(format.locale());
    registerTranslations();
    // Loading into an installed translator notifies the widgets each time: remove both, load both, install both.
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qts);
    if (m_qts.load(u":/i18n/qtbase_%1.qm"_s.arg(format.languageCode())))
        QCoreApplication::installTranslator(&m_qts);
    if (m_ours.load(u":/i18n/okoshko_%1.qm"_s.arg(format.languageCode())))
        QCoreApplication::installTranslator(&m_ours);
    else
        qWarning("No translation for %s", qUtf8Printable(format.languageCode()));
}

QString printFontTrouble()
{
    if (!QFontDatabase::families(QFontDatabase::Cyrillic).isEmpty())
        return {};
    // In English in any language, because the fonts may lack Russian letters.
    QString words = u"No font of this computer has Cyrillic letters: Russian texts, and the titles of many events, "
                    "are shown as empty boxes. Install a font that has them, DejaVu Sans for one, and start "
                    "Okoshko again."_s;
    std::fprintf(stderr, "%s\n", qUtf8Printable(words));
    return words;
}

} // namespace okoshko
