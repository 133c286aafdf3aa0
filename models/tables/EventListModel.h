// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/Format.h"

#include <QAbstractListModel>
#include <QList>

namespace okoshko {

/// The events on sale, by start, those that match the typed words. Changes by rows, never a reset.
class EventListModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        EventIdRole = Qt::UserRole, ///< QString
        DayRole,                    ///< `12`
        MonthRole,                  ///< `мая, вт`
        PlaceRole,                  ///< `20:00 · Самарская филармония, Самара · 12+`
        VacantRole,                 ///< int
        AmountRole,                 ///< int
        AvailabilityRole,           ///< int of Availability
    };
    enum class Availability { Plenty, Last, SoldOut, NotOnSale };

    explicit EventListModel(const Format &format, QObject *parent = nullptr);

    void setEvents(const QList<Event> &events);
    void setFormat(const Format &format);

    /// Every word of \a text must begin a word of title, venue, city, date or age mark; case does not matter.
    void setFilterText(const QString &text);
    [[nodiscard]] const QString &filterText() const { return m_filterText; }
    [[nodiscard]] int total() const { return static_cast<int>(m_events.size()); }

    [[nodiscard]] const Event *event(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const EventId &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QString m_filterText;
    QList<Event> m_events;
};

} // namespace okoshko
