// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/SettingsFields.h"

#include <QLineEdit>

#include <optional>

namespace okoshko {

/// A whole number to be typed, or stepped by the up and down arrows within its bounds. Anything can be typed: what is
/// wrong is said beside it, not swallowed.
class NumberEdit final : public QLineEdit
{
    Q_OBJECT
public:
    NumberEdit(Bounds bounds, QWidget *parent);

    void setNumber(qint64 number);
    [[nodiscard]] std::optional<qint64> number() const; ///< nothing where no whole number is typed

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    Bounds m_bounds;
    qint64 m_step;
};

} // namespace okoshko
