// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/ConnectionSection.h"

#include "ui/text/SettingsText.h"
#include "ui/theme/Theme.h"

#include "models/settings/SettingsFields.h"

#include <QBoxLayout>

#include <algorithm>

namespace okoshko {

ConnectionSection::ConnectionSection(const QList<KnownServer> &servers, const Format &format, QWidget *parent)
    : SettingsSection(parent)
    , m_form(new ConnectionForm(ConnectionForm::Key::MayStay, servers, format, this))
{
    QVBoxLayout &column = makeColumn(Theme::space(140));
    column.addWidget(m_form);
    column.addStretch();
    connect(m_form, &ConnectionForm::changed, this, &SettingsSection::edited);
}

QString ConnectionSection::title() const
{
    return tr("Connection");
}

void ConnectionSection::setValues(const CounterSettings &values)
{
    m_form->setValues(
        {.server = QUrl(values.server), .environment = values.environment, .counterName = values.counterName});
}

void ConnectionSection::setSaved(const CounterSettings &saved, ConnectionForm::ServerChange serverChange)
{
    m_form->setSavedServer(parseServerAddress(saved.server).value_or(QUrl()), serverChange);
}

void ConnectionSection::fill(CounterSettings &values) const
{
    values.server = m_form->address();
    values.environment = m_form->environment();
    values.counterName = m_form->counterName();
}

void ConnectionSection::restoreDefaults()
{
    setValues({});
    Q_EMIT edited();
}

bool ConnectionSection::showFaults(const QList<SettingsFault> &faults)
{
    const auto name = std::ranges::find(faults, pathOf(Setting::CounterName), &SettingsFault::field);
    m_form->showErrors(name == faults.cend() ? QString() : SettingsText::reason(*name));
    return name != faults.cend() || m_form->isAddressWrong() || m_form->isKeyWrong();
}

void ConnectionSection::focusFirst()
{
    m_form->focusFirst();
}

QByteArray ConnectionSection::key() const
{
    return m_form->key();
}

int ConnectionSection::furtherFaults() const
{
    const bool isWellFormed = parseServerAddress(m_form->address()).has_value();
    return (m_form->isKeyWrong() ? 1 : 0) + (m_form->isAddressWrong() && isWellFormed ? 1 : 0);
}

} // namespace okoshko
