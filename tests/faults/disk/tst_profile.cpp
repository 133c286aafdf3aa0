// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/Journals.h"
#include "app/sandbox/SandboxThread.h"
#include "models/journal/Database.h"
#include "models/journal/Schema.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test {

/// The real program on profiles and journals that are not as they should be.
class ProfileTest : public QObject
{
    Q_OBJECT

private:
    struct Run
    {
        int exitCode = -1;
        QString err;
    };

    Run run(const QStringList &arguments) const
    {
        QProcess process;
        process.start(QStringLiteral(OKOSHKO_TOUR), arguments);
        if (!process.waitForFinished(120000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardError())};
    }

    /// A tour of one sale at the sandbox, on the profile of this test.
    Run sell(const QString &language) const
    {
        return run({m_folder->filePath(u"tour"_s), u"--profile"_s, profile(), u"--server"_s, m_server->url().toString(),
                    u"--key-file"_s, m_folder->filePath(u"key"_s), u"--event"_s, u"7c5dc498be9a4f9bfc4fad21"_s,
                    u"--lang"_s, language});
    }

    [[nodiscard]] QString profile() const { return m_folder->filePath(u"profile"_s); }
    [[nodiscard]] QString journal() const
    {
        const QString address = m_server->url().toString();
        return Journal::pathFor(profile(), {address, markOf(address, m_server->key().toLatin1())});
    }

    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server.reset();
        serve(sandbox::Options().key);
    }

    void aProfileThatCannotBeWrittenIsRefused_data()
    {
        QTest::addColumn<QString>("folder");
        // Root may write everywhere, if one believes the permissions; here not even he can.
        QTest::newRow("a folder that takes no file") << u"/proc"_s;
        QTest::newRow("a folder that cannot be made") << u"/proc/okoshko"_s;
        QTest::newRow("below a file") << u"/dev/null/okoshko"_s;
    }

    void aProfileThatCannotBeWrittenIsRefused()
    {
        QFETCH(QString, folder);
        for (const auto &[language, words] :
             {std::pair(u"ru"_s, u"нельзя писать"_s), std::pair(u"en"_s, u"cannot be written"_s)}) {
            const Run refused = run({m_folder->filePath(u"tour"_s), u"--profile"_s, folder, u"--lang"_s, language});
            QCOMPARE(refused.exitCode, 2);
            QVERIFY2(refused.err.contains(folder) && refused.err.contains(words), qPrintable(refused.err));
        }
    }

    void aNewerJournalIsRefusedAndUntouched()
    {
        QVERIFY(sell(u"en"_s).exitCode == 0);
        {
            journal::Database database;
            QVERIFY(database.open(journal()));
            QVERIFY(database.run(u"PRAGMA user_version = %1"_s.arg(journal::currentVersion() + 1)));
        }
        const QByteArray before = bytesOf(journal());
        QVERIFY(!before.isEmpty());
        for (const auto &[language, words] :
             {std::pair(u"ru"_s, u"более новая"_s), std::pair(u"en"_s, u"a newer Okoshko"_s)}) {
            const Run refused = sell(language);
            QCOMPARE(refused.exitCode, 2);
            QVERIFY2(refused.err.contains(words), qPrintable(refused.err));
        }
        QCOMPARE(bytesOf(journal()), before);
    }

    void anotherKeysJournalIsKeptApart()
    {
        QVERIFY(sell(u"en"_s).exitCode == 0);
        const QString first = journal();
        const QByteArray before = bytesOf(first);
        serve(u"5ec7e70f5ec7e70f5ec7e70f5ec7e70f"_s);
        QVERIFY(sell(u"en"_s).exitCode == 0);
        QVERIFY(journal() != first);
        QVERIFY(QFile::exists(journal()));
        QCOMPARE(bytesOf(first), before);
        // And one that was put into its place is refused, not mixed with it.
        QVERIFY(QFile::remove(journal()));
        QVERIFY(QFile::copy(first, journal()));
        const Run refused = sell(u"en"_s);
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.err.contains(u"another server or another partner"), qPrintable(refused.err));
        QCOMPARE(bytesOf(journal()), before);
    }

    void aDamagedJournalIsSetAsideAndSellingGoesOn()
    {
        QVERIFY(QDir().mkpath(profile()));
        const QByteArray garbage(5000, 'x');
        write(journal(), garbage);
        const Run sold = sell(u"en"_s);
        QVERIFY2(sold.exitCode == 0, qPrintable(sold.err));
        const QStringList aside = QDir(profile()).entryList({u"journal-*.damaged-*Z"_s});
        QCOMPARE(aside.size(), 1);
        QCOMPARE(bytesOf(QDir(profile()).filePath(aside.first())), garbage);
    }

private:
    /// From now on; at the same address as before.
    void serve(const QString &key)
    {
        sandbox::Options options;
        options.key = key;
        if (m_server)
            options.port = static_cast<quint16>(m_server->url().port());
        m_server.reset();
        m_server = std::make_unique<sandbox::SandboxThread>(options);
        QSignalSpy started(m_server.get(), &sandbox::SandboxThread::started);
        m_server->start();
        QTRY_COMPARE(started.count(), 1);
        write(m_folder->filePath(u"key"_s), key.toLatin1());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<sandbox::SandboxThread> m_server;
};

} // namespace okoshko::test

QTEST_GUILESS_MAIN(okoshko::test::ProfileTest)
#include "tst_profile.moc"
