// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/Settings.h"

#include "app/settings/SettingsFile.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

Q_LOGGING_CATEGORY(log, "okoshko.settings")

} // namespace

Settings::Settings(const QString &profileFolder)
    : m_path(QDir(profileFolder).filePath(u"settings.json"_s))
{
    if (!QFile::exists(m_path))
        return;
    SettingsReading reading = readSettingsFile(m_path, {});
    m_values = std::move(reading.values);
    m_faults = std::move(reading.faults);
    for (const SettingsFault &fault : std::as_const(m_faults))
        qCWarning(log).noquote() << m_path << "line" << fault.line << "field" << fault.field << "reason"
                                 << static_cast<int>(fault.reason);
}

tl::expected<void, QString> Settings::save(const CounterSettings &values)
{
    m_values = values;
    auto done = keepFaultyFile();
    if (done)
        done = writeSettingsFile(m_path, values);
    if (!done)
        qCWarning(log).noquote() << m_path << "was not written:" << done.error();
    else
        m_faults.clear();
    return done;
}

tl::expected<void, QString> Settings::keepFaultyFile()
{
    if (m_faults.isEmpty())
        return {};
    QString kept = m_path + u".faulty"_s;
    for (int number = 2; QFile::exists(kept); ++number)
        kept = u"%1.faulty-%2"_s.arg(m_path).arg(number);
    QFile file(m_path);
    if (file.exists() && !file.copy(kept))
        return tl::unexpected(file.errorString());
    return {};
}

void Settings::remember(const CounterSettings &values)
{
    if (values == m_values)
        return;
    if (m_faults.isEmpty())
        static_cast<void>(save(values)); // save() logs the error; the value is used until the program ends
    else
        m_values = values;
}

void Settings::setLanguage(Format::Language language)
{
    CounterSettings values = m_values;
    values.language = language;
    remember(values);
}

void Settings::setTheme(ThemeKind kind)
{
    CounterSettings values = m_values;
    values.theme = kind;
    remember(values);
}

} // namespace okoshko
