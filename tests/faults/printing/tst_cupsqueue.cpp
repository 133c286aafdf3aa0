// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/printing/CupsQueue.h"
#include "app/sandbox/printing/PrivateCups.h"
#include "models/print/TicketTemplateFile.h"
#include "tests/faults/printing/CupsRelay.h"
#include "tests/support/NothingComes.h"
#include "tests/support/TestProgram.h"
#include "ui/print/PdfDrawer.h"
#include "ui/print/TicketSamples.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_cupsqueue {

namespace {

constexpr CupsQueue::Timeouts quick{.connect = 1s, .answer = 1s, .end = 500ms};
constexpr CupsQueue::Timeouts patient{.connect = 20s, .answer = 60s, .end = 500ms};

using FoundJob = std::optional<QueueJob>;

} // namespace

/// CupsQueue at a print service of the test's own, whose printers do what real ones do.
class TestCupsQueue final : public QObject
{
    Q_OBJECT
private:
    const QString roll = u"roll"_s;
    std::unique_ptr<sandbox::PrivateCups> m_cups;
    std::unique_ptr<CupsQueue> m_queue;
    QTemporaryDir m_documents;

    /// Waits for the result of a call that \a begin begins with a context and a receiver.
    template <class T, class Begin>
    static Printed<T> result(Begin begin)
    {
        std::optional<Printed<T>> result;
        QObject context;
        begin(&context, [&result](const Printed<T> &value) { result = value; });
        if (result || !QTest::qWaitFor([&] { return result.has_value(); }, 30000))
            qFatal("no answer, or not from the event loop");
        return *result;
    }

    [[nodiscard]] Printed<int> submit(PrintQueue &queue, const QUuid &name, const PrinterProfile &profile,
                                      const PrintDocument &document)
    {
        return result<int>([&](QObject *context, auto then) { queue.submit(name, profile, document, context, then); });
    }

    [[nodiscard]] FoundJob find(const QString &queue, const QUuid &name)
    {
        return result<FoundJob>([&](QObject *context, auto then) { m_queue->find(queue, name, context, then); })
            .value_or(std::nullopt);
    }

    [[nodiscard]] QueueJob found(const QString &queue, const QUuid &name)
    {
        return find(queue, name).value_or(QueueJob());
    }

    [[nodiscard]] Printed<void> cancel(const QString &queue, int number)
    {
        const auto cancelled =
            result<void>([&](QObject *context, auto then) { m_queue->cancel(queue, number, context, then); });
        if (!cancelled)
            qInfo().noquote() << "not cancelled:" << cancelled.error().words << cancelled.error().detail;
        return cancelled;
    }

    static PrinterProfile profileOf(const QString &queue)
    {
        PrinterProfile profile;
        profile.queue = queue;
        profile.maxLength = 600;
        return profile;
    }

    [[nodiscard]] PrintDocument draw(QSizeF page, int pages = 1, const QString &text = u"Ряд 7, место 12"_s)
    {
        const PrintDocument document{
            m_documents.filePath(u"%1.pdf"_s.arg(QUuid::createUuid().toString(QUuid::Id128))), page, pages, {}};
        QPdfWriter writer(document.path);
        writer.setPageSize(QPageSize(page, QPageSize::Millimeter, {}, QPageSize::ExactMatch));
        writer.setPageMargins({});
        QPainter painter(&writer);
        for (int at = 0; at < pages; ++at) {
            if (at > 0)
                writer.newPage();
            painter.drawText(300, 600, u"%1, %2"_s.arg(text).arg(at + 1));
        }
        return document;
    }

    [[nodiscard]] PrintDocument ticket() { return draw({80, 150}); }

    [[nodiscard]] static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    [[nodiscard]] static QString outputOf(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        process.waitForFinished(20000);
        return QString::fromUtf8(process.readAllStandardOutput());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_cups = std::make_unique<sandbox::PrivateCups>();
        QVERIFY(m_cups->isRunning());
        m_cups->addQueue(roll);
        m_cups->addQueue(u"sheets"_s, sandbox::PrivateCups::Paper::A4Only);
    }

