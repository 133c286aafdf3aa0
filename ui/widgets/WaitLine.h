// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTimer>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QProgressBar)

namespace okoshko {

class ActionButton;

/// A wait that can be cancelled: hidden for the first fifth of a second, then a moving bar, after two seconds text and
/// a button, and after ten seconds an explanation.
class WaitLine final : public QWidget
{
    Q_OBJECT
public:
    explicit WaitLine(QWidget *parent);

    /// \a leaveText: text of the button; empty = no button, if the wait blocks nothing. \a slowWords: text after ten
    /// seconds; empty = the same as before.
    void start(const QString &words, const QString &leaveText, const QString &slowWords = {});
    void setText(const QString &words); ///< replaces the text while it runs
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
