// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/JournalCloser.h"

#include "models/journal/JournalStore.h"

#include "models/journal/JournalThread.h"
#include "models/sale/SaleJournal.h"

#include <QLoggingCategory>
#include <QStringList>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko {

namespace {

/// What is lost with an entry, for the log.
struct Words
{
    QString operator()(const Intent &intent) const { return u"intent %1"_s.arg(intent.id); }
    QString operator()(const Conclusion &conclusion) const { return u"end of intent %1"_s.arg(conclusion.intent); }
    QString operator()(const JournaledSale &sale) const
    {
        return u"sale %1 %2"_s.arg(sale.order.id.toString(), toWord(sale.order.status));
    }
    QString operator()(const RecordEntry &entry) const
    {
        return u"record %1 of %2"_s.arg(entry.what, entry.order.toString());
    }
    QString operator()(const Issue &issue) const
    {
        return u"issue %1 about %2"_s.arg(QString::number(issue.id), issue.order.toString());
    }
    QString operator()(const Resolution &resolution) const { return u"end of issue %1"_s.arg(resolution.issue); }
    QString operator()(const SaleTickets &tickets) const { return u"tickets of %1"_s.arg(tickets.order.toString()); }
    QString operator()(const PartnerNote &) const { return u"partner"_s; }
};

} // namespace

JournalCloser::JournalCloser(SaleJournal &outbox, JournalThread &thread)
    : m_outbox(outbox)
    , m_thread(thread)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(200ms);
    m_looking.setInterval(10ms);
    connect(&m_soon, &QTimer::timeout, this, &JournalCloser::slow);
    connect(&m_looking, &QTimer::timeout, this, &JournalCloser::look);
}

void JournalCloser::start()
{
    m_elapsed.start();
    m_soon.start();
    m_looking.start();
    m_outbox.close();
}

void JournalCloser::look()
{
    // What another partner's server said is not written.
    if (!m_isWritten && (m_outbox.isEmpty() || m_outbox.isForeign())) {
        m_isWritten = true;
        m_thread.close();
    }
    if (m_isWritten && m_thread.hasEnded()) {
        // All is well.
    } else if (m_elapsed.hasExpired(patience.count())) {
        giveUp();
    } else {
        return;
    }
    m_soon.stop();
    m_looking.stop();
    Q_EMIT finished();
}

void JournalCloser::giveUp()
{
    m_thread.setPatience(0ms);
    if (m_isWritten) {
        qCWarning(journalLog) << "all is written, but the file does not close";
        return;
    }
    QStringList words;
    for (const JournalEntry &entry : m_outbox.unsaved())
        words << std::visit(Words(), entry);
    qCWarning(journalLog).noquote() << "not written within five seconds:" << words.join(u", "_s);
}

} // namespace okoshko
