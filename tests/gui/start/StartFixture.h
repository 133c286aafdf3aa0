// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Application.h"
#include "app/sandbox/SandboxThread.h"
#include "app/tour/InputDriver.h"
#include "ui/main/MainWindow.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace okoshko::test {

/// A home that is new and empty, as long as this lives; the person's own is not touched.
class TemporaryHome
{
public:
    TemporaryHome();
    ~TemporaryHome();

    [[nodiscard]] QString data() const; ///< the program's folder in it
    [[nodiscard]] QString profile(const QString &name) const { return data() + QStringLiteral("/profiles/") + name; }
    /// A profile as the first start leaves it.
    void addProfile(const QString &name, const QUrl &server, Format::Language language = Format::Language::English);
    /// All that was written into it, file by file.
    [[nodiscard]] QList<std::pair<QString, QByteArray>> files() const;

private:
    QTemporaryDir m_folder;
    QList<std::pair<QByteArray, QByteArray>> m_before; ///< of the environment
};

/// The program from its start on, without its process, and a person before it who sees whatever window is in front.
class StartFixture
{
public:
    explicit StartFixture(const Arguments &arguments = {});
    ~StartFixture();

    /// The foremost visible window that has a visible widget of that name; nothing where there is none.
    [[nodiscard]] static QWidget *find(const QString &name);
    [[nodiscard]] static bool isShown(const QString &name) { return find(name) && find(name)->isEnabled(); }
    [[nodiscard]] static QString textOf(const QString &name);
    [[nodiscard]] static MainWindow *counter();

    static void click(const QString &name);
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier); ///< to the window in front
    /// In place of whatever stands in the field.
    static void fillIn(const QString &name, const QString &text);

    static void openProfiles(); ///< by the menu

    /// Sells one ticket of the demo catalogue's event where the seller collects, by keyboard, until it is paid.
    static void startCash(); ///< up to the question for the money
    static void sellOne();

    Languages languages;
    Application program;
    QSignalSpy finished;
};

/// A sandbox that runs.
[[nodiscard]] std::unique_ptr<sandbox::SandboxThread> startSandbox(const sandbox::Options &options = {});

} // namespace okoshko::test
