// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/SettingsFields.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

// Conversion of each member type.

template <class Enum>
struct Word
{
    const char16_t *word;
    Enum value;
};
template <class Enum>
Word(const char16_t *, Enum) -> Word<Enum>; // needed by clang before 17

template <class Type>
constexpr std::array<Word<Type>, 0> wordsOf{};

constexpr auto languageWords()
{
    std::array<Word<LanguageSetting>, Format::languages.size() + 1> words{Word<LanguageSetting>{u"system", {}}};
    for (std::size_t i = 0; i < Format::languages.size(); ++i)
        words[i + 1] = {Format::languages[i].code, Format::languages[i].language};
    return words;
}

template <>
constexpr auto wordsOf<LanguageSetting> = languageWords();
template <>
constexpr auto wordsOf<ThemeKind> =
    std::array{Word{u"system", ThemeKind::System}, Word{u"light", ThemeKind::Light}, Word{u"dark", ThemeKind::Dark},
               Word{u"contrast", ThemeKind::HighContrast}};
template <>
constexpr auto wordsOf<Environment> =
    std::array{Word{u"live", Environment::Live}, Word{u"staging", Environment::Staging}};
template <>
constexpr auto wordsOf<Sounds> = std::array{Word{u"off", Sounds::Off}, Word{u"on", Sounds::On}};
template <>
constexpr auto wordsOf<PrintSettings::Automatic> = std::array{Word{u"on-paid", PrintSettings::Automatic::OnPaid},
                                                              Word{u"on-request", PrintSettings::Automatic::OnRequest}};
template <>
constexpr auto wordsOf<PaymentSystem::Icon> =
    std::array{Word{u"card", PaymentSystem::Icon::Card}, Word{u"phone", PaymentSystem::Icon::Phone},
               Word{u"cash", PaymentSystem::Icon::Cash}, Word{u"check", PaymentSystem::Icon::Check}};
template <>
constexpr auto wordsOf<PaymentSystem::CustomerData> =
    std::array{Word{u"none", PaymentSystem::CustomerData::NotNeeded},
               Word{u"name-email", PaymentSystem::CustomerData::NameAndEmail}};
template <>
constexpr auto wordsOf<PaymentSystem::Confirmation> =
    std::array{Word{u"redirect_url", PaymentSystem::Confirmation::ByRedirectUrl},
               Word{u"server", PaymentSystem::Confirmation::Server},
               Word{u"cashier", PaymentSystem::Confirmation::Cashier}};

template <class Enum>
requires(wordsOf<Enum>.size() > 0) PlainValue toPlain(Enum value)
{
    const auto it = std::ranges::find(wordsOf<Enum>, value, &Word<Enum>::value);
    return QStringView(it->word).toString();
}

template <class Enum>
requires(wordsOf<Enum>.size() > 0) FieldResult fromPlain(const PlainValue &plain, Enum &value)
{
    const auto *text = std::get_if<QString>(&plain);
    if (!text)
        return FieldResult::WrongType;
    const auto it =
        std::ranges::find_if(wordsOf<Enum>, [text](const Word<Enum> &word) { return *text == QStringView(word.word); });
    if (it == wordsOf<Enum>.end())
        return FieldResult::UnknownWord;
    value = it->value;
    return FieldResult::Taken;
}

template <class Enum>
QStringList knownWords()
{
    QStringList known;
    for (const Word<Enum> &word : wordsOf<Enum>)
        known << QStringView(word.word).toString();
    return known;
}

/// \a value becomes \a yes or \a no.
template <class Enum>
FieldResult fromYesNo(const PlainValue &plain, Enum &value, Enum yes, Enum no)
{
    const auto *isYes = std::get_if<bool>(&plain);
    if (isYes)
        value = *isYes ? yes : no;
    return isYes ? FieldResult::Taken : FieldResult::WrongType;
}

PlainValue toPlain(PaymentSystem::Use use)
{
    return use == PaymentSystem::Use::On;
}

FieldResult fromPlain(const PlainValue &plain, PaymentSystem::Use &use)
{
    return fromYesNo(plain, use, PaymentSystem::Use::On, PaymentSystem::Use::Off);
}

PlainValue toPlain(PrinterProfile::Cutter cutter)
{
    return cutter == PrinterProfile::Cutter::Yes;
}

FieldResult fromPlain(const PlainValue &plain, PrinterProfile::Cutter &cutter)
{
    return fromYesNo(plain, cutter, PrinterProfile::Cutter::Yes, PrinterProfile::Cutter::No);
}

