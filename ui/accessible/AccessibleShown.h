// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>
#include <QList>

namespace okoshko {

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

} // namespace okoshko
