// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/kill/PrinterFixture.h"

#include "tests/faults/kill/PrintEvidence.h"

#include <QDir>
#include <QFileInfo>

#include <sys/file.h>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

const QStringList queues{u"roll"_s, u"slips"_s};

} // namespace

PrinterFixture::PrinterFixture()
    : m_line(m_cups.server())
{
    if (!m_cups.isRunning())
        qFatal("the print service does not start");
    m_gate.setFileName(QFileInfo(tray()).dir().filePath(u"gate"_s));
    if (!m_gate.open(QIODevice::WriteOnly))
        qFatal("the gate of the printers cannot be made");
    for (const QString &queue : queues)
        m_cups.addQueue(queue);
    set(Printers::Work);
    m_watcher.addPath(tray());
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] {
        const qsizetype before = std::exchange(m_papers, papers());
        if (m_papers > before)
            Q_EMIT paperOut();
    });
}

QString PrinterFixture::tray() const
{
    return QFileInfo(m_cups.printed(queues.first())).path();
}

qsizetype PrinterFixture::papers() const
{
    return QDir(tray()).entryList({u"*.pdf"_s}, QDir::Files).size();
}

QString PrinterFixture::script(Printers printers) const
{
    const QString writing = uR"SH(f='%1/'"$PRINTER.$1.$3.$$"; cat >"$f.part" && mv "$f.part" "$f.pdf")SH"_s.arg(tray());
    const QString waiting = u"flock -s '%1' true; "_s.arg(m_gate.fileName());
    switch (printers) {
    case Printers::Wait:
        return waiting + writing;
    case Printers::PaperOut:
        return u"echo 'STATE: +media-empty-error' >&2; "_s + waiting + u"echo 'STATE: -media-empty-error' >&2; "_s +
               writing;
    case Printers::Fail:
        return u"exit 1"_s;
    case Printers::Hold:
        return u"exit 3"_s;
    case Printers::Cancel:
        return u"exit 5"_s;
    case Printers::Work:
    case Printers::Stopped:
    case Printers::Rejecting:
    case Printers::Down:
        return writing;
    }
    Q_UNREACHABLE();
}

void PrinterFixture::set(Printers printers)
{
    const bool isGateShut = printers == Printers::Wait || printers == Printers::PaperOut;
    ::flock(m_gate.handle(), isGateShut ? LOCK_EX : LOCK_UN);
    for (const QString &queue : queues) {
        m_cups.setPrinter(queue, script(printers));
        if (printers == Printers::Stopped)
            m_cups.run(u"cupsdisable"_s, {queue});
        if (printers == Printers::Rejecting)
            m_cups.run(u"cupsreject"_s, {queue});
    }
    if (printers == Printers::Down)
        die();
}

void PrinterFixture::goOn()
{
    ::flock(m_gate.handle(), LOCK_UN);
}

void PrinterFixture::repair()
{
    if (!m_cups.isRunning())
        restart();
    set(Printers::Work);
    for (const QString &queue : queues) {
        m_cups.run(u"cupsenable"_s, {queue});
        m_cups.run(u"cupsaccept"_s, {queue});
    }
    // A print service that died between a document and its note of it holds the job, too. What has no document is the
    // program's to cancel.
    const QDir spool(QFileInfo(socket()).dir().filePath(u"spool"_s));
    for (const QString &job : openJobs(socket())) {
        const QString name = job.section(u' ', 0, 0);
        const QString document = u"d%1-001"_s.arg(name.section(u'-', -1).toInt(), 5, 10, QChar(u'0'));
        if (spool.exists(document))
            m_cups.run(u"lp"_s, {u"-i"_s, name, u"-H"_s, u"resume"_s});
    }
}

void PrinterFixture::die()
{
    m_hasDied = true;
    m_cups.kill();
}

void PrinterFixture::restart()
{
    if (!m_cups.start())
        qFatal("the print service does not start again");
}

} // namespace okoshko::test
