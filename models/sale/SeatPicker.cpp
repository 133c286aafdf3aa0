// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/SeatPicker.h"

#include <QSet>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>

namespace okoshko {

namespace {

/// Rows and numbers are texts; numeric ones are sorted by value, before all others.
struct Label
{
    bool isText = false;
    qint64 number = 0; ///< within int, so that sums and differences of two cannot overflow
    QString text;

    explicit Label(const QString &label)
        : text(label)
    {
        bool isNumber = false;
        number = label.toInt(&isNumber);
        isText = !isNumber;
    }
    friend bool operator<(const Label &a, const Label &b)
    {
        return std::tie(a.isText, a.number, a.text) < std::tie(b.isText, b.number, b.text);
    }
};

struct Place
{
    Label number;
    TicketId ticket;
};

using HallRow = std::vector<Place>;                        ///< vacant places, by number
using Run = std::vector<Place>;                            ///< adjacent places
using Rows = std::map<std::pair<QString, Label>, HallRow>; ///< by sector, then from the front

Rows vacantRows(const QList<HallSeat> &hall, const SetId &set)
{
    Rows rows;
    QSet<TicketId> seen; // ignores duplicates in the list
    seen.reserve(hall.size());
    const Seat none;
    const Seat *last = nullptr; // halls are usually listed row by row
    HallRow *row = nullptr;
    for (const HallSeat &seat : hall) {
        if (seat.set != set || seat.status != SeatStatus::Vacant)
            continue;
        const qsizetype before = seen.size();
        seen.insert(seat.ticket);
        if (seen.size() == before)
            continue;
        const Seat &where = seat.seat ? *seat.seat : none;
        if (!last || last->row != where.row || last->sector != where.sector)
            row = &rows[{where.sector, Label(where.row)}];
        last = &where;
        row->push_back({Label(where.number), seat.ticket});
    }
    for (auto &[label, places] : rows)
        std::sort(places.begin(), places.end(), [](const Place &a, const Place &b) { return a.number < b.number; });
    return rows;
}

bool sideBySide(const Place &a, const Place &b)
{
    return !a.number.isText && !b.number.isText && b.number.number - a.number.number == 1;
}

std::vector<Run> runsOf(const HallRow &row)
{
    std::vector<Run> runs;
    for (const Place &place : row) {
        if (runs.empty() || !sideBySide(runs.back().back(), place))
            runs.emplace_back();
        runs.back().push_back(place);
    }
    return runs;
}

/// The \a count adjacent places of \a row nearest to its middle; none if there are not so many.
Run bestTogether(const HallRow &row, size_t count)
{
    Run best;
    qint64 bestDistance = 0;
    const qint64 middle = row.front().number.number + row.back().number.number; // doubled
    for (const Run &run : runsOf(row)) {
        for (size_t at = 0; at + count <= run.size(); ++at) {
            const qint64 centre = run[at].number.number + run[at + count - 1].number.number; // doubled
            const qint64 distance = std::abs(centre - middle);
            if (best.empty() || distance < bestDistance) {
                best.assign(run.begin() + static_cast<std::ptrdiff_t>(at),
                            run.begin() + static_cast<std::ptrdiff_t>(at + count));
                bestDistance = distance;
            }
        }
    }
    return best;
}

Run inFewPieces(const Rows &rows, size_t count)
{
    std::vector<Run> runs;
    for (const auto &[label, row] : rows) {
        for (Run &run : runsOf(row))
            runs.push_back(std::move(run));
    }
    std::stable_sort(runs.begin(), runs.end(), [](const Run &a, const Run &b) { return a.size() > b.size(); });
    Run taken;
    for (const Run &run : runs) {
        const size_t some = std::min(run.size(), count - taken.size());
        taken.insert(taken.end(), run.begin(), run.begin() + static_cast<std::ptrdiff_t>(some));
    }
    return taken;
}

bool listsSeats(const QList<HallSeat> &hall, const QList<WantedTickets> &wanted)
{
    return std::any_of(hall.cbegin(), hall.cend(), [&wanted](const HallSeat &seat) {
        return std::any_of(wanted.cbegin(), wanted.cend(),
                           [&seat](const WantedTickets &part) { return part.set == seat.set; });
    });
}

Run pick(const Rows &rows, size_t count)
{
    for (const auto &[label, row] : rows) {
        if (Run together = bestTogether(row, count); !together.empty())
            return together;
    }
    return inFewPieces(rows, count);
}

} // namespace

SeatChoice pickSeats(const QList<HallSeat> &hall, const QList<WantedTickets> &wanted)
{
    SeatChoice choice;
    choice.listed = listsSeats(hall, wanted) ? SeatChoice::Listed::Yes : SeatChoice::Listed::No;
    for (const WantedTickets &part : wanted) {
        if (part.count <= 0)
            continue;
        for (const Place &place : pick(vacantRows(hall, part.set), static_cast<size_t>(part.count)))
            choice.tickets.append(place.ticket);
    }
    return choice;
}

} // namespace okoshko
