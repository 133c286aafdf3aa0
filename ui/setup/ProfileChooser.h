// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ServerAddress.h"

#include <QDialog>
#include <QList>

QT_FORWARD_DECLARE_CLASS(QButtonGroup)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace okoshko {

class ActionButton;

/// Chooses one of several profiles: a large button for each, one for training, and one to set up another.
///
/// Controls: "profile_1" …, "trainingButton", "newProfileButton", "leaveButton"; "profileTrouble" shows why a profile
/// could not be opened.
class ProfileChooser final : public QDialog
{
    Q_OBJECT
public:
    struct Row
    {
        QString name;   ///< as the person named it
        QString server; ///< its address
        Environment environment = Environment::Live;
    };

    explicit ProfileChooser(const QList<Row> &rows, QWidget *parent = nullptr);

    void showTrouble(const QString &words);

Q_SIGNALS:
    void chosen(int row);
    void trainingChosen();
    void newRequested();

private:
    void addRow(int at, const Row &row);

    QList<ActionButton *> m_buttons; ///< one per row
    QVBoxLayout *m_list;
    QLabel *m_title;
    QLabel *m_trouble;
    ActionButton *m_training;
    ActionButton *m_new;
    ActionButton *m_leave;
};

} // namespace okoshko
