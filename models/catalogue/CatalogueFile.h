// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Catalogue.h"
#include "models/catalogue/EventCodec.h"
#include "models/journal/Database.h"
#include "models/journal/JournalStore.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace okoshko::catalogue {

/// The copy of the events in a profile: an SQLite file that can be rebuilt from the server at any time. A damaged copy,
/// or one of another account or version, is deleted. Errors are values. Used on the thread that opened it.
class CatalogueFile
{
public:
    struct Row
    {
        Event event;
        int place = 0;
        quint16 detailsMark = 0;
        QByteArray details; ///< encoded; empty in the result of load()
    };
    struct Contents
    {
        QHash<int, Place> places; ///< by number
        QList<Row> rows;
        std::optional<Instant> asOf;
        bool isCut = false;
    };

    /// Opens the copy \a path of \a account; creates it if there is no usable one.
    [[nodiscard]] static Journaled<std::unique_ptr<CatalogueFile>> open(const QString &path, const Account &account);

    /// Deletes the copy, which must not be open.
    static void drop(const QString &path);

    /// State of the file before open().
    [[nodiscard]] KeptCopy found() const { return m_found; }

    /// Reads everything; Damaged if a part cannot be read.
    [[nodiscard]] Journaled<Contents> load();
    [[nodiscard]] Journaled<void> addPlace(int number, const Place &place);
    /// Inserts or replaces \a rows by their ids.
    [[nodiscard]] Journaled<void> put(const QList<Row> &rows);
    [[nodiscard]] Journaled<void> remove(const QList<EventId> &events);
    /// Deletes unused places and returns their numbers.
    [[nodiscard]] Journaled<QList<int>> removeUnusedPlaces();
    [[nodiscard]] Journaled<void> setExtent(Instant asOf, bool isCut);
    /// Fills in the details of \a event, if stored.
    [[nodiscard]] Journaled<void> readDetails(Event &event);

private:
    explicit CatalogueFile(const Account &account);
    [[nodiscard]] Journaled<void> openWhole(const QString &path);
    [[nodiscard]] Journaled<void> make();

    journal::Database m_database;
    Account m_account;
    KeptCopy m_found = KeptCopy::None;
};

} // namespace okoshko::catalogue
