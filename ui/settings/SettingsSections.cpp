// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/SettingsSections.h"

namespace okoshko {

AppearanceSection::AppearanceSection(QWidget *parent)
    : FormSection({Setting::Language, Setting::Theme, Setting::TextSize, Setting::Sounds}, parent)
{
}

QString AppearanceSection::title() const
{
    return tr("Look and sound");
}

SellingSection::SellingSection(QWidget *parent)
    : FormSection({Setting::UrgentFrom, Setting::FirstPause, Setting::SlowestPause, Setting::ScanPause}, parent)
{
}

QString SellingSection::title() const
{
    return tr("Waiting and scanner");
}

CounterSection::CounterSection(QWidget *parent)
    : FormSection({Setting::CounterName}, parent)
{
}

QString CounterSection::title() const
{
    return tr("This counter");
}

} // namespace okoshko
