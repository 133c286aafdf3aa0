// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/scenarios/Scenario.h"
#include "tests/support/TestProgram.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
using namespace Qt::StringLiterals;

namespace okoshko::test::tst_sandbox_program {

using namespace okoshko::sandbox;

/// The executable, from outside.
class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstLineIsTheAddress();
    void helpAndVersion_data();
    void helpAndVersion();
    void badStarts_data();
    void badStarts();
    void unknownScenarioShowsTheList();
    void scenarioList();
    void scenariosFromTheStart();
    void controlDoor();
    void realVendor();
    void brokenCatalogue();
    void portInUse();

private:
    /// Runs it to its end.
    static void run(QProcess &process, const QStringList &arguments);
};

void TestProgram::run(QProcess &process, const QStringList &arguments)
{
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(QStringLiteral(OKOSHKO_SANDBOX), arguments);
    QVERIFY(!finished.isEmpty() || finished.wait());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
}

void TestProgram::firstLineIsTheAddress()
{
    QProcess process;
    process.start(QStringLiteral(OKOSHKO_SANDBOX), {u"--seed"_s, u"1"_s});
    QTRY_VERIFY(process.canReadLine());
    const QString line = QString::fromLatin1(process.readLine()).trimmed();
    static const QRegularExpression shape(u"\\Ahttp://127\\.0\\.0\\.1:\\d+\\z"_s);
    QVERIFY2(shape.match(line).hasMatch(), qPrintable(line));
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(line + u"/v1/services/simple/events"_s));
    request.setRawHeader("Authorization", "key 047bdb8bcee44d3693371920aaf9135c");
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    process.kill();
    QTRY_COMPARE(process.state(), QProcess::NotRunning);
}

void TestProgram::helpAndVersion_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("help") << u"--help"_s << QByteArray("--clock-skew");
    QTest::newRow("version") << u"--version"_s << QByteArray("okoshko-sandbox ");
}

void TestProgram::helpAndVersion()
{
    QFETCH(const QString, option);
    QFETCH(const QByteArray, said);
    QProcess process;
    run(process, {option});
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().contains(said));
}

void TestProgram::badStarts_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *arguments, const char *said) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments) << QByteArray(said);
    };
    row("--colour red", "colour");
    row("--port 65536", "--port must be");
    row("--port http", "--port must be");
    row("--hold 0", "--hold must be");
    row("--hold 1.5", "--hold must be");
    row("--latency -1", "--latency must be");
    row("--clock-skew soon", "--clock-skew must be");
    row("--seed x", "--seed must be");
    row("--port", "port");
    row("stray", "stray");
    row("--scenario sold-out@start", "create");
    row("--scenario 500@lunch", "lunch");
    row("--vendor kind", "--vendor must be");
    row("--events 50001", "--events must be");
    row("--catalogue /nonexistent/file.json", "/nonexistent/file.json");
}

void TestProgram::badStarts()
{
    QFETCH(const QString, arguments);
    QFETCH(const QByteArray, said);
    QProcess process;
    run(process, arguments.split(u' '));
    QCOMPARE(process.exitCode(), 2);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
    const QByteArray error = process.readAllStandardError();
    QVERIFY2(error.contains(said), error.constData());
    QCOMPARE(error.count('\n'), 1);
}

void TestProgram::unknownScenarioShowsTheList()
{
    QProcess process;
    run(process, {u"--scenario"_s, u"flood"_s});
    QCOMPARE(process.exitCode(), 2);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.startsWith("okoshko-sandbox: there is no scenario \"flood\"."), said.constData());
    for (const Scenario &row : scenarioTable())
        QVERIFY2(said.contains(QString(row.name).toLatin1()), row.name.data());
}

void TestProgram::scenarioList()
{
    QProcess process;
    run(process, {u"--scenario"_s, u"list"_s});
    QCOMPARE(process.exitCode(), 0);
    const QString said = QString::fromUtf8(process.readAllStandardOutput());
    for (const Scenario &row : scenarioTable()) {
        static const QString line = u"\n  %1 +%2\n"_s;
        const QRegularExpression shape(
            line.arg(QRegularExpression::escape(row.name), QRegularExpression::escape(row.english.title.toString())));
        QVERIFY2(shape.match(said).hasMatch(), row.name.data());
    }
}

