// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/Validation.h"

#include "models/domain/ServerAddress.h"
#include "models/settings/SettingsFields.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

QString toText(Bounds bounds)
{
    return u"%1…%2"_s.arg(bounds.min).arg(bounds.max);
}

bool looksLikeKey(const QString &text)
{
    static const QRegularExpression form(u"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return form.match(text).hasMatch();
}

std::optional<SettingsFault> judgeText(const QString &text, Bounds length, const QString &path)
{
    const bool control = std::ranges::any_of(text, [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
    });
    if (looksLikeKey(text))
        return SettingsFault{SettingsReason::LooksLikeKey, path};
    if (control)
        return SettingsFault{SettingsReason::NotPlain, path};
    if (text.size() < length.min)
        return SettingsFault{SettingsReason::Empty, path};
    if (text.size() > length.max)
        return SettingsFault{SettingsReason::TooLong, path, QString::number(length.max)};
    return std::nullopt;
}

/// Checks the limits of the field's row; enum and bool values are always valid.
template <class Owner, class Key>
std::optional<SettingsFault> judge(const SettingsField<Owner, Key> &field, const Owner &owner, const QString &path)
{
    if (field.words)
        return std::nullopt;
    const PlainValue value = field.read(owner);
    if (const auto *text = std::get_if<QString>(&value))
        return judgeText(*text, field.bounds, path);
    const auto isOut = [&field](auto number) {
        return number < static_cast<decltype(number)>(field.bounds.min) ||
               number > static_cast<decltype(number)>(field.bounds.max);
    };
    const auto *whole = std::get_if<qint64>(&value);
    const auto *decimal = std::get_if<double>(&value);
    if ((whole && isOut(*whole)) || (decimal && isOut(*decimal)))
        return SettingsFault{SettingsReason::OutOfBounds, path, toText(field.bounds)};
    return std::nullopt;
}

SettingsReason toReason(AddressFault fault)
{
    switch (fault) {
    case AddressFault::Empty:
        return SettingsReason::Empty;
    case AddressFault::NoScheme:
        return SettingsReason::NoScheme;
    case AddressFault::PlainHttp:
    case AddressFault::Scheme:
        return SettingsReason::NotSecure;
    case AddressFault::More:
        return SettingsReason::HasPath;
    case AddressFault::Malformed:
        return SettingsReason::NoAddress;
    }
    Q_UNREACHABLE();
}

/// Further checks of a single field.
std::optional<SettingsFault> judgeFurther(Setting setting, const CounterSettings &settings)
{
    if (setting == Setting::Server && !settings.server.isEmpty()) {
        if (const auto address = parseServerAddress(settings.server); !address)
            return SettingsFault{toReason(address.error()), pathOf(setting)};
    }
    if (setting == Setting::SlowestPause && settings.slowestPause < settings.firstPause)
        return SettingsFault{SettingsReason::SlowestTooFast, pathOf(setting)};
    return std::nullopt;
}

/// Of two conflicting systems, the later one is invalid.
std::optional<SettingsFault> judgeAmongOthers(SystemSetting setting, const QList<PaymentSystem> &systems, qsizetype at)
{
    const PaymentSystem &system = systems.at(at);
    const auto firstOf = [&](auto member) {
        return std::distance(systems.cbegin(), std::ranges::find(systems, system.*member, member));
    };
    if (setting == SystemSetting::Name && firstOf(&PaymentSystem::name) < at)
        return SettingsFault{SettingsReason::NameTaken, pathOf(at, setting),
                             QString::number(firstOf(&PaymentSystem::name) + 1)};
    if (setting == SystemSetting::Digit && system.digit != 0 && firstOf(&PaymentSystem::digit) < at)
        return SettingsFault{SettingsReason::DigitTaken, pathOf(at, setting),
                             QString::number(firstOf(&PaymentSystem::digit) + 1)};
    return std::nullopt;
}

void judgeSystems(const QList<PaymentSystem> &systems, QList<SettingsFault> &faults)
{
    const QString list = QStringView(paymentSystemsName).toString();
    if (systems.size() > maxPaymentSystems)
        faults << SettingsFault{SettingsReason::OutOfBounds, list, toText({1, maxPaymentSystems})};
    if (offered(systems).isEmpty())
        faults << SettingsFault{SettingsReason::NoneOffered, list};
    for (qsizetype at = 0; at < systems.size(); ++at) {
        for (const SystemField &field : systemFields()) {
            auto fault = judge(field, systems.at(at), pathOf(at, field.key));
            if (!fault)
                fault = judgeAmongOthers(field.key, systems, at);
            if (fault)
                faults << *fault;
        }
    }
}

void judgePrinters(const QList<PrinterProfile> &printers, QList<SettingsFault> &faults)
{
    if (printers.size() > maxPrinters)
        faults << SettingsFault{SettingsReason::OutOfBounds, QStringView(printersName).toString(),
                                toText({0, maxPrinters})};
    for (qsizetype at = 0; at < printers.size(); ++at) {
        const PrinterProfile &printer = printers.at(at);
        const auto first =
            std::distance(printers.cbegin(), std::ranges::find(printers, printer.name, &PrinterProfile::name));
        for (const PrinterField &field : printerFields()) {
            auto fault = judge(field, printer, pathOf(at, field.key));
            if (!fault && field.key == PrinterSetting::Name && first < at)
                fault = {SettingsReason::PrinterTaken, pathOf(at, field.key), QString::number(first + 1)};
            const bool isDrawn = printer.prints.testFlag(PrinterProfile::Prints::Tickets);
            if (!fault && field.key == PrinterSetting::Template && isDrawn && printer.ticketTemplate.isEmpty())
                fault = {SettingsReason::Empty, pathOf(at, field.key)};
            if (fault)
                faults << *fault;
        }
    }
}

} // namespace

QList<SettingsFault> validate(const CounterSettings &settings)
{
    QList<SettingsFault> faults;
    for (const CounterField &field : counterFields()) {
        auto fault = judge(field, settings, pathOf(field.key));
        if (!fault)
            fault = judgeFurther(field.key, settings);
        if (fault)
            faults << *fault;
    }
    judgeSystems(settings.paymentSystems, faults);
    judgePrinters(settings.print.printers, faults);
    return faults;
}

} // namespace okoshko
