// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/Event.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_event {

class EventTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsItsSets()
    {
        Event event;
        event.sets = {TicketSet{.id = id("a"), .name = u"Партер"_s}, TicketSet{.id = id("b"), .name = u"Балкон"_s}};
        QCOMPARE(event.set(id("b"))->name, u"Балкон"_s);
        QVERIFY(!event.set(id("c")));
        QVERIFY(!event.set(SetId()));
    }

    void tellsTheNextPrice()
    {
        const Instant now(1000000s);
        const auto rule = [](std::optional<Instant> from, qint64 price, PriceRule::State state) {
            return PriceRule{.from = from, .price = Money::fromMinor(price), .state = state};
        };
        using State = PriceRule::State;
        TicketSet set;
        QVERIFY(!set.nextRule(now));

        set.rules = {rule(now - 1h, 1, State::Other), rule(std::nullopt, 2, State::Other),
                     rule(now, 3, State::Other),      rule(now + 3h, 4, State::Other),
                     rule(now + 2h, 5, State::Other), rule(now + 1h, 6, State::Current)};
        const PriceRule *next = set.nextRule(now);
        QVERIFY(next);
        QCOMPARE(next->price, Money::fromMinor(5)); // neither past, nor current, nor the later one
    }

    void namesTheCity_data()
    {
        QTest::addColumn<QHash<QString, QString>>("names");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("name");
        const QHash<QString, QString> all{{u"ru"_s, u"Самара"_s}, {u"en"_s, u"Samara"_s}, {u"default"_s, u"SAM"_s}};
        QTest::newRow("asked") << all << u"en"_s << u"Samara"_s;
        QTest::newRow("default") << all << u"fr"_s << u"SAM"_s;
        QTest::newRow("any") << QHash<QString, QString>{{u"en"_s, u"Samara"_s}} << u"ru"_s << u"Samara"_s;
        QTest::newRow("empty is none") << QHash<QString, QString>{{u"ru"_s, QString()}, {u"en"_s, u"Samara"_s}}
                                       << u"ru"_s << u"Samara"_s;
        QTest::newRow("none") << QHash<QString, QString>() << u"ru"_s << QString();
    }

    void namesTheCity()
    {
        using Names = QHash<QString, QString>;
        QFETCH(Names, names);
        QFETCH(QString, language);
        QFETCH(QString, name);
        Venue venue;
        venue.cityNames = names;
        QCOMPARE(venue.cityName(language), name);
    }

private:
    static SetId id(const char *letter) { return SetId::parse(QString(24, QLatin1Char(*letter))).value(); }
};

} // namespace okoshko::test::tst_event

OKOSHKO_TEST(tst_event, EventTest, QCoreApplication)
#include "tst_event.moc"
