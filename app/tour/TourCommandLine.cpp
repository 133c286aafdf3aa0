// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/TourCommandLine.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

struct Options
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::CommandLine)
public:
    CounterOptions counter;
    QCommandLineOption event{u"event"_s, tr("Event that the tour sells."), u"ID"_s};
    QCommandLineOption set{u"set"_s, tr("Set that the tour sells."), u"ID"_s};
    QCommandLineOption system{u"system"_s, tr("Payment method that the tour chooses."), u"NAME"_s};
    QCommandLineOption giveUp{u"give-up"_s, tr("Let the tour cancel the order once its payment is out.")};
    QCommandLineOption size{u"size"_s, tr("Size of the tour's pictures."), u"WxH"_s, u"1280x800"_s};
    QCommandLineOption theme{u"theme"_s, tr("Theme of the tour's pictures: light, dark or contrast."), u"NAME"_s};
    QCommandLineOption wait{u"wait"_s, tr("How long the tour waits for the payment."), u"SECONDS"_s, u"120"_s};

    void addTo(QCommandLineParser &parser) const
    {
        parser.setApplicationDescription(
            tr("Sells tickets through Okoshko's windows, saves pictures and tour.json to DIR, and leaves."));
        parser.addPositionalArgument(u"DIR"_s, tr("The folder for the pictures and tour.json."));
        counter.addTo(parser);
        for (const QCommandLineOption *option : {&event, &set, &system, &giveUp, &size, &theme, &wait})
            parser.addOption(*option);
    }
};

std::optional<Theme::Kind> parseTheme(const QString &word)
{
    static const QHash<QString, Theme::Kind> words{
        {u"light"_s, Theme::Kind::Light}, {u"dark"_s, Theme::Kind::Dark}, {u"contrast"_s, Theme::Kind::HighContrast}};
    const auto it = words.constFind(word);
    return it == words.cend() ? std::nullopt : std::optional(*it);
}

tl::expected<TourPlan, Usage> toPlan(const QCommandLineParser &parser, const Options &options)
{
    TourPlan plan;
    plan.folder = parser.positionalArguments().value(0);
    plan.event = parser.value(options.event);
    plan.set = parser.value(options.set);
    plan.system = parser.value(options.system);
    plan.ending = parser.isSet(options.giveUp) ? TourPlan::Ending::GivenUp : TourPlan::Ending::Paid;
    if (plan.folder.isEmpty() || parser.positionalArguments().size() > 1)
        return refuse(Options::tr("The tour needs the name of one folder."));

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

} // namespace

tl::expected<TourArguments, Usage> parseTourCommandLine(const QStringList &arguments)
{
    const Options options;
    QCommandLineParser parser;
    options.addTo(parser);
    const auto counter = options.counter.parse(parser, arguments);
    if (!counter)
        return tl::unexpected(counter.error());
    const auto plan = toPlan(parser, options);
    if (!plan)
        return tl::unexpected(plan.error());
    return TourArguments{*counter, *plan};
}

} // namespace okoshko
