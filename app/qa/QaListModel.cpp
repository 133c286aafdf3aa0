// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/qa/QaListModel.h"

#include "models/tables/SearchText.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

using sandbox::RequestKind;
using sandbox::Scenario;
using sandbox::ScenarioBoard;
using sandbox::ScenarioWords;

QaListModel::QaListModel(const ScenarioBoard &board, const Format &format, QObject *parent)
    : QAbstractListModel(parent)
    , m_board(board)
    , m_format(format)
{
    connect(&board, &ScenarioBoard::changed, this, [this] {
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole, NoteRole});
    });
    rebuild();
}

const ScenarioWords &QaListModel::words(const Scenario &scenario) const
{
    return isRussian() ? scenario.russian : scenario.english;
}

QString QaListModel::word(RequestKind kind) const
{
    return (isRussian() ? sandbox::russianWord(kind) : sandbox::englishWord(kind)).toString();
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
    const QStringList sought = searchWords(m_sought);
    std::optional<sandbox::ScenarioGroup> group;
    for (const Scenario &scenario : sandbox::scenarioTable()) {
        const auto &[title, description] = words(scenario);
        if (!containsAll(folded(u"%1 %2 %3"_s.arg(scenario.name, title, description)), sought))
            continue;
        if (scenario.group != group) {
            const QStringView heading =
                isRussian() ? sandbox::russianTitle(scenario.group) : sandbox::englishTitle(scenario.group);
            m_rows.append(Row{heading.toString()});
        }
        group = scenario.group;
        m_rows.append(Row{{}, &scenario});
    }
    endResetModel();
}

const Scenario *QaListModel::scenario(const QModelIndex &index) const
{
    return index.isValid() ? m_rows.at(index.row()).scenario : nullptr;
}

QModelIndex QaListModel::indexOf(const QString &name) const
{
    for (int row = 0; row < rowCount(); ++row) {
        const Scenario *here = scenario(index(row));
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
    return static_cast<int>(std::ranges::count_if(
        sandbox::scenarioTable(), [this](const Scenario &scenario) { return m_board.isArmed(scenario); }));
}

int QaListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant QaListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Scenario *here = scenario(index);
    if (!here)
        return role == Qt::DisplayRole ? m_rows.at(index.row()).heading : QVariant();
    const bool on = m_board.isArmed(*here);
    const QString title = words(*here).title.toString();
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case Qt::CheckStateRole:
        return on ? Qt::Checked : Qt::Unchecked;
    case Qt::AccessibleTextRole:
        return title + u", "_s + (on ? tr("on") : tr("off")) + u", "_s + note(*here);
    case NameRole:
        return QString(here->name);
    case NoteRole:
        return note(*here);
    default: // the other roles have no value
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
    const Scenario *here = scenario(index);
    if (!here || role != Qt::CheckStateRole)
        return false;
    Q_EMIT switchRequested(*here);
    return true;
}

QString QaListModel::note(const Scenario &scenario) const
{
    const sandbox::ScenarioState now = m_board.state(scenario);
    QStringList parts;
    if (now.armed && now.armed->times == sandbox::Activation::untilOff) {
        parts << tr("until switched off");
    } else if (now.armed) {
        QStringList awaited;
        for (const RequestKind kind : sandbox::allRequestKinds) {
            if (now.armed->on.testFlag(kind))
                awaited << word(kind);
        }
        parts << tr("waits for: %1").arg(awaited.join(u", "_s));
    }
    if (now.met)
        parts << tr("met by: %1, %2").arg(word(now.met->kind), m_format.clockSeconds(now.met->at));
    if (now.timesMet > 1)
        parts << tr("%n time(s)", nullptr, now.timesMet);
    return parts.isEmpty() ? QString(scenario.name) : parts.join(u" · "_s);
}

} // namespace okoshko
