// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/OrderTableModel.h"

#include "models/sale/Countdown.h"
#include "models/tables/OrderCells.h"
#include "models/tables/OrderRow.h"
#include "models/tables/SearchText.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace okoshko {

/// An order, shown or not, with its search text and sort key.
struct OrderTableModel::Entry
{
    enum class Visibility { Hidden, Shown };

    OrderRow row;
    OrderCells::SortKey key; ///< in m_sortColumn
    QString haystack;
    Visibility visibility = Visibility::Hidden;

    [[nodiscard]] bool isShown() const { return visibility == Visibility::Shown; }
    [[nodiscard]] qint64 created() const
    {
        return row.order.createdAt ? row.order.createdAt->time_since_epoch().count()
                                   : std::numeric_limits<qint64>::min();
    }
};

namespace {

constexpr OrderTableModel::Column columnAt(int section)
{
    return static_cast<OrderTableModel::Column>(section);
}

QDate dayAtCounter(Instant instant)
{
    return toDateTime(instant).toLocalTime().date();
}

} // namespace

OrderTableModel::OrderTableModel(const Format &format, QObject *parent)
    : QAbstractTableModel(parent)
    , m_cells(std::make_unique<OrderCells>(format, Instant()))
{
}

OrderTableModel::~OrderTableModel() = default;

// Order and places

bool OrderTableModel::less(const Entry &a, const Entry &b) const
{
    if (a.key.kind != b.key.kind)
        return a.key.kind == OrderCells::SortKey::Kind::Present;
    if (const auto texts = QString::compare(a.key.text, b.key.text); texts != 0)
        return m_sortOrder == Qt::AscendingOrder ? texts < 0 : texts > 0;
    if (a.key.number != b.key.number)
        return m_sortOrder == Qt::AscendingOrder ? a.key.number < b.key.number : a.key.number > b.key.number;
    // Equal rows newest first. The id makes the order total, so that rows can be found by bisection.
    if (a.created() != b.created())
        return a.created() > b.created();
    if (a.row.order.number != b.row.order.number)
        return a.row.order.number > b.row.order.number;
    return a.row.order.id < b.row.order.id;
}

bool OrderTableModel::matches(const Entry &entry) const
{
    return (m_filter.statuses.isEmpty() || m_filter.statuses.contains(entry.row.order.status)) &&
           (m_filter.print == OrderFilter::Print::Any || isNotPrinted(entry.row.print)) &&
           std::any_of(m_words.cbegin(), m_words.cend(),
                       [&entry](const QStringList &words) { return containsAll(entry.haystack, words); });
}

OrderTableModel::Entry OrderTableModel::makeEntry(const OrderRow &row) const
{
    return {row, m_cells->sortKey(row, m_sortColumn), m_cells->haystack(row), Entry::Visibility::Hidden};
}

OrderTableModel::Entry &OrderTableModel::entryAt(int at)
{
    return m_entries[static_cast<size_t>(at)];
}

const OrderTableModel::Entry &OrderTableModel::entryAt(int at) const
{
    return m_entries[static_cast<size_t>(at)];
}

int OrderTableModel::rowFor(const Entry &entry, int from, int to) const
{
    const auto it = std::lower_bound(m_shown.cbegin() + from, m_shown.cbegin() + to, entry,
                                     [this](int at, const Entry &wanted) { return less(entryAt(at), wanted); });
    return static_cast<int>(it - m_shown.cbegin());
}

int OrderTableModel::rowOf(int at) const
{
    const Entry &entry = entryAt(at);
    if (!entry.isShown())
        return -1;
    const int row = rowFor(entry, 0, static_cast<int>(m_shown.size()));
    // While many rows are inserted or removed at once, a part of m_shown is unsorted.
    return row < m_shown.size() && m_shown.at(row) == at ? row : static_cast<int>(m_shown.indexOf(at));
}

// One order

void OrderTableModel::put(const OrderRow &row)
{
    const auto countsBefore = std::pair(m_counts, m_notPrinted);
    const auto it = m_places.constFind(row.order.id);
    if (it == m_places.cend())
        add(row);
    else if (entryAt(*it).row != row)
        change(*it, row);
    if (std::pair(m_counts, m_notPrinted) != countsBefore)
        Q_EMIT countsChanged();
}

