// SPDX-License-Identifier: GPL-3.0-or-later
// The headers of an answer: Date, Retry-After, Location, X-Partner.
#include "models/api/http/HttpErrors.h"
#include "models/api/http/HttpHeaders.h"
#include "models/domain/ServerAddress.h"
#include "tests/fuzz/Body.h"

#include <QLocale>

#include <algorithm>
#include <cstring>

using namespace okoshko;
using namespace Qt::StringLiterals;

namespace {

constexpr Instant now{Microseconds(1'463'072'400'000'000)}; // 12 May 2016, 17:00:00

QByteArray httpDate(Instant time)
{
    return QLocale::c().toString(toDateTime(time), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'").toLatin1();
}

void checkDate(const QByteArray &header)
{
    const auto date = parseHttpDate(header);
    fuzz::requireBounds(date);
    if (date)
        fuzz::require(parseHttpDate(httpDate(*date)) == date, "a date that is written again reads the same");
}

/// Every second of every year from 1 on can be told by a server, also those that this computer's clocks skip in spring.
void checkEverySecond(const QByteArray &bytes)
{
    quint64 number = 0;
    std::memcpy(&number, bytes.constData(), std::min<size_t>(sizeof number, static_cast<size_t>(bytes.size())));
    constexpr qint64 firstOfYear1 = -62'135'596'800;
    constexpr quint64 secondsTo9999 = 315'537'897'600;
    const Instant time{std::chrono::seconds(firstOfYear1 + static_cast<qint64>(number % secondsTo9999))};
    fuzz::require(parseHttpDate(httpDate(time)) == time, "every second can be told");
}

void checkRetryAfter(const QByteArray &header)
{
    const auto wait = parseRetryAfter(header, now);
    fuzz::require(!wait || (wait->count() >= 0 && wait->count() <= 3600), "a wait is at most an hour");
    const bool isCount =
        !header.isEmpty() && std::all_of(header.cbegin(), header.cend(), [](char c) { return c >= '0' && c <= '9'; });
    fuzz::require(!isCount || wait.has_value(), "a number of seconds is a wait, however large");
}

/// By the written form alone, for HttpHeaders has its own way.
bool leadsTo(const QUrl &url, const QByteArray &origin)
{
    const QByteArray written = url.toEncoded(QUrl::RemoveUserInfo);
    return written == origin || written.startsWith(origin + '/') || written.startsWith(origin + '?') ||
           written.startsWith(origin + '#') || written.startsWith(origin + ':');
}

void checkLocation(const QByteArray &header)
{
    const QUrl server(u"https://api.ticketscloud.org"_s);
    const QUrl url = QUrl(server.toString() + u"/v1/resources/orders"_s).resolved(QUrl::fromEncoded(header));
    if (sameOrigin(url, server)) {
        fuzz::require(leadsTo(url, "https://api.ticketscloud.org"), "the key goes to its own server alone");
        fuzz::require(url.port(443) == 443, "the key goes to its own port alone");
    }
    fuzz::require(!isSecureUrl(url) || url.scheme() == u"https" || leadsTo(url, "http://localhost") ||
                      leadsTo(url, "http://[::1]") || url.host().startsWith(u"127.") ||
                      url.host().startsWith(u"::ffff:"_s),
                  "plain http stays on this computer");
}

void checkPartner(const QByteArray &header)
{
    const QString partner = partnerIn(header);
    fuzz::require(partner.size() <= 64, "a partner's name is short");
    fuzz::require(std::all_of(partner.cbegin(), partner.cend(), [](QChar c) { return c > u' ' && c < u'\x7f'; }),
                  "a partner's name is printable");
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    qputenv("TZ", "Europe/Berlin"); // whose clocks skip an hour in spring
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray header = fuzz::bytesOf(data, size);
    checkDate(header);
    checkEverySecond(header);
    checkRetryAfter(header);
    checkLocation(header);
    checkPartner(header);
    return 0;
}
