// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/CatalogueReader.h"
#include "tests/support/TestProgram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
using namespace Qt::StringLiterals;

namespace okoshko::test::tst_sandbox_catalogue {

using namespace okoshko::sandbox;

class TestCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void demoIsSound();
    void relativeMoments_data();
    void relativeMoments();
    void errorsNameTheField_data();
    void errorsNameTheField();
    void errorsNameTheLine_data();
    void errorsNameTheLine();
    void errorsNameTheFile();
    void brokenJsonNamesTheLine();
    void amounts_data();
    void amounts();

private:
    static Instant now() { return *parseIso(u"2026-03-02T21:30:00Z"_s, false); }
};

void TestCatalogue::demoIsSound()
{
    const auto catalogue = loadCatalogue({}, now());
    QVERIFY2(catalogue, qPrintable(catalogue ? QString() : catalogue.error()));
    QVERIFY(catalogue->events.size() >= 12);
    QSet<QByteArray> zones;
    for (const Event &event : catalogue->events) {
        zones.insert(catalogue->venue(event.venue)->zone.id());
        QVERIFY(event.begin > now());
    }
    QVERIFY(zones.size() >= 4);
}

void TestCatalogue::relativeMoments_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // empty: refused
    QTest::newRow("now") << u"now"_s << u"2026-03-02T21:30:00.000000+00:00"_s;
    QTest::newRow("minutes") << u"+15m"_s << u"2026-03-02T21:45:00.000000+00:00"_s;
    QTest::newRow("hours") << u"-2h"_s << u"2026-03-02T19:30:00.000000+00:00"_s;
    QTest::newRow("days") << u"+3d"_s << u"2026-03-05T21:30:00.000000+00:00"_s;
    // In Vladivostok it is already the 3rd of March, 07:30.
    QTest::newRow("wall clock") << u"+3d 19:30"_s << u"2026-03-06T09:30:00.000000+00:00"_s;
    QTest::newRow("ISO") << u"2026-05-01T10:00:00+10:00"_s << u"2026-05-01T00:00:00.000000+00:00"_s;
    QTest::newRow("no such time") << u"+3d 25:30"_s << QString();
    QTest::newRow("minutes have no wall clock") << u"+3m 19:30"_s << QString();
    QTest::newRow("words") << u"tomorrow"_s << QString();
}

void TestCatalogue::relativeMoments()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    const auto moment = parseMoment(text, now(), QTimeZone("Asia/Vladivostok"));
    QCOMPARE(moment ? toIso(*moment) : QString(), expected);
}

namespace {

/// The demo with the value at `path` ("events", 3, "org" …) replaced; undefined takes it away.
QJsonValue replaced(const QJsonValue &node, QStringList path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    const QString step = path.takeFirst();
    if (node.isArray()) {
        QJsonArray array = node.toArray();
        array.replace(step.toInt(), replaced(array.at(step.toInt()), path, value));
        return array;
    }
    QJsonObject object = node.toObject();
    object.insert(step, replaced(object.value(step), path, value)); // inserting undefined removes
    return object;
}

QByteArray demoWith(const QString &path, const QJsonValue &value)
{
    QFile file(u":/sandbox/catalogue.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject demo = QJsonDocument::fromJson(file.readAll()).object();
    return QJsonDocument(replaced(demo, path.split(u'/'), value).toObject()).toJson();
}

} // namespace

void TestCatalogue::errorsNameTheField_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *path, const QJsonValue &value, const char *named) {
        QTest::newRow(named) << QString::fromLatin1(path) << value << QString::fromLatin1(named);
    };
    const QJsonValue gone(QJsonValue::Undefined);
    row("partner", u"me"_s, "partner must be an id");
    row("organisers", gone, "organisers must be a list (it is missing)");
    row("organisers/0/legal", 5, "organisers[0].legal must be an object");
    row("organisers/0/payments", QJsonObject{{u"cash"_s, 1}}, "organisers[0].payments.cash is no payment");
    row("venues/1/city/timezone", u"Mars/Olympus"_s, "venues[1].city.timezone is no time zone");
    row("events/2/org", u"000000000000000000000000"_s, "events[2].org is no organiser");
    row("events/1/begin", u"soon"_s, "events[1].begin must be a moment");
    row("events/1/end", u"-1d"_s, "events[1].end must come after");
    row("events/0/sets/0/amount", -1, "events[0].sets[0].amount must be a whole number");
    row("events/0/sets/0/rules", QJsonArray{}, "events[0].sets[0].rules must hold at least one price");
    row("events/0/sets/0/rules/0/price_org", 100.5, "events[0].sets[0].rules[0].price_org must be a sum");
    row("events/7/sets/0/rules/1/from", gone, "events[7].sets[0].rules[1].from must say when");
    row("events/7/sets/0/rules/2/from", u"+1m"_s, "events[7].sets[0].rules[2].from must come after");
    row("events/1/sets/0/sector", u"x"_s, "events[1].sets[0].sector is no sector");
    row("events/1/sets/0/seats/1", QJsonArray{QJsonArray{5, 1}}, "events[1].sets[0].seats.1[0] must be two seat");
    row("events/1/sets/0/seats/1", QJsonArray{QJsonArray{1, 20}, QJsonArray{20, 21}},
        "events[1].sets[0].seats names a seat twice");
    row("events/1/sets/0/taken/1", QJsonArray{QJsonArray{20, 21}}, "events[1].sets[0].taken names a seat that is not");
    row("events/3/id", u"56a6253df06c5a059a93802e"_s, "events[3].id repeats an id");
    row("promocodes/0/percent", 101, "promocodes[0].percent must be a whole number");
}

