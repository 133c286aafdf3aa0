// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/kill/PrintEvidence.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

QString outputOf(const QString &program, const QStringList &arguments, const QString &server = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!server.isEmpty())
        environment.insert(u"CUPS_SERVER"_s, server);
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForFinished(20000))
        qFatal("%s does not end", qPrintable(program));
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// The value of the attribute job-name in the file of a job, which holds an IPP message.
QString nameOfJob(const QByteArray &ipp)
{
    const QByteArray tag = QByteArray("\x42\x00\x08", 3) + "job-name";
    const qsizetype at = ipp.indexOf(tag);
    if (at < 0)
        return {};
    const qsizetype size = at + tag.size();
    const auto byte = [&ipp](qsizetype i) { return static_cast<uchar>(ipp.at(i)); };
    return QString::fromUtf8(ipp.sliced(size + 2, byte(size) * 256 + byte(size + 1)));
}

QList<PrintEvidence::QueueJob> jobsAtQueues(const QDir &service)
{
    QList<PrintEvidence::QueueJob> jobs;
    const QDir spool(service.filePath(u"spool"_s));
    for (const QString &name : spool.entryList({u"c*"_s}, QDir::Files)) {
        bool isNumber = false;
        const int number = name.mid(1).toInt(&isNumber);
        QFile file(spool.filePath(name));
        if (isNumber && file.open(QIODevice::ReadOnly))
            jobs << PrintEvidence::QueueJob{number, nameOfJob(file.readAll())};
    }
    return jobs;
}

/// Returns whether it has jobs at all.
bool readJournal(const QString &path, PrintEvidence &evidence)
{
    bool hasJobs = false;
    const QString connection = QUuid::createUuid().toString();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        database.setDatabaseName(path);
        QSqlQuery query(database);
        const auto ask = [&](const QString &sql, const auto &take) {
            if (!query.exec(sql))
                qFatal("the journal cannot be read: %s", qPrintable(query.lastError().text()));
            while (query.next())
                take();
        };
        if (!database.open())
            qFatal("the journal does not open: %s", qPrintable(database.lastError().text()));
        query = QSqlQuery(database);
        ask(u"SELECT name FROM sqlite_master WHERE name = 'print_jobs'"_s, [&hasJobs] { hasJobs = true; });
        const auto askOfJobs = [&](const QString &sql, const auto &take) {
            if (hasJobs) // not while the program makes its journal
                ask(sql, take);
        };
        askOfJobs(u"SELECT id, kind, order_id, copies, state, trouble, settled FROM print_jobs"_s, [&] {
            evidence.jobs << PrintEvidence::Job{
                query.value(0).toString(),  query.value(1).toString(),
                query.value(2).toString(),  query.value(3).toString().split(u' ', Qt::SkipEmptyParts),
                query.value(4).toString(),  query.value(5).toString(),
                query.value(6).toInt() != 0};
        });
        askOfJobs(u"SELECT order_id, count(*) FROM record WHERE what = 'printed' GROUP BY order_id"_s,
                  [&] { evidence.rows.insert(query.value(0).toString(), query.value(1).toInt()); });
        database.close();
    }
    QSqlDatabase::removeDatabase(connection);
    return hasJobs;
}

bool isKnown(const PrintEvidence &evidence, const QString &name)
{
    return std::ranges::find(evidence.atQueues, name, &PrintEvidence::QueueJob::name) != evidence.atQueues.cend();
}

/// The jobs of tickets in the journal that are to print \a ticket.
QList<PrintEvidence::Job> jobsOf(const PrintEvidence &evidence, const QString &order, const QString &ticket)
{
    QList<PrintEvidence::Job> jobs;
    for (const PrintEvidence::Job &job : evidence.jobs) {
        const bool hasIt = std::ranges::any_of(
            job.copies, [&ticket](const QString &copy) { return copy.section(u':', 0, 0) == ticket; });
        if (job.kind == u"tickets" && job.order == order && hasIt)
            jobs << job;
    }
    return jobs;
}

/// The names of the jobs that have printed \a barcode.
QSet<QString> jobsThatPrinted(const PrintEvidence &evidence, const QString &barcode)
{
    QSet<QString> names;
    for (const PrintEvidence::Paper &paper : evidence.papers) {
        if (paper.text.contains(barcode))
            names << paper.name;
    }
    return names;
}

QString faultOfTicket(const PrintEvidence &evidence, const QString &order, const QString &ticket,
                      const QString &barcode)
{
    const QSet<QString> printed = jobsThatPrinted(evidence, barcode);
    const QList<PrintEvidence::Job> jobs = jobsOf(evidence, order, ticket);
    const QString name = u"ticket %1 of %2"_s.arg(ticket, order);
    if (barcode.isEmpty())
        return name + u" has no barcode"_s;
    if (printed.size() > 1)
        return name + u" was printed by %1 jobs"_s.arg(printed.size());
    if (jobs.size() > 1)
        return name + u" is in %1 jobs"_s.arg(jobs.size());
    const bool isOnPaper = !printed.isEmpty();
    if (isOnPaper && (jobs.isEmpty() || jobs.first().id != *printed.cbegin()))
        return name + u" is on paper, and its job is not in the journal"_s;
    if (jobs.isEmpty())
        return {}; // listed as not printed
    const PrintEvidence::Job &job = jobs.first();
    if (job.state == u"done" && !isOnPaper)
        return name + u" is not on paper, and said to be printed"_s;
    if (job.state == u"given_up" && isOnPaper)
        return name + u" is on paper, and listed as not printed"_s;
    if (job.state == u"given_up" && !job.isSettled)
        return name + u" was given up, and nobody did that"_s;
    return {};
}

} // namespace

