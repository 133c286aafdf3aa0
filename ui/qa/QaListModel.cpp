// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qa/QaListModel.h"

#include "models/tables/SearchText.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

QaListModel::QaListModel(const Format &format, QObject *parent)
    : QAbstractListModel(parent)
    , m_format(format)
{
}

void QaListModel::setScenarios(const QList<QaScenario> &scenarios)
{
    m_scenarios = scenarios;
    rebuild();
}

void QaListModel::setStates(const QaStates &states)
{
    if (states == m_states)
        return;
    m_states = states;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole, NoteRole});
}

void QaListModel::setSought(const QString &typed)
{
    m_sought = typed;
    rebuild();
}

void QaListModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    const QStringList words = searchWords(m_sought);
    QString group;
    for (qsizetype i = 0; i < m_scenarios.size(); ++i) {
        const QaScenario &scenario = m_scenarios.at(i);
        if (!containsAll(folded(scenario.name + u' ' + scenario.title + u' ' + scenario.description), words))
            continue;
        if (scenario.group != group)
            m_rows.append({scenario.group, i});
        group = scenario.group;
        m_rows.append({{}, i});
    }
    endResetModel();
}

const QaScenario *QaListModel::scenario(const QModelIndex &index) const
{
    if (!index.isValid() || !m_rows.at(index.row()).heading.isEmpty())
        return nullptr;
    return &m_scenarios.at(m_rows.at(index.row()).scenario);
}

QModelIndex QaListModel::indexOf(const QString &name) const
{
    for (int row = 0; row < rowCount(); ++row) {
        const QaScenario *here = scenario(index(row));
        if (here && here->name == name)
            return index(row);
    }
    return {};
}

QModelIndex QaListModel::firstScenario() const
{
    return rowCount() > 1 ? index(1) : QModelIndex();
}

int QaListModel::countOn() const
{
    return static_cast<int>(std::ranges::count_if(m_states, [](const QaState &state) { return state.on.has_value(); }));
}

int QaListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant QaListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QaScenario *here = scenario(index);
    if (!here)
        return role == Qt::DisplayRole ? m_rows.at(index.row()).heading : QVariant();
    const bool on = state(here->name).on.has_value();
    switch (role) {
    case Qt::DisplayRole:
        return here->title;
    case Qt::CheckStateRole:
        return on ? Qt::Checked : Qt::Unchecked;
    case Qt::AccessibleTextRole:
        return here->title + u", "_s + (on ? tr("on") : tr("off")) + u", "_s + note(*here);
    case NameRole:
        return here->name;
    case NoteRole:
        return note(*here);
    default: // an int, not an enum: the other roles say nothing
        return {};
    }
}

Qt::ItemFlags QaListModel::flags(const QModelIndex &index) const
{
    if (!scenario(index))
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
}

bool QaListModel::setData(const QModelIndex &index, const QVariant &, int role)
{
    const QaScenario *here = scenario(index);
    if (!here || role != Qt::CheckStateRole)
        return false;
    Q_EMIT switchRequested(here->name);
    return true;
}

QString QaListModel::note(const QaScenario &scenario) const
{
    const QaState now = state(scenario.name);
    QStringList parts;
    if (now.on == QaScenario::Lasting::UntilOff)
        parts << tr("until switched off");
    else if (now.on)
        parts << tr("waits for: %1").arg(now.awaited.join(u", "_s));
    if (now.met)
        parts << tr("met by: %1, %2").arg(now.met->by, m_format.clockSeconds(now.met->at));
    if (now.timesMet > 1)
        parts << tr("%n time(s)", nullptr, now.timesMet);
    return parts.isEmpty() ? scenario.name : parts.join(u" · "_s);
}

} // namespace okoshko
