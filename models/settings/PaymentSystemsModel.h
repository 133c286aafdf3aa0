// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/SettingsFields.h"
#include "models/settings/Validation.h"

#include <QAbstractTableModel>
#include <QList>

namespace okoshko {

/// The payment systems as a table that can be edited: a row a system in the order in which they are offered, a column a
/// SystemSetting. Rows are inserted, removed and moved one by one; it is never reset.
///
/// `EditRole` is what is written to a settings file: text, number, or word. The column Use has a check mark instead.
class PaymentSystemsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        FaultyRole = Qt::UserRole + 1, ///< bool: what the cell holds is wrong
    };

    struct Choice
    {
        QVariant value; ///< for `EditRole`
        QString words;
    };

    explicit PaymentSystemsModel(QObject *parent = nullptr);

    [[nodiscard]] const QList<PaymentSystem> &systems() const { return m_systems; }
    void setSystems(const QList<PaymentSystem> &systems);
    /// The faults of validate(); those of other fields are left aside.
    void setFaults(const QList<SettingsFault> &faults);

    /// A system below \a row, off and with the first digit that is free; gives its row.
    int add(int row);
    void remove(int row);
    /// Moves a system \a by rows, as far as the table goes; gives its new row.
    int move(int row, int by);

    /// What a cell of the column can hold, where that is a choice; else nothing.
    [[nodiscard]] QList<Choice> choices(SystemSetting column) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    /// What a person would save is different.
    void edited();

private:
    [[nodiscard]] QString words(const QModelIndex &index) const;
    [[nodiscard]] bool isFaulty(const QModelIndex &index) const;
    void put(int row, const PaymentSystem &system);

    QList<PaymentSystem> m_systems;
    QStringList m_faulty; ///< paths
};

} // namespace okoshko
