// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/ChimeWatch.h"
#include "models/settings/CounterSettings.h"
#include "ui/main/MainWindow.h"

#include <QObject>

#include <memory>

namespace okoshko {

class Counter;
class Languages;
class NewOrderDialog;
class PaymentDialog;
class Settings;
class SettingsDialog;
class SoundPlayer;
class UnsettledDialog;

/// The windows of a counter, put together: what the cashier wants goes to the desk and from page to page.
class Windows final : public QObject
{
    Q_OBJECT
public:
    struct Home ///< all must outlive the windows
    {
        Counter &counter;
        Settings &settings;
        Languages &languages;
    };

    Windows(const Home &home, MainWindow::Mode mode);
    ~Windows() override;

    [[nodiscard]] MainWindow &main() { return m_main; }

private:
    void connectOrders();
    void connectSale();
    void connectUnsettled();
    void sellAgain(const OrderId &id);
    void pay(const OrderId &id);
    void showOrders(const OrderId &selected);
    void openPage(const OrderId &id);
    void connectSettings();
    void showSettings();
    void save(const CounterSettings &values);
    /// What the settings say holds from now on, everywhere.
    void apply();

    Home m_home;
    MainWindow m_main;
    NewOrderDialog *m_newOrder;   ///< owned by m_main, as its page
    PaymentDialog *m_payment;     ///< owned by m_main, as its page
    SettingsDialog *m_settings;   ///< owned by m_main, as its page
    UnsettledDialog *m_unsettled; ///< owned by m_main, as its page
    ChimeWatch m_chimes;
    std::unique_ptr<SoundPlayer> m_sounds; ///< only while sounds are on
    CounterSettings m_applied;             ///< what the program speaks and wears
};

} // namespace okoshko