void OrderTableModel::add(const OrderRow &row)
{
    const int at = total();
    m_entries.push_back(makeEntry(row));
    m_places.insert(row.order.id, at);
    count(row, 1);
    noteHold(at);
    if (matches(entryAt(at)))
        show(at);
}

void OrderTableModel::change(int at, const OrderRow &row)
{
    Entry entry = makeEntry(row);
    const bool stays = matches(entry);
    if (entryAt(at).isShown() && stays) {
        changeShown(at, std::move(entry));
        return;
    }
    if (entryAt(at).isShown())
        hide(rowOf(at));
    store(at, std::move(entry));
    if (stays)
        show(at);
}

void OrderTableModel::changeShown(int at, Entry &&entry)
{
    QList<Column> changed;
    for (int section = 0; section < columns; ++section) {
        if (m_cells->differ(entryAt(at).row, entry.row, columnAt(section)))
            changed << columnAt(section);
    }

    const int last = static_cast<int>(m_shown.size()) - 1;
    const int from = rowOf(at);
    int to = from;
    if (from > 0 && less(entry, entryAt(m_shown.at(from - 1))))
        to = rowFor(entry, 0, from);
    else if (from < last && less(entryAt(m_shown.at(from + 1)), entry))
        to = rowFor(entry, from + 1, last + 1) - 1;

    if (to == from) {
        store(at, std::move(entry));
    } else {
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        store(at, std::move(entry));
        m_shown.move(from, to);
        endMoveRows();
    }
    tellChanged(to, changed);
}

void OrderTableModel::show(int at)
{
    const int row = rowFor(entryAt(at), 0, static_cast<int>(m_shown.size()));
    beginInsertRows({}, row, row);
    m_shown.insert(row, at);
    entryAt(at).visibility = Entry::Visibility::Shown;
    endInsertRows();
}

void OrderTableModel::hide(int row)
{
    beginRemoveRows({}, row, row);
    entryAt(m_shown.takeAt(row)).visibility = Entry::Visibility::Hidden;
    endRemoveRows();
}

void OrderTableModel::store(int at, Entry &&entry)
{
    Entry &stored = entryAt(at);
    count(stored.row, -1);
    count(entry.row, 1);
    entry.visibility = stored.visibility;
    stored = std::move(entry);
    noteHold(at);
}

void OrderTableModel::remove(const OrderId &id)
{
    const auto it = m_places.constFind(id);
    if (it == m_places.cend())
        return;
    const int at = *it;
    const int row = rowOf(at);
    if (row >= 0) {
        beginRemoveRows({}, row, row);
        m_shown.removeAt(row);
        forget(at);
        endRemoveRows();
    } else {
        forget(at);
    }
    Q_EMIT countsChanged();
}

/// Moves the last entry to the removed one's index, so that no other index changes.
void OrderTableModel::forget(int at)
{
    const int last = total() - 1;
    const int rowOfLast = at == last ? -1 : rowOf(last);
    count(entryAt(at).row, -1);
    m_places.remove(entryAt(at).row.order.id);
    if (at != last) {
        entryAt(at) = std::move(entryAt(last));
        m_places.insert(entryAt(at).row.order.id, at);
        noteHold(at);
        if (rowOfLast >= 0)
            m_shown[rowOfLast] = at;
    }
    m_held.remove(last);
    m_entries.pop_back();
}

void OrderTableModel::noteHold(int at)
{
    const Order &order = entryAt(at).row.order;
    if (isHeld(order.status) && order.reservedTill)
        m_held.insert(at);
    else
        m_held.remove(at);
}

void OrderTableModel::count(const OrderRow &row, int by)
{
    m_counts[static_cast<size_t>(row.order.status)] += by;
    m_notPrinted += isNotPrinted(row.print) ? by : 0;
}

// Settings of the cells

