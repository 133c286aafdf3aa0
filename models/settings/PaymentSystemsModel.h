// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/SettingsFields.h"
#include "models/settings/Validation.h"

#include <QAbstractTableModel>
#include <QList>

namespace okoshko {

/// The payment systems as an editable table: rows in the order of the buttons, columns by SystemSetting. Rows are
/// inserted, removed and moved one by one, without resets. Lives on the main thread.
///
/// `EditRole` is the value of the settings file: text, number or word. The column Use has CheckStateRole instead.
class PaymentSystemsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        FaultyRole = Qt::UserRole + 1, ///< bool: the value is invalid
    };

    struct Choice
    {
        QVariant value; ///< for `EditRole`
        QString words;
    };

    explicit PaymentSystemsModel(QObject *parent = nullptr);

    [[nodiscard]] const QList<PaymentSystem> &systems() const { return m_systems; }
    void setSystems(const QList<PaymentSystem> &systems);
    /// Shows the faults of validate(); ignores those of other fields.
    void setFaults(const QList<SettingsFault> &faults);

    /// Adds a system below \a row, off, with the first free digit; returns its row.
    int add(int row);
    void remove(int row);
    /// Moves a system \a by rows within the table; returns its new row.
    int move(int row, int by);

    /// The possible values of a column with a choice; else empty.
    [[nodiscard]] QList<Choice> choices(SystemSetting column) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    /// The data to be saved have changed.
    void edited();

private:
    [[nodiscard]] QString words(const QModelIndex &index) const;
    [[nodiscard]] bool isFaulty(const QModelIndex &index) const;
    void put(int row, const PaymentSystem &system);

    QList<PaymentSystem> m_systems;
    QStringList m_faulty; ///< paths of invalid cells
};

} // namespace okoshko
