// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/house/Arrows.h"

#include <QMap>
#include <QSet>

using namespace Qt::StringLiterals;

namespace okoshko::test {

const QList<Room> &rooms()
{
    // clang-format off
    static const QList<Room> table {
        // room                    may include, besides itself
        { u"models/domain"_s,    {} },
        { u"models/api"_s,       { u"models/domain"_s } }, // the port: knows none of its adapters
        { u"models/api/http"_s,  { u"models/domain"_s, u"models/api"_s } },
        { u"models/api/v1"_s,    { u"models/domain"_s, u"models/api"_s, u"models/api/http"_s } },
        { u"models/journal"_s,   { u"models/domain"_s } }, // keeps what the sale hands it
        { u"models/catalogue"_s, { u"models/domain"_s, u"models/journal"_s } }, // a copy of what the server tells
        { u"models/sale"_s,      { u"models/domain"_s, u"models/api"_s, u"models/journal"_s, u"models/catalogue"_s } },
        { u"models/setup"_s,     { u"models/domain"_s, u"models/api"_s, u"models/api/http"_s } },
        { u"models/tables"_s,    { u"models/domain"_s, u"models/api"_s, u"models/sale"_s, u"models/catalogue"_s } },
        { u"models/settings"_s,  { u"models/domain"_s, u"models/sale"_s, u"models/tables"_s } },
        { u"ui"_s,               { u"models/domain"_s, u"models/api"_s, u"models/sale"_s, u"models/setup"_s, u"models/settings"_s,
                                   u"models/tables"_s, u"models/catalogue"_s } },
        { u"app"_s,              { u"app/sandbox"_s, u"app/secrets"_s, u"app/settings"_s, u"ui"_s, u"models/domain"_s, u"models/api"_s,
                                   u"models/api/http"_s, u"models/api/v1"_s, u"models/sale"_s, u"models/setup"_s, u"models/settings"_s,
                                   u"models/journal"_s, u"models/catalogue"_s, u"models/tables"_s } },
        { u"app/secrets"_s,      {} },
        { u"app/settings"_s,     { u"models/domain"_s, u"models/tables"_s, u"models/settings"_s } }, // as a file
        { u"app/sandbox"_s,      {} }, // the other side of the wire: two readings of one protocol check each other
    };
    // clang-format on
    return table;
}

const QList<LinkRule> &linkRules()
{
    static const QList<LinkRule> table{
        {u"Okoshko::Models"_s,
         {u"Qt6::Gui"_s, u"Qt6::Widgets"_s, u"Qt6::HttpServer"_s, u"okoshko-ui"_s, u"okoshko-sandbox-server"_s}},
        {u"Okoshko::Ui"_s, {u"Qt6::HttpServer"_s, u"okoshko-sandbox-server"_s}},
        {u"Okoshko::Sandbox"_s, {u"Qt6::Gui"_s, u"Qt6::Widgets"_s, u"okoshko-models"_s, u"okoshko-ui"_s}},
    };
    return table;
}

namespace {

/// The product's own folders; tests may include whatever they try.
bool isOurs(const QString &path)
{
    return isIn(path, u"models"_s) || isIn(path, u"ui"_s) || isIn(path, u"app"_s);
}

const Room *roomOf(const QString &path)
{
    const Room *found = nullptr;
    for (const Room &room : rooms()) {
        if (isIn(path, room.folder) && (!found || room.folder.size() > found->folder.size()))
            found = &room;
    }
    return found;
}

QString complaint(const SourceFile &file, const Room &room, const QString &include)
{
    const bool noWindow = isIn(room.folder, u"models"_s);
    if (noWindow && (include.startsWith(u"<QtGui") || include.startsWith(u"<QtWidgets")))
        return u"%1 includes %2: models/ has no window"_s.arg(file.path, include);
    if (include.startsWith(u'<'))
        return {};
    const Room *other = roomOf(include);
    if (!other && (isIn(include, u"tests"_s) || isOurs(include)))
        return u"%1 includes %2, which is in no room that it may know"_s.arg(file.path, include);
    if (!other || other->folder == room.folder || room.mayInclude.contains(other->folder))
        return {};
    return u"%1 includes %2: no arrow leads from %3 to %4"_s.arg(file.path, include, room.folder, other->folder);
}

using Graph = QMap<QString, QSet<QString>>;

Graph folderGraph(const QList<SourceFile> &files)
{
    Graph graph;
    for (const SourceFile &file : files) {
        if (!isOurs(file.path))
            continue;
        for (const QString &include : file.includes) {
            const QString folder = include.section(u'/', 0, -2);
            if (isOurs(include) && folder != file.folder())
                graph[file.folder()].insert(folder);
        }
    }
    return graph;
}

/// The shortest way from \a start back to itself, or nothing.
QStringList shortestCircle(const Graph &graph, const QString &start)
{
    QList<QStringList> ways{{start}};
    QSet<QString> seen;
    while (!ways.isEmpty()) {
        const QStringList way = ways.takeFirst();
        QStringList next = graph.value(way.last()).values();
        next.sort();
        for (const QString &folder : std::as_const(next)) {
            if (folder == start)
                return way + QStringList{start};
            if (!seen.contains(folder)) {
                seen.insert(folder);
                ways.append(way + QStringList{folder});
            }
        }
    }
    return {};
}

} // namespace

QStringList wrongIncludes(const QList<SourceFile> &files)
{
    QStringList found;
    for (const SourceFile &file : files) {
        if (!isOurs(file.path) || !file.isCpp())
            continue;
        const Room *room = roomOf(file.path);
        if (!room) {
            found.append(u"%1 is in no room: give its folder a row in Arrows.cpp"_s.arg(file.path));
            continue;
        }
        for (const QString &include : file.includes) {
            const QString sentence = complaint(file, *room, include);
            if (!sentence.isEmpty())
                found.append(sentence);
        }
    }
    return found;
}

QStringList circles(const QList<SourceFile> &files)
{
    const Graph graph = folderGraph(files);
    QStringList found;
    QSet<QString> told;
    for (auto it = graph.cbegin(); it != graph.cend(); ++it) {
        const QStringList circle = told.contains(it.key()) ? QStringList() : shortestCircle(graph, it.key());
        if (circle.isEmpty())
            continue;
        told.unite(QSet<QString>(circle.cbegin(), circle.cend()));
        found.append(circle.join(u" -> "_s));
    }
    return found;
}

QStringList wrongLinks(const QStringList &links)
{
    QStringList found;
    for (const LinkRule &rule : linkRules()) {
        for (const QString &library : rule.never) {
            if (links.contains(rule.room + u' ' + library))
                found.append(u"%1 links %2"_s.arg(rule.room, library));
        }
    }
    return found;
}

} // namespace okoshko::test
