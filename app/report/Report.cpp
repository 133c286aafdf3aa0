// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/Report.h"

#include "app/files/WholeFile.h"
#include "app/report/LogTail.h"
#include "app/report/Zip.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>
#include <QScreen>
#include <QSysInfo>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

QString screens()
{
    QStringList all;
    for (const QScreen *screen : QGuiApplication::screens()) {
        all << u"%1x%2 at %3"_s.arg(screen->size().width())
                   .arg(screen->size().height())
                   .arg(QLocale::c().toString(screen->devicePixelRatio(), 'f', 2));
    }
    return all.join(u", "_s);
}

QString toText(const QList<std::pair<QString, QString>> &facts)
{
    QString text = u"A report about a problem with Okoshko. It holds this page, the story of the order that was shown "
                   "(order.txt),\nthe log of the last hour (log.txt) and a picture of the window (window.png). API "
                   "keys, buyers' names, addresses and\ntelephone numbers were taken out of it.\n\n"_s;
    for (const auto &[name, value] : facts)
        text += name + u": "_s + value + u'\n';
    return text;
}

QByteArray png(const QImage &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return bytes;
}

} // namespace

QList<std::pair<QString, QString>> factsOfSystem()
{
    return {{u"version"_s, QCoreApplication::applicationVersion()},
            {u"Qt"_s, u"%1, built with %2"_s.arg(QLatin1StringView(qVersion()), QLatin1StringView(QT_VERSION_STR))},
            {u"system"_s, QSysInfo::prettyProductName()},
            {u"kernel"_s, QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion()},
            {u"processor"_s, QSysInfo::currentCpuArchitecture()},
            {u"windows by"_s, QGuiApplication::platformName()},
            {u"screens"_s, screens()},
            {u"locale"_s, QLocale::system().name()},
            {u"time zone"_s, QString::fromLatin1(QTimeZone::systemTimeZoneId())}};
}

tl::expected<void, FileError> writeReport(const QString &path, const Report &report)
{
    const auto masked = [&report](const QString &text) { return report.mask.applied(text).toUtf8(); };
    const QDateTime since = report.at.addSecs(-std::chrono::seconds(reportedLog).count());
    QList<ZipEntry> entries{{u"about.txt"_s, masked(toText(report.facts))},
                            {u"log.txt"_s, masked(logSince(report.logs, since))},
                            {u"window.png"_s, png(report.picture)}};
    if (report.story)
        entries.insert(1, {u"order.txt"_s, masked(toText(*report.story))});
    const auto archive = zipped(entries);
    if (!archive)
        return tl::unexpected(FileError{FileError::Kind::Failed, archive.error()});
    return writeWhole(path, *archive);
}

} // namespace okoshko
