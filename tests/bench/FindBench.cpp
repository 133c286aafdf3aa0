// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/PastJournal.h"
#include "tests/bench/Rows.h"

#include "app/profiles/Journals.h"
#include "models/journal/JournalThread.h"

#include <QUrl>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace okoshko::bench {

namespace {

constexpr int queryCount = 200;
constexpr int maxShown = 100;

} // namespace

QList<Row> measureFind(const PastJournal &past)
{
    JournalThread store([path = past.path()] {
        const auto owner = Journal::ownerOf(path);
        return Journal::open(path, owner ? owner->account : Account(), u"bench"_s);
    });
    QObject context;
    std::optional<Journaled<PastSales>> found;
    const auto find = [&](const QString &text) {
        found.reset();
        const double begun = now();
        store.find(text, maxShown, &context, [&found](const Journaled<PastSales> &sales) { found = sales; });
        runUntil([&found] { return found.has_value(); });
        if (!*found || !(*found)->isIndexed)
            qFatal("past orders cannot be looked for");
        return now() - begun;
    };
    store.open(&context, [](const Journaled<JournalOpened> &opened) {
        if (!opened)
            qFatal("the journal cannot be opened");
    });
    static_cast<void>(find(u"концерт"_s));

    QList<double> took;
    qsizetype orders = 0;
    QString worst;
    double longest = 0;
    for (const QString &query : past.queries(queryCount)) {
        took << find(query);
        orders += (*found)->sales.size();
        if (took.last() > longest) {
            longest = took.last();
            worst = u"%1 (%2 orders)"_s.arg(query).arg((*found)->sales.size());
        }
    }
    tell(u"%1 orders found; the longest search: %2"_s.arg(orders).arg(worst));
    return {{u"find_past"_s, median(took), u"ms"_s, {}, 50}, {u"find_past_worst"_s, longest, u"ms"_s, {}, 150}};
}

} // namespace okoshko::bench
