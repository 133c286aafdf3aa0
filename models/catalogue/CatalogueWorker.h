// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Catalogue.h"
#include "models/catalogue/CatalogueBuilder.h"
#include "models/catalogue/CatalogueFile.h"

#include <QSet>
#include <QString>

#include <functional>
#include <memory>

namespace okoshko::catalogue {

/// What the catalogue's thread does: it knows the events and keeps their copy. Every method but the constructor runs
/// there, as CatalogueStore has it.
class CatalogueWorker
{
public:
    /// Where the copy is; an empty path = nowhere.
    struct Location
    {
        QString path;
        Account account;
    };
    using Publish = std::function<void(CatalogueNews)>;

    CatalogueWorker(Location location, EventRules rules, Publish publish);

    void open();
    void begin();
    void add(const QList<Event> &page);
    void end(CatalogueStore::Extent extent, Instant asOf);
    void put(const Event &event);
    void remove(const QList<EventId> &events);
    void read(const EventId &event);

    /// Whether there is something to do once nothing else is.
    [[nodiscard]] bool isToTidy() const { return m_isToTidy; }
    void tidy();

private:
    using Kind = JournalError::Kind;

    void openFile();
    void load();
    void learn(const QList<Event> &events, QSet<EventId> &changed);
    [[nodiscard]] Journaled<void> keepPlacesOf(const QList<CatalogueFile::Row> &rows);
    void keep(const QList<CatalogueFile::Row> &rows);
    void note(const Journaled<void> &done);
    void forget(const QList<EventId> &events);
    void forgetUnusedPlaces();
    void publish(QSet<EventId> changed, const QList<EventId> &missing = {});

    Location m_location;
    CatalogueBuilder m_builder;
    Publish m_publish;
    std::unique_ptr<CatalogueFile> m_file;
    KeptCopy m_copy = KeptCopy::None;
    QSet<int> m_keptPlaces; ///< by number, those that are in the copy
    bool m_isBehind =
        true; ///< the copy may lack events that are known: what is learned is written, be it different or not
    bool m_isToTidy = false;             ///< a list was read
    bool m_hasFailed = false;            ///< since the reading began
    QSet<EventId> m_seen;                ///< in the reading
    QHash<EventId, QByteArray> m_unkept; ///< details that are in no copy
};

} // namespace okoshko::catalogue
