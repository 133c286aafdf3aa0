// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/KeyPause.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <utility>

namespace okoshko {

KeyPause::KeyPause(Judge judge, QObject *parent)
    : QObject(parent)
    , m_judge(std::move(judge))
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(length);
    connect(&m_rest, &QTimer::timeout, this, &KeyPause::over);
}

void KeyPause::begin()
{
    QCoreApplication::instance()->installEventFilter(this);
    m_rest.start();
    Q_EMIT begun();
}

void KeyPause::end()
{
    QCoreApplication::instance()->removeEventFilter(this);
    m_rest.stop();
}

bool KeyPause::eventFilter(QObject *, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const Key key = m_judge(static_cast<const QKeyEvent &>(*event));
    if (key != Key::Ignored)
        begin();
    return key == Key::Swallowed;
}

} // namespace okoshko
