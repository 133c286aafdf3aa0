// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/SettingsFields.h"

#include "ui/widgets/InputField.h"

QT_FORWARD_DECLARE_CLASS(QButtonGroup)

namespace okoshko {

class NumberEdit;
class WrapLayout;

/// One setting: the control for its row in SettingsFields.h, and a hint.
///
/// Controls, by the field's name in files: "urgentFromEdit"; for words a button each, "theme_dark"; "urgentFromReason".
class SettingRow final : public InputField
{
    Q_OBJECT
public:
    SettingRow(Setting setting, QWidget *parent);

    [[nodiscard]] Setting setting() const { return m_setting; }
    void setValue(const CounterSettings &values);
    /// Sets the value on screen; text that is no value becomes one that is out of bounds.
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
    NumberEdit *m_number; ///< for a number
    QLabel *m_unit = nullptr;
    QButtonGroup *m_choices = nullptr; ///< for words
    QStringList m_words;
};

} // namespace okoshko
