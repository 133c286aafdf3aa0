// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/CatalogueWorker.h"

#include "models/domain/Text.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace okoshko::catalogue {

namespace {

Q_LOGGING_CATEGORY(log, "okoshko.catalogue")

constexpr qsizetype rowsAtOnce = 1000; ///< in one transaction

} // namespace

CatalogueWorker::CatalogueWorker(Location location, EventRules rules, Publish publish)
    : m_location(std::move(location))
    , m_builder(std::move(rules))
    , m_publish(std::move(publish))
{
}

void CatalogueWorker::openFile()
{
    if (m_location.path.isEmpty())
        return;
    auto opened = CatalogueFile::open(m_location.path, m_location.account);
    m_isBehind = true;
    m_keptPlaces.clear();
    if (opened) {
        m_file = std::move(*opened);
        return;
    }
    m_copy = KeptCopy::Unwritable;
    qCWarning(log).noquote() << "the list of events is not kept:" << enumName(opened.error().kind)
                             << opened.error().detail;
}

void CatalogueWorker::open()
{
    openFile();
    if (m_file)
        load();
    const QList<EventId> all = m_builder.all();
    publish(QSet<EventId>(all.cbegin(), all.cend()));
}

void CatalogueWorker::load()
{
    m_copy = m_file->found();
    if (m_copy != KeptCopy::Whole) {
        if (m_copy != KeptCopy::None)
            qCInfo(log) << "the kept list of events was dropped: it was damaged, or another account's";
        return;
    }
    auto contents = m_file->load();
    if (!contents)
        return note(tl::unexpected(JournalError{Kind::Damaged, contents.error().detail}));
    for (auto it = contents->places.cbegin(); it != contents->places.cend(); ++it) {
        m_builder.addPlace(it.key(), it.value());
        m_keptPlaces.insert(it.key());
    }
    for (const CatalogueFile::Row &row : std::as_const(contents->rows))
        m_builder.learn(row.event, row.place, row.detailsMark);
    m_builder.setExtent(contents->asOf, contents->isCut);
    m_isBehind = false;
}

void CatalogueWorker::begin()
{
    m_seen.clear();
    m_hasFailed = false;
    if (m_file || m_location.path.isEmpty())
        return;
    // It could not be opened before, and its content is older than the catalogue.
    CatalogueFile::drop(m_location.path);
    openFile();
}

void CatalogueWorker::add(const QList<Event> &page)
{
    QList<Event> fresh;
    fresh.reserve(page.size());
    for (const Event &event : page) {
        const qsizetype before = m_seen.size();
        m_seen.insert(event.id);
        if (m_seen.size() > before)
            fresh.append(event);
    }
    QSet<EventId> changed;
    for (qsizetype from = 0; from < fresh.size(); from += rowsAtOnce)
        learn(fresh.mid(from, rowsAtOnce), changed);
    if (!changed.isEmpty())
        publish(std::move(changed));
}

void CatalogueWorker::learn(const QList<Event> &events, QSet<EventId> &changed)
{
    QList<CatalogueFile::Row> rows;
    for (const Event &event : events) {
        const int place = m_builder.placeOf(event);
        const QByteArray details = encodeDetails(event);
        const quint16 mark = qChecksum(details);
        const bool hasOtherDetails = m_builder.detailsMark(event.id) != mark;
        const bool isDifferent = m_builder.learn(event, place, mark);
        if (isDifferent || hasOtherDetails)
            changed.insert(event.id);
        if (isDifferent || hasOtherDetails || m_isBehind)
            rows.append({event, place, mark, details});
    }
    keep(rows);
}

Journaled<void> CatalogueWorker::keepPlacesOf(const QList<CatalogueFile::Row> &rows)
{
    for (const CatalogueFile::Row &row : rows) {
        if (m_keptPlaces.contains(row.place))
            continue;
        if (auto done = m_file->addPlace(row.place, m_builder.place(row.place)); !done)
            return done;
        m_keptPlaces.insert(row.place);
    }
    return {};
}

