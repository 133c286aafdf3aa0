// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/SoundPlayer.h"

#include <QDeadlineTimer>
#include <QLoggingCategory>
#include <QThread>

#include <canberra.h>

#include <memory>

namespace okoshko {

namespace {

Q_LOGGING_CATEGORY(log, "okoshko.sound")

/// Names of the freedesktop sound naming specification.
const char *eventOf(Sound sound)
{
    switch (sound) {
    case Sound::Paid:
        return "complete";
    case Sound::Urgent:
        return "dialog-warning";
    case Sound::Wrong:
        return "dialog-error";
    }
    Q_UNREACHABLE();
}

/// Calls the sound library; lives on the player's thread.
class Voice final : public QObject
{
public:
    void play(Sound sound)
    {
        if (m_isMute)
            return;
        const int error = m_context ? CA_SUCCESS : open();
        const int played = error != CA_SUCCESS
                               ? error
                               : ca_context_play(m_context.get(), 0, CA_PROP_EVENT_ID, eventOf(sound), nullptr);
        if (played == CA_SUCCESS)
            return;
        qCInfo(log) << "no sound here:" << ca_strerror(played);
        m_isMute = true;
        m_context.reset();
    }

private:
    struct Destroy
    {
        void operator()(ca_context *context) const { ca_context_destroy(context); }
    };

    [[nodiscard]] int open()
    {
        ca_context *context = nullptr;
        const int error = ca_context_create(&context);
        m_context.reset(context);
        return error != CA_SUCCESS ? error
                                   : ca_context_change_props(context, CA_PROP_APPLICATION_NAME, "Okoshko",
                                                             CA_PROP_APPLICATION_ID, "okoshko", nullptr);
    }

    std::unique_ptr<ca_context, Destroy> m_context;
    bool m_isMute = false;
};

} // namespace

SoundPlayer::SoundPlayer(QObject *parent)
    : QObject(parent)
    , m_thread(std::make_unique<QThread>())
    , m_voice(new Voice)
{
    m_voice->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_voice, &QObject::deleteLater);
    m_thread->start();
}

SoundPlayer::~SoundPlayer()
{
    m_thread->quit();
    if (!m_thread->wait(QDeadlineTimer(std::chrono::seconds(1))))
        static_cast<void>(m_thread.release());
}

void SoundPlayer::play(Sound sound)
{
    auto *voice = static_cast<Voice *>(m_voice);
    QMetaObject::invokeMethod(voice, [voice, sound] { voice->play(sound); });
}

} // namespace okoshko
