// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/InputField.h"

#include "ui/widgets/Labels.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace okoshko {

InputField::InputField(const QString &objectName, QWidget *parent)
    : InputField(objectName + u"Reason"_s, new QHBoxLayout, new QLineEdit, parent)
{
    m_edit->setObjectName(objectName);
    m_edit->setMaxLength(1000);
}

InputField::InputField(const QString &reasonName, QLayout *controls, QLineEdit *edit, QWidget *parent)
    : QWidget(parent)
    , m_name(makeLabel(this, Theme::Type::Text, Tone::Plain, QFont::Medium))
    , m_edit(edit)
    , m_hint(makeLabel(this, Theme::Type::Note, Tone::Muted))
    , m_reason(makeLabel(this, Theme::Type::Note, Tone::Urgent))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(1) / 2);
    column->addWidget(m_name);
    column->addLayout(controls);
    column->addWidget(m_hint);
    column->addWidget(m_reason);
    if (m_edit) {
        controls->addWidget(m_edit);
        m_name->setBuddy(m_edit);
    }
    for (QLabel *label : {m_name, m_hint, m_reason})
        label->setWordWrap(true);
    m_reason->setObjectName(reasonName);
    m_hint->hide();
    m_reason->hide();
}

QString InputField::text() const
{
    return m_edit->text();
}

void InputField::setWords(const QString &name, const QString &hint)
{
    m_name->setText(name);
    m_name->setVisible(!name.isEmpty());
    m_hint->setText(hint);
    if (m_edit && !name.isEmpty())
        m_edit->setAccessibleName(QString(name).remove(u'&'));
    describe();
}

void InputField::setReason(const QString &reason, Severity severity)
{
    const bool isWrong = !reason.isEmpty() && severity == Severity::Wrong;
    m_reason->setText(reason);
    describe();
    if (!m_edit || isWrong == m_isWrong)
        return;
    m_isWrong = isWrong;
    m_edit->setProperty("wrong", isWrong);
    m_edit->style()->unpolish(m_edit);
    m_edit->style()->polish(m_edit);
}

bool InputField::hasReason() const
{
    return !m_reason->text().isEmpty();
}

void InputField::describe()
{
    m_reason->setVisible(hasReason());
    m_hint->setVisible(!hasReason() && !m_hint->text().isEmpty());
    if (m_edit)
        m_edit->setAccessibleDescription(hasReason() ? m_reason->text() : m_hint->text());
}

} // namespace okoshko
