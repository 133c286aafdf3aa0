// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>
#include <QList>

namespace okoshko {

/// A widget that paints its text: reported to assistive tools as text if it has an accessible name and no children. Qt
/// would report it as a filler, which screen readers skip, and its tool tip as a description.
class AccessibleWords final : public QAccessibleWidget
{
public:
    explicit AccessibleWords(QWidget &widget); ///< must outlive this

    [[nodiscard]] QAccessible::Role role() const override;
    [[nodiscard]] QString text(QAccessible::Text text) const override;
};

/// A widget whose hidden children are not reported to assistive tools. Qt reports them, and items of their lists and
/// tables as showing.
class AccessibleShown final : public QAccessibleWidget
{
public:
    /// \a widget must outlive this.
    AccessibleShown(QWidget &widget, QAccessible::Role role);

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;

private:
    [[nodiscard]] QList<QWidget *> shown() const;
};

class Stepper;

/// A stepper, reported to assistive tools as a spin box with a value that can be read and set.
class AccessibleStepper final : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit AccessibleStepper(Stepper &stepper); ///< must outlive this

    [[nodiscard]] void *interface_cast(QAccessible::InterfaceType type) override;
    [[nodiscard]] QString text(QAccessible::Text text) const override;

    [[nodiscard]] QVariant currentValue() const override;
    void setCurrentValue(const QVariant &value) override; ///< ignores what is no count
    [[nodiscard]] QVariant maximumValue() const override;
    [[nodiscard]] QVariant minimumValue() const override;
    [[nodiscard]] QVariant minimumStepSize() const override;

private:
    [[nodiscard]] Stepper &stepper() const;
};

/// Makes assistive tools see our widgets by their roles: notices as alerts, steppers as spin boxes, and only the
/// current page. Applies to windows created afterwards; may be called again.
void installAccessible();

} // namespace okoshko
