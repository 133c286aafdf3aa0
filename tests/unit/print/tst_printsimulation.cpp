// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Nightly.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/print/PrintFixture.h"

#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QSet>

#include <map>
#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_printsimulation {

namespace {

using Submit = FakePrinter::Submit;

/// One counter with a faulty printer, a truthful cashier, and a program that is killed at any moment.
class Run
{
public:
    explicit Run(quint32 seed)
        : m_random(seed)
    {
        FakePrinter &printer = counter.printer;
        printer.onArrived = [this](const FakePrinter::Job &arrived) { check(arrived); };
        printer.chooseSubmit = [this] {
            if (m_isCalm)
                return Submit::Works;
            switch (number(12)) {
            case 0:
                return Submit::LostBefore;
            case 1:
                return Submit::LostAfter;
            case 2:
                return Submit::LostWithoutDocument;
            case 3:
                return Submit::LostLate;
            default:
                return Submit::Works;
            }
        };
        counter.begin();
    }

    void go(int steps)
    {
        for (int i = 0; i < steps && violations.isEmpty(); ++i)
            step();
        m_isCalm = true;
        counter.printer.troubles.clear();
        counter.printer.refusals.clear();
        counter.printer.isDown = counter.printer.ignoresCancel = false;
        counter.store.commitTime = 1ms;
        counter.pass(40min);
        checkEnd();
    }

    PrintFixture counter;
    QStringList violations;
    int printed = 0;
    int asked = 0; ///< questions to the cashier

private:
    [[nodiscard]] int number(int bound) { return static_cast<int>(m_random.bounded(bound)); }
    void note(const QString &what) { violations << what; }

    void step()
    {
        FakePrinter &printer = counter.printer;
        switch (number(16)) {
        case 0:
        case 1:
            sell(1 + number(3));
            break;
        case 2:
            printer.troubles[u"roll"_s] = number(2) == 0 ? PrintTrouble::PaperOut : PrintTrouble::Stopped;
            break;
        case 3:
            printer.troubles.clear();
            printer.refusals.clear();
            break;
        case 4:
            printer.isDown = number(2) == 0;
            break;
        case 5:
            printer.ignoresCancel = number(2) == 0;
            break;
        case 6:
            printer.refusals[u"roll"_s] = {.trouble = PrintTrouble::Rejecting};
            break;
        case 7: // any moment of an order's printing
            sell(2);
            counter.pass(std::chrono::microseconds(number(20000)));
            counter.again(std::chrono::milliseconds(number(3000)));
            break;
        case 8:
            counter.again(std::chrono::milliseconds(number(3000)));
            break;
        case 9:
            act();
            break;
        case 10:
        case 11:
            answerQuestions();
            break;
        case 12:
            counter.store.commitTime = std::chrono::milliseconds(1 + number(2) * number(100));
            break;
        case 13:
            counter.pass(number(20) == 0 ? Microseconds(31min) : Microseconds(20s));
            break;
        default:
            counter.pass(std::chrono::milliseconds(number(4000)));
            break;
        }
        counter.pass(std::chrono::microseconds(number(30000)));
    }

    void sell(int count)
    {
        const Microseconds disk = std::exchange(counter.store.commitTime, 1ms); // slow for what is printed only
        counter.pass(200ms); // what waits for the disk is written first
        counter.vendor.page.clear();
        const OrderId id = counter.reserve(count);
        m_orders << id;
        counter.pay(id, u"api/BASE"_s);
        counter.store.commitTime = disk;
        if (counter.service().confirm(id) != Refusal::None)
            note(u"the money may not be confirmed"_s);
        counter.pass(std::chrono::milliseconds(number(300)));
    }

    /// The cashier does something with an order.
    void act()
    {
        if (m_orders.isEmpty())
            return;
        const OrderId id = m_orders.at(number(static_cast<int>(m_orders.size())));
        switch (number(4)) {
        case 0:
            return byPerson([&] { static_cast<void>(counter.printing().reprint(id)); });
        case 1:
            for (const PrintJob &job : counter.printing().openJobs())
                counter.printing().giveUp(job.id);
            return;
        default:
            return byPerson([&] { static_cast<void>(counter.printing().print(id)); });
        }
    }

    /// The jobs that \a press begins are by a person.
    template <class Press>
    void byPerson(Press press)
    {
        const QList<PrintJob> before = counter.printing().openJobs();
        press();
        for (const PrintJob &job : counter.printing().openJobs()) {
            if (std::ranges::find(before, job.id, &PrintJob::id) == before.cend())
                m_byPerson.insert(job.id);
        }
    }

