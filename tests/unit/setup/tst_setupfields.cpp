// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ServerAddress.h"
#include "models/setup/ApiKey.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_setupfields {

/// What a person types or pastes when a counter is set up.
class TestSetupFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keys_data()
    {
        QTest::addColumn<QString>("text");
        const QString key = u"047bdb8bcee44d3693371920aaf9135c"_s;
        QTest::newRow("bare") << key;
        QTest::newRow("blanks around") << u" \t"_s + key + u"\r\n"_s;
        QTest::newRow("as in the header") << u"key "_s + key;
        QTest::newRow("several blanks") << u"KEY   "_s + key;
        QTest::newRow("the whole header") << u"Authorization: key "_s + key;
        QTest::newRow("broken by a mail program") << key.left(16) + u"\n "_s + key.mid(16);
        QTest::newRow("no-break space") << QChar(0xa0) + key + QChar(0xa0);
        QTest::newRow("invisible") << QChar(0xfeff) + key.left(5) + QChar(0x200b) + key.mid(5);
    }
    void keys()
    {
        QFETCH(QString, text);
        QCOMPARE(parseKey(text).value_or(QByteArray()), QByteArray("047bdb8bcee44d3693371920aaf9135c"));
    }

    void noKeys_data()
    {
        using Kind = KeyFault::Kind;
        QTest::addColumn<QString>("text");
        QTest::addColumn<KeyFault>("fault");
        QTest::newRow("nothing") << u""_s << KeyFault{.kind = Kind::Empty};
        QTest::newRow("blanks") << u" \n"_s << KeyFault{.kind = Kind::Empty};
        QTest::newRow("only the word") << u"key "_s << KeyFault{.kind = Kind::Characters, .place = 1, .length = 3};
        QTest::newRow("Cyrillic es") << u"047bdb8bсee44d3693371920aaf9135с"_s
                                     << KeyFault{.kind = Kind::LookAlikes, .letters = u"с"_s, .place = 9, .length = 32};
        QTest::newRow("several Cyrillic letters, among other faults")
            << u"key 0_Аеа"_s << KeyFault{.kind = Kind::LookAlikes, .letters = u"Аеа"_s, .place = 2, .length = 5};
        QTest::newRow("a letter beyond f")
            << u"047bdb8bcee44d3693371920aaf9135g"_s << KeyFault{.kind = Kind::Characters, .place = 32, .length = 32};
        QTest::newRow("short") << u"047bdb8bcee44d3693371920aaf9135"_s << KeyFault{.kind = Kind::Length, .length = 31};
        QTest::newRow("long") << u"047bdb8bcee44d3693371920aaf9135c0"_s << KeyFault{.kind = Kind::Length, .length = 33};
    }
    void noKeys()
    {
        QFETCH(QString, text);
        QFETCH(KeyFault, fault);
        const auto key = parseKey(text);
        QVERIFY(!key);
        QCOMPARE(key.error().kind, fault.kind);
        QCOMPARE(key.error().letters, fault.letters);
        QCOMPARE(key.error().place, fault.place);
        QCOMPARE(key.error().length, fault.length);
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("address");
        QTest::newRow("production") << u"https://api.ticketscloud.org"_s << u"https://api.ticketscloud.org"_s;
        QTest::newRow("slash and blanks") << u" https://example.org/ "_s << u"https://example.org"_s;
        QTest::newRow("port") << u"https://example.org:8443"_s << u"https://example.org:8443"_s;
        QTest::newRow("this computer") << u"http://127.0.0.1:8099"_s << u"http://127.0.0.1:8099"_s;
        QTest::newRow("this computer by name") << u"http://localhost:8099/"_s << u"http://localhost:8099"_s;
        QTest::newRow("capitals") << u"HTTPS://Example.ORG"_s << u"https://example.org"_s;
    }
    void addresses()
    {
        QFETCH(QString, text);
        QFETCH(QString, address);
        QCOMPARE(parseServerAddress(text).value_or(QUrl()).toString(), address);
    }

    void noAddresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<AddressFault>("fault");
        QTest::newRow("nothing") << u"  "_s << AddressFault::Empty;
        QTest::newRow("no scheme") << u"api.ticketscloud.org"_s << AddressFault::NoScheme;
        QTest::newRow("no scheme, port") << u"api.ticketscloud.org:443"_s << AddressFault::NoScheme;
        QTest::newRow("plain") << u"http://api.ticketscloud.org"_s << AddressFault::PlainHttp;
        QTest::newRow("looks like this computer") << u"http://127.0.0.1.example.org"_s << AddressFault::PlainHttp;
        QTest::newRow("ftp") << u"ftp://example.org"_s << AddressFault::Scheme;
        QTest::newRow("path") << u"https://api.ticketscloud.org/v1"_s << AddressFault::More;
        QTest::newRow("query") << u"https://api.ticketscloud.org?x=1"_s << AddressFault::More;
        QTest::newRow("fragment") << u"https://api.ticketscloud.org#x"_s << AddressFault::More;
        QTest::newRow("user") << u"https://api.ticketscloud.org@example.org"_s << AddressFault::More;
        QTest::newRow("empty user") << u"https://@api.ticketscloud.org"_s << AddressFault::More;
        QTest::newRow("no host") << u"https://"_s << AddressFault::Malformed;
        QTest::newRow("blank in it") << u"https://api ticketscloud.org"_s << AddressFault::Malformed;
    }
    void noAddresses()
    {
        QFETCH(QString, text);
        QFETCH(AddressFault, fault);
        const auto address = parseServerAddress(text);
        QVERIFY(!address);
        QCOMPARE(address.error(), fault);
    }
};

} // namespace okoshko::test::tst_setupfields

OKOSHKO_TEST(tst_setupfields, TestSetupFields, QCoreApplication)
#include "tst_setupfields.moc"
