// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/PaymentSystem.h"
#include "ui/main/MainWindow.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace okoshko {

namespace sandbox {
class ScenarioBoard;
}

class Counter;
class Languages;
class NewOrderDialog;
class PaymentDialog;
class QaDesk;
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
    };

    Windows(const Home &home, MainWindow::Mode mode);
    ~Windows() override;

    [[nodiscard]] MainWindow &main() { return m_main; }

    /// In training: a dock for what \a board, which must outlive the windows, can bring about. \a control: where
    /// scripts reach the same.
    void addQa(sandbox::ScenarioBoard &board, const QUrl &control);

private:
    void connectOrders();
    void connectSale();
    void connectUnsettled();
    void sellAgain(const OrderId &id);
    void pay(const OrderId &id);
    void showOrders(const OrderId &selected);
    void openPage(const OrderId &id);
    void speak(Format::Language language);
    void dress(Theme::Kind kind);

    Home m_home;
    MainWindow m_main;
    NewOrderDialog *m_newOrder; ///< owned by m_main, as its page
    PaymentDialog *m_payment;   ///< owned by m_main, as its page
    UnsettledDialog *m_unsettled; ///< owned by m_main, as its page
    std::unique_ptr<QaDesk> m_qa; ///< in training only
};

} // namespace okoshko
