// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/setup/ConnectionCheck.h"
#include "ui/setup/FirstStartWindow.h"

#include <QObject>

#include <memory>

namespace okoshko {

/// The first start, or one more profile: the window that asks, and the tests of the connection that it wants.
class Setup final : public QObject
{
    Q_OBJECT
public:
    Setup(FirstStartWindow::Opens opens, const QList<KnownServer> &servers, const Format &format);
    ~Setup() override;

    void show();
    [[nodiscard]] FirstStartWindow &window() { return m_window; }

Q_SIGNALS:
    void left();

private:
    void test(const ConnectionValues &values);

    QList<KnownServer> m_servers;
    FirstStartWindow m_window;
    std::unique_ptr<ConnectionCheck> m_test;
};

} // namespace okoshko
