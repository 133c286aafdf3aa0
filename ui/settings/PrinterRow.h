// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/SettingsFields.h"
#include "ui/widgets/InputField.h"

#include <QList>
#include <QString>

QT_FORWARD_DECLARE_CLASS(QAbstractButton)
QT_FORWARD_DECLARE_CLASS(QComboBox)

namespace okoshko {

class NumberEdit;

/// One setting of a printer: the control for its row in SettingsFields.h.
///
/// Controls, by the field's name in files: "printer_nameEdit", "printer_widthEdit"; with choices "printer_templateBox";
/// for yes and no a button each, "printer_tickets"; "printer_nameReason".
class PrinterRow final : public InputField
{
    Q_OBJECT
public:
    struct Choice
    {
        QString value;
        QString words;

        friend bool operator==(const Choice &, const Choice &) = default;
    };
    enum class Control {
        Line,   ///< for a text or a number
        Listed, ///< one of the choices
        Typed,  ///< one of the choices, or another text
    };

    PrinterRow(PrinterSetting setting, Control control, QWidget *parent);
    /// Several settings of yes and no, under one \a name.
    PrinterRow(const QString &name, const QList<PrinterSetting> &switches, QWidget *parent);

    [[nodiscard]] bool shows(PrinterSetting setting) const { return m_settings.contains(setting); }
    [[nodiscard]] PrinterSetting setting() const { return m_settings.first(); }

    void setChoices(const QList<Choice> &choices);
    void setValue(const PrinterProfile &printer);
    /// Sets the values on screen; text that is no number becomes one that is out of bounds.
    void fill(PrinterProfile &printer) const;
    void focusControl();

Q_SIGNALS:
    void edited();

private:
    PrinterRow(PrinterSetting setting, QLayout *row, QComboBox *box, QLineEdit *line, QWidget *parent);
    PrinterRow(const QString &name, const QList<PrinterSetting> &switches, QLayout *row, QWidget *parent);
    [[nodiscard]] bool isDecimal() const;

    QList<PrinterSetting> m_settings;
    QComboBox *m_box = nullptr;
    NumberEdit *m_number = nullptr;
    QList<QAbstractButton *> m_switches;
    QList<Choice> m_choices;
};

} // namespace okoshko
