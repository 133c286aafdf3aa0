// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/scenarios/ScenarioBoard.h"
#include "models/tables/Format.h"

#include <QAbstractListModel>

namespace okoshko {

/// The scenarios grouped under headings, filtered by typed text, each with its state on the board. Checking a row emits
/// switchRequested() and changes nothing here.
class QaListModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        NameRole = Qt::UserRole, ///< the scenario's; empty for a heading
        NoteRole,                ///< the state, shown under the title
    };

    /// \a board must outlive the model. It is also changed by the sandbox's thread.
    QaListModel(const sandbox::ScenarioBoard &board, const Format &format, QObject *parent);

    void setSought(const QString &typed);

    [[nodiscard]] const sandbox::Scenario *scenario(const QModelIndex &index) const; ///< null for a heading
    [[nodiscard]] QModelIndex indexOf(const QString &name) const;
    [[nodiscard]] QModelIndex firstScenario() const;
    [[nodiscard]] int countOn() const;
    /// In the format's language.
    [[nodiscard]] const sandbox::ScenarioWords &words(const sandbox::Scenario &scenario) const;
    [[nodiscard]] QString word(sandbox::RequestKind kind) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void switchRequested(const okoshko::sandbox::Scenario &scenario);

private:
    struct Row
    {
        QString heading; ///< empty for a scenario
        const sandbox::Scenario *scenario = nullptr;
    };

    void rebuild();
    [[nodiscard]] bool isRussian() const { return m_format.language() == Format::Language::Russian; }
    [[nodiscard]] QString note(const sandbox::Scenario &scenario) const;

    const sandbox::ScenarioBoard &m_board;
    Format m_format;
    QString m_sought;
    QList<Row> m_rows;
};

} // namespace okoshko
