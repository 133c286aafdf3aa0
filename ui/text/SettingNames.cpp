// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/SettingNames.h"

using namespace Qt::StringLiterals;

namespace okoshko {

QString SettingNames::name(Setting setting)
{
    switch (setting) {
    case Setting::Server:
        return tr("Se&rver");
    case Setting::Environment:
        return tr("What is sold there");
    case Setting::CounterName:
        return tr("&Name of this counter");
    case Setting::Language:
        return tr("Lan&guage");
    case Setting::Theme:
        return tr("Colo&urs");
    case Setting::TextSize:
        return tr("Te&xt size");
    case Setting::Sounds:
        return tr("Sou&nds");
    case Setting::UrgentFrom:
        return tr("The countdown becomes ur&gent");
    case Setting::FirstPause:
        return tr("Ask about a new &payment every");
    case Setting::SlowestPause:
        return tr("At the &longest, ask every");
    case Setting::ScanPause:
        return tr("Barcode s&canner: a character at least every");
    }
    Q_UNREACHABLE();
}

QString SettingNames::hint(Setting setting)
{
    switch (setting) {
    case Setting::Server:
        return tr(
            "Where this counter sells: https://host. The key is kept elsewhere, in this computer's password store.");
    case Setting::Environment:
        return tr("At a trial server nothing is really sold; the band at the top says so.");
    case Setting::CounterName:
        return tr("It is shown at the top and noted with every sale.");
    case Setting::Language:
        return {};
    case Setting::Theme:
        return {};
    case Setting::TextSize:
        return tr("Of the size that is set for this computer. Up and down arrows make it larger and smaller.");
    case Setting::Sounds:
        return tr("When a payment is there, when a hold becomes urgent, and when something goes wrong.");
    case Setting::UrgentFrom:
        return tr("So long before the seats are lost it turns red, and asks to hurry.");
    case Setting::FirstPause:
        return tr("While the buyer pays the server is asked again and again, often at first.");
    case Setting::SlowestPause:
        return tr("A payment that takes long is asked about more and more rarely, down to this.");
    case Setting::ScanPause:
        return tr("What comes faster is a scan, what comes slower was typed. If scans are taken for typing, raise it.");
    }
    Q_UNREACHABLE();
}

QString SettingNames::unit(Setting setting, int number)
{
    switch (setting) {
    case Setting::TextSize:
        return u"%"_s;
    case Setting::UrgentFrom:
        return tr("second(s) before the end", nullptr, number);
    case Setting::FirstPause:
    case Setting::SlowestPause:
        return tr("second(s)", nullptr, number);
    case Setting::ScanPause:
        return tr("millisecond(s)", nullptr, number);
    case Setting::Server:
    case Setting::Environment:
    case Setting::CounterName:
    case Setting::Language:
    case Setting::Theme:
    case Setting::Sounds:
        return {};
    }
    Q_UNREACHABLE();
}

QString SettingNames::choice(Setting setting, const QString &word)
{
    // By the words of SettingsFields.cpp; a test looks that none is missing.
    if (setting == Setting::Language && word != u"system")
        return word == u"ru" ? u"Русский"_s : u"English"_s; // each in its own words
    if (word == u"system")
        return tr("as the computer");
    if (word == u"live")
        return tr("real tickets");
    if (word == u"staging")
        return tr("nothing real (trial server)");
    if (word == u"light")
        return tr("light");
    if (word == u"dark")
        return tr("dark");
    if (word == u"contrast")
        return tr("high contrast");
    if (word == u"off")
        return tr("off");
    if (word == u"on")
        return tr("on");
    return {};
}

} // namespace okoshko
