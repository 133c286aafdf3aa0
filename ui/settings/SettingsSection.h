// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/CounterSettings.h"
#include "models/settings/Validation.h"

#include <QList>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace okoshko {

/// A page of the settings: shows its part of the values and emits changes by the person. All pages are validated
/// together; each is then given the faults.
class SettingsSection : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString title() const = 0;
    virtual void setValues(const CounterSettings &values) = 0;
    /// Writes its values, right or wrong, into \a values.
    virtual void fill(CounterSettings &values) const = 0;
    virtual void restoreDefaults() = 0; ///< of its values
    /// Shows \a faults beside this page's fields; returns whether one of them is wrong.
    [[nodiscard]] virtual bool showFaults(const QList<SettingsFault> &faults) = 0;
    virtual void focusFirst() = 0;

Q_SIGNALS:
    void edited();

protected:
    /// The layout for the page's rows, no wider than \a widest, because long lines are hard to read. Heights are
    /// computed for that width, not for the page's.
    [[nodiscard]] QVBoxLayout &makeColumn(int widest);
};

} // namespace okoshko
