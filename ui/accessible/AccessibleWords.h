// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

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

} // namespace okoshko
