// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/SettingRow.h"

#include "ui/settings/NumberEdit.h"
#include "ui/text/SettingsText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/WrapLayout.h"

#include "models/domain/Text.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>

#include <limits>

using namespace Qt::StringLiterals;

namespace okoshko {

SettingRow::SettingRow(Setting setting, QWidget *parent)
    : QWidget(parent)
    , m_setting(setting)
    , m_name(makeLabel(this, Theme::Type::Text, Tone::Plain, QFont::Medium))
    , m_hint(makeLabel(this, Theme::Type::Note, Tone::Muted))
    , m_reason(makeLabel(this, Theme::Type::Note, Tone::Urgent))
{
    const CounterField &field = fieldOf(setting);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(1));
    auto *row = new WrapLayout;
    row->setSpacing(Theme::space(2));
    column->addWidget(m_name);
    column->addLayout(row);
    column->addWidget(m_hint);
    column->addWidget(m_reason);
    if (field.words)
        makeChoices(*row, field.words());
    else
        makeEdit(*row);
    m_name->setWordWrap(true);
    m_hint->setWordWrap(true);
    m_reason->setWordWrap(true);
    m_reason->setObjectName(pathOf(setting) + u"Reason"_s);
    m_reason->hide();
    const QString name = SettingNames::name(m_setting);
    const QString plain = QString(name).remove(u'&');
    m_name->setText(name);
    m_hint->setText(SettingNames::hint(m_setting));
    m_hint->setVisible(!m_hint->text().isEmpty());
    if (m_edit)
        m_edit->setAccessibleName(plain);
    showUnit();
    for (int i = 0; i < m_words.size(); ++i) {
        const QString choice = SettingNames::choice(m_setting, m_words.at(i));
        m_choices->button(i)->setText(choice);
        m_choices->button(i)->setAccessibleName(plain + u": "_s + choice);
    }
}

void SettingRow::makeEdit(WrapLayout &row)
{
    const CounterField &field = fieldOf(m_setting);
    if (std::holds_alternative<qint64>(field.read({})))
        m_edit = m_number = new NumberEdit(field.bounds, this);
    else
        m_edit = new QLineEdit(this);
    m_edit->setObjectName(pathOf(m_setting) + u"Edit"_s);
    m_name->setBuddy(m_edit);
    row.addWidget(m_edit);
    if (m_number) {
        m_unit = makeLabel(this);
        row.addWidget(m_unit);
        connect(m_number, &QLineEdit::textChanged, this, &SettingRow::showUnit);
        row.addStretch();
    }
    connect(m_edit, &QLineEdit::textChanged, this, &SettingRow::edited);
}

void SettingRow::makeChoices(WrapLayout &row, const QStringList &words)
{
    m_words = words;
    m_choices = new QButtonGroup(this);
    for (int i = 0; i < words.size(); ++i) {
        auto *button = new ActionButton(ActionButton::Weight::Chip, this);
        button->setObjectName(u"%1_%2"_s.arg(pathOf(m_setting), words.at(i)));
        m_choices->addButton(button, i);
        row.addWidget(button);
    }
    row.addStretch();
    m_name->setBuddy(m_choices->button(0));
    connect(m_choices, &QButtonGroup::idClicked, this, &SettingRow::edited);
    // The arrows choose as well.
    connect(m_choices, &QButtonGroup::idToggled, this, [this](int id, bool isOn) {
        if (isOn && m_choices->button(id)->hasFocus())
            Q_EMIT edited();
    });
}

void SettingRow::setValue(const CounterSettings &values)
{
    const QSignalBlocker quiet(m_edit); // it is told, not edited
    const PlainValue value = fieldOf(m_setting).read(values);
    if (m_choices)
        m_choices->button(static_cast<int>(m_words.indexOf(std::get<QString>(value))))->setChecked(true);
    else if (m_number)
        m_number->setNumber(std::get<qint64>(value));
    else if (typedText(m_edit->text()) != std::get<QString>(value))
        m_edit->setText(std::get<QString>(value));
}

PlainValue SettingRow::value() const
{
    if (m_choices)
        return m_words.value(m_choices->checkedId());
    if (m_number)
        return m_number->number().value_or(std::numeric_limits<int>::min());
    return typedText(m_edit->text());
}

void SettingRow::fill(CounterSettings &values) const
{
    static_cast<void>(fieldOf(m_setting).take(value(), values)); // the control gives what the field takes
}

void SettingRow::setReason(const QString &reason)
{
    if (reason == m_reason->text() && m_reason->isVisibleTo(this) == !reason.isEmpty())
        return;
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    m_hint->setVisible(reason.isEmpty() && !m_hint->text().isEmpty());
    if (!m_edit)
        return;
    m_edit->setAccessibleDescription(reason.isEmpty() ? m_hint->text() : reason);
    m_edit->setProperty("wrong", !reason.isEmpty());
    m_edit->style()->unpolish(m_edit);
    m_edit->style()->polish(m_edit);
}

void SettingRow::focusControl()
{
    if (m_edit)
        m_edit->setFocus();
    else if (m_choices->checkedButton())
        m_choices->checkedButton()->setFocus();
}

void SettingRow::showUnit()
{
    if (m_unit)
        m_unit->setText(SettingNames::unit(m_setting, static_cast<int>(m_number->number().value_or(0))));
}

} // namespace okoshko
