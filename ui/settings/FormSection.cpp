// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/FormSection.h"

#include "ui/settings/SettingRow.h"
#include "ui/text/SettingsText.h"
#include "ui/theme/Theme.h"

#include <QBoxLayout>

#include <algorithm>

namespace okoshko {

FormSection::FormSection(const QString &title, const QList<Setting> &settings, QWidget *parent)
    : SettingsSection(parent)
    , m_title(title)
{
    QVBoxLayout &column = makeColumn(Theme::space(120));
    column.setSpacing(Theme::space(4));
    for (const Setting setting : settings) {
        auto *row = new SettingRow(setting, this);
        connect(row, &SettingRow::edited, this, &SettingsSection::edited);
        column.addWidget(row);
        m_rows << row;
    }
    column.addStretch();
}

void FormSection::setValues(const CounterSettings &values)
{
    for (SettingRow *row : std::as_const(m_rows))
        row->setValue(values);
}

void FormSection::fill(CounterSettings &values) const
{
    for (const SettingRow *row : m_rows)
        row->fill(values);
}

void FormSection::restoreDefaults()
{
    setValues({});
    Q_EMIT edited();
}

bool FormSection::showFaults(const QList<SettingsFault> &faults)
{
    bool isWrong = false;
    for (SettingRow *row : std::as_const(m_rows)) {
        const auto fault = std::ranges::find(faults, pathOf(row->setting()), &SettingsFault::field);
        isWrong = isWrong || fault != faults.cend();
        row->setReason(fault == faults.cend() ? QString() : SettingsText::reason(*fault));
    }
    return isWrong;
}

void FormSection::focusFirst()
{
    m_rows.first()->focusControl();
}

} // namespace okoshko
