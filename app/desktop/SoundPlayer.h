// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/SoundAlerts.h"

#include <QObject>

#include <memory>

QT_FORWARD_DECLARE_CLASS(QThread)

namespace okoshko {

/// Plays the desktop's sounds (the freedesktop sound theme) on its own thread, so that an unresponsive sound server
/// blocks nothing. The first failure is logged and ends playing.
class SoundPlayer final : public QObject
{
    Q_OBJECT
public:
    explicit SoundPlayer(QObject *parent = nullptr);
    ~SoundPlayer() override;

    void play(Sound sound);

private:
    std::unique_ptr<QThread> m_thread; ///< left running until the program ends if it hangs
    QObject *m_voice;                  ///< lives on m_thread and is destroyed with it
};

} // namespace okoshko
