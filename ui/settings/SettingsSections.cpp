// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/SettingsSections.h"

namespace okoshko {

AppearancePage::AppearancePage(QWidget *parent)
    : FormSection({Setting::Language, Setting::Theme, Setting::TextSize, Setting::Sounds}, parent)
{
}

QString AppearancePage::title() const
{
    return tr("Look and sound");
}

SellingPage::SellingPage(QWidget *parent)
    : FormSection({Setting::UrgentFrom, Setting::FirstPause, Setting::SlowestPause, Setting::ScanPause}, parent)
{
}

QString SellingPage::title() const
{
    return tr("Waiting and scanner");
}

CounterPage::CounterPage(QWidget *parent)
    : FormSection({Setting::CounterName}, parent)
{
}

QString CounterPage::title() const
{
    return tr("This counter");
}

} // namespace okoshko
