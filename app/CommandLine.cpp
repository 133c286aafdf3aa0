// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"

#include "app/sandbox/SandboxServer.h"
#include "models/domain/ServerAddress.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

/// The options, each with its help, in the order of `--help`.
struct Options
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::CommandLine)
public:
    QCommandLineOption server{u"server"_s, tr("Sell at this server, without a profile (needs --key-file)."), u"URL"_s};
    QCommandLineOption keyFile{u"key-file"_s, tr("File that holds the API key."), u"FILE"_s};
    QCommandLineOption training{u"training"_s, tr("Start in training at once: nothing is really sold.")};
    QCommandLineOption vendor{
        u"vendor"_s,
        tr("Whose answers training gives: sandbox, as documented, or real, as the vendor was seen to give them."),
        u"NAME"_s};
    QCommandLineOption profile{u"profile"_s, tr("The profile of this name, or a folder for one."), u"NAME"_s};
    QCommandLineOption importSettings{
        u"import-settings"_s, tr("Take the settings in FILE over, if all of them are right, and leave."), u"FILE"_s};
    QCommandLineOption lang{u"lang"_s, tr("Language: ru or en."), u"LANG"_s};
    QCommandLineOption logLevel{u"log-level"_s, tr("How much is logged: debug, info, warning or error."), u"LEVEL"_s};
    QCommandLineOption tour{
        u"tour"_s, tr("Sell tickets through the windows, save pictures and tour.json to DIR, and leave."), u"DIR"_s};
    QCommandLineOption event{u"event"_s, tr("Event that the tour sells."), u"ID"_s};
    QCommandLineOption set{u"set"_s, tr("Set that the tour sells."), u"ID"_s};
    QCommandLineOption system{u"system"_s, tr("Payment method that the tour chooses."), u"NAME"_s};
    QCommandLineOption giveUp{u"give-up"_s, tr("Let the tour cancel the order once its payment is out.")};
    QCommandLineOption size{u"size"_s, tr("Size of the tour's pictures."), u"WxH"_s, u"1280x800"_s};
    QCommandLineOption theme{u"theme"_s, tr("Theme of the tour's pictures: light, dark or contrast."), u"NAME"_s};
    QCommandLineOption wait{u"wait"_s, tr("How long the tour waits for the payment."), u"SECONDS"_s, u"120"_s};
    QCommandLineOption help{QStringList{u"h"_s, u"help"_s}, tr("Show this help.")};
    QCommandLineOption version{QStringList{u"v"_s, u"version"_s}, tr("Show the version.")};

    void addTo(QCommandLineParser &parser) const
    {
        parser.setApplicationDescription(tr("Okoshko, the ticket counter. At the first start it asks what it needs."));
        for (const QCommandLineOption *option :
             {&server, &keyFile, &training, &vendor, &profile, &importSettings, &lang, &logLevel, &tour, &event, &set,
              &system, &giveUp, &size, &theme, &wait, &help, &version})
            parser.addOption(*option);
    }
};

tl::unexpected<Usage> refuse(const QString &words)
{
    return tl::unexpected(Usage{words + u'\n' + Options::tr("Try --help."), 2});
}

std::optional<LogLevel> parseLogLevel(const QString &word)
{
    static const QHash<QString, LogLevel> words{{u"debug"_s, LogLevel::Debug},
                                                {u"info"_s, LogLevel::Info},
                                                {u"warning"_s, LogLevel::Warning},
                                                {u"error"_s, LogLevel::Error}};
    const auto it = words.constFind(word);
    return it == words.cend() ? std::nullopt : std::optional(*it);
}

std::optional<Theme::Kind> parseTheme(const QString &word)
{
    static const QHash<QString, Theme::Kind> words{
        {u"light"_s, Theme::Kind::Light}, {u"dark"_s, Theme::Kind::Dark}, {u"contrast"_s, Theme::Kind::HighContrast}};
    const auto it = words.constFind(word);
    return it == words.cend() ? std::nullopt : std::optional(*it);
}

