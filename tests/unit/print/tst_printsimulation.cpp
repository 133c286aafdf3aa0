// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Nightly.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/print/PrintFixture.h"

#include <QHash>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <map>
#include <ranges>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_printsimulation {

namespace {

using Submit = FakePrinter::Submit;

PrinterProfile barPrinter()
{
    PrinterProfile printer = rollPrinter();
    printer.name = u"Bar"_s;
    printer.queue = u"bar"_s;
    return printer;
}

/// One counter with two faulty printers, a truthful cashier, and a program that is killed at any moment.
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
        counter.vendor.tellTickets = [this](QList<Ticket> tickets) {
            for (Ticket &ticket : tickets) {
                if (counter.scheduler.now() < m_withheld.value(ticket.id))
                    ticket.barcode.clear();
            }
            return tickets;
        };
        counter.settings.printers << barPrinter();
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
    int asked = 0;  ///< questions to the cashier
    int owed = 0;   ///< jobs that a person closed while the print service did not answer
    int files = 0;  ///< written while such a job was owed its cancel
    int others = 0; ///< papers of the second printer
    int late = 0;   ///< orders of which the vendor withholds a barcode for a while

private:
    [[nodiscard]] int number(int bound) { return static_cast<int>(m_random.bounded(bound)); }
    void note(const QString &what) { violations << what; }

    void step()
    {
        FakePrinter &printer = counter.printer;
        switch (number(19)) {
        case 0:
        case 1:
            sell(1 + number(3));
            break;
        case 2:
            printer.troubles[queue()] = number(2) == 0 ? PrintTrouble::PaperOut : PrintTrouble::Stopped;
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
            printer.refusals[queue()] = {.trouble = PrintTrouble::Rejecting};
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
            if (!m_orders.isEmpty())
                act(m_orders.at(number(static_cast<int>(m_orders.size()))));
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
        case 14:
            loseService();
            break;
        case 15:
            missBarcode();
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
        if (number(4) == 0)
            m_nextIsLate = true;
        if (std::exchange(m_nextIsLate, false)) { // until before the others are sent, or after it
            ++late;
            m_withheld.insert(counter.tickets(id).constLast(),
                              counter.scheduler.now() + std::chrono::seconds(number(90)));
        }
        counter.pay(id, u"api/BASE"_s);
        counter.store.commitTime = disk;
        if (counter.service().confirm(id) != Refusal::None)
            note(u"the money may not be confirmed"_s);
        counter.pass(std::chrono::milliseconds(number(300)));
    }

    [[nodiscard]] QString queue() { return number(3) == 0 ? barPrinter().queue : rollPrinter().queue; }
    [[nodiscard]] QString printer() { return number(3) == 0 ? barPrinter().name : QString(); }

    /// The print service goes away with what it has; the cashier does not wait for it.
    void loseService()
    {
        if (number(3) > 0)
            counter.printer.troubles[rollPrinter().queue] = PrintTrouble::Stopped;
        sell(1 + number(2));
        counter.pass(std::chrono::milliseconds(number(1500)));
        counter.printer.isDown = true;
        counter.pass(std::chrono::milliseconds(number(10000)));
        if (number(3) > 0)
            giveUp();
        if (number(2) == 0)
            answerQuestions();
        if (number(2) == 0)
            counter.again(std::chrono::milliseconds(number(3000)));
        act(m_orders.last());
        counter.pass(std::chrono::milliseconds(number(3000)));
        act(m_orders.last());
        counter.pass(std::chrono::milliseconds(number(3000)));
        counter.printer.isDown = number(3) == 0;
    }

    /// The others of its order are sent without the ticket, and the cashier does not wait for the printer.
    void missBarcode()
    {
        if (number(2) == 0)
            counter.printer.troubles[rollPrinter().queue] = PrintTrouble::PaperOut;
        m_nextIsLate = true;
        sell(2);
        counter.pass(std::chrono::seconds(15 + number(20)));
        if (number(2) == 0)
            giveUp();
        counter.pass(std::chrono::milliseconds(number(3000)));
        if (number(2) == 0)
            answerQuestions();
    }

    void giveUp()
    {
        for (const PrintJob &job : counter.printing().openJobs())
            counter.printing().giveUp(job.id);
    }

    /// The cashier does something with an order.
    void act(const OrderId &id)
    {
        const bool isOwed = std::ranges::any_of(counter.store.jobs, [&id](const auto &kept) {
            return kept.second.order == id && !kept.second.isOpen() && kept.second.isGivingUp;
        });
        owed += isOwed ? 1 : 0;
        switch (number(6)) {
        case 0:
            return byPerson([&] { static_cast<void>(counter.printing().reprint(id, {}, printer())); });
        case 1:
            return giveUp();
        case 2:
            if (counter.printing().savePdf(id, u"/%1.pdf"_s.arg(++m_lastFile)) == PrintRefusal::None)
                files += isOwed ? 1 : 0;
            return;
        default:
            return byPerson([&] { static_cast<void>(counter.printing().print(id, printer())); });
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
        counter.printer.settleJobs(); // she looks now
        QList<PrintJob> all;          // in an order that does not depend on their random names
        std::ranges::copy(counter.store.jobs | std::views::values, std::back_inserter(all));
        std::ranges::sort(all, {},
                          [](const PrintJob &job) { return std::tuple(job.at, job.order.toString(), job.profile); });
        for (const PrintJob &kept : std::as_const(all)) {
            const QUuid name = kept.id;
            const std::optional<PrintJob> job = counter.printing().job(name);
            if (!job || job->state == PrintJob::State::Done || job->settled)
                continue;
            QList<TicketId> cameOut;
            const FakePrinter::Job *atQueue = counter.printer.job(name);
            const bool isWritten = std::ranges::find(counter.printer.drawn, name, &Drawing::job) !=
                                   counter.printer.drawn.cend(); // of a file
            if (job->kind == PrintJob::Kind::File ? isWritten : atQueue && atQueue->at.state == QueueJob::State::Done) {
                for (const TicketCopy &copy : job->copies)
                    cameOut << copy.ticket;
            }
            ++asked;
            counter.printing().settle(name, cameOut, 0, {});
            byPerson([&] { static_cast<void>(counter.printing().print(job->order, printer())); });
        }
    }

    void check(const FakePrinter::Job &arrived)
    {
        if (!counter.store.jobs.contains(arrived.name))
            note(u"a job is at the queue and not in the journal"_s);
        for (const TicketFields &ticket : arrived.drawing.tickets) {
            const QString name = ticket.copy.ticket.toString();
            const bool isOnPaper = std::ranges::find(counter.printer.paper, ticket.copy.ticket, &TicketCopy::ticket) !=
                                   counter.printer.paper.cend();
            if ((isOnPaper || m_sent.contains(name)) && !m_byPerson.contains(arrived.name))
                note(u"sent twice without a person's word: "_s + name);
            if (arrived.at.document == QueueJob::Document::Received)
                m_sent.insert(name);
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
        for (const FakePrinter::Job &job : counter.printer.jobs) {
            others += job.queue == barPrinter().queue && job.at.state == QueueJob::State::Done ? 1 : 0;
            if (counter.printer.isActive(job.name))
                note(u"left at the print service: "_s + job.name.toString());
        }
        for (const auto &[name, job] : counter.store.jobs) {
            if (!job.isOpen() && job.isGivingUp)
                note(u"given up, and never seen to end: "_s + name.toString());
        }
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
            }
            for (const TicketId &ticket : counter.tickets(id)) { // or its next paper would be no duplicate
                if (onPaper.contains(ticket.toString()) && counter.printing().copiesOf(id, ticket) == 0)
                    note(u"on paper, and not counted: "_s + ticket.toString());
            }
            if (state != PrintState::Printed && !listed.contains(id))
                note(u"neither printed nor listed: "_s + id.toString());
        }
    }

    QRandomGenerator m_random;
    QList<OrderId> m_orders;
    QSet<QUuid> m_byPerson;
    QSet<QString> m_sent;
    QHash<TicketId, Microseconds> m_withheld; ///< until when their barcodes are not told
    int m_lastFile = 0;
    bool m_isCalm = false;
    bool m_nextIsLate = false; ///< a barcode of the next order
};

} // namespace

