// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ClaimRows.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Labels.h"

#include <QBoxLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

ClaimRows::ClaimRows(const QStringList &names, QWidget *parent)
    : QWidget(parent)
    , m_names(names)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Theme::space(1));
}

void ClaimRows::show(const QList<Row> &rows)
{
    // Existing rows keep their places and new ones are added below: nothing moves under the mouse.
    erase_if(m_lines, [this, &rows](const Line &line) {
        if (std::ranges::find(rows, line.id, &Row::id) != rows.cend())
            return false;
        if (line.all->isAncestorOf(window()->focusWidget()))
            setFocus(); // a key being pressed must not press another button
        line.all->hide();
        line.all->deleteLater();
        return true;
    });
    for (const Row &row : rows) {
        const auto known = std::ranges::find(m_lines, row.id, &Line::id);
        const Line &line = known == m_lines.cend() ? m_lines.emplaceBack(makeLine(row.id)) : *known;
        line.words->setText(breakable(row.words));
        for (qsizetype at = 0; at < line.buttons.size(); ++at) {
            line.buttons.at(at)->setText(row.buttons.value(at));
            line.buttons.at(at)->setAccessibleName(row.buttons.value(at).remove(u'&') + u": "_s + row.words);
        }
    }
    QWidget::show();
}

QString ClaimRows::wordsOf(const OrderId &id) const
{
    const auto line = std::ranges::find(m_lines, id, &Line::id);
    return line == m_lines.cend() ? QString() : line->words->text();
}

ClaimRows::Line ClaimRows::makeLine(const OrderId &id)
{
    auto *all = new QWidget(this);
    auto *cells = new QHBoxLayout(all);
    cells->setContentsMargins(0, 0, 0, 0);
    cells->setSpacing(Theme::space(2));
    QLabel *words = makeLabel(all);
    words->setWordWrap(true);
    cells->addWidget(words, 1);
    QList<ActionButton *> buttons;
    for (qsizetype at = 0; at < m_names.size(); ++at) {
        auto *button = new ActionButton(ActionButton::Weight::Normal, all);
        button->setObjectName(m_names.at(at) + u'_' + id.toString());
        cells->addWidget(button);
        buttons << button;
        connect(button, &QPushButton::clicked, this, [this, id, at] { Q_EMIT pressed(id, at); });
    }
    m_column->addWidget(all);
    all->show();
    return {id, all, words, buttons};
}

} // namespace okoshko
