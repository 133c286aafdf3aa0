// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/kill/PrintKiller.h"

#include "tests/faults/fixture/SaleRequests.h"

#include <QDir>
#include <QTimer>

namespace okoshko::test {

using Operation = CupsRelay::Operation;
using Moment = CupsRelay::Moment;

namespace {

const QString ofTickets = QStringLiteral("roll");

} // namespace

PrintKiller::PrintKiller(const PrintDeath &death, AppProcess &life, FaultyProxy &vendor, PrinterFixture &shop,
                         const QString &documents)
    : m_death(death)
    , m_life(life)
    , m_shop(shop)
{
    if (death.point == Point::Confirmed) {
        connect(&vendor, &FaultyProxy::answered, this, [this](const SeenRequest &request) {
            if (planFor(Request::Confirm, Fault::CutBefore).means(request))
                strikeLater();
        });
    }
    if (death.point == Point::Drawing) {
        QDir().mkpath(documents);
        m_documents.addPath(documents);
        connect(&m_documents, &QFileSystemWatcher::directoryChanged, this, &PrintKiller::strike);
    }
    if (death.service == Service::Restarts) {
        shop.line().at(Operation::GetJobs, Moment::Asked, [this] {
            m_shop.die();
            m_shop.restart();
            arm();
        });
    } else {
        arm();
    }
}

PrintKiller::~PrintKiller()
{
    m_shop.line().watchNothing();
}

void PrintKiller::arm()
{
    switch (m_death.point) {
    case Point::Confirmed:
    case Point::Drawing:
        return;
    case Point::Creating:
        return strikeAt(Operation::CreateJob, Moment::Asked);
    case Point::Created:
        return strikeAt(Operation::CreateJob, Moment::Answered);
    case Point::Sending:
        return strikeAt(Operation::SendDocument, Moment::Asked);
    case Point::InDocument:
        return strikeAt(Operation::SendDocument, Moment::InDocument);
    case Point::Sent:
        return strikeAt(Operation::SendDocument, Moment::Answered);
    case Point::SentLater:
        return m_shop.line().at(
            Operation::SendDocument, Moment::Answered, [this] { strikeLater(); }, ofTickets);
    case Point::Asking:
        return strikeAt(Operation::GetJobs, Moment::Asked);
    case Point::Printed:
    case Point::PrintedLater:
        return awaitPaper();
    case Point::AtRandom:
        return strikeLater();
    }
    Q_UNREACHABLE();
}

void PrintKiller::awaitPaper()
{
    const auto isOut = [this] {
        if (m_death.point == Point::Printed)
            strikeAt(Operation::GetJobs, Moment::Answered);
        else
            m_shop.line().at(
                Operation::GetJobs, Moment::Answered, [this] { strikeLater(); }, ofTickets);
    };
    if (m_death.printers != Printers::Wait)
        return isOut(); // what an earlier life has sent is being printed
    connect(&m_shop, &PrinterFixture::paperOut, this, isOut);
    m_shop.line().at(
        Operation::GetJobs, Moment::Answered, [this] { m_shop.goOn(); }, ofTickets);
}

void PrintKiller::strikeAt(Operation operation, Moment moment)
{
    m_shop.line().at(
        operation, moment, [this] { strike(); }, ofTickets);
}

void PrintKiller::strikeLater()
{
    QTimer::singleShot(m_death.delay, Qt::PreciseTimer, this, &PrintKiller::strike);
}

void PrintKiller::strike()
{
    if (!m_life.isRunning())
        return;
    m_hasStruck = true;
    m_life.kill();
    m_shop.line().sever();
    if (m_death.service == Service::Dies)
        m_shop.die();
}

} // namespace okoshko::test
