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

PlainValue toPlain(PaymentSystem::Use use)
{
    return use == PaymentSystem::Use::On;
}

FieldResult fromPlain(const PlainValue &plain, PaymentSystem::Use &use)
{
    const auto *on = std::get_if<bool>(&plain);
    if (!on)
        return FieldResult::WrongType;
    use = *on ? PaymentSystem::Use::On : PaymentSystem::Use::Off;
    return FieldResult::Taken;
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

const CounterField &fieldOf(Setting setting)
{
    return counterFields()[static_cast<size_t>(setting)];
}

const SystemField &fieldOf(SystemSetting setting)
{
    return systemFields()[static_cast<size_t>(setting)];
}

QString pathOf(Setting setting)
{
    return QStringView(fieldOf(setting).name).toString();
}

QString pathOf(qsizetype system, SystemSetting setting)
{
    return u"%1[%2].%3"_s.arg(QStringView(paymentSystemsName)).arg(system).arg(QStringView(fieldOf(setting).name));
}

} // namespace okoshko
