// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/Money.h"
#include "tests/support/TestProgram.h"

#include <QTest>

#include <limits>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_money {

class MoneyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheServersForm_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("minor");
        QTest::newRow("recorded") << u"100.00"_s << qint64(10000);
        QTest::newRow("zero") << u"0.00"_s << qint64(0);
        QTest::newRow("a kopeck") << u"0.01"_s << qint64(1);
        QTest::newRow("one decimal") << u"0.5"_s << qint64(50);
        QTest::newRow("no decimals") << u"700"_s << qint64(70000);
        QTest::newRow("leading zeros") << u"007.10"_s << qint64(710);
        QTest::newRow("negative") << u"-12.34"_s << qint64(-1234);
        QTest::newRow("negative, below one") << u"-0.05"_s << qint64(-5);
        QTest::newRow("no binary fraction") << u"0.29"_s << qint64(29);
        QTest::newRow("greatest") << u"999999999999.99"_s << qint64(99999999999999);
        QTest::newRow("least") << u"-999999999999.99"_s << qint64(-99999999999999);
    }

    void readsTheServersForm()
    {
        QFETCH(QString, text);
        QFETCH(qint64, minor);
        const auto sum = Money::parse(text);
        QVERIFY(sum);
        QCOMPARE(sum->minor(), minor);
    }

    void refusesEverythingElse_data()
    {
        QTest::addColumn<QString>("text");
        const QStringList garbage{QString(),   u" "_s,     u"-"_s,     u"."_s,       u".50"_s,   u"5."_s,
                                  u"1,50"_s,   u"1.500"_s, u"+1.00"_s, u"--1.00"_s,  u"1e3"_s,   u"1E3"_s,
                                  u"0x10"_s,   u"inf"_s,   u"nan"_s,   u"1 000"_s,   u" 1.00"_s, u"1.00 "_s,
                                  u"1.00\n"_s, u"1.0.0"_s, u"1.-5"_s,  u"₽1.00"_s, u"−1.00"_s, u"null"_s};
        for (const QString &text : garbage)
            QTest::addRow("'%s'", qPrintable(text)) << text;
        QTest::newRow("thirteen digits") << u"1000000000000.00"_s;
        QTest::newRow("past 64 bits") << u"99999999999999999999"_s;
        QTest::newRow("arabic digits") << u"١٢٣.٠٠"_s;
        QTest::newRow("wide digits") << u"１００.００"_s;
        QTest::newRow("nul") << u"1.00"_s + QChar(u'\0');
    }

    void refusesEverythingElse()
    {
        QFETCH(QString, text);
        QVERIFY(!Money::parse(text));
    }

    void writesTheServersForm_data()
    {
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << qint64(0) << u"0.00"_s;
        QTest::newRow("kopecks") << qint64(5) << u"0.05"_s;
        QTest::newRow("negative kopecks") << qint64(-5) << u"-0.05"_s;
        QTest::newRow("no grouping") << qint64(123456789) << u"1234567.89"_s;
        QTest::newRow("greatest") << std::numeric_limits<qint64>::max() << u"92233720368547758.07"_s;
        QTest::newRow("least") << std::numeric_limits<qint64>::min() << u"-92233720368547758.08"_s;
    }

    void writesTheServersForm()
    {
        QFETCH(qint64, minor);
        QFETCH(QString, text);
        QCOMPARE(Money::fromMinor(minor).toString(), text);
    }

    void comesBackAsItWent()
    {
        for (const qint64 minor : {0, 1, 9, 10, 99, 100, 101, 140000, -1, -99, -100, -140001})
            QCOMPARE(Money::parse(Money::fromMinor(minor).toString()), std::optional(Money::fromMinor(minor)));
    }

    void calculates()
    {
        const Money price = Money::fromMinor(70050);
        QCOMPARE(price + Money::fromMinor(50), Money::fromMinor(70100));
        QCOMPARE(Money::fromMinor(50) - price, Money::fromMinor(-70000));
        QCOMPARE(price * 3, Money::fromMinor(210150));
        QVERIFY(price > Money());
        QVERIFY(Money().isZero());
        QVERIFY(!price.isZero());
        // Thousands of the dearest tickets: no overflow.
        QCOMPARE((Money::parse(u"999999999999.99"_s).value() * 50000).minor(), qint64(4999999999999950000));
    }

    void isNoNumber()
    {
        static_assert(!std::is_convertible_v<qint64, Money>);
        static_assert(!std::is_convertible_v<double, Money>);
        static_assert(!std::is_convertible_v<Money, qint64>);
    }
};

} // namespace okoshko::test::tst_money

OKOSHKO_TEST(tst_money, MoneyTest, QCoreApplication)
#include "tst_money.moc"
