// SPDX-License-Identifier: GPL-3.0-or-later
// A settings file, which anybody may have written.
#include "app/settings/SettingsFile.h"
#include "models/settings/SettingsFields.h"
#include "models/settings/Validation.h"
#include "tests/fuzz/Check.h"
#include "tests/fuzz/NaiveJson.h"

#include <algorithm>

using namespace okoshko;
using fuzz::NaiveJson;
using fuzz::NaiveMember;

namespace {

void check(const QByteArray &text, const QList<SettingsFault> &faults)
{
    const auto lines = text.count('\n') + text.count('\r') + 1;
    int last = 0;
    for (const SettingsFault &fault : faults) {
        fuzz::require(fault.line >= last && fault.line <= lines && fault.column >= 0,
                      "what is wrong is told by line, and the line is there");
        last = fault.line;
    }
}

bool isTold(const NaiveJson &told, const PlainValue &value)
{
    switch (told.kind) {
    case NaiveJson::Kind::Bool:
        return value == PlainValue(told.boolean);
    case NaiveJson::Kind::Number:
        return value == (std::holds_alternative<double>(value) ? PlainValue(told.text.toDouble())
                                                               : PlainValue(told.text.toLongLong()));
    case NaiveJson::Kind::Text:
        return value == PlainValue(told.text.trimmed());
    default:
        return false;
    }
}

const NaiveJson *find(const NaiveJson &json, const char16_t *name)
{
    const auto it = std::ranges::find(json.members, QStringView(name), &NaiveMember::name);
    return it == json.members.end() ? nullptr : &it->value;
}

template <class Owner, class Key>
void checkList(const NaiveJson *told, std::span<const SettingsField<Owner, Key>> fields, const QList<Owner> &list,
               const QList<Owner> &before, bool isRight)
{
    if (!isRight || !told)
        return fuzz::require(told || list == before, "a list that is not told stays");
    fuzz::require(std::ssize(told->elements) == list.size(), "each element of a list is there");
    for (qsizetype i = 0; i < list.size(); ++i) {
        for (const auto &field : fields) {
            const NaiveJson *its = find(told->elements[static_cast<size_t>(i)], field.name);
            const PlainValue value = field.read(list.at(i));
            fuzz::require(its ? isTold(*its, value) : value == field.read(Owner()),
                          "an element is what the file tells");
        }
    }
}

/// No field is dropped: what the file tells is there unless something is said to be wrong, and all else is as it was.
void checkTold(const NaiveJson &root, const SettingsReading &reading, const CounterSettings &before)
{
    const bool isRight = reading.faults.isEmpty();
    for (const CounterField &field : counterFields()) {
        const PlainValue value = field.read(reading.values);
        const NaiveJson *told = find(root, field.name);
        fuzz::require((told && isTold(*told, value)) || ((!told || !isRight) && value == field.read(before)),
                      "a field is what the file tells, or what it was before");
    }
    checkList(find(root, paymentSystemsName), systemFields(), reading.values.paymentSystems, before.paymentSystems,
              isRight);
    checkList(find(root, printersName), printerFields(), reading.values.print.printers, before.print.printers, isRight);
}

/// Written and read again at another counter, they are the same.
void checkAgain(const CounterSettings &values)
{
    const SettingsReading again = readSettings(writeSettings(values), CounterSettings());
    fuzz::require(again.faults.isEmpty() && again.values == values, "settings that are written again read the same");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const CounterSettings before;
    const SettingsReading reading = readSettings(text, before);
    check(text, reading.faults);
    fuzz::require(validate(reading.values).isEmpty(), "what was read can be used, whatever was wrong");
    fuzz::require(reading.values.paymentSystems.size() <= maxPaymentSystems, "there are not too many payment systems");
    const fuzz::NaiveReading naive = fuzz::readNaively(text);
    if (naive.isWhole && !naive.root.hasTwins)
        checkTold(naive.root, reading, before);
    checkAgain(reading.values);
    return 0;
}
