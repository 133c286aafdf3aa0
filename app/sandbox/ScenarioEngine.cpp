// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/ScenarioEngine.h"

#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace okoshko::sandbox {

namespace {

constexpr int dealPercent = 10;

qsizetype ticketsWanted(const OrderRequest &request)
{
    qsizetype count = request.tickets ? request.tickets->size() : 0;
    for (const int part : request.random.value_or(QMap<QString, int>()))
        count += part;
    return count;
}

void askForOneLess(OrderRequest &request)
{
    request.allOrNothing = false;
    if (request.tickets) {
        request.tickets->removeLast();
        return;
    }
    for (int &part : *request.random) {
        if (part > 0) {
            --part;
            return;
        }
    }
}

/// A value of another type.
QJsonValue mistyped(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
    case QJsonValue::Array:
        return QJsonObject{{u"0"_s, QJsonValue::Null}};
    case QJsonValue::Bool:
    case QJsonValue::Double:
        return QJsonArray{true};
    case QJsonValue::String:
        return 17;
    case QJsonValue::Object:
        return u"[object Object]"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject mistypedMembers(QJsonObject object)
{
    for (auto it = object.begin(); it != object.end(); ++it)
        *it = mistyped(it.value());
    return object;
}

QByteArray mistypedBody(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isArray())
        return QJsonDocument(mistypedMembers(document.object())).toJson(QJsonDocument::Compact);
    QJsonArray rows;
    for (const QJsonValue &row : document.array())
        rows.append(mistypedMembers(row.toObject()));
    return QJsonDocument(rows).toJson(QJsonDocument::Compact);
}

} // namespace

void ScenarioEngine::prepare()
{
    std::chrono::seconds ahead{0};
    for (const ClockAhead &clock : m_board.armed<ClockAhead>())
        ahead += clock.time;
    m_vendor.setClockAhead(ahead);
    const QList<Trait> traits = m_board.armed<Trait>();
    m_vendor.orders.setHabits({.dealPercent = traits.contains(Trait::DealFee) ? dealPercent : 0,
                               .keepsUpdatedAt = traits.contains(Trait::UpdatedAtKept)});
    m_vendor.orders.catchUp();
}

tl::expected<ChangeResult, Refusal> ScenarioEngine::create(OrderRequest request)
{
    // A change that would not be visible is kept for the next request.
    const bool isSeen = request.event && m_vendor.inventory.eventOnOffer(*request.event) && ticketsWanted(request) > 0;
    for (const Scenario &scenario : scenarioTable()) {
        const auto *effect = std::get_if<BeforeOrder>(&scenario.effect);
        if (!isSeen || effect == nullptr || (*effect == BeforeOrder::OneTicketLess && ticketsWanted(request) < 2))
            continue;
        if (m_board.take(scenario, RequestKind::Create))
            execute(*effect, request);
    }
    tl::expected<ChangeResult, Refusal> result = m_vendor.orders.create(request);
    if (!result)
        return result;
    const QString id = result->order.id;
    // A set without a fee got the deal's fee.
    if (result->order.dealPercent > 0 && result->order.extra.minor > 0)
        meets(Trait::DealFee, RequestKind::Create);
    if (const auto *hold = m_board.take<NewOrderHold>(RequestKind::Create))
        m_vendor.orders.holdUntil(id, m_vendor.clock.now() + hold->hold);
    follow(RequestKind::Create, id);
    result->order = *m_vendor.orders.order(id);
    return result;
}

void ScenarioEngine::execute(BeforeOrder effect, OrderRequest &request)
{
    switch (effect) {
    case BeforeOrder::SoldOut: {
        QStringList wanted;
        for (const Seat *seat : m_vendor.inventory.ofEvent(*request.event)) {
            const bool isAsked =
                request.tickets ? request.tickets->contains(seat->id) : request.random->contains(seat->set);
            if (isAsked && seat->state == SeatState::Vacant)
                wanted.append(seat->id);
        }
        m_vendor.inventory.holdForOthers(wanted);
        break;
    }
    case BeforeOrder::OneTicketLess:
        askForOneLess(request);
        break;
    case BeforeOrder::NoTickets:
        request.random.reset();
        request.tickets = QStringList();
        break;
    case BeforeOrder::PricesRise:
        m_vendor.inventory.raisePrices(*request.event);
        break;
    case BeforeOrder::EventGone:
        m_vendor.inventory.takeOffSale(*request.event);
        break;
    }
}

