// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/SandboxThread.h"

using namespace Qt::StringLiterals;

namespace okoshko::sandbox {

SandboxThread::SandboxThread(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
    m_thread.setObjectName(u"sandbox"_s);
}

SandboxThread::~SandboxThread()
{
    m_thread.quit();
    m_thread.wait();
}

void SandboxThread::start()
{
    // The holder is moved, so that the server and its sockets are created and destroyed in the thread that uses them.
    auto *holder = new QObject;
    holder->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, holder, &QObject::deleteLater);
    connect(&m_thread, &QThread::started, holder, [this, holder, options = m_options] {
        auto *server = new SandboxServer(options, m_board, holder);
        const tl::expected<QUrl, QString> url = server->start();
        // The destructor waits for the thread, so this object still exists then.
        QMetaObject::invokeMethod(this, [this, server, url, controlUrl = server->controlUrl()] {
            m_server = server;
            m_url = url.value_or(QUrl());
            m_controlUrl = controlUrl;
            if (url)
                Q_EMIT started(*url);
            else
                Q_EMIT failed(url.error());
        });
    });
    m_thread.start();
}

void SandboxThread::settle()
{
    // The thread handles events in order, so everything switched before has been done.
    QMetaObject::invokeMethod(
        m_server, [] {}, Qt::BlockingQueuedConnection);
}

void SandboxThread::skip(std::chrono::milliseconds time)
{
    QMetaObject::invokeMethod(
        m_server, [this, time] { m_server->skip(time); }, Qt::BlockingQueuedConnection);
}

} // namespace okoshko::sandbox
