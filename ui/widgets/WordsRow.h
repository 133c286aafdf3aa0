// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Labels.h"

#include <QWidget>

namespace okoshko {

/// A line of text and a figure. A name without room is elided; the part after it, such as row and seat, is always
/// whole, on more lines if it is long.
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

    /// All texts are plain text.
    WordsRow(const Words &words, Tone tone, QWidget *parent);
};

} // namespace okoshko
