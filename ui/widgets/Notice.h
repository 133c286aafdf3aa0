// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/Message.h"

#include <QFrame>
#include <QList>

QT_FORWARD_DECLARE_CLASS(QBoxLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)

namespace okoshko {

class ActionButton;
class WrapLayout;

/// A message beside its subject: what happened, what to do, and buttons for it. Plain text. Hidden until showMessage().
/// Assistive tools are notified of new messages.
class Notice final : public QFrame
{
    Q_OBJECT
public:
    enum class Kind { Info, Warning, Failure, Success };

    explicit Notice(QWidget *parent);

    void centre(); ///< its words
    void showMessage(Kind kind, const Message &message);
    void setBody(const QString &body); ///< keeps the buttons
    /// Updates the body if \a message has the title on screen, and keeps the buttons. False if showMessage() is needed.
    [[nodiscard]] bool updateMessage(const Message &message);
    void clear(); ///< hides it and deletes its buttons
    /// Adds \a part between text and buttons; owned by the notice until clear().
    void addPart(QWidget *part);
    /// Adds a button below the text; owned by the notice until clear().
    ActionButton *addButton(const QString &text, const QString &objectName, Qt::Key key = {});

    /// Adds the button that dismisses the message.
    ActionButton *addUnderstood(const QString &objectName);

    [[nodiscard]] const QString &title() const { return m_message.title; }
    [[nodiscard]] const QString &body() const { return m_message.body; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind = Kind::Info;
    Message m_message;
    QLabel *m_title;
    QLabel *m_body;
    QBoxLayout *m_column;
    WrapLayout *m_row;
    QList<QWidget *> m_parts;
    QList<ActionButton *> m_buttons;
};

} // namespace okoshko
