// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

QT_FORWARD_DECLARE_CLASS(QKeyEvent)

namespace okoshko {

/// A pause in which a key may still be meant for something that is gone: a person sees a change of the screen and
/// stops typing within `length`. Judges all keys of the program until it is ended.
class KeyPause final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds length{400};

    enum class Key {
        Ignored,
        BeginsAnew, ///< it begins the pause again
        Swallowed,  ///< the same, and nobody gets it
    };
    using Judge = std::function<Key(const QKeyEvent &)>;

    KeyPause(Judge judge, QObject *parent);

    void begin();
    void end(); ///< without over()
    [[nodiscard]] bool isRunning() const { return m_rest.isActive(); }

Q_SIGNALS:
    void begun(); ///< also when it begins again
    void over();  ///< no key came for `length`; a later one may begin it again, unless it is ended

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Judge m_judge;
    QTimer m_rest;
};

} // namespace okoshko
