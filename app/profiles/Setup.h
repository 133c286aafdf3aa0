// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/setup/ConnectionTest.h"
#include "ui/keys/QuietMoment.h"
#include "ui/setup/FirstStartWindow.h"

#include <QObject>

#include <functional>
#include <memory>

namespace okoshko {

/// The first start, or a further profile: owns the window and runs its connection tests.
class Setup final : public QObject
{
    Q_OBJECT
public:
    Setup(FirstStartWindow::Opens opens, const QList<KnownServer> &servers, const Format &format);
    ~Setup() override;

    void show();
    /// Rebuilds the window for \a format as soon as that interrupts no input; calls \a prepare before.
    void rebuild(std::function<void()> prepare, const Format &format);
    [[nodiscard]] FirstStartWindow &window() { return m_window; }

Q_SIGNALS:
    void left();

private:
    void test(const ConnectionValues &values);

    QList<KnownServer> m_servers;
    FirstStartWindow m_window;
    QuietMoment m_quiet;
    std::unique_ptr<ConnectionTest> m_test; ///< kept until the next test
};

} // namespace okoshko
