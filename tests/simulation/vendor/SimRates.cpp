// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/vendor/SimRates.h"

namespace okoshko::sim {

SimRates SimRates::rough()
{
    SimRates rates;
    rates.line.fill(8);
    rates.jitter = 300;
    rates.slowProcessing = 40;
    rates.lingeringLock = 60;
    rates.terseChange = 100;
    rates.repeatAccepted = 200;
    rates.lazyCancel = 200;
    rates.systemForbidden = 20;
    rates.confirmRefused = 20;
    rates.combinedRefused = 300;
    rates.changeRefused = 50;
    rates.codeRefused = 300;
    rates.terseRead = 40;
    rates.turnedTickets = 200;
    rates.cutList = 100;
    rates.listWithHoles = 50;
    rates.listWithoutDates = 50;
    rates.shortOrder = 60;
    rates.dealFee = 300;
    rates.basePage = 300;
    rates.confirmWithPage = 300;
    rates.strangeWord = 50;
    rates.lateExpiry = 300;
    rates.slowBank = 200;
    rates.keptExpired = 300;
    rates.cancelRefused = 300;
    rates.declineStays = 300;
    rates.invoiceUnpaid = 400;
    rates.organiserCancels = 20;
    rates.window = 60;
    return rates;
}

SimRates SimRates::storm()
{
    SimRates rates = rough();
    rates.line.fill(25);
    rates.jitter = 700;
    rates.slowProcessing = 200;
    rates.lingeringLock = 300;
    rates.terseChange = 400;
    rates.terseRead = 200;
    rates.lazyCancel = 500;
    rates.cutList = 300;
    rates.listWithHoles = 200;
    rates.strangeWord = 200;
    rates.slowBank = 500;
    rates.window = 200;
    return rates;
}

} // namespace okoshko::sim
