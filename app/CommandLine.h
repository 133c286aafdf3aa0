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
    /// Whether nothing real is sold, on the embedded sandbox, without a question.
    enum class Training { No, Yes };

    std::optional<QUrl> server; ///< given by hand instead of by a profile
    QString keyFile;            ///< given where `server` is
    QString importSettings;     ///< a file; empty = nothing is imported
    Training training = Training::No;
    std::optional<sandbox::VendorKind> vendor; ///< whose answers training gives; nothing = as documented
    QString profile;                           ///< a profile's name, or a folder; empty = as there are
    QString language;                          ///< "ru", "en" or empty = as remembered
    LogLevel logLevel = LogLevel::Info;
};

/// Says why the arguments cannot be used, or that all was said already (`--help`, `--version`).
struct Usage
{
    QString words;
    int exitCode = 2;
};

[[nodiscard]] tl::unexpected<Usage> refuse(const QString &words); ///< with where to read more

/// The options by which a counter is chosen that sells: those of the program and of the tour. Needs a QCoreApplication.
class CounterOptions
{
public:
    CounterOptions();

    void addTo(QCommandLineParser &parser) const;
    /// Parses all \a arguments, and reads those of this.
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

/// Reads the program's arguments; \a arguments begins with the program's name. Needs a QCoreApplication for its words.
[[nodiscard]] tl::expected<Arguments, Usage> parseCommandLine(const QStringList &arguments);

/// The API key in the file \a path, without blanks and a leading `key `; or a sentence that says why there is none,
/// which holds nothing of the file.
[[nodiscard]] tl::expected<QByteArray, QString> readKeyFile(const QString &path);

/// `--import-settings`: takes the settings in \a file over into the profile in \a profileFolder, if all of them are
/// right; else names each that is wrong, with its line, and changes nothing.
[[nodiscard]] Usage importSettings(const QString &file, const QString &profileFolder);

/// The same for the command line: into the profile that it names, else into the only one that there is, else into a new
/// one where the file names a server, else into that of training. Of several it does not choose one, and into one that
/// a program has open it takes nothing.
[[nodiscard]] Usage importSettings(const Arguments &arguments);

/// The language of the first words, before the command line is parsed: `--lang`, else the system's.
[[nodiscard]] Format::Language languageAtStart(const QStringList &arguments);
[[nodiscard]] Format::Language languageAtStart(const Arguments &arguments);

/// Prints \a usage to standard output or error, and gives its exit code.
[[nodiscard]] int print(const Usage &usage);

// What main() does before there is an application:

/// Where there is no screen, windows are drawn into memory.
void drawWithoutScreen();
/// The same where the arguments need no window (an import, `--help`).
void prepareEnvironment(int argc, char *argv[]);
/// From here on no core dump of this process holds its key, and only root can read its memory.
void keepMemoryPrivate();
/// Name and version, by which the profile's folder and `--version` go; the system's proxy for the network.
void nameApplication();

} // namespace okoshko
