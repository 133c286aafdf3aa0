// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/fixture/FaultFixture.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QObject>

namespace okoshko::test {

/// Sells, several buyers at once: each sale is reserved, and then paid, or given up before or after its payment has
/// begun. Lives on the fixture's thread.
class LoadGenerator final : public QObject
{
    Q_OBJECT
public:
    explicit LoadGenerator(FaultFixture &fixture); ///< which must outlive this

    /// Begins sales until \a many have begun since the shop opened; ended() tells how many have ended.
    void sell(int many);

    [[nodiscard]] int ended() const { return m_paid + m_givenUp; }
    [[nodiscard]] int paid() const { return m_paid; }
    [[nodiscard]] int givenUp() const { return m_givenUp; }
    /// What should not happen in good weather.
    [[nodiscard]] const QStringList &complaints() const { return m_complaints; }

private:
    enum class Course { Cash, Page, GivenUpHeld, GivenUpPaying };
    [[nodiscard]] static Course courseOf(int sale);

    void beginMore();
    void onReserved(SaleService::Attempt attempt, const OrderId &id);
    void onChanged(const OrderId &id);
    void goOn(const Sale &sale, Course course);
    void pay(const QUrl &page);
    void end(const Sale &sale, Course course);

    FaultFixture &m_fixture;
    QNetworkAccessManager m_buyers;
    QHash<SaleService::Attempt, Course> m_asked;
    QHash<OrderId, Course> m_inProgress;
    QStringList m_complaints;
    int m_wanted = 0;
    int m_begun = 0;
    int m_paid = 0;
    int m_givenUp = 0;
};

} // namespace okoshko::test
