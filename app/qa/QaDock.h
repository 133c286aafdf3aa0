// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/scenarios/ScenarioBoard.h"
#include "models/tables/Format.h"

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QListView)

namespace okoshko {

class ActionButton;
class ElidedLabel;
class QaListModel;

/// The panel for testers in training: a searchable list of the sandbox's scenarios with check boxes, a description of
/// the current one, and a button that switches all off. It uses the board directly and not over the network, because it
/// must work while the network is broken on purpose. Controls: "qaFilter", "qaList", "qaMoment", "qaLasting",
/// "qaAllOff", "qaClose".
///
/// Keys while it has the focus: letters filter, ↑ ↓ choose, Space or Enter toggles, Shift+F12 switches all off, Esc
/// clears the filter, then emits left().
class QaDock final : public QFrame
{
    Q_OBJECT
public:
    /// \a board must outlive the dock. \a address: the control endpoint's, empty where there is none.
    QaDock(sandbox::ScenarioBoard &board, const QString &address, const Format &format, QWidget *parent);

Q_SIGNALS:
    void left(); ///< the focus shall return to the page
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeDetail();
    void connectAll();
    void toggle(const sandbox::Scenario &scenario);
    void arm(const sandbox::Scenario &scenario); ///< as the combo boxes are set
    void rearm();
    void choose(const QString &name);
    void showCount();
    void showCurrent();
    void showCombos(const sandbox::Scenario &scenario);
    [[nodiscard]] const sandbox::Scenario *current() const;

    sandbox::ScenarioBoard &m_board;
    QaListModel *m_model;
    QLabel *m_title = nullptr;
    QLabel *m_count = nullptr;
    ActionButton *m_close = nullptr;
    QLineEdit *m_filter;
    QListView *m_list;
    QLabel *m_description = nullptr;
    QLabel *m_momentLabel = nullptr;
    QComboBox *m_moment = nullptr;
    QLabel *m_lastingLabel = nullptr;
    QComboBox *m_lasting = nullptr;
    ElidedLabel *m_address = nullptr;
    ActionButton *m_allOff = nullptr;
    const sandbox::Scenario *m_shown = nullptr; ///< whose settings the combo boxes show
};

} // namespace okoshko
