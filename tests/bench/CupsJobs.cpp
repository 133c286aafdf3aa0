// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/CupsJobs.h"

#include "tests/bench/Measured.h"

#include <QByteArray>
#include <QCoreApplication>

#include <cups/cups.h>
#include <sys/socket.h>

#include <array>
#include <chrono>

using namespace std::chrono_literals;

namespace okoshko::bench {

namespace {

constexpr int connectWithin = 5000; ///< milliseconds

struct JobState
{
    bool isAccepted = false;
    bool isCompleted = false;
};

JobState ask(http_t *http, int number)
{
    static const std::array<const char *, 2> wanted{"number-of-documents", "job-state"};
    const QByteArray uri = "ipp://localhost/jobs/" + QByteArray::number(number);
    ipp_t *request = ippNewRequest(IPP_OP_GET_JOB_ATTRIBUTES);
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "job-uri", nullptr, uri.constData());
    ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", int(wanted.size()), nullptr,
                  wanted.data());
    ipp_t *answer = cupsDoRequest(http, request, "/"); // there is none yet: client-error-not-found
    const int documents = ippGetInteger(ippFindAttribute(answer, wanted[0], IPP_TAG_INTEGER), 0);
    const int state = ippGetInteger(ippFindAttribute(answer, wanted[1], IPP_TAG_ENUM), 0);
    ippDelete(answer);
    return {documents > 0, state == IPP_JSTATE_COMPLETED};
}

} // namespace

CupsJobs::CupsJobs(const QString &server)
    : m_thread([this, server] { run(server); })
{
}

CupsJobs::~CupsJobs()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void CupsJobs::awaitNext()
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_number;
        m_accepted.reset();
        m_completed.reset();
    }
    m_changed.notify_all();
}

std::optional<double> CupsJobs::acceptedAt() const
{
    const std::lock_guard lock(m_mutex);
    return m_accepted;
}

std::optional<double> CupsJobs::completedAt() const
{
    const std::lock_guard lock(m_mutex);
    return m_completed;
}

void CupsJobs::run(const QString &server)
{
    http_t *http = httpConnect2(server.toUtf8().constData(), 0, nullptr, AF_UNSPEC, HTTP_ENCRYPTION_IF_REQUESTED, 1,
                                connectWithin, nullptr);
    if (!http)
        qFatal("the print service does not answer");
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_isEnding || (m_number > 0 && !m_completed); });
        if (m_isEnding)
            break;
        const int number = m_number;
        lock.unlock();
        const JobState state = ask(http, number);
        const double at = now();
        lock.lock();
        if (number != m_number)
            continue;
        const bool isNews = (state.isAccepted && !m_accepted) || (state.isCompleted && !m_completed);
        if (state.isAccepted && !m_accepted)
            m_accepted = at;
        if (state.isCompleted)
            m_completed = at;
        if (isNews)
            QMetaObject::invokeMethod(
                QCoreApplication::instance(), [] {}, Qt::QueuedConnection); // runUntil() looks again
        m_changed.wait_for(lock, 1ms, [this, number] { return m_isEnding || number != m_number; });
    }
    lock.unlock();
    httpClose(http);
}

} // namespace okoshko::bench
