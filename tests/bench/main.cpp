// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/HandlerTimes.h"
#include "tests/bench/LargeVendor.h"
#include "tests/bench/PastJournal.h"
#include "tests/bench/Rows.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>

#include <cstdio>
#include <cstdlib>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Memory first: what another row has used would count.
const QStringList names{u"memory_mib"_s,
                        u"stall_catalogue_ms"_s,
                        u"sale_20ms"_s,
                        u"sale_0ms"_s,
                        u"start_1m"_s,
                        u"find_past"_s,
                        u"stall_sale_ms"_s,
                        u"decode_orders"_s,
                        u"decode_events"_s,
                        u"hall_60k_ms"_s,
                        u"express_20ms"_s,
                        u"keys_cash_exact"_s,
                        u"seconds_express_20ms"_s,
                        u"ticket_pdf_ms"_s,
                        u"stall_print_ms"_s};

QList<okoshko::bench::Row> measure(const QString &name, const QString &folder, int sales)
{
    using namespace okoshko::bench;
    if (name == u"memory_mib")
        return {measureMemory(folder)};
    if (name == u"stall_catalogue_ms")
        return measureCatalogue(folder);
    if (name == u"sale_20ms")
        return {measureSale(name, 20ms, 1.08, folder)};
    if (name == u"sale_0ms")
        return {measureSale(name, 0ms, 2.5, folder)};
    if (name == u"express_20ms")
        return {measureExpress(name, 20ms, 0.75, folder)};
    if (name == u"keys_cash_exact")
        return measureKeys(folder);
    if (name == u"seconds_express_20ms")
        return measureExpressSales(folder);
    if (name == u"start_1m")
        return {measureStart(PastJournal(folder, sales))};
    if (name == u"find_past")
        return measureFind(PastJournal(folder, sales));
    if (name == u"decode_orders")
        return {measureDecodeOrders()};
    if (name == u"decode_events")
        return {measureDecodeEvents()};
    if (name == u"hall_60k_ms")
        return {measureHall(*static_cast<okoshko::HandlerTimes *>(QCoreApplication::instance()))};
    if (name == u"ticket_pdf_ms")
        return measureTicketPdf(folder);
    if (name == u"stall_print_ms")
        return {measurePrintStall(folder)};
    return measureStall(folder);
}

} // namespace

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
    const QCommandLineOption only(u"only"_s, u"Measure NAME alone; may be repeated: "_s + names.join(u", "_s),
                                  u"NAME"_s);
    const QCommandLineOption rows(u"rows"_s, u"So many sales in the journal of past ones."_s, u"N"_s, u"1000000"_s);
    const QCommandLineOption folder(u"folder"_s, u"Where the journals are made; that of past sales stays there."_s,
                                    u"DIR"_s, QCoreApplication::applicationDirPath() + u"/bench"_s);
    parser.addOptions({json, only, rows, folder});
    parser.process(application);
    QStringList wanted = parser.isSet(only) ? parser.values(only) : names;
    wanted.replaceInStrings(u"find_past_worst"_s, u"find_past"_s); // measured with it
    wanted.replaceInStrings(u"new_order_open_ms"_s, u"stall_catalogue_ms"_s);
    wanted.replaceInStrings(u"filter_key_ms"_s, u"stall_catalogue_ms"_s);
    wanted.replaceInStrings(u"keys_page"_s, u"keys_cash_exact"_s);
    wanted.replaceInStrings(u"per_hour"_s, u"seconds_express_20ms"_s);
    wanted.replaceInStrings(u"rebuild_ms"_s, u"stall_catalogue_ms"_s);
    wanted.replaceInStrings(u"ticket_pdf_further_ms"_s, u"ticket_pdf_ms"_s);
    for (const QString &name : std::as_const(wanted)) {
        if (!names.contains(name)) {
            std::fprintf(stderr, "there is no row %s\n", qPrintable(name));
            return 2;
        }
    }
    QDir().mkpath(parser.value(folder));

    QList<Row> measured;
    for (const QString &name : names) {
        if (wanted.contains(name))
            measured << measure(name, parser.value(folder), std::max(1, parser.value(rows).toInt()));
    }
    double load = 0;
    ::getloadavg(&load, 1);
    std::printf("%s\nload of the last minute: %.2f\n", qUtf8Printable(toTable(measured)), load);
    if (!parser.isSet(json))
        return 0;
    QFile file(parser.value(json));
    return file.open(QIODevice::WriteOnly) && file.write(toJson(measured)) > 0 ? 0 : 1;
}
