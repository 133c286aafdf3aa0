// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Labels.h"

#include <QWidget>

namespace okoshko {

/// A line of words and a figure. A name that has no room ends in an ellipsis; what stands behind it, such as row and
/// seat, is always there as a whole, on more lines where it is long.
class WordsRow final : public QWidget
{
    Q_OBJECT
public:
    struct Words
    {
        QString name;
        QString whole;
        QString figure;
    };

    /// Plain text, all of it.
    WordsRow(const Words &words, Tone tone, QWidget *parent);
};

} // namespace okoshko