    /// What is in question is answered truly: by what lies in the printer's tray.
    void answerQuestions()
    {
        const std::map<QUuid, PrintJob> all = counter.store.jobs;
        for (const auto &[name, kept] : all) {
            const std::optional<PrintJob> job = counter.printing().job(name);
            if (!job || job->state == PrintJob::State::Done || job->settled)
                continue;
            QList<TicketId> cameOut;
            const FakePrinter::Job *atQueue = counter.printer.job(name);
            if (atQueue && atQueue->at.state == QueueJob::State::Done) {
                for (const TicketCopy &copy : job->copies)
                    cameOut << copy.ticket;
            }
            ++asked;
            counter.printing().settle(name, cameOut, 0, {});
            byPerson([&] { static_cast<void>(counter.printing().print(job->order)); });
        }
    }

    void check(const FakePrinter::Job &arrived)
    {
        if (!counter.store.jobs.contains(arrived.name))
            note(u"a job is at the queue and not in the journal"_s);
        for (const TicketFields &ticket : arrived.drawing.tickets) {
            const QString name = ticket.copy.ticket.toString();
            if (m_sent.contains(name) && !m_byPerson.contains(arrived.name))
                note(u"sent twice without a person's word: "_s + name);
            if (arrived.at.document == QueueJob::Document::Received)
                m_sent.insert(name);
            if (ticket.copy.duplicate > 0)
                continue;
            for (const FakePrinter::Job &other : counter.printer.jobs) {
                const bool hasIt = other.name != arrived.name &&
                                   std::ranges::any_of(other.drawing.tickets, [&ticket](const TicketFields &each) {
                                       return each.copy.ticket == ticket.copy.ticket;
                                   });
                if (hasIt && counter.printer.isActive(other.name))
                    note(u"sent again before the cancel was seen: "_s + name);
            }
        }
    }

    void checkEnd()
    {
        std::map<std::pair<QString, int>, int> papers;
        std::set<QString> onPaper;
        for (const TicketCopy &copy : std::as_const(counter.printer.paper)) {
            onPaper.insert(copy.ticket.toString());
            if (++papers[{copy.ticket.toString(), copy.duplicate}] > 1)
                note(u"two papers of the same number %1: "_s.arg(copy.duplicate) + copy.ticket.toString());
        }
        QSet<OrderId> listed;
        for (const UnprintedOrder &order : counter.printing().unprinted())
            listed.insert(order.order);
        for (const OrderId &id : std::as_const(m_orders)) {
            if (counter.vendor.status(id) != OrderStatus::Done)
                continue; // killed before the money was confirmed
            const PrintState state = counter.state(id);
            if (state == PrintState::Printed) {
                ++printed;
                for (const TicketId &ticket : counter.tickets(id)) {
                    if (!onPaper.contains(ticket.toString()))
                        note(u"said to be printed, and on no paper: "_s + ticket.toString());
                }
            } else if (!listed.contains(id)) {
                note(u"neither printed nor listed: "_s + id.toString());
            }
        }
    }

    QRandomGenerator m_random;
    QList<OrderId> m_orders;
    QSet<QUuid> m_byPerson;
    QSet<QString> m_sent;
    bool m_isCalm = false;
};

} // namespace

/// Printing under faults: jobs that are lost, printers that stop, a program that is killed between any two steps.
class PrintSimulationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsItsPromises()
    {
        QLoggingCategory::setFilterRules(u"okoshko.*=false"_s);
        const quint32 seeds = isNightly() ? 2000 : 60;
        int printed = 0;
        int asked = 0;
        for (quint32 seed = 1; seed <= seeds; ++seed) {
            Run run(seed);
            run.go(60);
            QVERIFY2(run.violations.isEmpty(),
                     qPrintable(u"seed %1: %2"_s.arg(seed).arg(run.violations.join(u"; "_s))));
            printed += run.printed;
            asked += run.asked;
        }
        QVERIFY(printed > static_cast<int>(seeds));
        QVERIFY(asked > static_cast<int>(seeds) / 10);
    }
};

} // namespace okoshko::test::tst_printsimulation

OKOSHKO_TEST(tst_printsimulation, PrintSimulationTest, QCoreApplication)
#include "tst_printsimulation.moc"
