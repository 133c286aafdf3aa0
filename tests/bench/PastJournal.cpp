// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/PastJournal.h"

#include "tests/bench/Measured.h"

#include "app/profiles/Journals.h"
#include "models/journal/PastQuery.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QUrl>

#include <algorithm>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace okoshko::bench {

namespace {

const QByteArray key = "047bdb8bcee44d3693371920aaf9135c";
constexpr int numberOfFirst = 300'000'000;
constexpr int numberStep = 37;
constexpr int titleCount = 4000;

// clang-format off
const QStringList kinds{
    u"Концерт"_s, u"Спектакль"_s, u"Мюзикл"_s, u"Лекция"_s, u"Выставка"_s, u"Балет"_s, u"Опера"_s, u"Стендап"_s,
    u"Кинопоказ"_s, u"Экскурсия"_s, u"Мастер-класс"_s, u"Фестиваль"_s, u"Вечеринка"_s, u"Ёлка"_s, u"Квартирник"_s, u"Show"_s};
const QStringList adjectives{
    u"Северный"_s, u"Ночной"_s, u"Летний"_s, u"Последний"_s, u"Белый"_s, u"Чёрный"_s, u"Тихий"_s, u"Дальний"_s, u"Первый"_s,
    u"Золотой"_s, u"Старый"_s, u"Новый"_s, u"Зимний"_s, u"Синий"_s, u"Большой"_s, u"Малый"_s, u"Весенний"_s, u"Осенний"_s,
    u"Лунный"_s, u"Солнечный"_s, u"Вечерний"_s, u"Утренний"_s, u"Каменный"_s, u"Хрустальный"_s, u"Железный"_s};
const QStringList nouns{
    u"ветер"_s, u"квартет"_s, u"оркестр"_s, u"сезон"_s, u"город"_s, u"остров"_s, u"сад"_s, u"дом"_s, u"берег"_s, u"свет"_s,
    u"голос"_s, u"театр"_s, u"вокзал"_s, u"маяк"_s, u"океан"_s, u"поезд"_s, u"праздник"_s, u"мост"_s, u"лес"_s, u"снег"_s,
    u"орган"_s, u"хор"_s, u"бал"_s, u"джаз"_s, u"корабль"_s, u"чердак"_s, u"король"_s, u"щелкунчик"_s, u"дворец"_s, u"парк"_s};
const QStringList venues{
    u"«Депо»"_s, u"Филармония"_s, u"Дом культуры"_s, u"Летний театр"_s, u"Малая сцена"_s, u"Большой зал"_s, u"Усадьба"_s,
    u"Планетарий"_s, u"Библиотека"_s, u"Стадион «Заря»"_s, u"Клуб «16 тонн»"_s, u"Городской парк"_s, u"Музей"_s, u"Порт"_s};
// clang-format on

template <class List>
const typename List::value_type &oneOf(const List &list, QRandomGenerator &random)
{
    return list.at(random.bounded(static_cast<int>(list.size())));
}

/// The titles of all events, always the same.
QStringList titles()
{
    QRandomGenerator random(1);
    QStringList all;
    for (int i = 0; i < titleCount; ++i)
        all << u"%1 «%2 %3», %4"_s.arg(oneOf(kinds, random), oneOf(adjectives, random), oneOf(nouns, random),
                                       oneOf(venues, random));
    return all;
}

void run(sqlite3 *database, const QString &statements)
{
    if (sqlite3_exec(database, statements.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("the journal of past sales: %s", sqlite3_errmsg(database));
}

/// The sales from \a first until before \a end of \a all; %1 is the time of the first one, %2 the pause between two.
QString salesBetween(int first, int end, qint64 firstAt, qint64 pause)
{
    // Of about ten events that are on sale at a time.
    return uR"(
BEGIN;
CREATE TEMP TABLE made AS
  WITH RECURSIVE n (i) AS (SELECT %1 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %2)
  SELECT i, printf('%024x', 1000000000 + i) AS id, %5 + i * %6 AS number, %3 + i * %4 AS at,
    (i / 2500 * 10 + i % 10) % %7 AS event FROM n;
INSERT INTO sales (id, number, event, event_title, status, last_known, created_at, updated_at, reserved_till, tickets,
    rules, value, value_extra, nominal, discount, payment_system, redirect_url, random, seats, completeness, system,
    payment_started_at, confirmed_by, goal, past_key, counter)
  SELECT id, number, printf('%024x', event), title, 'done', 'done', at, at + 90000000, at + 900000000,
    printf('%024x %024x', 2 * i, 2 * i + 1), printf('%024x:%024x', event, event), 280000, 0, 280000, 0, 'api/BASE',
    'https://pay.example.org/' || id, printf('%024x:2', event), '', 'any', 'api/BASE', at + 20000000, 'page', 'sell', at,
    (SELECT id FROM counters) FROM made JOIN titles ON titles.n = event;
INSERT INTO intents (verb, order_id, event, event_title, random, seats, completeness, system, at, outcome, counter)
  SELECT iif(step = 0, 'reserve', 'start_payment'), id, printf('%024x', event), iif(step = 0, title, ''),
    iif(step = 0, printf('%024x:2', event), ''), '', 'any', iif(step = 0, '', 'api/BASE'), at, 'done',
    (SELECT id FROM counters)
  FROM made JOIN titles ON titles.n = event JOIN (SELECT 0 AS step UNION ALL SELECT 1) ORDER BY i, step;
INSERT INTO record (at, who, what, order_id, words, till, counter)
  SELECT at + step * 20000000, 'Касса 1', what, id, iif(step = 1, 'api/BASE', ''), iif(step = 0, at + 900000000, NULL),
    (SELECT id FROM counters)
  FROM made JOIN (SELECT 0 AS step, 'created' AS what UNION ALL SELECT 1, 'system_chosen'
    UNION ALL SELECT 2, 'payment_started' UNION ALL SELECT 3, 'paid_on_page') ORDER BY i, step;
INSERT INTO tickets (order_id, numbers)
  SELECT id, printf('тбв%09d тбв%09d', 2 * i, 2 * i + 1) FROM made;
INSERT INTO past (rowid, words, order_id)
  SELECT at, number || ' ' || folded || ' ' || numbers, id
  FROM made JOIN titles ON titles.n = event JOIN tickets ON order_id = id ORDER BY at;
DROP TABLE made;
COMMIT;)"_s.replace(u"%1"_s, QString::number(first))
        .replace(u"%2"_s, QString::number(end))
        .replace(u"%3"_s, QString::number(firstAt))
        .replace(u"%4"_s, QString::number(pause))
        .replace(u"%5"_s, QString::number(numberOfFirst))
        .replace(u"%6"_s, QString::number(numberStep))
        .replace(u"%7"_s, QString::number(titleCount));
}

} // namespace

PastJournal::PastJournal(const QString &folder, int sales)
    : m_profile(folder + u"/past-%1"_s.arg(sales))
    , m_emptyProfile(folder + u"/past-0"_s)
    , m_keyFile(folder + u"/key"_s)
    , m_sales(sales)
{
    QDir().mkpath(m_profile);
    QDir().mkpath(m_emptyProfile);
    QFile file(m_keyFile);
    if (!file.open(QIODevice::WriteOnly) || file.write(key) != key.size())
        qFatal("the key file cannot be written");
    // It is there only once the journal is whole.
    QFile mark(m_profile + u"/made-1"_s);
    if (mark.exists())
        return;
    make();
    if (!mark.open(QIODevice::WriteOnly))
        qFatal("the profile cannot be written to");
}

QString PastJournal::path() const
{
    return Journal::pathFor(m_profile, accountOf(QUrl(server()), key));
}

void PastJournal::make() const
{
    tell(u"making a journal of %1 sales, once"_s.arg(m_sales));
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(path() + suffix);
    if (!openAccountJournal(m_profile, QUrl(server()), key, u"Касса 1"_s))
        qFatal("the journal cannot be opened");

    sqlite3 *database = nullptr;
    if (sqlite3_open(path().toUtf8().constData(), &database) != SQLITE_OK)
        qFatal("the journal cannot be opened again");
    run(database, u"PRAGMA synchronous=OFF; PRAGMA cache_size=-200000; PRAGMA temp_store=MEMORY;"
                  "CREATE TEMP TABLE titles (n INTEGER PRIMARY KEY, title TEXT, folded TEXT)"_s);
    int n = 0;
    for (const QString &title : titles())
        run(database, u"INSERT INTO titles VALUES (%1, '%2', '%3')"_s.arg(QString::number(n++), title,
                                                                          journal::foldedText(title)));
    constexpr qint64 day = 24LL * 3600 * 1'000'000;
    constexpr qint64 span = 5 * 365 * day;
    const qint64 pause = span / m_sales;
    const qint64 firstAt = QDateTime::currentMSecsSinceEpoch() * 1000 - 2 * day - span;
    constexpr int atOnce = 1000; // as many rows as FTS5 gathers in small transactions are in no relation to a day's
    for (int first = 0; first < m_sales; first += atOnce) {
        run(database, salesBetween(first, std::min(first + atOnce, m_sales), firstAt, pause));
        if (first % 100'000 == 0)
            tell(u"  %1"_s.arg(first));
    }
    run(database, u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    sqlite3_close(database);
}

QStringList PastJournal::queries(int many) const
{
    const QStringList all = titles();
    QRandomGenerator random(2);
    const auto wordsOf = [](const QString &title) {
        QStringList words = journal::foldedText(title).remove(u'«').remove(u'»').remove(u',').split(u' ');
        words.removeIf([](const QString &word) { return word.size() < 3; });
        return words;
    };
    QStringList queries;
    for (int i = 0; i < many; ++i) {
        const int sale = random.bounded(m_sales);
        const QStringList words = wordsOf(all.at((sale / 2500 * 10 + sale % 10) % titleCount));
        switch (i % 5) {
        case 0: // of one event
            queries << words.first(3).join(u' ');
            break;
        case 1: // of one event, begun
            queries << QStringList{words.at(1).left(4), words.at(2).left(3), words.at(3).left(3)}.join(u' ');
            break;
        case 2: // of three events: often no order has them all
            queries << QStringList{oneOf(kinds, random), oneOf(adjectives, random), oneOf(nouns, random)}.join(u' ');
            break;
        case 3: // the end of a number, and two words
            queries << QStringList{QString::number(numberOfFirst + sale * numberStep).last(4), words.at(0), words.at(2)}
                           .join(u' ');
            break;
        case 4: // the beginnings of ticket, number and event: most orders have each of them
            queries << QStringList{u"тбв"_s, QString::number(numberOfFirst).left(3), words.at(0).left(4)}.join(u' ');
            break;
        }
    }
    return queries;
}

} // namespace okoshko::bench
