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

/// A decoded body, and what was left out of it.
template <class T>
struct Decoded
{
    T value;
    Unreadable unreadable;

    friend bool operator==(const Decoded &, const Decoded &) = default;
};

/// A list; an unreadable element does not affect the others.
template <class Element>
struct Elements
{
    QList<Element> list;
    Unreadable unreadable;
    bool isCut = false;      ///< the list has more than JsonValue::maxElements elements
    bool endedEarly = false; ///< the body ended early

    [[nodiscard]] bool isWhole() const { return !isCut && !endedEarly && !unreadable.leavesGap(); }

    friend bool operator==(const Elements &, const Elements &) = default;
};

/// Calls \a read with the root of \a body; it returns whether it has read all of it. Errors are noted in \a trouble.
/// Any thread. \a parser may be reused for many bodies.
void visit(const QByteArray &body, const std::function<bool(JsonValue &)> &read, DecodeErrors &errors,
           simdjson::ondemand::parser &parser);
inline void visit(const QByteArray &body, const std::function<bool(JsonValue &)> &read, DecodeErrors &errors)
{
    simdjson::ondemand::parser parser;
    visit(body, read, errors, parser);
}

/// The second generation wraps its answers in `data` (public payloads); objects of the first have an id.
[[nodiscard]] bool isOfTheNewerGeneration(const QByteArray &body);

/// The error of \a body: NotJson, NewerGeneration, or WrongShape with the field.
[[nodiscard]] ApiError toError(const DecodeErrors &errors, const QByteArray &body);

/// Decodes \a body; else toError().
template <class T>
[[nodiscard]] Result<Decoded<T>> decodeBody(const QByteArray &body, T (*decode)(JsonValue &))
{
    const auto once = [decode](const QByteArray &text) {
        std::pair<T, DecodeErrors> read;
        visit(
            text,
            [&read, decode](JsonValue &root) {
                read.first = decode(root);
                return true;
            },
            read.second);
        return read;
    };
    std::pair<T, DecodeErrors> read = once(body);
    if (!read.second.isJson())
        read = once(repaired(body));
    if (read.second.error())
        return tl::unexpected(toError(read.second, body));
    return Decoded<T>{std::move(read.first), read.second.unreadable};
}

/// The element's name, as far as it could be read.
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

/// Decodes one element separately.
template <class T>
void take(JsonValue &value, T (*decode)(JsonValue &), Elements<T> &into)
{
    DecodeErrors errors;
    const bool isHole = value.isHole();
    JsonValue element = value.apart(errors);
    T read = decode(element);
    into.unreadable.add(errors.unreadable);
    if (!errors.error()) {
        into.list.append(std::move(read));
    } else {
        into.unreadable.addElement(isHole ? Unreadable::Element::Hole : Unreadable::Element::Missing, nameOf(read),
                                   *errors.error());
    }
    value.passOn(errors);
}

/// Decodes the elements of \a body; else toError().
template <class T>
[[nodiscard]] Result<Elements<T>> decodeList(const QByteArray &body, T (*decode)(JsonValue &))
{
    // Nearly all bodies are well-formed and decoded in one pass.
    Elements<T> elements;
    DecodeErrors errors;
    visit(
        body,
        [&](JsonValue &root) {
            elements.isCut = !root.eachElement([&](JsonValue &value) { take(value, decode, elements); });
            return !elements.isCut;
        },
        errors);
    if (!errors.error())
        return elements;

    // Otherwise each element is decoded separately.
    const auto slices = errors.isJson() ? std::nullopt : sliced(repaired(body), JsonValue::maxElements);
    if (!slices)
        return tl::unexpected(toError(errors, body));
    elements = Elements<T>();
    elements.isCut = slices->isCut && slices->elements.size() == JsonValue::maxElements;
    elements.endedEarly = slices->isCut && !elements.isCut;
    const JsonPath root;
    simdjson::ondemand::parser parser;
    for (qsizetype i = 0; i < slices->elements.size(); ++i) {
        const auto known = [&elements] { return elements.list.size() + elements.unreadable.elements; };
        const qsizetype before = known();
        const JsonPath path{&root, {}, i};
        DecodeErrors alone;
        visit(
            slices->elements.at(i),
            [&](JsonValue &value) {
                JsonValue placed = value.at(path);
                take(placed, decode, elements);
                return true;
            },
            alone, parser);
        if (known() > before)
            continue;                                                 // nothing to read behind it
        const bool isObject = slices->elements.at(i).startsWith('{'); // JsonValue::isHole
        elements.unreadable.addElement(
            isObject ? Unreadable::Element::Missing : Unreadable::Element::Hole, {},
            {.kind = ErrorKind::WrongShape, .field = path.toString(), .detail = alone.error()->detail});
    }
    return elements;
}

} // namespace okoshko::v1
