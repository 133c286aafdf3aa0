// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QStringList>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko {

class Redactor;

/// The picture of \a window as it looks now, with a grey field over everything that is marked as private
/// (ui/widgets/Privacy.h) and every control in whose words \a mask finds something. On the window's thread.
[[nodiscard]] QImage pictureOf(QWidget &window, const Redactor &mask);

/// What is typed into fields of \a window that are marked as private, whole and word by word.
[[nodiscard]] QStringList privateWordsIn(const QWidget &window);

} // namespace okoshko
