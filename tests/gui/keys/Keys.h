// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QString>

#include <chrono>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko::test {

/// Keys as the window system of a real computer sends them: each with the time at which it was pressed, and repeated
/// while it is held. They go to where the focus of \a window is.
class Keys
{
public:
    explicit Keys(QWidget &window)
        : m_window(window)
    {
    }

    /// One key after the other, \a pause apart; a letter by the layout that it belongs to, "\n" and "\t" are keys too.
    void type(const QString &text, std::chrono::milliseconds pause);
    /// As type(), as fast as a scanner, with \a end after it.
    void scan(const QString &code, const QString &end = QStringLiteral("\n"))
    {
        type(code + end, std::chrono::milliseconds(4));
    }
    void press(Qt::Key key);
    /// \a key held down, until it was sent \a times more.
    void hold(Qt::Key key, int times);
    /// As X tells it: released and pressed again at the same moment, \a times.
    void holdInPairs(Qt::Key key, int times);
    /// Time passes for the keys that follow.
    void pass(std::chrono::milliseconds time) { m_now += time; }

private:
    enum class Repeat { No, Yes };
    void send(Qt::Key key, const QString &text);
    void send(QEvent::Type type, Qt::Key key, const QString &text, Repeat repeat = Repeat::No);

    QWidget &m_window;
    std::chrono::milliseconds m_now{1000};
};

} // namespace okoshko::test
