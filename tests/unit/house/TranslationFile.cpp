// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/house/TranslationFile.h"

#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

/// Latin words that a Russian text may have.
bool isWellKnown(const QString &word)
{
    // clang-format off
    static const QSet<QString> words{
        u"Okoshko"_s, u"Ticketscloud"_s, u"Qt"_s,                                                     // names
        u"Enter"_s, u"Esc"_s, u"Ctrl"_s, u"Alt"_s, u"Shift"_s, u"Tab"_s, u"Space"_s, u"Del"_s,        // keys
        u"http"_s, u"https"_s, u"host"_s, u"json"_s, u"tour"_s,                                       // addresses, files
        u"redirect"_s, u"url"_s, u"true"_s, u"false"_s,                                               // fields, their values
        u"ru"_s, u"en"_s, u"light"_s, u"dark"_s, u"contrast"_s, u"debug"_s, u"info"_s, u"warning"_s, u"error"_s, // options
        u"sandbox"_s, u"real"_s,                                                                      // whose answers
    };
    // clang-format on
    return words.contains(word);
}

QSet<QString> placeholders(const QString &text)
{
    static const QRegularExpression form(u"%L?([0-9]{1,2}|n)"_s);
    QSet<QString> found;
    for (auto it = form.globalMatch(text); it.hasNext();)
        found.insert(it.next().captured(1));
    return found;
}

QString foreignWord(const QString &text, const QString &source)
{
    static const QRegularExpression noWords(
        u"%L?[0-9n]+|--[a-z-]+|(?<=[0-9])x(?=[0-9])|\\S+@\\S+|GPL-3\\.0-or-later"_s);
    static const QRegularExpression word(u"[\\p{L}][\\p{L}\\p{N}]*"_s);
    static const QRegularExpression latin(u"[A-Za-z]"_s);
    static const QRegularExpression cyrillic(u"\\p{Cyrillic}"_s);
    static const QRegularExpression capitals(u"\\A[A-Z][A-Z0-9]*\\z"_s);
    const QString bare = QString(text).replace(noWords, u" "_s);
    for (auto it = word.globalMatch(bare); it.hasNext();) {
        const QString found = it.next().captured();
        if (!found.contains(latin) || isWellKnown(found))
            continue;
        if (found.contains(cyrillic) || !capitals.match(found).hasMatch() || !source.contains(found))
            return found;
    }
    return {};
}

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message{context, {}, {}, Message::State::Finished, xml.attributes().value(u"numerus"_s) == u"yes", {}};
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source") {
            message.source = xml.readElementText();
        } else if (xml.name() == u"comment") {
            message.comment = xml.readElementText();
        } else if (xml.name() == u"translation") {
            const auto type = xml.attributes().value(u"type"_s);
            if (!type.isEmpty())
                message.state = type == u"unfinished" ? Message::State::Unfinished : Message::State::Vanished;
            if (!message.isPlural)
                message.texts = {xml.readElementText(QXmlStreamReader::IncludeChildElements)};
            else
                while (xml.readNextStartElement())
                    message.texts.append(xml.readElementText(QXmlStreamReader::IncludeChildElements));
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QSet<QString> names(const QList<Message> &messages)
{
    QSet<QString> found;
    for (const Message &message : messages)
        found.insert(message.isPlural ? message.name() + u" (plural)"_s : message.name());
    return found;
}

QStringList sorted(const QSet<QString> &set, const QString &form)
{
    QStringList list;
    for (const QString &name : set)
        list.append(form.arg(name));
    list.sort();
    return list;
}

} // namespace

QString Message::name() const
{
    return u"%1 | \"%2\""_s.arg(context, source) + (comment.isEmpty() ? QString() : u" | "_s + comment);
}

QList<Message> readMessages(const QByteArray &ts)
{
    QList<Message> messages;
    QXmlStreamReader xml(ts);
    xml.readNextStartElement(); // TS
    while (xml.readNextStartElement()) {
        QString context;
        while (xml.readNextStartElement()) {
            if (xml.name() == u"name")
                context = xml.readElementText();
            else if (xml.name() == u"message")
                messages.append(readMessage(xml, context));
            else
                xml.skipCurrentElement();
        }
    }
    return xml.hasError() ? QList<Message>() : messages;
}

QStringList outOfDate(const QList<Message> &committed, const QList<Message> &updated)
{
    const QSet<QString> have = names(committed);
    const QSet<QString> want = names(updated);
    return sorted(QSet(want).subtract(have), u"new in the sources: %1"_s) +
           sorted(QSet(have).subtract(want), u"no longer in the sources: %1"_s);
}

QStringList incomplete(const QList<Message> &messages, qsizetype pluralForms)
{
    QStringList found;
    for (const Message &message : messages) {
        const bool isEmpty =
            std::ranges::any_of(message.texts, [](const QString &text) { return text.trimmed().isEmpty(); });
        if (message.state != Message::State::Finished)
            found.append(u"not finished: "_s + message.name());
        else if (isEmpty)
            found.append(u"empty: "_s + message.name());
        else if (message.texts.size() != (message.isPlural ? pluralForms : 1))
            found.append(u"%1 forms: %2"_s.arg(message.texts.size()).arg(message.name()));
    }
    return found;
}

QStringList wrongPlaceholders(const QList<Message> &messages)
{
    QStringList found;
    for (const Message &message : messages) {
        for (qsizetype form = 0; form < message.texts.size(); ++form) {
            QSet<QString> want = placeholders(message.source);
            QSet<QString> have = placeholders(message.texts.at(form));
            if (message.isPlural && form == 0) {
                want.remove(u"n"_s);
                have.remove(u"n"_s);
            }
            if (have != want)
                found.append(u"%1: \"%2\""_s.arg(message.name(), message.texts.at(form)));
        }
    }
    return found;
}

QStringList wrongAlphabet(const QList<Message> &messages)
{
    QStringList found;
    for (const Message &message : messages) {
        for (const QString &text : message.texts) {
            const QString word = foreignWord(QString(text).remove(u'&'), QString(message.source).remove(u'&'));
            if (!word.isEmpty())
                found.append(u"%1: \"%2\" in \"%3\""_s.arg(message.name(), word, text));
        }
    }
    return found;
}

} // namespace okoshko::test
