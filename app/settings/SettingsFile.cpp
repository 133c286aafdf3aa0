// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/SettingsFile.h"

#include "models/domain/AtomicFile.h"
#include "models/domain/JsonTree.h"
#include "models/settings/SettingsFields.h"
#include "models/settings/Validation.h"

#include <QHash>
#include <QRegularExpression>

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

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
    else if (const auto *decimal = std::get_if<double>(&value))
        *decimal == std::trunc(*decimal) ? writer.Int64(static_cast<qint64>(*decimal)) : writer.Double(*decimal);
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

std::optional<PlainValue> toPlain(const JsonValue &value)
{
    if (const auto *yes = std::get_if<bool>(&value.content))
        return *yes;
    if (const auto *number = std::get_if<qint64>(&value.content))
        return *number;
    if (const auto *fraction = std::get_if<JsonValue::Fraction>(&value.content))
        return fraction->digits.toDouble();
    if (const auto *text = std::get_if<QString>(&value.content))
        return *text;
    return std::nullopt;
}

SettingsReason wanted(const PlainValue &like)
{
    if (std::holds_alternative<bool>(like))
        return SettingsReason::WantsYesOrNo;
    if (std::holds_alternative<double>(like))
        return SettingsReason::WantsDecimal;
    return std::holds_alternative<qint64>(like) ? SettingsReason::WantsNumber : SettingsReason::WantsText;
}