QStringList openJobs(const QString &server)
{
    return outputOf(u"lpstat"_s, {u"-W"_s, u"not-completed"_s, u"-o"_s}, server).split(u'\n', Qt::SkipEmptyParts);
}

std::optional<PrintEvidence> gather(const QString &journal, const QString &documents, const QString &server)
{
    PrintEvidence evidence;
    if (!readJournal(journal, evidence))
        return std::nullopt;
    evidence.atQueues = jobsAtQueues(QFileInfo(server).dir());
    evidence.openAtQueues = openJobs(server);
    evidence.documents = QDir(documents).entryList(QDir::Files | QDir::Hidden);
    return evidence;
}

void readPapers(PrintEvidence &evidence, const QString &tray)
{
    const QDir out(tray);
    for (const QString &file : out.entryList({u"*.pdf"_s}, QDir::Files)) { // queue.number.name.process.pdf
        const QStringList parts = file.split(u'.');
        evidence.papers << PrintEvidence::Paper{parts.value(0), parts.value(1).toInt(), parts.value(2),
                                                outputOf(u"pdftotext"_s, {u"-layout"_s, out.filePath(file), u"-"_s})};
    }
}

QStringList unfinished(const PrintEvidence &evidence)
{
    QStringList found;
    for (const QString &line : evidence.openAtQueues)
        found << u"at the print service: "_s + line.simplified();
    for (const PrintEvidence::Job &job : evidence.jobs) {
        // The print service would tell of a job that it knows, but for whether a cancelled one came out.
        const bool isAsked = job.state == u"attention" && (!isKnown(evidence, job.id) || job.trouble == u"canceled");
        if (job.isOpen() && !isAsked)
            found << u"in the journal: %1 %2 %3 %4"_s.arg(job.id, job.kind, job.state, job.trouble);
    }
    return found;
}

QStringList faultsOf(const PrintEvidence &evidence)
{
    QStringList found;
    QSet<QString> journaled;
    QSet<QString> open;
    QHash<QString, int> done;
    for (const PrintEvidence::Job &job : evidence.jobs) {
        journaled << job.id;
        if (job.isOpen())
            open << job.id;
        if (job.kind == u"tickets" && job.state == u"done")
            ++done[job.order];
        for (const QString &copy : job.copies) {
            if (!copy.endsWith(u":0"))
                found << u"job %1 prints a duplicate: %2"_s.arg(job.id, copy);
        }
    }
    QSet<QString> names;
    for (const PrintEvidence::QueueJob &job : evidence.atQueues) {
        if (names.contains(job.name))
            found << u"%1 was sent twice"_s.arg(job.name);
        names << job.name;
        if (!journaled.contains(job.name))
            found << u"%1 is at the print service, and not in the journal"_s.arg(job.name);
    }
    QSet<std::pair<int, QString>> papers;
    for (const PrintEvidence::Paper &paper : evidence.papers) {
        const std::pair paperOf(paper.number, paper.name);
        if (papers.contains(paperOf) && !evidence.mayRepeat)
            found << u"%1 was printed twice by the print service"_s.arg(paper.name);
        papers << paperOf;
        if (paper.text.contains(u"DUPLICATE") || paper.text.contains(u"ДУБЛИКАТ"))
            found << u"%1 is marked as a duplicate"_s.arg(paper.name);
    }
    for (const PrintEvidence::Order &order : evidence.orders) {
        if (order.barcodes.isEmpty())
            found << u"%1 has no tickets"_s.arg(order.id);
        for (auto it = order.barcodes.cbegin(); it != order.barcodes.cend(); ++it)
            found << faultOfTicket(evidence, order.id, it.key(), it.value());
        const auto receipts = std::ranges::count_if(evidence.jobs, [&order](const PrintEvidence::Job &job) {
            return job.order == order.id && job.kind == u"receipt";
        });
        if (receipts > 1)
            found << u"%1 has %2 receipts"_s.arg(order.id).arg(receipts);
    }
    for (auto it = done.cbegin(); it != done.cend(); ++it) {
        if (evidence.rows.value(it.key()) != *it)
            found << u"the record of %1 says %2 times that its tickets were printed"_s.arg(it.key()).arg(
                evidence.rows.value(it.key()));
    }
    for (const QString &file : evidence.documents) {
        const QString name = file.section(u'.', 0, 0);
        if (!open.contains(name) || file != name + u".pdf"_s)
            found << u"the document %1 is left"_s.arg(file);
    }
    found.removeAll(QString());
    return found;
}

} // namespace okoshko::test
