// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>
#include <QList>

namespace okoshko {

/// A widget that paints its words itself: for assistive tools a text, where it bears a name and holds no other widgets.
/// Qt would call it a filler, which readers pass over, and take its tool tip for a description.
class AccessibleWords final : public QAccessibleWidget
{
public:
    explicit AccessibleWords(QWidget &widget); ///< which must outlive this

    [[nodiscard]] QAccessible::Role role() const override;
    [[nodiscard]] QString text(QAccessible::Text text) const override;
};

/// A widget of which assistive tools see the children that are shown. Qt names hidden ones too, and tells the items of
/// their lists and tables to be showing.
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

/// Lets assistive tools see our own widgets as what they are: notices as alerts, steppers as numbers that can be set,
/// and of the pages the one that is shown. For windows that are made from then on; again does no harm.
void installAccessible();

} // namespace okoshko
