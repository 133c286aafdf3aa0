// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/HandlerTimes.h"

#include "tests/bench/Measured.h"

#include <QThread>

#include <utility>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace okoshko::bench {

HandlerTimes::HandlerTimes(int &argc, char **argv)
    : QApplication(argc, argv)
    , m_statistics(u"/proc/thread-self/schedstat"_s)
{
    if (!m_statistics.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        tell(u"how long threads wait for the processor is not told here: all of it counts"_s);
}

void HandlerTimes::begin()
{
    m_handlers.clear();
    m_isTiming = true;
}

QList<HandlerTimes::Handler> HandlerTimes::end()
{
    m_isTiming = false;
    return std::exchange(m_handlers, {});
}

double HandlerTimes::waitedUntilNow()
{
    // Nanoseconds on the processor, nanoseconds waited for it, times it was given.
    char text[96];
    const ssize_t length = m_statistics.isOpen() ? ::pread(m_statistics.handle(), text, sizeof text, 0) : 0;
    const QList<QByteArray> numbers = QByteArray(text, length).split(' ');
    return numbers.size() < 2 ? 0 : static_cast<double>(numbers.at(1).toLongLong()) / 1e6;
}

bool HandlerTimes::notify(QObject *receiver, QEvent *event)
{
    if (!m_isTiming || QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    Handler handler{.receiver = receiver->metaObject()->className(), .event = event->type()};
    const double waitedBefore = waitedUntilNow();
    const double begun = now();
    m_isTiming = false;
    const bool isHandled = QApplication::notify(receiver, event);
    m_isTiming = true;
    handler.took = now() - begun;
    if (handler.took > 1) {
        handler.waited = waitedUntilNow() - waitedBefore;
        m_handlers << handler;
    }
    return isHandled;
}

} // namespace okoshko::bench
