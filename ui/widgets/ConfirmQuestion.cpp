// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ConfirmQuestion.h"

#include "ui/widgets/ActionButton.h"
#include "ui/widgets/KeyHint.h"
#include "ui/widgets/Notice.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

/// A key that could have been an answer.
KeyPause::Key judge(const QKeyEvent &press, const QWidget *focus)
{
    const Qt::Key key = keyAtPlace(press);
    const bool isTyping = qobject_cast<const QLineEdit *>(focus);
    const bool isAnswer = key == Qt::Key_Return || key == Qt::Key_Escape || (key == Qt::Key_Delete && !isTyping) ||
                          (key < Qt::Key_Escape && !isTyping);
    return isAnswer ? KeyPause::Key::Swallowed : KeyPause::Key::Ignored;
}

} // namespace

ConfirmQuestion::ConfirmQuestion(QWidget *parent)
    : QWidget(parent)
    , m_notice(new Notice(this))
    , m_quiet([this](const QKeyEvent &press) { return judge(press, window()->focusWidget()); }, this)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_notice);
    setFocusPolicy(Qt::ClickFocus);
    hide();
    connect(&m_quiet, &KeyPause::over, &m_quiet, &KeyPause::end);
}

void ConfirmQuestion::ask(const Question &question, std::function<void()> yes)
{
    if (m_isAsking)
        return;
    m_isAsking = true;
    m_quiet.end();
    m_then = std::move(yes);
    m_focused = window()->focusWidget();
    m_notice->showMessage(Notice::Kind::Warning, question.message);
    m_part = question.part;
    if (m_part)
        m_notice->addPart(m_part);
    const bool enterSaysYes = question.enter == Enter::SaysYes;
    m_yes = m_notice->addButton(question.yes, question.yesName);
    enterSaysYes ? m_yes->setKey(Qt::Key_Return, Qt::Key_Y) : m_yes->setKey(Qt::Key_Y);
    m_no = m_notice->addButton(question.no, question.noName);
    m_no->setKey(Qt::Key_Escape);
    connect(m_yes, &QPushButton::clicked, this, &ConfirmQuestion::answerYes);
    connect(m_no, &QPushButton::clicked, this, &ConfirmQuestion::end);
    show();
    QWidget *first = enterSaysYes ? m_yes.data() : question.part ? question.part : m_no.data();
    first->setFocus(Qt::OtherFocusReason);
    m_yes->guard(ActionButton::Guard::Lasting, question.part);
    showInstead(false);
}

void ConfirmQuestion::goOnToYes()
{
    m_yes->setFocus(Qt::OtherFocusReason);
    m_yes->guard(ActionButton::Guard::Lasting, m_part); // a second Enter at once is no answer
}

void ConfirmQuestion::keyPressEvent(QKeyEvent *event)
{
    const QWidget *focus = window()->focusWidget();
    const bool isInPart = m_isAsking && m_part && focus && (m_part == focus || m_part->isAncestorOf(focus));
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Up)
        focusPreviousChild();
    else if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Down)
        focusNextChild();
    else if (keyAtPlace(*event) == Qt::Key_Return && isInPart)
        goOnToYes();
    else
        QWidget::keyPressEvent(event);
}

void ConfirmQuestion::answerYes()
{
    const auto then = std::exchange(m_then, {});
    end();
    then();
}

void ConfirmQuestion::withdraw()
{
    if (!m_isAsking)
        return;
    end();
    m_quiet.begin();
}

void ConfirmQuestion::showInstead(bool areShown)
{
    for (const QPointer<QWidget> &buttons : std::as_const(m_instead)) {
        if (buttons)
            buttons->setVisible(areShown);
    }
}

void ConfirmQuestion::end()
{
    m_isAsking = false;
    const QWidget *focused = window()->focusWidget();
    const bool had = focused == this || isAncestorOf(focused);
    showInstead(true);
    // Before the question is hidden: a focus that moves to the next control on its own would scroll to that one.
    if (had && m_focused && m_focused->isVisible() && m_focused->isEnabled())
        m_focused->setFocus(Qt::OtherFocusReason);
    m_notice->clear();
    hide();
}

} // namespace okoshko
