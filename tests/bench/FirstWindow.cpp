// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Application.h"
#include "app/CommandLine.h"
#include "app/settings/Languages.h"

#include <QApplication>
#include <QWindow>

#include <chrono>
#include <cstdio>

namespace {

/// Writes when the first window had been painted, in milliseconds on the monotonic clock, and leaves.
class FirstWindow final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        const bool isHandled = QApplication::notify(receiver, event);
        const auto *window = event->type() == QEvent::Expose ? qobject_cast<QWindow *>(receiver) : nullptr;
        if (window && window->isExposed() && !m_isSeen) {
            m_isSeen = true;
            const std::chrono::duration<double, std::milli> at = std::chrono::steady_clock::now().time_since_epoch();
            std::printf("%.3f\n", at.count());
            QMetaObject::invokeMethod(this, &QCoreApplication::quit, Qt::QueuedConnection);
        }
        return isHandled;
    }

private:
    bool m_isSeen = false;
};

} // namespace

/// The program, as its own main() starts it, until its first window.
int main(int argc, char *argv[])
{
    using namespace okoshko;
    keepMemoryPrivate();
    prepareEnvironment(argc, argv);
    FirstWindow application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    nameApplication();

    Languages languages;
    languages.setLanguage(languageAtStart(QCoreApplication::arguments()));
    const auto arguments = parseCommandLine(QCoreApplication::arguments());
    if (!arguments)
        return print(arguments.error());
    Application program(*arguments, languages);
    QObject::connect(&program, &Application::finished, &application, &QCoreApplication::exit, Qt::QueuedConnection);
    program.start();
    return QApplication::exec();
}