tl::expected<TourPlan, Usage> parseTour(const QCommandLineParser &parser, const Options &options)
{
    TourPlan plan;
    plan.folder = parser.value(options.tour);
    plan.event = parser.value(options.event);
    plan.set = parser.value(options.set);
    plan.system = parser.value(options.system);
    plan.ending = parser.isSet(options.giveUp) ? TourPlan::Ending::GivenUp : TourPlan::Ending::Paid;
    if (plan.folder.isEmpty())
        return refuse(Options::tr("--tour needs the name of a folder."));

    static const QRegularExpression sizeForm(u"\\A([0-9]{3,4})x([0-9]{3,4})\\z"_s);
    const auto size = sizeForm.match(parser.value(options.size));
    if (!size.hasMatch())
        return refuse(Options::tr("The size '%1' is not of the form 1280x800.").arg(parser.value(options.size)));
    plan.size = {size.captured(1).toInt(), size.captured(2).toInt()};

    if (parser.isSet(options.theme)) {
        plan.theme = parseTheme(parser.value(options.theme));
        if (!plan.theme)
            return refuse(
                Options::tr("The theme '%1' is not known: light, dark or contrast.").arg(parser.value(options.theme)));
    }

    bool isNumber = false;
    const int wait = parser.value(options.wait).toInt(&isNumber);
    if (!isNumber || wait < 1 || wait > 86400)
        return refuse(Options::tr("--wait needs a number of seconds from 1 to 86400."));
    plan.wait = std::chrono::seconds(wait);
    return plan;
}

tl::expected<Arguments, Usage> toArguments(const QCommandLineParser &parser, const Options &options)
{
    Arguments result;
    result.keyFile = parser.value(options.keyFile);
    result.profile = parser.value(options.profile);
    result.language = parser.value(options.lang);
    if (!result.language.isEmpty() && result.language != u"ru" && result.language != u"en")
        return refuse(Options::tr("The language '%1' is not known: ru or en.").arg(result.language));
    if (parser.isSet(options.logLevel)) {
        const auto level = parseLogLevel(parser.value(options.logLevel));
        if (!level)
            return refuse(Options::tr("The log level '%1' is not known: debug, info, warning or error.")
                              .arg(parser.value(options.logLevel)));
        result.logLevel = *level;
    }
    if (parser.isSet(options.server)) {
        const auto server = parseServerAddress(parser.value(options.server));
        if (!server)
            return refuse(
                Options::tr("'%1' is not a valid server address: https://host, or http:// on this computer alone.")
                    .arg(parser.value(options.server)));
        result.server = *server;
    }
    if (parser.isSet(options.training))
        result.training = Arguments::Training::Yes;
    if (result.server && parser.isSet(options.training))
        return refuse(Options::tr("--training and --server exclude each other."));
    if (parser.isSet(options.vendor)) {
        result.vendor = sandbox::vendorMoodFrom(parser.value(options.vendor));
        if (!result.vendor)
            return refuse(
                Options::tr("The vendor '%1' is not known: sandbox or real.").arg(parser.value(options.vendor)));
    }
    if (result.server && result.vendor)
        return refuse(Options::tr("--vendor and --server exclude each other."));
    if (result.server.has_value() != !result.keyFile.isEmpty())
        return refuse(Options::tr("--server and --key-file go together."));
    if (parser.isSet(options.importSettings)) {
        result.importSettings = parser.value(options.importSettings);
        if (result.importSettings.isEmpty())
            return refuse(Options::tr("--import-settings needs the name of a file."));
    }
    if (parser.isSet(options.tour)) {
        auto plan = parseTour(parser, options);
        if (!plan)
            return tl::unexpected(plan.error());
        result.tour = *plan;
    }
    return result;
}

} // namespace

tl::expected<Arguments, Usage> parseCommandLine(const QStringList &arguments)
{
    const Options options;
    QCommandLineParser parser;
    options.addTo(parser);
    if (!parser.parse(arguments))
        return refuse(parser.errorText());
    if (parser.isSet(options.help))
        return tl::unexpected(Usage{parser.helpText(), 0});
    if (parser.isSet(options.version))
        return tl::unexpected(Usage{u"okoshko "_s + QCoreApplication::applicationVersion(), 0});
    if (!parser.positionalArguments().isEmpty())
        return refuse(Options::tr("'%1' is not understood.").arg(parser.positionalArguments().first()));
    return toArguments(parser, options);
}

} // namespace okoshko
