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

/// The jobs of CatalogueThread's thread: holds the events and writes their copy. Every method except the constructor
/// runs on that thread; the methods correspond to CatalogueStore.
class CatalogueWorker
{
public:
    /// Location of the copy; empty path = no copy.
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

    /// Whether tidy() has work to do when the thread is idle.
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
    QSet<int> m_keptPlaces;              ///< numbers of the places in the copy
    bool m_isBehind = true;              ///< the copy may be incomplete: unchanged events are written too
    bool m_isToTidy = false;             ///< a list was read
    bool m_hasFailed = false;            ///< since the reading began
    QSet<EventId> m_seen;                ///< events of the current reading
    QHash<EventId, QByteArray> m_unkept; ///< details that could not be written to the copy
};

} // namespace okoshko::catalogue
