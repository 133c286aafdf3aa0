// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/JournalThread.h"

#include <utility>

namespace okoshko {

using journal::Answer;
using journal::JobQueues;
using journal::JournalWorker;
using journal::ReadWorker;
using Lane = JobQueues::Lane;

JournalThread::JournalThread(Opener opener, Milliseconds patience)
    : m_patience(patience)
    , m_answers([this](const Answer &answer) { deliver(answer); })
    , m_jobs(std::make_shared<JobQueues>())
    , m_finder(std::make_shared<ReadWorker>(m_jobs, Lane::Find))
    , m_checker(std::make_shared<ReadWorker>(m_jobs, Lane::Check))
    , m_worker(std::make_shared<JournalWorker>(m_jobs, m_answers.slot(), std::move(opener), m_finder, m_checker))
    , m_writing([worker = m_worker] { worker->run(); })
    , m_finding([finder = m_finder] { finder->run(); })
    , m_checking([checker = m_checker] { checker->run(); })
{
}

JournalThread::~JournalThread()
{
    const auto till = std::chrono::steady_clock::now() + m_patience;
    m_jobs->close();
    end(m_finding, Lane::Find, till);
    end(m_checking, Lane::Check, till);
    end(m_writing, Lane::Write, till);
    m_jobs->abandon();
}

void JournalThread::close()
{
    m_jobs->close();
}

bool JournalThread::hasEnded()
{
    bool isEnd = true;
    for (const Lane lane : {Lane::Find, Lane::Check, Lane::Write}) {
        if (m_jobs->waitUntilLeft(lane, Milliseconds(0)))
            continue;
        interrupt(lane);
        isEnd = false;
    }
    return isEnd;
}

void JournalThread::interrupt(Lane lane)
{
    if (lane == Lane::Find)
        m_finder->interrupt();
    else if (lane == Lane::Check)
        m_checker->interrupt();
}

void JournalThread::end(std::thread &thread, Lane lane, std::chrono::steady_clock::time_point till)
{
    bool isLeft = m_jobs->waitUntilLeft(lane, Milliseconds(0));
    while (!isLeft && std::chrono::steady_clock::now() < till) {
        interrupt(lane); // repeatedly: a statement that has not begun yet is not aborted
        isLeft = m_jobs->waitUntilLeft(lane, Milliseconds(20));
    }
    if (isLeft)
        thread.join();
    else
        thread.detach();
}

template <class T>
quint64 JournalThread::call(QObject *context, Then<T> then)
{
    ++m_lastNumber;
    m_calls[m_lastNumber] = {
        context, [then = std::move(then)](const Answer::Value &value) { then(std::get<Journaled<T>>(value)); }};
    return m_lastNumber;
}

void JournalThread::post(JobQueues::Job job)
{
    m_jobs->post(Lane::Write, std::move(job));
}

void JournalThread::open(QObject *context, Then<Opened> then)
{
    post([worker = m_worker, number = call<Opened>(context, std::move(then))] { worker->open(number); });
}

void JournalThread::onChecked(QObject *context, Then<void> then)
{
    m_calls[JournalWorker::checkNumber] = {
        context, [then = std::move(then)](const Answer::Value &value) { then(std::get<Journaled<void>>(value)); }};
}

void JournalThread::setBarcodeKey(const QByteArray &key)
{
    post([worker = m_worker, key] { worker->setBarcodeKey(key); });
}

void JournalThread::load(Instant since, QObject *context, Then<JournalContents> then)
{
    post([worker = m_worker, since, number = call<JournalContents>(context, std::move(then))] {
        worker->load(number, since);
    });
}

void JournalThread::write(const QList<JournalEntry> &entries, QObject *context, Then<Written> then)
{
    post([worker = m_worker, entries, number = call<Written>(context, std::move(then))] {
        worker->write(number, entries);
    });
}

void JournalThread::probe(QObject *context, Then<Written> then)
{
    post([worker = m_worker, number = call<Written>(context, std::move(then))] { worker->probe(number); });
}

void JournalThread::find(const QString &text, int limit, QObject *context, Then<PastSales> then)
{
    post([worker = m_worker, text, limit, number = call<PastSales>(context, std::move(then))] {
        worker->find(number, text, limit);
    });
}

void JournalThread::readPrints(const PrintQuery &query, QObject *context, Then<PrintRecord> then)
{
    post([worker = m_worker, query, number = call<PrintRecord>(context, std::move(then))] {
        worker->readPrints(number, query);
    });
}

void JournalThread::readOrders(const QList<OrderId> &orders, QObject *context, Then<KeptOrders> then)
{
    post([worker = m_worker, orders, number = call<KeptOrders>(context, std::move(then))] {
        worker->readOrders(number, orders);
    });
}

void JournalThread::deliver(const Answer &answer)
{
    const auto it = m_calls.find(answer.number);
    if (it == m_calls.end())
        return;
    const Call call = it->second;
    if (answer.number != JournalWorker::checkNumber)
        m_calls.erase(it);
    if (call.context)
        call.then(answer.value); // may delete this
}

} // namespace okoshko
