// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/print/PrintService.h"
#include "models/tables/BlankSheet.h"
#include "models/tables/Format.h"

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace okoshko {

class ActionButton;
class InputField;

/// The numbered paper of one printer: its range, the next number and the day's sheet, with forms to set the range and
/// to book spoiled blanks. Controls, each with "_<queue>": "blanksRangeButton", "blanksSpoiledButton",
/// "blanksSheetButton"; in the open form "blanksFirst",
/// "blanksSecond", "blanksSaveButton", "blanksCancelButton".
class BlanksCard final : public QFrame
{
    Q_OBJECT
public:
    /// \a printing and \a clock must outlive this.
    BlanksCard(PrintService &printing, const ServerClock &clock, const QString &queue, const Format &format,
               QWidget *parent);

    [[nodiscard]] const QString &queue() const { return m_queue; }
    void refresh();
    [[nodiscard]] bool isAtRest() const { return m_form == Form::None; }

Q_SIGNALS:
    void sheetRequested(const QString &queue);

private:
    enum class Form { None, Range, Spoiled };

    [[nodiscard]] ActionButton *makeButton(const QString &name, QWidget *parent);
    void readToday();
    void showToday(const QList<BlankUse> &uses);
    void open(Form form);
    void check();
    void save();
    void onBooked(BlankRefusal refusal);

    PrintService &m_printing;
    const ServerClock &m_clock;
    QString m_queue;
    Format m_format;
    Form m_form = Form::None;
    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_today; ///< the day's sheet
    QWidget *m_actions;
    ActionButton *m_range;
    ActionButton *m_spoiled;
    ActionButton *m_sheet;
    QWidget *m_fields;
    InputField *m_first;
    InputField *m_second;
    ActionButton *m_save;
    ActionButton *m_cancel;
};

} // namespace okoshko