void OrderTableModel::setNow(Instant now)
{
    const Instant before = m_cells->now();
    const Format &format = m_cells->format();
    QList<int> rows;
    for (const int at : std::as_const(m_held)) {
        const Entry &entry = entryAt(at);
        if (entry.isShown() && format.countdown(entry.row.order, before) != format.countdown(entry.row.order, now))
            rows << rowOf(at);
    }
    std::sort(rows.begin(), rows.end());
    m_cells->setNow(now);

    const int column = static_cast<int>(Column::TimeLeft);
    static const QList<int> roles{Qt::DisplayRole, Qt::AccessibleTextRole, SecondsLeftRole, FractionRole, UrgencyRole};
    for (auto first = rows.cbegin(); first != rows.cend();) {
        auto next = first + 1;
        while (next != rows.cend() && *next == *(next - 1) + 1)
            ++next;
        Q_EMIT dataChanged(index(*first, column), index(*(next - 1), column), roles);
        first = next;
    }
    if (dayAtCounter(before) != dayAtCounter(now)) {
        tellAll(Column::Event, Column::Event);
        tellAll(Column::TimeLeft, Column::Created);
    }
}

const Format &OrderTableModel::format() const
{
    return m_cells->format();
}

void OrderTableModel::setFormat(const Format &format)
{
    m_cells->setFormat(format);
    rebuildEntries();
    tellAll(Column::Number, Column::Created);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
}

void OrderTableModel::setPaymentSystems(const QList<PaymentSystem> &systems)
{
    m_cells->setPaymentSystems(systems);
    rebuildEntries();
    tellAll(Column::System, Column::System);
}

/// Labels are part of search texts and sort keys.
void OrderTableModel::rebuildEntries()
{
    for (Entry &entry : m_entries) {
        entry.key = m_cells->sortKey(entry.row, m_sortColumn);
        entry.haystack = m_cells->haystack(entry.row);
    }
    resort();
    refilter();
}

void OrderTableModel::tellChanged(int row, const QList<Column> &changedColumns)
{
    for (auto first = changedColumns.cbegin(); first != changedColumns.cend();) {
        auto next = first + 1;
        while (next != changedColumns.cend() && static_cast<int>(*next) == static_cast<int>(*(next - 1)) + 1)
            ++next;
        Q_EMIT dataChanged(index(row, static_cast<int>(*first)), index(row, static_cast<int>(*(next - 1))));
        first = next;
    }
}

void OrderTableModel::tellAll(Column first, Column last)
{
    if (!m_shown.isEmpty())
        Q_EMIT dataChanged(index(0, static_cast<int>(first)), index(rowCount() - 1, static_cast<int>(last)));
}

// Reading

int OrderTableModel::total() const
{
    return static_cast<int>(m_entries.size());
}

int OrderTableModel::countOf(OrderStatus status) const
{
    return m_counts[static_cast<size_t>(status)];
}

QModelIndex OrderTableModel::indexOf(const OrderId &id, Column column) const
{
    const auto it = m_places.constFind(id);
    const int row = it == m_places.cend() ? -1 : rowOf(*it);
    return row < 0 ? QModelIndex() : index(row, static_cast<int>(column));
}

OrderId OrderTableModel::orderAt(const QModelIndex &index) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    return entryAt(m_shown.at(index.row())).row.order.id;
}

const OrderRow *OrderTableModel::row(const OrderId &id) const
{
    const auto it = m_places.constFind(id);
    return it == m_places.cend() ? nullptr : &entryAt(*it).row;
}

int OrderTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int OrderTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant OrderTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    return m_cells->data(entryAt(m_shown.at(index.row())).row, columnAt(index.column()), role);
}

QVariant OrderTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    return m_cells->header(columnAt(section), role);
}

namespace {

/// Up to so many ranges of rows are inserted or removed one by one. Each costs every view a pass over all rows, so more
/// ranges are first moved together to the end of the table.
constexpr qsizetype maxRanges = 100;

/// The words of \a reading. A complete Russian phone number is searched without its leading 8 or 7, which are
/// interchangeable.
QStringList wordsOf(const QString &reading)
{
    constexpr qsizetype wholePhone = 11;
    const bool isPhone = reading.size() == wholePhone && digitsOf(reading) == reading &&
                         (reading.startsWith(u'7') || reading.startsWith(u'8'));
    return searchWords(isPhone ? reading.sliced(1) : reading);
}

} // namespace

void OrderTableModel::sort(int column, Qt::SortOrder order)
{
    if (column >= columns)
        return;
    const Column wanted = column < 0 ? Column::Created : static_cast<Column>(column);
    const Qt::SortOrder wantedOrder = column < 0 ? Qt::DescendingOrder : order;
    if (wanted == m_sortColumn && wantedOrder == m_sortOrder)
        return;
    m_sortOrder = wantedOrder;
    if (wanted != m_sortColumn) {
        m_sortColumn = wanted;
        for (Entry &entry : m_entries)
            entry.key = m_cells->sortKey(entry.row, m_sortColumn);
    }
    resort();
}

