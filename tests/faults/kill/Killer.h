// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/kill/AppProcess.h"

namespace okoshko::test {

/// Watches what goes through the proxy, and kills the program when its moment has come.
class Killer final : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this. Plans on the proxy what the moment needs.
    Killer(const Death &death, AppProcess &life, FaultyProxy &proxy);

    void onPaid(); ///< the buyer has paid

    [[nodiscard]] bool hasStruck() const { return m_hasStruck; }

private:
    void arm();
    void onAsked(const SeenRequest &request);
    void onAnswered(const SeenRequest &request);
    void strike();

    Death m_death;
    AppProcess &m_life;
    FaultyProxy &m_proxy;
    Plan m_meant;
    bool m_isArmed = false;
    bool m_hasStruck = false;
};

} // namespace okoshko::test
