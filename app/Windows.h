// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/FileSaver.h"
#include "app/report/ProblemReport.h"
#include "app/settings/SettingsFile.h"
#include "models/sale/SoundAlerts.h"
#include "models/settings/CounterSettings.h"
#include "models/setup/ConnectionCheck.h"
#include "ui/keys/QuietMoment.h"
#include "ui/main/MainWindow.h"
#include "ui/payment/PaymentDrafts.h"
#include "ui/settings/SettingsPage.h"

#include <QFutureWatcher>
#include <QObject>
#include <QUrl>

#include <memory>
#include <optional>

namespace okoshko {

namespace sandbox {
class ScenarioBoard;
}

struct ConnectionValues;
class Counter;
class Languages;
class NewOrderPage;
class PaymentPage;
class Settings;
class SoundPlayer;
class UnsettledPage;
class WindowState;

/// The windows of a counter, put together: what the cashier asks for goes to the counter and from page to page.
class Windows final : public QObject
{
    Q_OBJECT
public:
    struct AccountInfo ///< what the windows say of the account, and allow with it
    {
        MainWindow::Mode mode = MainWindow::Mode::Training;
        StatusLine::Key key = StatusLine::Key::Kept;
        SettingsPage::Account account = SettingsPage::Account::Fixed;
        QString logFolder{}; ///< where the log of a report comes from
    };

    /// All references must outlive the windows.
    Windows(Counter &counter, Settings &settings, WindowState &state, Languages &languages, const AccountInfo &info);
    ~Windows() override;

    [[nodiscard]] MainWindow &main() { return m_main; }
    /// Whether changed settings are not on screen yet: they are applied when that interrupts no input.
    [[nodiscard]] bool isToRebuild() const { return m_quiet.isAwaited(); }
    [[nodiscard]] const PaymentDrafts &drafts() const { return m_drafts; }

    /// In training: a dock for what \a board, which must outlive the windows, can bring about. \a control: where
    /// scripts reach the same.
    void addQa(sandbox::ScenarioBoard &board, const QUrl &control);

    /// After connectionTestRequested(): how it ended.
    void showConnectionResult(const ConnectionOutcome &outcome);
    /// The browser did not open \a page.
    void showPageNotOpened(const QUrl &page);

Q_SIGNALS:
    // Of the settings, where AccountInfo::account lets them be changed.
    void connectionTestRequested(const okoshko::ConnectionValues &values); ///< without a key: with the one in use
    void connectionTestLeft();
    void reconnectRequested(const okoshko::CounterSettings &values, const QByteArray &key);

private:
    void connectWindow();
    /// What is in the window, for the settings as they are.
    void build();
    void buildDock();
    void rebuild(); ///< as build(), with all that is in it
    void connectOrders();
    void connectSale();
    void connectUnsettled();
    void sellAgain(const OrderId &id);
    void pay(const OrderId &id);
    void showOrders(const OrderId &selected);
    void openPage(const OrderId &id);
    void openScanned(const QString &code);
    void connectSettings();
    void saveList();
    void exportSettings(const QString &folder);
    void importFrom(const QString &path, const CounterSettings &before);
    void showSettings();
    void save(const CounterSettings &values);
    /// Applies the settings: at once to the sale, and on screen as soon as that interrupts no input.
    void apply();
    void prepare(); ///< language, text size and tables, for what is to be built

    struct Qa ///< all must outlive the windows
    {
        sandbox::ScenarioBoard &board;
        QUrl control;
    };

    Counter &m_counter;
    Settings &m_settings;
    WindowState &m_state;
    Languages &m_languages;
    SettingsPage::Account m_account;
    PaymentDrafts m_drafts;
    MainWindow m_main;
    QuietMoment m_quiet;
    FileSaver m_saver;
    ProblemReport m_report;
    NewOrderPage *m_newOrder = nullptr;     ///< owned by m_main, as its page
    PaymentPage *m_payment = nullptr;       ///< owned by m_main, as its page
    SettingsPage *m_settingsPage = nullptr; ///< owned by m_main, as its page
    UnsettledPage *m_unsettled = nullptr;   ///< owned by m_main, as its page
    SoundAlerts m_alerts;
    std::unique_ptr<SoundPlayer> m_sounds; ///< only while sounds are on
    CounterSettings m_built;               ///< what is on screen
    std::optional<Qa> m_qa;                ///< in training only
    QString m_importing;                   ///< the file whose settings are read
    QFutureWatcher<SettingsReading> m_import;
    FileThread m_readers; ///< destroyed first; what is still being read is of no use then
};

} // namespace okoshko
