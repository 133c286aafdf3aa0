// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/keys/Keys.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QWidget>

using namespace std::chrono_literals;

namespace okoshko::test {

namespace {

QString textOf(Qt::Key key)
{
    if (key >= Qt::Key_A && key <= Qt::Key_Z)
        return QString(QChar(static_cast<char16_t>(key))).toLower();
    return key == Qt::Key_Return ? QString(u'\r') : QString();
}

} // namespace

void Keys::send(QEvent::Type type, Qt::Key key, const QString &text, Repeat repeat)
{
    QWidget *focus = m_window.focusWidget();
    QKeyEvent event(type, key, Qt::NoModifier, text, repeat == Repeat::Yes);
    event.setTimestamp(static_cast<quint64>(m_now.count()));
    QCoreApplication::sendEvent(focus && focus->isVisible() ? focus : &m_window, &event);
}

void Keys::send(Qt::Key key, const QString &text)
{
    send(QEvent::KeyPress, key, text);
    send(QEvent::KeyRelease, key, text);
}

void Keys::type(const QString &text, std::chrono::milliseconds pause)
{
    for (const QChar letter : text) {
        m_now += pause;
        if (letter == u'\n')
            send(Qt::Key_Return, QString(u'\r'));
        else if (letter == u'\t')
            send(Qt::Key_Tab, QString(u'\t'));
        else
            send(static_cast<Qt::Key>(letter.toUpper().unicode()), QString(letter));
    }
}

void Keys::press(Qt::Key key)
{
    m_now += 200ms;
    send(key, textOf(key));
}

void Keys::hold(Qt::Key key, int times)
{
    press(key);
    for (int i = 0; i < times; ++i) {
        m_now += 30ms;
        send(QEvent::KeyPress, key, textOf(key), Repeat::Yes);
    }
}

void Keys::holdInPairs(Qt::Key key, int times)
{
    m_now += 200ms;
    send(QEvent::KeyPress, key, textOf(key));
    for (int i = 0; i < times; ++i) {
        m_now += 30ms;
        send(QEvent::KeyRelease, key, textOf(key));
        send(QEvent::KeyPress, key, textOf(key));
    }
    send(QEvent::KeyRelease, key, textOf(key));
}

} // namespace okoshko::test
