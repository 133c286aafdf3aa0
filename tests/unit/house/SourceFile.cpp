// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/house/SourceFile.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

/// Blanks the comments of C++; strings stay, so that "//" in them does not hide what follows.
QString withoutComments(const QString &text)
{
    static const QRegularExpression token(
        uR"RE((?<raw>R"(?<tag>[^()\\\s]{0,16})\(.*?\)\k<tag>")|(?<string>"(?:\\.|[^"\\\n])*")|(?<digit>(?<=[0-9a-fA-F])'(?=[0-9a-fA-F]))|(?<char>'(?:\\.|[^'\\\n])*')|(?<comment>//[^\n]*|/\*.*?\*/))RE"_s,
        QRegularExpression::DotMatchesEverythingOption);
    QString code;
    qsizetype done = 0;
    for (auto it = token.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        code += QStringView(text).sliced(done, match.capturedStart() - done);
        if (match.hasCaptured(u"comment"_s))
            code += QString(match.captured(u"comment"_s).count(u'\n'), u'\n');
        else
            code += match.capturedView();
        done = match.capturedEnd();
    }
    code += QStringView(text).sliced(done);
    return code;
}

QString resolved(const QString &include, const QString &folder, const QStringList &siblings)
{
    const QString beside = QDir::cleanPath(folder + u'/' + include);
    return include.startsWith(u'.') || siblings.contains(beside) ? beside : QDir::cleanPath(include);
}

} // namespace

QString SourceFile::folder() const
{
    return path.contains(u'/') ? path.section(u'/', 0, -2) : QString();
}

bool SourceFile::isCpp() const
{
    return path.endsWith(u".h") || path.endsWith(u".cpp");
}

SourceFile readSource(const QString &path, const QString &text, const QStringList &siblings)
{
    SourceFile file{path, text, text, {}};
    if (!file.isCpp())
        return file;
    file.code = withoutComments(text);
    static const QRegularExpression include(u"^[ \\t]*#[ \\t]*include[ \\t]*(?:(<[^>\\n]+>)|\"([^\"\\n]+)\")"_s,
                                            QRegularExpression::MultilineOption);
    for (auto it = include.globalMatch(file.code); it.hasNext();) {
        const auto match = it.next();
        file.includes.append(match.hasCaptured(1) ? match.captured(1)
                                                  : resolved(match.captured(2), file.folder(), siblings));
    }
    return file;
}

QList<SourceFile> readTree(const QString &root)
{
    QStringList paths;
    const QDir top(root);
    const auto entries = top.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &entry : entries) {
        if (entry == u".git" || entry.startsWith(u"build"))
            continue;
        if (!QFileInfo(top.filePath(entry)).isDir())
            paths.append(entry);
        for (QDirIterator it(top.filePath(entry), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
             it.hasNext();)
            paths.append(top.relativeFilePath(it.next()));
    }
    paths.sort();

    QList<SourceFile> files;
    for (const QString &path : std::as_const(paths)) {
        QFile file(top.filePath(path));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        if (!bytes.contains('\0')) // pictures and the like are not read
            files.append(readSource(path, QString::fromUtf8(bytes), paths));
    }
    return files;
}

bool isIn(const QString &path, const QString &folder)
{
    return path == folder || path.startsWith(folder + u'/');
}

} // namespace okoshko::test
