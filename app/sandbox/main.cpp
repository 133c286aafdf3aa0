// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommandLine.h"
#include "SandboxServer.h"

#include <QCoreApplication>
#include <cstdio>

namespace {

constexpr int badStart = 2;

/// Flushed at once: a script waits for the address before it goes on.
void say(std::FILE *stream, const QString &text)
{
    std::fputs(text.toUtf8().constData(), stream);
    std::fflush(stream);
}

int fail(const QString &sentence)
{
    say(stderr, QStringLiteral("okoshko-sandbox: %1\n").arg(sentence));
    return badStart;
}

} // namespace

int main(int argc, char *argv[])
{
    using namespace okoshko::sandbox;
    const QCoreApplication application(argc, argv);
    const auto wanted = parseCommandLine(QCoreApplication::arguments());
    if (!wanted)
        return fail(wanted.error());
    if (const auto *notice = std::get_if<Notice>(&*wanted)) {
        say(stdout, notice->text);
        return 0;
    }
    SandboxServer server(std::get<Options>(*wanted));
    const auto url = server.start();
    if (!url)
        return fail(url.error());
    say(stdout, url->toString() + QStringLiteral("\n"));
    if (!server.controlUrl().isEmpty())
        say(stdout, server.controlUrl().toString() + QStringLiteral("\n"));
    return QCoreApplication::exec();
}
