// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Journal.h"
#include "tests/gui/start/PartnerFront.h"
#include "tests/gui/start/StartFixture.h"
#include "tests/support/TestProgram.h"

#include <QAbstractItemView>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_newkey {

namespace {

const QByteArray ours = "56810047f06c5a6ac62f4e1d";
const QByteArray theirs = "aaaaaaaaaaaaaaaaaaaaaaaa";
const QString oldKey = u"00000000000000000000000000000001"_s;
const QString newKey = u"00000000000000000000000000000002"_s;
const QString theirKey = u"00000000000000000000000000000003"_s;

void give(const QString &key)
{
    QTRY_VERIFY(StartFixture::isShown(u"keyEdit"_s));
    StartFixture::fillIn(u"keyEdit"_s, key);
    StartFixture::press(Qt::Key_Return);
}

int ordersShown()
{
    const auto *table = qobject_cast<QAbstractItemView *>(StartFixture::find(u"orderTable"_s));
    return table ? table->model()->rowCount() : 0;
}

} // namespace

/// A partner's new key goes on with his journal; another partner's does not get near it.
class NewKeyTest : public QObject
{
    Q_OBJECT

private:
    struct Scene
    {
        Scene()
            : server(startSandbox())
            , front(server->url(), server->key().toLatin1())
        {
            front.know(oldKey.toLatin1(), ours);
            front.know(newKey.toLatin1(), ours);
            front.know(theirKey.toLatin1(), theirs);
            home.addProfile(u"Hall"_s, front.url());
        }
        [[nodiscard]] std::optional<Owner> owner() const
        {
            return Journal::ownerOf(home.profile(u"Hall"_s) + u"/journal.sqlite"_s);
        }

        TemporaryHome home;
        std::unique_ptr<sandbox::SandboxThread> server;
        PartnerFront front;
    };

private Q_SLOTS:
    void ofTheSamePartnerKeepsTheJournal()
    {
        const Scene scene;
        {
            const StartFixture fixture;
            give(oldKey);
            StartFixture::sellOne();
        }
        const auto before = scene.owner();
        QVERIFY(before);
        QCOMPARE(before->partner, QString::fromLatin1(ours));
        {
            const StartFixture fixture;
            give(newKey);
            QTRY_VERIFY(StartFixture::counter());
            QTRY_COMPARE(ordersShown(), 1);
        }
        const auto after = scene.owner();
        QVERIFY(after);
        QCOMPARE(after->partner, before->partner);
        QCOMPARE(after->account.keyMark, markOf(scene.front.url().toString(), newKey.toLatin1()));
        QCOMPARE(QDir(scene.home.profile(u"Hall"_s)).entryList({u"journal*.sqlite"_s}).size(), 1);
    }

    void ofAnotherPartnerIsRefused_data()
    {
        QTest::addColumn<Format::Language>("language");
        QTest::addColumn<QString>("words");
        QTest::newRow("ru") << Format::Language::Russian << u"Этот ключ принадлежит другому партнёру."_s;
        QTest::newRow("en") << Format::Language::English << u"This key belongs to another partner."_s;
    }
    void ofAnotherPartnerIsRefused()
    {
        QFETCH(Format::Language, language);
        QFETCH(QString, words);
        Scene scene;
        Settings(scene.home.profile(u"Hall"_s)).setLanguage(language);
        {
            const StartFixture fixture;
            give(oldKey);
            QTRY_VERIFY(StartFixture::counter());
            QTRY_COMPARE(scene.owner()->partner, QString::fromLatin1(ours));
        }
        const auto before = scene.owner();
        const StartFixture fixture;
        give(theirKey);
        QTRY_VERIFY(StartFixture::textOf(u"keyNotice"_s).startsWith(words));
        QVERIFY(!StartFixture::counter());
        QCOMPARE(scene.owner(), before);
        // The way to a profile for that partner.
        StartFixture::click(u"otherProfileButton"_s);
        StartFixture::click(u"newProfileButton"_s);
        QTRY_VERIFY(StartFixture::find(u"firstStartWindow"_s));
        QVERIFY(StartFixture::isShown(u"keyEdit"_s));
    }

    void refusedInTheMiddleOfTheDay()
    {
        Scene scene;
        const StartFixture fixture;
        give(oldKey);
        StartFixture::sellOne();
        StartFixture::press(Qt::Key_Escape);
        scene.front.forget(oldKey.toLatin1()); // the partner has changed it
        StartFixture::press(Qt::Key_F5);
        StartFixture::click(u"bannerButton"_s);
        QTRY_VERIFY(StartFixture::find(u"keyPrompt"_s));
        give(oldKey);
        QTRY_COMPARE(StartFixture::textOf(u"keyNotice"_s).section(u'\n', 0, 0),
                     u"The server does not know this key."_s);
        give(newKey);
        QTRY_VERIFY(!StartFixture::find(u"keyPrompt"_s) && StartFixture::counter());
        QTRY_COMPARE(ordersShown(), 1);
        StartFixture::sellOne();
    }

    /// The same journal is opened again: no order is left.
    void aNewKeyLeavesNoOrder()
    {
        Scene scene;
        const StartFixture fixture;
        give(oldKey);
        StartFixture::startCash();
        StartFixture::press(Qt::Key_Escape); // the question for the money
        scene.front.forget(oldKey.toLatin1());
        StartFixture::press(Qt::Key_F5);
        StartFixture::click(u"bannerButton"_s);
        QTRY_VERIFY(StartFixture::find(u"keyPrompt"_s) || StartFixture::find(u"leaveNoButton"_s));
        QVERIFY(!StartFixture::find(u"leaveNoButton"_s));
        give(newKey);
        QTRY_VERIFY(!StartFixture::find(u"keyPrompt"_s) && StartFixture::counter());
        QTRY_COMPARE(ordersShown(), 1);
        StartFixture::click(u"payButton"_s); // for the order that waits for its money
        StartFixture::click(u"confirmPaidButton"_s);
        StartFixture::click(u"confirmPaidYesButton"_s);
        QTRY_VERIFY(StartFixture::isShown(u"nextBuyerButton"_s));
    }

    void anotherPartnerAnswersAllOfASudden()
    {
        Scene scene;
        const StartFixture fixture;
        give(oldKey);
        StartFixture::sellOne();
        StartFixture::press(Qt::Key_Escape);
        const qsizetype before = scene.front.changes();
        scene.front.know(oldKey.toLatin1(), theirs);
        StartFixture::press(Qt::Key_F5);
        QTRY_VERIFY(StartFixture::textOf(u"bannerLabel"_s).startsWith(u"The key belongs to another partner"_s));
        StartFixture::press(Qt::Key_F3);
        QTRY_VERIFY(StartFixture::isShown(u"reserveButton"_s));
        StartFixture::press(Qt::Key_Return);
        QTRY_VERIFY(!StartFixture::isShown(u"startPaymentButton"_s) && StartFixture::find(u"ticketsNotice"_s));
        QCOMPARE(scene.front.changes(), before);
        // And the way out of it.
        StartFixture::click(u"bannerButton"_s);
        QTRY_VERIFY(StartFixture::textOf(u"keyNotice"_s).startsWith(u"This key belongs to another partner."_s));
        give(newKey);
        QTRY_VERIFY(!StartFixture::find(u"keyPrompt"_s));
        StartFixture::sellOne();
    }
};

} // namespace okoshko::test::tst_newkey

OKOSHKO_TEST(tst_newkey, NewKeyTest, QApplication)
#include "tst_newkey.moc"
