// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Rescale.h"

#include <QLayout>
#include <QWidget>

#include <cmath>

namespace okoshko {

namespace {

/// Of spaces and of the bounds of sizes, in pixels.
class Scale
{
public:
    Scale(int before, int after)
        : m_before(before)
        , m_after(after)
    {
    }

    [[nodiscard]] int operator()(int pixels) const
    {
        if (pixels < 2)
            return pixels; // a hairline stays one
        const double halfQuarters = std::round(pixels * 8 / m_before);
        return std::max(1, qRound(halfQuarters * m_after / 8));
    }

    [[nodiscard]] QSize operator()(QSize size) const
    {
        const auto bound = [this](int side) { return side >= QWIDGETSIZE_MAX ? side : (*this)(side); };
        return {bound(size.width()), bound(size.height())};
    }

private:
    double m_before;
    double m_after;
};

void rescale(QLayout &layout, const Scale &scale)
{
    const QMargins m = layout.contentsMargins();
    layout.setContentsMargins(scale(m.left()), scale(m.top()), scale(m.right()), scale(m.bottom()));
    if (layout.spacing() > 0)
        layout.setSpacing(scale(layout.spacing()));
    for (int i = 0; i < layout.count(); ++i) {
        if (QLayout *inner = layout.itemAt(i)->layout())
            rescale(*inner, scale);
        if (QSpacerItem *spacer = layout.itemAt(i)->spacerItem()) {
            const QSizePolicy policy = spacer->sizePolicy();
            const QSize size = scale(spacer->sizeHint());
            spacer->changeSize(size.width(), size.height(), policy.horizontalPolicy(), policy.verticalPolicy());
        }
    }
    layout.invalidate();
}

} // namespace

void rescale(QWidget &window, int before, int after)
{
    if (before == after)
        return;
    const Scale scale(before, after);
    QList<QWidget *> widgets = window.findChildren<QWidget *>();
    widgets.prepend(&window);
    for (QWidget *widget : std::as_const(widgets)) {
        if (widget->window() != &window)
            continue;              // a menu or a dialog of the window's, which is one by itself
        if (!widget->isWindow()) { // whose least size is its layout's affair
            widget->setMinimumSize(scale(widget->minimumSize()));
            widget->setMaximumSize(scale(widget->maximumSize()));
        }
        if (QLayout *layout = widget->layout())
            rescale(*layout, scale);
        widget->updateGeometry();
        widget->update();
    }
}

} // namespace okoshko
