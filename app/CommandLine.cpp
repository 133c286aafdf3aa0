// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"

#include "app/profiles/Journals.h"
#include "app/profiles/ProfileLock.h"
#include "app/profiles/Profiles.h"
#include "app/sandbox/SandboxServer.h"
#include "app/settings/Settings.h"
#include "app/settings/SettingsFile.h"
#include "models/domain/ServerAddress.h"
#include "ui/text/SettingsText.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <cstdio>
#include <string_view>

#include <sys/resource.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

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

constexpr qint64 longestKeyFile = 4096; ///< bytes; a key has 32 characters (vendor documentation)
constexpr char byteOrderMark[] = "\xef\xbb\xbf";

bool isKeyCharacter(char c)
{
    return c > ' ' && c < 127;
}

/// Whether unfinished sales of the profile belong to a server that the import would replace; the same rule as in the
/// settings.
bool leavesSalesBehind(const CounterSettings &now, const CounterSettings &wanted, const QString &profileFolder)
{
    if (wanted.server == now.server)
        return false;
    const auto owner = profileOwner(profileFolder);
    return owner && owner->sales == Owner::Sales::Some && !isOf(*owner, QUrl(wanted.server));
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
    , m_lang(u"lang"_s, Options::tr("Language: %1.").arg(Format::languageCodes().join(u", "_s)), u"LANG"_s)
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
    if (!result.language.isEmpty() && !Format::parseLanguage(result.language))
        return refuse(Options::tr("The language '%1' is not known: %2.")
                          .arg(result.language, Format::languageCodes().join(u", "_s)));
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

tl::expected<QByteArray, QString> readKeyFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(Options::tr("The key file %1 cannot be read: %2. Check its name and who may read it.")
                                  .arg(path, file.errorString()));
    QByteArray key = file.read(longestKeyFile + 1);
    if (key.startsWith(byteOrderMark)) // written by some editors
        key.remove(0, sizeof byteOrderMark - 1);
    key = key.trimmed();
    if (key.startsWith("key "))
        key = key.mid(4).trimmed();
    const bool wellFormed =
        !key.isEmpty() && key.size() <= 256 && std::all_of(key.cbegin(), key.cend(), isKeyCharacter);
    if (!wellFormed)
        return tl::unexpected(
            Options::tr("The file %1 holds no API key: one line of Latin letters and digits is expected.").arg(path));
    return key;
}

Usage importSettings(const QString &file, const QString &profileFolder)
{
    Settings settings(profileFolder);
    const SettingsReading reading = readSettingsFile(file, settings.values());
    const QString name = QDir::toNativeSeparators(file);
    if (!reading.faults.isEmpty())
        return {Options::tr("Nothing was changed: %1 has mistakes.").arg(name) + u'\n' +
                    SettingsText::inFile(reading.faults),
                2};
    if (leavesSalesBehind(settings.values(), reading.values, profileFolder))
        return {
            Options::tr("Nothing was changed: this profile has sales of %1. For another server name a new profile with "
                        "--profile.")
                .arg(settings.values().server),
            2};
    const auto saved = settings.save(reading.values);
    if (!saved)
        return {Options::tr("The settings could not be written: %1").arg(saved.error()), 2};
    return {Options::tr("The settings of %1 were taken over.").arg(name), 0};
}

Usage importSettings(const Arguments &arguments)
{
    const Profiles profiles(userDataFolder());
    const QList<Profile> all = profiles.all();
    QString wanted = profiles.trainingFolder();
    // A file that names a server may set up a counter before its first start.
    if (!readSettingsFile(arguments.importSettings, {}).values.server.isEmpty())
        wanted = QDir(profiles.dataFolder()).filePath(QStringLiteral("profiles/counter"));
    if (!arguments.profile.isEmpty())
        wanted = profiles.folderOf(arguments.profile);
    else if (all.size() == 1)
        wanted = all.first().folder;
    else if (all.size() > 1)
        return {Options::tr("There are several profiles: name one with --profile."), 2};
    const auto folder = makeProfileFolder(wanted);
    if (!folder)
        return {folder.error(), 2};
    ProfileLock lock(*folder);
    switch (lock.take()) {
    case ProfileLock::Taken::Yes:
        return importSettings(arguments.importSettings, *folder);
    case ProfileLock::Taken::InUse: // the open program would overwrite the import
        return {
            Options::tr("Nothing was changed: Okoshko is open with this profile. Close it first, or import the file "
                        "there: Settings → Import…"),
            2};
    case ProfileLock::Taken::No:
        return {cannotBeWritten(*folder), 2};
    }
    Q_UNREACHABLE();
}

void drawWithoutScreen()
{
    const bool hasScreen = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (!hasScreen && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

void prepareEnvironment(int argc, char *argv[])
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument(argv[i]);
        for (const std::string_view needsNone : {"--import-settings", "--help", "-h", "--version", "-v"}) {
            if (argument.starts_with(needsNone))
                drawWithoutScreen();
        }
    }
}

void keepMemoryPrivate()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifdef Q_OS_LINUX
    // Also prevents core dumps through a pipe and debuggers of the same user.
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

void nameApplication()
{
    QCoreApplication::setOrganizationName(u"Okoshko"_s);
    QCoreApplication::setApplicationName(u"okoshko"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(OKOSHKO_VERSION));
}

Format::Language languageAtStart(const QStringList &arguments)
{
    const qsizetype at = arguments.indexOf(u"--lang"_s);
    const QString wanted = at >= 0 ? arguments.value(at + 1) : QString();
    for (const Format::LanguageRow &row : Format::languages) {
        if (wanted == QStringView(row.code) || arguments.contains(u"--lang=%1"_s.arg(QStringView(row.code))))
            return row.language;
    }
    return Format::systemLanguage();
}

Format::Language languageAtStart(const Arguments &arguments)
{
    return languageAtStart(QStringList{u"--lang"_s, arguments.language});
}

int print(const Usage &usage)
{
    std::fprintf(usage.exitCode == 0 ? stdout : stderr, "%s\n", qUtf8Printable(usage.words));
    return usage.exitCode;
}

} // namespace okoshko
