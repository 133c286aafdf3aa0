// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/ConnectionPage.h"

#include "ui/text/SettingsText.h"
#include "ui/theme/Theme.h"

#include "models/settings/SettingsFields.h"

#include <QBoxLayout>

#include <algorithm>

namespace okoshko {

ConnectionPage::ConnectionPage(const QList<KnownServer> &servers, const Format &format, QWidget *parent)
    : SettingsPage(parent)
    , m_form(new ConnectionForm(ConnectionForm::Key::MayStay, servers, format, this))
{
    QVBoxLayout &column = makeColumn(Theme::space(140));
    column.addWidget(m_form);
    column.addStretch();
    connect(m_form, &ConnectionForm::changed, this, &SettingsPage::edited);
}

QString ConnectionPage::title() const
{
    return tr("Connection");
}

void ConnectionPage::setValues(const CounterSettings &values)
{
    m_form->setValues({.server = QUrl(values.server), .stand = values.stand, .counterName = values.counterName});
}

void ConnectionPage::setSaved(const CounterSettings &saved, ConnectionForm::Home home)
{
    m_form->setHome(parseServerAddress(saved.server).value_or(QUrl()), home);
}

void ConnectionPage::fill(CounterSettings &values) const
{
    values.server = m_form->address();
    values.stand = m_form->stand();
    values.counterName = m_form->counterName();
}

void ConnectionPage::restoreDefaults()
{
    setValues({});
    Q_EMIT edited();
}

SettingsPage::Verdict ConnectionPage::sayFaults(const QList<SettingsFault> &faults)
{
    const auto name = std::ranges::find(faults, pathOf(Setting::CounterName), &SettingsFault::field);
    m_form->judge(name == faults.cend() ? QString() : SettingsText::reason(*name));
    const bool isWrong = name != faults.cend() || m_form->isAddressWrong() || m_form->isKeyWrong();
    return isWrong ? Verdict::Wrong : Verdict::Right;
}

void ConnectionPage::focusFirst()
{
    m_form->focusFirst();
}

QByteArray ConnectionPage::key() const
{
    return m_form->key();
}

int ConnectionPage::furtherFaults() const
{
    const bool isWellFormed = parseServerAddress(m_form->address()).has_value();
    return (m_form->isKeyWrong() ? 1 : 0) + (m_form->isAddressWrong() && isWellFormed ? 1 : 0);
}

} // namespace okoshko
