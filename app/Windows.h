// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ProblemReport.h"
#include "app/Saving.h"
#include "models/domain/PaymentSystem.h"
#include "ui/main/MainWindow.h"

#include <QObject>

namespace okoshko {

class Counter;
class Languages;
class NewOrderDialog;
class PaymentDialog;
class UnsettledDialog;
class Settings;

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
        QString logFolder{}; ///< where the log of a report comes from
    };

    Windows(const Home &home, MainWindow::Mode mode);

    [[nodiscard]] MainWindow &main() { return m_main; }

private:
    void connectOrders();
    void connectSale();
    void connectUnsettled();
    void connectSaving();
    void sellAgain(const OrderId &id);
    void pay(const OrderId &id);
    void showOrders(const OrderId &selected);
    void openPage(const OrderId &id);
    void speak(Format::Language language);
    void dress(Theme::Kind kind);

    Home m_home;
    MainWindow m_main;
    Saving m_saving;
    ProblemReport m_report;
    NewOrderDialog *m_newOrder; ///< owned by m_main, as its page
    PaymentDialog *m_payment;   ///< owned by m_main, as its page
    UnsettledDialog *m_unsettled; ///< owned by m_main, as its page
};

} // namespace okoshko
