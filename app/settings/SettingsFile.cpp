// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/SettingsFile.h"

#include "models/settings/SettingsFields.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

namespace okoshko {

namespace {

constexpr qint64 largestFile = 1 << 20;

using Writer = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

void writeText(Writer &writer, QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    writer.String(utf8.constData(), static_cast<rapidjson::SizeType>(utf8.size()));
}

void writeValue(Writer &writer, const PlainValue &value)
{
    if (const auto *yes = std::get_if<bool>(&value))
        writer.Bool(*yes);
    else if (const auto *number = std::get_if<qint64>(&value))
        writer.Int64(*number);
    else
        writeText(writer, std::get<QString>(value));
}

template <class Owner, class Key>
void writeFields(Writer &writer, std::span<const SettingsField<Owner, Key>> fields, const Owner &owner)
{
    for (const auto &field : fields) {
        writeText(writer, field.name);
        writeValue(writer, field.read(owner));
    }
}

} // namespace

QByteArray writeSettings(const CounterSettings &settings)
{
    rapidjson::StringBuffer buffer;
    Writer writer(buffer);
    writer.SetIndent(' ', 2);
    writer.StartObject();
    writer.Key("format");
    writer.String(settingsFormat);
    writer.Key("version");
    writer.Int64(settingsVersion);
    writeFields(writer, counterFields(), settings);
    writeText(writer, paymentSystemsName);
    writer.StartArray();
    for (const PaymentSystem &system : settings.paymentSystems) {
        writer.StartObject();
        writeFields(writer, systemFields(), system);
        writer.EndObject();
    }
    writer.EndArray();
    writer.EndObject();
    return QByteArray(buffer.GetString(), static_cast<qsizetype>(buffer.GetSize())) + '\n';
}

SettingsReading readSettingsFile(const QString &path, const CounterSettings &before)
{
    const QFileInfo place(path);
    if (place.exists() && !place.isFile()) // a pipe could be waited for for ever
        return {before, {{SettingsReason::NotAFile, {}}}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {before, {{SettingsReason::Unreadable, {}, file.errorString()}}};
    const QByteArray text = file.read(largestFile + 1);
    if (file.error() != QFileDevice::NoError)
        return {before, {{SettingsReason::Unreadable, {}, file.errorString()}}};
    if (text.size() > largestFile)
        return {before, {{SettingsReason::TooLarge, {}}}};
    return readSettings(text, before);
}

tl::expected<void, QString> writeSettingsFile(const QString &path, const CounterSettings &settings)
{
    QSaveFile file(path);
    const QByteArray text = writeSettings(settings);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return tl::unexpected(file.errorString());
    return {};
}

} // namespace okoshko
