// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QFile>
#include <QList>
#include <QString>

namespace okoshko {

/// An application that measures how long its main thread handles each event: for benchmarks, and for debug builds,
/// which log slow handlers.
///
/// Only outermost events count: an event sent while another is handled belongs to that one. A handler that runs its own
/// event loop, as a menu does, is not counted. Time in which other processes had the processor (`schedstat`) is
/// subtracted; waiting for a disk or a lock is not.
class HandlerTimes final : public QApplication
{
public:
    struct Handler
    {
        double took = 0;   ///< milliseconds of wall clock
        double waited = 0; ///< of these, waiting for the processor
        const char *receiver = "";
        QString name{}; ///< object name of the receiver, if any
        int event = 0;

        [[nodiscard]] double own() const { return took - waited; }
        [[nodiscard]] bool isPreempted() const { return waited > took / 2; }
        [[nodiscard]] QString toString() const;
    };

    /// Milliseconds of one frame.
    static constexpr double longest = 16;

    HandlerTimes(int &argc, char **argv);

    /// From a window's first frame on, logs a warning for each handler that takes longer, in category `okoshko.stall`.
    void watch() { m_isWatched = true; }

    void begin();
    /// The handlers since begin() longer than a millisecond.
    [[nodiscard]] QList<Handler> end();

    bool notify(QObject *receiver, QEvent *event) override;

private:
    [[nodiscard]] double waitedUntilNow();

    QFile m_statistics;
    QList<Handler> m_handlers;
    bool m_isMeasured = false; ///< between begin() and end()
    bool m_isWatched = false;
    bool m_hasFrame = false;   ///< a window has been painted
    bool m_isHandling = false; ///< an outermost event
    bool m_hasLooped = false;  ///< it has run an event loop
    int m_loopLevel = 0;       ///< when it came
};

} // namespace okoshko
