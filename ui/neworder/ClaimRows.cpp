// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/neworder/ClaimRows.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Labels.h"

#include <QBoxLayout>
#include <QLabel>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

ClaimRows::ClaimRows(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Theme::space(1));
}

void ClaimRows::show(const QList<Row> &rows)
{
    QList<Line> before = std::exchange(m_lines, {});
    for (const Row &row : rows) {
        const auto known =
            std::find_if(before.begin(), before.end(), [&row](const Line &line) { return line.id == row.id; });
        m_lines << (known == before.end() ? makeLine(row.id) : *known);
        if (known != before.end())
            before.erase(known);
        const Line &line = m_lines.last();
        line.words->setText(breakable(row.words));
        line.ours->setText(row.button);
        line.ours->setAccessibleDescription(row.words);
        if (m_column->indexOf(line.all) != m_lines.size() - 1)
            m_column->insertWidget(static_cast<int>(m_lines.size() - 1), line.all);
    }
    for (const Line &gone : std::as_const(before)) {
        if (gone.ours->hasFocus())
            setFocus(); // a key on its way must not press another one
        gone.all->hide();
        gone.all->deleteLater();
    }
    QWidget::show();
}

ClaimRows::Line ClaimRows::makeLine(const OrderId &id)
{
    auto *all = new QWidget(this);
    auto *cells = new QHBoxLayout(all);
    cells->setContentsMargins(0, 0, 0, 0);
    cells->setSpacing(Theme::space(2));
    QLabel *words = makeLabel(all);
    words->setWordWrap(true);
    auto *ours = new ActionButton(ActionButton::Weight::Normal, all);
    ours->setObjectName(u"claimButton_"_s + id.toString());
    cells->addWidget(words, 1);
    cells->addWidget(ours);
    connect(ours, &QPushButton::clicked, this, [this, id] { Q_EMIT claimed(id); });
    all->show();
    return {id, all, words, ours};
}

} // namespace okoshko
