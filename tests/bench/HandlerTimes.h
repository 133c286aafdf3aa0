// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QFile>
#include <QList>
#include <QString>

namespace okoshko::bench {

/// An application that times what its main thread does about each event.
///
/// Only the outermost events count: one that is sent while another is handled belongs to that. The system tells how
/// long the thread could have run while others had the processor (`schedstat`): that is not the handler's time. To wait
/// for a disk or a lock is.
class HandlerTimes final : public QApplication
{
public:
    struct Handler
    {
        double took = 0;   ///< milliseconds by the clock
        double waited = 0; ///< of these, for the processor
        const char *receiver = "";
        int event = 0;

        [[nodiscard]] double own() const { return took - waited; }
        [[nodiscard]] bool isPreempted() const { return waited > took / 2; }
    };

    HandlerTimes(int &argc, char **argv);

    void begin();
    /// The handlers since begin() that took longer than a millisecond.
    [[nodiscard]] QList<Handler> end();

    bool notify(QObject *receiver, QEvent *event) override;

private:
    [[nodiscard]] double waitedUntilNow();

    QFile m_statistics;
    QList<Handler> m_handlers;
    bool m_isTiming = false;
};

} // namespace okoshko::bench
