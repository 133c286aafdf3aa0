// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/Text.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_sanitizedtext {

/// Words of the server's beside words of ours.
class ShownTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleans_data()
    {
        QTest::addColumn<QString>("told");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"Чайка, 12+"_s << u"Чайка, 12+"_s;
        QTest::newRow("markup stays what it is") << u"<img src=x><b>&amp;"_s << u"<img src=x><b>&amp;"_s;
        QTest::newRow("an override") << u"100 \u202e₽ 00,001"_s << u"100 ₽ 00,001"_s;
        QTest::newRow("an isolate without end") << u"\u2067Чайка"_s << u"Чайка"_s;
        QTest::newRow("lines") << u"Чайка\r\n\r\nоплачен\tда\u2028!"_s << u"Чайка оплачен да !"_s;
        QTest::newRow("controls") << u"a\0b\x1b[31mc\u0085d\x7f"_s << u"a b [31mc d"_s;
        QTest::newRow("blanks around") << u"\n Чайка \n"_s << u"Чайка"_s;
        QTest::newRow("emoji") << u"👨‍👩‍👧 🎄"_s << u"👨‍👩‍👧 🎄"_s;
        QTest::newRow("from right to left by nature") << u"שלום 12"_s << u"שלום 12"_s;
        QTest::newRow("nothing") << QString() << QString();
    }

    void cleans()
    {
        QFETCH(QString, told);
        QFETCH(QString, shown);
        QCOMPARE(sanitizedText(told), shown);
    }

    void cutsWhatNobodyReads()
    {
        const QString longest(longestShownText, u'Ж');
        QCOMPARE(sanitizedText(longest), longest);
        QCOMPARE(shownLines(8, 8), 8);
        QCOMPARE(shownLines(9, 8), 9); // "and 1 more" takes as much room
        QCOMPARE(shownLines(10, 8), 8);
        QCOMPARE(sanitizedText(longest + u'x'), longest.first(longestShownText - 1) + u'…');
        QCOMPARE(sanitizedText(QString(30'000'000, u'x')).size(), longestShownText);
        QCOMPARE(sanitizedText(longest + u'x', longestShownText + 1), longest + u'x');
        // Not through the middle of a character, nor after a space.
        const QString almost(longestShownText - 2, u'Ж');
        QCOMPARE(sanitizedText(almost + u"🎄🎄"_s), almost + u'…');
        QCOMPARE(sanitizedText(almost + u" и ещё"_s), almost + u'…');
        QCOMPARE(sanitizedText(u"🎄🎄"_s, 1), u"…"_s);
        QCOMPARE(sanitizedText(almost.chopped(3) + u"👨‍👩‍👧‍👦👨‍👩‍👧‍👦"_s),
                 almost.chopped(3) + u'…');
        QCOMPARE(sanitizedText(u"ааe\u0301\u0302бб"_s, 5), u"аа…"_s);
    }

    void keepsWhatRunsFromRightToLeftToItself()
    {
        QCOMPARE(isolated(u"שלום 12"_s), u"\u2068שלום 12\u2069"_s);
        QCOMPARE(isolated(u"12 مرحبا"_s), u"\u206812 مرحبا\u2069"_s);
        QCOMPARE(isolated(u"\U00010900"_s), u"\u2068\U00010900\u2069"_s); // Phoenician, beyond 16 bits
        QCOMPARE(isolated(u"Чайка, 12+ 🎄"_s), u"Чайка, 12+ 🎄"_s);
        QCOMPARE(isolated(QString()), QString());
        QCOMPARE(inOneLine({u"שלום"_s, QString(), u"12 мая"_s, u"3 билета"_s}),
                 u"\u2068שלום\u2069 · 12 мая · 3 билета"_s);
        QCOMPARE(inOneLine({u"а"_s, u"б"_s}, u", "_s), u"а, б"_s);
        QCOMPARE(inOneLine({}), QString());
    }
};

} // namespace okoshko::test::tst_sanitizedtext

OKOSHKO_TEST(tst_sanitizedtext, ShownTextTest, QCoreApplication)
#include "tst_sanitizedtext.moc"
