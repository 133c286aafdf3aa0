// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/Report.h"

#include "models/sale/SaleHistory.h"

using namespace Qt::StringLiterals;

// How an order's story is told. Of the buyer nothing is; of the payment's address only that there is one.

namespace okoshko {

namespace {

using Line = std::pair<QString, QString>;

QString at(const std::optional<Instant> &instant)
{
    return instant ? toIsoString(*instant) : u"-"_s;
}

QString toWord(Step step)
{
    switch (step) {
    case Step::StartPayment:
        return u"start payment"_s;
    case Step::Confirm:
        return u"confirm"_s;
    case Step::Cancel:
        return u"cancel"_s;
    case Step::Read:
        return u"read"_s;
    }
    Q_UNREACHABLE();
}

QString toWord(Intent::Verb verb)
{
    switch (verb) {
    case Intent::Verb::Reserve:
        return u"reserve"_s;
    case Intent::Verb::StartPayment:
        return u"start payment"_s;
    case Intent::Verb::Confirm:
        return u"confirm"_s;
    case Intent::Verb::Cancel:
        return u"cancel"_s;
    }
    Q_UNREACHABLE();
}

QString wanted(const ReserveRequest &request)
{
    if (request.wantedCount() == 0)
        return u"-"_s;
    QStringList parts;
    for (const WantedTickets &part : request.random)
        parts << u"%1 of set %2"_s.arg(part.count).arg(part.set.toString());
    if (!request.tickets.isEmpty())
        parts << u"%1 chosen seat(s)"_s.arg(request.tickets.size());
    return parts.join(u", "_s);
}

QList<Line> factsOf(const Sale &sale)
{
    const Order &order = sale.order;
    const QUrl &page = order.payment.redirectUrl;
    return {
        {u"order"_s, order.id.toString()},
        {u"number"_s, QString::number(order.number)},
        {u"event"_s, order.event.toString()},
        {u"status"_s, order.statusWord},
        {u"created"_s, at(order.createdAt)},
        {u"updated"_s, at(order.updatedAt)},
        {u"reserved till"_s, at(order.reservedTill)},
        {u"last asked"_s, at(sale.lastAskedAt)},
        {u"asked for"_s, wanted(sale.request)},
        {u"tickets"_s, order.has(Order::Field::Tickets) ? QString::number(order.tickets.size()) : u"not told"_s},
        {u"value"_s, order.has(Order::Field::Value) ? order.value.toString() : u"not told"_s},
        {u"refused beside it"_s, order.refusal.isEmpty() ? u"-"_s : order.refusal},
        {u"payment system"_s, sale.system + u" / "_s + order.payment.system},
        {u"payment started"_s, at(sale.paymentStartedAt)},
        {u"payment page"_s, page.isEmpty() ? u"none"_s : page.scheme() + u"://"_s + page.authority(QUrl::FullyEncoded)},
        {u"made"_s, sale.origin == Sale::Origin::ThisCounter ? u"here"_s : u"elsewhere"_s},
        {u"known from"_s, sale.known == Sale::Known::FromServer ? u"server"_s : u"journal"_s},
        {u"goal"_s, sale.goal == SaleGoal::Sell ? u"sell"_s : u"release"_s},
        {u"under way"_s, sale.inProgress ? toWord(*sale.inProgress) : u"-"_s},
        {u"failed"_s, sale.failure ? toWord(sale.failure->step) + u": "_s + sale.failure->error.requestId + u' ' +
                                         sale.failure->error.toLogLine()
                                   : u"-"_s}};
}

QString lineOf(const RecordEntry &entry, const QString &more)
{
    QString line = toIsoString(entry.at) + u' ' + entry.what;
    for (const QString &part : {entry.words, more}) {
        if (!part.isEmpty())
            line += u": "_s + part;
    }
    if (entry.till)
        line += u", till "_s + toIsoString(*entry.till);
    return line + (entry.who.isEmpty() ? QString() : u" ("_s + entry.who + u')') + u'\n';
}

} // namespace

QString toText(const Report::Story &story)
{
    QString text;
    for (const auto &[name, value] : factsOf(story.sale))
        text += name + u": "_s + value + u'\n';
    text += u"\nThe timeline, by the server's clock:\n"_s;
    for (const HistoryEntry &entry : story.sale.history) {
        const QString request = entry.error ? entry.error->requestId + u' ' + entry.error->toLogLine() : QString();
        text += lineOf(toRecord(entry, story.sale.order.id), request);
    }
    text += u"\nThe journal's record:\n"_s;
    for (const RecordEntry &entry : story.record)
        text += lineOf(entry, {});
    text += u"\nIntents without an answer:\n"_s;
    for (const Intent &intent : story.openIntents)
        text += toIsoString(intent.at) + u' ' + toWord(intent.verb) + u' ' + intent.system + u'\n';
    return text;
}

} // namespace okoshko
