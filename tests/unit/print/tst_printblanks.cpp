// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/print/PrintFixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_printblanks {

namespace {

/// A counter whose printer has the blanks from 101 to 999.
struct NumberedBlanks : PrintFixture
{
    NumberedBlanks()
    {
        settings.printers[0].blanks = PrinterProfile::Blanks::Numbered;
        begin();
        printing().blanks().setRange(u"roll"_s, 101, 999);
    }

    /// What the record of \a id says of blanks: how many, and the first one's number.
    [[nodiscard]] QStringList used(const OrderId &id) const
    {
        QStringList words;
        for (const HistoryEntry &entry : sale(id).history) {
            if (entry.what == HistoryEntry::What::BlanksUsed)
                words << entry.words;
        }
        return words;
    }
};

} // namespace

/// The numbers of preprinted blanks in the record are those of the paper.
class PrintBlanksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The first is asked for less often than the second: its blanks come first all the same.
    void blanksAreCountedAsTheyArePrinted()
    {
        NumberedBlanks counter;
        counter.printer.printing = 12s;
        const OrderId first = counter.sell(2);
        counter.pass(10s);
        counter.printer.printing = 2100ms;
        const OrderId second = counter.sell(1);
        counter.pass(10s);
        QCOMPARE(counter.used(first), QStringList{u"2 101"_s});
        QCOMPARE(counter.used(second), QStringList{u"1 103"_s});
    }

    /// The later job is asked for sooner, and both are printed once there is paper.
    void blanksOfAJobThatWaitedForPaperComeFirst()
    {
        NumberedBlanks counter;
        counter.printer.troubles[u"roll"_s] = PrintTrouble::PaperOut;
        const OrderId first = counter.sell(2);
        counter.pass(61s);
        const OrderId second = counter.sell(1);
        counter.pass(400ms);
        counter.printer.troubles.clear();
        counter.pass(1min);
        QCOMPARE(counter.state(first), PrintState::Printed);
        QCOMPARE(counter.state(second), PrintState::Printed);
        QCOMPARE(counter.used(first), QStringList{u"2 101"_s});
        QCOMPARE(counter.used(second), QStringList{u"1 103"_s});
    }

    /// A torn blank is what it waits for.
    void aBlankIsSpoiledWhileAJobWaits()
    {
        NumberedBlanks counter;
        counter.printer.troubles[u"roll"_s] = PrintTrouble::PaperOut;
        const OrderId id = counter.sell(2);
        counter.pass(10s);
        QCOMPARE(counter.printing().blanks().spoil(u"roll"_s, 1, u"torn"_s), BlankRefusal::None);
        counter.printer.troubles.clear();
        counter.pass(1min);
        QCOMPARE(counter.state(id), PrintState::Printed);
        QCOMPARE(counter.printing().blanks().next(u"roll"_s), 104);
    }

    /// All wait for paper and are done at once; whichever is asked for first.
    void blanksOfThreeJobsAreCountedAsTheyArePrinted()
    {
        NumberedBlanks counter;
        QStringList wanted;
        qint64 next = 101;
        QList<OrderId> orders;
        for (int round = 0; round < 60; ++round) {
            counter.printer.troubles[u"roll"_s] = PrintTrouble::PaperOut;
            for (const int count : {2, 3, 1}) {
                orders << counter.sell(count);
                wanted << u"%1 %2"_s.arg(count).arg(next);
                next += count;
                counter.pass(std::chrono::milliseconds(21300 - 7070 * count + 37 * round));
            }
            counter.printer.troubles.clear();
            counter.pass(1min);
        }
        QStringList numbers;
        for (const OrderId &id : orders)
            numbers << counter.used(id);
        QCOMPARE(numbers, wanted);
    }

    /// Its blanks come first; how many is known when it ends.
    void noBlankIsSpoiledDuringAJob()
    {
        NumberedBlanks counter;
        counter.printer.printing = 5s;
        static_cast<void>(counter.sell(2));
        counter.pass(1s);
        QCOMPARE(counter.printing().blanks().spoil(u"roll"_s, 1, u"torn"_s), BlankRefusal::InUse);
        QCOMPARE(counter.printing().blanks().next(u"roll"_s), 101);
        counter.pass(10s);
        QCOMPARE(counter.printing().blanks().spoil(u"roll"_s, 1, u"torn"_s), BlankRefusal::None);
        QCOMPARE(counter.printing().blanks().next(u"roll"_s), 104);
    }
};

} // namespace okoshko::test::tst_printblanks

OKOSHKO_TEST(tst_printblanks, PrintBlanksTest, QCoreApplication)
#include "tst_printblanks.moc"
