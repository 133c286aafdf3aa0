// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/kill/PrintKillRun.h"

#include "tests/faults/fixture/Await.h"
#include "tests/faults/kill/PrintKiller.h"

#include <QDebug>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test {

namespace {

constexpr auto untilItDies = 40s;
constexpr auto untilSettled = 40s; // the pauses between two questions to a print service grow
constexpr auto held = 1s;          // as in KillTestRun

} // namespace

PrintKillRun::PrintKillRun(const QString &key)
    : m_office(key)
{
    m_office.place.printService = m_shop.line().server();
    takeSettings();
}

void PrintKillRun::takeSettings()
{
    const auto printer = [](const QString &queue, const QString &what) {
        return QJsonObject{{u"name"_s, queue}, {u"queue"_s, queue},          {u"tickets"_s, what == u"tickets"},
                           {u"width"_s, 80},   {u"maxLength"_s, 400},        {u"receipts"_s, what == u"receipts"},
                           {u"dpi"_s, 203},    {u"template"_s, u"roll-80"_s}};
    };
    const QJsonObject settings{
        {u"format"_s, u"okoshko-settings"_s},
        {u"version"_s, 1},
        {u"automaticPrint"_s, u"on-paid"_s},
        {u"printers"_s, QJsonArray{printer(u"roll"_s, u"tickets"_s), printer(u"slips"_s, u"receipts"_s)}}};
    QFile file(m_office.folder.filePath(u"settings.json"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(settings).toJson()) < 0)
        qFatal("the settings cannot be written");
    file.close();
    QProcess program;
    program.start(QStringLiteral(OKOSHKO_PROGRAM), {u"--lang"_s, u"en"_s, u"--profile"_s, m_office.place.profile,
                                                    u"--import-settings"_s, file.fileName()});
    if (!program.waitForFinished() || program.exitCode() != 0)
        qFatal("the settings are not taken: %s", program.readAllStandardError().constData());
}

void PrintKillRun::play(const PrintTrial &trial)
{
    QStringList words;
    for (const PrintDeath &death : trial.lives)
        words << death.toString();
    m_trial = trial.name + u" ("_s + words.join(u"; then "_s) + u')';
    for (const PrintDeath &death : trial.lives)
        live(death);
    settle();
}

void PrintKillRun::live(const PrintDeath &death)
{
    m_shop.repair();
    m_shop.set(death.printers);
    AppProcess life(m_office.place, death.task);
    const PrintKiller killer(death, life, *m_office.proxy, m_shop, documents());
    if (await([&life] { return !life.isRunning(); }, untilItDies) == Came::No)
        complain({u"it did not come to its end: "_s + death.toString() + u' ' + life.lastWords()});
    else if (killer.hasStruck() && life.wasKilled())
        ++m_tally.kills[death.toString().section(u" +"_s, 0, 0)];
    else if (death.task == Task::SellForCash && life.endedWell())
        ++m_tally.ended;
    else
        complain({u"it was not killed: "_s + death.toString() + u' ' + life.lastWords()});
}

void PrintKillRun::settle()
{
    m_shop.repair();
    m_office.proxy->forget();
    AppProcess life(m_office.place, Task::Recover);
    QElapsedTimer clock;
    clock.start();
    QElapsedTimer agreed; // valid while nothing is unfinished
    QStringList words;
    PrintEvidence evidence;
    const auto isHeld = [&agreed] { return agreed.isValid() && std::chrono::milliseconds(agreed.elapsed()) >= held; };
    do {
        static_cast<void>(await([] { return false; }, 100ms)); // the pace of looking
        life.hold();
        const auto seen = look();
        life.release();
        evidence = seen.value_or(PrintEvidence());
        words =
            seen && !m_office.proxy->requests().isEmpty() ? unfinished(evidence) : QStringList{u"it has not begun"_s};
        if (!words.isEmpty())
            agreed.invalidate();
        else if (!agreed.isValid())
            agreed.start();
    } while (!isHeld() && life.isRunning() && std::chrono::milliseconds(clock.elapsed()) < untilSettled);
    evidence.mayRepeat = m_shop.hasDied();
    for (const ReportedOrder &order : m_office.truth->orders()) {
        if (order.isSold())
            evidence.orders << PrintEvidence::Order{order.id, m_office.truth->barcodes(order.id)};
    }
    readPapers(evidence, m_shop.tray());
    words << faultsOf(evidence);
    if (!life.isRunning())
        words << u"the program ended by itself"_s;
    life.kill();
    static_cast<void>(await([&life] { return !life.isRunning(); }));
    if (!words.isEmpty())
        words << life.lastWords();
    complain(words);
}

std::optional<PrintEvidence> PrintKillRun::look()
{
    const auto copy = copyJournal(m_office.place.profile, m_office.folder.filePath(u"copy"_s));
    if (!copy || copy->isEmpty())
        return std::nullopt;
    return gather(*copy, documents(), m_shop.socket());
}

void PrintKillRun::close()
{
    const PrintEvidence evidence = look().value_or(PrintEvidence());
    QSet<QString> withJob;
    for (const PrintEvidence::Job &job : evidence.jobs) {
        if (job.kind != u"tickets" || job.state == u"given_up")
            continue;
        withJob << job.order;
        ++(job.isOpen() ? m_tally.asked : m_tally.printed);
    }
    for (const ReportedOrder &order : m_office.truth->orders())
        m_tally.unprinted += order.isSold() && !withJob.contains(order.id) ? 1 : 0;
}

void PrintKillRun::complain(const QStringList &words)
{
    if (words.isEmpty())
        return;
    m_tally.complaints << u"after "_s + m_trial + u": "_s + words.join(u"; "_s);
    qWarning().noquote() << m_tally.complaints.last(); // a long run is not to be awaited
}

} // namespace okoshko::test
