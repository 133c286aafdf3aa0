// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace okoshko {

/// Ends \a owned once it has said what it is saying: it may be its own signal that it goes by.
template <class T>
void dismiss(std::unique_ptr<T> &owned, QWidget *window)
{
    if (!owned)
        return;
    window->hide();
    owned->disconnect();
    owned.release()->deleteLater();
}

} // namespace okoshko
