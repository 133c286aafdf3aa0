// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QFile>
#include <QList>
#include <QString>

namespace okoshko {

/// An application that times what its main thread does about each event: for measuring, and for debug builds, which
/// name what held the window.
///
/// Only the outermost events count: one that is sent while another is handled belongs to that. A handler that runs an
/// event loop of its own, as a menu does, holds nothing. The system tells how long the thread could have run while
/// others had the processor (`schedstat`): that is not the handler's time. To wait for a disk or a lock is.
class HandlerTimes final : public QApplication
{
public:
    struct Handler
    {
        double took = 0;   ///< milliseconds by the clock
        double waited = 0; ///< of these, for the processor
        const char *receiver = "";
        QString name{}; ///< of the receiver, where it has one
        int event = 0;

        [[nodiscard]] double own() const { return took - waited; }
        [[nodiscard]] bool isPreempted() const { return waited > took / 2; }
        [[nodiscard]] QString toString() const;
    };

    /// Milliseconds: from one frame to the next.
    static constexpr double longest = 16;

    HandlerTimes(int &argc, char **argv);

    /// From the first frame of a window on each handler that takes longer is warned of, in category `okoshko.stall`.
    void watch() { m_isWatched = true; }

    void begin();
    /// The handlers since begin() that took longer than a millisecond.
    [[nodiscard]] QList<Handler> end();

    bool notify(QObject *receiver, QEvent *event) override;

private:
    [[nodiscard]] double waitedUntilNow();

    QFile m_statistics;
    QList<Handler> m_handlers;
    bool m_isMeasured = false; ///< between begin() and end()
    bool m_isWatched = false;
    bool m_hasFrame = false;   ///< a window was painted
    bool m_isHandling = false; ///< an outermost event …
    bool m_hasLooped = false;  ///< … which runs an event loop
    int m_loopLevel = 0;       ///< in which it came
};

} // namespace okoshko
