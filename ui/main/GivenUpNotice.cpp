// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/GivenUpNotice.h"

#include "ui/main/SeenNotices.h"
#include "ui/text/ErrorText.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Notice.h"

#include "models/counter/Counter.h"
#include "models/domain/Text.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace okoshko {

GivenUpNotice::GivenUpNotice(Counter &counter, SeenNotices &seen, const Format &format, QWidget *parent)
    : QObject(parent)
    , m_counter(counter)
    , m_seen(seen)
    , m_format(format)
    , m_notice(new Notice(parent))
{
    m_notice->setObjectName(u"givenUpNotice"_s);
    connect(&counter.service, &SaleService::leftReservationsChanged, this, &GivenUpNotice::refresh);
    connect(&counter.service, &SaleService::saleAdded, this, &GivenUpNotice::note);
    connect(&counter.service, &SaleService::saleChanged, this, &GivenUpNotice::note);
    for (const Sale *sale : counter.service.sales())
        note(sale->order.id);
    refresh();
}

void GivenUpNotice::setShown(const OrderId &id)
{
    if (id == m_shown)
        return;
    m_shown = id;
    refresh();
}

void GivenUpNotice::note(const OrderId &id)
{
    const Sale *sale = m_counter.service.sale(id);
    const bool isRefused = sale && sale->origin == Sale::Origin::ThisCounter && sale->isCancelRefused();
    if (!isRefused && !m_refused.contains(id))
        return;
    if (!isRefused) {
        m_refused.removeAll(id);
        m_seen.notGivenBack.remove(id);
    } else if (!m_refused.contains(id)) {
        m_refused << id;
    }
    refresh();
}

QString GivenUpNotice::line(const ReservationFlow &left) const
{
    const ReserveRequest &request = left.request();
    const Event *event = m_counter.catalogue.find(request.event);
    QStringList sets;
    for (const WantedTickets &wanted : request.random) {
        if (const TicketSet *set = event ? event->set(wanted.set) : nullptr)
            sets << u"%1 × %2"_s.arg(isolated(sanitizedText(set->name, longestTitle)), QString::number(wanted.count));
    }
    const bool isEach = !sets.isEmpty() && sets.size() == request.random.size();
    const QString what = inOneLine({sanitizedText(request.eventTitle, longestTitle),
                                    isEach ? sets.join(u", "_s) : m_format.tickets(request.wantedCount()),
                                    left.since() == Instant() ? QString() : m_format.clockSeconds(left.since())});
    if (!left.isSearching())
        return tr("%1: being reserved; as soon as the server answers, they are released.").arg(what);
    return tr("%1: %2 If they were reserved all the same, they are released once the server says so; else their time "
              "runs out. See what needs attention (F8).")
        .arg(what, ErrorText(left.whyLost(), Doing::Reserving).reason());
}

QString GivenUpNotice::line(const Sale &refused) const
{
    const ErrorText text(refused.failure->error, doingOf(refused));
    return tr("Order %1: %2 The seats stay held until it is cancelled or its time runs out.")
        .arg(m_format.orderNumber(refused.order.number), text.reason());
}

void GivenUpNotice::refresh()
{
    QStringList left;
    for (const ReservationFlow *flow : m_counter.service.leftReservations())
        left << line(*flow);
    QStringList refused;
    m_first = {};
    for (const OrderId &id : std::as_const(m_refused)) {
        const Sale *sale = m_counter.service.sale(id);
        if (!sale || m_seen.notGivenBack.contains(id) || id == m_shown)
            continue;
        m_first = m_first.isNull() ? id : m_first;
        refused << line(*sale);
    }
    const QString words = (refused + left).join(u'\n');
    if (words.isEmpty())
        return m_notice->clear();
    const QString title =
        refused.isEmpty() ? tr("A reservation that was left is not over yet.") : tr("Seats were not given back.");
    if (m_notice->updateMessage({title, words}))
        return; // unchanged: the cashier may be pressing its buttons
    if (refused.isEmpty())
        return m_notice->showMessage(Notice::Kind::Info, {title, words});
    m_notice->showMessage(Notice::Kind::Warning, {title, words});
    connect(m_notice->addButton(tr("Show the &order"), u"givenUpShowButton"_s), &QPushButton::clicked, this,
            [this] { Q_EMIT orderRequested(m_first); });
    connect(m_notice->addButton(tr("&Understood"), u"givenUpDoneButton"_s), &QPushButton::clicked, this, [this] {
        m_seen.notGivenBack = QSet<OrderId>(m_refused.cbegin(), m_refused.cend());
        refresh();
    });
}

} // namespace okoshko
