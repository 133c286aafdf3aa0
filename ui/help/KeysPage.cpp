// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/KeysPage.h"

#include "ui/help/KeyTable.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ColumnArea.h"
#include "ui/widgets/KeyHint.h"
#include "ui/widgets/Labels.h"

#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace okoshko {

KeysPage::KeysPage(QWidget *parent)
    : Page(parent)
{
    setObjectName(u"keysPage"_s);
    setTitle(tr("Keys"));
    back().setText(tr("← &Back"));
    head().addStretch();
    auto *list = new QWidget(this);
    auto *grid = new QGridLayout(list);
    grid->setContentsMargins(Theme::space(6), Theme::space(4), Theme::space(6), Theme::space(4));
    grid->setHorizontalSpacing(Theme::space(4));
    grid->setVerticalSpacing(Theme::space(2));
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const KeyTable::Group &group : KeyTable::groups()) {
        QLabel *where = makeLabel(list, Theme::Type::Heading, Tone::Plain, QFont::Bold);
        where->setText(group.where);
        if (row > 0)
            grid->setRowMinimumHeight(row++, Theme::space(2));
        grid->addWidget(where, row++, 0, 1, 2);
        for (const KeyTable::Line &line : group.lines) {
            auto *keys = new KeyHint(line.caps, list);
            keys->setText({});
            QLabel *what = makeLabel(list);
            what->setText(line.what);
            what->setWordWrap(true);
            grid->addWidget(keys, row, 0);
            grid->addWidget(what, row++, 1);
        }
    }
    grid->setRowStretch(row, 1);
    m_area = new ColumnArea(list, this);
    m_area->setFocusPolicy(Qt::StrongFocus); // its arrows scroll
    m_area->setAccessibleName(tr("Keys"));
    body().addWidget(m_area);
    connect(&back(), &QPushButton::clicked, this, &Page::left);
}

void KeysPage::focusFirst()
{
    m_area->setFocus();
}

} // namespace okoshko
