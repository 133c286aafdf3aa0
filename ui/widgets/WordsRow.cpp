// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/WordsRow.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FigureLabel.h"

#include <QBoxLayout>
#include <QLabel>

namespace okoshko {

WordsRow::WordsRow(const Words &words, Tone tone, QWidget *parent)
    : QWidget(parent)
{
    constexpr qsizetype lettersOfALine = 24;
    auto *cells = new QHBoxLayout(this);
    cells->setContentsMargins(0, 0, 0, 0);
    cells->setSpacing(Theme::space(3));
    auto *name = new ElidedLabel(Theme::Type::Text, tone, QFont::Normal, this);
    name->setText(words.name);
    cells->addWidget(name, 1);
    if (!words.whole.isEmpty()) {
        QLabel *whole = makeLabel(this, Theme::Type::Text, tone);
        whole->setWordWrap(words.whole.size() > lettersOfALine);
        whole->setAlignment(Qt::AlignRight);
        whole->setText(breakable(words.whole));
        cells->addWidget(whole);
    }
    if (!words.figure.isEmpty()) {
        auto *figure = new FigureLabel(Theme::Type::Text, QFont::Normal, this);
        figure->setAlignment(Qt::AlignRight);
        figure->setText(words.figure);
        cells->addWidget(figure);
    }
}

} // namespace okoshko