PlainValue toPlain(PrinterProfile::Blanks blanks)
{
    return blanks == PrinterProfile::Blanks::Numbered;
}

FieldResult fromPlain(const PlainValue &plain, PrinterProfile::Blanks &blanks)
{
    return fromYesNo(plain, blanks, PrinterProfile::Blanks::Numbered, PrinterProfile::Blanks::No);
}

PlainValue toPlain(const QString &text)
{
    return text;
}

FieldResult fromPlain(const PlainValue &plain, QString &text)
{
    const auto *given = std::get_if<QString>(&plain);
    if (given)
        text = given->trimmed();
    return given ? FieldResult::Taken : FieldResult::WrongType;
}

// Larger numbers are clamped before the validation; all fields' limits are far smaller.
constexpr qint64 maxNumber = 1'000'000'000;

PlainValue toPlain(int number)
{
    return static_cast<qint64>(number);
}

FieldResult fromPlain(const PlainValue &plain, int &number)
{
    const auto *given = std::get_if<qint64>(&plain);
    if (given)
        number = static_cast<int>(std::clamp(*given, -maxNumber, maxNumber));
    return given ? FieldResult::Taken : FieldResult::WrongType;
}

PlainValue toPlain(double number)
{
    return number;
}

FieldResult fromPlain(const PlainValue &plain, double &number)
{
    if (const auto *whole = std::get_if<qint64>(&plain))
        number = static_cast<double>(std::clamp(*whole, -maxNumber, maxNumber));
    else if (const auto *given = std::get_if<double>(&plain))
        number = std::clamp(*given, static_cast<double>(-maxNumber), static_cast<double>(maxNumber));
    else
        return FieldResult::WrongType;
    return FieldResult::Taken;
}

template <class Number, class Period>
PlainValue toPlain(std::chrono::duration<Number, Period> time)
{
    return static_cast<qint64>(time.count());
}

template <class Number, class Period>
FieldResult fromPlain(const PlainValue &plain, std::chrono::duration<Number, Period> &time)
{
    const auto *given = std::get_if<qint64>(&plain);
    if (given)
        time = std::chrono::duration<Number, Period>(std::clamp(*given, -maxNumber, maxNumber));
    return given ? FieldResult::Taken : FieldResult::WrongType;
}

// A row for a member

template <class T>
struct MemberOf;
template <class OwnerType, class ValueType>
struct MemberOf<ValueType OwnerType::*>
{
    using Owner = OwnerType;
    using Value = ValueType;
};

template <auto member, class Key>
constexpr auto row(Key key, const char16_t *name, Bounds bounds = {})
{
    using Owner = typename MemberOf<decltype(member)>::Owner;
    using Value = typename MemberOf<decltype(member)>::Value;
    SettingsField<Owner, Key> field{
        key,
        name,
        bounds,
        [](const Owner &owner) { return toPlain(owner.*member); },
        [](const PlainValue &plain, Owner &owner) { return fromPlain(plain, owner.*member); },
        nullptr};
    if constexpr (wordsOf<Value>.size() > 0)
        field.words = &knownWords<Value>;
    return field;
}

PlainValue labelOf(const PaymentSystem &system, const QString &language)
{
    return system.labels.value(language);
}

FieldResult takeLabel(const PlainValue &plain, PaymentSystem &system, const QString &language)
{
    QString label;
    const FieldResult taking = fromPlain(plain, label);
    if (taking == FieldResult::Taken && label.isEmpty())
        system.labels.remove(language);
    else if (taking == FieldResult::Taken)
        system.labels.insert(language, label);
    return taking;
}

template <PrinterProfile::Prints what>
constexpr PrinterField printsRow(PrinterSetting setting, const char16_t *name)
{
    return {setting,
            name,
            {},
            [](const PrinterProfile &printer) -> PlainValue { return printer.prints.testFlag(what); },
            [](const PlainValue &plain, PrinterProfile &printer) {
                const auto *isOn = std::get_if<bool>(&plain);
                if (isOn)
                    printer.prints.setFlag(what, *isOn);
                return isOn ? FieldResult::Taken : FieldResult::WrongType;
            },
            nullptr};
}

constexpr Bounds nameLength{0, 60};
constexpr Bounds labelLength{1, 40};
constexpr Bounds addressLength{0, 200};

} // namespace

