// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"
#include "models/domain/Money.h"
#include "models/domain/Order.h"
#include "models/domain/PaymentSystem.h"
#include "models/sale/Countdown.h"
#include "models/sale/Sale.h"
#include "models/tables/OrderRow.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QStringList>

#include <array>
#include <chrono>
#include <optional>

namespace okoshko {

/// Formats sums, times, counts and states for display, in one language and by the counter's settings. The protocol's
/// formats are elsewhere (Money::toString, toIsoString).
///
/// A value; make a new one after a change of language or settings. Texts come from the installed translators, so that
/// it is used on the main thread.
class Format
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::Format)
public:
    enum class Language { Russian, English };
    struct LanguageRow
    {
        Language language;
        const char16_t *code;    ///< in files, in the protocol and on the command line
        const char16_t *ownName; ///< in its own words, for people who cannot read the others; with its letter
        QLocale::Language locale;
        QLocale::Territory territory;
    };
    /// All languages, in the order in which they are offered.
    static constexpr std::array languages{
        LanguageRow{Language::Russian, u"ru", u"&Русский", QLocale::Russian, QLocale::Russia},
        LanguageRow{Language::English, u"en", u"&English", QLocale::English, QLocale::UnitedKingdom},
    };
    [[nodiscard]] static std::optional<Language> parseLanguage(QStringView code);
    [[nodiscard]] static Language systemLanguage();          ///< of this computer; English if it is not in the list
    [[nodiscard]] static QString ownName(Language language); ///< "Русский"
    [[nodiscard]] static QStringList languageCodes();

    /// \a urgentFrom: remaining hold from which it is urgent.
    explicit Format(Language language = Language::Russian, std::chrono::seconds urgentFrom = Countdown::usualUrgency);

    [[nodiscard]] Language language() const { return m_language; }
    [[nodiscard]] QString languageCode() const; ///< as the protocol and the labels of settings use it
    [[nodiscard]] const QLocale &locale() const { return m_locale; }

    // With no-break spaces within sums and numbers.
    [[nodiscard]] QString money(Money sum) const;                       ///< `1 400,00 ₽`, `₽1,400.00`
    [[nodiscard]] QString plainMoney(Money sum) const;                  ///< without the currency sign
    [[nodiscard]] QString sum(const std::optional<Money> &known) const; ///< money(), or "not told"
    [[nodiscard]] QString percent(int hundredths) const;                ///< `10 %`, `4,5 %`, `10%`
    /// `497 291 903`, with no-break spaces in both languages; words for 0, which is "not told".
    [[nodiscard]] QString orderNumber(qint64 number) const;
    [[nodiscard]] QString count(std::optional<int> known) const;   ///< `1 400`, or a dash if unknown
    [[nodiscard]] QString tickets(std::optional<int> known) const; ///< `1 билет`, `2 билета`, or "not told"

    [[nodiscard]] QString title(const Event &event) const;   ///< or that it has no title
    [[nodiscard]] QString title(const QString &known) const; ///< of an order's event, or that it is unknown
    [[nodiscard]] QString dateMissing() const;               ///< in the place of an event's time

    // When an event takes place, in the venue's zone; empty without a start. An event of whole days has no time of day.
    // An event of more than 24 hours is shown from its first to its last day: `27–29 января, с 12:00`; an end before
    // six in the morning belongs to the day before. The year is shown if it is not that of \a now there. If the venue's
    // zone is unknown, the counter's time is shown and marked.

    /// `12 мая, вт, 20:00`. With the city, if known, when its time differs from the counter's: `12 мая, вт, 20:00
    /// (Самара)`.
    [[nodiscard]] QString eventTime(const EventTime &time, const Venue &venue, Instant now) const;
    /// Without the day of the week, for narrow places: `12 мая, 20:00`, `сегодня, 16:00` (by the counter's calendar).
    [[nodiscard]] QString eventTimeShort(const EventTime &time, const Venue &venue, Instant now) const;
    /// `вторник, 12 мая, 20:00 (Самара, +1 ч к времени кассы)`
    [[nodiscard]] QString eventTimeLong(const EventTime &time, const Venue &venue, Instant now) const;
    /// On a ticket: always with the year, in the venue's time without a remark on it: `вторник, 12 мая 2026, 20:00`
    [[nodiscard]] QString eventTimePrinted(const EventTime &time, const Venue &venue) const;
    // For a block of two lines, `12` over `мая, вт`, and the text beside it.
    [[nodiscard]] QString eventDay(const EventTime &time, const Venue &venue) const; ///< `12`, `27–29`
    /// `мая, вт`; `мая 2027`; of several days `января`, `янв.–февр.`
    [[nodiscard]] QString eventMonth(const EventTime &time, const Venue &venue, Instant now) const;
    /// `20:00`; of several days `27–29 января, с 12:00`. `20:00*` is the counter's time.
    [[nodiscard]] QString eventTimeBesideDay(const EventTime &time, const Venue &venue, Instant now) const;
    /// The time of a change in the venue's zone: `15:00` today, else `12 мая, 15:00`; the zone is marked as above.
    [[nodiscard]] QString venueTime(Instant instant, const Venue &venue, Instant now) const;
    /// An event's time in all forms that may be typed in a search: `вторник, вт, 12 мая 2026, 12.05.2026, 20:00`. Of
    /// several days each, up to a month.
    [[nodiscard]] QString eventTimeToSearch(const EventTime &time, const Venue &venue) const;

    /// The counter's own time zone.
    [[nodiscard]] QString clock(Instant instant) const;                    ///< `14:21`
    [[nodiscard]] QString clockSeconds(Instant instant) const;             ///< `14:23:29`
    [[nodiscard]] QString anotherDay(Instant instant, Instant than) const; ///< `12 мая`; empty if it is the same
    [[nodiscard]] QString moment(Instant instant, Instant now) const;      ///< `14:21` today, else `12 мая, 14:21`

    /// The remaining hold of \a order, with its urgency by the settings.
    [[nodiscard]] std::optional<Countdown> countdown(const Order &order, Instant now) const;

    // Negative durations count as zero.
    [[nodiscard]] QString timeLeft(std::chrono::seconds left) const; ///< figure: `27:41`, `11:59:03`
    [[nodiscard]] QString timeLeftWords(std::chrono::seconds left) const; ///< `27 минут 41 секунда`, `время вышло`
    [[nodiscard]] QString ago(std::chrono::seconds passed) const; ///< short: `4 с`, `2 мин 7 с`, `1 ч 5 мин`

    /// How \a order is paid by \a system (as sent or as reported), or that it is free. Empty if only an id is known.
    [[nodiscard]] QString wayToPay(const Order &order, const QString &system,
                                   const QList<PaymentSystem> &systems) const;
    [[nodiscard]] QString status(OrderStatus status) const; ///< one word: `Бронь`, `Оплата`, `Оплачен` …
    /// A short text instead of the state; empty for SaleRemark::None.
    [[nodiscard]] QString remark(SaleRemark remark) const;
    /// The word on an order's pill: its status, or in its place a remark, or that its tickets are not printed.
    [[nodiscard]] QString state(OrderStatus status, SaleRemark remark, PrintState print) const;
    /// A line of the timeline, without its time. \a systemLabel: label of the payment system of a SystemChosen entry;
    /// empty = the name as sent. May contain server text: show it as plain text.
    [[nodiscard]] QString history(const HistoryEntry &entry, const QString &systemLabel) const;

