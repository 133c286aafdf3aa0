// SPDX-License-Identifier: GPL-3.0-or-later
// Single texts out of an answer: sums, times, ids, calendars, the payment's address.
#include "models/sale/RedirectDecision.h"
#include "tests/fuzz/Body.h"

#include <QUrl>

#include <algorithm>

using namespace okoshko;
using namespace Qt::StringLiterals;

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Money::parse, naively.
std::optional<qint64> minorOf(QStringView text)
{
    const bool negative = text.startsWith(u'-');
    if (negative)
        text = text.sliced(1);
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.first(point);
    const QStringView fraction = point < 0 ? QStringView(u"0") : text.sliced(point + 1);
    const auto digits = [](QStringView part, qsizetype most) {
        return !part.isEmpty() && part.size() <= most && std::all_of(part.cbegin(), part.cend(), isDigit);
    };
    if (!digits(whole, 12) || !digits(fraction, 2))
        return std::nullopt;
    qint64 minor = 0;
    for (const QChar c : whole)
        minor = minor * 10 + (c.unicode() - u'0');
    for (qsizetype i = 0; i < 2; ++i)
        minor = minor * 10 + (i < fraction.size() ? fraction.at(i).unicode() - u'0' : 0);
    return negative ? -minor : minor;
}

void checkMoney(const QString &text)
{
    const auto sum = Money::parse(text);
    fuzz::require((sum ? std::optional(sum->minor()) : std::nullopt) == minorOf(text), "a sum is what its digits say");
    if (sum)
        fuzz::requireBounds(*sum);
}

void checkId(const QString &text)
{
    const auto id = OrderId::parse(text);
    const auto plain = [](QChar c) { return isDigit(c) || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); };
    fuzz::require(id.has_value() ==
                      (text.size() >= 24 && text.size() <= 32 && std::all_of(text.cbegin(), text.cend(), plain)),
                  "an id is 24 to 32 letters and digits");
    if (id)
        fuzz::require(id->toString() == text, "an id is its text");
}

QString line(const QString &name, const std::optional<v1::CalendarTime> &time)
{
    if (!time)
        return {};
    const QString zone = time->isZoneKnown ? QString::fromLatin1(time->zone) : u"Foo/Bar"_s;
    return name + (zone.isEmpty() ? zone : u";TZID="_s + zone) + u':' + time->date.toString(u"yyyyMMdd"_s) +
           (time->time ? time->time->toString(u"'T'HHmmss"_s) : QString()) + u"\r\n"_s;
}

void checkLifetime(const QString &text)
{
    const v1::Lifetime lifetime = v1::parseVEvent(text);
    for (const auto &time : {lifetime.start, lifetime.end}) {
        if (!time)
            continue;
        fuzz::require(time->date.isValid() && (!time->time || time->time->isValid()), "a time is one of the calendar");
        fuzz::requireBounds(v1::instantOf(*time, "Asia/Novosibirsk"));
    }
    fuzz::require(v1::parseVEvent(line(u"DTSTART"_s, lifetime.start) + line(u"DTEND"_s, lifetime.end)) == lifetime,
                  "a calendar that is written again reads the same");
}

/// A time that was understood can be told in a calendar, also in the hour that this computer's clocks skip in spring.
void checkTime(const QString &text)
{
    const auto time = parseInstant(text);
    fuzz::requireBounds(time);
    if (time) {
        const Instant second = std::chrono::floor<std::chrono::seconds>(*time);
        const auto told = v1::parseVEvent(u"DTSTART:"_s + fuzz::calendarStamp(second)).start;
        fuzz::require(told && v1::instantOf(*told, {}) == second, "every second can be told");
    }
}

void checkAddress(const QString &text)
{
    const QUrl url(text);
    if (decideRedirect(url) != RedirectDecision::Open)
        return;
    const QByteArray written = url.toEncoded();
    const bool plain = written.startsWith("http://");
    fuzz::require(plain || written.startsWith("https://"), "only pages of the web are opened");
    fuzz::require(!plain || url.host() == u"localhost" || url.host() == u"::1" || url.host().startsWith(u"127.") ||
                      url.host().startsWith(u"::ffff:"),
                  "plain http stays on this computer");
    fuzz::require(!url.host().isEmpty() && !url.authority().contains(u'@'), "an address has a host and no password");
    fuzz::require(std::all_of(written.cbegin(), written.cend(), [](char c) { return c > ' ' && c < '\x7f'; }),
                  "an address is one printable word");
}

void check(const QString &text)
{
    checkMoney(text);
    checkId(text);
    checkTime(text);
    checkLifetime(text);
    checkAddress(text);
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    qputenv("TZ", "Europe/Berlin"); // whose clocks skip an hour in spring
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    check(QString::fromUtf8(bytes));
    // A text of JSON may hold halves of characters, which no UTF-8 does.
    check(QString::fromUtf16(reinterpret_cast<const char16_t *>(bytes.constData()), bytes.size() / 2));
    return 0;
}