void CatalogueWorker::keep(const QList<CatalogueFile::Row> &rows)
{
    if (m_file && !rows.isEmpty()) {
        const auto places = keepPlacesOf(rows);
        note(places ? m_file->put(rows) : places);
    }
    const bool isKept = m_file && !m_hasFailed;
    for (const CatalogueFile::Row &row : rows) {
        if (isKept)
            m_unkept.remove(row.event.id);
        else
            m_unkept.insert(row.event.id, row.details);
    }
}

void CatalogueWorker::note(const Journaled<void> &done)
{
    if (done)
        return;
    const JournalError &error = done.error();
    if (!m_hasFailed)
        qCWarning(log).noquote() << "the list of events is not kept:" << enumName(error.kind) << error.detail;
    m_hasFailed = true;
    m_isBehind = true;
    m_copy = error.kind == Kind::Damaged ? KeptCopy::Damaged : KeptCopy::Unwritable;
    if (error.kind != Kind::Damaged && error.kind != Kind::Vanished)
        return; // writing may succeed later
    m_file.reset();
    CatalogueFile::drop(m_location.path);
    openFile();
}

void CatalogueWorker::end(CatalogueStore::Extent extent, Instant asOf)
{
    using Extent = CatalogueStore::Extent;
    QList<EventId> unseen = m_builder.all();
    unseen.removeIf([this](const EventId &id) { return m_seen.contains(id); });
    // A list that changes while it is read may miss a few events between two pages: they may still be on sale, as may
    // those among unreadable elements.
    constexpr qsizetype lostBetweenPages = 16;
    const bool isGone = extent == Extent::Whole || (extent == Extent::InPages && unseen.size() > lostBetweenPages);
    if (isGone)
        forget(unseen);
    m_seen.clear();
    m_isToTidy = true;
    m_builder.setExtent(asOf, extent == Extent::Cut);
    if (m_file && !m_hasFailed) {
        m_isBehind = m_isBehind && !isGone && !unseen.isEmpty();
        m_copy = KeptCopy::Whole;
        note(m_file->setExtent(asOf, extent == Extent::Cut));
    }
    if (m_file && !m_hasFailed)
        forgetUnusedPlaces();
    if (isGone)
        publish(QSet<EventId>(unseen.cbegin(), unseen.cend()));
    else
        publish({}, unseen);
}

void CatalogueWorker::forgetUnusedPlaces()
{
    const auto unused = m_file->removeUnusedPlaces();
    if (!unused)
        return note(tl::unexpected(unused.error()));
    for (const int number : *unused) {
        m_keptPlaces.remove(number);
        m_builder.forgetPlace(number);
    }
}

void CatalogueWorker::tidy()
{
    m_isToTidy = false;
#ifdef __GLIBC__
    // Decoding a long list leaves tens of megabytes of free memory in the C library.
    ::malloc_trim(0);
#endif
}

void CatalogueWorker::put(const Event &event)
{
    QSet<EventId> changed;
    learn({event}, changed);
    if (!changed.isEmpty())
        publish(std::move(changed));
}

void CatalogueWorker::forget(const QList<EventId> &events)
{
    for (const EventId &id : events) {
        m_builder.forget(id);
        m_unkept.remove(id);
    }
    if (m_file && !events.isEmpty())
        note(m_file->remove(events));
}

void CatalogueWorker::remove(const QList<EventId> &events)
{
    forget(events);
    publish(QSet<EventId>(events.cbegin(), events.cend()));
}

void CatalogueWorker::read(const EventId &id)
{
    const KnownEventPtr known = m_builder.known(id);
    if (!known)
        return;
    Event event = known->event;
    if (const auto unkept = m_unkept.constFind(id); unkept != m_unkept.cend())
        static_cast<void>(decodeDetails(*unkept, event)); // encoded by this program
    else if (m_file)
        note(m_file->readDetails(event));
    CatalogueNews news;
    news.event = std::move(event);
    news.copy = m_copy;
    m_publish(std::move(news));
}

void CatalogueWorker::publish(QSet<EventId> changed, const QList<EventId> &missing)
{
    CatalogueNews news;
    news.catalogue = m_builder.publish();
    news.changed = std::move(changed);
    news.missing = missing;
    news.copy = m_copy;
    m_publish(std::move(news));
}

} // namespace okoshko::catalogue
