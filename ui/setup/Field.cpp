// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/Field.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Labels.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace okoshko {

Field::Field(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_name(makeLabel(this, Theme::Type::Text, Tone::Plain, QFont::Medium))
    , m_edit(new QLineEdit(this))
    , m_hint(makeLabel(this, Theme::Type::Note, Tone::Muted))
    , m_reason(makeLabel(this, Theme::Type::Note, Tone::Urgent))
{
    m_edit->setObjectName(objectName);
    m_edit->setMaxLength(1000);
    m_reason->setObjectName(objectName + u"Reason"_s);
    m_name->setBuddy(m_edit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(1) / 2);
    for (QWidget *part : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_edit),
                          static_cast<QWidget *>(m_hint), static_cast<QWidget *>(m_reason)})
        column->addWidget(part);
    m_hint->setWordWrap(true);
    m_reason->setWordWrap(true);
    m_reason->hide();
}

QString Field::text() const
{
    return m_edit->text();
}

void Field::setWords(const QString &name, const QString &hint)
{
    m_name->setText(name);
    m_name->setVisible(!name.isEmpty());
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty() && !isWrong());
    if (!name.isEmpty())
        m_edit->setAccessibleName(QString(name).remove(u'&'));
    m_edit->setAccessibleDescription(isWrong() ? m_reason->text() : hint);
}

void Field::setReason(const QString &reason)
{
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    m_hint->setVisible(reason.isEmpty() && !m_hint->text().isEmpty());
    m_edit->setAccessibleDescription(reason.isEmpty() ? m_hint->text() : reason);
    m_edit->setProperty("wrong", !reason.isEmpty());
    m_edit->style()->unpolish(m_edit);
    m_edit->style()->polish(m_edit);
}

bool Field::isWrong() const
{
    return m_edit->property("wrong").toBool();
}

} // namespace okoshko
