// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/JobQueues.h"

#include <utility>
#include <vector>

namespace okoshko::journal {

void JobQueues::post(Lane lane, Job job)
{
    const std::lock_guard lock(m_mutex);
    if (m_isClosed)
        return;
    queue(lane).jobs.push_back(std::move(job));
    m_changed.notify_all();
}

std::optional<JobQueues::Job> JobQueues::wait(Lane lane, std::optional<Milliseconds> patience)
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

bool JobQueues::isOver(Lane lane) const
{
    const std::lock_guard lock(m_mutex);
    return isOverLocked(lane);
}

bool JobQueues::isOverLocked(Lane lane) const
{
    return m_isClosed && m_queues.at(static_cast<std::size_t>(lane)).jobs.empty();
}

void JobQueues::close()
{
    drop({Lane::Find, Lane::Check});
}

void JobQueues::abandon()
{
    drop({Lane::Write, Lane::Find, Lane::Check});
}

void JobQueues::drop(std::initializer_list<Lane> lanes)
{
    std::vector<std::deque<Job>> dropped; // destroyed after the lock is released, with their captures
    const std::lock_guard lock(m_mutex);
    m_isClosed = true;
    for (const Lane lane : lanes)
        dropped.push_back(std::exchange(queue(lane).jobs, {}));
    m_changed.notify_all();
}

void JobQueues::leave(Lane lane)
{
    const std::lock_guard lock(m_mutex);
    queue(lane).isLeft = true;
    m_changed.notify_all();
}

bool JobQueues::waitUntilLeft(Lane lane, Milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, patience, [&] { return queue(lane).isLeft; });
}

} // namespace okoshko::journal
