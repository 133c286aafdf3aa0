// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/keys/Keys.h"
#include "tests/support/TestProgram.h"
#include "ui/keys/KeyDispatcher.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ConfirmQuestion.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_confirmquestion {

/// A question that the key which raised it does not answer.
class ConfirmQuestionTest : public QObject
{
    Q_OBJECT

private:
    struct Scene
    {
        QWidget window;
        KeyDispatcher dispatcher{window};
        QLineEdit *field = new QLineEdit(&window);
        ActionButton *act = new ActionButton(ActionButton::Weight::Danger, &window);
        ConfirmQuestion *question = new ConfirmQuestion(&window);
        Keys keys{window};
        int done = 0;
        int pressed = 0;

        Scene()
        {
            auto *column = new QVBoxLayout(&window);
            for (QWidget *part :
                 {static_cast<QWidget *>(field), static_cast<QWidget *>(act), static_cast<QWidget *>(question)})
                column->addWidget(part);
            act->setKey(Qt::Key_Return);
            QObject::connect(act, &QPushButton::clicked, &window, [this] { ++pressed; });
            window.show();
            field->setFocus();
        }

        void ask(ConfirmQuestion::Enter enter)
        {
            question->ask({{u"Really?"_s, u"It is gone then."_s}, u"Yes"_s, u"yes"_s, u"No"_s, u"no"_s, enter},
                          [this] { ++done; });
        }

        ActionButton *button(const QString &name) const { return window.findChild<ActionButton *>(name); }
    };

private Q_SLOTS:
    void enterSaysYesOnlyOnceItIsPressedAnew()
    {
        Scene scene;
        scene.ask(ConfirmQuestion::Enter::SaysYes);
        scene.keys.hold(Qt::Key_Return, 20);
        QCOMPARE(scene.done, 0);
        QVERIFY(scene.question->isAsking());
        QCOMPARE(scene.pressed, 0);
        QTRY_VERIFY(scene.button(u"yes"_s)->isEnabled());
        QVERIFY(scene.window.focusWidget() == scene.button(u"yes"_s));
        scene.keys.press(Qt::Key_Return);
        QCOMPARE(scene.done, 1);
        QVERIFY(!scene.question->isAsking());
        QVERIFY(scene.window.focusWidget() == scene.field);
    }

    /// What is filled in below the message is not the answer: Enter goes on to the button, and answers there.
    void enterInItsPartGoesToTheAnswer()
    {
        Scene scene;
        auto *edit = new QLineEdit(&scene.window);
        scene.question->ask({.message = {u"Which?"_s, {}},
                             .yes = u"Yes"_s,
                             .yesName = u"yes"_s,
                             .no = u"No"_s,
                             .noName = u"no"_s,
                             .part = edit},
                            [&scene] { ++scene.done; });
        QVERIFY(scene.window.focusWidget() == edit);
        scene.keys.type(u"why"_s, 100ms);
        QTRY_VERIFY(scene.button(u"yes"_s)->isEnabled());
        scene.keys.press(Qt::Key_Return);
        QCOMPARE(scene.done, 0);
        QTRY_VERIFY(scene.button(u"yes"_s)->isEnabled());
        QVERIFY(scene.window.focusWidget() == scene.button(u"yes"_s));
        scene.keys.press(Qt::Key_Return);
        QCOMPARE(scene.done, 1);
    }

    void aKeyThatComesAgainAndAgainWithoutBeingToldAsRepeatedIsNoAnswer()
    {
        Scene scene;
        scene.ask(ConfirmQuestion::Enter::SaysYes);
        QElapsedTimer held;
        held.start();
        while (held.elapsed() < 900) { // longer than the question waits
            scene.keys.press(Qt::Key_Return);
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        }
        QCOMPARE(scene.done, 0);
    }

    void enterSaysNoWhereSomethingIsGivenUp()
    {
        Scene scene;
        scene.ask(ConfirmQuestion::Enter::SaysNo);
        QVERIFY(scene.window.focusWidget() == scene.button(u"no"_s));
        QTRY_VERIFY(scene.button(u"yes"_s)->isEnabled());
        QVERIFY(scene.window.focusWidget() == scene.button(u"no"_s));
        scene.keys.press(Qt::Key_Return);
        QCOMPARE(scene.done, 0);
        QVERIFY(!scene.question->isAsking());
        QVERIFY(scene.window.focusWidget() == scene.field);
    }

