// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QProgressBar)

namespace okoshko {

class ActionButton;

/// A wait that shows what is awaited and can be left: nothing for the first fifth of a second, then a moving bar, and
/// after two seconds words and a button.
class WaitLine final : public QWidget
{
    Q_OBJECT
public:
    explicit WaitLine(QWidget *parent);

    void start(const QString &words, const QString &leaveText);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_soon.isActive() || m_later.isActive() || isVisible(); }

Q_SIGNALS:
    void left();

private:
    QProgressBar *m_bar;
    QLabel *m_words;
    ActionButton *m_leave;
    QTimer m_soon;
    QTimer m_later;
};

} // namespace okoshko
