// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/SandboxThread.h"

#include <QDirIterator>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test {

/// The program as a person or a script starts it.
class ProgramTest : public QObject
{
    Q_OBJECT

private:
    struct Run
    {
        int exitCode = -1;
        QString out;
        QString err;
    };

    static Run run(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(OKOSHKO_PROGRAM), arguments);
        if (!process.waitForFinished(120000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
    }

    static QJsonObject report(const QTemporaryDir &dir)
    {
        QFile file(dir.filePath(u"tour.json"_s));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }

    static QString write(const QTemporaryDir &dir, const QString &name, const QByteArray &content)
    {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        return file.fileName();
    }

private Q_SLOTS:
    void saysWhatItIs()
    {
        const Run version = run({u"--version"_s});
        QCOMPARE(version.exitCode, 0);
        QVERIFY(version.out.startsWith(u"okoshko "));
        const Run help = run({u"--help"_s, u"--lang"_s, u"en"_s});
        QCOMPARE(help.exitCode, 0);
        for (const QString &option : {u"--tour"_s, u"--server"_s, u"--key-file"_s, u"--event"_s, u"--set"_s,
                                      u"--system"_s, u"--give-up"_s, u"--wait"_s, u"--profile"_s, u"--log-level"_s, u"--lang"_s})
            QVERIFY2(help.out.contains(option), qPrintable(option));
    }

    void refusesBadArguments_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("russian");
        QTest::addColumn<QString>("english");
        const auto row = [](const char *name, const QStringList &arguments, const QString &ru, const QString &en) {
            QTest::newRow(name) << arguments << ru << en;
        };
        row("option", {u"--nonsense"_s}, u"nonsense"_s, u"nonsense"_s);
        row("word", {u"word"_s}, u"Непонятно: «word»"_s, u"'word' is not understood"_s);
        row("plain http", {u"--server"_s, u"http://example.org"_s, u"--key-file"_s, u"x"_s}, u"не адрес сервера"_s,
            u"no server address"_s);
        row("no scheme", {u"--server"_s, u"example.org"_s, u"--key-file"_s, u"x"_s}, u"не адрес сервера"_s,
            u"no server address"_s);
        row("path", {u"--server"_s, u"https://example.org/v1"_s, u"--key-file"_s, u"x"_s}, u"не адрес сервера"_s,
            u"no server address"_s);
        row("server without key", {u"--server"_s, u"https://example.org"_s}, u"указывают вместе"_s, u"go together"_s);
        row("key file missing", {u"--server"_s, u"http://127.0.0.1:9"_s, u"--key-file"_s, u"/no/such/file"_s},
            u"не читается"_s, u"cannot be read"_s);
        row("key file without key", {u"--server"_s, u"http://127.0.0.1:9"_s, u"--key-file"_s, u"/dev/null"_s},
            u"нет ключа"_s, u"holds no API key"_s);
        row("level", {u"--log-level"_s, u"loud"_s}, u"Подробность «loud»"_s, u"log level 'loud'"_s);
        row("wait", {u"--tour"_s, u"x"_s, u"--wait"_s, u"soon"_s}, u"число секунд"_s, u"number of seconds"_s);
        row("size", {u"--tour"_s, u"x"_s, u"--size"_s, u"big"_s}, u"Размер «big»"_s, u"size 'big'"_s);
        row("profile", {u"--tour"_s, u"x"_s, u"--profile"_s, u"/dev/null/profile"_s}, u"нельзя писать"_s,
            u"cannot be written"_s);
    }

