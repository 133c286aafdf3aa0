// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/v1/V1Decode.h"
#include "tests/fuzz/Check.h"
#include "tests/fuzz/NaiveReader.h"

#include <QByteArray>

#include <algorithm>

namespace okoshko::fuzz {

inline QByteArray bytesOf(const uint8_t *data, size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}

/// A time as a calendar writes it, to the second: what ISO 8601 writes, without the marks and the fraction.
inline QString calendarStamp(Instant time)
{
    return toIsoString(time).left(19).remove(QLatin1Char('-')).remove(QLatin1Char(':')) + QLatin1Char('Z');
}

/// How one type of the domain is read of a body: by the decoder, and by the naive reader.
template <class T>
struct Ways
{
    T (*decode)(v1::JsonValue &);
    Naive<T> (*read)(const NaiveJson &);
    void (*check)(const T &); ///< what holds of each that was decoded
};

/// Decodes \a body as one value. Nothing that it tells is dropped, and nothing is told that it does not.
template <class T>
Result<v1::Decoded<T>> decodeOne(const QByteArray &body, const NaiveReading &naive, const Ways<T> &ways)
{
    const auto decoded = v1::decodeBody(body, ways.decode);
    if (decoded) {
        ways.check(decoded->value);
        requireClear(decoded->unreadable);
        require(decoded->unreadable.elements == 0, "one value has no elements");
    } else {
        requireClear(decoded.error());
    }
    if (naive.isWhole && !naive.root.hasTwins) {
        const Naive<T> told = ways.read(naive.root);
        require(decoded.has_value() == told.value.has_value(), "a value is read if it can be");
        if (decoded) {
            require(decoded->value == *told.value, "a value is all that the body tells, and no more");
            require(decoded->unreadable.parts == told.parts, "each part that is left out is counted");
        }
    }
    return decoded;
}

/// What must be read of the elements that end within the first \a size bytes, as long as each tells one thing alone.
template <class T>
v1::Elements<T> toldWithin(qsizetype size, const NaiveJson &list, const Ways<T> &ways)
{
    v1::Elements<T> told;
    for (const NaiveJson &element : list.elements) {
        if (element.hasTwins || element.end > size ||
            told.list.size() + told.unreadable.elements == v1::JsonValue::maxElements)
            break;
        const Naive<T> value = ways.read(element);
        told.unreadable.parts += value.parts;
        if (value.value) {
            told.list << *value.value;
            continue;
        }
        ++told.unreadable.elements;
        if (!element.is(NaiveJson::Kind::Object) || element.members.empty())
            ++told.unreadable.holes;
    }
    return told;
}

/// Decodes \a body as a list. No element costs another, nor anything that another tells; of a body that is broken or
/// ends early, the elements before that place are all there.
template <class T>
Result<v1::Elements<T>> decodeMany(const QByteArray &body, const NaiveReading &naive, const Ways<T> &ways)
{
    const auto decoded = v1::decodeList(body, ways.decode);
    if (decoded) {
        std::ranges::for_each(decoded->list, ways.check);
        requireClear(decoded->unreadable);
    } else {
        requireClear(decoded.error());
    }
    if (!naive.root.is(NaiveJson::Kind::List)) {
        require(!decoded || !naive.isWhole, "what is no list is read as none");
        return decoded;
    }
    require(decoded.has_value(), "of what begins as a list, all that can be read is read");
    const auto told = toldWithin(body.size(), naive.root, ways);
    if (naive.isWhole && !naive.root.hasTwins) {
        require(decoded->list == told.list, "a list is all that the body tells, and no more");
        require(decoded->unreadable.elements == told.unreadable.elements &&
                    decoded->unreadable.holes == told.unreadable.holes &&
                    decoded->unreadable.parts == told.unreadable.parts,
                "what is left out is counted");
        require(decoded->isCut == (std::ssize(naive.root.elements) > v1::JsonValue::maxElements),
                "only a long list is cut");
    } else {
        require(decoded->list.size() >= told.list.size() && decoded->list.first(told.list.size()) == told.list,
                "what stands before the first broken element is there");
    }
    // Any place will do, as long as it is the same for the same body.
    const auto size = static_cast<qsizetype>(qHash(body) % static_cast<size_t>(body.size()));
    const auto early = v1::decodeList(body.first(size), ways.decode);
    const auto before = toldWithin(size, naive.root, ways);
    if (early && !naive.root.hasTwins && naive.isWhole)
        require(early->list == before.list, "a list that ends early has the elements before the end, and no more");
    else if (!naive.root.hasTwins)
        require(before.list.isEmpty() || (early && early->list.first(before.list.size()) == before.list),
                "a broken list that ends early has what stands before");
    return decoded;
}

} // namespace okoshko::fuzz
