// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/SettingRow.h"

#include "ui/settings/NumberEdit.h"
#include "ui/text/SettingsText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/WrapLayout.h"

#include "models/domain/Text.h"

#include <QButtonGroup>
#include <QLabel>
#include <QLineEdit>

#include <limits>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

NumberEdit *makeNumber(Setting setting)
{
    const CounterField &field = fieldOf(setting);
    return std::holds_alternative<qint64>(field.read({})) ? new NumberEdit(field.bounds, nullptr) : nullptr;
}

} // namespace

SettingRow::SettingRow(Setting setting, QWidget *parent)
    : SettingRow(setting, new WrapLayout, makeNumber(setting), parent)
{
}

SettingRow::SettingRow(Setting setting, WrapLayout *row, NumberEdit *number, QWidget *parent)
    : InputField(pathOf(setting) + u"Reason"_s, row,
                 number                   ? number
                 : fieldOf(setting).words ? nullptr
                                          : new QLineEdit,
                 parent)
    , m_setting(setting)
    , m_number(number)
{
    row->setSpacing(Theme::space(2));
    if (hasEdit()) {
        edit().setObjectName(pathOf(setting) + u"Edit"_s);
        connect(&edit(), &QLineEdit::textChanged, this, &SettingRow::edited);
    } else {
        makeChoices(*row, fieldOf(setting).words());
    }
    if (m_number) {
        m_unit = makeLabel(this);
        row->addWidget(m_unit);
        connect(m_number, &QLineEdit::textChanged, this, &SettingRow::showUnit);
        row->addStretch();
    }
    setWords(SettingNames::name(setting), SettingNames::hint(setting));
    showUnit();
}

void SettingRow::makeChoices(WrapLayout &row, const QStringList &words)
{
    m_words = words;
    m_choices = new QButtonGroup(this);
    const QString setting = SettingNames::name(m_setting).remove(u'&');
    for (int i = 0; i < words.size(); ++i) {
        auto *button = new ActionButton(ActionButton::Weight::Chip, this);
        button->setObjectName(u"%1_%2"_s.arg(pathOf(m_setting), words.at(i)));
        const QString choice = SettingNames::choice(m_setting, words.at(i));
        button->setText(choice);
        button->setAccessibleName(setting + u": "_s + choice);
        m_choices->addButton(button, i);
        row.addWidget(button);
    }
    row.addStretch();
    name().setBuddy(m_choices->button(0));
    connect(m_choices, &QButtonGroup::idClicked, this, &SettingRow::edited);
    // The arrows choose as well.
    connect(m_choices, &QButtonGroup::idToggled, this, [this](int id, bool isOn) {
        if (isOn && m_choices->button(id)->hasFocus())
            Q_EMIT edited();
    });
}

void SettingRow::setValue(const CounterSettings &values)
{
    const QSignalBlocker quiet(hasEdit() ? &edit() : nullptr); // set by the program
    const PlainValue value = fieldOf(m_setting).read(values);
    if (m_choices)
        m_choices->button(static_cast<int>(m_words.indexOf(std::get<QString>(value))))->setChecked(true);
    else if (m_number)
        m_number->setNumber(std::get<qint64>(value));
    else if (typedText(edit().text()) != std::get<QString>(value))
        edit().setText(std::get<QString>(value));
}

PlainValue SettingRow::value() const
{
    if (m_choices)
        return m_words.value(m_choices->checkedId());
    if (m_number)
        return m_number->number().value_or(std::numeric_limits<int>::min());
    return typedText(edit().text());
}

void SettingRow::fill(CounterSettings &values) const
{
    static_cast<void>(fieldOf(m_setting).take(value(), values)); // the control yields only accepted values
}

void SettingRow::focusControl()
{
    if (hasEdit())
        edit().setFocus();
    else if (m_choices->checkedButton())
        m_choices->checkedButton()->setFocus();
}

void SettingRow::showUnit()
{
    if (m_unit)
        m_unit->setText(SettingNames::unit(m_setting, static_cast<int>(m_number->number().value_or(0))));
}

} // namespace okoshko
