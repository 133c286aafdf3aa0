// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/print/OrganiserLegal.h"

#include "models/api/ServerClock.h"
#include "models/sale/SaleJournal.h"

namespace okoshko {

namespace {

constexpr RetryPolicy askOrganiser{std::chrono::milliseconds(5000), std::chrono::milliseconds(300000), 0};

} // namespace

OrganiserLegal::OrganiserLegal(TicketingApi &api, SaleJournal &journal, const ServerClock &clock, Scheduler &scheduler)
    : m_api(api)
    , m_journal(journal)
    , m_clock(clock)
    , m_scheduler(scheduler)
{
}

void OrganiserLegal::restore(const QList<LegalNote> &notes)
{
    for (const LegalNote &note : notes) {
        if (!note.organiser.isNull())
            m_known.try_emplace(note.organiser, m_scheduler).first->second.note = note;
    }
    Q_EMIT changed();
}

void OrganiserLegal::want(const Event &event)
{
    const bool isCarried = event.legal && event.legal->isComplete();
    if (isCarried || event.organiser.isNull())
        return;
    const Known &known = m_known.try_emplace(event.organiser, m_scheduler).first->second;
    const bool isFresh =
        known.note && m_clock.now() - known.note->at < (known.note->legal.isComplete() ? freshFor : missingFor);
    if (!isFresh && !known.call.isPending() && !known.again.isWaiting())
        ask(event.organiser);
}

LegalState OrganiserLegal::stateOf(const Event &event) const
{
    if (event.legal && event.legal->isComplete())
        return LegalState::Complete;
    const auto known = m_known.find(event.organiser);
    if (known == m_known.end())
        return LegalState::Unknown;
    if (known->second.note && known->second.note->legal.isComplete())
        return LegalState::Complete;
    if (known->second.call.isPending())
        return LegalState::Asking;
    if (known->second.hasFailed)
        return LegalState::Failed;
    return known->second.note ? LegalState::Missing : LegalState::Unknown;
}

Legal OrganiserLegal::of(const Event &event) const
{
    const Legal carried = event.legal.value_or(Legal());
    const auto known = m_known.find(event.organiser);
    return carried.isComplete() || known == m_known.end() || !known->second.note ? carried : known->second.note->legal;
}

void OrganiserLegal::ask(const PartnerId &organiser)
{
    Known &known = m_known.try_emplace(organiser, m_scheduler).first->second;
    known.again.cancel();
    known.call = m_api.legal(organiser, this, [this, organiser, &known](const Result<Legal> &result) {
        known.hasFailed = !result;
        if (result) {
            known.again.reset();
            known.note = LegalNote{organiser, *result, m_clock.now()};
            m_journal.keep({*known.note});
        } else {
            static_cast<void>(known.again.again(askOrganiser, 0, result.error().retryAfter, std::nullopt,
                                                [this, organiser] { ask(organiser); }));
        }
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

QList<JournalEntry> OrganiserLegal::entries() const
{
    QList<JournalEntry> all;
    for (const auto &[organiser, known] : m_known) {
        if (known.note)
            all << *known.note;
    }
    return all;
}

} // namespace okoshko
