// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/OrderRow.h"
#include "models/tables/SearchText.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_searchtext {

class SearchTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsCaseAndDots()
    {
        QCOMPARE(folded(u"ЗВЁЗДЫ"_s), u"звезды"_s);
        QCOMPARE(folded(u"е\u0308лка"_s), u"елка"_s); // a letter with a combining diaeresis
        QCOMPARE(folded({}), QString());
    }

    void takesTypedTextApart()
    {
        QCOMPARE(searchWords(u"  Чайка\t«город "_s), (QStringList{u"чайка"_s, u"город"_s}));
        QCOMPARE(searchWords(u"497\u00a0291"_s), (QStringList{u"497"_s, u"291"_s}));
        QCOMPARE(searchWords(u"12+"_s), QStringList{u"12+"_s});
        QCOMPARE(searchWords(u"№ 12"_s), QStringList{u"12"_s});
        QCOMPARE(searchWords(u" … "_s), QStringList());
        QCOMPARE(searchWords({}), QStringList());
    }

    void aNumberIsItsDigits_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("digits");
        QTest::newRow("plain") << u"12345678"_s << u"12345678"_s;
        QTest::newRow("as shown") << u"12\u00a0345\u00a0678"_s << u"12345678"_s;
        QTest::newRow("narrow blanks") << u"12\u202f345\u2009678"_s << u"12345678"_s;
        QTest::newRow("sign and blanks") << u" № 12 345 678 "_s << u"12345678"_s;
        QTest::newRow("hash") << u"#12345678"_s << u"12345678"_s;
        QTest::newRow("in a sentence") << u"«12345678»,\r\n"_s << u"12345678"_s;
        QTest::newRow("what cannot be seen") << u"\ufeff12\u200b345\u00ad678\u200e"_s << u"12345678"_s;
        QTest::newRow("phone") << u"+7 (912) 345-67‑89"_s << u"79123456789"_s;
        QTest::newRow("a date is none") << u"12.05.2026"_s << QString();
        QTest::newRow("letters") << u"№ 12a"_s << QString();
        QTest::newRow("nothing") << u" № "_s << QString();
    }

    void aNumberIsItsDigits()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, digits);
        QCOMPARE(digitsOf(typed), digits);
    }

    void readsTextInBothLayouts()
    {
        QCOMPARE(readingsOf(u"xfqrf"_s), (QStringList{u"xfqrf"_s, u"чайка"_s}));
        QCOMPARE(readingsOf(u"ыруддн"_s), (QStringList{u"ыруддн"_s, u"shelly"_s}));
        QCOMPARE(readingsOf(u"[jh 12"_s), (QStringList{u"[jh 12"_s, u"хор 12"_s}));
        QCOMPARE(readingsOf(u"№ 12 345 678"_s), QStringList{u"12345678"_s});
        QCOMPARE(readingsOf(u"#12345678"_s), QStringList{u"12345678"_s});
        QCOMPARE(readingsOf(u"4607-99"_s), (QStringList{u"460799"_s, u"4607-99"_s}));
        QCOMPARE(readingsOf({}), QStringList{QString()});
    }

    void findsTheBeginningsOfWords()
    {
        const QString text = folded(u"Рок-н-ролл в «Подвале», 12+"_s);
        QCOMPARE(indexOfWordStart(text, u"рок"_s), 0);
        QCOMPARE(indexOfWordStart(text, u"рок-н"_s), 0);
        QCOMPARE(indexOfWordStart(text, u"ролл"_s), 6);
        QCOMPARE(indexOfWordStart(text, u"подв"_s), text.indexOf(u"подв"));
        QCOMPARE(indexOfWordStart(text, u"олл"_s), -1);
        QCOMPARE(indexOfWordStart(u"самсам сам"_s, u"сам"_s, 1), 7);
        QCOMPARE(indexOfWordStart({}, u"x"_s), -1);
        QVERIFY(beginsAll(text, {u"12+"_s, u"в"_s}));
        QVERIFY(!beginsAll(text, {u"12+"_s, u"2"_s}));
        QVERIFY(beginsAll(text, {}));
        QVERIFY(containsAll(text, {u"двал"_s}));
        QVERIFY(!containsAll(text, {u"двал"_s, u"вокзал"_s}));
    }

    void aRowIsMadeOfASaleAndItsEvent()
    {
        Sale sale;
        sale.order.number = 7;
        sale.order.payment.system = u"545b544a5d645a463e779d53"_s;
        OrderRow row = OrderRow::of(sale, nullptr);
        QCOMPARE(row.order, sale.order);
        QVERIFY(row.eventTitle.isEmpty());
        QVERIFY(!row.time.start);
        QCOMPARE(row.system, u"545b544a5d645a463e779d53"_s); // made elsewhere: the server's id is all there is

        sale.system = u"api/BASE"_s;
        sale.inProgress = Step::Confirm;
        Event event;
        event.title = u"Чайка"_s;
        event.start = Instant();
        event.venue.name = u"Подвал"_s;
        row = OrderRow::of(sale, &event);
        QCOMPARE(row.eventTitle, u"Чайка"_s);
        QCOMPARE(row.time.start, event.start);
        QCOMPARE(row.venue, event.venue);
        QCOMPARE(row.system, u"api/BASE"_s);
        QCOMPARE(row.inProgress, std::optional(Step::Confirm));
    }
};

} // namespace okoshko::test::tst_searchtext

OKOSHKO_TEST(tst_searchtext, SearchTextTest, QCoreApplication)
#include "tst_searchtext.moc"
