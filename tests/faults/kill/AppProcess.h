// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/kill/Death.h"

#include <QProcess>
#include <QUrl>

namespace okoshko::test {

/// The real program, running as a process of its own until it ends or is killed. Lives on any thread.
class AppProcess final : public QObject
{
    Q_OBJECT
public:
    struct Place
    {
        QUrl server;
        QString keyFile;
        QString profile;
        QString pictures;       ///< where a tour puts them
        QString printService{}; ///< as in CUPS_SERVER; empty: as in the environment
    };

    AppProcess(const Place &place, Task task);
    ~AppProcess() override; ///< kills it

    void kill(); ///< SIGKILL
    /// SIGSTOP and SIGCONT: what lies on the disk in between is what a kill would leave.
    void hold() const;
    void release() const;

    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    [[nodiscard]] bool wasKilled() const;
    [[nodiscard]] bool endedWell() const;
    /// How it ended, and the last that it wrote.
    [[nodiscard]] QString lastWords();

Q_SIGNALS:
    void pageOpened(const QUrl &page); ///< the buyer is to pay there

private:
    void read();

    QProcess m_process;
};

} // namespace okoshko::test
