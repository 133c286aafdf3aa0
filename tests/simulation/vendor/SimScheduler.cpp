// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/vendor/SimScheduler.h"

#include <algorithm>

namespace okoshko::sim {

Scheduler::TaskId SimScheduler::add(Microseconds at, Task task)
{
    if (m_free.empty()) {
        m_free.push_back(static_cast<quint32>(m_slots.size()));
        m_slots.emplace_back();
    }
    const quint32 number = m_free.back();
    m_free.pop_back();
    Slot &slot = m_slots[number];
    slot.task = std::move(task);
    slot.isWaiting = true;
    ++slot.use; // from 1, so that no id is 0
    ++m_waiting;
    m_heap.push_back({std::max(at, m_now), ++m_sequence, number, slot.use});
    std::push_heap(m_heap.begin(), m_heap.end(), std::greater<>());
    return static_cast<TaskId>(slot.use) << 32 | number;
}

Scheduler::Task SimScheduler::take(quint32 slot)
{
    Task task = std::move(m_slots[slot].task);
    m_slots[slot].task = nullptr;
    m_slots[slot].isWaiting = false;
    m_free.push_back(slot);
    --m_waiting;
    return task;
}

void SimScheduler::remove(TaskId task)
{
    const auto number = static_cast<quint32>(task & 0xffffffffU);
    if (task == 0 || number >= m_slots.size() || !isWaiting(number, static_cast<quint32>(task >> 32)))
        return;
    const Task removed = take(number); // what it held is destroyed last: that may remove others
    // Timers that are started anew again and again must not fill the heap.
    if (m_heap.size() > 256 && m_heap.size() > 4 * m_waiting) {
        std::erase_if(m_heap, [this](const Entry &entry) { return !isWaiting(entry.slot, entry.use); });
        std::make_heap(m_heap.begin(), m_heap.end(), std::greater<>());
    }
}

void SimScheduler::dropRemoved()
{
    while (!m_heap.empty() && !isWaiting(m_heap.front().slot, m_heap.front().use)) {
        std::pop_heap(m_heap.begin(), m_heap.end(), std::greater<>());
        m_heap.pop_back();
    }
}

std::optional<Microseconds> SimScheduler::next()
{
    dropRemoved();
    return m_heap.empty() ? std::nullopt : std::optional(m_heap.front().at);
}

bool SimScheduler::step()
{
    dropRemoved();
    if (m_heap.empty())
        return false;
    std::pop_heap(m_heap.begin(), m_heap.end(), std::greater<>());
    const Entry entry = m_heap.back();
    m_heap.pop_back();
    m_now = entry.at;
    ++m_stepsRun;
    const Task task = take(entry.slot);
    task();
    return true;
}

void SimScheduler::runUntil(Microseconds until)
{
    for (auto at = next(); at && *at <= until; at = next())
        step();
    m_now = std::max(m_now, until);
}

} // namespace okoshko::sim
