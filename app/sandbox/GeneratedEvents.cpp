// SPDX-License-Identifier: GPL-3.0-or-later
#include "GeneratedEvents.h"

#include <array>

namespace okoshko::sandbox {

namespace {

using namespace std::chrono_literals;

constexpr int descriptions = 16; // events share their texts, so that fifty thousand of them fit into memory

/// 24 hexadecimal digits: what it is, and the number.
QString generatedId(int kind, int number)
{
    return QStringLiteral("60%1%2").arg(kind, 2, 16, QLatin1Char('0')).arg(number, 20, 16, QLatin1Char('0'));
}

QString description(int number)
{
    static const std::array<QString, 4> sentences{
        QStringLiteral("Программа вечера составлена из произведений, которые давно не звучали в этом зале.<br>"),
        QStringLiteral("После антракта выступит приглашённый коллектив; подробности &mdash; в афише у входа. "),
        QStringLiteral("<b>Внимание:</b> вход в зал после третьего звонка возможен только в паузах. "),
        QStringLiteral("The evening is introduced in two languages; seats are kept until the doors close. ")};
    QString text;
    for (int i = 0; text.size() < 1600; ++i)
        text += sentences[static_cast<std::size_t>(number + i) % sentences.size()];
    return text;
}

} // namespace

Catalogue generatedEvents(int count, Instant now)
{
    static const std::array<QString, 6> titles{
        QStringLiteral("Концерт симфонического оркестра № %1"), QStringLiteral("Спектакль «Окно во двор», показ %1"),
        QStringLiteral("Лекция %1: как слушать музыку"),        QStringLiteral("Матч чемпионата, тур %1"),
        QStringLiteral("Late Night Jazz, session %1"),          QStringLiteral("Экскурсия по крышам, группа %1")};
    Catalogue catalogue;
    Organiser organiser;
    organiser.id = generatedId(0, 1);
    organiser.name = QStringLiteral("Городские афиши");
    catalogue.organisers.append(organiser);
    Venue venue;
    venue.id = generatedId(1, 1);
    venue.name = QStringLiteral("Большой зал");
    venue.address = QStringLiteral("ул. Образцовая, 1");
    venue.city = QJsonObject{{QStringLiteral("id"), generatedId(2, 1)},
                             {QStringLiteral("name"), QJsonObject{{QStringLiteral("ru"), QStringLiteral("Москва")},
                                                                  {QStringLiteral("en"), QStringLiteral("Moscow")}}},
                             {QStringLiteral("timezone"), QStringLiteral("Europe/Moscow")}};
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
        event.status = QStringLiteral("public");
        event.org = organiser.id;
        event.venue = venue.id;
        event.zone = venue.zone;
        event.begin = now + 24h + std::chrono::minutes(i * 13 % (360 * 24 * 60));
        event.end = event.begin + 2h;
        event.updated = now;
        event.generated = true;
        for (int set = 0; set < 1 + i % 4; ++set) {
            TicketSet tickets;
            tickets.id = generatedId(4 + set, i);
            tickets.name = QStringLiteral("Категория %1").arg(set + 1);
            tickets.amount = 20 + i % 80;
            tickets.vacant = i % 9 == 0 ? 0 : tickets.amount - set;
            PriceRule rule;
            rule.id = generatedId(16 + set, i);
            rule.org = {(500 + i % 40 * 50 + set * 250) * 100};
            rule.extra = {rule.org.minor / 20};
            tickets.rules.append(rule);
            event.sets.append(tickets);
        }
        catalogue.events.append(event);
    }
    return catalogue;
}

} // namespace okoshko::sandbox
