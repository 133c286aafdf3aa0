// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the manual test plan of one language as an HTML page: okoshko-qaplan LANGUAGE PICTURES > plan.html
#include "tests/qa/PlanPage.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char *argv[])
{
    using namespace okoshko::test;
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3 || (arguments.at(1) != u"ru" && arguments.at(1) != u"en")) {
        std::fputs("usage: okoshko-qaplan ru|en PICTURES > plan.html\n", stderr);
        return 2;
    }
    const auto plan = readPlan(QStringLiteral(OKOSHKO_ROOT "/tests/qa/cases"));
    const auto own = readOwnWords(QStringLiteral(OKOSHKO_ROOT "/tests/qa"));
    if (!plan || !own) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(plan ? own.error() : plan.error()));
        return 2;
    }
    const PlanWords words(arguments.at(1));
    const PlanPage page(words, *own, {QStringLiteral(OKOSHKO_VERSION), arguments.at(2)});
    std::fputs(page.toHtml(*plan).toUtf8().constData(), stdout);
    return 0;
}
