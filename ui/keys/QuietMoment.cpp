// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/QuietMoment.h"

#include "ui/widgets/ConfirmQuestion.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace okoshko {

namespace {

constexpr auto afterTyping = 500ms;
constexpr auto longestSilence = 2s; ///< a pressed key repeats more often than this
constexpr auto betweenLooks = 50ms;

bool isCellEditor(const QWidget *widget)
{
    const QWidget *around = widget && widget->parentWidget() ? widget->parentWidget()->parentWidget() : nullptr;
    return qobject_cast<const QAbstractItemView *>(around);
}

} // namespace

QuietMoment::QuietMoment(QWidget &window)
    : m_window(window)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &QuietMoment::look);
    QCoreApplication::instance()->installEventFilter(this);
}

void QuietMoment::await(std::function<bool()> mayBe, std::function<void()> then)
{
    m_mayBe = std::move(mayBe);
    m_then = std::move(then);
    m_next.start(0);
}

void QuietMoment::look()
{
    if (!isNow() || !m_mayBe()) {
        m_next.start(betweenLooks);
        return;
    }
    m_mayBe = nullptr;
    std::exchange(m_then, nullptr)();
}

bool QuietMoment::isNow() const
{
    const auto questions = m_window.findChildren<ConfirmQuestion *>();
    const std::chrono::milliseconds rest = m_down.isEmpty() ? afterTyping : longestSilence;
    return !QApplication::activePopupWidget() && !QApplication::activeModalWidget() &&
           QApplication::mouseButtons() == Qt::NoButton && !m_isTouched &&
           (!m_sincePress.isValid() || m_sincePress.hasExpired(rest.count())) &&
           !isCellEditor(m_window.focusWidget()) &&
           std::ranges::none_of(questions, [](const ConfirmQuestion *question) { return question->isAsking(); });
}

bool QuietMoment::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) { // other events do not matter
    case QEvent::KeyPress:
        m_down << static_cast<QKeyEvent *>(event)->key();
        m_sincePress.start();
        break;
    case QEvent::KeyRelease:
        m_down.remove(static_cast<QKeyEvent *>(event)->key());
        break;
    case QEvent::TouchBegin:
        m_isTouched = true;
        break;
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        m_isTouched = false;
        break;
    case QEvent::ApplicationStateChange:
    case QEvent::WindowDeactivate: // the release would be sent to another window
        m_down.clear();
        m_isTouched = false;
        break;
    default:
        break;
    }
    return false;
}

} // namespace okoshko
