// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/SettingsFields.h"

#include <QLineEdit>

#include <optional>

namespace okoshko {

/// A line for a number, stepped by the up and down arrows within its bounds. Accepts any text; invalid text is reported
/// beside it.
class NumberEdit final : public QLineEdit
{
    Q_OBJECT
public:
    enum class Digits { Whole, Decimal };

    NumberEdit(Bounds bounds, QWidget *parent, Digits digits = Digits::Whole);

    void setNumber(qint64 number);
    [[nodiscard]] std::optional<qint64> number() const;  ///< nothing if the text is no integer
    void setDecimal(double number);                      ///< with the decimal sign of locale()
    [[nodiscard]] std::optional<double> decimal() const; ///< with a point or a comma; nothing if the text is no number

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    Bounds m_bounds;
    qint64 m_step;
    Digits m_digits;
};

} // namespace okoshko
