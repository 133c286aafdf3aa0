// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Mailbox.h"

#include <utility>

namespace okoshko::journal {

Mailbox::Mailbox(std::function<void()> wake)
    : m_wake(std::move(wake))
{
}

void Mailbox::post(Lane lane, Job job)
{
    const std::lock_guard lock(m_mutex);
    if (m_isClosed)
        return;
    queue(lane).jobs.push_back(std::move(job));
    m_changed.notify_all();
}

std::optional<Mailbox::Job> Mailbox::wait(Lane lane, std::optional<Milliseconds> patience)
{
    std::unique_lock lock(m_mutex);
    std::deque<Job> &jobs = queue(lane).jobs;
    const auto isReady = [&] { return !jobs.empty() || isOverLocked(lane); };
    if (patience)
        m_changed.wait_for(lock, *patience, isReady);
    else
        m_changed.wait(lock, isReady);
    if (jobs.empty())
        return std::nullopt;
    Job job = std::move(jobs.front());
    jobs.pop_front();
    return job;
}

bool Mailbox::isOver(Lane lane) const
{
    const std::lock_guard lock(m_mutex);
    return isOverLocked(lane);
}

bool Mailbox::isOverLocked(Lane lane) const
{
    return m_isClosed && m_queues.at(static_cast<std::size_t>(lane)).jobs.empty();
}

void Mailbox::answer(Answer answer)
{
    const std::lock_guard lock(m_mutex);
    if (!m_wake)
        return;
    // Woken with the mutex held, so that whoever wakes up has seen all that was written before.
    if (m_answers.empty())
        m_wake();
    m_answers.push_back(std::move(answer));
}

std::vector<Mailbox::Answer> Mailbox::takeAnswers()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_answers, {});
}

void Mailbox::close()
{
    std::array<std::deque<Job>, 2> dropped; // destroyed after the lock, with what they hold
    const std::lock_guard lock(m_mutex);
    m_isClosed = true;
    dropped.at(0).swap(queue(Lane::Find).jobs);
    dropped.at(1).swap(queue(Lane::Check).jobs);
    m_changed.notify_all();
}

void Mailbox::abandon()
{
    std::array<Queue, 3> dropped; // destroyed after the lock, with what they hold
    const std::lock_guard lock(m_mutex);
    m_isClosed = true;
    m_wake = nullptr;
    for (std::size_t lane = 0; lane < dropped.size(); ++lane)
        dropped.at(lane).jobs.swap(m_queues.at(lane).jobs);
    m_changed.notify_all();
}

void Mailbox::leave(Lane lane)
{
    const std::lock_guard lock(m_mutex);
    queue(lane).isLeft = true;
    m_changed.notify_all();
}

bool Mailbox::waitUntilLeft(Lane lane, Milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, patience, [&] { return queue(lane).isLeft; });
}

} // namespace okoshko::journal
