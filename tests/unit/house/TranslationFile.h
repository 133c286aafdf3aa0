// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace okoshko::test {

/// One message of a .ts file.
struct Message
{
    enum class State { Finished, Unfinished, Vanished };

    QString context;
    QString source;
    QString comment; ///< tells equal sources apart
    State state = State::Finished;
    bool isPlural = false;
    QStringList texts; ///< the translation, or its plural forms

    bool operator==(const Message &) const = default;

    /// Context, source and comment in one line, for a person.
    [[nodiscard]] QString name() const;
};

/// Reads a .ts file; empty when it is broken or has no messages.
[[nodiscard]] QList<Message> readMessages(const QByteArray &ts);

/// What lupdate would add to \a committed or drop from it to make \a updated, one sentence each.
[[nodiscard]] QStringList outOfDate(const QList<Message> &committed, const QList<Message> &updated);

/// Messages without a finished translation, with an empty one or with a wrong number of plural forms.
[[nodiscard]] QStringList incomplete(const QList<Message> &messages, qsizetype pluralForms);

/// Translations whose %1, %n … are not those of the source. The form for one may spell its number out or leave it away.
[[nodiscard]] QStringList wrongPlaceholders(const QList<Message> &messages);

/// Russian texts with Latin words that are neither well-known names nor capitals that the source has too (QR, CSV), and
/// words in which the two alphabets are mixed.
[[nodiscard]] QStringList wrongAlphabet(const QList<Message> &messages);

} // namespace okoshko::test
