// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/SearchText.h"
#include "tests/support/TestProgram.h"
#include "ui/keys/ScanDetector.h"
#include "ui/widgets/KeyHint.h"

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_scandetector {

using Found = ScanDetector::Found;

/// A scanner told from fingers by the times at which keys were pressed.
class ScanDetectorTest : public QObject
{
    Q_OBJECT

private:
    ScanDetector m_scans;
    quint64 m_now = 0;

    Found press(int key, const QString &text, quint64 after, bool isRepeated = false)
    {
        m_now += after;
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, text, isRepeated);
        event.setTimestamp(m_now);
        return m_scans.take(event);
    }

    Found type(QChar letter, quint64 after) { return press(letter.toUpper().unicode(), QString(letter), after); }
    Found end(quint64 after, int key = Qt::Key_Return) { return press(key, u"\r"_s, after); }

    void typeAll(const QString &text, quint64 each)
    {
        for (const QChar letter : text)
            type(letter, each);
    }

private Q_SLOTS:
    void init()
    {
        m_scans = ScanDetector();
        m_now = 5000;
    }

    void sixFastCharactersAndEnter()
    {
        QCOMPARE(type(u'4', 500), Found::Begun);
        for (const QChar digit : u"60799"_s)
            QCOMPARE(type(digit, 35), Found::GoesOn);
        QCOMPARE(end(100), Found::Scanned);
        QCOMPARE(m_scans.code(), u"460799"_s);
    }

    void fiveAreTyped()
    {
        typeAll(u"46079"_s, 4);
        QCOMPARE(end(4), Found::Typed);
    }

    void aSlowCharacterBeginsAnew()
    {
        typeAll(u"460799"_s, 4);
        QCOMPARE(type(u'1', 36), Found::Begun);
        QCOMPARE(end(4), Found::Typed);
    }

    void aLateEnterIsTyped()
    {
        typeAll(u"460799"_s, 4);
        QCOMPARE(end(101), Found::Typed);
    }

    void tabEndsItAsWell()
    {
        typeAll(u"460799"_s, 4);
        QCOMPARE(end(4, Qt::Key_Tab), Found::Scanned);
    }

    void aSecondEnterBelongsToIt()
    {
        typeAll(u"460799"_s, 4);
        QCOMPARE(end(4), Found::Scanned);
        QCOMPARE(end(100), Found::Echo);
        QCOMPARE(end(101), Found::Typed);
    }

    void itMayEndWithoutAKey()
    {
        typeAll(u"46079"_s, 4);
        QVERIFY(!m_scans.endWithoutKey()); // too few
        QCOMPARE(type(u'9', 4), Found::GoesOn);
        QVERIFY(m_scans.endWithoutKey());
        QCOMPARE(m_scans.code(), u"460799"_s);
        QVERIFY(!m_scans.endWithoutKey());
        QCOMPARE(end(90), Found::Echo);
        QCOMPARE(type(u'1', 4), Found::Begun);
    }

    void theNextScanFollowsAtOnce()
    {
        typeAll(u"460799"_s, 4);
        QCOMPARE(end(4), Found::Scanned);
        QCOMPARE(type(u'1', 4), Found::Begun);
        typeAll(u"23456"_s, 4);
        QCOMPARE(end(4), Found::Scanned);
        QCOMPARE(m_scans.code(), u"123456"_s);
    }

    void aHeldKeyIsNoScan()
    {
        type(u'4', 500);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(press(Qt::Key_4, u"4"_s, 30, true), Found::Typed);
        QCOMPARE(end(4), Found::Typed);
    }

    void keysWithoutATimeAreTyped()
    {
        for (const QChar digit : u"4607991545811"_s) {
            const QKeyEvent event(QEvent::KeyPress, digit.unicode(), Qt::NoModifier, QString(digit));
            QCOMPARE(m_scans.take(event), Found::Typed);
        }
        QCOMPARE(m_scans.take(QKeyEvent(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s)), Found::Typed);
    }

    void shiftBetweenTwoLettersBreaksNothing()
    {
        typeAll(u"abc"_s, 4);
        QCOMPARE(press(Qt::Key_Shift, {}, 1), Found::Typed);
        typeAll(u"DEF"_s, 4);
        QCOMPARE(end(4), Found::Scanned);
        QCOMPARE(m_scans.code(), u"abcDEF"_s);
    }

    void itsPauseCanBeSet()
    {
        m_scans.setPause(std::chrono::milliseconds(60));
        typeAll(u"460799"_s, 60);
        QCOMPARE(end(60), Found::Scanned);
    }

    void theRussianLayoutIsReadByThePlaceOfItsKeys_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("meant");
        QTest::newRow("letters") << u"фисвуЙЦУ12"_s << u"abcdeQWE12"_s;
        QTest::newRow("signs") << u"ю.жэхъ"_s << u"./;'[]"_s;
        QTest::newRow("latin stays") << u"AB-12.3/4"_s << u"AB-12.3/4"_s;
        QTest::newRow("digits stay") << u"4607991545811"_s << u"4607991545811"_s;
    }

    void theRussianLayoutIsReadByThePlaceOfItsKeys()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, meant);
        QCOMPARE(inLatinLayout(typed), meant);
    }

    void aKeyIsWhatStandsAtItsPlace()
    {
        const QKeyEvent cyrillic(QEvent::KeyPress, 0x0429, Qt::NoModifier, u"щ"_s);
        QCOMPARE(keyAtPlace(cyrillic), Qt::Key_O);
        const QKeyEvent latin(QEvent::KeyPress, Qt::Key_O, Qt::NoModifier, u"o"_s);
        QCOMPARE(keyAtPlace(latin), Qt::Key_O);
        const QKeyEvent keypad(QEvent::KeyPress, Qt::Key_Enter, Qt::KeypadModifier, u"\r"_s);
        QCOMPARE(keyAtPlace(keypad), Qt::Key_Return);
        QCOMPARE(capOf(Qt::Key_O), u"O·Щ"_s);
        QCOMPARE(capOf(Qt::Key_C), u"C·С"_s);
        QCOMPARE(capOf(Qt::Key_Delete), u"Del"_s);
        QCOMPARE(capOf(Qt::Key_Return), u"Enter"_s);
    }
};

} // namespace okoshko::test::tst_scandetector

OKOSHKO_TEST(tst_scandetector, ScanDetectorTest, QApplication)
#include "tst_scandetector.moc"
