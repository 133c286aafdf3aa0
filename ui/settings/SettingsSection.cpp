// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/SettingsSection.h"

#include <QBoxLayout>

namespace okoshko {

QVBoxLayout &SettingsSection::makeColumn(int widest)
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    auto *rows = new QWidget(this);
    rows->setMaximumWidth(widest);
    line->addWidget(rows, 100);
    line->addStretch(1);
    auto *column = new QVBoxLayout(rows);
    column->setContentsMargins(0, 0, 0, 0);
    return *column;
}

} // namespace okoshko
