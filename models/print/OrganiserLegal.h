// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/TicketingApi.h"
#include "models/domain/Legal.h"
#include "models/journal/JournalStore.h"
#include "models/sale/Retry.h"

#include <QObject>

#include <chrono>
#include <map>
#include <optional>

namespace okoshko {

class SaleJournal;
class Scheduler;
class ServerClock;

/// What is known of the legal data that a ticket has to carry.
enum class LegalState {
    Unknown, ///< not asked yet, or the organiser is not known
    Asking,  ///< being asked
    Failed,  ///< the server did not answer; asked again
    Missing, ///< the server has none, or not all
    Complete,
};

/// The legal data of organisers: those that an event carries itself, else those reported for its organiser, kept in the
/// journal and asked again after a day. Lives on the main thread.
class OrganiserLegal final : public QObject
{
    Q_OBJECT
public:
    static constexpr Microseconds freshFor = std::chrono::hours(24);
    static constexpr Microseconds missingFor = std::chrono::minutes(10); ///< … of incomplete data

    /// All references must outlive this.
    OrganiserLegal(TicketingApi &api, SaleJournal &journal, const ServerClock &clock, Scheduler &scheduler);

    /// What an earlier run was told.
    void restore(const QList<LegalNote> &notes);
    /// Asks for the data of \a event's organiser if they are not known or too old; older ones are used meanwhile.
    void want(const Event &event);
    [[nodiscard]] LegalState stateOf(const Event &event) const;
    /// The data as far as known.
    [[nodiscard]] Legal of(const Event &event) const;
    /// The entries to be written again after a salvage.
    [[nodiscard]] QList<JournalEntry> entries() const;

Q_SIGNALS:
    void changed();

private:
    struct Known
    {
        explicit Known(Scheduler &scheduler)
            : again(scheduler)
        {
        }

        std::optional<LegalNote> note;
        Call call;
        Retry again;
        bool hasFailed = false; ///< the last question
    };

    void ask(const PartnerId &organiser);

    TicketingApi &m_api;
    SaleJournal &m_journal;
    const ServerClock &m_clock;
    Scheduler &m_scheduler;
    std::map<PartnerId, Known> m_known;
};

} // namespace okoshko