bool isNamedLikeAKey(const QString &name)
{
    static const QRegularExpression form(u"key|token|secret|passw|authori[sz]ation"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return form.match(name).hasMatch();
}

/// Reads a file: first its syntax and types, then validates the resulting values.
class Reader
{
public:
    explicit Reader(const CounterSettings &before)
        : m_values(before)
    {
    }

    [[nodiscard]] SettingsReading read(const JsonValue &root)
    {
        const auto members = membersOf(root, QLatin1StringView(settingsFormat), settingsVersion);
        if (!members)
            return {m_values, {toFault(members.error())}};
        const CounterSettings before = m_values;
        readObject(**members, counterFields(), m_values, {});
        const QList<SettingsFault> faults = validate(m_values);
        for (SettingsFault fault : faults) {
            fault.line = lineOf(fault.field);
            // A field that was reported already is not reported again.
            const bool isKnown = std::ranges::find(m_faults, fault.field, &SettingsFault::field) != m_faults.cend();
            if (!isKnown)
                m_faults << fault;
        }
        std::ranges::stable_sort(m_faults, {}, &SettingsFault::line);
        putBack(before);
        return {m_values, m_faults};
    }

private:
    [[nodiscard]] static SettingsFault toFault(const FormatFault &fault)
    {
        switch (fault.reason) {
        case FormatFault::Reason::OtherFormat:
            return {SettingsReason::NotSettings, {}, {}, fault.line};
        case FormatFault::Reason::NoVersion:
            return {SettingsReason::WantsNumber, u"version"_s, {}, fault.line};
        case FormatFault::Reason::OtherVersion:
            return {SettingsReason::NewerVersion, {}, QString::number(fault.version), fault.line};
        }
        Q_UNREACHABLE();
    }

    template <class Owner, class Key>
    void readObject(const JsonValue::Object &object, std::span<const SettingsField<Owner, Key>> fields, Owner &owner,
                    const QString &prefix)
    {
        const bool isTop = prefix.isEmpty();
        for (const JsonMember &member : object) {
            const QString path = prefix + member.name;
            const auto field = std::ranges::find_if(
                fields, [&member](const auto &row) { return member.name == QStringView(row.name); });
            if (member.isTwice)
                fault(SettingsReason::Twice, path, member.line);
            else if (field != fields.end())
                readField(*field, member, owner, path);
            else if (isTop && member.name == QStringView(paymentSystemsName))
                m_values.paymentSystems = readList(member.value, path, systemFields(), maxPaymentSystems);
            else if (isTop && member.name == QStringView(printersName))
                m_values.print.printers = readList(member.value, path, printerFields(), maxPrinters);
            else if (!isTop || (member.name != "format"_L1 && member.name != "version"_L1))
                fault(isNamedLikeAKey(member.name) ? SettingsReason::HoldsKey : SettingsReason::UnknownField, path,
                      member.line);
        }
    }

    template <class Owner, class Key>
    void readField(const SettingsField<Owner, Key> &field, const JsonMember &member, Owner &owner, const QString &path)
    {
        m_lines.insert(path, member.value.line);
        const auto plain = toPlain(member.value);
        switch (plain ? field.take(*plain, owner) : FieldResult::WrongType) {
        case FieldResult::Taken:
            return;
        case FieldResult::WrongType:
            return fault(wanted(field.read(owner)), path, member.value.line);
        case FieldResult::UnknownWord:
            fault(SettingsReason::UnknownWord, path, member.value.line, field.words().join(u", "_s));
            return;
        }
        Q_UNREACHABLE();
    }

    /// A list of at most \a most objects; a longer one is reported by validate().
    template <class Owner, class Key>
    [[nodiscard]] QList<Owner> readList(const JsonValue &value, const QString &path,
                                        std::span<const SettingsField<Owner, Key>> fields, qsizetype most)
    {
        QList<Owner> read;
        m_lines.insert(path, value.line);
        const auto *list = std::get_if<JsonValue::List>(&value.content);
        if (!list)
            fault(SettingsReason::WantsList, path, value.line);
        for (size_t i = 0; list && i < list->size() && read.size() <= most; ++i) {
            const JsonValue &item = (*list)[i];
            const QString prefix = u"%1[%2]"_s.arg(path).arg(i);
            m_lines.insert(prefix, item.line);
            Owner owner;
            if (const auto *object = std::get_if<JsonValue::Object>(&item.content))
                readObject(*object, fields, owner, prefix + u'.');
            else
                fault(SettingsReason::WantsObject, prefix, item.line);
            read << owner;
        }
        return read;
    }

    void fault(SettingsReason reason, const QString &path, int line, const QString &detail = {})
    {
        m_faults << SettingsFault{reason, path, detail, line};
    }

    /// The line of the field, or of the nearest enclosing one.
    [[nodiscard]] int lineOf(const QString &path) const
    {
        const QString around = path.section(u'.', 0, 0);
        return m_lines.value(path, m_lines.value(around, m_lines.value(around.section(u'[', 0, 0), 1)));
    }

    /// Invalid values are reset to those before, so that the result is always valid.
    void putBack(const CounterSettings &before)
    {
        for (const SettingsFault &fault : std::as_const(m_faults)) {
            for (const CounterField &field : counterFields()) {
                if (fault.field == pathOf(field.key))
                    static_cast<void>(field.take(field.read(before), m_values));
            }
            if (fault.field.startsWith(QStringView(paymentSystemsName)))
                m_values.paymentSystems = before.paymentSystems;
            if (fault.field.startsWith(QStringView(printersName)))
                m_values.print.printers = before.print.printers;
        }
        if (!validate(m_values).isEmpty())
            m_values = before;
    }

    CounterSettings m_values;
    QList<SettingsFault> m_faults;
    QHash<QString, int> m_lines; ///< lines of the fields in the file, by path
};

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
    writeText(writer, printersName);
    writer.StartArray();
    for (const PrinterProfile &printer : settings.print.printers) {
        writer.StartObject();
        writeFields(writer, printerFields(), printer);
        writer.EndObject();
    }
    writer.EndArray();
    writer.EndObject();
    return QByteArray(buffer.GetString(), static_cast<qsizetype>(buffer.GetSize())) + '\n';
}

SettingsReading readSettings(const QByteArray &text, const CounterSettings &before)
{
    const auto root = parseJson(text);
    if (!root)
        return {before, {{SettingsReason::NotJson, {}, {}, root.error().line, root.error().column}}};
    return Reader(before).read(*root);
}

SettingsReading readSettingsFile(const QString &path, const CounterSettings &before)
{
    const auto text = readWhole(path, largestFile);
    if (text)
        return readSettings(*text, before);
    const auto reason = [&text] {
        switch (text.error().reason) {
        case ReadFault::Reason::Unreadable:
            return SettingsReason::Unreadable;
        case ReadFault::Reason::NotAFile:
            return SettingsReason::NotAFile;
        case ReadFault::Reason::TooLarge:
            return SettingsReason::TooLarge;
        }
        Q_UNREACHABLE();
    };
    return {before, {{reason(), {}, text.error().detail}}};
}

tl::expected<void, QString> writeSettingsFile(const QString &path, const CounterSettings &settings)
{
    return writeAtomically(path, writeSettings(settings)).map_error([](const FileError &error) {
        return error.detail;
    });
}

} // namespace okoshko
