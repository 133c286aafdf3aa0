// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start/Setup.h"

#include "app/start/ConnectionTest.h"
#include "app/start/ScreenRoom.h"
#include "ui/theme/Theme.h"

#include <QScreen>

namespace okoshko {

Setup::Setup(FirstStartWindow::Opens opens, const QList<KnownServer> &servers, const Format &format)
    : m_servers(servers)
    , m_window(opens, servers, format)
{
    connect(&m_window.form(), &ConnectionForm::testRequested, this, &Setup::test);
    connect(&m_window.form(), &ConnectionForm::testLeft, this, [this] { m_test.reset(); });
    connect(&m_window, &QDialog::rejected, this, &Setup::left);
}

Setup::~Setup() = default;

void Setup::show()
{
    m_window.resize(roomFor(m_window, QSize(Theme::space(180), Theme::space(140))));
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

void Setup::test(const ConnectionValues &values)
{
    m_test = makeConnectionTest(values.server, values.key, m_servers);
    connect(m_test.get(), &ConnectionCheck::finished, this, [this](const ConnectionOutcome &outcome) {
        m_test.release()->deleteLater(); // it is still on the way to us
        m_window.form().showOutcome(outcome);
    });
    m_test->start();
}

} // namespace okoshko