void TestProgram::scenariosFromTheStart()
{
    QProcess process;
    process.start(QStringLiteral(OKOSHKO_SANDBOX), {u"--scenario"_s, u"403@events"_s, u"--scenario"_s, u"500@read"_s});
    QTRY_VERIFY(process.canReadLine());
    const QString address = QString::fromLatin1(process.readLine()).trimmed();
    const std::pair<const char *, int> wanted[]{{"/v1/services/simple/events", 403},
                                                {"/v1/resources/orders", 500},
                                                {"/v1/resources/orders", 200},
                                                {"/v1/services/simple/events", 403}};
    QNetworkAccessManager network;
    for (const auto &[path, status] : wanted) {
        QNetworkRequest request(QUrl(address + QString::fromLatin1(path)));
        request.setRawHeader("Authorization", "key 047bdb8bcee44d3693371920aaf9135c");
        const std::unique_ptr<QNetworkReply> reply(network.get(request));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), status);
    }
    process.kill();
    QTRY_COMPARE(process.state(), QProcess::NotRunning);
}

void TestProgram::controlDoor()
{
    QProcess process;
    process.start(QStringLiteral(OKOSHKO_SANDBOX), {u"--control"_s});
    QTRY_VERIFY(process.canReadLine());
    process.readLine();
    QTRY_VERIFY(process.canReadLine());
    const QString address = QString::fromLatin1(process.readLine()).trimmed();
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(QUrl(address + u"/scenarios"_s))));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    process.kill();
    QTRY_COMPARE(process.state(), QProcess::NotRunning);
}

void TestProgram::realVendor()
{
    QProcess process;
    process.start(QStringLiteral(OKOSHKO_SANDBOX), {u"--vendor"_s, u"real"_s, u"--events"_s, u"40"_s, u"--control"_s});
    QTRY_VERIFY(process.canReadLine());
    const QString address = QString::fromLatin1(process.readLine()).trimmed();
    QTRY_VERIFY(process.canReadLine());
    const QString control = QString::fromLatin1(process.readLine()).trimmed();
    QNetworkAccessManager network;
    const auto get = [&network](const QString &url) {
        QNetworkRequest request{QUrl(url)};
        request.setRawHeader("Authorization", "key 047bdb8bcee44d3693371920aaf9135c");
        const std::unique_ptr<QNetworkReply> reply(network.get(request));
        [&] { QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 60000); }();
        return QJsonDocument::fromJson(reply->readAll()).array();
    };
    for (const QJsonValue &scenario : get(control + u"/scenarios"_s)) {
        const Scenario *row = findScenario(scenario[u"name"_s].toString());
        QCOMPARE(scenario[u"armed"_s].isObject(), row->ofRealVendor == OfRealVendor::Yes);
    }
    const QJsonArray events = get(address + u"/v1/services/simple/events?page=1&page_size=100"_s);
    QCOMPARE(events.size(), 32 + 7); // of a short page, and the holes in it
    process.kill();
    QTRY_COMPARE(process.state(), QProcess::NotRunning);
}

void TestProgram::brokenCatalogue()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"broken.json"_s);
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"partner": "56810047f06c5a6ac62f4e1d",
"organisers": [
  {"id": "56810047f06c5a6ac62f4e1d"}]})");
    file.close();
    QProcess process;
    run(process, {u"--catalogue"_s, name});
    QCOMPARE(process.exitCode(), 2);
    const QByteArray error = process.readAllStandardError();
    QVERIFY2(error.contains(name.toUtf8() + ": line 3: organisers[0].name"), error.constData());
}

void TestProgram::portInUse()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    const QString port = QString::number(taken.serverPort());
    QProcess process;
    run(process, {u"--port"_s, port});
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAllStandardError().contains(port.toLatin1()));
}

} // namespace okoshko::test::tst_sandbox_program

OKOSHKO_TEST(tst_sandbox_program, TestProgram, QCoreApplication)
#include "tst_sandbox_program.moc"
