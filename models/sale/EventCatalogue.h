// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/Call.h"
#include "models/api/Result.h"
#include "models/domain/Event.h"

#include <QList>
#include <QObject>

#include <optional>

namespace okoshko {

class TicketingApi;

/// The events on sale, as last read. Kept through failures: a cashier goes on with what is known.
class EventCatalogue final : public QObject
{
    Q_OBJECT
public:
    /// \a api must outlive this.
    explicit EventCatalogue(TicketingApi &api, QObject *parent = nullptr);

    [[nodiscard]] const QList<Event> &events() const { return m_events; }
    [[nodiscard]] const Event *event(const EventId &id) const;
    [[nodiscard]] const std::optional<ApiError> &failure() const { return m_failure; } ///< of the last reading

    enum class State { NeverRead, Reading, Read };
    [[nodiscard]] State state() const { return m_state; }

    /// Reads the events anew; does nothing while a reading is under way.
    void refresh();
    /// Gives up the reading that is under way.
    void stop();

Q_SIGNALS:
    /// events() may be different.
    void changed();
    /// A reading was answered, well or not; not told of one that was given up.
    void readingEnded();
    /// state() or failure() is different.
    void stateChanged();

private:
    void accept(const Result<QList<Event>> &result);

    TicketingApi &m_api;
    QList<Event> m_events;
    std::optional<ApiError> m_failure;
    State m_state = State::NeverRead;
    State m_before = State::NeverRead; ///< what a reading that is given up falls back to
    Call m_call;
};

} // namespace okoshko
