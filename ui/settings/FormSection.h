// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/SettingsSection.h"

#include "models/settings/SettingsFields.h"

namespace okoshko {

class SettingRow;

/// A page with a row for each setting.
class FormSection final : public SettingsSection
{
    Q_OBJECT
public:
    FormSection(const QString &title, const QList<Setting> &settings, QWidget *parent);

    [[nodiscard]] QString title() const override { return m_title; }
    void setValues(const CounterSettings &values) override;
    void fill(CounterSettings &values) const override;
    void restoreDefaults() override;
    [[nodiscard]] bool showFaults(const QList<SettingsFault> &faults) override;
    void focusFirst() override;

private:
    QString m_title;
    QList<SettingRow *> m_rows;
};

} // namespace okoshko