std::optional<ChangeResult> ScenarioEngine::meetChange(const Order &order, OrderRequest &request)
{
    if (request.payment || request.status)
        return std::nullopt;
    const auto *effect = m_board.take<BeforeChange>(RequestKind::Change, [&](BeforeChange each) {
        return each == BeforeChange::OneTicketLess
                   ? request.wantsTickets() && ticketsWanted(request) > order.tickets.size()
                   : request.promoCodes && !request.promoCodes->isEmpty();
    });
    if (effect == nullptr)
        return std::nullopt;
    if (*effect == BeforeChange::CodeUnknown)
        return ChangeResult{order, {{u"promocode_not_found"_s, u"Promocode not found"_s}}};
    askForOneLess(request);
    return std::nullopt;
}

tl::expected<ChangeResult, Refusal> ScenarioEngine::change(const QString &id, OrderRequest request)
{
    if (request.payment && request.status == OrderStatus::InProgress &&
        meets(Trait::CombinedRefused, RequestKind::Start))
        return tl::unexpected(Refusal{Reason::Invalid, {u"payment and status: one at a time"_s}});
    if (const auto order = m_vendor.orders.order(id)) {
        if (const std::optional<ChangeResult> met = meetChange(*order, request))
            return *met;
    }
    tl::expected<ChangeResult, Refusal> result = m_vendor.orders.change(id, request);
    if (!result || request.status != OrderStatus::InProgress)
        return result;
    if (!result->order.payToken.isEmpty()) {
        if (const auto *fault = m_board.take<PageFault>(RequestKind::Start))
            m_vendor.orders.spoilPage(id, *fault);
    }
    follow(RequestKind::Start, id);
    result->order = *m_vendor.orders.order(id);
    return result;
}

void ScenarioEngine::follow(RequestKind kind, const QString &id)
{
    const Order order = *m_vendor.orders.order(id);
    const auto *course = m_board.take<PaymentCourse>(kind, [&order](const PaymentCourse &each) {
        using Of = PaymentCourse::Of;
        return each.of == Of::Anybody || (each.of == Of::Page ? !order.payToken.isEmpty() : isConfirmedByServer(order));
    });
    if (course == nullptr)
        return;
    const Instant now = m_vendor.clock.now();
    if (course->hold)
        m_vendor.orders.holdUntil(id, now + *course->hold);
    using End = PaymentCourse::End;
    const Instant at = now + course->after;
    switch (course->end) {
    case End::None:
        break;
    case End::Paid:
        m_vendor.orders.schedule(id, {OrderStatus::Done, Actor::PaymentPage, at});
        break;
    case End::PaidLate:
        m_vendor.orders.schedule(id, {OrderStatus::Done, Actor::Bank, at});
        break;
    case End::Declined:
        m_vendor.orders.schedule(id, {OrderStatus::Canceled, Actor::PaymentPage, at});
        break;
    case End::CancelledByVendor:
        m_vendor.orders.schedule(id, {OrderStatus::Canceled, Actor::Vendor, at});
        break;
    }
}

std::optional<Reply> ScenarioEngine::errorAnswer(RequestKind kind)
{
    const auto *answer = m_board.take<ErrorAnswer>(kind);
    if (answer == nullptr)
        return std::nullopt;
    const QString text = QString::fromUtf8(answer->text);
    if (answer->form == ErrorAnswer::Form::Html)
        return Reply{answer->status, "text/html; charset=UTF-8", answer->text, {}};
    if (answer->form == ErrorAnswer::Form::Errors)
        return errorReply(Refusal{Reason::Invalid, {text}});
    Reply reply = errorReply(answer->status, text);
    if (answer->status == 401)
        reply.headers.emplaceBack("WWW-Authenticate", "key");
    if (answer->status == 429)
        reply.headers.emplaceBack("Retry-After", "5");
    return reply;
}

Reply ScenarioEngine::spoiled(Reply reply, RequestKind kind)
{
    const bool isList = reply.body.startsWith('[');
    const auto *fault =
        m_board.take<BodyFault>(kind, [isList](BodyFault each) { return isList || each != BodyFault::ObjectForList; });
    if (fault == nullptr)
        return reply;
    switch (*fault) {
    case BodyFault::NotJson:
        reply.body = "Warning: Undefined index in order.php on line 217\n" + reply.body.left(reply.body.size() / 2);
        break;
    case BodyFault::WrongTypes:
        reply.body = mistypedBody(reply.body);
        break;
    case BodyFault::ObjectForList:
        reply.body = "{\"items\":" + reply.body + '}';
        break;
    }
    return reply;
}

bool ScenarioEngine::meets(Trait trait, RequestKind kind)
{
    return m_board.take<Trait>(kind, [trait](Trait other) { return other == trait; }) != nullptr;
}

void ScenarioEngine::noteOffered(const QList<const Event *> &events, RequestKind kind)
{
    QSet<const Scenario *> met;
    for (const Event *event : events) {
        if (event->under != nullptr)
            met.insert(event->under);
    }
    for (const Scenario *scenario : std::as_const(met))
        m_board.take(*scenario, kind);
}

} // namespace okoshko::sandbox
