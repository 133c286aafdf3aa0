// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/SaleBook.h"
#include "models/sale/SaleDesk.h"
#include "models/sale/Ticker.h"
#include "tests/unit/sale/Vendor.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace okoshko::test {

/// A desk with its vendor and its journal, and time in the test's hands.
struct Counter
{
    Counter() = default;
    explicit Counter(const Patience &itsPatience)
        : patience(itsPatience)
    {
    }
    /// A later life of the program: with the vendor and the folder of an earlier one.
    Counter(Vendor &vendorOfBefore, const QString &folderOfBefore)
        : folder(folderOfBefore)
        , vendor(vendorOfBefore)
    {
    }

    [[nodiscard]] static std::unique_ptr<Journal> openJournal(const QString &folder)
    {
        return *Journal::open(folder + QStringLiteral("/journal.sqlite"), {}, QStringLiteral("tester"));
    }

    QTemporaryDir ownFolder;
    QString folder = ownFolder.path();
    Vendor ownVendor;
    Vendor &vendor = ownVendor;
    Ticker ticker;
    std::unique_ptr<Journal> journal = openJournal(folder);
    SaleBook book{*journal, vendor.clock()};
    Patience patience;
    SaleDesk desk{{vendor, vendor.clock(), ticker, book}, patience};
    QSignalSpy reserved{&desk, &SaleDesk::reserved};

    const Sale &reserve(int count)
    {
        const auto before = reserved.count();
        desk.reserve({.event = *EventId::parse(QStringLiteral("56a6253df06c5a059a93802e")),
                      .random = {{*SetId::parse(QStringLiteral("56a6254bf06c5a059b93800c")), count}}});
        [&] { QTRY_COMPARE(reserved.count(), before + 1); }();
        const OrderId id = reserved.last().at(1).value<OrderId>();
        [&] { QTRY_VERIFY(!desk.sale(id)->underWay); }();
        return *desk.sale(id);
    }

    void settle(const Sale &sale) ///< until no change of the sale is under way
    {
        [&] { QTRY_VERIFY(!sale.underWay); }();
    }

    const Sale &startPayment()
    {
        const Sale &sale = reserve(2);
        [&] { QCOMPARE(desk.pay(sale.order.id, {QStringLiteral("api/BASE"), {}}), SaleDesk::Refusal::None); }();
        settle(sale);
        return sale;
    }

    void pass(std::chrono::seconds time) ///< second by second, each with its answers
    {
        for (auto s = std::chrono::seconds(0); s < time; s += std::chrono::seconds(1)) {
            vendor.pass(std::chrono::seconds(1));
            Q_EMIT ticker.second();
            QCoreApplication::processEvents();
        }
    }
};

/// What the timeline of \a sale tells.
inline QList<HistoryEntry::What> story(const Sale &sale)
{
    QList<HistoryEntry::What> told;
    for (const HistoryEntry &entry : sale.history)
        told << entry.what;
    return told;
}

} // namespace okoshko::test
