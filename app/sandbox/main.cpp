// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/SandboxServer.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>
#include <cstdio>
#include <variant>

using namespace Qt::StringLiterals;
using namespace okoshko::sandbox;

namespace {

/// A text to print before exiting: help, version, or the list of scenarios.
struct Notice
{
    QString text;
};

const QString port = u"port"_s;
const QString key = u"key"_s;
const QString hold = u"hold"_s;
const QString latency = u"latency"_s;
const QString clockSkew = u"clock-skew"_s;
const QString catalogue = u"catalogue"_s;
const QString vendor = u"vendor"_s;
const QString events = u"events"_s;
const QString seed = u"seed"_s;
const QString scenario = u"scenario"_s;
const QString control = u"control"_s;

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"A ticket vendor in a box: the Ticketscloud order API, v1, on 127.0.0.1, with a payment page.\n"
        "The first line it prints is its address; with --control, the second is the control endpoint's."_s);
    const auto text = [](const char *words) { return QString::fromLatin1(words); };
    parser.addOptions({
        {port, text("The port to listen on; 0 takes any free one (default)."), text("number"), text("0")},
        {key, text("The API key clients must send."), text("key"), Options{}.key},
        {hold, text("How long a new order keeps its seats."), text("seconds"), text("600")},
        {latency, text("Hold each answer back for this long."), text("milliseconds"), text("0")},
        {clockSkew, text("Move the server's clock by this much; may be negative."), text("seconds"), text("0")},
        {catalogue, text("What is on sale, a JSON file; without it, a built-in demo."), text("file")},
        {vendor,
         text("Whose answers it gives: \"sandbox\", as documented, or \"real\", as the real vendor was seen to give "
              "them: short pages, holes in lists, fees by deal, gaps between prices, slow events."),
         text("name"), text("sandbox")},
        {events, text("So many events more are generated, at most 50000."), text("number"), text("0")},
        {seed, text("Make ids and numbers reproducible."), text("number")},
        {scenario,
         text("Bring this about from the start, at its usual request or at the KIND of request that is named; "
              "may be repeated. \"list\" shows all scenarios and leaves."),
         text("name[@kind]")},
        {control, text("Let scenarios be switched over HTTP, from this computer only.")},
    });
    // Not addHelpOption(): it would also list Qt's own options, which this program does not have.
    parser.addOption({{u"h"_s, u"help"_s}, text("Show this help.")});
    parser.addOption({{u"v"_s, u"version"_s}, text("Show the version.")});
}

/// Reads integers within bounds and keeps the first error.
class Numbers
{
public:
    explicit Numbers(const QCommandLineParser &parser)
        : m_parser(parser)
    {
    }

    qint64 get(const QString &option, qint64 low, qint64 high)
    {
        bool good = false;
        const qint64 number = m_parser.value(option).toLongLong(&good);
        if ((!good || number < low || number > high) && m_complaint.isEmpty())
            m_complaint =
                u"--%1 must be a whole number from %2 to %3, not \"%4\"."_s.arg(option).arg(low).arg(high).arg(
                    m_parser.value(option));
        return number;
    }

    [[nodiscard]] QString complaint() const { return m_complaint; }

private:
    const QCommandLineParser &m_parser;
    QString m_complaint;
};

/// Parses the value of each `--scenario`.
tl::expected<QList<Activation>, QString> readScenarios(const QStringList &values)
{
    QList<Activation> wanted;
    for (const QString &value : values) {
        const QString name = value.section(u'@', 0, 0);
        if (findScenario(name) == nullptr)
            return tl::unexpected(
                u"there is no scenario \"%1\". These are there:\n%2"_s.arg(name, scenarioList().chopped(1)));
        const auto activation = parseActivation(name, value.section(u'@', 1), {});
        if (!activation)
            return tl::unexpected(u"--scenario: %1."_s.arg(activation.error()));
        wanted.append(*activation);
    }
    return wanted;
}

/// The error is one sentence for the user. `arguments` begins with the program's name.
tl::expected<std::variant<Options, Notice>, QString> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return tl::unexpected(parser.errorText());
    if (parser.isSet(u"help"_s))
        return Notice{parser.helpText()};
    if (parser.isSet(u"version"_s))
        return Notice{u"okoshko-sandbox " OKOSHKO_VERSION "\n"_s};
    if (parser.values(scenario).contains(u"list"_s))
        return Notice{scenarioList()};
    if (!parser.positionalArguments().isEmpty())
        return tl::unexpected(u"Unexpected argument \"%1\"."_s.arg(parser.positionalArguments().first()));
    Numbers numbers(parser);
    Options options;
    options.port = static_cast<quint16>(numbers.get(port, 0, 65535));
    options.hold = std::chrono::seconds(numbers.get(hold, 1, 30 * 24 * 3600));
    options.latency = std::chrono::milliseconds(numbers.get(latency, 0, 600'000));
    options.clockSkew = std::chrono::seconds(numbers.get(clockSkew, -3'000'000'000, 3'000'000'000));
    options.events = static_cast<int>(numbers.get(events, 0, 50'000));
    if (parser.isSet(seed))
        options.seed = static_cast<quint64>(numbers.get(seed, 0, std::numeric_limits<qint64>::max()));
    if (!numbers.complaint().isEmpty())
        return tl::unexpected(numbers.complaint());
    options.key = parser.value(key);
    static const QRegularExpression keyShape(u"\\A[!-~]{1,200}\\z"_s);
    if (!keyShape.match(options.key).hasMatch())
        return tl::unexpected(u"--key must be 1 to 200 visible ASCII characters without spaces."_s);
    const std::optional<VendorKind> kind = vendorKindFrom(parser.value(vendor));
    if (!kind)
        return tl::unexpected(u"--vendor must be sandbox or real, not \"%1\"."_s.arg(parser.value(vendor)));
    options.vendor = *kind;
    options.catalogue = parser.value(catalogue);
    if (parser.isSet(catalogue) && options.catalogue.isEmpty())
        return tl::unexpected(u"--catalogue must name a file."_s);
    const auto scenarios = readScenarios(parser.values(scenario));
    if (!scenarios)
        return tl::unexpected(scenarios.error());
    options.scenarios = *scenarios;
    options.control = parser.isSet(control) ? ControlEndpoint::On : ControlEndpoint::Off;
    return options;
}

constexpr int badStart = 2;

/// Flushes, because a script waits for the address.
void print(std::FILE *stream, const QString &text)
{
    std::fputs(text.toUtf8().constData(), stream);
    std::fflush(stream);
}

int fail(const QString &sentence)
{
    print(stderr, u"okoshko-sandbox: %1\n"_s.arg(sentence));
    return badStart;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const auto wanted = parseCommandLine(QCoreApplication::arguments());
    if (!wanted)
        return fail(wanted.error());
    if (const auto *notice = std::get_if<Notice>(&*wanted)) {
        print(stdout, notice->text);
        return 0;
    }
    SandboxServer server(std::get<Options>(*wanted));
    const auto url = server.start();
    if (!url)
        return fail(url.error());
    print(stdout, url->toString() + u"\n"_s);
    if (!server.controlUrl().isEmpty())
        print(stdout, server.controlUrl().toString() + u"\n"_s);
    return QCoreApplication::exec();
}
