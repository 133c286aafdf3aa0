// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/EventListModel.h"

#include "models/domain/Text.h"
#include "models/tables/SearchText.h"

#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

/// Decides which events match the typed words.
class Finder
{
public:
    explicit Finder(const QStringList &words)
        : m_words(words)
        , m_places(words.size())
    {
    }

    [[nodiscard]] bool finds(const KnownEvent &event)
    {
        for (qsizetype i = 0; i < m_words.size(); ++i) {
            if (indexOfWordStart(event.words, m_words.at(i)) < 0 && !isIn(event.places, i))
                return false;
        }
        return true;
    }

private:
    /// One text is shared by all events of a venue.
    [[nodiscard]] bool isIn(const QString &places, qsizetype word)
    {
        QHash<const QChar *, bool> &known = m_places[word];
        const auto it = known.constFind(places.constData());
        if (it != known.cend())
            return *it;
        const bool isThere = indexOfWordStart(places, m_words.at(word)) >= 0;
        known.insert(places.constData(), isThere);
        return isThere;
    }

    QStringList m_words;
    QList<QHash<const QChar *, bool>> m_places; ///< by word and text
};

QList<KnownEventPtr> found(const QList<KnownEventPtr> &events, const QStringList &words)
{
    if (words.isEmpty())
        return events;
    Finder finder(words);
    QList<KnownEventPtr> result;
    std::copy_if(events.cbegin(), events.cend(), std::back_inserter(result),
                 [&finder](const KnownEventPtr &event) { return finder.finds(*event); });
    return result;
}

/// Whether the results of \a words are among those of \a before.
bool isNarrower(const QStringList &words, const QStringList &before)
{
    return words.size() >= before.size() &&
           std::equal(before.cbegin(), before.cend(), words.cbegin(),
                      [](const QString &shorter, const QString &longer) { return longer.startsWith(shorter); });
}

int indexById(const QList<KnownEventPtr> &events, const EventId &id)
{
    const auto it = std::find_if(events.cbegin(), events.cend(),
                                 [&id](const KnownEventPtr &event) { return event->event.id == id; });
    return it == events.cend() ? -1 : static_cast<int>(it - events.cbegin());
}

} // namespace

EventListModel::EventListModel(const Format &format, QObject *parent)
    : QAbstractListModel(parent)
    , m_format(format)
{
}

void EventListModel::setCatalogue(const CataloguePtr &catalogue)
{
    m_catalogue = catalogue;
    refilter();
}

void EventListModel::setNow(Instant now)
{
    m_now = now;
    refilter();
    if (!m_shown.isEmpty()) // years, running and past events
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void EventListModel::setFilterText(const QString &text)
{
    if (text == m_filterText)
        return;
    m_filterText = text;
    const QStringList before = std::exchange(m_words, searchWords(text));
    if (m_words == before)
        return;
    show(soughtIn(isNarrower(m_words, before) ? m_shown : m_ordered));
}

void EventListModel::refilter()
{
    m_ordered = m_catalogue ? m_catalogue->events : QList<KnownEventPtr>();
    std::stable_partition(m_ordered.begin(), m_ordered.end(),
                          [this](const KnownEventPtr &event) { return !event->overFrom || m_now < *event->overFrom; });
    show(soughtIn(m_ordered));
}

QList<KnownEventPtr> EventListModel::soughtIn(const QList<KnownEventPtr> &events)
{
    m_sought = m_words;
    QList<KnownEventPtr> asTyped = found(events, m_words);
    if (!asTyped.isEmpty())
        return asTyped;
    const QStringList other = searchWords(inOtherLayout(m_filterText));
    if (other.isEmpty() || other == m_words)
        return asTyped;
    QList<KnownEventPtr> inOther = found(m_ordered, other);
    if (!inOther.isEmpty())
        m_sought = other;
    return inOther;
}

void EventListModel::show(const QList<KnownEventPtr> &rows)
{
    const auto isSame = [](const KnownEventPtr &a, const KnownEventPtr &b) {
        return a == b || a->event.id == b->event.id;
    };
    if (std::equal(rows.cbegin(), rows.cend(), m_shown.cbegin(), m_shown.cend(), isSame)) {
        QList<int> changed;
        for (int row = 0; row < rows.size(); ++row) {
            if (rows.at(row) != m_shown.at(row))
                changed << row;
        }
        m_shown = rows;
        return tellChanged(changed);
    }
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    for (const QModelIndex &old : from) {
        const int row = indexById(rows, m_shown.at(old.row())->event.id);
        to << (row < 0 ? QModelIndex() : createIndex(row, 0));
    }
    m_shown = rows;
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged();
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

const Event *EventListModel::eventAt(const QModelIndex &index) const
{
    return index.isValid() && checkIndex(index) ? &m_shown.at(index.row())->event : nullptr;
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
    const Event *found = eventAt(index);
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return m_format.title(*found);
    case Qt::AccessibleTextRole:
        return accessibleText(*found);
    case Qt::ToolTipRole: // tool tips detect HTML
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

QString EventListModel::place(const Event &event) const
{
    return inOneLine({event.isUnderWay(m_now) ? tr("under way") : QString(),
                      event.start ? m_format.eventTimeBesideDay(event, event.venue, m_now) : m_format.dateMissing(),
                      inOneLine({event.venue.name, event.venue.cityName(m_format.languageCode())}, u", "_s),
                      ageMark(event.ageRating)});
}

QString EventListModel::accessibleText(const Event &event) const
{
    return inOneLine({m_format.title(event), event.isUnderWay(m_now) ? tr("under way") : QString(),
                      event.start ? m_format.eventTimeLong(event, event.venue, m_now) : m_format.dateMissing(),
                      event.venue.name, ageMark(event.ageRating), vacancy(event)},
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
