// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Logging.h"

#include "app/report/Redactor.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QMutex>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

constexpr qint64 maxBytes = 4 * 1024 * 1024;

/// Static because Qt's message handler takes no user data; guarded by a lock.
struct Sink
{
    QMutex lock;
    QFile file;
};

Sink &sink()
{
    static Sink theSink;
    return theSink;
}

const char *word(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "error";
    case QtFatalMsg:
        return "fatal";
    }
    return "?";
}

/// \a message as one line, so that text of the server cannot imitate a log line.
QString oneLine(const QString &message)
{
    QString line;
    for (const QChar c : message) {
        const bool breaks = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
                            c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
        line += breaks ? u"\\u%1"_s.arg(ushort(c.unicode()), 4, 16, QChar(u'0')) : QString(c);
    }
    return line;
}

void write(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    static const Redactor mask;
    const QString line = u"%1 %2 %3: %4\n"_s.arg(
        QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs), QLatin1StringView(word(type)),
        QLatin1StringView(context.category ? context.category : "default"), mask.applied(oneLine(message)));
    const QByteArray bytes = line.toUtf8();
    const QMutexLocker locker(&sink().lock);
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    if (sink().file.isOpen()) {
        sink().file.write(bytes);
        sink().file.flush();
    }
}

QString rulesFrom(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return u"*.debug=false\n*.info=false\nokoshko.*=true"_s;
    case LogLevel::Info:
        return u"*.debug=false\n*.info=false\nokoshko.*.info=true\nokoshko.*.debug=false"_s;
    case LogLevel::Warning:
        return u"*.debug=false\n*.info=false"_s;
    case LogLevel::Error:
        return u"*.debug=false\n*.info=false\n*.warning=false"_s;
    }
    Q_UNREACHABLE();
}

/// The caller holds the sink's lock.
void openFile(const QString &folder)
{
    sink().file.close();
    if (folder.isEmpty())
        return;
    const QString older = logFiles(folder).first();
    const QString path = logFiles(folder).last();
    if (QFile(path).size() > maxBytes) {
        QFile::remove(older);
        QFile::rename(path, older);
    }
    sink().file.setFileName(path);
    if (!sink().file.open(QIODevice::WriteOnly | QIODevice::Append))
        std::fprintf(stderr, "The log file cannot be written: %s\n", qUtf8Printable(sink().file.errorString()));
}

} // namespace

QStringList logFiles(const QString &folder)
{
    const QString path = QDir(folder).filePath(u"okoshko.log"_s);
    return {path + u".1"_s, path};
}

void startLogging(const QString &folder, LogLevel level)
{
    QLoggingCategory::setFilterRules(rulesFrom(level));
    {
        const QMutexLocker locker(&sink().lock);
        openFile(folder);
    }
    qInstallMessageHandler(write);
}

} // namespace okoshko
