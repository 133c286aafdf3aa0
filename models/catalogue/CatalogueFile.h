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

/// The copy of the events in a profile: an SQLite file that can be made anew from the server at any time. What is
/// damaged, of another account or of another version of the program is dropped. Lives on the thread that opened it.
class CatalogueFile
{
public:
    struct Row
    {
        Event event;
        int place = 0;
        quint16 detailsMark = 0;
        QByteArray details; ///< encoded; empty in what load() gives
    };
    struct Contents
    {
        QHash<int, Place> places; ///< by number
        QList<Row> rows;
        std::optional<Instant> asOf;
        bool isCut = false;
    };

    /// Opens the copy \a path of \a account, and makes it where there is none that can be used.
    [[nodiscard]] static Journaled<std::unique_ptr<CatalogueFile>> open(const QString &path, const Account &account);

    /// Removes the copy; it is not open.
    static void drop(const QString &path);

    /// What became of the file that was there.
    [[nodiscard]] KeptCopy found() const { return m_found; }

    /// All of it; Damaged where a part cannot be read.
    [[nodiscard]] Journaled<Contents> load();
    [[nodiscard]] Journaled<void> addPlace(int number, const Place &place);
    /// Stand for those of their ids.
    [[nodiscard]] Journaled<void> put(const QList<Row> &rows);
    [[nodiscard]] Journaled<void> remove(const QList<EventId> &events);
    /// Removes the places of no event, and gives their numbers.
    [[nodiscard]] Journaled<QList<int>> removeUnusedPlaces();
    [[nodiscard]] Journaled<void> setExtent(Instant asOf, bool isCut);
    /// Fills the details of \a event in, where they are kept.
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
