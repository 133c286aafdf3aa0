// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"

#include <QList>

#include <algorithm>

namespace okoshko {

/// Whether a list that was read is all that there is.
enum class ListExtent {
    Whole,      ///< all that was asked for, as far as the server tells
    Gaps,       ///< some elements could not be read
    EndedEarly, ///< an answer broke off before its end
    Cut         ///< there are, or may be, more than are read
};

/// An element that is missing from a list.
struct LeftOut
{
    QString name;  ///< what could be read of it: an event's title, an order's number; empty = neither
    QString field; ///< what is wrong with it: `[2].id`

    friend bool operator==(const LeftOut &, const LeftOut &) = default;
};

/// What was left out of an answer because it could not be read: elements of lists, and optional parts of what is there.
struct Unreadable
{
    static constexpr qsizetype maxListed = 20; ///< of `first` and of `leftOut`

    int elements = 0;      ///< of the list that was asked for; they are missing from it
    int holes = 0;         ///< those among them that are nothing, as `null` and `{}`, which stand in the vendor's lists
    int parts = 0;         ///< fields, sets, price rules: what they belong to is there, and they are "not told"
    QList<ApiError> first; ///< path and reason of the first few of both, for the log
    QList<LeftOut> leftOut; ///< the first few elements that are no holes, for people

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
