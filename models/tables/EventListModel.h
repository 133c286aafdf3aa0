// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Catalogue.h"
#include "models/tables/Format.h"

#include <QAbstractListModel>
#include <QCoreApplication>
#include <QList>
#include <QStringList>

namespace okoshko {

/// The events of a catalogue that match the typed words, in its order, events that are over last. Changes of the rows
/// are one layout change, never a reset, so that selection and scroll position are kept. Fast for ten thousand events:
/// search texts are prepared with the catalogue, and a further letter searches only the current rows.
///
/// DisplayRole is the title; AccessibleTextRole and ToolTipRole are a sentence with the row's content. Times are in the
/// venue's zone. Texts may come from the server: show them as plain text. Lives on the main thread.
class EventListModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        EventIdRole = Qt::UserRole, ///< QString
        DayRole,                    ///< `12`
        MonthRole,                  ///< `мая, вт`
        PlaceRole,  ///< `20:00 · Самарская филармония, Самара · 12+`, `идёт · …`
        VacantRole, ///< int
        AmountRole, ///< int
        AvailabilityRole, ///< int of Availability
    };
    enum class Availability {
        Plenty,
        Last,      ///< one ticket is left
        SoldOut,   ///< shown struck out
        NotOnSale, ///< the event is closed for sale
        Over,      ///< the event has ended
    };

    explicit EventListModel(const Format &format, QObject *parent = nullptr);

    void setCatalogue(const CataloguePtr &catalogue);
    /// Sets the time by which events are over; the epoch until the first call.
    void setNow(Instant now);

    /// Every word of \a text must begin a word of title, venue, city, date or age mark; case does not matter. A date
    /// is found as `12 мая`, `вторник` and `12.05` (`12/05`).
    void setFilterText(const QString &text);
    [[nodiscard]] const QString &filterText() const { return m_filterText; }
    /// The words found in the rows: as typed or, if that finds nothing, in the other keyboard layout.
    [[nodiscard]] const QStringList &soughtWords() const { return m_sought; }
    [[nodiscard]] int total() const { return m_catalogue ? static_cast<int>(m_catalogue->events.size()) : 0; }

    /// Null for an invalid index. Valid until the next change of the model.
    [[nodiscard]] const Event *eventAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const EventId &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] static Availability availability(const Event &event, Instant now);

private:
    [[nodiscard]] QString place(const Event &event) const;
    [[nodiscard]] QString accessibleText(const Event &event) const;
    [[nodiscard]] QString vacancy(const Event &event) const;
    void refilter();
    [[nodiscard]] QList<KnownEventPtr> soughtIn(const QList<KnownEventPtr> &events);
    void show(const QList<KnownEventPtr> &rows);
    void tellChanged(const QList<int> &rows);

    Format m_format;
    Instant m_now;
    QString m_filterText;
    QStringList m_words;  ///< of the filter text
    QStringList m_sought; ///< m_words, or those in the other layout
    CataloguePtr m_catalogue;
    QList<KnownEventPtr> m_ordered; ///< all
    QList<KnownEventPtr> m_shown;   ///< the rows
};

} // namespace okoshko