void OrderTableModel::resort()
{
    const auto before = [this](int a, int b) { return less(entryAt(a), entryAt(b)); };
    if (std::is_sorted(m_shown.cbegin(), m_shown.cend(), before))
        return;
    QList<int> order = m_shown;
    std::sort(order.begin(), order.end(), before);
    reorder(order);
}

void OrderTableModel::reorder(const QList<int> &order)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    std::vector<int> rowOfPlace(m_entries.size(), -1);
    for (int row = 0; row < order.size(); ++row)
        rowOfPlace[static_cast<size_t>(order.at(row))] = row;
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &old : before)
        after << index(rowOfPlace[static_cast<size_t>(m_shown.at(old.row()))], old.column());
    m_shown = order;
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void OrderTableModel::setFilter(const OrderFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_words.clear();
    for (const QString &reading : readingsOf(filter.text))
        m_words << wordsOf(reading);
    refilter();
}

/// Inserts and removes only the rows that change.
void OrderTableModel::refilter()
{
    std::vector<bool> leaves(m_entries.size(), false);
    QList<int> entering;
    for (int at = 0; at < total(); ++at) {
        const Entry &entry = entryAt(at);
        const bool wanted = matches(entry);
        if (entry.isShown() && !wanted)
            leaves[static_cast<size_t>(at)] = true;
        else if (!entry.isShown() && wanted)
            entering << at;
    }

    QList<Range> leaving;
    for (int row = 0; row < m_shown.size(); ++row) {
        if (!leaves[static_cast<size_t>(m_shown.at(row))])
            continue;
        if (!leaving.isEmpty() && leaving.last().last == row - 1)
            leaving.last().last = row;
        else
            leaving << Range{row, row};
    }
    hideRows(leaving);

    std::sort(entering.begin(), entering.end(), [this](int a, int b) { return less(entryAt(a), entryAt(b)); });
    showEntries(entering);
}

void OrderTableModel::hideRows(const QList<Range> &ranges)
{
    if (ranges.size() > maxRanges) {
        QList<int> staying;
        QList<int> leaving;
        int row = 0;
        for (const Range &range : ranges) {
            staying << m_shown.sliced(row, range.first - row);
            leaving << m_shown.sliced(range.first, range.last - range.first + 1);
            row = range.last + 1;
        }
        staying << m_shown.sliced(row);
        const int first = static_cast<int>(staying.size());
        reorder(staying + leaving);
        hideRows({Range{first, rowCount() - 1}});
        return;
    }
    for (auto range = ranges.crbegin(); range != ranges.crend(); ++range) {
        beginRemoveRows({}, range->first, range->last);
        for (int row = range->first; row <= range->last; ++row)
            entryAt(m_shown.at(row)).visibility = Entry::Visibility::Hidden;
        m_shown.remove(range->first, range->last - range->first + 1);
        endRemoveRows();
    }
}

/// \a entering is sorted.
void OrderTableModel::showEntries(const QList<int> &entering)
{
    struct Run
    {
        int row; ///< in the current table
        QList<int> places;
    };
    QList<Run> runs;
    const int end = rowCount();
    for (const int at : entering) {
        const int row = rowFor(entryAt(at), runs.isEmpty() ? 0 : runs.last().row, end);
        if (runs.isEmpty() || runs.last().row != row)
            runs << Run{row, {}};
        runs.last().places << at;
    }

    const bool together = runs.size() > maxRanges;
    if (together)
        runs = {Run{end, entering}};
    // From the end, so that earlier rows keep their indices.
    for (auto run = runs.crbegin(); run != runs.crend(); ++run) {
        beginInsertRows({}, run->row, run->row + static_cast<int>(run->places.size()) - 1);
        for (const int at : run->places)
            entryAt(at).visibility = Entry::Visibility::Shown;
        m_shown = m_shown.first(run->row) + run->places + m_shown.sliced(run->row);
        endInsertRows();
    }
    if (together)
        resort();
}

} // namespace okoshko
