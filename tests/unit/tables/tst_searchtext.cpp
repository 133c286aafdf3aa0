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
