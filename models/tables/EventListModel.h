// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Catalogue.h"
#include "models/tables/Format.h"

#include <QAbstractListModel>
#include <QCoreApplication>
#include <QList>
#include <QStringList>

namespace okoshko {

/// The events of a catalogue, in its order but those that are over last, of these those that match the typed words.
/// Where other rows stand, the layout changes once; it is never reset, so that selection and place stay. Costs little
/// for ten thousand events: what is searched was prepared with the catalogue, and a further letter looks through the
/// rows alone.
///
/// DisplayRole is the title, AccessibleTextRole a sentence with everything that a row shows, ToolTipRole the same.
/// Times are the venue's. Everything but the numbers may be server text: show it as plain text. Lives on the thread of
/// its views.
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
        Last,      ///< exactly one ticket is left
        SoldOut,   ///< shown all the same, struck out
        NotOnSale, ///< the event is closed for sale
        Over,      ///< the event has ended
    };

    explicit EventListModel(const Format &format, QObject *parent = nullptr);

    void setCatalogue(const CataloguePtr &catalogue);
    /// What is over then comes last. Until it is told, the epoch.
    void setNow(Instant now);

    /// Every word of \a text must begin a word of title, venue, city, date or age mark; case does not matter. A date
    /// is found as `12 мая`, `вторник` and `12.05` (`12/05`).
    void setFilterText(const QString &text);
    [[nodiscard]] const QString &filterText() const { return m_filterText; }
    /// The words that the rows have: as typed or, where that finds nothing, as in the other layout.
    [[nodiscard]] const QStringList &soughtWords() const { return m_sought; }
    [[nodiscard]] int total() const { return m_catalogue ? static_cast<int>(m_catalogue->events.size()) : 0; }

    /// Nothing for an invalid index. Holds until the next change of the model.
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
    QStringList m_words;  ///< of it
    QStringList m_sought; ///< those, or where they find nothing, what they are in the other layout
    CataloguePtr m_catalogue;
    QList<KnownEventPtr> m_ordered; ///< all
    QList<KnownEventPtr> m_shown;   ///< the rows
};

} // namespace okoshko