    void itsLetterSaysYesInBothLayouts_data()
    {
        QTest::addColumn<QString>("letter");
        QTest::newRow("us") << u"y"_s;
        QTest::newRow("ru") << u"н"_s;
    }

    void itsLetterSaysYesInBothLayouts()
    {
        QFETCH(const QString, letter);
        Scene scene;
        scene.ask(ConfirmQuestion::Enter::SaysNo);
        QTRY_VERIFY(scene.button(u"yes"_s)->isEnabled());
        scene.keys.type(letter, 300ms);
        QTRY_COMPARE(scene.done, 1);
    }

    void theArrowsGoFromOneToTheOther()
    {
        Scene scene;
        scene.ask(ConfirmQuestion::Enter::SaysNo);
        QTRY_VERIFY(scene.button(u"yes"_s)->isEnabled());
        scene.keys.press(Qt::Key_Left);
        QVERIFY(scene.window.focusWidget() == scene.button(u"yes"_s));
        scene.keys.press(Qt::Key_Return);
        QCOMPARE(scene.done, 1);
    }

    /// What was typed for something else must not be followed by a yes.
    void anotherKeyBeginsThePauseAgain()
    {
        Scene scene;
        scene.ask(ConfirmQuestion::Enter::SaysYes);
        QTRY_VERIFY(scene.button(u"yes"_s)->isEnabled());
        scene.keys.press(Qt::Key_5);
        QVERIFY(!scene.button(u"yes"_s)->isEnabled());
        scene.keys.press(Qt::Key_Return);
        QCOMPARE(scene.done, 0);
        QTRY_VERIFY(scene.button(u"yes"_s)->isEnabled());
        scene.keys.press(Qt::Key_Return);
        QCOMPARE(scene.done, 1);
    }

