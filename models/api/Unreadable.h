// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"

#include <QList>

#include <algorithm>

namespace okoshko {

/// Whether a list was read completely.
enum class ListExtent {
    Whole,      ///< complete, as far as the server reports
    Gaps,       ///< some elements could not be read
    EndedEarly, ///< an answer ended early
    Cut         ///< there are, or may be, more elements
};

/// An element that could not be read.
struct LeftOut
{
    QString name;  ///< an event's title or an order's number, if readable
    QString field; ///< path of the faulty field: `[2].id`

    friend bool operator==(const LeftOut &, const LeftOut &) = default;
};

/// What was left out of an answer because it could not be read: list elements and optional parts of objects.
struct Unreadable
{
    static constexpr qsizetype maxListed = 20; ///< of `first` and of `leftOut`

    int elements = 0;       ///< elements missing from the requested list
    int holes = 0;          ///< those of them that are `null` or `{}`, which occur in the vendor's lists
    int parts = 0;          ///< fields, sets and price rules that count as absent; their objects were read
    QList<ApiError> first;  ///< path and reason of the first few of both, for the log
    QList<LeftOut> leftOut; ///< the first elements that are not holes, for display

    void add(const Unreadable &other)
    {
        elements += other.elements;
        holes += other.holes;
        parts += other.parts;
        addErrors(other.first);
        leftOut.append(other.leftOut.first(std::min(other.leftOut.size(), maxListed - leftOut.size())));
    }
    void addErrors(const QList<ApiError> &more)
    {
        first.append(more.first(std::min(more.size(), maxListed - first.size())));
    }
    enum class Element { Hole, Missing };
    void addElement(Element element, const QString &name, const ApiError &why)
    {
        Unreadable one{.elements = 1, .holes = element == Element::Hole ? 1 : 0, .first = {why}};
        if (element == Element::Missing)
            one.leftOut = {{name, why.field}};
        add(one);
    }
    /// Elements that may exist.
    [[nodiscard]] int missing() const { return elements - holes; }
    [[nodiscard]] bool leavesGap() const { return missing() > 0; }
    [[nodiscard]] bool isNothing() const { return elements == 0 && parts == 0; }

    friend bool operator==(const Unreadable &, const Unreadable &) = default;
};

} // namespace okoshko
