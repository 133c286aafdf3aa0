// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Notice.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/WrapLayout.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

#include <utility>

namespace okoshko {

namespace {

const Theme::Tint &tintOf(Notice::Kind kind)
{
    switch (kind) {
    case Notice::Kind::Info:
        return Theme::palette().notice;
    case Notice::Kind::Warning:
        return Theme::palette().warning;
    case Notice::Kind::Failure:
        return Theme::palette().failure;
    case Notice::Kind::Success:
        return Theme::palette().success;
    }
    Q_UNREACHABLE();
}

} // namespace

Notice::Notice(QWidget *parent)
    : QFrame(parent)
    , m_title(makeLabel(this, Theme::Type::Text, Tone::Plain, QFont::DemiBold))
    , m_body(makeLabel(this))
    , m_column(new QVBoxLayout(this))
    , m_row(new WrapLayout)
{
    m_column->setContentsMargins(Theme::space(3), Theme::space(2), Theme::space(3), Theme::space(2));
    m_column->setSpacing(Theme::space(1));
    m_column->addWidget(m_title);
    m_column->addWidget(m_body);
    m_column->addLayout(m_row);
    m_row->setSpacing(Theme::space(2));
    m_title->setWordWrap(true);
    m_body->setWordWrap(true);
    m_body->setTextInteractionFlags(Qt::TextSelectableByMouse);
    hide();
}

void Notice::centre()
{
    m_title->setAlignment(Qt::AlignHCenter);
    m_body->setAlignment(Qt::AlignHCenter);
}

void Notice::showMessage(Kind kind, const Message &message)
{
    const bool isNew = isHidden() || message != m_message;
    clear();
    m_kind = kind;
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, tintOf(kind).foreground);
    for (QLabel *label : {m_title, m_body})
        label->setPalette(ink);
    m_message.title = message.title;
    m_title->setText(breakable(message.title));
    setAccessibleName(message.title);
    setBody(message.body);
    show();
    if (!isNew)
        return;
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Notice::setBody(const QString &body)
{
    m_message.body = body;
    m_body->setText(breakable(body));
    m_body->setVisible(!body.isEmpty());
    setAccessibleDescription(body);
}

bool Notice::updateMessage(const Message &message)
{
    if (isHidden() || message.title != m_message.title)
        return false;
    setBody(message.body);
    return true;
}

void Notice::clear()
{
    // Otherwise the next widget gets the focus, and the next key presses it.
    if (const QWidget *focus = window()->focusWidget(); focus && isAncestorOf(focus))
        parentWidget()->setFocus();
    for (ActionButton *button : m_buttons) {
        button->hide();
        button->deleteLater();
    }
    m_buttons.clear();
    for (QWidget *part : std::as_const(m_parts)) {
        part->hide();
        part->deleteLater();
    }
    m_parts.clear();
    hide();
}

void Notice::addPart(QWidget *part)
{
    m_column->insertWidget(m_column->count() - 1, part);
    part->show();
    m_parts.append(part);
}

ActionButton *Notice::addButton(const QString &text, const QString &objectName, Qt::Key key)
{
    auto *button = new ActionButton(ActionButton::Weight::Normal, this);
    button->setObjectName(objectName);
    button->setText(text);
    button->setKey(key);
    m_row->addWidget(button);
    button->show(); // a layout shows widgets added to a visible widget only in the next turn of the event loop
    m_buttons.append(button);
    return button;
}

ActionButton *Notice::addUnderstood(const QString &objectName)
{
    ActionButton *button = addButton(tr("&Understood"), objectName);
    button->setFocusPolicy(Qt::TabFocus); // a click does not move the focus
    connect(button, &QPushButton::clicked, this, &Notice::clear);
    return button;
}

void Notice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme::Tint &tint = tintOf(m_kind);
    QColor outline = tint.foreground;
    outline.setAlphaF(0.35f);
    painter.setPen(outline);
    painter.setBrush(tint.background);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::space(1), Theme::space(1));
}

} // namespace okoshko
