// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/CounterSettings.h"
#include "models/settings/Validation.h"

#include <QList>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace okoshko {

/// A page of the settings. It shows its part of the values and says when a person has changed it; whether it is right
/// is judged for all pages together, and told back to each.
class SettingsSection : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    enum class Verdict { Right, Wrong };

    [[nodiscard]] virtual QString title() const = 0;
    virtual void setValues(const CounterSettings &values) = 0;
    /// Its part of what is on screen, right or wrong, into \a values.
    virtual void fill(CounterSettings &values) const = 0;
    virtual void restoreDefaults() = 0; ///< its part of them
    /// Says what of \a faults is about its fields beside them, and whether there was any.
    virtual Verdict sayFaults(const QList<SettingsFault> &faults) = 0;
    virtual void focusFirst() = 0;

Q_SIGNALS:
    void edited();

protected:
    /// Where the page's rows go; no wider than \a widest, for longer lines are hard to read. How high its words get is
    /// reckoned by that width, not by the page's.
    [[nodiscard]] QVBoxLayout &makeColumn(int widest);
};

} // namespace okoshko
