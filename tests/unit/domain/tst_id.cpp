// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/Id.h"
#include "tests/support/TestProgram.h"

#include <QHash>
#include <QTest>

#include <type_traits>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_id {

class IdTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWellFormedText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("wellFormed");
        QTest::newRow("recorded") << u"56a73b7ff06c5a21c393806b"_s << true;
        QTest::newRow("all kinds of characters") << u"09azAZ09azAZ09azAZ09azAZ"_s << true;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("short") << u"56a73b7ff06c5a21c393806"_s << false;
        QTest::newRow("32 digits, in a public payload") << u"56a73b7ff06c5a21c393806b56a73b7f"_s << true;
        QTest::newRow("long") << u"56a73b7ff06c5a21c393806b56a73b7f0"_s << false;
        QTest::newRow("path") << u"56a73b7ff06c5a21c39380/b"_s << false;
        QTest::newRow("dots") << u"../../../../../../../../"_s << false;
        QTest::newRow("space") << u"56a73b7ff06c5a21c393806 "_s << false;
        QTest::newRow("line end") << u"56a73b7ff06c5a21c393806\n"_s << false;
        QTest::newRow("nul") << u"56a73b7ff06c5a21c393806"_s + QChar(u'\0') << false;
        QTest::newRow("cyrillic letter like a") << u"56а73b7ff06c5a21c393806b"_s << false;
        QTest::newRow("arabic digits") << u"٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠"_s << false;
    }

    void readsWellFormedText()
    {
        QFETCH(QString, text);
        QFETCH(bool, wellFormed);
        const auto id = OrderId::parse(text);
        QCOMPARE(id.has_value(), wellFormed);
        if (id) {
            QCOMPARE(id->toString(), text);
            QVERIFY(!id->isNull());
        }
    }

    void isNullUnlessParsed()
    {
        QVERIFY(OrderId().isNull());
        QVERIFY(OrderId().toString().isEmpty());
        QCOMPARE(OrderId(), OrderId());
    }

    void comparesAndHashesByText()
    {
        const auto a = SetId::parse(u"aaaaaaaaaaaaaaaaaaaaaaaa"_s).value();
        const auto b = SetId::parse(u"bbbbbbbbbbbbbbbbbbbbbbbb"_s).value();
        QVERIFY(a < b);
        QVERIFY(!(b < a));
        QVERIFY(a != b);
        QHash<SetId, int> counts{{a, 1}, {b, 2}};
        QCOMPARE(counts.value(SetId::parse(u"bbbbbbbbbbbbbbbbbbbbbbbb"_s).value()), 2);
    }

    /// One kind of id cannot be passed for another, nor a text for an id.
    void kindsAreApart()
    {
        static_assert(!std::is_convertible_v<OrderId, EventId>);
        static_assert(!std::is_constructible_v<OrderId, EventId>);
        static_assert(!std::is_constructible_v<OrderId, QString>);
    }
};

} // namespace okoshko::test::tst_id

OKOSHKO_TEST(tst_id, IdTest, QCoreApplication)
#include "tst_id.moc"
