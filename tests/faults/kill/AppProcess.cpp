// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/kill/AppProcess.h"

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

/// What it sells, of the demo catalogue: buyers pay on a page, or the cashier collects, or the seats are numbered.
QStringList goodsOf(Task task)
{
    const auto goods = [](const QString &event, const QString &set) {
        return QStringList{u"--event"_s, event, u"--set"_s, set, u"--system"_s, u"api/BASE"_s};
    };
    const QStringList onPage = goods(u"56a6253df06c5a059a93802e"_s, u"56a6254bf06c5a059b93800c"_s);
    switch (task) {
    case Task::SellOnPage:
        return onPage;
    case Task::SellForCash:
        return goods(u"7c5dc498be9a4f9bfc4fad21"_s, u"f30ce6d791b9de451b931a4d"_s);
    case Task::SellSeats:
        return goods(u"b796b6202fe14dc7b8a21fd8"_s, u"7b340a9a0d5eb7ab8f9c39d7"_s);
    case Task::GiveUp:
        return onPage + QStringList{u"--give-up"_s};
    case Task::Recover:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

AppProcess::AppProcess(const Place &place, Task task)
{
    QStringList arguments{u"--server"_s,  place.server.toString(), u"--key-file"_s, place.keyFile,
                          u"--profile"_s, place.profile,           u"--lang"_s,     u"en"_s};
    if (task != Task::Recover)
        arguments += QStringList{place.pictures, u"--size"_s, u"800x600"_s} + goodsOf(task);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &AppProcess::read);
    if (!place.printService.isEmpty()) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"CUPS_SERVER"_s, place.printService);
        m_process.setProcessEnvironment(environment);
    }
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); }); // it does not outlive the test
    m_process.start(task == Task::Recover ? QStringLiteral(OKOSHKO_PROGRAM) : QStringLiteral(OKOSHKO_TOUR), arguments);
}

AppProcess::~AppProcess()
{
    m_process.disconnect(this);
    if (isRunning()) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void AppProcess::kill()
{
    m_process.kill();
}

void AppProcess::hold() const
{
    if (isRunning())
        ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP);
}

void AppProcess::release() const
{
    if (isRunning())
        ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT);
}

bool AppProcess::wasKilled() const
{
    return !isRunning() && m_process.exitStatus() == QProcess::CrashExit && m_process.exitCode() == SIGKILL;
}

bool AppProcess::endedWell() const
{
    return !isRunning() && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
}

QString AppProcess::lastWords()
{
    const QString how = isRunning()
                            ? u"still running"_s
                            : u"%1 %2"_s.arg(m_process.exitStatus() == QProcess::CrashExit ? u"signal"_s : u"exit"_s)
                                  .arg(m_process.exitCode());
    return how + u'\n' + QString::fromUtf8(m_process.readAllStandardError().right(3000));
}

void AppProcess::read()
{
    while (m_process.canReadLine()) {
        const QByteArray line = m_process.readLine().trimmed();
        const QByteArray lead = "waiting for the payment at ";
        if (line.startsWith(lead))
            Q_EMIT pageOpened(QUrl(QString::fromUtf8(line.mid(lead.size()))));
    }
}

} // namespace okoshko::test
