// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/FileThread.h"

#include <QLoggingCategory>
#include <QThreadPool>

namespace okoshko {

namespace {

Q_LOGGING_CATEGORY(log, "okoshko.files")

} // namespace

FileThread::FileThread(std::chrono::milliseconds patience)
    : m_pool(new QThreadPool)
    , m_patience(patience)
{
}

FileThread::~FileThread()
{
    m_pool->clear();
    if (m_pool->waitForDone(static_cast<int>(m_patience.count())))
        delete m_pool;
    else
        qCWarning(log) << "a file that takes too long is left alone";
}

} // namespace okoshko
