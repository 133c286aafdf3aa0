// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/keys/Keys.h"
#include "tests/support/TestProgram.h"
#include "ui/keys/KeyDispatcher.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Stepper.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_keydispatcher {

/// Keys by what stands on the buttons, and scans beside them.
class KeyDispatcherTest : public QObject
{
    Q_OBJECT

private:
    struct Scene
    {
        QWidget window;
        KeyDispatcher dispatcher{window};
        QLineEdit *field = new QLineEdit(&window);
        Stepper *stepper = new Stepper(&window);
        ActionButton *primary = new ActionButton(ActionButton::Weight::Primary, &window);
        ActionButton *other = new ActionButton(ActionButton::Weight::Normal, &window);
        ActionButton *letter = new ActionButton(ActionButton::Weight::Normal, &window);
        QSignalSpy primaryPressed{primary, &QPushButton::clicked};
        QSignalSpy otherPressed{other, &QPushButton::clicked};
        QSignalSpy letterPressed{letter, &QPushButton::clicked};
        QSignalSpy scanned{&dispatcher, &KeyDispatcher::scanned};
        Keys keys{window};

        Scene()
        {
            auto *column = new QVBoxLayout(&window);
            for (QWidget *part :
                 {static_cast<QWidget *>(field), static_cast<QWidget *>(stepper), static_cast<QWidget *>(primary),
                  static_cast<QWidget *>(other), static_cast<QWidget *>(letter)})
                column->addWidget(part);
            primary->setKey(Qt::Key_Return);
            other->setKey(Qt::Key_Delete);
            letter->setKey(Qt::Key_O);
            stepper->setMaximum(10);
            window.show();
            stepper->setFocus();
        }
    };

private Q_SLOTS:
    void aCapIsFaintWhereItsKeyIsTyped()
    {
        Scene scene;
        const QImage letter = scene.letter->grab().toImage();
        const QImage other = scene.other->grab().toImage();
        scene.field->setFocus();
        QVERIFY(scene.letter->grab().toImage() != letter);
        QCOMPARE(scene.other->grab().toImage(), other); // Del, which an empty field leaves to it
        scene.stepper->setFocus();
        QCOMPARE(scene.letter->grab().toImage(), letter);
    }

    void aKeyPressesTheButtonThatBearsIt()
    {
        Scene scene;
        scene.keys.press(Qt::Key_Return);
        QCOMPARE(scene.primaryPressed.count(), 1);
        scene.keys.press(Qt::Key_Delete);
        QCOMPARE(scene.otherPressed.count(), 1);
        scene.primary->hide();
        scene.keys.press(Qt::Key_Return);
        QCOMPARE(scene.primaryPressed.count(), 1);
    }

    void enterPressesTheFocusedButtonFirst()
    {
        Scene scene;
        scene.other->setFocus();
        scene.keys.press(Qt::Key_Return);
        QCOMPARE(scene.otherPressed.count(), 1);
        QCOMPARE(scene.primaryPressed.count(), 0);
    }

