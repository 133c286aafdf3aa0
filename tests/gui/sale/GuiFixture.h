// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/WindowController.h"
#include "app/sandbox/SandboxThread.h"
#include "app/settings/Languages.h"
#include "app/settings/Settings.h"
#include "app/settings/WindowState.h"
#include "app/tour/Buyer.h"
#include "app/tour/InputDriver.h"
#include "models/counter/NetworkCounter.h"
#include "tests/support/FakePrinter.h"

#include <QObject>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace okoshko::test {

/// How patient the counters of a stage are; a test that does not depend on it may be in a hurry.
struct TestTimeouts
{
    enum class Time {
        Runs,
        Stands, ///< at a moment that is the same each time; only GuiFixture::pass() moves it
    };

    SalePolicy policy;
    std::chrono::milliseconds timeout = HttpClient::Config().timeout; ///< always of the computer's time
    Time time = Time::Runs;

    /// Where time stands.
    [[nodiscard]] static TestTimeouts standing()
    {
        TestTimeouts tempo;
        tempo.time = Time::Stands;
        return tempo;
    }
};

/// The whole counter on a stage: the sandbox in its thread, the windows over real sockets, a cashier's hands and a
/// buyer. The pages that the windows open are kept in `opened` instead of going to a browser.
class GuiFixture final : public QObject
{
    Q_OBJECT
public:
    // Events and sets of the demo catalogue (resources/sandbox/catalogue.json).
    static EventId pageEvent()
    {
        return *EventId::parse(QStringLiteral("56a6253df06c5a059a93802e"));
    } ///< pays on a page
    static SetId pageSet() { return *SetId::parse(QStringLiteral("56a6254bf06c5a059b93800c")); }
    static EventId cashEvent()
    {
        return *EventId::parse(QStringLiteral("7c5dc498be9a4f9bfc4fad21"));
    } ///< seller collects
    static SetId cashSet() { return *SetId::parse(QStringLiteral("f30ce6d791b9de451b931a4d")); }
    static EventId lastEvent()
    {
        return *EventId::parse(QStringLiteral("c9776a01eb7fda5dd2448035"));
    } ///< one ticket left
    static SetId lastSet() { return *SetId::parse(QStringLiteral("4a3ee02338486ac8d57eda6d")); }

    /// Milliseconds for what is only learnt by asking the server again, on a busy machine.
    static constexpr int patience = 60000;

    explicit GuiFixture(Format::Language language = Format::Language::English, const sandbox::Options &options = {},
                        const QByteArray &key = {}, const TestTimeouts &tempo = {});
    ~GuiFixture() override;

    /// Time passes at the counters and at the server, which are to agree: for a stage where it stands.
    void pass(std::chrono::seconds time);
    /// Whether an answer to the counter is still to come.
    [[nodiscard]] bool isWaiting() const;
    /// What it then is, by a clock that is right.
    [[nodiscard]] QDateTime now() const;
    /// Waits until \a condition holds. Where time stands, it passes while nothing is under way that could bring that
    /// about, so that no wait for an answer ends too soon. False where it does not come.
    [[nodiscard]] bool comes(const std::function<bool()> &condition);

    /// The program is closed, and started again on the same journal; the server runs on.
    void close();
    void open();

    // Widgets by name, where they can be seen.
    [[nodiscard]] QWidget *find(const QString &name) const { return hand->find(name); }
    [[nodiscard]] bool isShown(const QString &name) const { return find(name) && find(name)->isEnabled(); }
    void click(const QString &name);
    void press(Qt::Key key) { hand->press(key); }
    void type(const QString &text) { hand->type(text); }

    /// From the orders to the tickets of \a event, and \a count of \a set in the basket.
    void pick(const EventId &event, const SetId &set, int count);
    /// pick(), and reserve; the payment window is then open.
    const Sale &reserve(const EventId &event, const SetId &set, int count);
    /// reserve(), and start the payment with the first system.
    const Sale &startPayment(const EventId &event, const SetId &set, int count);
    [[nodiscard]] const Sale &lastSale() const;

    /// Another counter of the same vendor.
    [[nodiscard]] Order reserveElsewhere(const EventId &event, const SetId &set, int count);
    /// What the server itself says, asked by the other counter.
    [[nodiscard]] Order atServer(const OrderId &id);
    void buyerPays(const Sale &sale);
    void buyerDeclines(const Sale &sale);
    /// The vendor gives the money for one ticket of \a order back.
    void refund(const OrderId &order, const TicketId &ticket);

    /// Whether tickets without the organiser's data are printed.
    enum class Incomplete {
        Allowed,
        Asked, ///< once the cashier has said so
    };
    /// The counter prints tickets on a printer of the test's from now on.
    void setUpPrinter(PrintSettings::Automatic automatic = PrintSettings::Automatic::OnPaid,
                      Incomplete incomplete = Incomplete::Allowed);

    QList<QUrl> opened;

    QTemporaryDir profile;
    Settings settings;
    WindowState memory;
    Languages languages;
    std::unique_ptr<sandbox::SandboxThread> server;
    std::unique_ptr<NetworkCounter> counter;
    FakeQueue *printer = nullptr; ///< of the counter, which owns it
    FakeDrawer *drawer = nullptr;
    std::unique_ptr<WindowController> windows;
    std::unique_ptr<InputDriver> hand;
    std::unique_ptr<NetworkCounter> other;

public Q_SLOTS:
    void keepPage(const QUrl &url) { opened << url; }

private:
    [[nodiscard]] std::unique_ptr<NetworkCounter> makeCounter(const HttpClient::Config &config, const QString &journal,
                                                              const SalePolicy &policy, PrintPorts print = {}) const;
    HttpClient::Config m_config; ///< of the counter
    TestTimeouts m_tempo;
    std::chrono::seconds m_passed{0};
};

} // namespace okoshko::test
