// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/SettingsSection.h"

#include "models/settings/PaymentSystemsModel.h"

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QTableView)

namespace okoshko {

class ActionButton;

/// The payment systems as a table to edit and to sort; faults are listed below it, row by row.
///
/// Controls: "systemsTable", "addSystemButton" (Insert), "removeSystemButton" (Delete), "moveUpButton" (Alt+Up),
/// "moveDownButton" (Alt+Down), "systemsReasons".
class SystemsSection final : public SettingsSection
{
    Q_OBJECT
public:
    explicit SystemsSection(QWidget *parent);

    [[nodiscard]] QString title() const override;
    void setValues(const CounterSettings &values) override;
    void fill(CounterSettings &values) const override;
    void restoreDefaults() override;
    [[nodiscard]] bool showFaults(const QList<SettingsFault> &faults) override;
    void focusFirst() override;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeButtons();
    void dressTable();
    void fillWidth();
    void add();
    void remove();
    void move(int by);
    void select(int row);
    void refreshButtons();
    [[nodiscard]] QString whereIs(const SettingsFault &fault) const;

    PaymentSystemsModel m_model;
    QLabel *m_explanation;
    QTableView *m_table;
    QLabel *m_reasons;
    ActionButton *m_add = nullptr;
    ActionButton *m_remove = nullptr;
    ActionButton *m_up = nullptr;
    ActionButton *m_down = nullptr;
};

} // namespace okoshko
