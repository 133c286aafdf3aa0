// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/Journals.h"
#include "app/profiles/Profiles.h"
#include "app/settings/WindowState.h"
#include "tests/support/TestProgram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_profilefolders {

namespace {

const QUrl server = QUrl(u"https://api.example.org"_s);

} // namespace

/// The folders of profiles, and whose their journals are.
class ProfileFoldersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_profiles = std::make_unique<Profiles>(m_folder->path());
    }

    void noneAtFirst() { QCOMPARE(m_profiles->all(), QList<Profile>()); }

    void writesAndReads()
    {
        const auto written =
            m_profiles->write({.server = server, .environment = Environment::Staging, .counterName = u"Касса № 1"_s});
        QVERIFY(written);
        QCOMPARE(written->server, server);
        QCOMPARE(written->environment, Environment::Staging);
        QCOMPARE(written->counterName, u"Касса № 1"_s);
        QCOMPARE(m_profiles->all(), QList<Profile>{*written});
        QCOMPARE(m_profiles->folderOf(written->name), written->folder);
        QVERIFY(!Profile().isSetUp());
    }

    void twoOfOneName()
    {
        const auto one = m_profiles->write({.server = server, .counterName = u"Box"_s});
        const auto two = m_profiles->write({.server = server, .counterName = u"Box"_s});
        QVERIFY(one && two);
        QVERIFY(one->folder != two->folder && one->keyAccount() != two->keyAccount());
        QCOMPARE(m_profiles->all().size(), 2);
    }

    void theOneThatWasUsedLastIsFirst()
    {
        const auto one = m_profiles->write({.server = server, .counterName = u"A"_s});
        const auto two = m_profiles->write({.server = server, .counterName = u"B"_s});
        QCOMPARE(m_profiles->all(), (QList<Profile>{*one, *two})); // by name where none was
        const auto close = [](const Profile &profile, const QDateTime &when) {
            WindowState(profile.folder).setGeometry("x");
            QFile file(profile.folder + u"/window.ini"_s);
            QVERIFY(file.open(QIODevice::ReadWrite) && file.setFileTime(when, QFileDevice::FileModificationTime));
        };
        const QDateTime morning = QDateTime::currentDateTimeUtc().addSecs(-3600);
        close(*two, morning);
        QCOMPARE(m_profiles->all(), (QList<Profile>{*two, *one}));
        close(*one, morning.addSecs(60));
        QCOMPARE(m_profiles->all(), (QList<Profile>{*one, *two}));
    }

    void names_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : {u"../../etc"_s, u"/absolute"_s, u".hidden"_s, u"a/b\\c:d"_s, u""_s, u"..."_s,
                                    QString(300, u'ы'), u" con "_s, u"%n\n*?"_s})
            QTest::newRow(qPrintable(name.left(12))) << name;
    }
    void names()
    {
        QFETCH(QString, name);
        const auto written = m_profiles->write({.server = server, .counterName = name});
        QVERIFY(written);
        QCOMPARE(QFileInfo(written->folder).absolutePath(), m_folder->filePath(u"profiles"_s));
        QCOMPARE(m_profiles->all().size(), 1);
    }

    void aFolderElsewhere()
    {
        const QTemporaryDir elsewhere;
        QCOMPARE(m_profiles->folderOf(elsewhere.path()), elsewhere.path());
        QVERIFY(!m_profiles->read(elsewhere.path()).isSetUp());
        QCOMPARE(QDir(elsewhere.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries),
                 QStringList()); // only looked
        QVERIFY(m_profiles->write({.folder = elsewhere.path(), .server = server}));
        QVERIFY(m_profiles->read(elsewhere.path()).isSetUp());
        QCOMPARE(m_profiles->all(), QList<Profile>());
    }

    void aBrokenAddressIsNotSetUp()
    {
        const auto written = m_profiles->write({.server = server, .counterName = u"Box"_s});
        QFile settings(written->folder + u"/settings.json"_s);
        for (const char *bytes :
             {"{\"format\": \"okoshko-settings\", \"version\": 1, \"server\": \"http://api.example.org\"}",
              "\xff\xfenonsense", ""}) {
            QVERIFY(settings.open(QIODevice::WriteOnly | QIODevice::Truncate));
            settings.write(bytes);
            settings.close();
            QVERIFY(!m_profiles->read(written->folder).isSetUp());
        }
    }

    void aNewKeyKeepsTheJournal()
    {
        const QString folder = m_folder->path();
        {
            const auto journal = openProfileJournal(folder, server, "one", {});
            QVERIFY(journal && (*journal)->notePartner(u"p"_s));
        }
        const auto journal = openProfileJournal(folder, server, "two", {});
        QVERIFY(journal);
        QCOMPARE(*(*journal)->partner(), u"p"_s);
        QCOMPARE(profileOwner(folder)->account, accountOf(server, "two"));
        QVERIFY(!(*journal)->notePartner(u"q"_s));
    }

    void anotherServerIsKeptApart()
    {
        const QString folder = m_folder->path();
        const QUrl elsewhere(u"https://other.example.org"_s);
        QVERIFY(openProfileJournal(folder, elsewhere, "one", {}));
        QVERIFY((*openProfileJournal(folder, server, "one", {}))
                    ->write({Intent{.id = 1}})); // before the first sale it may move
        const auto other = openProfileJournal(folder, elsewhere, "one", {});
        QVERIFY(!other);
        QCOMPARE(other.error().kind, JournalError::Kind::OtherAccount);
        QCOMPARE(profileOwner(folder)->account, accountOf(server, "one"));
    }

    void theJournalNeverHoldsTheKey()
    {
        const QByteArray key = "5ec7e70f5ec7e70f5ec7e70f5ec7e70f";
        QVERIFY(openProfileJournal(m_folder->path(), server, key, {}));
        QFile file(m_folder->filePath(u"journal.sqlite"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(key));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profiles> m_profiles;
};

} // namespace okoshko::test::tst_profilefolders

OKOSHKO_TEST(tst_profilefolders, ProfileFoldersTest, QCoreApplication)
#include "tst_profilefolders.moc"
