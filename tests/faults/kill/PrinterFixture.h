// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/printing/PrivateCups.h"
#include "tests/faults/kill/PrintDeath.h"
#include "tests/faults/printing/CupsRelay.h"

#include <QFile>
#include <QFileSystemWatcher>
#include <QObject>

namespace okoshko::test {

/// A print service with two queues, `roll` and `slips`, whose printers do what a life of the program is to meet, and
/// the line to it.
class PrinterFixture final : public QObject
{
    Q_OBJECT
public:
    PrinterFixture();

    [[nodiscard]] CupsRelay &line() { return m_line; }
    [[nodiscard]] QString socket() const { return m_cups.server(); }
    /// Where the printers write what they print, each job a file queue.number.name.process.pdf.
    [[nodiscard]] QString tray() const;
    [[nodiscard]] qsizetype papers() const;

    void set(Printers printers);
    void goOn(); ///< lets printers that wait print
    /// All works again: what the printers do, the queues, the service, and the jobs that are held.
    void repair();
    void die();
    void restart();
    [[nodiscard]] bool hasDied() const { return m_hasDied; } ///< since the start of the test

Q_SIGNALS:
    void paperOut(); ///< a printer has written a document to its end

private:
    [[nodiscard]] QString script(Printers printers) const;

    sandbox::PrivateCups m_cups;
    CupsRelay m_line;
    QFile m_gate; ///< printers that wait do so while it is locked
    QFileSystemWatcher m_watcher;
    qsizetype m_papers = 0;
    bool m_hasDied = false;
};

} // namespace okoshko::test
