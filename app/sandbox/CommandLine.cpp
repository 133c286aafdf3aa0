// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommandLine.h"

#include <QCommandLineParser>
#include <QRegularExpression>

namespace okoshko::sandbox {

namespace {

const QString port = QStringLiteral("port");
const QString key = QStringLiteral("key");
const QString hold = QStringLiteral("hold");
const QString latency = QStringLiteral("latency");
const QString clockSkew = QStringLiteral("clock-skew");
const QString catalogue = QStringLiteral("catalogue");
const QString vendor = QStringLiteral("vendor");
const QString events = QStringLiteral("events");
const QString seed = QStringLiteral("seed");
const QString scenario = QStringLiteral("scenario");
const QString control = QStringLiteral("control");

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QStringLiteral(
        "A ticket vendor in a box: the Ticketscloud order API, v1, on 127.0.0.1, with a payment page.\n"
        "The first line it prints is its address; with --control, the second is the control endpoint's."));
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
    // Not addHelpOption(): it would promise Qt's own options too, and this program has none.
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, text("Show this help.")});
    parser.addOption({{QStringLiteral("v"), QStringLiteral("version")}, text("Show the version.")});
}

/// Reads whole numbers within bounds and keeps the first complaint.
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
            m_complaint = QStringLiteral("--%1 must be a whole number from %2 to %3, not \"%4\".")
                              .arg(option)
                              .arg(low)
                              .arg(high)
                              .arg(m_parser.value(option));
        return number;
    }

    [[nodiscard]] QString complaint() const { return m_complaint; }

private:
    const QCommandLineParser &m_parser;
    QString m_complaint;
};

/// What stands after each `--scenario`.
tl::expected<QList<Activation>, QString> readScenarios(const QStringList &values)
{
    QList<Activation> wanted;
    for (const QString &value : values) {
        const QString name = value.section(QLatin1Char('@'), 0, 0);
        if (findScenario(name) == nullptr)
            return tl::unexpected(QStringLiteral("there is no scenario \"%1\". These are there:\n%2")
                                      .arg(name, scenarioList().chopped(1)));
        const auto arming = parseArming(name, value.section(QLatin1Char('@'), 1), {});
        if (!arming)
            return tl::unexpected(QStringLiteral("--scenario: %1.").arg(arming.error()));
        wanted.append(*arming);
    }
    return wanted;
}

} // namespace

tl::expected<std::variant<Options, Notice>, QString> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return tl::unexpected(parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        return Notice{parser.helpText()};
    if (parser.isSet(QStringLiteral("version")))
        return Notice{QStringLiteral("okoshko-sandbox " OKOSHKO_VERSION "\n")};
    if (parser.values(scenario).contains(QStringLiteral("list")))
        return Notice{scenarioList()};
    if (!parser.positionalArguments().isEmpty())
        return tl::unexpected(QStringLiteral("Unexpected argument \"%1\".").arg(parser.positionalArguments().first()));
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
    static const QRegularExpression keyShape(QStringLiteral("\\A[!-~]{1,200}\\z"));
    if (!keyShape.match(options.key).hasMatch())
        return tl::unexpected(QStringLiteral("--key must be 1 to 200 visible ASCII characters without spaces."));
    const std::optional<VendorMood> mood = vendorMoodFrom(parser.value(vendor));
    if (!mood)
        return tl::unexpected(
            QStringLiteral("--vendor must be sandbox or real, not \"%1\".").arg(parser.value(vendor)));
    options.vendor = *mood;
    options.catalogue = parser.value(catalogue);
    if (parser.isSet(catalogue) && options.catalogue.isEmpty())
        return tl::unexpected(QStringLiteral("--catalogue must name a file."));
    const auto scenarios = readScenarios(parser.values(scenario));
    if (!scenarios)
        return tl::unexpected(scenarios.error());
    options.scenarios = *scenarios;
    options.control = parser.isSet(control) ? ControlDoor::Open : ControlDoor::Shut;
    return options;
}

} // namespace okoshko::sandbox
