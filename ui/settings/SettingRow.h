// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/SettingsFields.h"

#include <QWidget>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QButtonGroup)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)

namespace okoshko {

class ActionButton;
class NumberEdit;
class WrapLayout;

/// One setting: its name, the control that its row in SettingsFields.h asks for, and beneath it what it does, or in
/// that place what is wrong with it.
///
/// Controls, by the field's name in files: "urgentFromEdit"; of words a button each, "theme_dark"; "urgentFromReason".
class SettingRow final : public QWidget
{
    Q_OBJECT
public:
    SettingRow(Setting setting, QWidget *parent);

    [[nodiscard]] Setting setting() const { return m_setting; }
    void setValue(const CounterSettings &values);
    /// What is on screen; what cannot even be a value becomes one that is out of bounds.
    void fill(CounterSettings &values) const;
    void setReason(const QString &reason); ///< empty = nothing is wrong
    void focusControl();

Q_SIGNALS:
    void edited();

private:
    void makeEdit(WrapLayout &row);
    void makeChoices(WrapLayout &row, const QStringList &words);
    [[nodiscard]] PlainValue value() const;
    void showUnit();

    Setting m_setting;
    QLabel *m_name;
    QLineEdit *m_edit = nullptr;    ///< of texts and numbers
    NumberEdit *m_number = nullptr; ///< the same, where it is a number
    QLabel *m_unit = nullptr;
    QButtonGroup *m_choices = nullptr; ///< of words
    QStringList m_words;
    QLabel *m_hint;
    QLabel *m_reason;
};

} // namespace okoshko
