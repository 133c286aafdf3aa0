// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/Browser.h"

#include <QDeadlineTimer>
#include <QDesktopServices>
#include <QLoggingCategory>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

Q_LOGGING_CATEGORY(log, "okoshko.browser")

constexpr const char16_t *schemes[]{u"http", u"https"};

/// The program that opens an address, the desktop's own first.
QString opener()
{
    const QStringList names{u"xdg-open"_s,      qEnvironmentVariable("BROWSER"),
                            u"x-www-browser"_s, u"firefox"_s,
                            u"chromium"_s,      u"google-chrome"_s};
    for (const QString &name : names) {
        QString path = name.isEmpty() ? QString() : QStandardPaths::findExecutable(name);
        if (!path.isEmpty())
            return path;
    }
    return {};
}

} // namespace

Browser::Browser(QObject *parent)
    : QObject(parent)
{
    for (const char16_t *scheme : schemes)
        QDesktopServices::setUrlHandler(QStringView(scheme).toString(), this, "open");
}

Browser::~Browser()
{
    for (const char16_t *scheme : schemes)
        QDesktopServices::unsetUrlHandler(QStringView(scheme).toString());
}

void Browser::open(const QUrl &url)
{
    const QString address = url.toString(QUrl::FullyEncoded);
    for (QProcess *earlier : findChildren<QProcess *>()) {
        if (earlier->arguments().last() == address)
            earlier->disconnect(this); // its end is not this call's result
    }
    // The shell reports how the opener ended and is killed with this object; the opener and its browser go on.
    auto *shell = new QProcess(this);
    shell->setProgram(u"/bin/sh"_s);
    shell->setArguments({u"-c"_s, uR"([ -n "$1" ] || exit 127; "$1" "$2" & wait $!)"_s, u"sh"_s, opener(), address});
    connect(shell, &QProcess::finished, shell, &QObject::deleteLater);
    shell->setStandardInputFile(QProcess::nullDevice());
    shell->setStandardOutputFile(QProcess::nullDevice());
    shell->setStandardErrorFile(QProcess::nullDevice());
    const auto fail = [this, shell, url](const QString &why) {
        qCWarning(log).noquote() << "the browser did not open the page:" << why;
        shell->deleteLater();
        Q_EMIT failed(url);
    };
    const QDeadlineTimer starting(longestStart);
    connect(shell, &QProcess::finished, this, [fail, starting](int code, QProcess::ExitStatus status) {
        const bool isFine = status == QProcess::NormalExit && code == 0;
        if (!isFine && !starting.hasExpired())
            fail(u"exit code %1"_s.arg(code));
    });
    connect(
        shell, &QProcess::errorOccurred, this,
        [shell, fail](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                fail(shell->errorString());
        },
        Qt::QueuedConnection);
    shell->start();
}

} // namespace okoshko
