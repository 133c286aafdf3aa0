// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/SettingsSection.h"
#include "ui/setup/ConnectionForm.h"

#include <QByteArray>

namespace okoshko {

/// Where the counter sells, with which key, and what it is called: the fields of the first start. The key is in none of
/// the values; that one was typed is told by key().
class ConnectionSection final : public SettingsSection
{
    Q_OBJECT
public:
    ConnectionSection(const QList<KnownServer> &servers, const Format &format, QWidget *parent);

    [[nodiscard]] QString title() const override;
    void setValues(const CounterSettings &values) override;
    void fill(CounterSettings &values) const override;
    void restoreDefaults() override;
    Verdict sayFaults(const QList<SettingsFault> &faults) override;
    void focusFirst() override;

    [[nodiscard]] ConnectionForm &form() const { return *m_form; }
    /// The values that hold, to whose server the key that is there belongs, and whether it may change.
    void setSaved(const CounterSettings &saved, ConnectionForm::Home home);
    /// The key that was typed, if a good one was.
    [[nodiscard]] QByteArray key() const;
    /// How many of its fields are wrong though the values are right: the key, and an address that must stay.
    [[nodiscard]] int furtherFaults() const;

private:
    ConnectionForm *m_form;
};

} // namespace okoshko
