// SPDX-License-Identifier: GPL-3.0-or-later
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

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
    process.start(QStringLiteral(OKOSHKO_SANDBOX), {QStringLiteral("--seed"), QStringLiteral("1")});
    QTRY_VERIFY(process.canReadLine());
    const QString line = QString::fromLatin1(process.readLine()).trimmed();
    static const QRegularExpression shape(QStringLiteral("\\Ahttp://127\\.0\\.0\\.1:\\d+\\z"));
    QVERIFY2(shape.match(line).hasMatch(), qPrintable(line));
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(line + QStringLiteral("/v1/services/simple/events")));
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
    QTest::newRow("help") << QStringLiteral("--help") << QByteArray("--clock-skew");
    QTest::newRow("version") << QStringLiteral("--version") << QByteArray("okoshko-sandbox ");
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
    row("--catalogue /nonexistent/file.json", "/nonexistent/file.json");
}

void TestProgram::badStarts()
{
    QFETCH(const QString, arguments);
    QFETCH(const QByteArray, said);
    QProcess process;
    run(process, arguments.split(QLatin1Char(' ')));
    QCOMPARE(process.exitCode(), 2);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
    const QByteArray error = process.readAllStandardError();
    QVERIFY2(error.contains(said), error.constData());
    QCOMPARE(error.count('\n'), 1);
}

void TestProgram::brokenCatalogue()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("broken.json"));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"partner": "56810047f06c5a6ac62f4e1d", "organisers": [{"id": "56810047f06c5a6ac62f4e1d"}]})");
    file.close();
    QProcess process;
    run(process, {QStringLiteral("--catalogue"), name});
    QCOMPARE(process.exitCode(), 2);
    const QByteArray error = process.readAllStandardError();
    QVERIFY2(error.contains(name.toUtf8() + ": organisers[0].name"), error.constData());
}

void TestProgram::portInUse()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    const QString port = QString::number(taken.serverPort());
    QProcess process;
    run(process, {QStringLiteral("--port"), port});
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAllStandardError().contains(port.toLatin1()));
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_sandbox_program.moc"
