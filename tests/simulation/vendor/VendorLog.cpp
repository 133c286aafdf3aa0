// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/vendor/VendorLog.h"

#include <algorithm>

namespace okoshko::sim {

namespace {

QByteArray toText(const Actor &actor)
{
    switch (actor.kind) {
    case Actor::Kind::Counter:
        return 'c' + QByteArray::number(actor.counter) + 'r' + QByteArray::number(actor.request);
    case Actor::Kind::Buyer:
        return "buyer";
    case Actor::Kind::Server:
        return "server";
    }
    Q_UNREACHABLE();
}

QByteArray toText(Microseconds at)
{
    return QByteArray::number(at.count() / 1'000'000) + '.' +
           QByteArray::number(at.count() % 1'000'000).rightJustified(6, '0');
}

QByteArray toText(const std::optional<Microseconds> &at)
{
    return at ? toText(*at) : QByteArray("-");
}

QByteArray toText(VendorLogEntry::What what)
{
    switch (what) {
    case VendorLogEntry::What::Created:
        return "created";
    case VendorLogEntry::What::Chosen:
        return "chosen";
    case VendorLogEntry::What::Moved:
        return "moved";
    case VendorLogEntry::What::PaymentMade:
        return "payment-made";
    case VendorLogEntry::What::MoneyLanded:
        return "money-landed";
    case VendorLogEntry::What::CashHanded:
        return "cash-handed";
    case VendorLogEntry::What::CashReturned:
        return "cash-returned";
    case VendorLogEntry::What::SeatsChanged:
        return "seats-changed";
    case VendorLogEntry::What::Forgotten:
        return "forgotten";
    }
    Q_UNREACHABLE();
}

QByteArray toText(const VendorLogRequest &request)
{
    QByteArray end;
    switch (request.end) {
    case VendorLogRequest::End::Pending:
        end = "pending";
        break;
    case VendorLogRequest::End::Value:
        end = "value";
        break;
    case VendorLogRequest::End::Error:
        end = "error " + okoshko::toWord(request.error).toLatin1() + ' ' + QByteArray::number(request.httpStatus) +
              (request.effect == Effect::Possible ? " possible" : " none");
        break;
    case VendorLogRequest::End::Dropped:
        end = "dropped";
        break;
    }
    return 'c' + QByteArray::number(request.counter) + 'r' + QByteArray::number(request.number) + ' ' +
           toWord(request.kind) + ' ' + request.order.toString().toLatin1() + " sent " + toText(request.sentAt) +
           " reached " + toText(request.reachedAt) + " effect " + toText(request.effectAt) + " ended " +
           toText(request.endedAt) + ' ' + end;
}

} // namespace

void VendorLog::add(const VendorLogEntry &entry)
{
    m_byOrder[entry.order].push_back(m_entries.size());
    m_entries.push_back(entry);
}

VendorLogRequest &VendorLog::addRequest(int counter, RequestKind kind, const OrderId &order, Microseconds at)
{
    Q_ASSERT(counter > 0);
    if (counters() < counter)
        m_requests.resize(static_cast<size_t>(counter));
    std::deque<VendorLogRequest> &requests = m_requests[static_cast<size_t>(counter - 1)];
    VendorLogRequest request;
    request.counter = counter;
    request.number = static_cast<int>(requests.size()) + 1;
    request.kind = kind;
    request.order = order;
    request.sentAt = at;
    requests.push_back(request);
    return requests.back();
}

VendorLogRequest &VendorLog::request(int counter, int number)
{
    return m_requests[static_cast<size_t>(counter - 1)][static_cast<size_t>(number - 1)];
}

std::vector<VendorLogEntry> VendorLog::entriesOf(const OrderId &order) const
{
    std::vector<VendorLogEntry> result;
    const auto it = m_byOrder.constFind(order);
    if (it == m_byOrder.cend())
        return result;
    for (const size_t i : *it)
        result.push_back(m_entries[i]);
    return result;
}

const std::deque<VendorLogRequest> &VendorLog::requests(int counter) const
{
    static const std::deque<VendorLogRequest> none;
    return counter >= 1 && counter <= counters() ? m_requests[static_cast<size_t>(counter - 1)] : none;
}

int VendorLog::requestCount(int counter, RequestKind kind, const OrderId &order, Microseconds from,
                            Microseconds until) const
{
    const std::deque<VendorLogRequest> &all = requests(counter);
    return static_cast<int>(std::ranges::count_if(all, [&](const VendorLogRequest &request) {
        return request.kind == kind && (order.isNull() || request.order == order) && request.sentAt >= from &&
               request.sentAt < until;
    }));
}

QList<OrderId> VendorLog::ordersMadeBy(int counter) const
{
    QList<OrderId> result;
    for (const VendorLogEntry &entry : m_entries) {
        if (entry.what == VendorLogEntry::What::Created && (counter == 0 || entry.actor.counter == counter))
            result << entry.order;
    }
    return result;
}

std::optional<VendorLogEntry> VendorLog::creation(const OrderId &order) const
{
    const auto it = m_byOrder.constFind(order);
    return it == m_byOrder.cend() ? std::nullopt : std::optional(m_entries[it->front()]);
}

const VendorLogRequest *VendorLog::creatingRequest(const OrderId &order) const
{
    const std::optional<VendorLogEntry> entry = creation(order);
    if (!entry || entry->actor.kind != Actor::Kind::Counter)
        return nullptr;
    return &requests(entry->actor.counter)[static_cast<size_t>(entry->actor.request - 1)];
}

bool VendorLog::isCreationTold(const OrderId &order) const
{
    const VendorLogRequest *request = creatingRequest(order);
    return request && request->end == VendorLogRequest::End::Value;
}

std::optional<VendorLogEntry> VendorLog::lastMove(const OrderId &order, OrderStatus to) const
{
    const auto it = m_byOrder.constFind(order);
    if (it == m_byOrder.cend())
        return std::nullopt;
    const auto last = std::find_if(it->crbegin(), it->crend(), [&](size_t i) {
        return m_entries[i].what == VendorLogEntry::What::Moved && m_entries[i].to == to;
    });
    return last == it->crend() ? std::nullopt : std::optional(m_entries[*last]);
}

std::optional<OrderStatus> VendorLog::statusAt(const OrderId &order, Microseconds at) const
{
    std::optional<OrderStatus> status;
    const auto it = m_byOrder.constFind(order);
    if (it == m_byOrder.cend())
        return status;
    for (const size_t i : *it) {
        const VendorLogEntry &entry = m_entries[i];
        if (entry.at > at)
            break;
        if (entry.what == VendorLogEntry::What::Created || entry.what == VendorLogEntry::What::Moved)
            status = entry.to;
    }
    return status;
}

int VendorLog::count(const OrderId &order, VendorLogEntry::What what) const
{
    const auto it = m_byOrder.constFind(order);
    if (it == m_byOrder.cend())
        return 0;
    return static_cast<int>(std::ranges::count_if(*it, [&](size_t i) { return m_entries[i].what == what; }));
}

QByteArray VendorLog::toText() const
{
    QByteArray text;
    for (const VendorLogEntry &entry : m_entries) {
        text += sim::toText(entry.at) + ' ' + sim::toText(entry.actor) + ' ' + entry.order.toString().toLatin1() + ' ' +
                sim::toText(entry.what) + ' ' + okoshko::toWord(entry.from).toLatin1() + '>' +
                okoshko::toWord(entry.to).toLatin1() + ' ' + entry.sum.toString().toLatin1() + ' ' +
                QByteArray::number(entry.seats) + '\n';
    }
    for (const std::deque<VendorLogRequest> &requests : m_requests) {
        for (const VendorLogRequest &request : requests)
            text += sim::toText(request) + '\n';
    }
    return text;
}

} // namespace okoshko::sim
