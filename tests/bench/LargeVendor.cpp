// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/LargeVendor.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrlQuery>

#include <algorithm>
#include <csignal>
#include <cstdio>

#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace okoshko::bench {

namespace {

constexpr int venueCount = 200;
constexpr int languageCount = 60;
constexpr int pageSize = 200;

QString idOf(int kind, int number)
{
    return u"%1%2"_s.arg(kind, 4, 16, QChar(u'0')).arg(number, 20, 16, QChar(u'0'));
}

QString calendar(int firstDay, int days)
{
    const QDateTime begin(QDate(2030, 1, 1).addDays(firstDay), QTime(16, 0), Qt::UTC);
    const auto written = [](const QDateTime &time) { return time.toString(u"yyyyMMdd'T'HHmmss'Z'"_s); };
    return u"BEGIN:VEVENT\r\nDTSTART;VALUE=DATE-TIME:%1\r\nDTEND;VALUE=DATE-TIME:%2\r\nEND:VEVENT\r\n"_s.arg(
        written(begin), written(begin.addDays(days).addSecs(7200)));
}

QJsonObject organiser()
{
    return {{u"id"_s, idOf(1, 1)},
            {u"name"_s, u"Пробный организатор"_s},
            {u"desc"_s, u"Устраивает вечера. "_s.repeated(8)},
            {u"contact"_s, QJsonObject{{u"address"_s, u"г. Примерск, ул. Образцовая, д. 1"_s},
                                       {u"email"_s, u"office@example.org"_s},
                                       {u"phones"_s, QJsonArray{u"+7 900 000-00-00"_s}}}},
            {u"media"_s, QJsonObject()},
            {u"tags"_s, QJsonArray()}};
}

QJsonObject venueOf(int number)
{
    QJsonObject names{{u"ru"_s, u"Город %1"_s.arg(number)}, {u"en"_s, u"City %1"_s.arg(number)}};
    for (int language = 2; language < languageCount; ++language)
        names.insert(u"l%1"_s.arg(language), u"Ville %1-%2"_s.arg(number).arg(language));
    return {{u"id"_s, idOf(2, number)},
            {u"name"_s, u"Дворец культуры №%1"_s.arg(number)},
            {u"address"_s, u"ул. Образцовая, дом %1"_s.arg(number)},
            {u"city"_s, QJsonObject{{u"id"_s, number}, {u"name"_s, names}, {u"timezone"_s, u"Europe/Samara"_s}}},
            {u"country"_s, QJsonObject{{u"id"_s, u"RU"_s}, {u"name"_s, QJsonObject{{u"ru"_s, u"Россия"_s}}}}}};
}

QJsonObject eventOf(int number)
{
    static const QStringList kinds{u"Концерт"_s, u"Вечер джаза"_s, u"Балет"_s, u"Лекция о звёздах"_s, u"Чайка"_s};
    QJsonArray sets;
    for (int set = 0; set < 3; ++set) {
        const QString face = u"%1.00"_s.arg(500 * (set + 1));
        const QString price = u"%1.00"_s.arg(500 * (set + 1) + 50);
        QJsonArray rules;
        for (int rule = 0; rule < 2; ++rule)
            rules.append(QJsonObject{{u"id"_s, idOf(10 + 2 * set + rule, number)},
                                     {u"cal"_s, calendar(rule * number / 40, 1 + number / 40)},
                                     {u"current"_s, rule == 0},
                                     {u"price"_s, price},
                                     {u"price_extra"_s, u"50.00"_s},
                                     {u"price_org"_s, face}});
        sets.append(QJsonObject{{u"id"_s, idOf(20 + set, number)},
                                {u"pos"_s, set},
                                {u"name"_s, u"Категория %1"_s.arg(set + 1)},
                                {u"amount"_s, 200},
                                {u"amount_vacant"_s, number % 200},
                                {u"price"_s, price},
                                {u"price_extra"_s, u"50.00"_s},
                                {u"price_org"_s, face},
                                {u"rules"_s, rules},
                                {u"seats"_s, QJsonValue()},
                                {u"sector"_s, QJsonValue()}});
    }
    return {{u"id"_s, idOf(3, number)},
            {u"age_rating"_s, 12},
            {u"lifetime"_s, calendar(number / 40, 0)},
            {u"map"_s, QJsonValue()},
            {u"org"_s, organiser()},
            {u"partner"_s, organiser()},
            {u"sets"_s, sets},
            {u"status"_s, u"public"_s},
            {u"tickets_amount"_s, 600},
            {u"tickets_amount_vacant"_s, 3 * (number % 200)},
            {u"title"_s, QJsonObject{{u"text"_s, u"%1, выпуск %2"_s.arg(kinds.at(number % kinds.size())).arg(number)},
                                     {u"desc"_s, u"Что будет на вечере. "_s.repeated(15)}}},
            {u"venue"_s, venueOf(number % venueCount)}};
}

QJsonObject orderOf(int number)
{
    const QString set = idOf(20, number);
    return {
        {u"id"_s, idOf(5, number)},
        {u"number"_s, 497'000'000 + number},
        {u"created_at"_s, QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-dd'T'HH:mm:ss'.000000+00:00'"_s)},
        {u"event"_s, idOf(3, number)},
        {u"org"_s, idOf(1, 1)},
        {u"status"_s, u"done"_s},
        {u"tickets"_s, QJsonArray{idOf(6, 2 * number), idOf(6, 2 * number + 1)}},
        {u"rules"_s, QJsonObject{{set, idOf(10, number)}}},
        {u"payment"_s, QJsonObject{{u"system"_s, u"api/BASE"_s}}},
        {u"promocodes"_s, QJsonArray()},
        {u"reserved_till"_s, QJsonValue()},
        {u"value"_s, u"1100.00"_s},
        {u"value_extra"_s, u"100.00"_s},
        {u"values"_s, QJsonObject{{u"full"_s, u"1100.00"_s}, {u"nominal"_s, u"1000.00"_s}, {u"extra"_s, u"100.00"_s}}},
        {u"vendor"_s, idOf(1, 1)}};
}

QList<QByteArray> pagesOf(int count, QJsonObject (*make)(int))
{
    QList<QByteArray> pages;
    for (int from = 0; from < count; from += pageSize) {
        QJsonArray page;
        for (int number = from; number < std::min(count, from + pageSize); ++number)
            page.append(make(number));
        pages << QJsonDocument(page).toJson(QJsonDocument::Compact);
    }
    return pages;
}

/// The bodies of its answers, made once.
class Bodies
{
public:
    [[nodiscard]] QByteArray of(const QUrl &url) const
    {
        const int page = std::max(1, QUrlQuery(url).queryItemValue(u"page"_s).toInt());
        const QString path = url.path();
        if (path == u"/v1/services/simple/events")
            return m_events.value(page - 1, "[]");
        if (path == u"/v1/resources/orders")
            return m_orders.value(page - 1, "[]");
        for (int number = 0; path.startsWith(u"/v1/services/simple/events/"_s) && number < LargeVendor::events;
             ++number) {
            if (path.endsWith(idOf(3, number)))
                return QJsonDocument(eventOf(number)).toJson(QJsonDocument::Compact);
        }
        return "[]";
    }

private:
    QList<QByteArray> m_events = pagesOf(LargeVendor::events, eventOf);
    QList<QByteArray> m_orders = pagesOf(LargeVendor::orders, orderOf);
};

void answer(QTcpSocket &socket, const Bodies &bodies)
{
    while (true) {
        const QByteArray waiting = socket.peek(65536);
        const qsizetype end = waiting.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = socket.read(end + 4);
        const QByteArray body = bodies.of(QUrl(QString::fromLatin1(head.split(' ').value(1))));
        const QString date =
            QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Partner: " + idOf(1, 1).toLatin1() +
                     "\r\nDate: " + date.toLatin1() + "\r\nContent-Length: " + QByteArray::number(body.size()) +
                     "\r\n\r\n" + body);
    }
}

} // namespace

LargeVendor::LargeVendor()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); }); // it does not outlive this
    m_process.start(QCoreApplication::applicationFilePath(), {u"--vendor"_s});
    constexpr int patience = 60'000;
    if (!m_process.waitForReadyRead(patience))
        qFatal("the vendor does not start");
    m_url = QUrl(QString::fromLatin1(m_process.readLine().trimmed()));
}

LargeVendor::~LargeVendor()
{
    m_process.kill();
    m_process.waitForFinished();
}

int LargeVendor::serve(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const Bodies bodies;
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        return 1;
    QObject::connect(&server, &QTcpServer::newConnection, &server, [&] {
        while (QTcpSocket *socket = server.nextPendingConnection()) {
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, &bodies] { answer(*socket, bodies); });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    std::printf("http://127.0.0.1:%d\n", server.serverPort());
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace okoshko::bench
