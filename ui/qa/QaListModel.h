// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/Format.h"
#include "ui/qa/QaScenario.h"

#include <QAbstractListModel>

namespace okoshko {

/// The scenarios under the headings of their groups, narrowed down by what was typed. Checking a row changes nothing
/// here: it is asked for (switchRequested), and shows once setStates() says so.
class QaListModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        NameRole = Qt::UserRole, ///< the scenario's; empty for a heading
        NoteRole,                ///< the line beneath the title
    };

    QaListModel(const Format &format, QObject *parent);

    void setScenarios(const QList<QaScenario> &scenarios);
    void setStates(const QaStates &states);
    void setSought(const QString &typed);

    [[nodiscard]] const QaScenario *scenario(const QModelIndex &index) const; ///< null for a heading
    [[nodiscard]] QaState state(const QString &name) const { return m_states.value(name); }
    [[nodiscard]] QModelIndex indexOf(const QString &name) const;
    [[nodiscard]] QModelIndex firstScenario() const;
    [[nodiscard]] int countOn() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void switchRequested(const QString &name);

private:
    struct Row
    {
        QString heading;        ///< empty for a scenario
        qsizetype scenario = 0; ///< its place in m_scenarios
    };

    void rebuild();
    [[nodiscard]] QString note(const QaScenario &scenario) const;

    Format m_format;
    QList<QaScenario> m_scenarios;
    QaStates m_states;
    QString m_sought;
    QList<Row> m_rows;
};

} // namespace okoshko
