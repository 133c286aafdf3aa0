// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/PressedTill.h"
#include "tests/bench/Rows.h"
#include "tests/faults/soak/VendorProcess.h"
#include "ui/widgets/KeyPause.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::bench {

namespace {

/// The demo's own seats: to keep a hundred thousand in order takes the sandbox longer than all else.
const QStringList demo{u"--catalogue"_s, QStringLiteral(OKOSHKO_CATALOGUE)};
const QString cashWords = u"северный ветер"_s; ///< finds the event whose money the seller collects
const QString pageWords = u"записанных"_s;     ///< finds the event that is paid on a page

/// A first sale, after which the express sale knows what to sell.
void sellFirst(PressedTill &till)
{
    till.reserveByHand(cashWords);
    till.press(Qt::Key_Return);
    till.askToConfirm();
    static_cast<void>(till.confirm());
    till.awaitPrinted();
    till.nextBuyer();
}

} // namespace

QList<Row> measureKeys(const QString &folder)
{
    const test::VendorProcess vendor(demo);
    PressedTill till(vendor.url(), folder, PressedTill::roll);
    sellFirst(till);
    till.begin();
    till.sellExpress();
    till.awaitPrinted();
    const int cash = till.presses();

    till.nextBuyer();
    till.reserveByHand(pageWords);
    till.backToOrders(Qt::Key_Escape);
    till.begin();
    till.pressWhen(u"sameAgainButton"_s, Qt::Key_F3);
    till.pressWhen(u"reserveButton"_s, Qt::Key_Return);
    till.pressWhen(u"startPaymentButton"_s, Qt::Key_1);
    till.press(Qt::Key_Return);
    till.awaitShown(u"openPageButton"_s);
    return {{u"keys_cash_exact"_s, static_cast<double>(cash), u"keys"_s, {}, 5},
            {u"keys_page"_s, static_cast<double>(till.presses()), u"keys"_s, {}, 5}};
}

QList<Row> measureExpressSales(const QString &folder, int sales)
{
    constexpr double guardTime = std::chrono::duration<double, std::milli>(KeyPause::length).count();
    constexpr double toReach = 250;
    constexpr double hour = 3'600'000;
    const test::VendorProcess vendor(demo + QStringList{u"--latency"_s, u"20"_s});
    PressedTill till(vendor.url(), folder, PressedTill::roll);
    sellFirst(till);
    tell(u"express sales from F4 until CUPS has the tickets, less the %1 ms in which the question takes no key"_s.arg(
        guardTime));
    QList<double> took;
    const double begun = now();
    for (int i = 1; i <= sales; ++i) {
        took << till.sellExpress() - guardTime;
        till.nextBuyer();
        if (i % 20 == 0 || i == sales)
            tell(u"sale %1 of %2: %3 ms at the median, %4 ms the slowest"_s.arg(i)
                     .arg(sales)
                     .arg(median(took), 0, 'f', 1)
                     .arg(*std::max_element(took.cbegin(), took.cend()), 0, 'f', 1));
    }
    const double each = (now() - begun) / sales;
    return {{u"seconds_express_20ms"_s, median(took) / 1000, u"s"_s, {}, toReach / 1000},
            {u"per_hour"_s, hour / each, u"sales"_s, {}, 0}};
}

} // namespace okoshko::bench