    void init()
    {
        if (!m_cups->isRunning())
            QVERIFY(m_cups->start());
        m_queue = std::make_unique<CupsQueue>(m_cups->server(), patient);
        m_cups->setPrinter(roll, m_cups->writing(roll));
        for (const QString &file : {m_cups->printed(roll), m_cups->printed(u"sheets"_s)})
            QFile::remove(file);
        QVERIFY(m_cups->run(u"cupsenable"_s, {roll}));
        QVERIFY(m_cups->run(u"cupsaccept"_s, {roll}));
        QVERIFY(m_cups->run(u"lpadmin"_s, {u"-p"_s, roll, u"-o"_s, u"printer-error-policy=retry-job"_s}));
    }

    void listsTheQueues()
    {
        QVERIFY(m_cups->run(u"lpadmin"_s, {u"-p"_s, roll, u"-D"_s, u"Касса, рулон"_s}));
        QVERIFY(m_cups->run(u"lpadmin"_s, {u"-d"_s, u"sheets"_s}));
        const auto queues =
            result<QList<QueueInfo>>([&](QObject *context, auto then) { m_queue->queues(context, then); });
        QCOMPARE(queues.value(), (QList<QueueInfo>{{roll, u"Касса, рулон"_s, QueueInfo::Usual::No},
                                                   {u"sheets"_s, u"sheets"_s, QueueInfo::Usual::Yes}}));
    }

    void asksTheServerOfTheEnvironment()
    {
        qputenv("CUPS_SERVER", m_cups->server().toUtf8());
        CupsQueue queue;
        const auto queues = result<QList<QueueInfo>>([&](QObject *context, auto then) { queue.queues(context, then); });
        qunsetenv("CUPS_SERVER");
        QVERIFY(queues.has_value() && queues->size() >= 2);
    }

    void printsADocumentOnce()
    {
        const QUuid name = QUuid::createUuid();
        const PrintDocument document = ticket();
        const auto number = submit(*m_queue, name, profileOf(roll), document);
        QVERIFY2(number.has_value(), qPrintable(number ? QString() : number.error().detail));
        QTRY_COMPARE(found(roll, name).state, QueueJob::State::Done);
        QCOMPARE(found(roll, name), (QueueJob{.number = *number, .state = QueueJob::State::Done}));
        QCOMPARE(contentOf(m_cups->printed(roll)), contentOf(document.path));
        // Nothing personal: not even the name of the computer's user.
        const QStringList arguments = m_cups->arguments(roll);
        QCOMPARE(arguments.mid(0, 4),
                 (QStringList{QString::number(*number), u"okoshko"_s, name.toString(QUuid::WithoutBraces), u"1"_s}));
        QVERIFY2(arguments.value(4).contains(u"PageSize=Custom.227x425"_s), qPrintable(arguments.value(4)));
    }

    void aStandardSizeGoesByItsName()
    {
        const QUuid name = QUuid::createUuid();
        QVERIFY(submit(*m_queue, name, profileOf(u"sheets"_s), draw({210, 297})).has_value());
        QTRY_COMPARE(found(u"sheets"_s, name).state, QueueJob::State::Done);
        const QString options = m_cups->arguments(u"sheets"_s).value(4);
        QVERIFY2(options.contains(u"media=iso_a4_210x297mm"_s), qPrintable(options));
    }

    /// The usual filter lays pages onto the paper: each keeps its size and its text.
    void theUsualFilterKeepsThePages()
    {
        const QString name = u"chain"_s;
        m_cups->addQueue(name, sandbox::PrivateCups::Paper::AnySize, sandbox::PrivateCups::Filter::PdfToPdf);
        const QUuid job = QUuid::createUuid();
        QVERIFY(submit(*m_queue, job, profileOf(name), draw({50.8, 139.7}, 3)).has_value());
        QTRY_COMPARE_WITH_TIMEOUT(found(name, job).state, QueueJob::State::Done, 20000);
        const QString facts = outputOf(u"pdfinfo"_s, {m_cups->printed(name)});
        QVERIFY2(facts.contains(QRegularExpression(u"Pages: +3\n"_s)), qPrintable(facts));
        QVERIFY2(facts.contains(QRegularExpression(u"Page size: +144 x 396 pts"_s)), qPrintable(facts));
        const QString text = outputOf(u"pdftotext"_s, {u"-layout"_s, m_cups->printed(name), u"-"_s});
        for (int page = 1; page <= 3; ++page)
            QVERIFY2(text.contains(u"Ряд 7, место 12, %1"_s.arg(page)), qPrintable(text));
    }