std::span<const CounterField> counterFields()
{
    using S = CounterSettings;
    static constexpr std::array table{
        row<&S::server>(Setting::Server, u"server", addressLength),
        row<&S::environment>(Setting::Environment, u"stand"),
        row<&S::counterName>(Setting::CounterName, u"counterName", nameLength),
        row<&S::language>(Setting::Language, u"language"),
        row<&S::theme>(Setting::Theme, u"theme"),
        row<&S::textSize>(Setting::TextSize, u"textSize", {80, 200}),
        row<&S::sounds>(Setting::Sounds, u"sounds"),
        row<&S::urgentFrom>(Setting::UrgentFrom, u"urgentFrom", {30, 600}),
        row<&S::firstPause>(Setting::FirstPause, u"firstPause", {1, 60}),
        row<&S::slowestPause>(Setting::SlowestPause, u"slowestPause", {1, 300}),
        row<&S::scanPause>(Setting::ScanPause, u"scanPause", {5, 100}),
        CounterField{Setting::AutomaticPrint,
                     u"automaticPrint",
                     {},
                     [](const S &s) { return toPlain(s.print.automatic); },
                     [](const PlainValue &v, S &s) { return fromPlain(v, s.print.automatic); },
                     &knownWords<PrintSettings::Automatic>},
    };
    return table;
}

std::span<const SystemField> systemFields()
{
    using P = PaymentSystem;
    static constexpr std::array table{
        row<&P::use>(SystemSetting::Use, u"on"),
        row<&P::name>(SystemSetting::Name, u"name", {1, 60}),
        SystemField{SystemSetting::LabelRu, u"labelRu", labelLength, [](const P &p) { return labelOf(p, u"ru"_s); },
                    [](const PlainValue &v, P &p) { return takeLabel(v, p, u"ru"_s); }, nullptr},
        SystemField{SystemSetting::LabelEn, u"labelEn", labelLength, [](const P &p) { return labelOf(p, u"en"_s); },
                    [](const PlainValue &v, P &p) { return takeLabel(v, p, u"en"_s); }, nullptr},
        row<&P::icon>(SystemSetting::Icon, u"icon"),
        row<&P::digit>(SystemSetting::Digit, u"digit", {0, 9}),
        row<&P::customerData>(SystemSetting::CustomerData, u"customer"),
        row<&P::confirmation>(SystemSetting::Confirmation, u"confirmedBy"),
    };
    return table;
}

std::span<const PrinterField> printerFields()
{
    using P = PrinterProfile;
    static constexpr std::array table{
        row<&P::name>(PrinterSetting::Name, u"name", {1, 60}),
        row<&P::queue>(PrinterSetting::Queue, u"queue", {1, 127}),
        printsRow<P::Prints::Tickets>(PrinterSetting::Tickets, u"tickets"),
        printsRow<P::Prints::Receipts>(PrinterSetting::Receipts, u"receipts"),
        row<&P::ticketTemplate>(PrinterSetting::Template, u"template", {0, 60}),
        row<&P::width>(PrinterSetting::Width, u"width", {20, 330}),
        row<&P::maxLength>(PrinterSetting::MaxLength, u"maxLength", {20, 3000}),
        row<&P::dpi>(PrinterSetting::Dpi, u"dpi", {100, 1200}),
        row<&P::cutter>(PrinterSetting::Cutter, u"cutter"),
        row<&P::firstSlot>(PrinterSetting::FirstSlot, u"firstSlot", {1, 20}),
        row<&P::blanks>(PrinterSetting::NumberedBlanks, u"numberedBlanks"),
    };
    return table;
}

const CounterField &fieldOf(Setting setting)
{
    return counterFields()[static_cast<size_t>(setting)];
}

const SystemField &fieldOf(SystemSetting setting)
{
    return systemFields()[static_cast<size_t>(setting)];
}

const PrinterField &fieldOf(PrinterSetting setting)
{
    return printerFields()[static_cast<size_t>(setting)];
}

QString pathOf(Setting setting)
{
    return QStringView(fieldOf(setting).name).toString();
}

QString pathOf(qsizetype system, SystemSetting setting)
{
    return u"%1[%2].%3"_s.arg(QStringView(paymentSystemsName)).arg(system).arg(QStringView(fieldOf(setting).name));
}

QString pathOf(qsizetype printer, PrinterSetting setting)
{
    return u"%1[%2].%3"_s.arg(QStringView(printersName)).arg(printer).arg(QStringView(fieldOf(setting).name));
}

} // namespace okoshko
