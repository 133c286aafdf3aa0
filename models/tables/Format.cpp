// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/Format.h"

#include "models/domain/Text.h"
#include "models/tables/BlankSheet.h"

#include <QStringList>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;
// Texts of Format for states, timelines and errors.

namespace okoshko {

namespace {

constexpr QChar noBreakSpace = u'\u00a0';
constexpr QChar minusSign = u'\u2212';

/// \a language has a row: the table has one for each.
const Format::LanguageRow &rowOf(Format::Language language)
{
    for (const Format::LanguageRow &row : Format::languages) {
        if (row.language == language)
            return row;
    }
    return Format::languages.front();
}

QDateTime atCounter(Instant instant)
{
    return toDateTime(instant).toLocalTime();
}

QString unsignedSum(Money sum, const QLocale &locale)
{
    const quint64 magnitude = sum.minor() < 0 ? quint64(0) - quint64(sum.minor()) : quint64(sum.minor());
    return locale.toString(magnitude / 100) + locale.decimalPoint() +
           QString::number(magnitude % 100).rightJustified(2, u'0');
}

} // namespace

Format::Format(Language language, std::chrono::seconds urgentFrom)
    : m_language(language)
    , m_urgentFrom(urgentFrom)
    , m_locale(rowOf(language).locale, rowOf(language).territory)
{
}

std::optional<Countdown> Format::countdown(const Order &order, Instant now) const
{
    return Countdown::of(order, now, m_urgentFrom);
}

QString Format::languageCode() const
{
    return QStringView(rowOf(m_language).code).toString();
}

std::optional<Format::Language> Format::parseLanguage(QStringView code)
{
    const auto row =
        std::ranges::find_if(languages, [code](const LanguageRow &each) { return code == QStringView(each.code); });
    return row == languages.end() ? std::nullopt : std::optional(row->language);
}

Format::Language Format::systemLanguage()
{
    const auto row = std::ranges::find(languages, QLocale::system().language(), &LanguageRow::locale);
    return row == languages.end() ? Language::English : row->language;
}

QString Format::ownName(Language language)
{
    return QStringView(rowOf(language).ownName).toString().remove(u'&');
}

QStringList Format::languageCodes()
{
    QStringList codes;
    for (const LanguageRow &row : languages)
        codes << QStringView(row.code).toString();
    return codes;
}

QString Format::money(Money sum) const
{
    const QString sign = sum.minor() < 0 ? QString(minusSign) : QString();
    const QString figures = unsignedSum(sum, m_locale);
    switch (m_language) {
    case Language::Russian:
        return sign + figures + noBreakSpace + u'₽';
    case Language::English:
        return sign + u'₽' + figures;
    }
    Q_UNREACHABLE();
}

QString Format::plainMoney(Money sum) const
{
    return (sum.minor() < 0 ? QString(minusSign) : QString()) + unsignedSum(sum, m_locale);
}

QString Format::sum(const std::optional<Money> &known) const
{
    return known ? money(*known) : tr("not told");
}

QString Format::orderNumber(qint64 number) const
{
    if (number == 0)
        return tr("without number");
    QString digits = QString::number(number);
    const qsizetype first = number < 0 ? 1 : 0;
    for (qsizetype at = digits.size() - 3; at > first; at -= 3)
        digits.insert(at, noBreakSpace);
    return digits;
}

QString Format::count(std::optional<int> known) const
{
    return known ? m_locale.toString(*known) : u"—"_s;
}

QString Format::tickets(std::optional<int> known) const
{
    return known ? tr("%n ticket(s)", nullptr, *known) : tr("tickets: not told");
}

Format::AtVenue Format::atVenue(const EventTime &time, const Venue &venue)
{
    using namespace std::chrono_literals;
    const auto zone = venue.reportedZone();
    const QTimeZone clocks = zone ? *zone : QTimeZone::systemTimeZone();
    AtVenue event{toDateTime(*time.start).toTimeZone(clocks), {}, zone.has_value()};
    event.last = event.first();
    const bool isOfWholeDays = time.dates == EventTime::Dates::DaysOnly;
    if (!time.end || *time.end <= *time.start || (!isOfWholeDays && *time.end - *time.start <= 24h))
        return event;
    const Instant within = *time.end - (isOfWholeDays ? Microseconds(1) : Microseconds(6h));
    event.last = std::max(event.last, toDateTime(within).toTimeZone(clocks).date());
    return event;
}

int Format::AtVenue::yearAt(Instant now) const
{
    return toDateTime(now).toTimeZone(start.timeZone()).date().year();
}

/// `27 января`, `27–29 января`, `27 января – 3 февраля 2027`, `27 декабря 2026 – 3 января 2027`
QString Format::fromTill(const AtVenue &event, int thisYear) const
{
    const QDate first = event.first();
    const QDate last = event.last;
    const bool oneYear = first.year() == last.year();
    const QString year = oneYear && last.year() == thisYear ? QString() : u" yyyy"_s;
    QString till = m_locale.toString(last, u"d MMMM"_s + year);
    if (first == last)
        return till;
    if (oneYear && first.month() == last.month())
        return m_locale.toString(first, u"d"_s) + u'–' + till;
    return m_locale.toString(first, oneYear ? u"d MMMM"_s : u"d MMMM yyyy"_s) + u" – "_s + till;
}

QString Format::eventTime(const EventTime &time, const Venue &venue, Instant now) const
{
    if (!time.start)
        return {};
    const AtVenue event = atVenue(time, venue);
    const int thisYear = event.yearAt(now);
    if (event.isOfSeveralDays())
        return withClock(fromTill(event, thisYear), time.dates, event, venue, Note::City);
    QString pattern;
    switch (m_language) {
    case Language::Russian:
        pattern = event.last.year() == thisYear ? u"d MMMM, ddd"_s : u"d MMMM yyyy, ddd"_s;
        break;
    case Language::English:
        pattern = event.last.year() == thisYear ? u"ddd d MMMM"_s : u"ddd d MMMM yyyy"_s;
        break;
    }
    return withClock(m_locale.toString(event.last, pattern), time.dates, event, venue, Note::City);
}

QString Format::eventTimeShort(const EventTime &time, const Venue &venue, Instant now) const
{
    if (!time.start)
        return {};
    const AtVenue event = atVenue(time, venue);
    const bool isToday = !event.isOfSeveralDays() && event.first() == atCounter(now).date();
    return withClock(isToday ? tr("today") : fromTill(event, event.yearAt(now)), time.dates, event, venue, Note::City);
}

QString Format::eventTimeLong(const EventTime &time, const Venue &venue, Instant now) const
{
    if (!time.start)
        return {};
    const AtVenue event = atVenue(time, venue);
    const QString weekday = event.isOfSeveralDays() ? QString() : m_locale.toString(event.first(), u"dddd, "_s);
    return withClock(weekday + fromTill(event, event.yearAt(now)), time.dates, event, venue, Note::CityAndDifference);
}

QString Format::eventTimePrinted(const EventTime &time, const Venue &venue) const
{
    if (!time.start)
        return {};
    const AtVenue event = atVenue(time, venue);
    const QString weekday = event.isOfSeveralDays() ? QString() : m_locale.toString(event.first(), u"dddd, "_s);
    QString day = weekday + fromTill(event, 0);
    if (time.dates == EventTime::Dates::DaysOnly)
        return day;
    const QString clock = event.isZoneReported ? clockOf(event) : tr("%1 by the counter's clock").arg(clockOf(event));
    return day + u", "_s + (event.isOfSeveralDays() ? tr("from %1").arg(clock) : clock);
}

QString Format::clockOf(const AtVenue &event) const
{
    return m_locale.toString(event.start.time(), u"HH:mm"_s);
}

QString Format::withClock(const QString &day, EventTime::Dates dates, const AtVenue &event, const Venue &venue,
                          Note note) const
{
    if (dates == EventTime::Dates::DaysOnly)
        return day;
    const QString clock = clockWords(event, venue, note);
    return day + u", "_s + (event.isOfSeveralDays() ? tr("from %1").arg(clock) : clock);
}

QString Format::clockWords(const AtVenue &event, const Venue &venue, Note note) const
{
    const QString clock = event.isZoneReported ? clockOf(event) : tr("%1 by the counter's clock").arg(clockOf(event));
    const QString words = zoneNote(event, venue, note);
    return words.isEmpty() ? clock : clock + u" ("_s + words + u')';
}

QString Format::zoneNote(const AtVenue &event, const Venue &venue, Note note) const
{
    // Zones with equal offsets on that day count as the same.
    const int seconds = event.start.offsetFromUtc() - event.start.toLocalTime().offsetFromUtc();
    if (seconds == 0)
        return {};
    const QString hours = (seconds > 0 ? u'+' : minusSign) + ago(std::chrono::seconds(std::abs(seconds)));
    const QString city = isolated(venue.cityName(languageCode()));
    switch (note) {
    case Note::City:
        return city.isEmpty() ? hours : city;
    case Note::CityAndDifference: {
        const QString difference = tr("%1 from the counter's time").arg(hours);
        return city.isEmpty() ? difference : city + u", "_s + difference;
    }
    }
    Q_UNREACHABLE();
}

QString Format::eventDay(const EventTime &time, const Venue &venue) const
{
    if (!time.start)
        return {};
    const AtVenue event = atVenue(time, venue);
    const QString first = QString::number(event.first().day());
    return event.isOfSeveralDays() ? first + u'–' + QString::number(event.last.day()) : first;
}

QString Format::eventMonth(const EventTime &time, const Venue &venue, Instant now) const
{
    if (!time.start)
        return {};
    const AtVenue event = atVenue(time, venue);
    const QDate first = event.first();
    if (first.year() != event.last.year() || first.month() != event.last.month())
        return m_locale.standaloneMonthName(first.month(), QLocale::ShortFormat) + u'–' +
               m_locale.standaloneMonthName(event.last.month(), QLocale::ShortFormat);
    // The genitive after a day's number: "мая", not "май". Short English names, as the block is narrow.
    const auto form = m_language == Language::Russian ? QLocale::LongFormat : QLocale::ShortFormat;
    const QString month = m_locale.monthName(first.month(), form);
    if (first.year() != event.yearAt(now))
        return month + u' ' + QString::number(first.year());
    return event.isOfSeveralDays() ? month
                                   : month + u", "_s + m_locale.dayName(first.dayOfWeek(), QLocale::ShortFormat);
}

QString Format::eventTimeBesideDay(const EventTime &time, const Venue &venue, Instant now) const
{
    if (!time.start)
        return {};
    const AtVenue event = atVenue(time, venue);
    QString days = event.isOfSeveralDays() ? fromTill(event, event.yearAt(now)) : QString();
    if (time.dates == EventTime::Dates::DaysOnly)
        return days;
    const QString clock = event.isZoneReported ? clockOf(event) : clockOf(event) + u'*';
    return days.isEmpty() ? clock : days + u", "_s + tr("from %1").arg(clock);
}

QString Format::venueTime(Instant instant, const Venue &venue, Instant now) const
{
    const EventTime time{.start = instant};
    const AtVenue event = atVenue(time, venue);
    if (event.first() != atCounter(now).date())
        return eventTimeShort(time, venue, now);
    return clockWords(event, venue, Note::City);
}

QString Format::eventTimeToSearch(const EventTime &time, const Venue &venue) const
{
    if (!time.start)
        return {};
    QString pattern;
    switch (m_language) {
    case Language::Russian:
        pattern = u"dddd, ddd, d MMMM yyyy, dd.MM.yyyy"_s;
        break;
    case Language::English:
        pattern = u"dddd, ddd, d MMMM yyyy, dd/MM/yyyy"_s;
        break;
    }
    const AtVenue event = atVenue(time, venue);
    QStringList ways;
    for (QDate day = event.first(); day <= event.last && ways.size() < 31; day = day.addDays(1))
        ways << m_locale.toString(day, pattern);
    if (time.dates == EventTime::Dates::WithTime)
        ways << clockOf(event);
    return ways.join(u", "_s);
}

QString Format::clock(Instant instant) const
{
    return m_locale.toString(atCounter(instant).time(), u"HH:mm"_s);
}

QString Format::clockSeconds(Instant instant) const
{
    return m_locale.toString(atCounter(instant).time(), u"HH:mm:ss"_s);
}

QString Format::anotherDay(Instant instant, Instant than) const
{
    const QDate day = atCounter(instant).date();
    const QDate known = atCounter(than).date();
    if (day == known)
        return {};
    return m_locale.toString(day, day.year() == known.year() ? u"d MMMM"_s : u"d MMMM yyyy"_s);
}

QString Format::moment(Instant instant, Instant now) const
{
    const QString day = anotherDay(instant, now);
    return day.isEmpty() ? clock(instant) : day + u", "_s + clock(instant);
}

QString Format::timeLeft(std::chrono::seconds left) const
{
    const std::chrono::hh_mm_ss parts(std::max(left, std::chrono::seconds::zero()));
    const auto twoDigits = [](auto number) { return QString::number(number.count()).rightJustified(2, u'0'); };
    const QString figure = twoDigits(parts.minutes()) + u':' + twoDigits(parts.seconds());
    return parts.hours().count() == 0 ? figure : QString::number(parts.hours().count()) + u':' + figure;
}

QString Format::timeLeftWords(std::chrono::seconds left) const
{
    if (left <= std::chrono::seconds::zero())
        return tr("time is up");
    const std::chrono::hh_mm_ss parts(left);
    QStringList words;
    if (const int hours = static_cast<int>(parts.hours().count()))
        words << tr("%n hour(s)", nullptr, hours);
    if (const int minutes = static_cast<int>(parts.minutes().count()))
        words << tr("%n minute(s)", nullptr, minutes);
    if (const int seconds = static_cast<int>(parts.seconds().count()))
        words << tr("%n second(s)", nullptr, seconds);
    return words.join(u' ');
}

QString Format::ago(std::chrono::seconds passed) const
{
    const std::chrono::hh_mm_ss parts(std::max(passed, std::chrono::seconds::zero()));
    QStringList words;
    if (const auto hours = parts.hours().count())
        words << tr("%1 h").arg(hours);
    if (const auto minutes = parts.minutes().count())
        words << tr("%1 min").arg(minutes);
    // No seconds beside hours.
    const auto seconds = parts.seconds().count();
    if (words.isEmpty() || (parts.hours().count() == 0 && seconds > 0))
        words << tr("%1 s").arg(seconds);
    return words.join(u' ');
}

QString Format::status(OrderStatus status) const
{
    switch (status) {
    case OrderStatus::Executed:
        return tr("Held");
    case OrderStatus::InProgress:
        return tr("Paying");
    case OrderStatus::Done:
        return tr("Paid");
    case OrderStatus::Canceled:
        return tr("Cancelled");
    case OrderStatus::Expired:
        return tr("Expired");
    case OrderStatus::Refunded:
        return tr("Refunded");
    case OrderStatus::Unknown:
        return tr("Unknown");
    }
    Q_UNREACHABLE();
}

QString Format::title(const Event &event) const
{
    return event.title.isEmpty() ? tr("Without a title") : event.title;
}

QString Format::title(const QString &known) const
{
    return known.isEmpty() ? tr("Title not told") : known;
}

QString Format::dateMissing() const
{
    return tr("the date is not told");
}

QString Format::remark(SaleRemark remark) const
{
    switch (remark) {
    case SaleRemark::None:
        return {};
    case SaleRemark::UnknownToServer:
        return tr("Not known");
    case SaleRemark::Releasing:
        return tr("Being cancelled");
    case SaleRemark::Unconfirmed:
        return tr("To be confirmed");
    case SaleRemark::PaidTooLate:
        return tr("Paid too late");
    case SaleRemark::MoneyTaken:
    case SaleRemark::PaidTwice:
    case SaleRemark::PaidTwiceInVain:
        return tr("Money to return");
    case SaleRemark::SeatsShort:
        return tr("Seats missing");
    }
    Q_UNREACHABLE();
}

QString Format::state(OrderStatus itsStatus, SaleRemark itsRemark, PrintState print) const
{
    if (itsRemark != SaleRemark::None)
        return remark(itsRemark);
    switch (print) {
    case PrintState::NotPrinted:
    case PrintState::Attention:
        return tr("Not printed");
    case PrintState::Printing:
        return tr("Printing");
    case PrintState::None:
    case PrintState::Printed:
    case PrintState::NotNeeded:
        return status(itsStatus);
    }
    Q_UNREACHABLE();
}

// NOLINTNEXTLINE(readability-function-size): a line for each kind of entry
QString Format::history(const HistoryEntry &entry, const QString &systemLabel) const
{
    using What = HistoryEntry::What;
    switch (entry.what) {
    case What::Created:
        return created(tr("created"), entry);
    case What::CreatedPartly:
        return created(tr("created with fewer tickets than asked for"), entry);
    case What::CreatedEmpty:
        return tr("created without tickets");
    case What::SystemChosen:
        return tr("payment method: %1").arg(systemLabel.isEmpty() ? entry.words : systemLabel);
    case What::TicketsByEmail:
        return tr("the tickets are sent to the buyer by e-mail");
    case What::PaymentStarted:
        return entry.till ? tr("payment started, held until %1").arg(moment(*entry.till, entry.at))
                          : tr("payment started");
    case What::FoundAgain:
        return created(tr("found again after the connection broke"), entry);
    case What::Claimed:
        return created(tr("the answer was lost; the cashier said that it is ours"), entry);
    case What::StartedElsewhere:
        return tr("payment started elsewhere");
    case What::StartedUnknown:
        return tr("payment started; it is not known by whom");
    case What::PaidOnPage:
        return tr("paid on the page");
    case What::PaidAtStart:
        return tr("paid as soon as the payment was started");
    case What::PaidUnknown:
        return tr("paid; it is not known who took the money");
    case What::IssuedFree:
        return tr("issued; there was nothing to pay");
    case What::MoneyTaken:
        return tr("the cashier put %1 into the drawer").arg(sum(Money::fromMinor(entry.words.toLongLong())));
    case What::Collected:
        return tr("money taken at the counter");
    case What::Canceled:
        return tr("cancelled, seats given back");
    case What::CanceledInPayment:
        return tr("cancelled while the payment was awaited, not at this counter");
    case What::CanceledElsewhere:
        return tr("cancelled elsewhere");
    case What::CanceledUnknown:
        return tr("cancelled; it is not known by whom");
    case What::Expired:
        return tr("the hold ran out, seats given back");
    case What::Refunded:
        return tr("refunded");
    case What::StepFailed:
        return failed(entry);
    case What::Settled:
        return tr("resolved: %1").arg(entry.words);
    case What::SumChanged: {
        const SumChange sums = SumChange::parse(entry.words);
        if (sums.now.total == Money())
            return tr("the sum changed: there is nothing to pay any more");
        return tr("the sum changed: it was %1, now it is %2").arg(sum(sums.was.total), sum(sums.now.total));
    }
    case What::SumAccepted:
        return tr("the buyer was told the new sum");
    case What::TicketsChanged: {
        const auto [wanted, got] = Sale::Shortfall::parse(entry.words);
        return got < wanted ? tr("tickets changed: %1 asked for, %2 there").arg(tickets(wanted), tickets(got))
                            : tr("tickets changed: %1").arg(tickets(got));
    }
    case What::FewerAccepted:
        return tr("the buyer takes what there is: %1").arg(tickets(Sale::Shortfall::parse(entry.words).got));
    case What::CodesChanged:
        return tr("promo codes changed: %n applied", nullptr, entry.words.toInt());
    case What::Noted:
        return tr("note: %1").arg(isolated(sanitizedText(entry.words)));
    case What::SumQuoted: {
        const SumChange sums = SumChange::parse(entry.words);
        return tr("new sum: it was %1, now it is %2").arg(sum(sums.was.total), sum(sums.now.total));
    }
    case What::Closed:
        return tr("closed: the server does not know it");
    case What::Printed:
    case What::PrintedAgain:
    case What::ReceiptPrinted:
    case What::SavedAsFile:
    case What::PrintNotNeeded:
    case What::PrintGivenUp:
    case What::BlanksUsed:
    case What::BlanksSpoiled:
    case What::RefundedOnPaper:
        return printed(entry);
    }
    Q_UNREACHABLE();
}

QString Format::wayToPay(const Order &order, const QString &system, const QList<PaymentSystem> &systems) const
{
    // An invitation's label already says that nothing is paid.
    if (order.isFree() && natureOf(system) == Nature::Usual)
        return tr("free, no money");
    return labelOf(system, systems, languageCode());
}

QString Format::percent(int hundredths) const
{
    QString figure = QString::number(hundredths / 100);
    if (const int rest = hundredths % 100) // `4,5`, `4,05`
        figure += m_locale.decimalPoint() +
                  (rest % 10 == 0 ? QString::number(rest / 10) : QString::number(rest).rightJustified(2, u'0'));
    switch (m_language) {
    case Language::Russian:
        return figure + QChar(QChar::Nbsp) + u'%';
    case Language::English:
        return figure + u'%';
    }
    Q_UNREACHABLE();
}

QString Format::created(const QString &words, const HistoryEntry &entry) const
{
    return entry.till ? tr("%1, seats held until %2").arg(words, moment(*entry.till, entry.at)) : words;
}

namespace {

/// The reason in a few words, without advice.
QString reason(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NoConnection:
    case ErrorKind::HostUnknown:
    case ErrorKind::Proxy:
    case ErrorKind::ConnectionLost:
        return Format::tr("no connection");
    case ErrorKind::Tls:
        return Format::tr("the server's certificate is not trusted");
    case ErrorKind::TimedOut:
        return Format::tr("the server did not answer in time");
    case ErrorKind::Abandoned:
        return Format::tr("given up");
    case ErrorKind::BadRequest:
        return Format::tr("the server refused");
    case ErrorKind::Unauthorized:
        return Format::tr("the server does not accept the key");
    case ErrorKind::Forbidden:
        return Format::tr("the server does not allow it");
    case ErrorKind::NotFound:
        return Format::tr("the server does not know the order");
    case ErrorKind::Conflict:
    case ErrorKind::TooManyRequests:
        return Format::tr("the server is busy");
    case ErrorKind::ServerFault:
        return Format::tr("fault at the server");
    case ErrorKind::Redirected:
    case ErrorKind::TooLarge:
    case ErrorKind::NotJson:
    case ErrorKind::WrongShape:
    case ErrorKind::NewerGeneration:
    case ErrorKind::OtherOrder:
    case ErrorKind::UnexpectedStatus:
        return Format::tr("the server's answer makes no sense");
    case ErrorKind::UnsafeAddress:
        return Format::tr("the server's address is not safe");
    case ErrorKind::NotRecorded:
        return Format::tr("the journal cannot be written; nothing was sent");
    }
    Q_UNREACHABLE();
}

/// Why tickets were not printed, in a few words.
QString reason(PrintTrouble trouble)
{
    switch (trouble) {
    case PrintTrouble::NoPrintService:
        return Format::tr("no print service");
    case PrintTrouble::NoSuchQueue:
        return Format::tr("no such printer");
    case PrintTrouble::Rejecting:
        return Format::tr("the printer accepts no jobs");
    case PrintTrouble::Stopped:
        return Format::tr("the printer is stopped");
    case PrintTrouble::PaperOut:
        return Format::tr("no paper");
    case PrintTrouble::CoverOpen:
        return Format::tr("the printer's cover is open");
    case PrintTrouble::Offline:
        return Format::tr("the printer is off");
    case PrintTrouble::BackendFailed:
        return Format::tr("the printer cannot be reached");
    case PrintTrouble::Slow:
        return Format::tr("the printer did not finish");
    case PrintTrouble::SizeUnsupported:
        return Format::tr("the printer does not support the paper's size");
    case PrintTrouble::TooLong:
        return Format::tr("longer than the printer's maximum");
    case PrintTrouble::NotDrawn:
        return Format::tr("the document could not be made");
    case PrintTrouble::Expired:
        return Format::tr("not printed in time");
    case PrintTrouble::Canceled:
        return Format::tr("broken off at the print service");
    case PrintTrouble::Lost:
        return Format::tr("unknown to the print service");
    case PrintTrouble::None:
    case PrintTrouble::Other:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

QString Format::printed(const HistoryEntry &entry) const
{
    using What = HistoryEntry::What;
    const QString count = tickets(entry.words.section(u' ', 0, 0).toInt());
    const QString rest = entry.words.section(u' ', 1);
    if (entry.what == What::PrintedAgain) {
        const QString number = rest.section(u' ', 0, 0);
        const QString on = rest.section(u' ', 1);
        return on.isEmpty() ? tr("printed again as a duplicate (no. %1): %2").arg(number, count)
                            : tr("printed again on “%1” as a duplicate (no. %2): %3").arg(on, number, count);
    }
    if (entry.what == What::ReceiptPrinted) {
        const QString number = entry.words.section(u' ', 0, 0);
        if (rest.isEmpty())
            return tr("receipt printed");
        return number.toInt() > 0 ? tr("receipt printed again on “%1” as a duplicate (no. %2)").arg(rest, number)
                                  : tr("receipt printed on “%1”").arg(rest);
    }
    if (entry.what == What::SavedAsFile)
        return rest.toInt() > 0 ? tr("saved again as a PDF file, duplicate no. %1: %2").arg(rest, count)
                                : tr("saved as a PDF file: %1").arg(count);
    if (entry.what == What::PrintNotNeeded)
        return tr("no tickets on paper are needed");
    if (entry.what == What::PrintGivenUp) {
        const QString why = reason(toPrintTrouble(rest));
        return why.isEmpty() ? tr("printing given up: %1").arg(count)
                             : tr("printing given up (%1): %2").arg(why, count);
    }
    if (entry.what == What::BlanksUsed) {
        const int blanks = entry.words.section(u' ', 0, 0).toInt();
        const QString numbers = BlankSheet::numbers({.first = rest.section(u' ', 0, 0).toLongLong(), .count = blanks});
        return numbers.isEmpty() ? tr("%n blank(s) used, without known numbers", nullptr, blanks)
                                 : tr("%n blank(s) used: %1", nullptr, blanks).arg(numbers);
    }
    if (entry.what == What::BlanksSpoiled) {
        const QString number = rest.section(u' ', 0, 0);
        const QString why = rest.section(u' ', 1);
        const int blanks = entry.words.section(u' ', 0, 0).toInt();
        return number.toLongLong() > 0 ? tr("%n blank(s) spoiled, from number %1: %2", nullptr, blanks).arg(number, why)
                                       : tr("%n blank(s) spoiled: %1", nullptr, blanks).arg(why);
    }
    if (entry.what == What::RefundedOnPaper)
        return tr("refunded, but printed or perhaps printed: the paper of %1 has "
                  "to be taken back")
            .arg(count);
    return rest.isEmpty() ? tr("printed: %1").arg(count) : tr("printed on “%1”: %2").arg(rest, count);
}

QString Format::failed(const HistoryEntry &entry) const
{
    const auto of = [&entry](const QString &what) {
        if (!entry.step)
            return what;
        switch (*entry.step) {
        case Step::StartPayment:
            return tr("start of the payment: %1").arg(what);
        case Step::Confirm:
            return tr("confirmation of the money: %1").arg(what);
        case Step::Cancel:
            return tr("cancellation: %1").arg(what);
        case Step::Change:
            return tr("change of the order: %1").arg(what);
        case Step::Read:
            return what;
        }
        Q_UNREACHABLE();
    };
    if (!entry.error)
        return of(tr("did not work"));
    const QString why = reason(entry.error->kind);
    return of(entry.error->effect == Effect::None ? tr("did not work: %1").arg(why)
                                                  : tr("outcome unknown: %1").arg(why));
}

} // namespace okoshko