    void refusesBadArguments()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, russian);
        QFETCH(QString, english);
        for (const auto &[language, words] : {std::pair(u"ru"_s, russian), std::pair(u"en"_s, english)}) {
            const Run refused = run(QStringList{u"--lang"_s, language} + arguments);
            QCOMPARE(refused.exitCode, 2);
            QVERIFY2(refused.err.contains(words), qPrintable(refused.err));
        }
    }

    void toursInBothLanguages_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("ru") << u"ru"_s;
        QTest::newRow("en") << u"en"_s;
    }

    void toursInBothLanguages()
    {
        QFETCH(QString, language);
        QTemporaryDir dir;
        const Run tour =
            run({u"--tour"_s, dir.path(), u"--lang"_s, language, u"--event"_s, u"56a6253df06c5a059a93802e"_s});
        QVERIFY2(tour.exitCode == 0, qPrintable(tour.err));
        const QJsonObject told = report(dir);
        QCOMPARE(told.value(u"result").toString(), u"done"_s);
        QCOMPARE(told.value(u"sum").toString(), u"100.00"_s);
        QCOMPARE(told.value(u"order").toString().size(), 24);
        QVERIFY(told.value(u"number").toInteger() > 0);
        QStringList statuses;
        for (const QJsonValue &status : told.value(u"statuses").toArray()) {
            statuses << status[u"status"].toString();
            QVERIFY(!status[u"at"].toString().isEmpty());
        }
        QCOMPARE(statuses, (QStringList{u"executed"_s, u"in_progress"_s, u"done"_s}));
        const QJsonArray pictures = told.value(u"pictures").toArray();
        QVERIFY(pictures.size() >= 8);
        for (const QJsonValue &picture : pictures)
            QCOMPARE(QImage(dir.filePath(picture.toString())).size(), QSize(1280, 800));
    }

    void collectsWhereThereIsNoPage()
    {
        QTemporaryDir dir;
        const Run tour = run({u"--tour"_s, dir.path(), u"--event"_s, u"7c5dc498be9a4f9bfc4fad21"_s});
        QVERIFY2(tour.exitCode == 0, qPrintable(tour.err));
        QVERIFY(!report(dir).contains(u"redirect_url"));
    }

    void givesUpWhereItIsTold()
    {
        QTemporaryDir dir;
        const Run tour =
            run({u"--tour"_s, dir.path(), u"--event"_s, u"56a6253df06c5a059a93802e"_s, u"--give-up"_s});
        QVERIFY2(tour.exitCode == 0, qPrintable(tour.err));
        QStringList statuses;
        for (const QJsonValue &status : report(dir).value(u"statuses").toArray())
            statuses << status[u"status"].toString();
        QCOMPARE(statuses, (QStringList{u"executed"_s, u"in_progress"_s, u"canceled"_s}));
    }

    void isAPlainClientOfAGivenServer()
    {
        sandbox::SandboxThread server({});
        QSignalSpy started(&server, &sandbox::SandboxThread::started);
        server.start();
        QTRY_COMPARE(started.count(), 1);
        QTemporaryDir dir;
        const QString keyFile = write(dir, u"key"_s, "  key " + server.key().toLatin1() + "\n");
        const Run tour = run({u"--tour"_s, dir.path(), u"--server"_s, server.url().toString(), u"--key-file"_s, keyFile,
                              u"--event"_s, u"7c5dc498be9a4f9bfc4fad21"_s, u"--set"_s, u"f30ce6d791b9de451b931a4d"_s,
                              u"--system"_s, u"api/BASE"_s, u"--wait"_s, u"60"_s});
        QVERIFY2(tour.exitCode == 0, qPrintable(tour.err));
        QCOMPARE(report(dir).value(u"sum").toString(), u"1650.00"_s);
    }

    void failsWhereNobodyPays()
    {
        sandbox::SandboxThread server({});
        QSignalSpy started(&server, &sandbox::SandboxThread::started);
        server.start();
        QTRY_COMPARE(started.count(), 1);
        QTemporaryDir dir;
        const QString keyFile = write(dir, u"key"_s, server.key().toLatin1());
        const Run tour = run({u"--tour"_s, dir.path(), u"--server"_s, server.url().toString(), u"--key-file"_s, keyFile,
                              u"--event"_s, u"56a6253df06c5a059a93802e"_s, u"--wait"_s, u"2"_s});
        QCOMPARE(tour.exitCode, 1);
        QCOMPARE(report(dir).value(u"result").toString(), u"failed"_s);
    }

    void theKeyIsWrittenNowhere()
    {
        const QByteArray key = "5eC7e70f5eC7e70f5eC7e70f5eC7e70f";
        sandbox::Options options;
        options.key = QString::fromLatin1(key);
        sandbox::SandboxThread server(options);
        QSignalSpy started(&server, &sandbox::SandboxThread::started);
        server.start();
        QTRY_COMPARE(started.count(), 1);
        QTemporaryDir keyDir;
        QTemporaryDir dir;
        const QString keyFile = write(keyDir, u"key"_s, key);
        const Run tour = run({u"--tour"_s, dir.path(), u"--server"_s, server.url().toString(), u"--key-file"_s, keyFile,
                              u"--event"_s, u"7c5dc498be9a4f9bfc4fad21"_s, u"--log-level"_s, u"debug"_s});
        QCOMPARE(tour.exitCode, 0);
        QVERIFY(!tour.out.contains(QString::fromLatin1(key)) && !tour.err.contains(QString::fromLatin1(key)));
        int files = 0;
        for (QDirIterator it(dir.path(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(key), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files > 8);
    }
};

} // namespace okoshko::test

QTEST_MAIN(okoshko::test::ProgramTest)
#include "tst_program.moc"
