// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"
#include "app/profiles/Journals.h"
#include "app/profiles/ProfileLock.h"
#include "app/profiles/Profiles.h"
#include "tests/support/TestProgram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_settingsimport {

namespace {

const QUrl server = QUrl(u"https://api.example.org"_s);
const QByteArray another = R"({"format": "okoshko-settings", "version": 1, "server": "https://other.example.org"})";
const QByteArray none = R"({"format": "okoshko-settings", "version": 1, "urgentFrom": 90})";

} // namespace

/// Into which profile `--import-settings` takes a file over, and into which it does not.
class SettingsImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", m_home->path().toUtf8());
        m_profiles = std::make_unique<Profiles>(userDataFolder());
    }

    void makesTheFirstCounterWhereAServerIsNamed()
    {
        QCOMPARE(importFile(another).exitCode, 0);
        QCOMPARE(m_profiles->all().size(), 1);
        QCOMPARE(m_profiles->all().first().name, u"counter"_s);
        QCOMPARE(m_profiles->all().first().server, QUrl(u"https://other.example.org"_s));
    }

    void isForTrainingWhereNoneIs()
    {
        QCOMPARE(importFile(none).exitCode, 0);
        QVERIFY(m_profiles->all().isEmpty());
        QVERIFY(QFile::exists(m_profiles->trainingFolder() + u"/settings.json"_s));
    }

    void takesTheOnlyProfile()
    {
        const auto only = m_profiles->write({.server = server, .counterName = u"Left"_s});
        QCOMPARE(importFile(none).exitCode, 0);
        QVERIFY(settingsOf(only->folder).contains("\"urgentFrom\": 90"));
        QCOMPARE(m_profiles->read(only->folder).server, server);
    }

    void choosesNoneOfSeveral()
    {
        const auto left = m_profiles->write({.server = server, .counterName = u"Left"_s});
        const auto right = m_profiles->write({.server = server, .counterName = u"Right"_s});
        const QByteArray before = settingsOf(left->folder);
        const Usage refused = importFile(none);
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.words.contains(u"--profile"), qPrintable(refused.words));
        QCOMPARE(settingsOf(left->folder), before);

        QCOMPARE(importFile(none, u"Right"_s).exitCode, 0);
        QCOMPARE(settingsOf(left->folder), before);
        QVERIFY(settingsOf(right->folder).contains("\"urgentFrom\": 90"));
    }

    void takesNothingIntoAProfileThatIsOpen()
    {
        const auto only = m_profiles->write({.server = server, .counterName = u"Left"_s});
        const QByteArray before = settingsOf(only->folder);
        {
            ProfileLock lock(only->folder);
            QCOMPARE(lock.take(), ProfileLock::Taken::Yes);
            const Usage refused = importFile(none);
            QCOMPARE(refused.exitCode, 2);
            QVERIFY2(refused.words.contains(u"open with this profile"), qPrintable(refused.words));
            QCOMPARE(settingsOf(only->folder), before);
        }
        QCOMPARE(importFile(none).exitCode, 0);
    }

    void readsNoPipeAndNoDevice_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("pipe") << QString();
        QTest::newRow("device") << u"/dev/zero"_s;
        QTest::newRow("folder") << u"/"_s;
    }
    void readsNoPipeAndNoDevice()
    {
        QFETCH(QString, path);
        if (path.isEmpty()) {
            path = m_home->filePath(u"pipe"_s);
            QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        }
        Arguments arguments;
        arguments.importSettings = path;
        const Usage refused = importSettings(arguments); // and does not wait for what nobody writes
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.words.contains(u"not an ordinary file"), qPrintable(refused.words));
    }

    void leavesNoSalesBehind()
    {
        const auto only = m_profiles->write({.server = server, .counterName = u"Left"_s});
        const auto keep = [&](const auto &work) { work(**openProfileJournal(only->folder, server, "key", {})); };
        keep([](Journal &) {});
        QCOMPARE(importFile(another).exitCode, 0); // nothing was sold yet
        QCOMPARE(m_profiles->write({.folder = only->folder, .server = server, .counterName = u"Left"_s})->server,
                 server);

        keep([](Journal &journal) { QVERIFY(journal.write({Intent{.id = 1}})); });
        const QByteArray before = settingsOf(only->folder);
        const Usage refused = importFile(another);
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.words.contains(server.toString()), qPrintable(refused.words));
        QCOMPARE(settingsOf(only->folder), before);
        QCOMPARE(importFile(none).exitCode, 0);
    }

private:
    [[nodiscard]] Usage importFile(const QByteArray &content, const QString &profile = {}) const
    {
        Arguments arguments;
        arguments.importSettings = m_home->filePath(u"import.json"_s);
        arguments.profile = profile;
        QFile file(arguments.importSettings);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("the settings cannot be written");
        file.close();
        return importSettings(arguments);
    }

    static QByteArray settingsOf(const QString &folder)
    {
        QFile file(folder + u"/settings.json"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Profiles> m_profiles;
};

} // namespace okoshko::test::tst_settingsimport

OKOSHKO_TEST(tst_settingsimport, SettingsImportTest, QCoreApplication)
#include "tst_settingsimport.moc"
