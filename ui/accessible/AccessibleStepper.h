// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace okoshko {

class Stepper;

/// A stepper for assistive tools: a spin box, whose number they read and set.
class AccessibleStepper final : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit AccessibleStepper(Stepper &stepper); ///< which must outlive this

    [[nodiscard]] void *interface_cast(QAccessible::InterfaceType type) override;
    [[nodiscard]] QString text(QAccessible::Text text) const override;

    [[nodiscard]] QVariant currentValue() const override;
    void setCurrentValue(const QVariant &value) override; ///< nothing for what is no count
    [[nodiscard]] QVariant maximumValue() const override;
    [[nodiscard]] QVariant minimumValue() const override;
    [[nodiscard]] QVariant minimumStepSize() const override;

private:
    [[nodiscard]] Stepper &stepper() const;
};

} // namespace okoshko
