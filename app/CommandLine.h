// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace okoshko
