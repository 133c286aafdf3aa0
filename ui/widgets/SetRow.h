// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"
#include "models/tables/Format.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QBoxLayout)
QT_FORWARD_DECLARE_CLASS(QKeyEvent)
QT_FORWARD_DECLARE_CLASS(QLabel)

namespace okoshko {

class FigureLabel;
class Stepper;

/// A row for a set of the event: name, tickets left, price with face price and fee below, and a stepper ("stepper_<set
/// id>"). A set without a current price, or with a negative one, cannot be sold; the row shows when its next price
/// begins.
class SetRow final : public QWidget
{
    Q_OBJECT
public:
    SetRow(const SetId &set, QWidget *parent);

    /// \a most: the largest count; 0 = it cannot be sold.
    void show(const TicketSet &set, int most, const Event &event, Instant now, const Format &format,
              const QString &sector);
    [[nodiscard]] const SetId &set() const { return m_set; }
    [[nodiscard]] Stepper &stepper() const { return *m_stepper; }
    /// Up and Down: from one of \a rows that can be changed, or of the visible \a others below them, to the next.
    /// Returns whether \a press is such a key.
    static bool moveFocus(const QKeyEvent &press, const QList<SetRow *> &rows, const QList<QWidget *> &others);
    [[nodiscard]] QSize minimumSizeHint() const override; ///< as narrow as it can be

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QString noteOf(const TicketSet &set, const Format &format, const QString &sector) const;
    [[nodiscard]] QString priceNoteOf(const TicketSet &set, const Event &event, Instant now,
                                      const Format &format) const;

    SetId m_set;
    QLabel *m_name;
    QLabel *m_note;
    FigureLabel *m_price;
    QLabel *m_priceNote;
    Stepper *m_stepper;
    QBoxLayout *m_figures; ///< price and stepper
};

} // namespace okoshko
