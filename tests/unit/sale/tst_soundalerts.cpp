// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/Countdown.h"
#include "models/sale/SoundAlerts.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/CounterFixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_soundalerts {

namespace {

using Kind = ScriptedVendor::Kind;
using Reached = ScriptedVendor::Reached;

/// A counter whose sounds are heard.
struct Heard
{
    Heard()
    {
        counter.start();
        alerts = std::make_unique<SoundAlerts>(counter.service(), counter.program->clock, ticker);
        QObject::connect(alerts.get(), &SoundAlerts::soundPlayed, [this](Sound sound) { sounds << sound; });
    }
    ~Heard() { alerts.reset(); }

    void pass(std::chrono::seconds time)
    {
        for (auto s = 0s; s < time; s += 1s) {
            counter.pass(1s);
            Q_EMIT ticker.second();
        }
    }

    CounterFixture counter;
    Ticker ticker;
    std::unique_ptr<SoundAlerts> alerts;
    QList<Sound> sounds;
};

} // namespace

/// What is worth a sound: each once, and of this counter's sales alone.
class SoundAlertsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soundsOnceForEach()
    {
        Heard heard;
        heard.alerts->setUrgentFrom(60s);
        const OrderId paid = heard.counter.startPayment();
        heard.counter.vendor.pay(paid);
        heard.pass(5s);
        QCOMPARE(heard.sounds, QList{Sound::Paid});
        heard.pass(10s);
        QCOMPARE(heard.sounds.size(), 1);

        heard.sounds.clear();
        static_cast<void>(heard.counter.reserve(1));
        heard.pass(9min - 5s);
        QVERIFY(heard.sounds.isEmpty());
        heard.pass(10s);
        QCOMPARE(heard.sounds, QList{Sound::Urgent});
        heard.pass(2min);
        QCOMPARE(heard.sounds, (QList{Sound::Urgent, Sound::Wrong})); // and it expired
    }

    void isSilentForOthersAndForWhatWasGivenUp()
    {
        Heard heard;
        const OrderId given = heard.counter.reserve(1);
        QCOMPARE(heard.counter.service().cancel(given), Refusal::None);
        heard.pass(1s);
        QCOMPARE(heard.counter.status(given), OrderStatus::Canceled);
        const OrderId theirs = heard.counter.vendor.makeElsewhere(wanting(1));
        heard.counter.service().loadOrders();
        heard.pass(1s);
        heard.counter.vendor.pay(theirs);
        heard.counter.service().loadOrders();
        heard.pass(1s);
        QCOMPARE(heard.counter.status(theirs), OrderStatus::Done);
        QVERIFY(heard.sounds.isEmpty());
    }

    void aDeclinedPaymentIsHeard()
    {
        Heard heard;
        const OrderId id = heard.counter.startPayment();
        heard.counter.vendor.at(id).status = OrderStatus::Canceled;
        heard.pass(5s);
        QCOMPARE(heard.sounds, QList{Sound::Wrong});
    }

    void moneyThatComesLateIsHeard()
    {
        Heard heard;
        const OrderId id = heard.counter.startPayment();
        QCOMPARE(heard.counter.service().cancel(id), Refusal::None);
        heard.pass(1s);
        heard.counter.vendor.pay(id);
        heard.pass(60s);
        QCOMPARE(heard.sounds, QList{Sound::Paid});
    }

    void h09_aSeriesOfTheSameFailureIsOneSound()
    {
        Heard heard;
        const OrderId id = heard.counter.reserve(1);
        heard.counter.vendor.expires = false;
        heard.counter.vendor.failAll(Kind::Cancel, offline());
        QCOMPARE(heard.counter.service().cancel(id), Refusal::None);
        heard.pass(30min);
        QVERIFY(heard.counter.vendor.count(Kind::Cancel) > 5);
        QCOMPARE(heard.sounds.count(Sound::Wrong), 1);
    }

    void h09_anOrderThatTheServerDoesNotKnowIsNotHeardForEver()
    {
        Heard heard;
        const OrderId id = heard.counter.reserve(1);
        heard.counter.vendor.forget(id);
        QCOMPARE(heard.counter.service().cancel(id), Refusal::None);
        heard.pass(30min);
        QCOMPARE(heard.sounds.count(Sound::Wrong), 1);
    }

    void hersAreHeardEachTime()
    {
        Heard heard;
        const OrderId id = heard.counter.reserve(1);
        heard.counter.vendor.failNext(Kind::ChoosePayment, answered(403), Reached::No, 2);
        heard.counter.pay(id);
        heard.counter.pay(id);
        QCOMPARE(heard.sounds, (QList{Sound::Wrong, Sound::Wrong}));
    }
};

} // namespace okoshko::test::tst_soundalerts

OKOSHKO_TEST(tst_soundalerts, SoundAlertsTest, QCoreApplication)
#include "tst_soundalerts.moc"
