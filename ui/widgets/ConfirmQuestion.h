// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/Message.h"

#include <QList>
#include <QPointer>
#include <QString>
#include <QTimer>
#include <QWidget>

#include <functional>

namespace okoshko {

class ActionButton;
class Notice;

/// Asks before something that cannot be undone, beside what it is about. Hidden until it asks.
///
/// *Yes* cannot be pressed before no key has been pressed or held for 400 ms: the key that raised the question is no
/// answer to it. *No* has the focus, except where Enter may say yes. An answer gives the focus back. Where what is
/// asked about changes by itself, withdraw() ends the question, and Enter, Esc, Space, Delete, digits and letters do
/// nothing until they have been left alone for as long: they were meant for it.
class ConfirmQuestion final : public QWidget
{
    Q_OBJECT
public:
    enum class Enter {
        SaysNo,
        SaysYes, ///< for *money received* alone
    };

    struct Question
    {
        Message message; ///< what will happen, and to what
        QString yes;
        QString yesName; ///< of its button
        QString no;
        QString noName;
        Enter enter = Enter::SaysNo;
    };

    explicit ConfirmQuestion(QWidget *parent);

    /// \a buttons are hidden while it asks: where there is little room, one of both is in view.
    void takePlaceOf(QWidget &buttons) { m_instead << &buttons; }
    /// Nothing while it asks already. \a yes is called once, after the question is gone.
    void ask(const Question &question, std::function<void()> yes);
    [[nodiscard]] bool isAsking() const { return m_isAsking; }
    /// Keys mean something else than they will: *yes* cannot be pressed yet, or the question has just been withdrawn.
    [[nodiscard]] bool isQuiet() const { return m_quiet.isActive(); }
    void withdraw(); ///< nothing where it does not ask

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void answerYes();
    void beQuiet();
    void showInstead(bool areShown);
    void end();

    Notice *m_notice;
    QPointer<ActionButton> m_yes;
    QPointer<ActionButton> m_no;
    std::function<void()> m_then;
    QList<QPointer<QWidget>> m_instead;
    QPointer<QWidget> m_focused; ///< before it asked
    QTimer m_quiet;              ///< runs while keys mean something else
    bool m_isAsking = false;
    Enter m_enter = Enter::SaysNo;
};

} // namespace okoshko
