// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/SettingsFields.h"

#include "ui/widgets/InputField.h"

QT_FORWARD_DECLARE_CLASS(QButtonGroup)

namespace okoshko {

class NumberEdit;
class WrapLayout;

/// One setting: the control that its row in SettingsFields.h asks for, and what the setting does.
///
/// Controls, by the field's name in files: "urgentFromEdit"; of words a button each, "theme_dark"; "urgentFromReason".
class SettingRow final : public InputField
{
    Q_OBJECT
public:
    SettingRow(Setting setting, QWidget *parent);

    [[nodiscard]] Setting setting() const { return m_setting; }
    void setValue(const CounterSettings &values);
    /// What is on screen; what cannot even be a value becomes one that is out of bounds.
    void fill(CounterSettings &values) const;
    void focusControl();

Q_SIGNALS:
    void edited();

private:
    SettingRow(Setting setting, WrapLayout *row, NumberEdit *number, QWidget *parent);
    void makeChoices(WrapLayout &row, const QStringList &words);
    [[nodiscard]] PlainValue value() const;
    void showUnit();

    Setting m_setting;
    NumberEdit *m_number; ///< of a number, its line
    QLabel *m_unit = nullptr;
    QButtonGroup *m_choices = nullptr; ///< of words
    QStringList m_words;
};

} // namespace okoshko
