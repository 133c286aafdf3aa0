// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/print/FakePrinter.h"
#include "tests/unit/sale/CounterFixture.h"

namespace okoshko::test {

[[nodiscard]] PrinterProfile rollPrinter();
/// An event of the vendor's, with complete legal data.
[[nodiscard]] Event playedEvent();

/// A counter with a printer.
class PrintFixture : public CounterFixture
{
public:
    PrintFixture();

    void begin();                                                ///< the program starts, with printer and events
    void again(Microseconds downTime = std::chrono::seconds(2)); ///< killed, and started again
    [[nodiscard]] PrintService &printing() const { return counter().printing; }

    /// An order paid in cash at this counter; what it prints by itself has begun.
    [[nodiscard]] OrderId sell(int count = 2);
    /// An order of this counter that was paid while the program was not running.
    [[nodiscard]] OrderId paidInDowntime(int count = 2);
    /// Prints its tickets, again if they are printed; the job waits for paper.
    QUuid printWithoutPaper(const OrderId &id);
    /// Its tickets, in order.
    [[nodiscard]] QList<TicketId> tickets(const OrderId &id) const { return sale(id).order.tickets; }
    [[nodiscard]] PrintState state(const OrderId &id) const { return printing().stateOf(id); }
    /// The last job of \a id in the journal; fails the test if there is none.
    [[nodiscard]] PrintJob kept(const OrderId &id) const;
    [[nodiscard]] PrintJob open() const; ///< the only open job; fails the test if there is another number
    [[nodiscard]] QStringList record(const OrderId &id) const; ///< the words of printing in it, in order

    FakePrinter printer;
    PrintSettings settings;
};

} // namespace okoshko::test
