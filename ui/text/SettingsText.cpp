// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/SettingsText.h"

#include "ui/text/FaultText.h"

#include <QStringList>

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
    case Setting::AutomaticPrint:
        return tr("Tic&kets are printed");
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
    case Setting::AutomaticPrint:
        return tr("By themselves only for orders that this counter has paid, when it sees them paid.");
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
    case Setting::AutomaticPrint:
        return {};
    }
    Q_UNREACHABLE();
}

QString SettingNames::choice(Setting setting, const QString &word)
{
    // The words of SettingsFields.cpp; a test checks that none is missing.
    if (const auto language = Format::parseLanguage(word); setting == Setting::Language && language)
        return Format::ownName(*language);
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
    if (word == u"on-paid")
        return tr("by themselves, once paid");
    if (word == u"on-request")
        return tr("when the cashier asks for it");
    return {};
}

QString PrinterNames::name(PrinterSetting setting)
{
    switch (setting) {
    case PrinterSetting::Name:
        return tr("Na&me of the printer");
    case PrinterSetting::Queue:
        return tr("&Queue of this computer");
    case PrinterSetting::Tickets:
        return tr("tickets");
    case PrinterSetting::Receipts:
        return tr("receipts");
    case PrinterSetting::Template:
        return tr("&Template of the tickets");
    case PrinterSetting::Width:
        return tr("Widt&h of the paper");
    case PrinterSetting::MaxLength:
        return tr("&Longest page");
    case PrinterSetting::Dpi:
        return tr("Dots of the pri&nt head");
    case PrinterSetting::Cutter:
        return tr("it cuts");
    case PrinterSetting::FirstSlot:
        return tr("Fi&rst free place of a sheet");
    case PrinterSetting::NumberedBlanks:
        return tr("numbered blanks");
    }
    Q_UNREACHABLE();
}

QString PrinterNames::hint(PrinterSetting setting)
{
    switch (setting) {
    case PrinterSetting::Name:
        return tr("As the cashier knows it.");
    case PrinterSetting::Width:
        return tr("A wider page is not sent to it.");
    case PrinterSetting::MaxLength:
        return tr("A longer page is refused, not cut.");
    case PrinterSetting::Dpi:
        return tr("The bars of codes are made of whole dots.");
    case PrinterSetting::FirstSlot:
        return tr("Of one sheet that is used in part: the next tickets begin there. Then it is 1 again.");
    case PrinterSetting::Queue:
    case PrinterSetting::Tickets:
    case PrinterSetting::Receipts:
    case PrinterSetting::Template:
    case PrinterSetting::Cutter:
    case PrinterSetting::NumberedBlanks:
        return {};
    }
    Q_UNREACHABLE();
}

QString PrinterNames::unit(PrinterSetting setting)
{
    switch (setting) {
    case PrinterSetting::Width:
    case PrinterSetting::MaxLength:
        return tr("mm");
    case PrinterSetting::Dpi:
        return tr("per inch");
    case PrinterSetting::Name:
    case PrinterSetting::Queue:
    case PrinterSetting::Tickets:
    case PrinterSetting::Receipts:
    case PrinterSetting::Template:
    case PrinterSetting::Cutter:
    case PrinterSetting::FirstSlot:
    case PrinterSetting::NumberedBlanks:
        return {};
    }
    Q_UNREACHABLE();
}

QString SettingsText::reason(const SettingsFault &fault)
{
    const QString words = reasonOfValue(fault);
    return words.isEmpty() ? reasonOfFile(fault) : words;
}

