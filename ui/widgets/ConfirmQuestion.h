// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/Message.h"
#include "ui/widgets/KeyPause.h"

#include <QList>
#include <QPointer>
#include <QString>
#include <QWidget>

#include <functional>

namespace okoshko {

class ActionButton;
class Notice;

/// Asks before an action that cannot be undone, beside its subject. Hidden until it asks.
///
/// *Yes* is guarded (ActionButton::guard), so that no key meant for something else answers. *No* has the focus, except
/// where Enter may say yes. An answer restores the focus. If the subject changes, call withdraw(): it ends the
/// question, and Enter, Esc, Space, Delete, digits and letters are swallowed until none was pressed for
/// KeyPause::length.
class ConfirmQuestion final : public QWidget
{
    Q_OBJECT
public:
    enum class Enter {
        SaysNo,
        SaysYes, ///< for *money received* only
    };

    struct Question
    {
        Message message; ///< what will happen, and to what
        QString yes;
        QString yesName; ///< object name of its button
        QString no;
        QString noName;
        Enter enter = Enter::SaysNo;
        QWidget *part = nullptr; ///< shown below the message, with the focus; owned until the answer has been handled
    };

    explicit ConfirmQuestion(QWidget *parent);

    /// Hides \a buttons while it asks, to save room.
    void takePlaceOf(QWidget &buttons) { m_instead << &buttons; }
    /// Ignored while it asks. \a yes is called once, after the question is hidden.
    void ask(const Question &question, std::function<void()> yes);
    [[nodiscard]] bool isAsking() const { return m_isAsking; }
    /// It was just withdrawn, and keys are swallowed.
    [[nodiscard]] bool isQuiet() const { return m_quiet.isRunning(); }
    void withdraw(); ///< ignored while it does not ask

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void goOnToYes(); ///< from its part: what is filled in there is not the answer yet
    void answerYes();
    void showInstead(bool areShown);
    void end();

    Notice *m_notice;
    QPointer<ActionButton> m_yes;
    QPointer<ActionButton> m_no;
    QPointer<QWidget> m_part;
    std::function<void()> m_then;
    QList<QPointer<QWidget>> m_instead;
    QPointer<QWidget> m_focused; ///< before it asked
    KeyPause m_quiet;            ///< after it was withdrawn
    bool m_isAsking = false;
};

} // namespace okoshko
