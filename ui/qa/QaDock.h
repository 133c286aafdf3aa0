// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/Format.h"
#include "ui/qa/QaScenario.h"

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QListView)

namespace okoshko {

class ActionButton;
class ElidedLabel;
class QaListModel;

/// A panel beside the page that shows what can be brought about in training, for whoever tests the counter: a list to
/// type in and to tick, what the current row means, and one way to switch all off. It knows nothing of what brings it
/// about: it is given scenarios and their states, and says what is wanted. Controls: "qaFilter", "qaList", "qaMoment",
/// "qaLasting", "qaAllOff", "qaClose".
///
/// Keys while it has the focus: letters narrow down, ↑ ↓ choose, Space or Enter ticks, Shift+F12 switches all off,
/// Esc clears what was typed and then leaves.
class QaDock final : public QFrame
{
    Q_OBJECT
public:
    QaDock(const Format &format, QWidget *parent);

    void setScenarios(const QList<QaScenario> &scenarios);
    void setStates(const QaStates &states);
    /// Where scripts reach the same; empty = nowhere.
    void setAddress(const QString &address);
    void begin(); ///< takes the focus

Q_SIGNALS:
    void switchOnRequested(const okoshko::QaWish &wish);
    void switchOffRequested(const QString &name);
    void allOffRequested();
    void left(); ///< the focus belongs to the page again
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeDetail();
    void connectAll();
    void toggle(const QString &name);
    void choose(const QString &name);
    void showCurrent();
    void showCombos(const QaScenario &scenario);
    void rearm();
    [[nodiscard]] const QaScenario *current() const;
    [[nodiscard]] QaWish wish(const QaScenario &scenario) const;

    QaListModel *m_model;
    QLabel *m_title;
    QLabel *m_count;
    ActionButton *m_close;
    QLineEdit *m_filter;
    QListView *m_list;
    QLabel *m_description;
    QLabel *m_momentLabel;
    QComboBox *m_moment;
    QLabel *m_lastingLabel;
    QComboBox *m_lasting;
    ElidedLabel *m_address;
    ActionButton *m_allOff;
    QString m_shown; ///< the scenario whose combos are shown
};

} // namespace okoshko
