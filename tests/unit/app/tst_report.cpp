// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/Report.h"
#include "app/report/Zip.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/app/ReadZip.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_report {

namespace {

const QDateTime noon = QDateTime::fromString(u"2026-05-12T12:00:00.000Z"_s, Qt::ISODateWithMs);

QByteArray line(const QDateTime &at, const QByteArray &words)
{
    return at.toString(Qt::ISODateWithMs).toLatin1() + " info okoshko.http: " + words + '\n';
}

} // namespace

/// What goes into a report, and that it is whole.
class ReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theLogOfTheLastHour()
    {
        const QString older = put(u"okoshko.log.1"_s, line(noon.addSecs(-7200), "too old") + "its second line\n" +
                                                          line(noon.addSecs(-3600), "just in"));
        const QString log = put(u"okoshko.log"_s, line(noon.addSecs(-60), "recent") + "and more of it\n" +
                                                      line(noon.addSecs(60), "the clock was set back"));
        const QString tail = logSince({older, log, m_folder->filePath(u"nosuch"_s)}, noon.addSecs(-3600));
        QCOMPARE(tail, QString::fromUtf8(line(noon.addSecs(-3600), "just in") + line(noon.addSecs(-60), "recent") +
                                         "and more of it\n" + line(noon.addSecs(60), "the clock was set back")));
    }

    void ofAHugeLogTheEnd()
    {
        QByteArray bytes;
        for (int i = 0; bytes.size() < 9 * 1024 * 1024; ++i)
            bytes += line(noon, QByteArray::number(i) + QByteArray(1000, 'x'));
        const QString tail = logSince({put(u"okoshko.log"_s, bytes)}, noon);
        QVERIFY(tail.size() <= 8 * 1024 * 1024 && tail.size() > 7 * 1024 * 1024);
        QVERIFY(tail.startsWith(u"2026-05-12T12:00:00.000Z ")); // no half line
        QVERIFY(bytes.endsWith(tail.right(2000).toUtf8()));
    }

    void aZipIsReadByOthers()
    {
        const QList<ZipEntry> entries{{u"пусто.txt"_s, {}}, {u"b.bin"_s, QByteArray(300000, 'b') + '\0' + "end"}};
        const auto archive = zipped(entries);
        QVERIFY(archive);
        QVERIFY(archive->size() < 10000); // packed
        const auto files = readZip(put(u"x.zip"_s, *archive));
        QCOMPARE(files.size(), 2);
        for (const ZipEntry &entry : entries)
            QVERIFY(files.contains(entry.name) && files.value(entry.name) == entry.bytes);
    }

    void holdsWhatIsPromisedAndNothingElse()
    {
        const QString path = m_folder->filePath(u"report.zip"_s);
        QVERIFY(writeReport(path, sample()));
        const auto files = readZip(path);
        QCOMPARE(files.keys(), (QStringList{u"about.txt"_s, u"log.txt"_s, u"order.txt"_s, u"window.png"_s}));
        QVERIFY(files.value(u"about.txt"_s).contains("version: 1.2.3\n"));
        QVERIFY(files.value(u"log.txt"_s).contains("#17 GET"));
        const QByteArray order = files.value(u"order.txt"_s);
        for (const QByteArray &fact :
             {QByteArray("order: 56a73b7ff06c5a21c393806b\n"), QByteArray("number: 497291903\n"),
              QByteArray("payment page: https://pay.example.org\n"), QByteArray("created: 2"), QByteArray("(Касса 2)"),
              QByteArray("step_failed: timed-out: #18 timed-out"), QByteArray("cancel")})
            QVERIFY2(order.contains(fact), (fact + " in\n" + order).constData());
        QCOMPARE(QImage::fromData(files.value(u"window.png"_s)).size(), QSize(40, 30));
        for (const QByteArray &file : files) {
            for (const char *secret : {"anna", "Анна", "Каренина", "047bdb8b", "79123456789", "token=1"})
                QVERIFY2(!file.contains(secret), (file + secret).constData());
        }
    }

    void withoutAnOrderThereIsNoStory()
    {
        Report report = sample();
        report.order.reset();
        const QString path = m_folder->filePath(u"report.zip"_s);
        QVERIFY(writeReport(path, report));
        QVERIFY(!readZip(path).contains(u"order.txt"_s));
    }

    void whatCannotBeSavedLeavesTheOldOneAlone()
    {
        const QString blocked = put(u"file"_s, "a file") + u"/report.zip"_s;
        const auto saved = writeReport(blocked, sample());
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, FileError::Kind::Unwritable);
        QVERIFY(!saved.error().detail.isEmpty());
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files),
                 (QStringList{u"file"_s, u"log"_s})); // and no half of one
    }

private:
    QString put(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder->filePath(name);
        QFile file(path);
        [&] { QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()); }();
        return path;
    }

    Report sample()
    {
        Report report;
        report.at = noon;
        report.facts = {{u"version"_s, u"1.2.3"_s}, {u"line"_s, u"key 047bdb8bcee44d3693371920aaf9135c"_s}};
        report.mask = Redactor({u"Анна"_s, u"Каренина"_s});
        report.picture = QImage(40, 30, QImage::Format_RGB32);
        report.picture.fill(Qt::white);
        report.logs = {put(u"log"_s, line(noon.addSecs(-10), "#17 GET of anna@example.org, 79123456789, Анна"))};
        OrderReport story;
        Order &order = story.sale.order;
        order.id = *OrderId::parse(u"56a73b7ff06c5a21c393806b"_s);
        order.number = 497291903;
        order.customer = {u"Анна"_s, u"Каренина"_s, u"anna@example.org"_s, u"+79123456789"_s, u"ru"_s};
        order.payment.redirectUrl = QUrl(u"https://pay.example.org/anna?token=1"_s);
        const ApiError error{
            .kind = ErrorKind::TimedOut, .serverWords = u"Анна, anna@example.org"_s, .requestId = u"#18"_s};
        const Instant at = toInstant(noon);
        story.sale.failure = Sale::Failure{Step::Confirm, error};
        story.sale.history = {{.at = at, .what = HistoryEntry::What::StepFailed, .error = error}};
        story.record = {{.at = at, .who = u"Касса 2"_s, .what = u"created"_s, .order = order.id, .words = u"2"_s}};
        story.openIntents = {{.verb = Intent::Verb::Cancel, .order = order.id, .at = at}};
        report.order = story;
        return report;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace okoshko::test::tst_report

OKOSHKO_TEST(tst_report, ReportTest, QApplication)
#include "tst_report.moc"
