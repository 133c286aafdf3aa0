// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/scenarios/Scenario.h"
#include "tests/gui/plan/CaseScript.h"
#include "tests/gui/sale/Stage.h"

namespace okoshko::test {

/// A case that is driven on the stage, as the plan tells the tester to.
class CaseDrive final : public CaseScript
{
public:
    explicit CaseDrive(int number, const Tempo &tempo = {});

    [[nodiscard]] QString text(const QString &objectName) const; ///< of a label that can be seen

    // The tester's hands.
    void switchOn();                 ///< the case's scenario, by keyboard in the QA dock
    void switchOff();                ///< the same
    [[nodiscard]] bool isOn() const; ///< whether it is still to be met
    void pick(int count, const QString &words = QStringLiteral("записанных")); ///< [F2], letters, [→], a digit
    const Sale &reserve(int count = 1); ///< pick(), [Enter]; the payment window is open
    const Sale &startPayment();         ///< reserve(), the first way to pay, [Enter]; the page is open
    void chooseFirstAndStart();         ///< [1], [Enter]
    void toOrders();                    ///< [Esc], until the orders are there

    using CaseScript::takePicture;
    void takePicture() { takePicture(stage.windows->main()); }

    [[nodiscard]] QString readPage(const Sale &sale); ///< the payment page, as the buyer's browser has it
    [[nodiscard]] bool pageSays(const Sale &sale, const QString &reference);
    [[nodiscard]] int ordersAtServer(); ///< how many there are that hold seats or are paid

    Stage stage;

private:
    [[nodiscard]] const sandbox::ScenarioRow &scenario() const;
    void tickInDock();
};

} // namespace okoshko::test
