// SPDX-License-Identifier: GPL-3.0-or-later
// The part of OrderTableModel that changes many rows at once: sorting and filtering.
#include "models/tables/OrderTableEntry.h"
#include "models/tables/OrderTableModel.h"
#include "models/tables/SearchText.h"

#include <algorithm>
#include <utility>

namespace okoshko {

namespace {

/// So many ranges of rows come or go one by one. Each costs every view a pass over all rows, so more of them are
/// first brought together at the end of the table, and come or go as one.
constexpr qsizetype mostRanges = 100;

/// The words of \a reading. A whole phone number of Russia is looked for without the 8 or 7 that it begins with: one is
/// written for the other.
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

/// Touches only the rows that come or go.
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
    if (ranges.size() > mostRanges) {
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
        int row; ///< in the table as it is now
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

    const bool together = runs.size() > mostRanges;
    if (together)
        runs = {Run{end, entering}};
    // From the end, so that the rows before stay where they are.
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
