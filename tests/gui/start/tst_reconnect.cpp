// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/Settings.h"
#include "models/journal/Journal.h"
#include "tests/gui/start/PartnerFront.h"
#include "tests/gui/start/StartFixture.h"
#include "tests/support/TestProgram.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_reconnect {

namespace {

const QByteArray ours = "56810047f06c5a6ac62f4e1d";
const QByteArray theirs = "aaaaaaaaaaaaaaaaaaaaaaaa";
const QString oldKey = u"00000000000000000000000000000001"_s;
const QString newKey = u"00000000000000000000000000000002"_s;
const QString theirKey = u"00000000000000000000000000000003"_s;

void openSettings()
{
    StartFixture::counter()->activateWindow();
    StartFixture::press(Qt::Key_Comma, Qt::ControlModifier);
    QTRY_VERIFY(StartFixture::isShown(u"keyEdit"_s)); // the connection is the first page
}

void save()
{
    QVERIFY(StartFixture::isShown(u"saveSettingsButton"_s));
    StartFixture::press(Qt::Key_S, Qt::ControlModifier);
}

} // namespace

/// Server and key in the settings of a counter that sells already.
class ReconnectTest : public QObject
{
    Q_OBJECT

private:
    struct Scene
    {
        enum class Sold { One, Nothing };

        explicit Scene(Format::Language language = Format::Language::English, Sold sold = Sold::One)
            : server(startSandbox())
            , front(server->url(), server->key().toLatin1())
        {
            front.know(oldKey.toLatin1(), ours);
            front.know(newKey.toLatin1(), ours);
            front.know(theirKey.toLatin1(), theirs);
            home.addProfile(u"Hall"_s, front.url(), language);
            fixture = std::make_unique<StartFixture>();
            QTRY_VERIFY(StartFixture::isShown(u"keyEdit"_s));
            StartFixture::fillIn(u"keyEdit"_s, oldKey);
            StartFixture::press(Qt::Key_Return);
            QTRY_VERIFY(StartFixture::counter());
            if (sold == Sold::Nothing)
                return;
            StartFixture::sellOne();
            StartFixture::press(Qt::Key_Escape);
        }
        [[nodiscard]] QString folder() const { return home.profile(u"Hall"_s); }
        [[nodiscard]] std::optional<Owner> owner() const { return Journal::ownerOf(folder() + u"/journal.sqlite"_s); }

        TemporaryHome home;
        std::unique_ptr<sandbox::SandboxThread> server;
        PartnerFront front;
        std::unique_ptr<StartFixture> fixture;
    };

private Q_SLOTS:
    void testsWithTheKeyThatIsThere_data()
    {
        QTest::addColumn<Format::Language>("language");
        QTest::newRow("ru") << Format::Language::Russian;
        QTest::newRow("en") << Format::Language::English;
    }
    void testsWithTheKeyThatIsThere()
    {
        QFETCH(Format::Language, language);
        const Scene scene(language);
        openSettings();
        QCOMPARE(qobject_cast<QLineEdit *>(StartFixture::find(u"keyEdit"_s))->text(), QString()); // never shown again
        QCOMPARE(qobject_cast<QLineEdit *>(StartFixture::find(u"addressEdit"_s))->text(), scene.front.url().toString());
        QVERIFY(!StartFixture::isShown(u"saveSettingsButton"_s)); // nothing to save
        StartFixture::click(u"testButton"_s);
        QTRY_VERIFY(StartFixture::textOf(u"connectionNotice"_s).contains(QString::fromLatin1(ours)));
        // And with another before it is saved.
        StartFixture::fillIn(u"keyEdit"_s, theirKey);
        StartFixture::click(u"testButton"_s);
        QTRY_VERIFY(StartFixture::textOf(u"connectionNotice"_s).contains(QString::fromLatin1(theirs)));
    }

    void aNewKeyHoldsAtOnceAndKeepsTheJournal()
    {
        Scene scene;
        openSettings();
        StartFixture::fillIn(u"keyEdit"_s, u" key "_s + newKey + u"\n "_s);
        save();
        QTRY_VERIFY(!StartFixture::find(u"settingsPage"_s) && StartFixture::counter());
        scene.front.forget(oldKey.toLatin1());
        QTRY_COMPARE(scene.owner()->account.keyMark, markOf(scene.front.url().toString(), newKey.toLatin1()));
        QCOMPARE(scene.owner()->partner, QString::fromLatin1(ours));
        StartFixture::sellOne();
        for (const auto &[file, bytes] : scene.home.files())
            QVERIFY2(!bytes.contains(newKey.toLatin1()), qPrintable(file));
    }