    void aScansEnterIsNoAnswer_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<std::chrono::milliseconds>("pause");
        QTest::newRow("quick") << u"4600000000017"_s << 4ms;
        QTest::newRow("slow") << u"4600000000017"_s << 60ms; // slower than what is known as a scan
        QTest::newRow("begins as an answer") << u"yyy123456"_s << 4ms;
        QTest::newRow("short") << u"12"_s << 4ms;
    }

    void aScansEnterIsNoAnswer()
    {
        QFETCH(QString, code);
        QFETCH(std::chrono::milliseconds, pause);
        Scene scene;
        scene.ask(ConfirmQuestion::Enter::SaysYes);
        QTRY_VERIFY(scene.button(u"yes"_s)->isEnabled());
        scene.keys.type(code + u'\n', pause);
        QCOMPARE(scene.done, 0);
        QTRY_VERIFY(scene.button(u"yes"_s)->isEnabled());
        QCOMPARE(scene.done, 0);
        QVERIFY(scene.question->isAsking());
    }

    /// It was held before the question came, and the pause is over.
    void aRepeatedKeyIsNoAnswer()
    {
        Scene scene;
        scene.ask(ConfirmQuestion::Enter::SaysYes);
        QTRY_VERIFY(scene.button(u"yes"_s)->isEnabled());
        QKeyEvent repeated(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s, true);
        QCoreApplication::sendEvent(scene.window.focusWidget(), &repeated);
        QCOMPARE(scene.done, 0);
        QVERIFY(!scene.button(u"yes"_s)->isEnabled());
    }

    void aGuardedButtonPausesEachTimeItAppears()
    {
        Scene scene;
        scene.act->setKey(Qt::Key_F2);
        scene.act->setFocus();
        scene.act->guard(ActionButton::Guard::Lasting);
        scene.keys.press(Qt::Key_F2);
        QCOMPARE(scene.pressed, 0);
        QVERIFY(scene.window.focusWidget() == &scene.window); // not at another button
        QTRY_VERIFY(scene.act->isEnabled());
        scene.act->hide();
        scene.act->show();
        scene.keys.press(Qt::Key_F2);
        QCOMPARE(scene.pressed, 0);
        scene.act->setEnabled(false); // for a reason of its own
        QTRY_VERIFY(!scene.act->isPausing());
        QVERIFY(!scene.act->isEnabled());
        scene.act->setEnabled(true);
        scene.keys.press(Qt::Key_F2);
        QCOMPARE(scene.pressed, 1);
    }

    void aButtonGuardedOnceTakesOtherKeysForOrders()
    {
        Scene scene;
        scene.field->clearFocus();
        scene.act->guard(ActionButton::Guard::Once);
        scene.keys.press(Qt::Key_Return);
        QCOMPARE(scene.pressed, 0);
        QTRY_VERIFY(scene.act->isEnabled());
        scene.keys.press(Qt::Key_2);
        scene.keys.press(Qt::Key_Return);
        QCOMPARE(scene.pressed, 1);
    }

    void escapeSaysNo()
    {
        Scene scene;
        scene.ask(ConfirmQuestion::Enter::SaysYes);
        scene.keys.press(Qt::Key_Escape);
        QVERIFY(!scene.question->isAsking());
        QCOMPARE(scene.done, 0);
    }

    void whatElseThePageOffersWaits()
    {
        Scene scene;
        scene.act->setKey(Qt::Key_F2);
        scene.ask(ConfirmQuestion::Enter::SaysNo);
        scene.keys.press(Qt::Key_F2);
        QCOMPARE(scene.pressed, 0);
        scene.keys.press(Qt::Key_Escape);
        scene.keys.press(Qt::Key_F2);
        QCOMPARE(scene.pressed, 1);
    }

    /// As when the program is to be left while the money is asked about: the later question, made later, is answered.
    void ofTwoQuestionsKeysAnswerTheOneWithTheFocus_data()
    {
        QTest::addColumn<bool>("hasFocus");
        QTest::newRow("it has the focus") << true;
        QTest::newRow("the focus is elsewhere: it was asked last") << false;
    }

    void ofTwoQuestionsKeysAnswerTheOneWithTheFocus()
    {
        QFETCH(bool, hasFocus);
        Scene scene;
        auto *later = new ConfirmQuestion(&scene.window);
        scene.window.layout()->addWidget(later);
        scene.ask(ConfirmQuestion::Enter::SaysYes);
        int left = 0;
        later->ask({{u"Leave?"_s, {}}, u"Yes"_s, u"leave"_s, u"No"_s, u"stay"_s}, [&left] { ++left; });
        if (!hasFocus)
            scene.field->setFocus();
        QTRY_VERIFY(scene.button(u"yes"_s)->isEnabled() && scene.button(u"leave"_s)->isEnabled());
        if (hasFocus)
            scene.button(u"stay"_s)->setFocus();
        else
            scene.act->setFocus();
        scene.keys.press(Qt::Key_Y);
        QTRY_COMPARE(left + scene.done, 1); // a letter waits for the rest of a scan
        QCOMPARE(left, 1);
        QVERIFY(scene.question->isAsking());
        scene.keys.press(Qt::Key_Escape); // now the first one is
        QVERIFY(!scene.question->isAsking());
        QCOMPARE(scene.done, 0);
    }

    void aWithdrawnQuestionTakesTheKeysThatWereMeantForIt()
    {
        Scene scene;
        scene.act->setFocus();
        scene.ask(ConfirmQuestion::Enter::SaysYes);
        QTRY_VERIFY(scene.button(u"yes"_s)->isEnabled());
        scene.question->withdraw();
        scene.keys.press(Qt::Key_Return); // on its way when the question went
        QCOMPARE(scene.done, 0);
        QCOMPARE(scene.pressed, 0);
        QTRY_VERIFY(!scene.question->isQuiet());
        scene.keys.press(Qt::Key_Return);
        QCOMPARE(scene.pressed, 1);
    }
};

} // namespace okoshko::test::tst_confirmquestion

OKOSHKO_TEST(tst_confirmquestion, ConfirmQuestionTest, QApplication)
#include "tst_confirmquestion.moc"
