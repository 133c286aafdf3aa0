// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/CommandLine.h"
#include "app/Languages.h"
#include "app/Settings.h"

#include <QObject>

#include <memory>

namespace okoshko {

namespace sandbox {
class SandboxThread;
}

class Counter;
class Tour;
class Windows;

/// The program's life: where it sells, its counter and its windows, and the tour when one was asked for. Owns them all.
class Program final : public QObject
{
    Q_OBJECT
public:
    /// \a profileFolder exists and can be written to, or the settings are not remembered.
    Program(const Arguments &arguments, const QString &profileFolder, Languages &languages);
    ~Program() override;

    /// Says why the program cannot start, in the cashier's language; nothing when it can.
    [[nodiscard]] QString start();

private:
    void train();
    /// Opens the journal, the counter and its windows; says why it cannot.
    [[nodiscard]] QString open(const QUrl &server, const QByteArray &key);
    void fail(const QString &words);
    void startTour(const QUrl &server);
    void leave(int exitCode);

    Arguments m_arguments;
    QString m_profileFolder;
    Settings m_settings;
    Languages &m_languages;
    std::unique_ptr<sandbox::SandboxThread> m_sandbox;
    std::unique_ptr<Counter> m_counter;
    std::unique_ptr<Windows> m_windows;
    std::unique_ptr<Tour> m_tour;
};

} // namespace okoshko
