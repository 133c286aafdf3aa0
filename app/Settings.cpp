// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Settings.h"

#include <QDir>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

// One row a value that is written as a word.
template <class Enum>
struct Word
{
    const char16_t *word;
    Enum value;
};

constexpr Word<Format::Language> languages[]{{u"ru", Format::Language::Russian}, {u"en", Format::Language::English}};

constexpr Word<Theme::Kind> themes[]{{u"system", Theme::Kind::System},
                                     {u"light", Theme::Kind::Light},
                                     {u"dark", Theme::Kind::Dark},
                                     {u"contrast", Theme::Kind::HighContrast}};

constexpr Word<MainWindow::Panel> panels[]{{u"hidden", MainWindow::Panel::Hidden},
                                           {u"shown", MainWindow::Panel::Shown}};

constexpr Word<PaymentSystem::Icon> icons[]{{u"card", PaymentSystem::Icon::Card},
                                            {u"phone", PaymentSystem::Icon::Phone},
                                            {u"cash", PaymentSystem::Icon::Cash},
                                            {u"check", PaymentSystem::Icon::Check}};

constexpr Word<PaymentSystem::CustomerData> customerData[]{{u"none", PaymentSystem::CustomerData::NotNeeded},
                                                           {u"name-email", PaymentSystem::CustomerData::NameAndEmail}};

template <class Enum, size_t N>
Enum valueOf(const Word<Enum> (&words)[N], const QString &word, Enum otherwise)
{
    for (const auto &entry : words) {
        if (word == QStringView(entry.word))
            return entry.value;
    }
    return otherwise;
}

template <class Enum, size_t N>
QString wordOf(const Word<Enum> (&words)[N], Enum value)
{
    for (const auto &entry : words) {
        if (entry.value == value)
            return QString(QStringView(entry.word).toString());
    }
    Q_UNREACHABLE();
}

Format::Language systemLanguage()
{
    return QLocale::system().language() == QLocale::Russian ? Format::Language::Russian : Format::Language::English;
}

} // namespace

Settings::Settings(const QString &profileFolder)
    : m_file(QDir(profileFolder).filePath(u"settings.ini"_s), QSettings::IniFormat)
{
}

Format::Language Settings::language() const
{
    return valueOf(languages, m_file.value(u"language"_s).toString(), systemLanguage());
}

void Settings::setLanguage(Format::Language language)
{
    m_file.setValue(u"language"_s, wordOf(languages, language));
    m_file.sync();
}

Theme::Kind Settings::theme() const
{
    return valueOf(themes, m_file.value(u"theme"_s).toString(), Theme::Kind::System);
}

void Settings::setTheme(Theme::Kind kind)
{
    m_file.setValue(u"theme"_s, wordOf(themes, kind));
    m_file.sync();
}

QString Settings::counterName() const
{
    return m_file.value(u"counterName"_s).toString();
}

MainWindow::Panel Settings::qaDock() const
{
    return valueOf(panels, m_file.value(u"qaDock"_s).toString(), MainWindow::Panel::Hidden);
}

void Settings::setQaDock(MainWindow::Panel panel)
{
    m_file.setValue(u"qaDock"_s, wordOf(panels, panel));
    m_file.sync();
}

QByteArray Settings::windowGeometry() const
{
    return m_file.value(u"windowGeometry"_s).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    m_file.setValue(u"windowGeometry"_s, geometry);
}

QList<PaymentSystem> Settings::paymentSystems() const
{
    QList<PaymentSystem> systems;
    const int count = m_file.beginReadArray(u"paymentSystems"_s);
    for (int i = 0; i < count; ++i) {
        m_file.setArrayIndex(i);
        PaymentSystem system;
        system.name = m_file.value(u"name"_s).toString();
        for (const QString &language : {u"ru"_s, u"en"_s}) {
            const QString label = m_file.value(u"label_"_s + language).toString();
            if (!label.isEmpty())
                system.labels.insert(language, label);
        }
        system.icon = valueOf(icons, m_file.value(u"icon"_s).toString(), PaymentSystem::Icon::Check);
        system.customerData =
            valueOf(customerData, m_file.value(u"customer"_s).toString(), PaymentSystem::CustomerData::NotNeeded);
        if (!system.name.isEmpty())
            systems.append(system);
    }
    m_file.endArray();
    return systems.isEmpty() ? defaultPaymentSystems() : systems;
}

} // namespace okoshko
