// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/SettingsSection.h"
#include "ui/setup/ConnectionForm.h"

#include <QByteArray>

namespace okoshko {

/// Server, key and counter name: the fields of the first start. The key is not part of the values; key() returns a
/// typed one.
class ConnectionSection final : public SettingsSection
{
    Q_OBJECT
public:
    ConnectionSection(const QList<KnownServer> &servers, const Format &format, QWidget *parent);

    [[nodiscard]] QString title() const override;
    void setValues(const CounterSettings &values) override;
    void fill(CounterSettings &values) const override;
    void restoreDefaults() override;
    [[nodiscard]] bool showFaults(const QList<SettingsFault> &faults) override;
    void focusFirst() override;

    [[nodiscard]] ConnectionForm &form() const { return *m_form; }
    /// The saved values, and whether their server may change.
    void setSaved(const CounterSettings &saved, ConnectionForm::ServerChange serverChange);
    /// The typed key; empty if there is none or it is invalid.
    [[nodiscard]] QByteArray key() const;
    /// The number of wrong fields that validate() does not check: the key, and an address that must stay.
    [[nodiscard]] int furtherFaults() const;

private:
    ConnectionForm *m_form;
};

} // namespace okoshko
