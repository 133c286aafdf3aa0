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

/// Something that must be said, beside what it is about: what happened, what to do, and the buttons that do it. Plain
/// text throughout. Hidden until it is shown. Assistive tools are told of what is said anew.
class Notice final : public QFrame
{
    Q_OBJECT
public:
    enum class Kind { Info, Warning, Failure, Success };

    explicit Notice(QWidget *parent);

    void say(Kind kind, const Message &message);
    void setBody(const QString &body); ///< of what was said: its buttons stay
    /// The body of \a message, where what stands there has its title: its buttons stay. False where it is to be said.
    [[nodiscard]] bool retell(const Message &message);
    void clear(); ///< hides it, and forgets its buttons
    /// \a part stands between words and buttons; owned by the notice until clear().
    void addPart(QWidget *part);
    /// A button under the words; owned by the notice until clear().
    ActionButton *addButton(const QString &text, const QString &objectName, Qt::Key key = {});

    /// The button by which a person ends what was said.
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
