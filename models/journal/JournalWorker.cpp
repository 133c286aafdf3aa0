// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/JournalWorker.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko::journal {

namespace {

// A write waits for one slice at most; the pauses limit the processor load.
constexpr JobQueues::Milliseconds sliceOfFilling{5};
constexpr JobQueues::Milliseconds pauseOfFilling{5};

} // namespace

JournalWorker::JournalWorker(std::shared_ptr<JobQueues> jobs, Mailbox<Answer>::Slot answers, Opener opener,
                             std::shared_ptr<ReadWorker> finder, std::shared_ptr<ReadWorker> checker)
    : m_jobs(std::move(jobs))
    , m_answers(std::move(answers))
    , m_opener(std::move(opener))
    , m_finder(std::move(finder))
    , m_checker(std::move(checker))
    , m_error{JournalError::Kind::Failed, u"the journal was not opened"_s}
{
}

void JournalWorker::run()
{
    while (!m_jobs->isOver(JobQueues::Lane::Write)) {
        if (const auto job = m_jobs->wait(JobQueues::Lane::Write, pause()))
            (*job)();
        else if (m_isToBeFilled)
            m_isToBeFilled = m_journal->fillIndex(sliceOfFilling).value_or(false); // after an error at the next start
    }
    // The last connection to close merges the WAL into the file, which only this one may do.
    constexpr JobQueues::Milliseconds patience(1000);
    for (const auto lane : {JobQueues::Lane::Find, JobQueues::Lane::Check})
        static_cast<void>(m_jobs->waitUntilLeft(lane, patience));
    m_journal.reset();
    m_jobs->leave(JobQueues::Lane::Write);
}

std::optional<JobQueues::Milliseconds> JournalWorker::pause() const
{
    return m_isToBeFilled ? std::optional(pauseOfFilling) : std::nullopt;
}

template <class T>
void JournalWorker::answer(quint64 number, Journaled<T> value)
{
    m_answers.put({number, std::move(value)});
}

Journaled<void> JournalWorker::ready() const
{
    return m_journal ? Journaled<void>() : tl::unexpected(m_error);
}

QString JournalWorker::newlySetAside()
{
    if (!m_journal || m_journal->setAside() == m_toldAside)
        return {};
    m_toldAside = m_journal->setAside();
    return m_toldAside;
}

void JournalWorker::open(quint64 number)
{
    if (!m_journal) {
        auto opened = m_opener();
        if (!opened) {
            m_error = opened.error();
            return answer<JournalOpened>(number, tl::unexpected(m_error));
        }
        m_journal = std::move(*opened);
    }
    m_journal->setBarcodeKey(m_barcodeKey);
    m_toldAside = m_journal->setAside();
    answer<JournalOpened>(number, JournalOpened{m_journal->found(), m_toldAside});
}

void JournalWorker::load(quint64 number, Instant since)
{
    auto contents = ready().and_then([&] { return m_journal->load(since); });
    const bool isToBeChecked = contents && m_journal->isToBeChecked() && !std::exchange(m_isCheckAsked, true);
    m_isToBeFilled = m_isToBeFilled || contents;
    answer<JournalContents>(number, std::move(contents));
    if (!isToBeChecked)
        return;
    m_jobs->post(JobQueues::Lane::Check, [self = shared_from_this(), path = m_journal->path()] {
        self->m_checker->check(path, [&self](const Journaled<void> &found) {
            self->m_jobs->post(JobQueues::Lane::Write, [self, found] { self->conclude(found); });
        });
    });
}

void JournalWorker::write(quint64 number, const QList<JournalEntry> &entries)
{
    const auto written = ready().and_then([&] { return m_journal->write(entries); });
    answer<Written>(number, written.map([this] { return Written{newlySetAside()}; }));
}

void JournalWorker::probe(quint64 number)
{
    const auto probed = ready().and_then([this] { return m_journal->probe(); });
    answer<Written>(number, probed.map([this] { return Written{newlySetAside()}; }));
}

void JournalWorker::find(quint64 number, const QString &text, int limit)
{
    // Before load() the file may be of an earlier version, which has no index.
    if (const auto isReady = ready().and_then([this] { return m_journal->makeReady(); }); !isReady)
        return answer<PastSales>(number, tl::unexpected(isReady.error()));
    const ReadWorker::Search search{m_journal->path(), m_journal->counter(), m_barcodeKey, text, limit};
    m_jobs->post(JobQueues::Lane::Find, [self = shared_from_this(), search, number] {
        self->answer<PastSales>(number, self->m_finder->find(search));
    });
}

void JournalWorker::readPrints(quint64 number, const PrintQuery &query)
{
    answer<PrintRecord>(number, ready().and_then([&] { return m_journal->readPrints(query); }));
}

void JournalWorker::readOrders(quint64 number, const QList<OrderId> &orders)
{
    answer<KeptOrders>(number, ready().and_then([&] { return m_journal->readOrders(orders); }));
}

void JournalWorker::setBarcodeKey(const QByteArray &key)
{
    m_barcodeKey = key;
    if (m_journal)
        m_journal->setBarcodeKey(key);
}

void JournalWorker::conclude(const Journaled<void> &check)
{
    if (check)
        m_journal->setChecked();
    else if (check.error().kind == JournalError::Kind::Damaged)
        m_isToBeFilled = m_journal->mend().has_value(); // the next write reports a failure
    answer<void>(checkNumber, check);
}

} // namespace okoshko::journal
