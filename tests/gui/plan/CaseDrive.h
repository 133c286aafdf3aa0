// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/scenarios/Scenario.h"
#include "tests/gui/plan/CaseScript.h"
#include "tests/gui/sale/GuiFixture.h"

namespace okoshko::test {

/// A case that is driven on the stage, as the plan tells the tester to. Time stands still there, and passes only where
/// the case waits.
class CaseDrive final : public CaseScript
{
public:
    /// The whole case in each language, until its first failure: \a steps, then end().
    static void perform(int number, const std::function<void(CaseDrive &)> &steps, const TestTimeouts &tempo = {});

    [[nodiscard]] QString text(const QString &objectName) const; ///< of a label that can be seen

    // The tester's hands.
    void switchOn();                 ///< the case's scenario, by keyboard in the QA dock; the server has followed
    void switchOff();                ///< the same
    [[nodiscard]] bool isOn() const; ///< whether it is still to be met
    void pick(int count, const QString &words = QStringLiteral("записанных")); ///< [F2], letters, [→], a digit
    const Sale &reserve(int count = 1); ///< pick(), [Enter]; the payment window is open
    const Sale &startPayment();         ///< reserve(), the first way to pay, [Enter]; the page is open
    void chooseFirstAndStart();         ///< [1], [Enter]
    /// Two tickets for cash; the page of the paid order is shown. \a before: what is said before the payment starts.
    const Sale &sellForCash(const QString &before = {});
    void toOrders();                 ///< [Esc], until the orders are there
    void press(Qt::Key key);         ///< and looks before
    void click(const QString &name); ///< waits until it can be clicked

    // His eyes.
    void awaitShown(const QString &name); ///< a widget that can be seen and is enabled
    /// What is said of that order, in its row of the table and, where it is the current one, in the pane beside it.
    void awaitOfOrder(const OrderId &id, const QString &reference);
    /// What the visible widgets of that class have written on them.
    [[nodiscard]] QStringList textsIn(const QString &className) { return recorder().textsIn(className); }

    using CaseScript::takePicture;
    void takePicture(const QStringList &changing = {}) { takePicture(stage.windows->main(), changing); }

    /// The payment page, as the buyer's browser has it.
    [[nodiscard]] QString readPage(const Sale &sale) const;
    [[nodiscard]] bool pageSays(const Sale &sale, const QString &reference);
    /// After a lost answer, the one order that is shown is this buyer's.
    void claimTheOne();
    [[nodiscard]] int ordersAtServer(); ///< how many there are that hold seats or are paid

    GuiFixture stage;

protected:
    void end() override;
    [[nodiscard]] bool comes(const std::function<bool()> &condition) override { return stage.comes(condition); }
    [[nodiscard]] bool isQuiet() const override { return !stage.isWaiting(); }
    void readMore() override;

private:
    CaseDrive(int number, Language language, const TestTimeouts &tempo);

    [[nodiscard]] QStringList textsOf(const OrderId &id);
    [[nodiscard]] const sandbox::Scenario &scenario() const;
    void tickInDock();

    bool m_wasOn = false;
    OrderId m_watched; ///< of which it is read what is said
};

} // namespace okoshko::test
