// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/HandlerTimes.h"
#include "tests/bench/LargeVendor.h"
#include "tests/bench/PastJournal.h"
#include "tests/bench/Rows.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::bench {

namespace {

struct Options
{
    QString folder;
    int pastSales = 0;
    int expressSales = 0;
    int printedOrders = 0;
};

struct Measurement
{
    QStringList rows; ///< measured together
    std::function<QList<Row>(const Options &)> measure;
};

// Memory first: what another row has used would count.
const QList<Measurement> measurements{
    {{u"memory_mib"_s}, [](const Options &options) { return QList{measureMemory(options.folder)}; }},
    {{u"stall_catalogue_ms"_s, u"new_order_open_ms"_s, u"filter_key_ms"_s, u"rebuild_ms"_s},
     [](const Options &options) { return measureCatalogue(options.folder); }},
    {{u"sale_20ms"_s},
     [](const Options &options) { return QList{measureSale(u"sale_20ms"_s, 20ms, 1.08, options.folder)}; }},
    {{u"sale_0ms"_s},
     [](const Options &options) { return QList{measureSale(u"sale_0ms"_s, 0ms, 2.5, options.folder)}; }},
    {{u"start_1m"_s},
     [](const Options &options) { return QList{measureStart(PastJournal(options.folder, options.pastSales))}; }},
    {{u"find_past"_s, u"find_past_worst"_s},
     [](const Options &options) { return measureFind(PastJournal(options.folder, options.pastSales)); }},
    {{u"stall_sale_ms"_s, u"stall_sale_preempted_ms"_s},
     [](const Options &options) { return measureStall(options.folder); }},
    {{u"decode_orders"_s}, [](const Options &) { return QList{measureDecodeOrders()}; }},
    {{u"decode_events"_s}, [](const Options &) { return QList{measureDecodeEvents()}; }},
    {{u"hall_60k_ms"_s},
     [](const Options &) { return QList{measureHall(*static_cast<HandlerTimes *>(QCoreApplication::instance()))}; }},
    {{u"express_20ms"_s},
     [](const Options &options) { return QList{measureExpress(u"express_20ms"_s, 20ms, 0.75, options.folder)}; }},
    {{u"keys_cash_exact"_s, u"keys_page"_s}, [](const Options &options) { return measureKeys(options.folder); }},
    {{u"seconds_express_20ms"_s, u"per_hour"_s},
     [](const Options &options) { return measureExpressSales(options.folder, options.expressSales); }},
    {{u"ticket_pdf_ms"_s, u"ticket_pdf_further_ms"_s},
     [](const Options &options) { return measureTicketPdf(options.folder); }},
    {{u"stall_print_ms"_s},
     [](const Options &options) { return QList{measurePrintStall(options.folder, options.printedOrders)}; }}};

QStringList allRows()
{
    QStringList all;
    for (const Measurement &measurement : measurements)
        all << measurement.rows;
    return all;
}

} // namespace

} // namespace okoshko::bench

/// Measures the program beside what is measured against, in one run; no figure is judged.
int main(int argc, char *argv[])
{
    using namespace okoshko::bench;
    if (argc == 2 && qstrcmp(argv[1], "--vendor") == 0)
        return LargeVendor::serve(argc, argv);
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_LOGGING_RULES", "okoshko.*=false");
    const okoshko::HandlerTimes application(argc, argv);

    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption json(u"json"_s, u"Write the figures to FILE, too."_s, u"FILE"_s);
    const QCommandLineOption only(u"only"_s, u"Measure NAME alone; may be repeated: "_s + allRows().join(u", "_s),
                                  u"NAME"_s);
    const QCommandLineOption rows(u"rows"_s, u"So many sales in the journal of past ones."_s, u"N"_s, u"1000000"_s);
    const QCommandLineOption folder(u"folder"_s, u"Where the journals are made; that of past sales stays there."_s,
                                    u"DIR"_s, QCoreApplication::applicationDirPath() + u"/bench"_s);
    const QCommandLineOption once(
        u"once"_s, u"One express sale instead of 200, and one order printed instead of three: no figure to publish."_s);
    parser.addOptions({json, only, rows, folder, once});
    parser.process(application);
    const QStringList wanted = parser.isSet(only) ? parser.values(only) : allRows();
    for (const QString &name : wanted) {
        if (!allRows().contains(name)) {
            std::fprintf(stderr, "there is no row %s\n", qPrintable(name));
            return 2;
        }
    }
    const Options options{.folder = parser.value(folder),
                          .pastSales = std::max(1, parser.value(rows).toInt()),
                          .expressSales = parser.isSet(once) ? 1 : 200,
                          .printedOrders = parser.isSet(once) ? 1 : 3};
    QDir().mkpath(options.folder);

    // Each row as soon as it is measured: all of them take a quarter of an hour.
    const auto print = [](const QString &line) {
        std::printf("%s\n", qUtf8Printable(line));
        std::fflush(stdout);
    };
    print(tableHead());
    QList<Row> measured;
    for (const Measurement &measurement : measurements) {
        if (std::ranges::none_of(measurement.rows, [&](const QString &row) { return wanted.contains(row); }))
            continue;
        for (const Row &row : measurement.measure(options)) {
            print(toTableLine(row));
            measured << row;
        }
    }
    double load = 0;
    ::getloadavg(&load, 1);
    print(u"load of the last minute: %1"_s.arg(load, 0, 'f', 2));
    if (!parser.isSet(json))
        return 0;
    QFile file(parser.value(json));
    return file.open(QIODevice::WriteOnly) && file.write(toJson(measured)) > 0 ? 0 : 1;
}
