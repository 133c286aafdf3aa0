// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"

#include "app/sandbox/SandboxServer.h"
#include "models/domain/ServerAddress.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

/// The options of the counter's program, in the order of `--help`.
struct Options
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::CommandLine)
public:
    CounterOptions counter;
    QCommandLineOption training{u"training"_s, tr("Start in training at once: nothing is really sold.")};
    QCommandLineOption importSettings{
        u"import-settings"_s, tr("Take the settings in FILE over, if all of them are right, and leave."), u"FILE"_s};

    void addTo(QCommandLineParser &parser) const
    {
        parser.setApplicationDescription(tr("Okoshko, the ticket counter. At the first start it asks what it needs."));
        parser.addOption(training);
        parser.addOption(importSettings);
        counter.addTo(parser);
    }
};

std::optional<LogLevel> parseLogLevel(const QString &word)
{
    static const QHash<QString, LogLevel> words{{u"debug"_s, LogLevel::Debug},
                                                {u"info"_s, LogLevel::Info},
                                                {u"warning"_s, LogLevel::Warning},
                                                {u"error"_s, LogLevel::Error}};
    const auto it = words.constFind(word);
    return it == words.cend() ? std::nullopt : std::optional(*it);
}

} // namespace

tl::unexpected<Usage> refuse(const QString &words)
{
    return tl::unexpected(Usage{words + u'\n' + Options::tr("Try --help."), 2});
}

CounterOptions::CounterOptions()
    : m_server(u"server"_s, Options::tr("Sell at this server, without a profile (needs --key-file)."), u"URL"_s)
    , m_keyFile(u"key-file"_s, Options::tr("File that holds the API key."), u"FILE"_s)
    , m_vendor(u"vendor"_s,
               Options::tr("Whose answers training gives: sandbox, as documented, or real, as the vendor was seen to "
                           "give them."),
               u"NAME"_s)
    , m_profile(u"profile"_s, Options::tr("The profile of this name, or a folder for one."), u"NAME"_s)
    , m_lang(u"lang"_s, Options::tr("Language: ru or en."), u"LANG"_s)
    , m_logLevel(u"log-level"_s, Options::tr("How much is logged: debug, info, warning or error."), u"LEVEL"_s)
    , m_help(QStringList{u"h"_s, u"help"_s}, Options::tr("Show this help."))
    , m_version(QStringList{u"v"_s, u"version"_s}, Options::tr("Show the version."))
{
}

void CounterOptions::addTo(QCommandLineParser &parser) const
{
    for (const QCommandLineOption *option :
         {&m_server, &m_keyFile, &m_vendor, &m_profile, &m_lang, &m_logLevel, &m_help, &m_version})
        parser.addOption(*option);
}

tl::expected<Arguments, Usage> CounterOptions::parse(QCommandLineParser &parser, const QStringList &arguments) const
{
    if (!parser.parse(arguments))
        return refuse(parser.errorText());
    if (parser.isSet(m_help))
        return tl::unexpected(Usage{parser.helpText(), 0});
    if (parser.isSet(m_version))
        return tl::unexpected(Usage{u"okoshko "_s + QCoreApplication::applicationVersion(), 0});
    Arguments result;
    result.keyFile = parser.value(m_keyFile);
    result.profile = parser.value(m_profile);
    result.language = parser.value(m_lang);
    if (!result.language.isEmpty() && result.language != u"ru" && result.language != u"en")
        return refuse(Options::tr("The language '%1' is not known: ru or en.").arg(result.language));
    if (parser.isSet(m_logLevel)) {
        const auto level = parseLogLevel(parser.value(m_logLevel));
        if (!level)
            return refuse(Options::tr("The log level '%1' is not known: debug, info, warning or error.")
                              .arg(parser.value(m_logLevel)));
        result.logLevel = *level;
    }
    if (parser.isSet(m_server)) {
        const auto server = parseServerAddress(parser.value(m_server));
        if (!server)
            return refuse(
                Options::tr("'%1' is not a valid server address: https://host, or http:// on this computer alone.")
                    .arg(parser.value(m_server)));
        result.server = *server;
    }
    if (parser.isSet(m_vendor)) {
        result.vendor = sandbox::vendorKindFrom(parser.value(m_vendor));
        if (!result.vendor)
            return refuse(Options::tr("The vendor '%1' is not known: sandbox or real.").arg(parser.value(m_vendor)));
    }
    if (result.server && result.vendor)
        return refuse(Options::tr("--vendor and --server exclude each other."));
    if (result.server.has_value() != !result.keyFile.isEmpty())
        return refuse(Options::tr("--server and --key-file go together."));
    return result;
}

tl::expected<Arguments, Usage> parseCommandLine(const QStringList &arguments)
{
    const Options options;
    QCommandLineParser parser;
    options.addTo(parser);
    auto result = options.counter.parse(parser, arguments);
    if (!result)
        return result;
    if (!parser.positionalArguments().isEmpty())
        return refuse(Options::tr("'%1' is not understood.").arg(parser.positionalArguments().first()));
    if (parser.isSet(options.training))
        result->training = Arguments::Training::Yes;
    if (result->server && parser.isSet(options.training))
        return refuse(Options::tr("--training and --server exclude each other."));
    if (parser.isSet(options.importSettings)) {
        result->importSettings = parser.value(options.importSettings);
        if (result->importSettings.isEmpty())
            return refuse(Options::tr("--import-settings needs the name of a file."));
    }
    return result;
}

} // namespace okoshko