/// Printing under faults: jobs that are lost, printers that stop, a program that is killed between any two steps.
class PrintSimulationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsItsPromises_data()
    {
        // In rows, as each has a time limit of its own.
        QTest::addColumn<quint32>("first");
        QTest::addColumn<quint32>("last");
        const quint32 size = isNightly() ? 100 : 60;
        for (quint32 first = 1; first < (isNightly() ? 2000U : size); first += size)
            QTest::addRow("from %u", first) << first << first + size - 1;
    }
    void keepsItsPromises()
    {
        QFETCH(quint32, first);
        QFETCH(quint32, last);
        QLoggingCategory::setFilterRules(u"okoshko.*=false"_s);
        int printed = 0;
        int asked = 0;
        int owed = 0;
        int files = 0;
        int others = 0;
        int late = 0;
        for (quint32 seed = first; seed <= last; ++seed) {
            Run run(seed);
            run.go(60);
            QVERIFY2(run.violations.isEmpty(),
                     qPrintable(u"seed %1: %2"_s.arg(seed).arg(run.violations.join(u"; "_s))));
            printed += run.printed;
            asked += run.asked;
            owed += run.owed;
            files += run.files;
            others += run.others;
            late += run.late;
        }
        const int few = static_cast<int>(last + 1 - first) / 10;
        QVERIFY(printed > 10 * few);
        QVERIFY(asked > few);
        QVERIFY(others > few);
        QVERIFY(late > few);
        QVERIFY(owed > few);
        QVERIFY(files > 0);
    }
};

} // namespace okoshko::test::tst_printsimulation

OKOSHKO_TEST(tst_printsimulation, PrintSimulationTest, QCoreApplication)
#include "tst_printsimulation.moc"
