// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/SettingsText.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace okoshko {

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
    case SettingsReason::WantsYesOrNo:
    case SettingsReason::WantsNumber:
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

QString SettingsText::reasonOfFile(const SettingsFault &fault)
{
    switch (fault.reason) {
    case SettingsReason::WantsYesOrNo:
        return tr("true or false belongs here.");
    case SettingsReason::WantsNumber:
        return tr("A whole number belongs here.");
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
        return {};
    }
    Q_UNREACHABLE();
}

QString SettingsText::inFile(const SettingsFault &fault)
{
    QStringList place;
    if (fault.line > 0)
        place << (fault.column > 0 ? tr("line %1, column %2").arg(fault.line).arg(fault.column)
                                   : tr("line %1").arg(fault.line));
    if (!fault.field.isEmpty())
        place << fault.field;
    return place.isEmpty() ? reason(fault) : place.join(u", "_s) + u": "_s + reason(fault);
}

QString SettingsText::inFile(const QList<SettingsFault> &faults)
{
    QStringList lines;
    for (const SettingsFault &fault : faults)
        lines << inFile(fault);
    return lines.join(u'\n');
}

} // namespace okoshko
