// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/SandboxThread.h"
#include "tests/support/TestProgram.h"

#include <QDirIterator>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <memory>
#include <tuple>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_program {

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

    static Run end(QProcess &process)
    {
        if (process.state() != QProcess::NotRunning && !process.waitForFinished(120000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
    }
    static Run run(const QStringList &arguments, const QString &program = QStringLiteral(OKOSHKO_PROGRAM))
    {
        QProcess process;
        process.start(program, arguments);
        return end(process);
    }
    static Run runTour(const QStringList &arguments) { return run(arguments, QStringLiteral(OKOSHKO_TOUR)); }

    /// A tour, begun before the tests: all of them run side by side, for most of their time is waiting.
    struct Tour
    {
        QTemporaryDir dir;
        QProcess process;

        Tour(const QStringList &arguments, const QMap<QString, QString> &environment)
        {
            QProcessEnvironment its = QProcessEnvironment::systemEnvironment();
            for (auto variable = environment.cbegin(); variable != environment.cend(); ++variable)
                its.insert(variable.key(), variable.value());
            process.setProcessEnvironment(its);
            process.start(QStringLiteral(OKOSHKO_TOUR), QStringList{dir.path()} + arguments);
        }
    };
    void begin(const QString &name, const QStringList &arguments, const QMap<QString, QString> &environment = {})
    {
        m_tours[name] = std::make_unique<Tour>(arguments, environment);
    }
    std::map<QString, std::unique_ptr<Tour>> m_tours;
    std::unique_ptr<sandbox::SandboxThread> m_server; ///< of those that are given one
    QTemporaryDir m_keyDir;

    static QJsonObject report(const QTemporaryDir &dir)
    {
        QFile file(dir.filePath(u"tour.json"_s));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }

    /// What the printer got as \a file, as text without blanks: of numbers, and of lines that are broken.
    static QString textOf(const QTemporaryDir &dir, const QJsonValue &file)
    {
        QProcess reader;
        reader.start(u"pdftotext"_s, {u"-layout"_s, dir.filePath(file.toString()), u"-"_s});
        const QString text = end(reader).out;
        return QString(text).remove(QRegularExpression(u"\\s"_s));
    }

    static QStringList statusesOf(const QJsonObject &sale)
    {
        QStringList statuses;
        for (const QJsonValue &status : sale.value(u"statuses").toArray()) {
            [&] { QVERIFY(!status[u"at"].toString().isEmpty()); }();
            statuses << status[u"status"].toString();
        }
        return statuses;
    }

    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QString write(const QTemporaryDir &dir, const QString &name, const QByteArray &content)
    {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        return file.fileName();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<sandbox::SandboxThread>(sandbox::Options());
        QSignalSpy started(m_server.get(), &sandbox::SandboxThread::started);
        m_server->start();
        QTRY_COMPARE(started.count(), 1);
        const QString keyFile = write(m_keyDir, u"key"_s, "\xef\xbb\xbf  key " + m_server->key().toLatin1() + "\n");
        const QStringList given{u"--server"_s, m_server->url().toString(), u"--key-file"_s, keyFile};
        const QStringList onPage{u"--event"_s, u"56a6253df06c5a059a93802e"_s};
        const QStringList forCash{u"--event"_s, u"7c5dc498be9a4f9bfc4fad21"_s};
        for (const QString &language : {u"ru"_s, u"en"_s})
            begin(language, QStringList{u"--lang"_s, language});
        begin(u"named"_s, onPage);
        // A cupsd that does not start.
        const QString cupsd = write(m_keyDir, u"cupsd"_s, "#!/bin/sh\nexit 1\n");
        QVERIFY(QFile::setPermissions(cupsd, QFile::ReadOwner | QFile::ExeOwner));
        begin(u"no print service"_s, forCash, {{u"PATH"_s, m_keyDir.path() + u':' + qEnvironmentVariable("PATH")}});
        begin(u"collects"_s, forCash);
        begin(u"gives up"_s, onPage + QStringList{u"--give-up"_s});
        begin(u"given server"_s, given + forCash +
                                     QStringList{u"--set"_s, u"f30ce6d791b9de451b931a4d"_s, u"--system"_s,
                                                 u"api/BASE"_s, u"--wait"_s, u"60"_s});
        begin(u"nobody pays"_s, given + onPage + QStringList{u"--wait"_s, u"2"_s});
    }

    void cleanupTestCase() { m_tours.clear(); }

    void saysWhatItIs()
    {
        const Run version = run({u"--version"_s});
        QCOMPARE(version.exitCode, 0);
        QVERIFY(version.out.startsWith(u"okoshko "));
        const Run help = run({u"--help"_s, u"--lang"_s, u"en"_s});
        QCOMPARE(help.exitCode, 0);
        for (const QString &option : {u"--server"_s, u"--key-file"_s, u"--training"_s, u"--vendor"_s, u"--profile"_s,
                                      u"--log-level"_s, u"--lang"_s, u"--import-settings"_s})
            QVERIFY2(help.out.contains(option), qPrintable(option));
        const Run ofTour = runTour({u"--help"_s, u"--lang"_s, u"en"_s});
        QCOMPARE(ofTour.exitCode, 0);
        for (const QString &option :
             {u"DIR"_s, u"--server"_s, u"--key-file"_s, u"--event"_s, u"--set"_s, u"--system"_s, u"--give-up"_s,
              u"--wait"_s, u"--size"_s, u"--theme"_s, u"--vendor"_s, u"--profile"_s, u"--log-level"_s, u"--lang"_s})
            QVERIFY2(ofTour.out.contains(option), qPrintable(option));
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
            u"is not a valid server address"_s);
        row("no scheme", {u"--server"_s, u"example.org"_s, u"--key-file"_s, u"x"_s}, u"не адрес сервера"_s,
            u"is not a valid server address"_s);
        row("path", {u"--server"_s, u"https://example.org/v1"_s, u"--key-file"_s, u"x"_s}, u"не адрес сервера"_s,
            u"is not a valid server address"_s);
        row("server without key", {u"--server"_s, u"https://example.org"_s}, u"указывают вместе"_s, u"go together"_s);
        row("key file missing", {u"--server"_s, u"http://127.0.0.1:9"_s, u"--key-file"_s, u"/no/such/file"_s},
            u"не читается"_s, u"cannot be read"_s);
        row("key file without key", {u"--server"_s, u"http://127.0.0.1:9"_s, u"--key-file"_s, u"/dev/null"_s},
            u"нет ключа"_s, u"holds no API key"_s);
        row("training at a server", {u"--training"_s, u"--server"_s, u"https://example.org"_s, u"--key-file"_s, u"x"_s},
            u"вместе не бывают"_s, u"exclude each other"_s);
        row("vendor", {u"--training"_s, u"--vendor"_s, u"kind"_s}, u"Поставщик «kind»"_s, u"vendor 'kind'"_s);
        row("vendor at a server",
            {u"--vendor"_s, u"real"_s, u"--server"_s, u"https://example.org"_s, u"--key-file"_s, u"x"_s},
            u"вместе не бывают"_s, u"exclude each other"_s);
        row("level", {u"--log-level"_s, u"loud"_s}, u"Подробность «loud»"_s, u"log level 'loud'"_s);
    }

    void theTourRefusesBadArguments()
    {
        const std::tuple<QStringList, QString, QString> rows[]{
            {{}, u"одной папки"_s, u"name of one folder"_s},
            {{u"x"_s, u"y"_s}, u"одной папки"_s, u"name of one folder"_s},
            {{u"x"_s, u"--wait"_s, u"soon"_s}, u"число секунд"_s, u"number of seconds"_s},
            {{u"x"_s, u"--size"_s, u"big"_s}, u"Размер «big»"_s, u"size 'big'"_s},
            {{u"x"_s, u"--profile"_s, u"/dev/null/profile"_s}, u"нельзя писать"_s, u"cannot be written"_s}};
        for (const auto &[arguments, russian, english] : rows) {
            for (const auto &[language, words] : {std::pair(u"ru"_s, russian), std::pair(u"en"_s, english)}) {
                const Run refused = runTour(QStringList{u"--lang"_s, language} + arguments);
                QCOMPARE(refused.exitCode, 2);
                QVERIFY2(refused.err.contains(words), qPrintable(refused.err));
            }
        }
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

    void importsSettingsThatAreRight()
    {
        QTemporaryDir dir;
        const QString file = write(dir, u"settings"_s, R"({
"format": "okoshko-settings", "version": 1,
"counterName": "Left", "urgentFrom": 90
})");
        const QStringList arguments{
            u"--lang"_s, u"en"_s, u"--profile"_s, dir.filePath(u"profile"_s), u"--import-settings"_s, file};
        const Run good = run(arguments);
        QVERIFY2(good.exitCode == 0, qPrintable(good.err));
        QVERIFY2(good.out.contains(u"were taken over"), qPrintable(good.out));
        QFile kept(dir.filePath(u"profile/settings.json"_s));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        const QJsonObject settings = QJsonDocument::fromJson(kept.readAll()).object();
        QCOMPARE(settings.value(u"counterName"_s).toString(), u"Left"_s);
        QCOMPARE(settings.value(u"urgentFrom"_s).toInt(), 90);
        QCOMPARE(settings.value(u"textSize"_s).toInt(), 100); // what the file does not name is as it was
    }

    void refusesSettingsAndSaysEachMistake()
    {
        QTemporaryDir dir;
        const QString file = write(dir, u"settings"_s, R"({
"format": "okoshko-settings",
"version": 1,
"textSize": 5,
"server": "example.org",
"apiKey": "x"
})");
        for (const auto &[language, words] :
             {std::pair(u"ru"_s,
                        QStringList{u"строка 4, textSize: "_s, u"строка 5, server: "_s, u"строка 6, apiKey: "_s}),
              std::pair(u"en"_s, QStringList{u"line 4, textSize: "_s, u"line 5, server: "_s, u"line 6, apiKey: "_s})}) {
            const Run refused =
                run({u"--lang"_s, language, u"--profile"_s, dir.filePath(u"profile"_s), u"--import-settings"_s, file});
            QCOMPARE(refused.exitCode, 2);
            for (const QString &part : words)
                QVERIFY2(refused.err.contains(part), qPrintable(refused.err));
            QVERIFY(!QFile::exists(dir.filePath(u"profile/settings.json"_s)));
        }
        const Run missing = run({u"--lang"_s, u"en"_s, u"--profile"_s, dir.filePath(u"profile"_s),
                                 u"--import-settings"_s, u"/no/such/file"_s});
        QCOMPARE(missing.exitCode, 2);
        QVERIFY2(missing.err.contains(u"cannot be read"), qPrintable(missing.err));
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
        const QTemporaryDir &dir = m_tours.at(language)->dir;
        const Run tour = end(m_tours.at(language)->process);
        QVERIFY2(tour.exitCode == 0, qPrintable(tour.err));
        const QJsonObject told = report(dir);
        QCOMPARE(told.value(u"result").toString(), u"done"_s);
        const QJsonArray sales = told.value(u"sales").toArray();
        QCOMPARE(sales.size(), 2);
        QVERIFY(sales.at(0)[u"order"] != sales.at(1)[u"order"]);
        QVERIFY(!sales.at(0).toObject().contains(u"redirect_url"));
        QVERIFY(sales.at(1).toObject().contains(u"redirect_url"));
        for (const QJsonValue &sale : sales)
            QCOMPARE(statusesOf(sale.toObject()), (QStringList{u"executed"_s, u"in_progress"_s, u"done"_s}));
        const QJsonObject first = sales.at(0).toObject();
        for (const QString &field : first.keys()) // who knows of one sale finds the first where it always stood
            QCOMPARE(told.value(field), first.value(field));
        const QJsonArray pictures = told.value(u"pictures").toArray();
        QVERIFY(pictures.size() >= 36);
        for (const QJsonValue &picture : pictures)
            QCOMPARE(QImage(dir.filePath(picture.toString())).size(), QSize(1280, 800));
    }

    /// Both sales are on paper, each ticket once: read back from what the printers got.
    void printsWhatItSells_data() { toursInBothLanguages_data(); }
    void printsWhatItSells()
    {
        QFETCH(QString, language);
        const QTemporaryDir &dir = m_tours.at(language)->dir;
        end(m_tours.at(language)->process);
        const QJsonObject told = report(dir);
        QVERIFY(!told.contains(u"not_printed"_s));
        const QJsonArray sales = told.value(u"sales").toArray();
        const QJsonArray printed = told.value(u"printed").toArray();
        QCOMPARE(sales.size(), 2);
        QCOMPARE(printed.size(), 4);
        const QString titles[]{u"Северныйветер"_s, u"Вечерзаписанныхзаказов"_s};
        for (qsizetype at = 0; at < sales.size(); ++at) {
            const QJsonValue sale = sales.at(at);
            QStringList kinds;
            for (const QJsonValue &document : printed) {
                if (document[u"order"_s] != sale[u"order"_s])
                    continue;
                const QString kind = document[u"kind"_s].toString();
                const QString text = textOf(dir, document[u"file"_s]);
                kinds << kind;
                QVERIFY2(text.contains(titles[at]), qPrintable(text));
                QVERIFY2(text.contains(QString::number(sale[u"number"_s].toInteger())), qPrintable(text));
                const QString figures = QString(text).remove(u'.').remove(u','); // of "1 650,00" and "1,650.00"
                QVERIFY2(figures.contains(sale[u"sum"_s].toString().remove(u'.')), qPrintable(text));
                for (const QString &wrong : {u"ДУБЛИКАТ"_s, u"ИННИНН"_s, u"INNINN"_s})
                    QVERIFY2(!text.contains(wrong), qPrintable(text));
                QCOMPARE(text.contains(language == u"ru" ? u"БИЛЕТСерия"_s : u"TICKETSeries"_s), kind == u"tickets"_s);
                QCOMPARE(document[u"queue"_s].toString(), kind == u"tickets"_s ? u"a4"_s : u"roll"_s);
            }
            QCOMPARE(QSet<QString>(kinds.cbegin(), kinds.cend()), (QSet<QString>{u"tickets"_s, u"receipt"_s}));
            QCOMPARE(kinds.size(), 2);
        }
    }

    void saysThatNothingIsPrintedWithoutAPrintService()
    {
        Tour &begun = *m_tours.at(u"no print service"_s);
        const Run tour = end(begun.process);
        QVERIFY2(tour.exitCode == 0, qPrintable(tour.err));
        QVERIFY(report(begun.dir).value(u"not_printed"_s).toString().contains(u"cupsd"_s));
        QVERIFY(report(begun.dir).value(u"printed"_s).toArray().isEmpty());
    }

    void sellsTheOneTicketThatIsNamed()
    {
        Tour &begun = *m_tours.at(u"named"_s);
        const Run tour = end(begun.process);
        QVERIFY2(tour.exitCode == 0, qPrintable(tour.err));
        const QJsonObject told = report(begun.dir);
        QCOMPARE(told.value(u"sales").toArray().size(), 1);
        QCOMPARE(told.value(u"sum").toString(), u"100.00"_s);
        QCOMPARE(told.value(u"system").toString(), u"api/BASE"_s);
        QCOMPARE(told.value(u"order").toString().size(), 24);
        QVERIFY(told.value(u"number").toInteger() > 0);
        QVERIFY(told.contains(u"redirect_url"_s));
        QCOMPARE(statusesOf(told), (QStringList{u"executed"_s, u"in_progress"_s, u"done"_s}));
    }

    void collectsWhereThereIsNoPage()
    {
        Tour &begun = *m_tours.at(u"collects"_s);
        const Run tour = end(begun.process);
        QVERIFY2(tour.exitCode == 0, qPrintable(tour.err));
        QVERIFY(!report(begun.dir).contains(u"redirect_url"));
        QCOMPARE(report(begun.dir).value(u"sales").toArray().size(), 1);
    }

    void givesUpWhereItIsTold()
    {
        Tour &begun = *m_tours.at(u"gives up"_s);
        const Run tour = end(begun.process);
        QVERIFY2(tour.exitCode == 0, qPrintable(tour.err));
        QCOMPARE(statusesOf(report(begun.dir)), (QStringList{u"executed"_s, u"in_progress"_s, u"canceled"_s}));
    }

    void isAPlainClientOfAGivenServer()
    {
        Tour &begun = *m_tours.at(u"given server"_s);
        const Run tour = end(begun.process);
        QVERIFY2(tour.exitCode == 0, qPrintable(tour.err));
        QCOMPARE(report(begun.dir).value(u"sum").toString(), u"1650.00"_s);
        QCOMPARE(report(begun.dir).value(u"sales").toArray().size(), 1); // nothing that was not named
    }

    void failsWhereNobodyPays()
    {
        Tour &begun = *m_tours.at(u"nobody pays"_s);
        const Run tour = end(begun.process);
        QCOMPARE(tour.exitCode, 1);
        QCOMPARE(report(begun.dir).value(u"result").toString(), u"failed"_s);
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
        QProcess tour;
        tour.start(QStringLiteral(OKOSHKO_TOUR),
                   {dir.path(), u"--server"_s, server.url().toString(), u"--key-file"_s, keyFile, u"--event"_s,
                    u"7c5dc498be9a4f9bfc4fad21"_s, u"--log-level"_s, u"debug"_s});
        QVERIFY(tour.waitForStarted());
        QStringList seen; // of its files as they are while it sells, its journal's -wal among them
        const auto look = [&] {
            for (const char *name : {"cmdline", "environ", "comm"})
                QVERIFY2(!bytesOf(u"/proc/%1/"_s.arg(tour.processId()) + QString::fromLatin1(name)).contains(key),
                         name);
            for (QDirIterator it(dir.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
                const QString file = it.next();
                QVERIFY2(!bytesOf(file).contains(key), qPrintable(file));
                if (!seen.contains(file))
                    seen << file;
            }
        };
        QTRY_VERIFY_WITH_TIMEOUT((look(), tour.state() == QProcess::NotRunning), 120000);
        look();
        QCOMPARE(tour.exitCode(), 0);
        QVERIFY(!tour.readAllStandardOutput().contains(key) && !tour.readAllStandardError().contains(key));
        QVERIFY(seen.size() > 10);
        // The journal and the copy of the events are databases.
        const std::pair<QString, int> expected[]{
            {u"okoshko.log"_s, 1}, {u".sqlite"_s, 2}, {u".sqlite-wal"_s, 2}, {u"tour.json"_s, 1}};
        for (const auto &[ending, count] : expected) {
            const auto ends = [&end = ending](const QString &file) { return file.endsWith(end); };
            QVERIFY2(std::count_if(seen.cbegin(), seen.cend(), ends) == count, qPrintable(ending));
        }
    }

    void saysThatItCannotShowRussian()
    {
        QTemporaryDir dir;
        const QString fonts =
            write(dir, u"fonts.conf"_s, "<?xml version=\"1.0\"?><fontconfig><dir>/no/such/folder</dir></fontconfig>");
        QProcess tour;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"FONTCONFIG_FILE"_s, fonts);
        tour.setProcessEnvironment(environment);
        tour.start(QStringLiteral(OKOSHKO_TOUR), {dir.filePath(u"tour"_s), u"--lang"_s, u"ru"_s});
        const Run run = end(tour);
        QVERIFY2(run.err.contains(u"No font of this computer has Cyrillic letters"), qPrintable(run.err));
        QCOMPARE(run.exitCode, 0); // it sells all the same
    }

    void noCoreDumpHoldsAnything()
    {
        QTemporaryDir dir;
        QProcess program;
        program.start(QStringLiteral(OKOSHKO_PROGRAM), {u"--training"_s, u"--profile"_s, dir.path()});
        QVERIFY(program.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(dir.filePath(u"training.sqlite"_s)), 30000);
        const QByteArray limits = bytesOf(u"/proc/%1/limits"_s.arg(program.processId()));
        static const QRegularExpression none(u"Max core file size +0 +0 "_s);
        QVERIFY2(none.match(QString::fromLatin1(limits)).hasMatch(), limits.constData());
        program.kill();
        QVERIFY(program.waitForFinished());
    }

    void aProfileThatSellsElsewhereIsNotMixedUp()
    {
        QTemporaryDir dir;
        QTemporaryDir pictures;
        write(dir, u"settings.json"_s,
              "{\"format\": \"okoshko-settings\", \"version\": 1, \"server\": \"https://api.example.org\"}");
        const QString keyFile = write(pictures, u"key"_s, "5eC7e70f5eC7e70f5eC7e70f5eC7e70f");
        const Run training = runTour({pictures.path(), u"--profile"_s, dir.path(), u"--lang"_s, u"en"_s});
        QCOMPARE(training.exitCode, 2);
        QVERIFY2(training.err.contains(u"is a real counter"_s), qPrintable(training.err));
        const Run byHand = run({u"--server"_s, u"http://127.0.0.1:9"_s, u"--key-file"_s, keyFile, u"--profile"_s,
                                dir.path(), u"--lang"_s, u"en"_s});
        QCOMPARE(byHand.exitCode, 2);
        QVERIFY2(byHand.err.contains(u"has a server of its own"_s), qPrintable(byHand.err));
    }
};

} // namespace okoshko::test::tst_program

OKOSHKO_TEST(tst_program, ProgramTest, QApplication)
#include "tst_program.moc"
