// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/kill/Agreement.h"

#include <QDir>
#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

QString words(const Order &order)
{
    return u"%1 %2"_s.arg(order.id.toString(), toWord(order.status));
}

/// \a order as the server tells it, \a sale as the journal does.
QString difference(const Order &order, const JournaledSale *sale)
{
    if (!sale)
        return u"the server has %1, the journal does not know it"_s.arg(words(order));
    if (sale->order.status != order.status)
        return u"the server has %1, the journal %2"_s.arg(words(order), toWord(sale->order.status));
    if (sale->wish == Wish::Release && isHeld(order.status))
        return u"%1 was given up and is not released"_s.arg(words(order));
    return {};
}

QStringList soldTwice(const QList<Order> &orders)
{
    QStringList found;
    QSet<TicketId> taken;
    for (const Order &order : orders) {
        if (!isHeld(order.status) && order.status != OrderStatus::Done)
            continue;
        for (const TicketId &ticket : order.tickets) {
            if (taken.contains(ticket))
                found << u"ticket %1 is in two orders"_s.arg(ticket.toString());
            taken << ticket;
        }
    }
    return found;
}

} // namespace

QStringList differences(const Facts &facts)
{
    QStringList found = soldTwice(facts.server);
    QHash<OrderId, const JournaledSale *> journaled;
    for (const JournaledSale &sale : facts.sales)
        journaled.insert(sale.order.id, &sale);
    for (const Order &order : facts.server) {
        if (const QString words = difference(order, journaled.take(order.id)); !words.isEmpty())
            found << words;
    }
    for (const JournaledSale *sale : std::as_const(journaled))
        found << u"the journal has %1, the server does not know it"_s.arg(words(sale->order));
    for (const Intent &intent : facts.open) {
        if (intent.verb != Intent::Verb::Reserve)
            found << u"intent %1 about %2 is open"_s.arg(intent.id).arg(intent.order.toString());
    }
    for (const Unsettled &entry : facts.unsettled)
        found << u"to be settled by a person: %1 %2"_s.arg(static_cast<int>(entry.kind)).arg(entry.order.toString());
    return found;
}

Journaled<std::unique_ptr<Journal>> openCopy(const QString &profile, const QString &to, const Account &account)
{
    const QStringList names = QDir(profile).entryList({u"journal-*"_s}, QDir::Files);
    QDir(to).removeRecursively();
    QDir().mkpath(to);
    QString path;
    for (const QString &name : names) {
        if (name.endsWith(u"-shm"))
            continue; // is made anew
        const QString copy = QDir(to).filePath(name);
        QFile::copy(QDir(profile).filePath(name), copy);
        if (name.endsWith(u".sqlite"))
            path = copy;
        else if (!name.endsWith(u"-wal") && !name.endsWith(u"-journal"))
            return tl::unexpected(JournalError{JournalError::Kind::Damaged, u"set aside: "_s + name});
    }
    if (path.isEmpty())
        return nullptr;
    return Journal::open(path, account, u"test"_s);
}

} // namespace okoshko::test