void TestCatalogue::errorsNameTheField()
{
    QFETCH(const QString, path);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, named);
    QVERIFY(loadCatalogue({}, now())); // registers the resources too
    const auto catalogue = parseCatalogue(demoWith(path, value), now());
    QVERIFY(!catalogue);
    QVERIFY2(catalogue.error().contains(u": "_s + named), qPrintable(catalogue.error()));
}

void TestCatalogue::errorsNameTheLine_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *said, const QByteArray &json) {
        QTest::newRow(said) << json << QString::fromLatin1(said);
    };
    row("line 1: partner must be an id", "{}");
    row("line 3: partner must be an id", "{\n\"x\": [\"\\\"{\\n\", 1.5e3, {}, [], null],\n\"partner\": \"me\"\n}");
    const QByteArray head = "{\"partner\": \"56810047f06c5a6ac62f4e1d\",\n\"organisers\": [\n";
    row("line 4: organisers[0].name must be a text", head + "{\"id\": \"56810047f06c5a6ac62f4e1d\",\n \"name\": 5}]}");
    // What is missing is looked for in what should have it.
    row("line 3: organisers[0].name must be a text that is not empty (it is missing)",
        head + "{\"id\": \"56810047f06c5a6ac62f4e1d\",\n \"nam\\u0065d\": 5}]}");
    row("line 5: organisers[0].payments.api/BASE.redirect must be true or false",
        head +
            "{\"id\": \"56810047f06c5a6ac62f4e1d\", \"name\": \"X\", \"contact\": {}, \"legal\": {},\n\"payments\":\n"
            "{\"api\\/BASE\": { \"redirect\": 1 }}}]}");
}

void TestCatalogue::errorsNameTheLine()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, said);
    const auto catalogue = parseCatalogue(json, now());
    QVERIFY(!catalogue);
    QVERIFY2(catalogue.error().startsWith(said), qPrintable(catalogue.error()));
}

void TestCatalogue::errorsNameTheFile()
{
    const QString file = u"/nonexistent/catalogue.json"_s;
    const auto catalogue = loadCatalogue(file, now());
    QVERIFY(!catalogue);
    QVERIFY2(catalogue.error().startsWith(file), qPrintable(catalogue.error()));
}

void TestCatalogue::brokenJsonNamesTheLine()
{
    const auto catalogue = parseCatalogue("{\n\"partner\": \"x\",\n oops }", now());
    QVERIFY(!catalogue);
    QVERIFY2(catalogue.error().startsWith(u"line 3"_s), qPrintable(catalogue.error()));
    QVERIFY(!parseCatalogue("[]", now()));
}

void TestCatalogue::amounts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("whole") << u"100"_s << u"100.00"_s;
    QTest::newRow("kopecks") << u"0.05"_s << u"0.05"_s;
    QTest::newRow("large") << u"999999999999.99"_s << u"999999999999.99"_s;
    for (const char *bad : {"", "-1.00", "1.5", "1,50", "1.000", " 1.00", "1e3", "0x10", "1.00\n"})
        QTest::newRow(bad) << QString::fromLatin1(bad) << QString();
}

void TestCatalogue::amounts()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    const auto amount = parseAmount(text);
    QCOMPARE(amount ? toText(*amount) : QString(), expected);
}

} // namespace okoshko::test::tst_sandbox_catalogue

OKOSHKO_TEST(tst_sandbox_catalogue, TestCatalogue, QCoreApplication)
#include "tst_sandbox_catalogue.moc"
