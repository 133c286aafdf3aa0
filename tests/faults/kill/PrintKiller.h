// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/kill/AppProcess.h"
#include "tests/faults/kill/PrinterFixture.h"
#include "tests/faults/proxy/FaultyProxy.h"

namespace okoshko::test {

/// As Killer, by what goes over the lines to the vendor and to the print service, and by what the printers do.
class PrintKiller final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this. \a documents: the program's folder for them, which it makes when it needs it.
    PrintKiller(const PrintDeath &death, AppProcess &life, FaultyProxy &vendor, PrinterFixture &shop,
                const QString &documents);
    ~PrintKiller() override;

    [[nodiscard]] bool hasStruck() const { return m_hasStruck; }

private:
    void arm();
    void awaitPaper();
    void strikeAt(CupsRelay::Operation operation, CupsRelay::Moment moment);
    void strikeLater();
    void strike();

    PrintDeath m_death;
    AppProcess &m_life;
    PrinterFixture &m_shop;
    QFileSystemWatcher m_documents;
    bool m_hasStruck = false;
};

} // namespace okoshko::test
