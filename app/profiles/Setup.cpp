// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/Setup.h"

#include "app/settings/WindowState.h"
#include "models/counter/NetworkCounter.h"
#include "ui/theme/Theme.h"

#include <utility>

namespace okoshko {

Setup::Setup(FirstStartWindow::Opens opens, const QList<KnownServer> &servers, const Format &format)
    : m_servers(servers)
    , m_window(opens, servers, format)
    , m_quiet(m_window)
{
    connect(&m_window, &FirstStartWindow::testRequested, this, &Setup::test);
    connect(&m_window, &FirstStartWindow::testLeft, this, [this] { m_test.reset(); });
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

void Setup::rebuild(std::function<void()> prepare, const Format &format)
{
    m_quiet.await([] { return true; },
                  [this, prepare = std::move(prepare), format] {
                      prepare();
                      m_window.rebuild(format);
                  });
}

void Setup::test(const ConnectionValues &values)
{
    m_test = makeConnectionTest(values.server, values.key, m_servers);
    connect(m_test.get(), &ConnectionTest::finished, this,
            [this](const ConnectionTestResult &outcome) { m_window.form().showOutcome(outcome); });
    m_test->start();
}

} // namespace okoshko
