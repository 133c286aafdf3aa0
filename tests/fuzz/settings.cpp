// SPDX-License-Identifier: GPL-3.0-or-later
// A settings file, which anybody may have written.
#include "app/settings/SettingsFile.h"
#include "models/settings/SettingsFields.h"
#include "models/settings/Validation.h"
#include "tests/fuzz/Body.h"

#include <algorithm>

using namespace okoshko;

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

/// Written and read again at another counter, they are the same.
void checkAgain(const CounterSettings &values)
{
    const SettingsReading again = readSettings(writeSettings(values), CounterSettings());
    fuzz::require(again.faults.isEmpty() && again.values == values, "settings that are written again read the same");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text = fuzz::bytesOf(data, size);
    const CounterSettings before;
    const SettingsReading reading = readSettings(text, before);
    check(text, reading.faults);
    fuzz::require(validate(reading.values).isEmpty(), "what was read can be used, whatever was wrong");
    fuzz::require(reading.values.paymentSystems.size() <= mostPaymentSystems, "there are not too many payment systems");
    checkAgain(reading.values);
    return 0;
}