QString SettingsText::reasonOfValue(const SettingsFault &fault)
{
    switch (fault.reason) {
    case SettingsReason::Empty:
        return tr("This field is required.");
    case SettingsReason::TooLong:
        return tr("Too long: at most %1 characters.").arg(fault.detail);
    case SettingsReason::NotPlain:
        return tr("Line breaks and other control characters are not allowed here.");
    case SettingsReason::OutOfBounds:
        return tr("It must be %1.").arg(fault.detail);
    case SettingsReason::NoScheme:
        return tr("The address must begin with https://");
    case SettingsReason::HasPath:
        return tr("Only the server belongs here: https://host, nothing after it.");
    case SettingsReason::NotSecure:
        return tr("Only https:// is safe for the key; http:// is for this computer alone.");
    case SettingsReason::NoAddress:
        return tr("This is not a valid address: https://host is needed.");
    case SettingsReason::LooksLikeKey:
        return tr("This looks like an API key. Keys are not kept in the settings.");
    case SettingsReason::SlowestTooFast:
        return tr("The longest pause cannot be shorter than the first.");
    case SettingsReason::NameTaken:
        return tr("Method %1 has the same name.").arg(fault.detail);
    case SettingsReason::DigitTaken:
        return tr("Method %1 has the same key.").arg(fault.detail);
    case SettingsReason::NoneOffered:
        return tr("At least one payment method must be on.");
    case SettingsReason::PrinterTaken:
        return tr("Printer %1 has the same name.").arg(fault.detail);
    case SettingsReason::WantsYesOrNo:
    case SettingsReason::WantsNumber:
    case SettingsReason::WantsDecimal:
    case SettingsReason::WantsText:
    case SettingsReason::WantsList:
    case SettingsReason::WantsObject:
    case SettingsReason::UnknownWord:
    case SettingsReason::UnknownField:
    case SettingsReason::HoldsKey:
    case SettingsReason::Twice:
    case SettingsReason::NotJson:
    case SettingsReason::NotSettings:
    case SettingsReason::NewerVersion:
    case SettingsReason::TooLarge:
    case SettingsReason::NotAFile:
    case SettingsReason::Unreadable:
        return {};
    }
    Q_UNREACHABLE();
}

// NOLINTNEXTLINE(readability-function-size): a case for each fault
QString SettingsText::reasonOfFile(const SettingsFault &fault)
{
    switch (fault.reason) {
    case SettingsReason::WantsYesOrNo:
        return tr("true or false belongs here.");
    case SettingsReason::WantsNumber:
        return tr("A whole number belongs here.");
    case SettingsReason::WantsDecimal:
        return tr("A number belongs here.");
    case SettingsReason::WantsText:
        return tr("A text in quotes belongs here.");
    case SettingsReason::WantsList:
        return tr("A list in [ ] belongs here.");
    case SettingsReason::WantsObject:
        return tr("An object in { } belongs here.");
    case SettingsReason::UnknownWord:
        return tr("One of these belongs here: %1.").arg(fault.detail);
    case SettingsReason::UnknownField:
        return tr("There is no such field.");
    case SettingsReason::HoldsKey:
        return tr("A settings file holds no key. Delete this line.");
    case SettingsReason::Twice:
        return tr("The field stands there twice.");
    case SettingsReason::NotJson:
        return tr("From here on the file is not valid JSON: a comma, a quote or a bracket may be missing.");
    case SettingsReason::NotSettings:
        return tr("This is not a settings file of Okoshko.");
    case SettingsReason::NewerVersion:
        return tr("The file was made by a newer Okoshko (version %1 of such files). Update this counter first.")
            .arg(fault.detail);
    case SettingsReason::NotAFile:
        return tr("This is not an ordinary file.");
    case SettingsReason::TooLarge:
        return tr("The file is too large for settings.");
    case SettingsReason::Unreadable:
        return tr("The file cannot be read: %1").arg(fault.detail);
    case SettingsReason::Empty:
    case SettingsReason::TooLong:
    case SettingsReason::NotPlain:
    case SettingsReason::OutOfBounds:
    case SettingsReason::NoScheme:
    case SettingsReason::HasPath:
    case SettingsReason::NotSecure:
    case SettingsReason::NoAddress:
    case SettingsReason::LooksLikeKey:
    case SettingsReason::SlowestTooFast:
    case SettingsReason::NameTaken:
    case SettingsReason::DigitTaken:
    case SettingsReason::NoneOffered:
    case SettingsReason::PrinterTaken:
        return {};
    }
    Q_UNREACHABLE();
}

QString SettingsText::inFile(const QList<SettingsFault> &faults)
{
    return FaultText::inFile(faults, &SettingsText::reason);
}

} // namespace okoshko
