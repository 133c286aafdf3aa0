// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/Format.h"

#include <QByteArray>
#include <QCommandLineOption>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <tl/expected.hpp>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QCommandLineParser)

namespace okoshko {

namespace sandbox {
enum class VendorKind;
}

enum class LogLevel { Debug, Info, Warning, Error };

/// The command line, checked.
struct Arguments
{
    /// Training sells nothing real, on the embedded sandbox, and asks no question.
    enum class Training { No, Yes };

    std::optional<QUrl> server; ///< where it is given instead of a profile
    QString keyFile;            ///< given together with `server`
    QString importSettings;     ///< a file; empty = no import
    Training training = Training::No;
    std::optional<sandbox::VendorKind> vendor; ///< whose answers the sandbox imitates; nothing = the documented ones
    QString profile;                           ///< a profile's name, or a folder; empty = not given
    QString language;                          ///< a code of Format::languages; empty = the saved one
    LogLevel logLevel = LogLevel::Info;
};

/// Why the arguments cannot be used, or the text for `--help` and `--version`, with the exit code.
struct Usage
{
    QString words;
    int exitCode = 2;
};

[[nodiscard]] tl::unexpected<Usage> refuse(const QString &words); ///< adds a pointer to `--help`

/// The options that choose a counter, shared by the program and the tour. Needs a QCoreApplication.
class CounterOptions
{
public:
    CounterOptions();

    void addTo(QCommandLineParser &parser) const;
    /// Parses all \a arguments and reads the options of this class.
    [[nodiscard]] tl::expected<Arguments, Usage> parse(QCommandLineParser &parser, const QStringList &arguments) const;

private:
    QCommandLineOption m_server;
    QCommandLineOption m_keyFile;
    QCommandLineOption m_vendor;
    QCommandLineOption m_profile;
    QCommandLineOption m_lang;
    QCommandLineOption m_logLevel;
    QCommandLineOption m_help;
    QCommandLineOption m_version;
};

/// Reads the program's arguments; \a arguments begins with the program's name. Needs a QCoreApplication for tr().
[[nodiscard]] tl::expected<Arguments, Usage> parseCommandLine(const QStringList &arguments);

/// The API key in the file \a path, without blanks and a leading `key `; or a sentence that says why it cannot be read
/// and quotes nothing of the file.
[[nodiscard]] tl::expected<QByteArray, QString> readKeyFile(const QString &path);

/// `--import-settings`: imports the settings of \a file into the profile in \a profileFolder if all of them are right.
/// Otherwise names each fault with its line and changes nothing.
[[nodiscard]] Usage importSettings(const QString &file, const QString &profileFolder);

/// The same for the command line. The target is the profile it names; else the only profile; else a new one if the file
/// names a server; else the training profile. Fails if there are several profiles, or if a program has the profile
/// open.
[[nodiscard]] Usage importSettings(const Arguments &arguments);

/// The language before the command line is parsed: `--lang`, else the system's.
[[nodiscard]] Format::Language languageAtStart(const QStringList &arguments);
[[nodiscard]] Format::Language languageAtStart(const Arguments &arguments);

/// Prints \a usage to standard output or error and returns its exit code.
[[nodiscard]] int print(const Usage &usage);

// Called by main() before there is an application:

/// Without a screen, draws windows into memory.
void drawWithoutScreen();
/// Calls drawWithoutScreen() if the arguments need no window (an import, `--help`).
void prepareEnvironment(int argc, char *argv[]);
/// From here on this process writes no core dump, and only root can read its memory.
void keepMemoryPrivate();
/// Sets name and version, used by the profile folder and `--version`, and makes the network use the system's proxy.
void nameApplication();

} // namespace okoshko