    void printsATicketAsItWasDrawn_data()
    {
        QTest::addColumn<QString>("id");
        for (const TicketTemplate &ticket : shippedTemplates())
            QTest::newRow(qPrintable(ticket.id)) << ticket.id;
    }

    /// From the template to what comes out of the printer.
    void printsATicketAsItWasDrawn()
    {
        QFETCH(const QString, id);
        m_cups->addQueue(id, sandbox::PrivateCups::Paper::AnySize, sandbox::PrivateCups::Filter::PdfToPdf);
        const QList<TicketTemplate> templates = shippedTemplates();
        QThreadPool pool;
        PdfDrawer drawer(pool, pool, m_documents.filePath(u"drawn"_s));
        drawer.setTemplates(templates);
        drawer.setLanguage(u"ru"_s);
        PrinterProfile profile = profileOf(id);
        profile.ticketTemplate = id;
        profile.width = findTemplate(templates, id)->page.width;
        profile.dpi = 203;
        const QUuid job = QUuid::createUuid();
        const Drawing drawing{
            .job = job, .profile = profile, .tickets = {TicketSamples::ticket(TicketSamples::Sample::Usual)}};
        const auto document =
            result<PrintDocument>([&](QObject *context, auto then) { drawer.draw(drawing, context, then); });
        QVERIFY(document.has_value());
        QVERIFY(submit(*m_queue, job, profile, *document).has_value());
        QTRY_COMPARE_WITH_TIMEOUT(found(id, job).state, QueueJob::State::Done, 20000);
        const auto textOf = [](const QString &path) {
            return outputOf(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s}).simplified();
        };
        QVERIFY(!textOf(document->path).isEmpty());
        QCOMPARE(textOf(m_cups->printed(id)), textOf(document->path));
        // A page is whole dots of the printer high, and pdftopdf makes it whole points.
        const auto sizeOf = [](const QString &path) {
            static const QRegularExpression form(u"Page size: +([\\d.]+) x ([\\d.]+)"_s);
            const QRegularExpressionMatch found = form.match(outputOf(u"pdfinfo"_s, {path}));
            return QSizeF(found.captured(1).toDouble(), found.captured(2).toDouble()).toSize();
        };
        QVERIFY(!sizeOf(document->path).isEmpty());
        QCOMPARE(sizeOf(m_cups->printed(id)), sizeOf(document->path));
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("queue");
        QTest::addColumn<QSizeF>("page");
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<PrintTrouble>("trouble");
        const QSizeF small(80, 150);
        QTest::newRow("unknown queue") << u"nobody"_s << small << QStringList() << PrintTrouble::NoSuchQueue;
        QTest::newRow("rejecting") << u"roll"_s << small << QStringList{u"cupsreject"_s, u"roll"_s}
                                   << PrintTrouble::Rejecting;
        QTest::newRow("no custom sizes") << u"sheets"_s << small << QStringList() << PrintTrouble::SizeUnsupported;
        QTest::newRow("unknown standard size")
            << u"sheets"_s << QSizeF(148, 210) << QStringList() << PrintTrouble::SizeUnsupported;
        QTest::newRow("too small for the queue")
            << u"roll"_s << QSizeF(20, 150) << QStringList() << PrintTrouble::SizeUnsupported;
        QTest::newRow("wider than the printer")
            << u"roll"_s << QSizeF(211, 150) << QStringList() << PrintTrouble::SizeUnsupported;
        QTest::newRow("too long") << u"roll"_s << QSizeF(80, 601) << QStringList() << PrintTrouble::TooLong;
    }

    /// Each is said before there is a job.
    void refusals()
    {
        QFETCH(const QString, queue);
        QFETCH(const QSizeF, page);
        QFETCH(const QStringList, command);
        QFETCH(const PrintTrouble, trouble);
        if (!command.isEmpty())
            QVERIFY(m_cups->run(command.first(), command.mid(1)));
        const QUuid name = QUuid::createUuid();
        const auto number = submit(*m_queue, name, profileOf(queue), draw(page));
        QCOMPARE(number.has_value() ? PrintTrouble::None : number.error().trouble, trouble);
        QVERIFY(!find(queue, name));
    }

    void aMissingDocumentIsSaid()
    {
        PrintDocument document = ticket();
        QFile::remove(document.path);
        QCOMPARE(submit(*m_queue, QUuid::createUuid(), profileOf(roll), document).error().trouble,
                 PrintTrouble::NotDrawn);
    }

    void states_data()
    {
        QTest::addColumn<QString>("script"); // %1: waits, %2: prints
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QueueJob::State>("state");
        QTest::addColumn<PrintTrouble>("trouble");
        QTest::addColumn<QString>("words");
        using S = QueueJob::State;
        using T = PrintTrouble;
        const auto row = [](const char *name, const QString &script, S state, T trouble, const QString &words = {},
                            const QString &policy = {}) {
            QTest::newRow(name) << script << policy << state << trouble << words;
        };
        const auto reports = [](const QString &reason) {
            return u"echo 'STATE: +%3' >&2; %1; echo 'STATE: -%3' >&2; %2"_s.arg(u"%1"_s, u"%2"_s, reason);
        };
        row("prints", u"%1; %2"_s, S::Printing, T::None);
        row("paper out", reports(u"media-empty-error"_s), S::Printing, T::PaperOut);
        row("paper needed", reports(u"media-needed"_s), S::Printing, T::PaperOut);
        row("paper low", reports(u"media-low-warning"_s), S::Printing, T::None);
        row("cover open", reports(u"cover-open-error"_s), S::Printing, T::CoverOpen);
        row("offline", reports(u"offline-report"_s), S::Printing, T::Offline);
        row("jam", reports(u"media-jam-error"_s), S::Printing, T::Other, u"media-jam-error"_s);
        row("jam with words", u"echo 'ERROR: Бумага застряла' >&2; "_s + reports(u"media-jam-error"_s), S::Printing,
            T::Other, u"Бумага застряла"_s);
        row("fails", u"exit 1"_s, S::Held, T::BackendFailed);
        row("fails, aborted", u"exit 1"_s, S::Canceled, T::BackendFailed, {}, u"abort-job"_s);
        row("fails with words, aborted", u"echo 'ERROR: Кабель не подключён' >&2; exit 1"_s, S::Canceled,
            T::BackendFailed, u"Кабель не подключён"_s, u"abort-job"_s);
        row("fails, stopped", u"exit 1"_s, S::Queued, T::Stopped, {}, u"stop-printer"_s);
        row("holds", u"exit 3"_s, S::Held, T::Other);
        row("stops", u"exit 4"_s, S::Queued, T::Stopped);
        row("stops without paper", u"echo 'STATE: +media-empty-error' >&2; exit 4"_s, S::Queued, T::Stopped);
        row("cancels", u"exit 5"_s, S::Canceled, T::Canceled);
    }

    void states()
    {
        QFETCH(const QString, script);
        QFETCH(const QString, policy);
        QFETCH(const QueueJob::State, state);
        QFETCH(const PrintTrouble, trouble);
        QFETCH(const QString, words);
        if (!policy.isEmpty())
            QVERIFY(m_cups->run(u"lpadmin"_s, {u"-p"_s, roll, u"-o"_s, u"printer-error-policy="_s + policy}));
        m_cups->setPrinter(
            roll, QString(script).replace(u"%1"_s, m_cups->waiting(roll)).replace(u"%2"_s, m_cups->writing(roll)));
        const QUuid name = QUuid::createUuid();
        const auto number = submit(*m_queue, name, profileOf(roll), ticket());
        QVERIFY(number.has_value());
        QTRY_VERIFY2_WITH_TIMEOUT(found(roll, name).state == state && found(roll, name).trouble == trouble,
                                  qPrintable(u"%1 %2 %3"_s.arg(int(found(roll, name).state))
                                                 .arg(toWord(found(roll, name).trouble), found(roll, name).words)),
                                  20000);
        if (!words.isEmpty())
            QCOMPARE(found(roll, name).words, words);
        if (trouble == PrintTrouble::Other || policy == u"abort-job"_s)
            QVERIFY(!found(roll, name).words.isEmpty());
        if (script.contains(u"%1"_s)) {
            m_cups->goOn(roll);
            QTRY_COMPARE(found(roll, name), (QueueJob{.number = *number, .state = QueueJob::State::Done}));
            return;
        }
        m_cups->setPrinter(roll, m_cups->writing(roll));
        if (state == QueueJob::State::Canceled)
            return;
        QVERIFY(cancel(roll, *number).has_value());
        QTRY_COMPARE(found(roll, name).state, QueueJob::State::Canceled);
    }

    void waitsAtAStoppedQueue()
    {
        QVERIFY(m_cups->run(u"cupsdisable"_s, {u"-r"_s, u"Лента кончается"_s, roll}));
        const QUuid name = QUuid::createUuid();
        const auto number = submit(*m_queue, name, profileOf(roll), ticket());
        QCOMPARE(found(roll, name), (QueueJob{.number = number.value_or(0),
                                              .state = QueueJob::State::Queued,
                                              .trouble = PrintTrouble::Stopped,
                                              .words = u"Лента кончается"_s}));
        QVERIFY(m_cups->run(u"cupsenable"_s, {roll}));
        QTRY_COMPARE(found(roll, name).state, QueueJob::State::Done);
    }

    void aCancelledJobIsSeenCancelled()
    {
        m_cups->setPrinter(roll, m_cups->waiting(roll));
        const QUuid name = QUuid::createUuid();
        const auto number = submit(*m_queue, name, profileOf(roll), ticket());
        QVERIFY(number.has_value());
        QTRY_COMPARE(found(roll, name).state, QueueJob::State::Printing);
        QVERIFY(cancel(roll, *number).has_value());
        QTRY_COMPARE(found(roll, name).state, QueueJob::State::Canceled);
        QCOMPARE(cancel(roll, *number).has_value(), false); // there is nothing to cancel any more
        QVERIFY(m_cups->arguments(roll).value(2) == name.toString(QUuid::WithoutBraces));
        QVERIFY(!QFile::exists(m_cups->printed(roll)));
    }

    void theDocumentOutlivesItsFile_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QueueJob::State>("state");
        const QString half = u"head -c 1000 >/dev/null; "_s;
        QTest::newRow("printed") << m_cups->writing(roll) << QueueJob::State::Done;
        QTest::newRow("cancelled") << half + m_cups->waiting(roll) << QueueJob::State::Canceled;
        QTest::newRow("aborted") << half + u"exit 1"_s << QueueJob::State::Canceled;
    }

    /// The print service removes the files of jobs that have ended, at once or after a day, and counts no documents any
    /// more.
    void theDocumentOutlivesItsFile()
    {
        QFETCH(const QString, script);
        QFETCH(const QueueJob::State, state);
        QVERIFY(m_cups->run(u"lpadmin"_s, {u"-p"_s, roll, u"-o"_s, u"printer-error-policy=abort-job"_s}));
        QVERIFY(m_cups->restart("PreserveJobFiles No"));
        const auto usual = qScopeGuard([this] { m_cups->restart(); });
        m_cups->setPrinter(roll, script);
        const QUuid name = QUuid::createUuid();
        const auto number = submit(*m_queue, name, profileOf(roll), ticket());
        QVERIFY(number.has_value());
        if (script.contains(m_cups->waiting(roll))) {
            QTRY_COMPARE(found(roll, name).state, QueueJob::State::Printing);
            QVERIFY(cancel(roll, *number).has_value());
        }
        QTRY_COMPARE(found(roll, name).state, state);
        QCOMPARE(found(roll, name).document, QueueJob::Document::Received);
        m_cups->kill();
        QVERIFY(m_cups->start());
        QCOMPARE(found(roll, name).state, state);
        QCOMPARE(found(roll, name).document, QueueJob::Document::Received);
    }

    void noPrintService()
    {
        CupsQueue nowhere(m_documents.filePath(u"nowhere"_s), quick);
        QCOMPARE(submit(nowhere, QUuid::createUuid(), profileOf(roll), ticket()).error().trouble,
                 PrintTrouble::NoPrintService);
        QCOMPARE(result<QList<QueueInfo>>([&](QObject *context, auto then) { nowhere.queues(context, then); })
                     .error()
                     .trouble,
                 PrintTrouble::NoPrintService);
        QCOMPARE(result<FoundJob>(
                     [&](QObject *context, auto then) { nowhere.find(roll, QUuid::createUuid(), context, then); })
                     .error()
                     .trouble,
                 PrintTrouble::NoPrintService);
    }

    /// The print service dies between the two requests of a job: the job is there, and nothing will come.
    void aJobLeftWithoutItsDocument()
    {
        CupsRelay relay(m_cups->server());
        CupsQueue queue(relay.server(), quick);
        relay.before(CupsRelay::Operation::SendDocument, [this] { m_cups->kill(); });
        const QUuid name = QUuid::createUuid();
        QCOMPARE(submit(queue, name, profileOf(roll), ticket()).error().trouble, PrintTrouble::Lost);
        QVERIFY(m_cups->start());
        QCOMPARE(found(roll, name).document, QueueJob::Document::Missing);
        QVERIFY(cancel(roll, found(roll, name).number).has_value());
        QTRY_COMPARE(found(roll, name).state, QueueJob::State::Canceled);
        QVERIFY(!QFile::exists(m_cups->printed(roll)));
    }

    /// The answer to a request that makes a job is lost: there may be a job, and none is made a second time.
    void anUnansweredJobIsLost()
    {
        CupsRelay relay(m_cups->server());
        CupsQueue queue(relay.server(), quick);
        relay.before(CupsRelay::Operation::CreateJob, [&relay] { relay.cut(); });
        const QUuid name = QUuid::createUuid();
        QCOMPARE(submit(queue, name, profileOf(roll), ticket()).error().trouble, PrintTrouble::Lost);
        QVERIFY(!find(roll, name));
    }

    void oneQueuesDelayHoldsNoOther()
    {
        CupsRelay relay(m_cups->server());
        relay.holdBack(roll);
        CupsQueue queue(relay.server(), patient);
        bool isAnswered = false;
        QElapsedTimer timer;
        {
            QObject context;
            queue.submit(QUuid::createUuid(), profileOf(roll), ticket(), &context,
                         [&isAnswered](const Printed<int> &) { isAnswered = true; });
            QTRY_COMPARE(relay.heldBack(), 1);
            QVERIFY(submit(queue, QUuid::createUuid(), profileOf(u"sheets"_s), draw({210, 297})).has_value());
            QVERIFY(!isAnswered);
        }
        nothingComesFor(20); // the context is gone
        QVERIFY(!isAnswered);
    }

    /// Neither a server that is silent nor one that does not even accept keeps the program from ending.
    void endsAtOnce()
    {
        CupsRelay relay(m_cups->server());
        relay.holdBack(roll);
        auto queue = std::make_unique<CupsQueue>(relay.server(), patient);
        const Call call = queue->find(roll, QUuid::createUuid(), this, [](const auto &) { QFAIL("answered"); });
        QTRY_COMPARE(relay.heldBack(), 1);
        QElapsedTimer timer;
        timer.start();
        queue.reset();
        QVERIFY2(timer.elapsed() < 450, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(call.isPending());
    }

    void aSilentServerIsGivenUp()
    {
        CupsRelay relay(m_cups->server());
        relay.holdBack(roll);
        CupsQueue queue(relay.server(), quick);
        QCOMPARE(submit(queue, QUuid::createUuid(), profileOf(roll), ticket()).error().trouble,
                 PrintTrouble::NoPrintService);
    }

    void anAbandonedCallDoesNotAnswer()
    {
        int answers = 0;
        Call call = m_queue->find(roll, QUuid::createUuid(), this, [&answers](const auto &) { ++answers; });
        call.abandon();
        QVERIFY(!find(roll, QUuid::createUuid())); // the same queue's next call
        QCOMPARE(answers, 0);
    }
};

} // namespace okoshko::test::tst_cupsqueue

OKOSHKO_TEST(tst_cupsqueue, TestCupsQueue, QGuiApplication)
#include "tst_cupsqueue.moc"
