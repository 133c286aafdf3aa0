// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"
#include "models/tables/Format.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QBoxLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)

namespace okoshko {

class FigureLabel;
class Stepper;

/// A set of the event: name, what is left, price with face price and fee beneath, and how many are wanted
/// ("stepper_<set id>"). Without a price that holds now it is not for sale at the moment, and it is said from when the
/// next one holds; nor is it with a price below zero.
class SetRow final : public QWidget
{
    Q_OBJECT
public:
    SetRow(const SetId &set, QWidget *parent);

    void show(const TicketSet &set, int most, const Event &event, Instant now, const Format &format,
              const QString &sector);
    [[nodiscard]] const SetId &set() const { return m_set; }
    [[nodiscard]] Stepper &stepper() const { return *m_stepper; }
    [[nodiscard]] QSize minimumSizeHint() const override; ///< with the figures one above the other

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
