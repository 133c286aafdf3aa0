// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace okoshko::fuzz {

struct NaiveMember;

/// A value of JSON as the grammar has it (RFC 8259), whole and strict: what the decoders' reader is compared with.
struct NaiveJson
{
    enum class Kind { Null, Bool, Number, Text, List, Object };

    Kind kind = Kind::Null;
    bool boolean = false;
    QString text; ///< also a number, as it is written. May hold half a character.
    std::vector<NaiveJson> elements;
    std::vector<NaiveMember> members; ///< as they stand there
    bool hasTwins = false;            ///< an object in it names a member twice: any reader may take either
    qsizetype end = 0;                ///< where it ends in the body

    [[nodiscard]] bool is(Kind wanted) const { return kind == wanted; }
};

struct NaiveMember
{
    QString name;
    NaiveJson value;
};

/// As far as a body is well-formed.
struct NaiveReading
{
    NaiveJson root;
    bool isWhole = false; ///< else, of a list, root has the elements that end at a comma before the first broken one
};

/// What is nested deeper than some hundred levels is not read.
[[nodiscard]] NaiveReading readNaively(const QByteArray &body);

} // namespace okoshko::fuzz
