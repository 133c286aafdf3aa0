// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Languages.h"

#include "translations/Translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace okoshko {

void Languages::speak(Format::Language language)
{
    const Format format(language);
    QLocale::setDefault(format.locale());
    registerTranslations();
    // Loading into a translator that is installed tells the widgets each time: take them out, load both, put them in.
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qts);
    if (m_qts.load(u":/i18n/qtbase_%1.qm"_s.arg(format.languageCode())))
        QCoreApplication::installTranslator(&m_qts);
    if (m_ours.load(u":/i18n/okoshko_%1.qm"_s.arg(format.languageCode())))
        QCoreApplication::installTranslator(&m_ours);
    else
        qWarning("No translation for %s", qUtf8Printable(format.languageCode()));
}

} // namespace okoshko