private:
    enum class Note { City, CityAndDifference };
    /// An event's times in its venue's zone. Computed once for each event, as finding a zone takes microseconds and
    /// lists are long.
    struct AtVenue
    {
        QDateTime start;
        QDate last;          ///< for one day equal to the start's
        bool isZoneReported; ///< false: the times are in the counter's zone

        [[nodiscard]] QDate first() const { return start.date(); }
        [[nodiscard]] bool isOfSeveralDays() const { return first() < last; }
        [[nodiscard]] int yearAt(Instant now) const;
    };

    [[nodiscard]] static AtVenue atVenue(const EventTime &time, const Venue &venue);
    [[nodiscard]] QString fromTill(const AtVenue &event, int thisYear) const;
    [[nodiscard]] QString zoneNote(const AtVenue &event, const Venue &venue, Note note) const;
    [[nodiscard]] QString clockOf(const AtVenue &event) const;
    [[nodiscard]] QString withClock(const QString &day, EventTime::Dates dates, const AtVenue &event,
                                    const Venue &venue, Note note) const;
    [[nodiscard]] QString clockWords(const AtVenue &event, const Venue &venue, Note note) const;
    [[nodiscard]] QString created(const QString &words, const HistoryEntry &entry) const;
    [[nodiscard]] QString failed(const HistoryEntry &entry) const;
    [[nodiscard]] QString printed(const HistoryEntry &entry) const; ///< of What::Printed and the following ones

    Language m_language;
    std::chrono::seconds m_urgentFrom;
    QLocale m_locale;
};

} // namespace okoshko
