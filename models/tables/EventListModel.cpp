// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/EventListModel.h"

#include "models/domain/ShownText.h"
#include "models/tables/SearchText.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

/// `16` is written `16+`, as on a poster; a mark that is written so already stays.
QString ageMark(const QString &rating)
{
    bool isNumber = false;
    static_cast<void>(rating.toInt(&isNumber));
    return isNumber ? rating + u'+' : rating;
}

bool earlier(const Event &a, const Event &b, Instant now)
{
    if (const bool isOver = a.isOver(now); isOver != b.isOver(now))
        return !isOver;
    if (a.start != b.start) // an event without a start comes last
        return a.start && (!b.start || *a.start < *b.start);
    if (a.title != b.title)
        return a.title < b.title;
    return a.id < b.id;
}

QList<Event> sortedOnce(const QList<Event> &events, Instant now)
{
    QList<Event> result;
    QSet<EventId> seen;
    for (const Event &event : events) {
        if (seen.contains(event.id))
            continue;
        seen.insert(event.id);
        result << event;
    }
    std::sort(result.begin(), result.end(), [now](const Event &a, const Event &b) { return earlier(a, b, now); });
    return result;
}

int indexById(const QList<Event> &events, const EventId &id, int from = 0)
{
    const auto it =
        std::find_if(events.cbegin() + from, events.cend(), [&id](const Event &event) { return event.id == id; });
    return it == events.cend() ? -1 : static_cast<int>(it - events.cbegin());
}

} // namespace

EventListModel::EventListModel(const Format &format, QObject *parent)
    : QAbstractListModel(parent)
    , m_format(format)
{
}

void EventListModel::setEvents(const QList<Event> &events)
{
    m_events = sortedOnce(events, m_now);
    refilter();
}

void EventListModel::setFormat(const Format &format)
{
    m_format = format;
    refilter(); // days and months are searched in
    if (!m_shown.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void EventListModel::setNow(Instant now)
{
    m_now = now;
    setEvents(QList<Event>(m_events));
    if (!m_shown.isEmpty()) // years, what is under way and what is over
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void EventListModel::setFilterText(const QString &text)
{
    if (text == m_filterText)
        return;
    m_filterText = text;
    refilter();
}

void EventListModel::refilter()
{
    const QStringList words = searchWords(m_filterText);
    QList<Event> wanted;
    std::copy_if(m_events.cbegin(), m_events.cend(), std::back_inserter(wanted),
                 [&](const Event &event) { return beginsAll(haystack(event), words); });
    removeOthers(wanted);
    bringInOrder(wanted);
}

void EventListModel::removeOthers(const QList<Event> &wanted)
{
    QSet<EventId> ids;
    for (const Event &event : wanted)
        ids.insert(event.id);
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (ids.contains(m_shown.at(last).id))
            continue;
        int first = last;
        while (first > 0 && !ids.contains(m_shown.at(first - 1).id))
            --first;
        beginRemoveRows({}, first, last);
        m_shown.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

/// Row by row: what stands there already is kept, what stands further down is moved up, the rest is new.
void EventListModel::bringInOrder(const QList<Event> &wanted)
{
    QSet<EventId> present;
    for (const Event &event : std::as_const(m_shown))
        present.insert(event.id);

    QList<int> changed;
    for (int row = 0; row < wanted.size(); ++row) {
        const Event &event = wanted.at(row);
        if (!present.contains(event.id)) {
            int last = row;
            while (last + 1 < wanted.size() && !present.contains(wanted.at(last + 1).id))
                ++last;
            beginInsertRows({}, row, last);
            m_shown = m_shown.first(row) + wanted.sliced(row, last - row + 1) + m_shown.sliced(row);
            endInsertRows();
            row = last;
            continue;
        }
        const int from = indexById(m_shown, event.id, row);
        if (from != row) {
            beginMoveRows({}, from, from, {}, row);
            m_shown.move(from, row);
            endMoveRows();
        }
        if (m_shown.at(row) != event) {
            m_shown[row] = event;
            changed << row;
        }
    }
    tellChanged(changed);
}

void EventListModel::tellChanged(const QList<int> &rows)
{
    for (auto first = rows.cbegin(); first != rows.cend();) {
        auto next = first + 1;
        while (next != rows.cend() && *next == *(next - 1) + 1)
            ++next;
        Q_EMIT dataChanged(index(*first), index(*(next - 1)));
        first = next;
    }
}

const Event *EventListModel::event(const QModelIndex &index) const
{
    return index.isValid() && checkIndex(index) ? &m_shown.at(index.row()) : nullptr;
}

QModelIndex EventListModel::indexOf(const EventId &id) const
{
    const int row = indexById(m_shown, id);
    return row < 0 ? QModelIndex() : index(row);
}

int EventListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant EventListModel::data(const QModelIndex &index, int role) const
{
    const Event *found = event(index);
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return found->title;
    case Qt::AccessibleTextRole:
        return accessibleText(*found);
    case Qt::ToolTipRole: // which would guess whether it is HTML
        return QString(u"<qt>"_s + accessibleText(*found).toHtmlEscaped() + u"</qt>"_s);
    case EventIdRole:
        return found->id.toString();
    case DayRole:
        return m_format.eventDay(*found, found->venue);
    case MonthRole:
        return m_format.eventMonth(*found, found->venue, m_now);
    case PlaceRole:
        return place(*found);
    case VacantRole:
        return found->vacant ? QVariant(*found->vacant) : QVariant();
    case AmountRole:
        return found->amount ? QVariant(*found->amount) : QVariant();
    case AvailabilityRole:
        return static_cast<int>(availability(*found, m_now));
    default: // roles are an open set
        return {};
    }
}

EventListModel::Availability EventListModel::availability(const Event &event, Instant now)
{
    if (event.isOver(now))
        return Availability::Over;
    if (!event.isOnSale())
        return Availability::NotOnSale;
    if (!event.vacant)
        return Availability::Plenty;
    if (event.vacant <= 0)
        return Availability::SoldOut;
    return event.vacant == 1 ? Availability::Last : Availability::Plenty;
}

QString EventListModel::haystack(const Event &event) const
{
    QStringList words{event.title, event.venue.name, ageMark(event.ageRating)};
    words << event.venue.cityNames.values() << m_format.eventTimeToSearch(event, event.venue);
    return folded(words.join(u'\n'));
}

QString EventListModel::place(const Event &event) const
{
    return inOneLine({event.isUnderWay(m_now) ? tr("under way") : QString(),
                      m_format.eventTimeBesideDay(event, event.venue, m_now),
                      inOneLine({event.venue.name, event.venue.cityName(m_format.languageCode())}, u", "_s),
                      ageMark(event.ageRating)});
}

QString EventListModel::accessibleText(const Event &event) const
{
    return inOneLine({event.title, event.isUnderWay(m_now) ? tr("under way") : QString(),
                      m_format.eventTimeLong(event, event.venue, m_now), event.venue.name, ageMark(event.ageRating),
                      vacancy(event)},
                     u", "_s);
}

QString EventListModel::vacancy(const Event &event) const
{
    switch (availability(event, m_now)) {
    case Availability::Plenty:
        if (!event.vacant)
            return {};
        return tr("%1 of %2 left")
            .arg(m_format.count(*event.vacant), m_format.count(event.amount.value_or(*event.vacant)));
    case Availability::Last:
        return tr("the last ticket");
    case Availability::SoldOut:
        return tr("sold out");
    case Availability::NotOnSale:
        return tr("not on sale");
    case Availability::Over:
        return tr("over");
    }
    Q_UNREACHABLE();
}

} // namespace okoshko
