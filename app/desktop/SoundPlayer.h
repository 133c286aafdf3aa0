// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/SoundAlerts.h"

#include <QObject>

#include <memory>

QT_FORWARD_DECLARE_CLASS(QThread)

namespace okoshko {

/// Plays the desktop's own sounds (the freedesktop sound theme), on a thread of its own: a sound server that does not
/// answer holds up nobody. Where there is no sound it is tried once, said once in the log, and then left.
class SoundPlayer final : public QObject
{
    Q_OBJECT
public:
    explicit SoundPlayer(QObject *parent = nullptr);
    ~SoundPlayer() override;

    void play(Chime chime);

private:
    std::unique_ptr<QThread> m_thread; ///< one that hangs is left to end with the program
    QObject *m_voice;                  ///< lives on that thread, and ends with it
};

} // namespace okoshko
