// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTimer>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QProgressBar)

namespace okoshko {

class ActionButton;

/// A wait that shows what is awaited and can be left: nothing for the first fifth of a second, then a moving bar, after
/// two seconds words and a button, and after ten how long it may take.
class WaitLine final : public QWidget
{
    Q_OBJECT
public:
    explicit WaitLine(QWidget *parent);

    /// \a leaveText: empty where nothing is held up, so that there is nothing to leave. \a slowWords: what is said from
    /// ten seconds on; empty = the same as before.
    void start(const QString &words, const QString &leaveText, const QString &slowWords = {});
    void say(const QString &words); ///< while it runs: instead of what it was started with
    void stop();
    [[nodiscard]] bool isRunning() const { return m_soon.isActive() || m_later.isActive() || isVisible(); }

Q_SIGNALS:
    void left();

private:
    QProgressBar *m_bar;
    QLabel *m_words;
    ActionButton *m_leave;
    QString m_slowWords;
    QTimer m_soon;
    QTimer m_later;
    QTimer m_slow;
};

} // namespace okoshko
