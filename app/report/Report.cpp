// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/Report.h"

#include "app/report/Zip.h"
#include "models/domain/AtomicFile.h"
#include "models/sale/SaleHistory.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QGuiApplication>
#include <QLocale>
#include <QRegularExpression>
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

// An order as lines: without the buyer, and with only the host of the payment's address.

using Line = std::pair<QString, QString>;

QString at(const std::optional<Instant> &instant)
{
    return instant ? toIsoString(*instant) : u"-"_s;
}

QString wanted(const ReserveRequest &request)
{
    if (request.wantedCount() == 0)
        return u"-"_s;
    QStringList parts;
    for (const WantedTickets &part : request.random)
        parts << u"%1 of set %2"_s.arg(part.count).arg(part.set.toString());
    if (!request.tickets.isEmpty())
        parts << u"%1 chosen seat(s)"_s.arg(request.tickets.size());
    return parts.join(u", "_s);
}

QList<Line> factsOf(const Sale &sale)
{
    const Order &order = sale.order;
    const QUrl &page = order.payment.redirectUrl;
    return {
        {u"order"_s, order.id.toString()},
        {u"number"_s, QString::number(order.number)},
        {u"event"_s, order.event.toString()},
        {u"status"_s, order.statusWord},
        {u"created"_s, at(order.createdAt)},
        {u"updated"_s, at(order.updatedAt)},
        {u"reserved till"_s, at(order.reservedTill)},
        {u"last asked"_s, at(sale.lastAskedAt)},
        {u"asked for"_s, wanted(sale.request)},
        {u"tickets"_s, order.has(Order::Field::Tickets) ? QString::number(order.tickets.size()) : u"not told"_s},
        {u"value"_s, order.has(Order::Field::Value) ? order.value.toString() : u"not told"_s},
        {u"refused beside it"_s, order.refusal.isEmpty() ? u"-"_s : order.refusal},
        {u"payment system"_s, sale.system + u" / "_s + order.payment.system},
        {u"payment started"_s, at(sale.paymentStartedAt)},
        {u"payment page"_s, page.isEmpty() ? u"none"_s : page.scheme() + u"://"_s + page.authority(QUrl::FullyEncoded)},
        {u"made"_s, sale.origin == Sale::Origin::ThisCounter ? u"here"_s : u"elsewhere"_s},
        {u"known from"_s, sale.known == Sale::Known::FromServer ? u"server"_s : u"journal"_s},
        {u"goal"_s, sale.goal == SaleGoal::Sell ? u"sell"_s : u"release"_s},
        {u"under way"_s, sale.inProgress ? toWord(*sale.inProgress) : u"-"_s},
        {u"failed"_s, sale.failure ? toWord(sale.failure->step) + u": "_s + sale.failure->error.requestId + u' ' +
                                         sale.failure->error.toLogLine()
                                   : u"-"_s}};
}

QString lineOf(const RecordEntry &entry, const QString &more)
{
    QString line = toIsoString(entry.at) + u' ' + entry.what;
    for (const QString &part : {entry.words, more}) {
        if (!part.isEmpty())
            line += u": "_s + part;
    }
    if (entry.till)
        line += u", till "_s + toIsoString(*entry.till);
    return line + (entry.who.isEmpty() ? QString() : u" ("_s + entry.who + u')') + u'\n';
}

constexpr qint64 longestTail = 8 * 1024 * 1024;

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

QString toText(const OrderReport &report)
{
    QString text;
    for (const auto &[name, value] : factsOf(report.sale))
        text += name + u": "_s + value + u'\n';
    text += u"\nThe timeline, by the server's clock:\n"_s;
    for (const HistoryEntry &entry : report.sale.history) {
        const QString request = entry.error ? entry.error->requestId + u' ' + entry.error->toLogLine() : QString();
        text += lineOf(toRecord(entry, report.sale.order.id), request);
    }
    text += u"\nThe journal's record:\n"_s;
    for (const RecordEntry &entry : report.record)
        text += lineOf(entry, {});
    text += u"\nIntents without an answer:\n"_s;
    for (const Intent &intent : report.openIntents)
        text += toIsoString(intent.at) + u' ' + toWord(intent.verb) + u' ' + intent.system + u'\n';
    return text;
}

QString logSince(const QStringList &paths, const QDateTime &since)
{
    // The format of Logging.cpp: UTC, fixed length, so that texts compare as times do.
    static const QRegularExpression stamp(u"\\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{12}Z "_s);
    const QString first = since.toUTC().toString(Qt::ISODateWithMs);
    QString tail;
    for (const QString &path : paths) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (file.size() > longestTail) {
            file.seek(file.size() - longestTail);
            file.readLine(); // probably an incomplete line
        }
        bool isRecent = false;
        while (!file.atEnd()) {
            const QString line = QString::fromUtf8(file.readLine());
            if (stamp.match(line).hasMatch())
                isRecent = line >= first;
            if (isRecent)
                tail += line;
        }
    }
    return tail;
}

tl::expected<void, FileError> writeReport(const QString &path, const Report &report)
{
    const auto masked = [&report](const QString &text) { return report.mask.applied(text).toUtf8(); };
    const QDateTime since = report.at.addSecs(-std::chrono::seconds(reportedLog).count());
    QList<ZipEntry> entries{{u"about.txt"_s, masked(toText(report.facts))},
                            {u"log.txt"_s, masked(logSince(report.logs, since))},
                            {u"window.png"_s, png(report.picture)}};
    if (report.order)
        entries.insert(1, {u"order.txt"_s, masked(toText(*report.order))});
    const auto archive = zipped(entries);
    if (!archive)
        return tl::unexpected(FileError{FileError::Kind::Failed, archive.error()});
    return writeAtomically(path, *archive);
}

} // namespace okoshko
