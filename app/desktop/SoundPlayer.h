// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/SoundAlerts.h"

#include <QObject>

#include <memory>

QT_FORWARD_DECLARE_CLASS(QThread)

namespace okoshko {

/// Plays the desktop's own sounds (the freedesktop sound theme), on a thread of its own, so that a sound server that
/// does not answer blocks nothing. A failure is logged once, and nothing is played after it.
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
