// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/Catalogue.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::sandbox {

namespace {

template <typename T>
const T *byId(const QList<T> &list, const QString &id)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const T &item) { return item.id == id; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

const PriceRule *TicketSet::currentRule(Instant now) const
{
    qsizetype current = 0; // the first rule is in force until another one begins
    for (qsizetype i = 1; i < rules.size(); ++i) {
        if (*rules[i].from <= now)
            current = i;
    }
    const PriceRule &rule = rules[current];
    return rule.until && *rule.until <= now ? nullptr : &rule;
}

const PriceRule *TicketSet::rule(const QString &ruleId) const
{
    return byId(rules, ruleId);
}

const TicketSet *Event::set(const QString &setId) const
{
    return byId(sets, setId);
}

void Catalogue::add(const Catalogue &other)
{
    organisers += other.organisers;
    venues += other.venues;
    events += other.events;
    promoCodes += other.promoCodes;
}

const Organiser *Catalogue::organiser(const QString &id) const
{
    return byId(organisers, id);
}

const Venue *Catalogue::venue(const QString &id) const
{
    return byId(venues, id);
}

const Event *Catalogue::event(const QString &id) const
{
    return byId(events, id);
}

const PromoCode *Catalogue::promoCode(const QString &idOrCode) const
{
    const auto found = std::find_if(promoCodes.begin(), promoCodes.end(), [&](const PromoCode &promo) {
        return promo.id == idOrCode || promo.code.compare(idOrCode, Qt::CaseInsensitive) == 0;
    });
    return found == promoCodes.end() ? nullptr : &*found;
}

namespace {

constexpr int descriptions = 16; // events share their texts, so that fifty thousand events fit into memory

/// 24 hexadecimal digits made of the kind and the number.
QString generatedId(int kind, int number)
{
    return u"60%1%2"_s.arg(kind, 2, 16, QLatin1Char('0')).arg(number, 20, 16, QLatin1Char('0'));
}

QString description(int number)
{
    static const std::array<QString, 4> sentences{
        u"Программа вечера составлена из произведений, которые давно не звучали в этом зале.<br>"_s,
        u"После антракта выступит приглашённый коллектив; подробности &mdash; в афише у входа. "_s,
        u"<b>Внимание:</b> вход в зал после третьего звонка возможен только в паузах. "_s,
        u"The evening is introduced in two languages; seats are kept until the doors close. "_s};
    QString text;
    for (int i = 0; text.size() < 1600; ++i)
        text += sentences[static_cast<std::size_t>(number + i) % sentences.size()];
    return text;
}

TicketSet generatedSet(int set, int event)
{
    TicketSet tickets;
    tickets.id = generatedId(4 + set, event);
    tickets.name = u"Категория %1"_s.arg(set + 1);
    tickets.amount = 20 + event % 80;
    tickets.vacant = event % 9 == 0 ? 0 : tickets.amount - set;
    PriceRule rule;
    rule.id = generatedId(16 + set, event);
    rule.org = {(500 + event % 40 * 50 + set * 250) * 100};
    rule.extra = {rule.org.minor / 20};
    tickets.rules.append(rule);
    return tickets;
}

} // namespace

Catalogue generatedEvents(int count, Instant now)
{
    static const std::array<QString, 6> titles{
        u"Концерт симфонического оркестра № %1"_s, u"Спектакль «Окно во двор», показ %1"_s,
        u"Лекция %1: как слушать музыку"_s,        u"Матч чемпионата, тур %1"_s,
        u"Late Night Jazz, session %1"_s,          u"Экскурсия по крышам, группа %1"_s};
    Catalogue catalogue;
    Organiser organiser;
    organiser.id = generatedId(0, 1);
    organiser.name = u"Городские афиши"_s;
    catalogue.organisers.append(organiser);
    Venue venue;
    venue.id = generatedId(1, 1);
    venue.name = u"Большой зал"_s;
    venue.address = u"ул. Образцовая, 1"_s;
    venue.city = QJsonObject{{u"id"_s, generatedId(2, 1)},
                             {u"name"_s, QJsonObject{{u"ru"_s, u"Москва"_s}, {u"en"_s, u"Moscow"_s}}},
                             {u"timezone"_s, u"Europe/Moscow"_s}};
    venue.zone = QTimeZone("Europe/Moscow");
    catalogue.venues.append(venue);
    QStringList texts;
    for (int i = 0; i < descriptions; ++i)
        texts.append(description(i));
    catalogue.events.reserve(count);
    for (int i = 1; i <= count; ++i) {
        Event event;
        event.id = generatedId(3, i);
        event.title = titles[static_cast<std::size_t>(i) % titles.size()].arg(i);
        event.desc = texts.at(i % descriptions);
        event.status = u"public"_s;
        event.org = organiser.id;
        event.venue = venue.id;
        event.zone = venue.zone;
        event.begin = now + 24h + std::chrono::minutes(i * 13 % (360 * 24 * 60));
        event.end = event.begin + 2h;
        event.updated = now;
        event.generated = true;
        for (int set = 0; set < 1 + i % 4; ++set) {
            event.sets.append(generatedSet(set, i));
        }
        catalogue.events.append(event);
    }
    return catalogue;
}

} // namespace okoshko::sandbox
