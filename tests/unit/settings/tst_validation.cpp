// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/SettingsFields.h"
#include "models/settings/Validation.h"
#include "tests/support/TestProgram.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_validation {

using Change = std::function<void(CounterSettings &)>;
using Reason = SettingsReason;

/// What can be set, and what cannot be.
class ValidationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDefaultsAreRight() { QCOMPARE(validate({}), QList<SettingsFault>()); }

    void theTableIsInTheOrderOfItsEnums()
    {
        for (size_t i = 0; i < counterFields().size(); ++i)
            QCOMPARE(static_cast<size_t>(counterFields()[i].key), i);
        for (size_t i = 0; i < systemFields().size(); ++i)
            QCOMPARE(static_cast<size_t>(systemFields()[i].key), i);
        for (size_t i = 0; i < printerFields().size(); ++i)
            QCOMPARE(static_cast<size_t>(printerFields()[i].key), i);
    }

    void refuses_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("field");
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const Change &change, const QString &field, Reason reason,
                            const QString &detail = {}) { QTest::newRow(name) << change << field << reason << detail; };
        using S = CounterSettings;
        const auto printer = [](const std::function<void(PrinterProfile &)> &change) {
            return [change](S &s) {
                PrinterProfile right;
                right.name = u"Лента"_s;
                right.queue = u"roll"_s;
                right.ticketTemplate = u"roll-80"_s;
                PrinterProfile second = right;
                second.name = u"Вторая"_s;
                change(second);
                s.print.printers = {right, second};
            };
        };
        using P = PrinterProfile;
        row("printer without a name", printer([](P &p) { p.name.clear(); }), u"printers[1].name"_s, Reason::Empty);
        row("printer's name taken", printer([](P &p) { p.name = u"Лента"_s; }), u"printers[1].name"_s,
            Reason::PrinterTaken, u"1"_s);
        row("printer without a queue", printer([](P &p) { p.queue.clear(); }), u"printers[1].queue"_s, Reason::Empty);
        row("printer without a template", printer([](P &p) { p.ticketTemplate.clear(); }), u"printers[1].template"_s,
            Reason::Empty);
        row("paper too narrow", printer([](P &p) { p.width = 19.9; }), u"printers[1].width"_s, Reason::OutOfBounds,
            u"20…330"_s);
        row("paper too wide", printer([](P &p) { p.width = 330.5; }), u"printers[1].width"_s, Reason::OutOfBounds,
            u"20…330"_s);
        row("too few dots", printer([](P &p) { p.dpi = 99; }), u"printers[1].dpi"_s, Reason::OutOfBounds,
            u"100…1200"_s);
        row("too many dots", printer([](P &p) { p.dpi = 1201; }), u"printers[1].dpi"_s, Reason::OutOfBounds,
            u"100…1200"_s);
        row("place zero", printer([](P &p) { p.firstSlot = 0; }), u"printers[1].firstSlot"_s, Reason::OutOfBounds,
            u"1…20"_s);
        row(
            "urgent too late", [](S &s) { s.urgentFrom = 29s; }, u"urgentFrom"_s, Reason::OutOfBounds, u"30…600"_s);
        row(
            "urgent too early", [](S &s) { s.urgentFrom = 601s; }, u"urgentFrom"_s, Reason::OutOfBounds, u"30…600"_s);
        row(
            "first pause", [](S &s) { s.firstPause = 0s; }, u"firstPause"_s, Reason::OutOfBounds, u"1…60"_s);
        row(
            "slowest pause", [](S &s) { s.slowestPause = 301s; }, u"slowestPause"_s, Reason::OutOfBounds, u"1…300"_s);
        row(
            "slowest under first", [](S &s) { s.firstPause = 31s; }, u"slowestPause"_s, Reason::SlowestTooFast);
        row(
            "text too small", [](S &s) { s.textSize = 79; }, u"textSize"_s, Reason::OutOfBounds, u"80…200"_s);
        row(
            "no scheme", [](S &s) { s.server = u"api.example.org"_s; }, u"server"_s, Reason::NoScheme);
        row(
            "host and port", [](S &s) { s.server = u"api.example.org:443"_s; }, u"server"_s, Reason::NoScheme);
        row(
            "path", [](S &s) { s.server = u"https://api.example.org/v1"_s; }, u"server"_s, Reason::HasPath);
        row(
            "query", [](S &s) { s.server = u"https://api.example.org?a=b"_s; }, u"server"_s, Reason::HasPath);
        row(
            "user", [](S &s) { s.server = u"https://me@api.example.org"_s; }, u"server"_s, Reason::HasPath);
        row(
            "plain http", [](S &s) { s.server = u"http://api.example.org"_s; }, u"server"_s, Reason::NotSecure);
        row(
            "other scheme", [](S &s) { s.server = u"ftp://api.example.org"_s; }, u"server"_s, Reason::NotSecure);
        row(
            "no host", [](S &s) { s.server = u"https://"_s; }, u"server"_s, Reason::NoAddress);
        row(
            "blank inside", [](S &s) { s.server = u"https://api example.org"_s; }, u"server"_s, Reason::NoAddress);
        row(
            "long name", [](S &s) { s.counterName = QString(61, u'x'); }, u"counterName"_s, Reason::TooLong, u"60"_s);
        row(
            "two lines", [](S &s) { s.counterName = u"a\nb"_s; }, u"counterName"_s, Reason::NotPlain);
        row(
            "a key as name", [](S &s) { s.counterName = u"key 0123456789abcdef0123456789ABCDEF"_s; }, u"counterName"_s,
            Reason::LooksLikeKey);
        row(
            "no system's name", [](S &s) { s.paymentSystems[1].name.clear(); }, u"paymentSystems[1].name"_s,
            Reason::Empty);
        row(
            "no Russian", [](S &s) { s.paymentSystems[1].labels.remove(u"ru"_s); }, u"paymentSystems[1].labelRu"_s,
            Reason::Empty);
        row(
            "long label", [](S &s) { s.paymentSystems[0].labels[u"en"_s] = QString(41, u'x'); },
            u"paymentSystems[0].labelEn"_s, Reason::TooLong, u"40"_s);
        row(
            "one name twice", [](S &s) { s.paymentSystems[2].name = s.paymentSystems[0].name; },
            u"paymentSystems[2].name"_s, Reason::NameTaken, u"1"_s);
        row(
            "one digit twice", [](S &s) { s.paymentSystems[2].digit = s.paymentSystems[1].digit; },
            u"paymentSystems[2].digit"_s, Reason::DigitTaken, u"2"_s);
        row(
            "ten is no digit", [](S &s) { s.paymentSystems[0].digit = 10; }, u"paymentSystems[0].digit"_s,
            Reason::OutOfBounds, u"0…9"_s);
        row(
            "all off",
            [](S &s) {
                for (PaymentSystem &system : s.paymentSystems)
                    system.use = PaymentSystem::Use::Off;
            },
            u"paymentSystems"_s, Reason::NoneOffered);
        row(
            "none at all", [](S &s) { s.paymentSystems.clear(); }, u"paymentSystems"_s, Reason::NoneOffered);
    }

    void refuses()
    {
        QFETCH(Change, change);
        QFETCH(QString, field);
        QFETCH(Reason, reason);
        QFETCH(QString, detail);
        CounterSettings settings;
        change(settings);
        const QList<SettingsFault> faults = validate(settings);
        QCOMPARE(faults.size(), 1);
        QCOMPARE(faults.first(), (SettingsFault{reason, field, detail}));
    }

    void accepts_data()
    {
        QTest::addColumn<Change>("change");
        using S = CounterSettings;
        QTest::newRow("server") << Change([](S &s) { s.server = u"https://api.example.org"_s; });
        QTest::newRow("port, stroke") << Change([](S &s) { s.server = u"https://api.example.org:8443/"_s; });
        QTest::newRow("this computer") << Change([](S &s) { s.server = u"http://127.0.0.1:8099"_s; });
        QTest::newRow("no digits") << Change([](S &s) {
            for (PaymentSystem &system : s.paymentSystems)
                system.digit = 0;
        });
        QTest::newRow("bounds") << Change([](S &s) {
            s.urgentFrom = 600s;
            s.firstPause = s.slowestPause = 60s;
            s.textSize = 200;
        });
        QTest::newRow("an id as name") << Change(
            [](S &s) { s.paymentSystems[0].name = u"545b544a5d645a463e779d53"_s; });
    }

    void accepts()
    {
        QFETCH(Change, change);
        CounterSettings settings;
        change(settings);
        QCOMPARE(validate(settings), QList<SettingsFault>());
    }

    void theSettingsReachThoseWhoUseThem()
    {
        CounterSettings settings;
        settings.language = Format::Language::English;
        settings.urgentFrom = 300s;
        settings.firstPause = 5s;
        settings.slowestPause = 50s;
        Order order;
        order.status = OrderStatus::Executed;
        order.createdAt = Instant();
        order.reservedTill = Instant() + 10min;
        const auto urgency = [&](const Format &format) { return format.countdown(order, Instant() + 6min)->urgency; };
        QCOMPARE(settings.format().language(), Format::Language::English);
        QCOMPARE(urgency(settings.format()), Countdown::Urgency::Urgent);
        QCOMPARE(urgency(Format()), Countdown::Urgency::Calm);
    }
};

} // namespace okoshko::test::tst_validation

OKOSHKO_TEST(tst_validation, ValidationTest, QCoreApplication)
#include "tst_validation.moc"
