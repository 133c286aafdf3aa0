// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ConfirmQuestion.h"

#include "ui/widgets/ActionButton.h"
#include "ui/widgets/KeyHint.h"
#include "ui/widgets/Notice.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>

#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

ConfirmQuestion::ConfirmQuestion(QWidget *parent)
    : QWidget(parent)
    , m_notice(new Notice(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_notice);
    setFocusPolicy(Qt::ClickFocus);
    hide();
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietTime);
    connect(&m_quiet, &QTimer::timeout, this, [this] {
        if (!m_isAsking)
            return QCoreApplication::instance()->removeEventFilter(this);
        m_yes->setEnabled(true);
        if (m_enter == Enter::SaysYes && window()->focusWidget() == this)
            m_yes->setFocus(Qt::OtherFocusReason);
    });
}

void ConfirmQuestion::ask(const Question &question, std::function<void()> yes)
{
    if (m_isAsking)
        return;
    m_isAsking = true;
    m_then = std::move(yes);
    m_enter = question.enter;
    m_focused = window()->focusWidget();
    m_part = question.part;
    m_notice->showMessage(Notice::Kind::Warning, question.message);
    if (question.part)
        m_notice->addPart(question.part);
    const bool enterSaysYes = question.enter == Enter::SaysYes;
    m_yes = m_notice->addButton(question.yes, question.yesName);
    enterSaysYes ? m_yes->setKey(Qt::Key_Return, Qt::Key_Y) : m_yes->setKey(Qt::Key_Y);
    m_yes->setEnabled(false);
    m_no = m_notice->addButton(question.no, question.noName);
    m_no->setKey(Qt::Key_Escape);
    connect(m_yes, &QPushButton::clicked, this, &ConfirmQuestion::answerYes);
    connect(m_no, &QPushButton::clicked, this, &ConfirmQuestion::end);
    show();
    if (enterSaysYes)
        setFocus(Qt::OtherFocusReason); // until yes is enabled
    else if (question.part)
        question.part->setFocus(Qt::OtherFocusReason);
    else
        m_no->setFocus(Qt::OtherFocusReason);
    showInstead(false);
    restartQuietTime();
}

bool ConfirmQuestion::eventFilter(QObject *, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const Qt::Key key = keyAtPlace(static_cast<QKeyEvent &>(*event));
    if (m_isAsking) {
        const bool isAnswer = key == Qt::Key_Return || key == Qt::Key_Y || key == Qt::Key_Space;
        const bool isMove = key == Qt::Key_Escape || key == Qt::Key_Tab || key == Qt::Key_Backtab ||
                            (key >= Qt::Key_Left && key <= Qt::Key_Down) ||
                            (key >= Qt::Key_Shift && key <= Qt::Key_ScrollLock);
        const QWidget *focused = window()->focusWidget();
        const bool isInPart = m_part && focused && (m_part == focused || m_part->isAncestorOf(focused));
        // Too soon after another key, or typed for something else: a yes counts only after a pause.
        if (!isMove && !isInPart && (!isAnswer || !m_yes->isEnabled())) {
            if (m_yes->hasFocus())
                setFocus(Qt::OtherFocusReason);
            m_yes->setEnabled(false);
            m_quiet.start();
        }
        return false;
    }
    const bool isTyping = qobject_cast<QLineEdit *>(window()->focusWidget());
    const bool isMeant = key == Qt::Key_Return || key == Qt::Key_Escape || (key == Qt::Key_Delete && !isTyping) ||
                         (key < Qt::Key_Escape && !isTyping);
    if (isMeant)
        m_quiet.start();
    return isMeant;
}

void ConfirmQuestion::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Up)
        focusPreviousChild();
    else if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Down)
        focusNextChild();
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
    restartQuietTime();
}

void ConfirmQuestion::restartQuietTime()
{
    QCoreApplication::instance()->installEventFilter(this);
    m_quiet.start();
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
    m_quiet.stop();
    QCoreApplication::instance()->removeEventFilter(this);
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
