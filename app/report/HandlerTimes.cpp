// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/HandlerTimes.h"

#include <QEvent>
#include <QLoggingCategory>
#include <QMetaEnum>
#include <QThread>

#include <algorithm>
#include <chrono>
#include <utility>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

Q_LOGGING_CATEGORY(log, "okoshko.stall")

double now()
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace

QString HandlerTimes::Handler::toString() const
{
    const char *word = QMetaEnum::fromType<QEvent::Type>().valueToKey(event);
    return u"%1 ms, of these %2 waiting for the processor: %3 in %4 %5"_s.arg(took, 0, 'f', 1)
        .arg(waited, 0, 'f', 1)
        .arg(word ? QString::fromLatin1(word) : QString::number(event), QString::fromLatin1(receiver), name)
        .trimmed();
}

HandlerTimes::HandlerTimes(int &argc, char **argv)
    : QApplication(argc, argv)
    , m_statistics(u"/proc/thread-self/schedstat"_s)
{
    if (!m_statistics.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        qCWarning(log) << "how long threads wait for the processor is not told here: all of it counts";
}

void HandlerTimes::begin()
{
    m_handlers.clear();
    m_isMeasured = true;
}

QList<HandlerTimes::Handler> HandlerTimes::end()
{
    m_isMeasured = false;
    return std::exchange(m_handlers, {});
}

double HandlerTimes::waitedUntilNow()
{
    // Nanoseconds run, nanoseconds waited for the processor, time slices.
    char text[96];
    const ssize_t length = m_statistics.isOpen() ? ::pread(m_statistics.handle(), text, sizeof text, 0) : 0;
    const QList<QByteArray> numbers = QByteArray(text, std::max<ssize_t>(length, 0)).split(' ');
    return numbers.size() < 2 ? 0 : static_cast<double>(numbers.at(1).toLongLong()) / 1e6;
}

bool HandlerTimes::notify(QObject *receiver, QEvent *event)
{
    if (QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    if (m_isHandling) {
        m_hasFrame = m_hasFrame || event->type() == QEvent::Paint;
        m_hasLooped = m_hasLooped || thread()->loopLevel() > m_loopLevel;
        return QApplication::notify(receiver, event);
    }
    const bool isTimed = m_isMeasured || (m_isWatched && m_hasFrame);
    Handler handler{
        .receiver = receiver->metaObject()->className(), .name = receiver->objectName(), .event = event->type()};
    const double waitedBefore = isTimed ? waitedUntilNow() : 0;
    const double begun = now();
    m_loopLevel = thread()->loopLevel();
    m_hasLooped = false;
    m_isHandling = true;
    const bool isHandled = QApplication::notify(receiver, event);
    m_isHandling = false;
    handler.took = now() - begun;
    if (!isTimed || m_hasLooped || handler.took <= 1)
        return isHandled;
    handler.waited = waitedUntilNow() - waitedBefore;
    if (m_isMeasured)
        m_handlers << handler;
    if (m_isWatched && handler.own() > longest)
        qCWarning(log).noquote() << "the window was held for" << handler.toString();
    return isHandled;
}

} // namespace okoshko
