// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Session.h"
#include "app/profiles/Setup.h"
#include "app/settings/Languages.h"
#include "tests/gui/start/StartFixture.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/api/RawPeer.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_whichserver {

/// Two servers that may both be the vendor's, and a person who does not know which.
class WhichServerTest : public QObject
{
    Q_OBJECT

private:
    static constexpr QByteArrayView key{"047bdb8bcee44d3693371920aaf9135c"};

    /// The window of the first start, for these two.
    struct Scene
    {
        Scene(const RawPeer &first, const RawPeer &second, Format::Language language = Format::Language::English)
            : setup(FirstStartWindow::Opens::AtConnection,
                    {{first.url(), Environment::Live},
                     {second.url(), Environment::Live},
                     {QUrl(u"https://staging.example.org"_s), Environment::Staging}},
                    Format(language))
        {
            setup.show();
            StartFixture::fillIn(u"keyEdit"_s, QString::fromLatin1(key));
            StartFixture::fillIn(u"counterNameEdit"_s, u"Box 1"_s);
        }

        Setup setup;
    };

    static QString address() { return qobject_cast<QLineEdit *>(StartFixture::find(u"addressEdit"_s))->text(); }

    static QAbstractButton *chip(const QUrl &server)
    {
        return qobject_cast<QAbstractButton *>(StartFixture::find(u"serverChip-"_s + server.authority()));
    }

    static qsizetype keysIn(const RawPeer &peer)
    {
        return std::ranges::count_if(
            peer.requests(), [](const RawPeer::Request &request) { return request.headers.contains("authorization"); });
    }

    static void answerAsVendor(RawPeer &peer)
    {
        peer.answer(401, "{\"errors\":[\"no key\"]}");
        peer.answer(200, "[]", {"X-Partner: 56810047f06c5a6ac62f4e1d"});
    }

private Q_SLOTS:
    /// Also for one that is named on the command line: its tickets are marked as trials.
    void theVendorsTrialServerIsNeverLive_data()
    {
        using Kind = Session::Plan::Kind;
        using Mode = MainWindow::Mode;
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("server");
        QTest::addColumn<Environment>("said");
        QTest::addColumn<Mode>("mode");
        const QString trial = u"https://stage.freetc.net"_s;
        QTest::newRow("profile") << Kind::Profile << trial << Environment::Live << Mode::Staging;
        QTest::newRow("by hand") << Kind::ByHand << trial << Environment::Live << Mode::Staging;
        QTest::newRow("with a port") << Kind::ByHand << trial + u":443"_s << Environment::Live << Mode::Staging;
        QTest::newRow("live") << Kind::ByHand << u"https://ticketscloud.com"_s << Environment::Live << Mode::Live;
        QTest::newRow("said of another") << Kind::Profile << u"https://x.example.org"_s << Environment::Staging
                                         << Mode::Staging;
        QTest::newRow("training") << Kind::Training << QString() << Environment::Live << Mode::Training;
    }

    void theVendorsTrialServerIsNeverLive()
    {
        QFETCH(Session::Plan::Kind, kind);
        QFETCH(QString, server);
        QFETCH(Environment, said);
        const Session::Plan plan{.kind = kind, .server = QUrl(server), .environment = said};
        QTEST(plan.mode(), "mode");
    }

    void theOneThatAnswersIsProposed_data()
    {
        QTest::addColumn<Format::Language>("language");
        QTest::addColumn<QString>("title");
        QTest::newRow("ru") << Format::Language::Russian << u"Вместо Ticketscloud там отвечает веб-страница."_s;
        QTest::newRow("en") << Format::Language::English << u"A web page answers there instead of Ticketscloud."_s;
    }
    void theOneThatAnswersIsProposed()
    {
        QFETCH(Format::Language, language);
        QFETCH(QString, title);
        m_languages.setLanguage(language);
        RawPeer hotel;
        hotel.answer(200, "<html>Welcome</html>");
        RawPeer vendor;
        vendor.answer(401, "{\"errors\":[\"no key\"]}");
        answerAsVendor(vendor);
        const Scene scene(hotel, vendor, language);
        QCOMPARE(address(), hotel.url().toString()); // the first
        StartFixture::click(u"testButton"_s);
        QTRY_VERIFY(StartFixture::isShown(u"useProposalButton"_s));
        const QString told = StartFixture::textOf(u"connectionNotice"_s);
        QVERIFY2(told.startsWith(title), qPrintable(told));
        QVERIFY2(told.contains(vendor.url().authority()), qPrintable(told));
        QCOMPARE(keysIn(hotel) + keysIn(vendor), 0);

        StartFixture::click(u"useProposalButton"_s);
        QCOMPARE(address(), vendor.url().toString());
        QVERIFY(chip(vendor.url())->isChecked());
        QVERIFY(!StartFixture::find(u"connectionNotice"_s));
        QVERIFY(StartFixture::find(u"testButton"_s)->hasFocus());
        QCOMPARE(keysIn(vendor), 0); // not before the person says so
        StartFixture::press(Qt::Key_Return);
        QTRY_VERIFY(StartFixture::isShown(u"startSellingButton"_s));
        QVERIFY(keysIn(vendor) > 0);
        QCOMPARE(keysIn(hotel), 0);
    }