    void anotherPartnersKeyChangesNothing()
    {
        Scene scene;
        const auto before = scene.owner();
        openSettings();
        StartFixture::fillIn(u"keyEdit"_s, theirKey);
        StartFixture::fillIn(u"counterNameEdit"_s, u"Left"_s);
        save();
        QTRY_VERIFY(StartFixture::textOf(u"keyNotice"_s).startsWith(u"This key belongs to another partner."_s));
        StartFixture::press(Qt::Key_Escape); // leave the prompt
        QTRY_VERIFY(!StartFixture::find(u"keyPrompt"_s));
        QCOMPARE(scene.owner(), before);
        QCOMPARE(Settings(scene.folder()).counterName(), u"Hall"_s);
        QVERIFY(StartFixture::find(u"settingsPage"_s)); // with what was typed
    }

    void salesStayWithTheirServer()
    {
        const Scene scene;
        const auto before = scene.owner();
        openSettings();
        StartFixture::fillIn(u"addressEdit"_s, u"https://api.example.org"_s);
        StartFixture::fillIn(u"keyEdit"_s, newKey);
        QTRY_VERIFY(StartFixture::textOf(u"addressEditReason"_s).contains(scene.front.url().authority()));
        QVERIFY(!StartFixture::isShown(u"saveSettingsButton"_s));
        StartFixture::fillIn(u"addressEdit"_s, scene.front.url().toString());
        QVERIFY(StartFixture::isShown(u"saveSettingsButton"_s));
        QCOMPARE(scene.owner(), before);
    }

    void anotherServerWantsItsOwnKey()
    {
        Scene scene(Format::Language::English, Scene::Sold::Nothing);
        const auto server = startSandbox();
        PartnerFront other(server->url(), server->key().toLatin1());
        other.know(newKey.toLatin1(), ours);
        openSettings();
        StartFixture::fillIn(u"addressEdit"_s, u"api.example.org"_s);
        QTRY_VERIFY(StartFixture::textOf(u"addressEditReason"_s).contains(u"https://"_s));
        QVERIFY(!StartFixture::isShown(u"saveSettingsButton"_s));
        StartFixture::fillIn(u"addressEdit"_s, other.url().toString());
        QTRY_VERIFY(StartFixture::textOf(u"keyEditReason"_s).startsWith(u"Paste the key for this server"_s));
        QVERIFY(!StartFixture::isShown(u"saveSettingsButton"_s));
        StartFixture::fillIn(u"keyEdit"_s, newKey);
        save();
        QTRY_VERIFY(!StartFixture::find(u"settingsPage"_s) && StartFixture::counter());
        QTRY_COMPARE(Settings(scene.folder()).values().server, other.url().toString());
        const qsizetype before = scene.front.changes();
        StartFixture::sellOne();
        QCOMPARE(scene.front.changes(), before);
        QVERIFY(other.changes() > 0);
    }

    void aTrialServerIsMarkedAtOnce()
    {
        const Scene scene;
        QVERIFY(!StartFixture::find(u"stagingBand"_s));
        openSettings();
        StartFixture::click(u"testServerBox"_s);
        save();
        QTRY_VERIFY(StartFixture::find(u"stagingBand"_s));
        QCOMPARE(Settings(scene.folder()).values().environment, Environment::Staging);
    }

    void notWhileASaleIsOpen()
    {
        const Scene scene;
        StartFixture::press(Qt::Key_F3);
        QTRY_VERIFY(StartFixture::isShown(u"reserveButton"_s));
        StartFixture::press(Qt::Key_Return);
        QTRY_VERIFY(StartFixture::isShown(u"startPaymentButton"_s));
        StartFixture::press(Qt::Key_Escape);
        QTRY_VERIFY(StartFixture::isShown(u"orderTable"_s));
        openSettings();
        StartFixture::fillIn(u"keyEdit"_s, newKey);
        save();
        QTRY_VERIFY(StartFixture::find(u"openSalesBox"_s));
        qobject_cast<QMessageBox *>(StartFixture::find(u"openSalesBox"_s))->accept();
        QVERIFY(StartFixture::find(u"settingsPage"_s));
        QCOMPARE(scene.owner()->account.keyMark, markOf(scene.front.url().toString(), oldKey.toLatin1()));
    }
};

} // namespace okoshko::test::tst_reconnect

OKOSHKO_TEST(tst_reconnect, ReconnectTest, QApplication)
#include "tst_reconnect.moc"
