// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"
#include "models/api/v1/BrokenJson.h"
#include "models/api/v1/JsonValue.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <utility>

namespace okoshko::v1 {

/// What was read of a body, and what was left out of it.
template <class T>
struct Decoded
{
    T value;
    Unreadable unreadable;

    friend bool operator==(const Decoded &, const Decoded &) = default;
};

/// A list whose elements are read one by one: one that cannot be read costs no other.
template <class Element>
struct Elements
{
    QList<Element> list;
    Unreadable unreadable;
    bool isCut = false;      ///< the body holds more than JsonValue::maxElements
    bool endedEarly = false; ///< the body did

    [[nodiscard]] bool isWhole() const { return !isCut && !endedEarly && !unreadable.leavesGap(); }

    friend bool operator==(const Elements &, const Elements &) = default;
};

/// Hands the root of \a body to \a read, which tells whether it has read all of it; what is wrong then stands in
/// \a trouble. On any thread. \a parser has memory that serves for many small bodies.
void visit(const QByteArray &body, const std::function<bool(JsonValue &)> &read, Trouble &trouble,
           simdjson::ondemand::parser &parser);
inline void visit(const QByteArray &body, const std::function<bool(JsonValue &)> &read, Trouble &trouble)
{
    simdjson::ondemand::parser parser;
    visit(body, read, trouble, parser);
}

/// The vendor's second generation puts what it tells into `data` (public payloads); what the first tells has an id.
[[nodiscard]] bool isOfTheNewerGeneration(const QByteArray &body);

/// What is wrong with \a body: NotJson, NewerGeneration, or WrongShape with the field.
[[nodiscard]] ApiError toError(const Trouble &trouble, const QByteArray &body);

/// What \a decode reads of \a body, or toError().
template <class T>
[[nodiscard]] Result<Decoded<T>> decodeBody(const QByteArray &body, T (*decode)(JsonValue &))
{
    const auto once = [decode](const QByteArray &text) {
        std::pair<T, Trouble> read;
        visit(
            text,
            [&read, decode](JsonValue &root) {
                read.first = decode(root);
                return true;
            },
            read.second);
        return read;
    };
    std::pair<T, Trouble> read = once(body);
    if (!read.second.isJson())
        read = once(repaired(body));
    if (read.second.error())
        return tl::unexpected(toError(read.second, body));
    return Decoded<T>{std::move(read.first), read.second.unreadable};
}

/// What an element is called, as far as it could be read.
template <class T>
[[nodiscard]] QString nameOf(const T &element)
{
    if constexpr (requires { element.title; })
        return element.title;
    else if constexpr (requires { element.number + qint64(); })
        return element.number == 0 ? QString() : QString::number(element.number);
    else
        return {};
}

/// Reads one element by itself.
template <class T>
void take(JsonValue &value, T (*decode)(JsonValue &), Elements<T> &into)
{
    Trouble trouble;
    const bool isHole = value.isHole();
    JsonValue element = value.apart(trouble);
    T read = decode(element);
    into.unreadable.add(trouble.unreadable);
    if (!trouble.error()) {
        into.list.append(std::move(read));
    } else {
        into.unreadable.addElement(isHole ? Unreadable::Element::Hole : Unreadable::Element::Missing, nameOf(read),
                                   *trouble.error());
    }
    value.passOn(trouble);
}

/// The elements of \a body as \a decode reads them, or toError().
template <class T>
[[nodiscard]] Result<Elements<T>> decodeList(const QByteArray &body, T (*decode)(JsonValue &))
{
    // Nearly every body is well-formed: it is read in one go.
    Elements<T> elements;
    Trouble trouble;
    visit(
        body,
        [&](JsonValue &root) {
            elements.isCut = !root.eachElement([&](JsonValue &value) { take(value, decode, elements); });
            return !elements.isCut;
        },
        trouble);
    if (!trouble.error())
        return elements;

    // Else all is read again, each element by itself.
    const auto slices = trouble.isJson() ? std::nullopt : sliced(repaired(body), JsonValue::maxElements);
    if (!slices)
        return tl::unexpected(toError(trouble, body));
    elements = Elements<T>();
    elements.isCut = slices->isCut && slices->elements.size() == JsonValue::maxElements;
    elements.endedEarly = slices->isCut && !elements.isCut;
    const JsonPath root;
    simdjson::ondemand::parser parser;
    for (qsizetype i = 0; i < slices->elements.size(); ++i) {
        const auto known = [&elements] { return elements.list.size() + elements.unreadable.elements; };
        const qsizetype before = known();
        const JsonPath path{&root, {}, i};
        Trouble alone;
        visit(
            slices->elements.at(i),
            [&](JsonValue &value) {
                JsonValue placed = value.at(path);
                take(placed, decode, elements);
                return true;
            },
            alone, parser);
        if (known() > before)
            continue; // what stands behind it, if anything, costs nothing
        const bool isObject = slices->elements.at(i).startsWith('{'); // JsonValue::isHole
        elements.unreadable.addElement(
            isObject ? Unreadable::Element::Missing : Unreadable::Element::Hole, {},
            {.kind = ErrorKind::WrongShape, .field = path.toString(), .detail = alone.error()->detail});
    }
    return elements;
}

} // namespace okoshko::v1