    void whatEachSaidIsTold()
    {
        m_languages.setLanguage(Format::Language::English);
        RawPeer broken;
        broken.answer(502, "<html>");
        RawPeer hotel;
        hotel.answer(302, {}, {"Location: https://login.example.org/"});
        const Scene scene(broken, hotel);
        StartFixture::click(u"testButton"_s);
        QTRY_VERIFY(StartFixture::isShown(u"connectionNotice"_s));
        const QString told = StartFixture::textOf(u"connectionNotice"_s);
        QVERIFY2(told.contains(u"out of order just now (502)"_s), qPrintable(told));
        QVERIFY2(told.contains(hotel.url().authority() +
                               u": We are sent on to login.example.org instead of getting an answer."_s),
                 qPrintable(told));
        QVERIFY(!StartFixture::find(u"useProposalButton"_s));
        QCOMPARE(keysIn(broken) + keysIn(hotel), 0);
    }

    void theOneInTheFieldStaysWhereBothAnswer()
    {
        m_languages.setLanguage(Format::Language::English);
        RawPeer first;
        RawPeer second;
        answerAsVendor(first);
        answerAsVendor(second);
        const Scene scene(first, second);
        chip(second.url())->click();
        StartFixture::click(u"testButton"_s);
        QTRY_VERIFY(StartFixture::isShown(u"startSellingButton"_s));
        QCOMPARE(address(), second.url().toString());
        QVERIFY(StartFixture::textOf(u"connectionNotice"_s)
                    .contains(first.url().authority() + u" answers as Ticketscloud."_s));
        QCOMPARE(keysIn(first), 0);
    }

    void v10_aSlowServerIsToldAndCanBeLeft()
    {
        m_languages.setLanguage(Format::Language::English);
        const RawPeer silent;
        const RawPeer other;
        const Scene scene(silent, other);
        StartFixture::click(u"testButton"_s);
        QTRY_COMPARE(StartFixture::textOf(u"waitWords"_s), u"Asking the server…"_s);
        QTRY_COMPARE_WITH_TIMEOUT(StartFixture::textOf(u"waitWords"_s), u"The server is slow: it may take a minute."_s,
                                  15000);
        StartFixture::click(u"leaveWaitButton"_s);
        QTRY_COMPARE(silent.openConnections() + other.openConnections(), 0);
        QVERIFY(!StartFixture::find(u"waitWords"_s));
        QVERIFY(StartFixture::isShown(u"testButton"_s));
        QCOMPARE(keysIn(silent) + keysIn(other), 0);
    }

    void theServersOfTodayAreOffered()
    {
        m_languages.setLanguage(Format::Language::English);
        FirstStartWindow window(FirstStartWindow::Opens::AtConnection, vendorServers(),
                                Format(Format::Language::English));
        window.show();
        QVERIFY(chip(QUrl(u"https://ticketscloud.com"_s))->isChecked());
        QVERIFY(chip(QUrl(u"https://stage.freetc.net"_s)));
        // A profile that has the recorded one keeps it.
        const QUrl recorded(u"https://api.ticketscloud.org"_s);
        window.form().setValues({.server = recorded, .counterName = u"Box 1"_s});
        QVERIFY(chip(recorded)->isChecked());
        QCOMPARE(window.form().address(), recorded.toString());
        QCOMPARE(window.form().environment(), Environment::Live);
        // Nor do the defaults lead it elsewhere.
        window.form().setSavedServer(recorded, ConnectionForm::ServerChange::Allowed);
        window.form().setValues({});
        QCOMPARE(window.form().address(), recorded.toString());
    }

private:
    Languages m_languages;
};

} // namespace okoshko::test::tst_whichserver

OKOSHKO_TEST(tst_whichserver, WhichServerTest, QApplication)
#include "tst_whichserver.moc"
