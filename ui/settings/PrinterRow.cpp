// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/PrinterRow.h"

#include "ui/settings/NumberEdit.h"
#include "ui/text/SettingsText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/WrapLayout.h"

#include "models/domain/Text.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

constexpr int noNumber = -1; ///< out of all bounds; shown as an empty line

QString nameOf(PrinterSetting setting, const char16_t *suffix)
{
    return u"printer_%1%2"_s.arg(QStringView(fieldOf(setting).name), QStringView(suffix));
}

QComboBox *makeBox(PrinterRow::Control control)
{
    if (control == PrinterRow::Control::Line)
        return nullptr;
    auto *box = new QComboBox;
    box->setEditable(control == PrinterRow::Control::Typed);
    box->setInsertPolicy(QComboBox::NoInsert);
    // A long name must not widen the page.
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(24);
    box->setMinimumHeight(Theme::space(7));
    return box;
}

QLineEdit *makeLine(PrinterSetting setting, PrinterRow::Control control)
{
    if (control != PrinterRow::Control::Line)
        return nullptr;
    const PrinterField &field = fieldOf(setting);
    const PlainValue value = field.read({});
    if (std::holds_alternative<double>(value))
        return new NumberEdit(field.bounds, nullptr, NumberEdit::Digits::Decimal);
    if (std::holds_alternative<qint64>(value))
        return new NumberEdit(field.bounds, nullptr);
    return new QLineEdit;
}

} // namespace

PrinterRow::PrinterRow(PrinterSetting setting, Control control, QWidget *parent)
    : PrinterRow(setting, new WrapLayout, makeBox(control), makeLine(setting, control), parent)
{
}

PrinterRow::PrinterRow(PrinterSetting setting, QLayout *row, QComboBox *box, QLineEdit *line, QWidget *parent)
    : InputField(nameOf(setting, u"Reason"), row, line, parent)
    , m_settings{setting}
    , m_box(box)
    , m_number(qobject_cast<NumberEdit *>(line))
{
    row->setSpacing(Theme::space(2));
    const QString itsName = PrinterNames::name(setting);
    const QString hint = PrinterNames::hint(setting);
    setWords(itsName, hint);
    if (m_box) {
        row->addWidget(m_box);
        m_box->setObjectName(nameOf(setting, u"Box"));
        m_box->setAccessibleName(QString(itsName).remove(u'&'));
        name().setBuddy(m_box);
        connect(m_box, &QComboBox::activated, this, &PrinterRow::edited);
        if (m_box->isEditable())
            connect(m_box->lineEdit(), &QLineEdit::textEdited, this, &PrinterRow::edited);
    } else {
        edit().setObjectName(nameOf(setting, u"Edit"));
        connect(&edit(), &QLineEdit::textChanged, this, &PrinterRow::edited);
    }
    if (m_number) {
        auto *unit = makeLabel(this);
        unit->setText(PrinterNames::unit(setting));
        row->addWidget(unit);
    }
}

PrinterRow::PrinterRow(const QString &name, const QList<PrinterSetting> &switches, QWidget *parent)
    : PrinterRow(name, switches, new WrapLayout, parent)
{
}

PrinterRow::PrinterRow(const QString &name, const QList<PrinterSetting> &switches, QLayout *row, QWidget *parent)
    : InputField(nameOf(switches.first(), u"Reason"), row, nullptr, parent)
    , m_settings(switches)
{
    row->setSpacing(Theme::space(2));
    setWords(name, {});
    for (const PrinterSetting setting : switches) {
        auto *button = new ActionButton(ActionButton::Weight::Chip, this);
        button->setObjectName(nameOf(setting, u""));
        button->setText(PrinterNames::name(setting));
        button->setAccessibleName(QString(name).remove(u'&') + u": "_s + PrinterNames::name(setting));
        row->addWidget(button);
        m_switches << button;
        connect(button, &QAbstractButton::clicked, this, &PrinterRow::edited);
    }
    this->name().setBuddy(m_switches.first());
}

bool PrinterRow::isDecimal() const
{
    return std::holds_alternative<double>(fieldOf(setting()).read({}));
}

void PrinterRow::setChoices(const QList<Choice> &choices)
{
    if (std::exchange(m_choices, choices) == choices)
        return;
    const QString typed = m_box->isEditable() ? m_box->currentText() : m_box->currentData().toString();
    m_box->clear();
    for (const Choice &choice : choices)
        m_box->addItem(choice.words, choice.value);
    if (m_box->isEditable())
        m_box->setEditText(typed);
    else
        m_box->setCurrentIndex(m_box->findData(typed));
}

void PrinterRow::setValue(const PrinterProfile &printer)
{
    for (qsizetype i = 0; i < m_switches.size(); ++i)
        m_switches.at(i)->setChecked(std::get<bool>(fieldOf(m_settings.at(i)).read(printer)));
    if (!m_switches.isEmpty())
        return;
    const PlainValue value = fieldOf(setting()).read(printer);
    if (m_box && m_box->isEditable()) {
        m_box->setEditText(std::get<QString>(value));
        return;
    }
    if (m_box) {
        m_box->setCurrentIndex(m_box->findData(std::get<QString>(value)));
        return;
    }
    const QSignalBlocker quiet(&edit()); // set by the program
    const auto *decimal = std::get_if<double>(&value);
    const auto *whole = std::get_if<qint64>(&value);
    if ((decimal && *decimal == noNumber) || (whole && *whole == noNumber))
        edit().clear();
    else if (decimal)
        m_number->setDecimal(*decimal);
    else if (whole)
        m_number->setNumber(*whole);
    else if (typedText(edit().text()) != std::get<QString>(value))
        edit().setText(std::get<QString>(value));
}

void PrinterRow::fill(PrinterProfile &printer) const
{
    // The controls yield only accepted values.
    for (qsizetype i = 0; i < m_switches.size(); ++i)
        static_cast<void>(fieldOf(m_settings.at(i)).take(m_switches.at(i)->isChecked(), printer));
    if (!m_switches.isEmpty())
        return;
    PlainValue value;
    if (m_number && isDecimal())
        value = m_number->decimal().value_or(noNumber);
    else if (m_number)
        value = m_number->number().value_or(noNumber);
    else if (m_box && m_box->isEditable())
        value = typedText(m_box->currentText());
    else if (m_box && m_box->currentIndex() < 0)
        return; // a value that is none of the choices stays
    else
        value = m_box ? m_box->currentData().toString() : typedText(edit().text());
    static_cast<void>(fieldOf(setting()).take(value, printer));
}

void PrinterRow::focusControl()
{
    if (hasEdit())
        edit().setFocus();
    else if (m_box)
        m_box->setFocus();
    else
        m_switches.first()->setFocus();
}

} // namespace okoshko