    void aHeldKeyPressesOnce_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("inPairs");
        for (const int key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Delete, Qt::Key_O}) {
            QTest::addRow("%d", key) << key << false;
            QTest::addRow("%d in pairs", key) << key << true;
        }
    }

    void aHeldKeyPressesOnce()
    {
        QFETCH(const int, key);
        QFETCH(const bool, inPairs);
        Scene scene;
        const auto pressed = [&scene] {
            return scene.primaryPressed.count() + scene.otherPressed.count() + scene.letterPressed.count();
        };
        inPairs ? scene.keys.holdInPairs(static_cast<Qt::Key>(key), 30)
                : scene.keys.hold(static_cast<Qt::Key>(key), 30);
        QTRY_COMPARE(pressed(), 1);
        scene.keys.press(static_cast<Qt::Key>(key)); // whatever still waited would come before it
        QTRY_VERIFY(pressed() > 1);
        QCOMPARE(pressed(), 2);
    }

    /// A word of double letters is no held key.
    void aHeldKeyTypesOn()
    {
        Scene scene;
        scene.field->setFocus();
        scene.keys.type(u"аннотация"_s, 60ms);
        QCOMPARE(scene.field->text(), u"аннотация"_s);
        scene.field->clear();
        scene.keys.holdInPairs(Qt::Key_O, 3);
        QCOMPARE(scene.field->text(), u"oooo"_s);
        QCOMPARE(scene.letterPressed.count(), 0);
    }

    void lettersAreFoundByTheirPlace()
    {
        Scene scene;
        scene.keys.type(u"щ"_s, 500ms);
        QTRY_COMPARE(scene.letterPressed.count(), 1);
        scene.keys.type(u"o"_s, 500ms);
        QTRY_COMPARE(scene.letterPressed.count(), 2);
    }

    void whatIsTypedIntoAFieldPressesNothing()
    {
        Scene scene;
        scene.field->setFocus();
        scene.keys.type(u"oщ"_s, 200ms);
        scene.keys.press(Qt::Key_Home);
        scene.keys.press(Qt::Key_Delete);
        QCOMPARE(scene.field->text(), u"щ"_s);
        QCOMPARE(scene.letterPressed.count(), 0);
        QCOMPARE(scene.otherPressed.count(), 0);
        scene.keys.press(Qt::Key_Delete);
        scene.keys.press(Qt::Key_Delete); // in an empty field there is nothing to delete
        QCOMPARE(scene.otherPressed.count(), 1);
        scene.keys.press(Qt::Key_Return);
        QCOMPARE(scene.primaryPressed.count(), 1);
    }

    void aDisabledButtonKeepsItsKey()
    {
        Scene scene;
        scene.primary->setEnabled(false);
        scene.keys.press(Qt::Key_Return);
        QCOMPARE(scene.primaryPressed.count(), 0);
        QCOMPARE(scene.otherPressed.count(), 0);
    }

    void aScanLeavesEverythingAsItWas()
    {
        Scene scene;
        scene.keys.type(u"3"_s, 500ms);
        QTRY_COMPARE(scene.stepper->value(), 3);
        scene.keys.pass(500ms);
        scene.keys.scan(u"4607991545811"_s);
        QCOMPARE(scene.scanned.count(), 1);
        QCOMPARE(scene.scanned.first().first().toString(), u"4607991545811"_s);
        scene.keys.type(u"+"_s, 500ms); // whatever still waited would come before it
        QTRY_COMPARE(scene.stepper->value(), 4);
        QCOMPARE(scene.primaryPressed.count(), 0);
    }

    /// As some scanners are set up; the Enter of others comes late.
    void aScanWithoutEnterIsNoNumberThatIsTyped()
    {
        Scene scene;
        scene.keys.scan(u"4607991545811"_s, u""_s);
        QTRY_COMPARE(scene.scanned.count(), 1);
        QCOMPARE(scene.scanned.first().first().toString(), u"4607991545811"_s);
        QCOMPARE(scene.stepper->value(), 0);
        scene.keys.type(u"\n"_s, 90ms);
        QCOMPARE(scene.primaryPressed.count(), 0);
        scene.keys.press(Qt::Key_Return);
        QCOMPARE(scene.primaryPressed.count(), 1);
    }

    /// The next character of a slow scanner is waited for as long as the setting says.
    void aSlowScannerTypesNothing()
    {
        Scene scene;
        scene.dispatcher.setScanPause(150ms);
        scene.keys.type(u"4"_s, 500ms);
        bool isOver = false;
        QTimer::singleShot(100ms, &scene.window, [&isOver] { isOver = true; });
        QTRY_VERIFY(isOver);
        scene.keys.type(u"607991545811\n"_s, 100ms);
        QCOMPARE(scene.scanned.count(), 1);
        QCOMPARE(scene.scanned.first().first().toString(), u"4607991545811"_s);
        QCOMPARE(scene.stepper->value(), 0);
        QCOMPARE(scene.primaryPressed.count(), 0);
    }

    void aScanInTheMiddleOfTypingIsTakenOutAgain()
    {
        Scene scene;
        scene.field->setFocus();
        scene.field->setText(u"Королёва Анна"_s);
        scene.field->setSelection(3, 4);
        const int cursor = scene.field->cursorPosition();
        scene.keys.scan(u"фис460799"_s);
        QCOMPARE(scene.scanned.count(), 1);
        QCOMPARE(scene.scanned.first().first().toString(), u"abc460799"_s);
        QCOMPARE(scene.field->text(), u"Королёва Анна"_s);
        QCOMPARE(scene.field->selectedText(), u"олёв"_s);
        QCOMPARE(scene.field->cursorPosition(), cursor);
        QCOMPARE(scene.primaryPressed.count(), 0);
    }

    void aFieldThatTakesCodesKeepsThem()
    {
        Scene scene;
        KeyDispatcher::keepScans(*scene.field);
        scene.field->setFocus();
        scene.keys.scan(u"фис460799"_s);
        QCOMPARE(scene.field->text(), u"abc460799"_s);
        scene.keys.pass(1s);
        scene.keys.scan(u"460799"_s); // another one is not added to it
        QCOMPARE(scene.field->text(), u"460799"_s);
        QCOMPARE(scene.scanned.count(), 0);
        QCOMPARE(scene.primaryPressed.count(), 0); // its Enter is the scanner's
    }

    /// It is asked first whether it is an order's.
    void aFieldForCodesGetsThoseOfNoOrder()
    {
        Scene scene;
        KeyDispatcher::takeCodes(*scene.field, KeyDispatcher::OnCode::Enter);
        scene.field->setFocus();
        scene.field->setText(u"OLD"_s);
        QString entered;
        QObject::connect(scene.primary, &QPushButton::clicked, scene.field, [&] { entered = scene.field->text(); });
        scene.keys.scan(u"фис460799"_s);
        QCOMPARE(scene.scanned.count(), 1);
        QCOMPARE(scene.field->text(), u"OLD"_s);
        QVERIFY(scene.dispatcher.giveCode(scene.scanned.first().first().toString()));
        QCOMPARE(entered, u"abc460799"_s); // not added to what was typed before
        QCOMPARE(scene.primaryPressed.count(), 1);
    }

    void threeScansSellNothing()
    {
        Scene scene;
        for (int i = 0; i < 3; ++i) {
            scene.keys.pass(300ms);
            scene.keys.scan(u"4607991545811\n"_s);
        }
        QCOMPARE(scene.scanned.count(), 3);
        QCOMPARE(scene.primaryPressed.count(), 0);
        QCOMPARE(scene.stepper->value(), 0);
    }

    void fastFingersLoseNothing()
    {
        Scene scene;
        scene.keys.type(u"10\n"_s, 30ms);
        QCOMPARE(scene.stepper->value(), 10);
        QCOMPARE(scene.primaryPressed.count(), 1);
    }

    /// Pressed and released within the time in which it may belong to a scan.
    void aTapOfTheSpaceBarSwitchesACheckBox()
    {
        Scene scene;
        QCheckBox box(&scene.window);
        box.show();
        box.setFocus();
        scene.keys.type(u" "_s, 200ms);
        QTRY_VERIFY(box.isChecked());
        scene.keys.type(u" "_s, 200ms);
        QTRY_VERIFY(!box.isChecked());
        scene.keys.scan(u"4607991545811"_s);
        QCOMPARE(scene.scanned.count(), 1);
        QVERIFY(!box.isChecked());
        QVERIFY(!box.isDown());
    }

    void aHiddenButtonOfAnotherPageTakesNoKey()
    {
        Scene scene;
        QWidget page(&scene.window);
        auto *hidden = new ActionButton(ActionButton::Weight::Primary, &page);
        hidden->setKey(Qt::Key_Return);
        QSignalSpy pressed(hidden, &QPushButton::clicked);
        page.hide();
        hidden->setFocus();
        scene.keys.press(Qt::Key_Return);
        QCOMPARE(pressed.count(), 0);
        QCOMPARE(scene.primaryPressed.count(), 1);
    }
};

} // namespace okoshko::test::tst_keydispatcher

OKOSHKO_TEST(tst_keydispatcher, KeyDispatcherTest, QApplication)
#include "tst_keydispatcher.moc"
