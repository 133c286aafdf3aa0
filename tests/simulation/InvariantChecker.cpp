// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/InvariantChecker.h"

#include "tests/simulation/EntryWords.h"
#include "tests/simulation/SimCounter.h"
#include "tests/simulation/StepRules.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::sim {

namespace {

using What = HistoryEntry::What;

QString causeOf(const Issue &issue)
{
    return u"%1/%2/%3"_s.arg(static_cast<int>(issue.kind)).arg(issue.order.toString()).arg(issue.intent);
}

} // namespace

InvariantChecker::InvariantChecker(SimWorld &world)
    : m_world(world)
{
}

void InvariantChecker::addCounter(SimCounter &counter)
{
    m_counters.emplace_back().counter = &counter;
    const auto index = m_counters.size() - 1;
    counter.store().onContradiction = [this](const QString &what) { fail("intent-ids", what); };
    counter.store().onDurable = [this, index](const JournalEntry &entry) {
        if (m_isTracing)
            tell(static_cast<int>(index) + 1, u"durable: "_s + wordOf(entry));
        const auto *conclusion = std::get_if<Conclusion>(&entry);
        if (!conclusion)
            return;
        const auto &intents = m_counters[index].counter->store().intents();
        const auto it = intents.find(conclusion->intent);
        if (it == intents.end() || it->second.intent.verb != Intent::Verb::Reserve)
            return;
        if (conclusion->outcome == IntentResult::Refused)
            checkAbsence(m_counters[index], it->second.intent);
        if (conclusion->order.isNull() || conclusion->outcome != IntentResult::Done)
            return;
        for (const auto &[id, kept] : intents) {
            if (id != conclusion->intent && kept.intent.verb == Intent::Verb::Reserve &&
                kept.outcome == IntentResult::Done && kept.made == conclusion->order)
                fail("one-order-one-intent", u"order %1 serves intents %2 and %3"_s.arg(conclusion->order.toString())
                                                 .arg(id)
                                                 .arg(conclusion->intent));
        }
    };
}

void InvariantChecker::fail(const QByteArray &invariant, const QString &what)
{
    static const QList<QByteArray> ignored = qgetenv("OKOSHKO_SIM_IGNORE").split(',');
    if (ignored.contains(invariant))
        return;
    if (!m_violation)
        m_violation = Violation{invariant, what, m_world.scheduler().now()};
}

/// Nothing was made, says the counter.
void InvariantChecker::checkAbsence(Known &known, const Intent &intent)
{
    const QString &marker = intent.request.eventTitle;
    const Create create = known.creates.value(marker);
    const OrderId made = madeFor(known.counter->number(), marker);
    // By which list, where several were told just now, cannot be seen; one that was told earlier is no reason: then it
    // was written long after.
    std::vector<Look> looks = known.looks;
    std::erase_if(looks, [&](const Look &look) { return m_world.scheduler().now() - look.at >= 2s; });
    // Nor one for another create, which asks from another moment on; a slow disk lies between intent and sending.
    std::erase_if(looks, [&](const Look &look) {
        const auto &from = look.query.createdFrom;
        return from && intent.at != Instant() && std::chrono::abs(*from - intent.at) > 30s;
    });
    // A slow server may still act for a minute after the answer was given up.
    if (!create.requests.empty() && !create.isDisclaimed) {
        const VendorLogRequest &last = m_world.log().request(known.counter->number(), create.requests.back());
        const bool isLost = last.end == VendorLogRequest::End::Dropped ||
                            (last.end == VendorLogRequest::End::Error && last.effect == Effect::Possible);
        const Microseconds givenUp =
            last.end == VendorLogRequest::End::Dropped ? known.diedAt : last.endedAt.value_or(last.sentAt);
        // A cut list never is evidence; but in the end no order that nobody claimed is held any more.
        const bool isByCut = !looks.empty() && std::ranges::all_of(looks, &Look::isCut);
        if (isLost && isByCut && m_world.scheduler().now() < givenUp + 659s)
            fail("absence",
                 u"counter %1: \"nothing was made\" of %2 by a list that was cut"_s.arg(known.counter->number())
                     .arg(marker));
        if (isLost && m_world.scheduler().now() < givenUp + 59s)
            fail("absence", u"counter %1: \"nothing was made\" of %2 only %3 s after its answer was given up"_s
                                .arg(known.counter->number())
                                .arg(marker)
                                .arg(static_cast<double>((m_world.scheduler().now() - givenUp).count()) / 1e6));
    }
    const SimOrder *order = made.isNull() ? nullptr : m_world.vendor().find(made);
    if (!order || create.isDisclaimed || known.counter->store().sale(made) || order->status != OrderStatus::Executed ||
        order->isForgotten)
        return;
    if (order->face.reservedTill && *order->face.reservedTill <= m_world.vendor().now() + 1s)
        return; // its hold has run out, whether the server has said so or not
    const VendorLogRequest &request = m_world.log().request(known.counter->number(), create.requests.back());
    const Microseconds after = m_world.log().creation(made)->at - request.endedAt.value_or(request.sentAt);
    const auto isWrong = [&](const Look &look) {
        const OrderQuery &query = look.query;
        const bool isAskedFor = (!query.createdFrom || *order->face.createdAt >= *query.createdFrom) &&
                                (!query.createdUntil || *order->face.createdAt <= *query.createdUntil);
        return !isAskedFor || look.list.contains(made);
    };
    if (after <= 60s && !looks.empty() && std::ranges::all_of(looks, isWrong))
        fail("absence", u"counter %1: \"nothing was made\" of %2, which is order %3"_s.arg(known.counter->number())
                            .arg(marker, made.toString().last(2)));
}

void InvariantChecker::tell(int counter, const QString &what)
{
    if (m_isTracing)
        m_trace += QByteArray::number(static_cast<double>(m_world.scheduler().now().count()) / 1e6, 'f', 3)
                       .rightJustified(10) +
                   "  c" + QByteArray::number(counter) + "  " + what.toUtf8() + '\n';
}

QString InvariantChecker::nameOf(const Known &known, const OrderId &order) const
{
    return u"counter %1, order %2"_s.arg(known.counter->number()).arg(order.toString().last(2));
}

// A counter's life ------------------------------------------------------------------------------------------------

void InvariantChecker::lifeBegins(SimCounter &counter)
{
    Known &known = this->known(counter.number());
    tell(counter.number(), u"STARTS, life %1"_s.arg(counter.life()));
    known.isRefusedKey = false;
    known.issues.clear();
    for (auto &[id, view] : known.views) {
        const bool isOwned = view.isOwned;
        const bool isReleasable = view.isReleasable;
        const bool isToldNo = view.isToldNo;
        const bool isCancelAnswered = view.isCancelAnswered;
        const bool isStartAnswered = view.isStartAnswered;
        const bool isConfirmAnswered = view.isConfirmAnswered;
        view = View();
        view.isToldNo = isToldNo;
        view.isCancelAnswered = isCancelAnswered;
        view.isStartAnswered = isStartAnswered;
        view.isConfirmAnswered = isConfirmAnswered;
        view.isOwned = isOwned;
        view.isReleasable = isReleasable;
    }
    SaleService *service = counter.service();
    SaleJournal *journal = counter.journal();
    QObject::connect(service, &SaleService::saleAdded, service,
                     [this, &counter](const OrderId &id) { see(this->known(counter.number()), id); });
    QObject::connect(service, &SaleService::saleChanged, service,
                     [this, &counter](const OrderId &id) { see(this->known(counter.number()), id); });
    QObject::connect(service, &SaleService::stepFailed, service,
                     [this, &counter](const OrderId &id, Step step, const ApiError &error) {
                         if (step != Step::Cancel)
                             return;
                         View &view = this->known(counter.number()).views[id];
                         view.cancelPressed.reset();
                         view.isToldNo = error.effect == Effect::None &&
                                         (error.kind == ErrorKind::BadRequest || error.kind == ErrorKind::Forbidden);
                     });
    QObject::connect(journal, &SaleJournal::issuesChanged, journal,
                     [this, &counter] { seeIssues(this->known(counter.number())); });
    QObject::connect(journal, &SaleJournal::salvaged, journal,
                     [this, &counter] { this->known(counter.number()).isDamaged = true; });
    QObject::connect(journal, &SaleJournal::troubleChanged, journal, [this, &counter, journal] {
        if (!journal->trouble() && !counter.store().wasWell())
            fail("trouble", u"the trouble with the journal is over, though it has taken nothing since"_s);
    });
    QObject::connect(service, &SaleService::candidatesChanged, service,
                     [this, &counter] { seeCandidates(this->known(counter.number())); });
    QObject::connect(service, &SaleService::ready, service, [this, &counter] {
        Known &ready = this->known(counter.number());
        for (const Sale *sale : counter.service()->sales())
            see(ready, sale->order.id);
        seeIssues(ready);
    });
}

void InvariantChecker::lifeEnds(SimCounter &counter)
{
    tell(counter.number(), u"DIES"_s);
    known(counter.number()).diedAt = m_world.scheduler().now();
    for (auto &[id, view] : known(counter.number()).views)
        view.before.reset();
    known(counter.number()).delivering = 0;
}

const Sale *InvariantChecker::saleOf(Known &known, const OrderId &order) const
{
    const SaleService *service = known.counter->service();
    return service ? service->sale(order) : nullptr;
}

// What people do --------------------------------------------------------------------------------------------------

void InvariantChecker::onReservePressed(int counter, const QString &marker)
{
    tell(counter, u"presses reserve, "_s + marker);
    known(counter).creates.insert(marker, {});
}

void InvariantChecker::onGivenUp(int counter, const QString &marker)
{
    tell(counter, u"gives up "_s + marker);
    known(counter).creates[marker].isGivenUp = true;
}

void InvariantChecker::onDisclaimed(int counter, const QString &marker)
{
    tell(counter, u"says that none is "_s + marker);
    known(counter).creates[marker].isDisclaimed = true;
}

void InvariantChecker::onPressing(int counter, const OrderId &order)
{
    View &view = known(counter).views[order];
    view.isPressing = true;
    view.isReadExcused = true;
    view.isCancelExcused = true;
}

void InvariantChecker::onPressed(int counter, const OrderId &order, Step step, Refusal refusal, PageSeen seen)
{
    Known &known = this->known(counter);
    tell(counter, u"presses step %1 on %2, page seen %3: refusal %4"_s.arg(static_cast<int>(step))
                      .arg(order.toString().last(2))
                      .arg(static_cast<int>(seen))
                      .arg(static_cast<int>(refusal)));
    View &view = known.views[order];
    const Sale *sale = saleOf(known, order);
    view.isPressing = false;
    view.isReadExcused = true;
    if (step == Step::Read)
        view.isEverForeignPressed = true;
    if (refusal == Refusal::KeyRefused && !known.isRefusedKey)
        fail("key-refused",
             u"%1: a step is refused for the key, which the server has not refused"_s.arg(nameOf(known, order)));
    if (refusal == Refusal::Busy && view.changesUnderWay == 0 && !known.counter->store().isBusy() &&
        m_world.line(counter).underWay() == 0 && known.counter->journal()->isEmpty())
        fail("busy", u"%1: busy, though nothing is on its way"_s.arg(nameOf(known, order)));
    const bool isUnsent = refusal == Refusal::KeyRefused || refusal == Refusal::NotReadYet;
    if (step == Step::Confirm && (refusal == Refusal::None || isUnsent)) {
        known.moneyTaken.insert(order);
        view.isOwned = true; // a person here has put the money into the drawer
    }
    if (!sale || step == Step::Read || refusal != Refusal::None)
        return;
    view.isOwned = true;
    ++view.pressesToFail;
    view.isCancelExcused = true;
    view.cancelPressed.reset();
    if (step == Step::Cancel) {
        view.isReleasable = true;
        view.isToldNo = false;
        view.cancelPressed = m_world.scheduler().now();
    }
    if (step == Step::Change) {
        view.isChangePressed = true;
        if (!isHeld(sale->order.status))
            fail("forbidden-press", u"%1: a change of an order %2 is accepted"_s.arg(
                                        nameOf(known, order), okoshko::toWord(sale->order.status)));
    }
    if (step == Step::Confirm) {
        view.confirmPressed = seen;
        if (sale->order.status != OrderStatus::InProgress)
            fail("forbidden-press", u"%1: a confirmation of an order %2 is accepted"_s.arg(
                                        nameOf(known, order), okoshko::toWord(sale->order.status)));
    }
    if (step == Step::StartPayment && sale->order.status != OrderStatus::Executed)
        fail("forbidden-press", u"%1: a start of an order %2 is accepted"_s.arg(nameOf(known, order),
                                                                                okoshko::toWord(sale->order.status)));
    if (step == Step::Cancel && !isHeld(sale->order.status))
        fail("forbidden-press", u"%1: a cancel of an order %2 is accepted"_s.arg(nameOf(known, order),
                                                                                 okoshko::toWord(sale->order.status)));
}

void InvariantChecker::onClaimed(int counter, const OrderId &order)
{
    tell(counter, u"claims "_s + order.toString().last(2));
    View &view = known(counter).views[order];
    view.isOwned = true;
    view.isToldNo = false;
    view.isReleasable = true;  // with SaleGoal::Release
    view.isReadExcused = true; // it is read before it is claimed
}

void InvariantChecker::onClosed(int counter, const OrderId &order)
{
    known(counter).views[order].isReadExcused = true;
}

void InvariantChecker::onTicketsPressed(int counter, const OrderId &order)
{
    View &view = known(counter).views[order];
    ++view.ticketPresses;
    view.isEverForeignPressed = true;
}

void InvariantChecker::onHurried(int counter)
{
    tell(counter, u"hurries"_s);
    for (auto &[id, view] : known(counter).views) {
        view.isReadExcused = true;
        view.isCancelExcused = true;
    }
}

// What a counter asks for -----------------------------------------------------------------------------------------

void InvariantChecker::onSent(int counter, int number, RequestKind kind, const OrderId &order,
                              const ReserveRequest *reserve, const OrderQuery *query)
{
    Known &known = this->known(counter);
    const SimStore &store = known.counter->store();
    if (m_isTracing)
        tell(counter, u"sends %1: %2 %3"_s.arg(number).arg(QString::fromLatin1(toWord(kind)),
                                                           order.isNull() ? QString() : order.toString().last(2)));
    if (kind == RequestKind::Reserve) {
        const QString &marker = reserve->eventTitle;
        Create &create = known.creates[marker];
        if (!known.counter->isReady())
            fail("not-ready", u"counter %1 reserves before it has read its journal"_s.arg(counter));
        if (create.isGivenUp && create.requests.empty())
            fail("given-up-sent", u"counter %1 sends %2, which was given up before"_s.arg(counter).arg(marker));
        for (const int before : create.requests) {
            const VendorLogRequest &request = m_world.log().request(counter, before);
            if (request.end != VendorLogRequest::End::Error || request.effect != Effect::None)
                fail("one-create",
                     u"counter %1 sends %2 again, which may have taken effect"_s.arg(counter).arg(marker));
        }
        const bool isIntended = std::any_of(store.intents().rbegin(), store.intents().rend(), [&](const auto &each) {
            return each.second.isOpen() && each.second.intent.verb == Intent::Verb::Reserve &&
                   each.second.intent.request.eventTitle == marker;
        });
        if (!isIntended)
            fail("intent-first",
                 u"counter %1 sends %2 without an open intent in its journal"_s.arg(counter).arg(marker));
        create.requests.push_back(number);
        return;
    }
    if (query)
        known.queries.insert(number, *query);
    if (order.isNull())
        return;
    View &view = known.views[order];
    if (isChange(kind)) {
        checkChange(known, view, kind, order);
        ++view.changesUnderWay;
        view.isReadExcused = true;
    } else if (kind == RequestKind::Order) {
        checkRead(known, view, order);
    } else if (kind == RequestKind::Tickets) {
        const QList<Issue> issues = known.counter->journal()->issues();
        const bool isCandidate = std::ranges::any_of(issues, [&](const Issue &issue) {
            return issue.kind == Issue::Kind::UnknownReservation && issue.candidates.contains(order);
        });
        if (!view.isOwned && view.ticketPresses == 0 && !view.isEverForeignPressed && !isCandidate)
            fail("others-polled", u"%1: another's tickets are read"_s.arg(nameOf(known, order)));
    }
}

void InvariantChecker::checkChange(Known &known, View &view, RequestKind kind, const OrderId &order)
{
    const Sale *sale = saleOf(known, order);
    const QString name = nameOf(known, order);
    if (!view.isOwned)
        fail("not-ours",
             u"%1: %2 of an order that this counter did not make"_s.arg(name, QString::fromLatin1(toWord(kind))));
    if (!known.counter->store().hasOpenIntent(verbOf(kind), order))
        fail("intent-first",
             u"%1: %2 without an open intent in the journal"_s.arg(name, QString::fromLatin1(toWord(kind))));
    if (!sale)
        return;
    if (sale->inProgress != stepOf(kind))
        fail("step-shown",
             u"%1: %2 is sent, and not shown as under way"_s.arg(name, QString::fromLatin1(toWord(kind))));
    if (view.changesUnderWay > 0)
        fail("one-change",
             u"%1: %2 while another change of it is on its way"_s.arg(name, QString::fromLatin1(toWord(kind))));
    if (!isAllowed(kind, sale->order.status))
        fail("forbidden-step", u"%1: %2 of an order known to be %3"_s.arg(name, QString::fromLatin1(toWord(kind)),
                                                                          okoshko::toWord(sale->order.status)));
    if (!view.isTold)
        fail("unread",
             u"%1: %2 before the server has told of it in this life"_s.arg(name, QString::fromLatin1(toWord(kind))));
    if (sale->closed)
        fail("forbidden-step", u"%1: %2 of a closed order"_s.arg(name, QString::fromLatin1(toWord(kind))));
    if (kind == RequestKind::Confirm) {
        const JournaledSale *kept = known.counter->store().sale(order);
        const ConfirmedBy by = kept ? kept->confirmedBy : ConfirmedBy::Unknown;
        if (view.isPageSeen || view.isServerAlone || by == ConfirmedBy::Page || by == ConfirmedBy::Server ||
            (kept && !kept->order.payment.redirectUrl.isEmpty()))
            fail("who-confirms", u"%1: cash is confirmed, though the server alone says that it is paid"_s.arg(name));
        else if (by != ConfirmedBy::Cashier && view.confirmPressed != PageSeen::No && !(known.isDamaged && !kept))
            fail("who-confirms",
                 u"%1: cash is confirmed, though nobody was asked whether a page was opened"_s.arg(name));
    }
    if (kind == RequestKind::Change && !view.isChangePressed)
        fail("change-unasked", u"%1: changed, though nobody pressed for it"_s.arg(name));
    if (kind == RequestKind::Change && sale->order.status == OrderStatus::InProgress &&
        (view.isPageSeen || view.isServerAlone))
        fail("change-paid-page", u"%1: changed, though the buyer may be paying the old sum"_s.arg(name));
    if (kind == RequestKind::Cancel) {
        if (!view.isReleasable)
            fail("not-given-up", u"%1: cancelled, though nobody gave it up"_s.arg(name));
        if (view.isToldNo)
            fail("refused-again", u"%1: cancelled again, though the cashier was told that it is refused"_s.arg(name));
        const bool isAtEnd =
            sale->order.reservedTill && std::chrono::abs(*sale->order.reservedTill - m_world.vendor().now()) < 4s;
        view.isCancelExcused = view.isCancelExcused || isAtEnd; // the last moment at which it is of use
        checkCancelPace(view, order);
    }
}

void InvariantChecker::checkCancelPace(View &view, const OrderId &order)
{
    const Microseconds now = m_world.scheduler().now();
    if (view.lastCancel && !view.isCancelExcused) {
        const Microseconds gap = now - *view.lastCancel;
        const Microseconds least =
            view.isCancelResent
                ? Microseconds(740ms)
                : std::min<Microseconds>(5s * (1 << std::clamp(view.cancels - 1, 0, 6)), 180s) * 74 / 100;
        if (gap < least)
            fail("cancel-pace", u"order %1 is cancelled for the %2th time only %3 s after the last time"_s
                                    .arg(order.toString().last(2))
                                    .arg(view.cancels + 1)
                                    .arg(static_cast<double>(gap.count()) / 1e6));
    }
    if (!view.isCancelResent)
        ++view.cancels;
    view.isCancelResent = false;
    view.isCancelExcused = false;
    view.lastCancel = now;
}

void InvariantChecker::checkRead(Known &known, View &view, const OrderId &order)
{
    const Microseconds now = m_world.scheduler().now();
    const Sale *sale = saleOf(known, order);
    if (!view.isOwned && !view.isReadExcused)
        fail("others-polled", u"%1: another's order is polled"_s.arg(nameOf(known, order)));
    const bool isAtEnd =
        sale && sale->order.reservedTill && std::chrono::abs(*sale->order.reservedTill - m_world.vendor().now()) < 4s;
    // The last look for money that comes late.
    const bool isLastLook = now >= view.statusSince + 1h - 1s && isFinal(view.status);
    if (sale && sale->inProgress)
        view.isReadExcused = true; // a part of that step
    if (view.lastRead && !view.isReadExcused && !isAtEnd && !isLastLook) {
        const Microseconds gap = now - *view.lastRead;
        const auto first = known.counter->firstPause();
        const auto slowest = known.counter->slowestPause();
        const int many = 15 + 10 * static_cast<int>(slowest / first) + 10;
        const Microseconds least = (view.readsInARow > many && !view.isReadFailed ? slowest : first) * 74 / 100;
        ++view.readsInARow;
        if (gap < least)
            fail("poll-pace", u"%1: read %2 s after the last time, %3 times in a row"_s.arg(nameOf(known, order))
                                  .arg(static_cast<double>(gap.count()) / 1e6)
                                  .arg(view.readsInARow));
    } else if (view.isReadExcused) {
        view.readsInARow = 0;
    }
    view.isReadExcused = false;
    view.lastRead = now;
}

// What a counter is told ------------------------------------------------------------------------------------------

void InvariantChecker::onDelivering(int counter, int number, const Order *order, const ApiError *error)
{
    Known &known = this->known(counter);
    ++known.delivering;
    const VendorLogRequest &request = m_world.log().request(counter, number);
    if (error)
        known.isRefusedKey = known.isRefusedKey || error->kind == ErrorKind::Unauthorized;
    else if (request.kind != RequestKind::Tickets) // they say nothing that a step depends on
        known.isRefusedKey = false;
    if (m_isTracing)
        tell(counter, u"is told %1: %2 %3: %4"_s.arg(number).arg(
                          QString::fromLatin1(toWord(request.kind)),
                          request.order.isNull() ? QString() : request.order.toString().last(2),
                          error   ? error->toLogLine()
                          : order ? okoshko::toWord(order->status) +
                                        (order->has(Order::Field::Status) ? QString() : u" (not told)"_s)
                                  : u"value"_s));
    if (request.kind == RequestKind::Reserve && order && !order->id.isNull()) {
        View &view = known.views[order->id];
        view.isOwned = true;
        view.isCreateTold = true;
        view.isTold = true;
        view.standing = std::max(view.standing, number);
        const bool isEmpty = order->has(Order::Field::Tickets) && order->tickets.isEmpty();
        const bool isLeft = std::any_of(known.creates.cbegin(), known.creates.cend(), [&](const Create &create) {
            return create.isGivenUp && std::ranges::find(create.requests, number) != create.requests.end();
        });
        view.isReleasable = view.isReleasable || isEmpty || isLeft;
    }
    const SaleService *service = known.counter->service();
    if (request.kind == RequestKind::Orders) {
        for (auto &[id, view] : known.views) {
            const Sale *sale = service->sale(id);
            view.before = sale ? std::optional(*sale) : std::nullopt;
        }
    } else if (request.kind != RequestKind::Reserve && !request.order.isNull()) {
        View &view = known.views[request.order];
        const Sale *sale = service->sale(request.order);
        view.before = sale ? std::optional(*sale) : std::nullopt;
        if (request.kind == RequestKind::Order)
            view.isReadFailed = error != nullptr;
        if (isChange(request.kind)) {
            --view.changesUnderWay;
            view.isReadExcused = true;
            const int last = static_cast<int>(m_world.log().requests(counter).size());
            view.changeEnded = last;
            if (order)
                view.changeAnswered = last;
            const bool isStart =
                request.kind == RequestKind::StartPayment || request.kind == RequestKind::StartPaymentWith;
            if (order && isStart)
                view.isStartAnswered = true;
            const bool isToWait =
                error && (error->kind == ErrorKind::Conflict || error->kind == ErrorKind::TooManyRequests);
            if (request.kind == RequestKind::Change && !isToWait)
                view.isChangePressed = false;
            if (order && request.kind == RequestKind::Confirm)
                view.isConfirmAnswered = true;
            if (order && request.kind == RequestKind::Cancel && order->has(Order::Field::Status) &&
                order->status == OrderStatus::Canceled)
                view.isCancelAnswered = true;
            if (error && request.kind == RequestKind::Cancel)
                view.isCancelResent = error->kind == ErrorKind::Conflict || error->kind == ErrorKind::TooManyRequests;
        }
    }
}

void InvariantChecker::onDelivered(int counter, int number, const Order *order, const OrderList *list, const ApiError *)
{
    Known &known = this->known(counter);
    --known.delivering;
    const VendorLogRequest &request = m_world.log().request(counter, number);
    if (request.kind == RequestKind::Reserve) {
        if (order && !order->id.isNull()) {
            see(known, order->id);
            const Sale *sale = saleOf(known, order->id);
            if (sale && sale->origin == Sale::Origin::ThisCounter && known.views[order->id].isReleasable &&
                sale->goal != SaleGoal::Release)
                fail("given-up", u"%1: empty, or its buyer has left, and it is kept"_s.arg(nameOf(known, order->id)));
        }
    } else if (list) {
        // Looks for candidates ask for an event's orders; the list of the day does not.
        const OrderQuery query = known.queries.take(number);
        const bool isLook = query.event.has_value();
        if (isLook) {
            const Microseconds now = m_world.scheduler().now();
            std::erase_if(known.looks, [now](const Look &look) { return now - look.at >= 2s; });
            known.looks.push_back({now, query, {}, list->extent != ListExtent::Whole});
        }
        for (const Order &told : list->orders) {
            if (isLook)
                known.looks.back().list << told.id;
            View &view = known.views[told.id];
            view.isTold = true;
            checkAnswer(known, view, number, RequestKind::Orders, told);
            view.before.reset();
            see(known, told.id);
        }
    } else if (!request.order.isNull()) {
        View &view = known.views[request.order];
        if (order)
            checkAnswer(known, view, number, request.kind, *order);
        view.before.reset();
        see(known, request.order);
    }
}

void InvariantChecker::checkAnswer(Known &known, View &view, int number, RequestKind kind, const Order &told)
{
    using Field = Order::Field;
    const Sale *sale =
        known.counter->service() ? known.counter->service()->sale(told.id.isNull() ? OrderId() : told.id) : nullptr;
    if (!sale)
        return;
    view.isTold = true;
    const QString name = nameOf(known, sale->order.id);
    const bool isOwnChange = isChange(kind);
    if (told.has(Field::Payment) && !told.payment.redirectUrl.isEmpty() && kind != RequestKind::Orders)
        view.isPageSeen = true;
    if (!view.before) {
        view.standing = std::max(view.standing, number);
        return;
    }
    const Sale &before = *view.before;
    const OrderStatus from = before.lastKnown;
    const OrderStatus to = told.has(Field::Status) ? told.status : from;
    if (told.has(Field::Status))
        m_coverage.meet(from, to);
    const bool isNewer = isOwnChange || (number > view.standing && number > view.changeAnswered);
    const bool isCertain = isFinal(to) && to != from && isLearnable(from, to);
    if (!isLearnable(before.order.status, sale->order.status))
        fail("gate", u"%1: %2 became %3"_s.arg(name, okoshko::toWord(before.order.status),
                                               okoshko::toWord(sale->order.status)));
    if (!isNewer && !isCertain && !(before.order == sale->order))
        fail("gate", u"%1: an answer to the older question %2 was learned over %3 (%4 -> %5)"_s.arg(name)
                         .arg(number)
                         .arg(std::max(view.standing, view.changeAnswered))
                         .arg(okoshko::toWord(before.order.status), okoshko::toWord(sale->order.status)));
    if (isNewer && told.has(Field::Tickets)) {
        const VendorLogRequest &request = m_world.log().request(known.counter->number(), number);
        view.ticketsOf = request.effectAt ? request.effectAt : request.reachedAt;
    }
    const bool isQuiet = view.changesUnderWay == 0 && number > view.changeEnded;
    if (kind == RequestKind::Order && isNewer && isQuiet && !before.closed && told.has(Field::Status) &&
        isLearnable(from, to) && !(to == OrderStatus::Unknown && isFinal(from)) && sale->order.status != to)
        fail("gate", u"%1: the newest answer, %2, was not learned over %3"_s.arg(name, okoshko::toWord(to),
                                                                                 okoshko::toWord(from)));
    // What an answer leaves out stays as it was known.
    const bool isKept = (told.has(Field::Tickets) || before.order.tickets == sale->order.tickets) &&
                        (told.has(Field::Value) || before.order.value == sale->order.value) &&
                        (told.has(Field::Number) || before.order.number == sale->order.number) &&
                        (told.has(Field::Event) || before.order.event == sale->order.event) &&
                        (told.has(Field::CreatedAt) || before.order.createdAt == sale->order.createdAt) &&
                        (told.has(Field::Status) || before.order.status == sale->order.status ||
                         before.order.status == OrderStatus::Unknown);
    if (!isKept)
        fail("not-told", u"%1: an answer that did not tell of a field has changed it"_s.arg(name));
    // A look for candidates is not learned.
    if (isNewer && (kind != RequestKind::Orders || before.lastAskedAt != sale->lastAskedAt))
        view.standing = std::max(view.standing, number);
}

// What is on screen -----------------------------------------------------------------------------------------------

void InvariantChecker::see(Known &known, const OrderId &order)
{
    const Sale *sale = saleOf(known, order);
    if (!sale)
        return;
    View &view = known.views[order];
    const QString name = nameOf(known, order);
    const JournaledSale *kept = known.counter->store().sale(order);
    const bool isOurs = sale->origin == Sale::Origin::ThisCounter;
    const bool isFirst = view.life != known.counter->life();
    if (isFirst) {
        view.life = known.counter->life();
        view.status = sale->order.status;
        view.confirmedBy = sale->confirmedBy;
        view.goal = sale->goal;
        view.isOurs = isOurs;
        view.isClosed = sale->closed;
        view.rows = 0;
    }
    if (isOurs && !view.isOwned)
        fail("not-ours", u"%1: taken for this counter's"_s.arg(name));
    if (sale->order.status != view.status) {
        if (known.delivering == 0)
            fail("status-from-nowhere", u"%1: %2 became %3 without an answer"_s.arg(
                                            name, okoshko::toWord(view.status), okoshko::toWord(sale->order.status)));
        tell(known.counter->number(),
             u"sees %1 %2"_s.arg(order.toString().last(2), okoshko::toWord(sale->order.status)));
        view.isReadExcused = true;
        view.cancels = 0;
        view.statusSince = m_world.scheduler().now();
        view.status = sale->order.status;
    }
    if (isOurs && !view.isOurs && !kept && !isFirst && !view.isCreateTold && !known.counter->store().isBusy())
        fail("durable-first", u"%1: shown as this counter's before the journal has it"_s.arg(name));
    view.isOurs = isOurs;
    if (std::exchange(view.wasUnderWay, sale->inProgress.has_value()) && !sale->inProgress)
        view.isReadExcused = true;
    view.isPageSeen = view.isPageSeen || !sale->order.payment.redirectUrl.isEmpty();
    if (sale->goal != view.goal) {
        if (kept && kept->goal != sale->goal)
            fail("durable-first",
                 u"%1: the goal %2 is shown before the journal has it"_s.arg(name).arg(static_cast<int>(sale->goal)));
        view.goal = sale->goal;
    }
    if (sale->confirmedBy != view.confirmedBy) {
        const bool isRestarted = sale->order.status == OrderStatus::Executed;
        if (sale->confirmedBy < view.confirmedBy && !isRestarted)
            fail("who-confirms", u"%1: who confirms went from %2 to %3"_s.arg(name)
                                     .arg(static_cast<int>(view.confirmedBy))
                                     .arg(static_cast<int>(sale->confirmedBy)));
        const bool isOfThisCounter =
            sale->confirmedBy == ConfirmedBy::Cashier || sale->confirmedBy == ConfirmedBy::Server;
        if (isOfThisCounter && (!kept || kept->confirmedBy != sale->confirmedBy))
            fail("durable-first", u"%1: who confirms (%2) is shown before the journal has it"_s.arg(name).arg(
                                      static_cast<int>(sale->confirmedBy)));
        view.isServerAlone = sale->confirmedBy == ConfirmedBy::Server;
        view.confirmedBy = sale->confirmedBy;
    }
    if (sale->goal == SaleGoal::Release || !sale->isOpen())
        view.cancelPressed.reset();
    if (sale->collecting() == Sale::Collecting::Yes &&
        (view.isPageSeen || (kept && kept->confirmedBy != ConfirmedBy::Cashier)))
        fail("who-confirms", u"%1: the cashier is told to take the money, though there is a page"_s.arg(name));
    if (sale->closed != view.isClosed) {
        if (kept && kept->closed != sale->closed)
            fail("durable-first", u"%1: closed before the journal has it"_s.arg(name));
        view.isClosed = sale->closed;
    }
    if (sale->retryAt && known.counter->clock() && *sale->retryAt - known.counter->clock()->now() > 31s)
        fail("retry-after", u"%1: waits for %2 s"_s.arg(name).arg(
                                static_cast<double>((*sale->retryAt - known.counter->clock()->now()).count()) / 1e6));
    for (; view.rows < sale->history.size(); ++view.rows)
        checkRow(known, *sale, sale->history.at(view.rows));
    view.lastKnown = sale->lastKnown;
}

void InvariantChecker::checkRow(Known &known, const Sale &sale, const HistoryEntry &row)
{
    const OrderId &id = sale.order.id;
    const int counter = known.counter->number();
    const VendorLog &log = m_world.log();
    View &view = known.views[id];
    const auto isBy = [&](OrderStatus to) -> std::optional<bool> {
        const auto move = log.lastMove(id, to);
        if (!move)
            return std::nullopt;
        return move->actor.kind == Actor::Kind::Counter && move->actor.counter == counter;
    };
    const auto wrong = [&](const char *said, OrderStatus to) {
        const auto move = log.lastMove(id, to);
        // Judged by the intent that was open: where this counter intended just this and did not see it answered, the
        // effect is taken for its own, unless the buyer could have brought it about on a page.
        const auto verb = to == OrderStatus::InProgress ? Intent::Verb::StartPayment
                          : to == OrderStatus::Done     ? Intent::Verb::Confirm
                                                        : Intent::Verb::Cancel;
        const auto &intents = known.counter->store().intents();
        const bool isIntended = std::ranges::any_of(intents, [&](const auto &each) {
            return each.second.intent.verb == verb && each.second.intent.order == id;
        });
        const sim::SimOrder *order = m_world.vendor().find(id);
        const bool isOwnIntent =
            row.what == What::PaymentStarted || row.what == What::Collected || row.what == What::Canceled;
        const bool isOnPage = move && move->actor.kind == Actor::Kind::Buyer && order && order->hasPage();
        if (move && isOwnIntent && !isOnPage && isIntended)
            return;
        fail(QByteArray("true-doer-") + QByteArray(said).replace(' ', '-'),
             u"%1: the record says \"%2\", the truth is: %3"_s.arg(
                 nameOf(known, id), QString::fromLatin1(said),
                 !move                                     ? u"it never happened"_s
                 : move->actor.kind == Actor::Kind::Buyer  ? u"the buyer"_s
                 : move->actor.kind == Actor::Kind::Server ? u"the server"_s
                                                           : u"counter %1"_s.arg(move->actor.counter)));
    };
    switch (row.what) {
    case What::PaidOnPage: {
        const auto move = log.lastMove(id, OrderStatus::Done);
        if (!move || move->actor.kind != Actor::Kind::Buyer)
            wrong("paid on the page", OrderStatus::Done);
        return;
    }
    case What::PaidAtStart:
        if (isBy(OrderStatus::Done) != true)
            wrong("paid at the start", OrderStatus::Done);
        return;
    case What::Collected:
        if (isBy(OrderStatus::Done) != true && !view.isConfirmAnswered)
            wrong("collected", OrderStatus::Done);
        return;
    case What::PaidUnknown:
    case What::IssuedFree:
        if (!isBy(OrderStatus::Done))
            wrong("paid", OrderStatus::Done);
        return;
    case What::Canceled:
        // A vendor who answers yes to a repeated cancel hides that somebody else was first.
        if (isBy(OrderStatus::Canceled) != true && !view.isCancelAnswered)
            wrong("canceled here", OrderStatus::Canceled);
        return;
    case What::CanceledInPayment: // not by us; whether the buyer declined is not known
        if (isBy(OrderStatus::Canceled) != false)
            wrong("canceled in payment", OrderStatus::Canceled);
        return;
    case What::CanceledElsewhere:
        if (isBy(OrderStatus::Canceled) != false)
            wrong("canceled elsewhere", OrderStatus::Canceled);
        return;
    case What::CanceledUnknown:
        if (!isBy(OrderStatus::Canceled))
            wrong("canceled", OrderStatus::Canceled);
        return;
    case What::PaymentStarted:
        if (isBy(OrderStatus::InProgress) != true && !view.isStartAnswered)
            wrong("payment started here", OrderStatus::InProgress);
        return;
    case What::StartedUnknown:
        if (!isBy(OrderStatus::InProgress))
            wrong("payment started", OrderStatus::InProgress);
        return;
    case What::StartedElsewhere:
        if (isBy(OrderStatus::InProgress) != false)
            wrong("payment started elsewhere", OrderStatus::InProgress);
        return;
    case What::MoneyTaken:
        if (!known.moneyTaken.contains(id) && !view.isPressing)
            fail("money-untaken",
                 u"%1: money is said to be in the drawer, and nobody has said so"_s.arg(nameOf(known, id)));
        return;
    case What::Expired:
        if (!log.lastMove(id, OrderStatus::Expired))
            wrong("expired", OrderStatus::Expired);
        return;
    case What::Refunded:
        if (!log.lastMove(id, OrderStatus::Refunded))
            wrong("refunded", OrderStatus::Refunded);
        return;
    case What::StepFailed: {
        const QString failure = row.error ? okoshko::toWord(row.error->kind) : row.words;
        // The same failure of another step is another series; a row does not tell of which.
        if (failure != view.lastFailure)
            view.pressesToFail = std::max(view.pressesToFail, 2);
        // One that was read back from the journal has its kind in words.
        const bool isExcused = failure != view.lastFailure || !row.words.isEmpty();
        if (!isExcused && view.pressesToFail-- <= 0)
            fail("one-row-a-series", u"%1: another row for the same failure, %2"_s.arg(nameOf(known, id), failure));
        view.lastFailure = failure;
        return;
    }
    case What::FoundAgain:
        fail("true-doer", u"%1: found again"_s.arg(nameOf(known, id)));
        return;
    case What::Created:
    case What::CreatedPartly:
    case What::CreatedEmpty:
    case What::Claimed:
    case What::SystemChosen:
    case What::TicketsByEmail:
    case What::Settled:
    case What::Closed:
    case What::Printed:
    case What::PrintedAgain:
    case What::ReceiptPrinted:
    case What::SavedAsFile:
    case What::PrintNotNeeded:
    case What::PrintGivenUp:
    case What::BlanksUsed:
    case What::BlanksSpoiled:
    case What::RefundedOnPaper:
    case What::SumChanged:
    case What::SumAccepted:
    case What::TicketsChanged:
    case What::FewerAccepted:
    case What::CodesChanged:
    case What::SumQuoted:
    case What::Noted:
        return;
    }
}

void InvariantChecker::seeIssues(Known &known)
{
    const SaleJournal *journal = known.counter->journal();
    if (!journal)
        return;
    const SimStore &store = known.counter->store();
    QHash<qint64, Issue> now;
    for (const Issue &issue : journal->issues()) {
        now.insert(issue.id, issue);
        if (!known.issues.contains(issue.id) && known.resolvedCauses.contains(causeOf(issue)) && !known.isDamaged)
            fail("issue-again",
                 u"counter %1: an issue of kind %2 is raised again that was settled"_s.arg(known.counter->number())
                     .arg(static_cast<int>(issue.kind)));
    }
    for (const Issue &issue : std::as_const(known.issues)) {
        if (now.contains(issue.id))
            continue;
        if (!store.isResolved(issue.id))
            fail("durable-first", u"counter %1: an issue of kind %2 is gone before the journal has its resolution"_s
                                      .arg(known.counter->number())
                                      .arg(static_cast<int>(issue.kind)));
        known.resolvedCauses.insert(causeOf(issue));
    }
    known.issues = now;
}

/// Ours was never gone on with: what an answer was lost of is still the hold that it began as.
void InvariantChecker::seeCandidates(Known &known)
{
    for (const Issue &issue : known.counter->journal()->issues()) {
        for (const Candidate &candidate : known.counter->service()->candidates(issue.id)) {
            const Order &order = candidate.order;
            if (order.has(Order::Field::Status) && order.status != OrderStatus::Executed)
                fail("candidate", u"%1: shown as perhaps this counter's, and is %2"_s.arg(
                                      nameOf(known, order.id), okoshko::toWord(order.status)));
        }
    }
}

OrderId InvariantChecker::madeFor(int counter, const QString &marker) const
{
    const Known &known = this->known(counter);
    const auto it = known.creates.constFind(marker);
    if (it == known.creates.cend())
        return {};
    for (const int number : it->requests) {
        const VendorLogRequest &request = m_world.log().requests(counter)[static_cast<size_t>(number - 1)];
        if (!request.order.isNull())
            return request.order;
    }
    return {};
}

// After the faults ------------------------------------------------------------------------------------------------

void InvariantChecker::faultsStop()
{
    m_isCalm = true;
    m_calmSince = m_world.scheduler().now();
    for (Known &known : m_counters) {
        for (const auto &[id, kept] : known.counter->store().sales()) {
            const SimOrder *order = m_world.vendor().find(id);
            if (kept.goal == SaleGoal::Release && order && isHeld(order->status) && !order->isForgotten)
                known.givenUp.push_back(id);
        }
    }
}

void InvariantChecker::checkGivenUp()
{
    for (Known &known : m_counters) {
        for (const OrderId &id : known.givenUp) {
            const SimOrder *order = m_world.vendor().find(id);
            const JournaledSale *kept = known.counter->store().sale(id);
            if (isHeld(order->status) && !order->isForgotten && kept && kept->goal == SaleGoal::Release)
                fail("given-up", u"%1: given up, and still held 5 minutes after the faults"_s.arg(nameOf(known, id)));
        }
    }
}

void InvariantChecker::look()
{
    const Microseconds now = m_world.scheduler().now();
    for (Known &known : m_counters) {
        for (const auto &[id, view] : known.views) {
            if (view.cancelPressed && now - *view.cancelPressed > 90s && known.counter->isReady())
                fail("press-forgotten", u"%1: a cancel was accepted, and nothing came of it"_s.arg(nameOf(known, id)));
        }
    }
    if (!m_isCalm || now < m_calmSince + 2min)
        return;
    for (Known &known : m_counters) {
        if (!known.counter->isReady())
            continue;
        for (const Sale *sale : known.counter->service()->sales()) {
            const SimOrder *order = m_world.vendor().find(sale->order.id);
            if (sale->origin != Sale::Origin::ThisCounter || !sale->isOpen() || order->status != OrderStatus::Done ||
                order->isForgotten || sale->lastKnown != OrderStatus::InProgress)
                continue;
            const auto move = m_world.log().lastMove(sale->order.id, OrderStatus::Done);
            const Microseconds since = now - move->at;
            const Microseconds most = 2 * known.counter->slowestPause() + 90s;
            const bool isHoldOver =
                sale->order.reservedTill && *sale->order.reservedTill + 5min < m_world.vendor().now();
            if (since > (isHoldOver ? Microseconds(11min) : most) && move->at > m_calmSince)
                fail("paid-unnoticed", u"%1: paid %2 s ago, and not noticed"_s.arg(nameOf(known, sale->order.id))
                                           .arg(static_cast<double>(since.count()) / 1e6));
        }
    }
}

void InvariantChecker::checkEnd()
{
    for (Known &known : m_counters) {
        const SimCounter &counter = *known.counter;
        const SimStore &store = known.counter->store();
        const QString who = u"counter %1"_s.arg(counter.number());
        if (!counter.isReady()) {
            fail("settled", u"%1 has not come up again"_s.arg(who));
            continue;
        }
        if (!counter.journal()->isEmpty())
            fail("settled", u"%1: the outbox is not empty"_s.arg(who));
        for (const auto &[id, kept] : store.intents()) {
            // What became of it cannot be known any more: that is said, until a person closes the order.
            const SimOrder *about = m_world.vendor().find(kept.intent.order);
            if (kept.isOpen() && !(about && about->isForgotten))
                fail("settled",
                     u"%1: intent %2 (%3) is still open"_s.arg(who).arg(id).arg(static_cast<int>(kept.intent.verb)));
        }
        qsizetype issues = 0;
        for (const Issue &issue : counter.journal()->issues()) {
            const auto it = store.issues().find(issue.id);
            if (it == store.issues().end() || !(it->second == issue))
                fail("screen-is-journal",
                     u"%1: issue %2 of kind %3 is not in the journal as it is on screen"_s.arg(who).arg(issue.id).arg(
                         static_cast<int>(issue.kind)));
            const SimOrder *about = m_world.vendor().find(issue.order);
            if ((issue.kind == Issue::Kind::UnknownReservation || issue.kind == Issue::Kind::UnknownOutcome) &&
                !(about && about->isForgotten))
                fail("settled", u"%1: issue %2 of kind %3 has not ended"_s.arg(who).arg(issue.id).arg(
                                    static_cast<int>(issue.kind)));
            ++issues;
        }
        if (issues != static_cast<qsizetype>(store.issues().size()))
            fail("screen-is-journal",
                 u"%1: %2 issues on screen, %3 in the journal"_s.arg(who).arg(issues).arg(store.issues().size()));
        for (const Sale *sale : counter.service()->sales()) {
            const QString name = nameOf(known, sale->order.id);
            const SimOrder *order = m_world.vendor().find(sale->order.id);
            if (sale->inProgress || sale->next)
                fail("settled", u"%1: a step is still under way"_s.arg(name));
            if (sale->origin != Sale::Origin::ThisCounter)
                continue;
            if (order->isForgotten) {
                if (sale->isOpen() && !sale->isUnknownToServer)
                    fail("settled", u"%1: the server does not know it, and that is not said"_s.arg(name));
            } else if (!sale->closed && sale->order.status != order->status && order->status != OrderStatus::Refunded) {
                fail(order->status == OrderStatus::Done ? "paid-unnoticed" : "settled",
                     u"%1: known as %2, and is %3"_s.arg(name, okoshko::toWord(sale->order.status),
                                                         okoshko::toWord(order->status)));
            } else if (!sale->closed && !isFinal(sale->order.status)) {
                fail("settled", u"%1: still %2"_s.arg(name, okoshko::toWord(sale->order.status)));
            }
            const auto has = [sale](What what) { return std::ranges::count(sale->history, what, &HistoryEntry::what); };
            if (!order->isForgotten && order->status == OrderStatus::Done && has(What::Expired) &&
                !sale->raised.testFlag(Issue::Kind::PaidTooLate) &&
                m_world.log().lastMove(sale->order.id, OrderStatus::Done)->from == OrderStatus::Expired)
                fail("paid-too-late-unsaid", u"%1: money came late, and nobody is told"_s.arg(name));
            if (!order->isForgotten && !sale->closed && has(What::MoneyTaken) && !has(What::PaidUnknown) &&
                !sale->raised.testFlag(Issue::Kind::MoneyTaken) &&
                isUnpaidBy(counter.number(), store, *order, m_world.log()))
                fail("money-forgotten", u"%1: not paid with the money in the drawer, and nobody is told"_s.arg(name));
            // What is shown as kept is what the vendor holds, once it has told.
            std::optional<Microseconds> changedAt;
            for (const VendorLogEntry &entry : m_world.log().entriesOf(sale->order.id)) {
                if (entry.what == VendorLogEntry::What::SeatsChanged || entry.what == VendorLogEntry::What::Created)
                    changedAt = entry.at;
            }
            const std::optional<Microseconds> told = known.views[sale->order.id].ticketsOf;
            QSet<TicketId> shownTickets(sale->order.tickets.cbegin(), sale->order.tickets.cend());
            QSet<TicketId> heldTickets(order->face.tickets.cbegin(), order->face.tickets.cend());
            if (told && *told >= *changedAt && order->status == OrderStatus::Done && shownTickets != heldTickets)
                fail("kept-tickets", u"%1: %2 tickets are shown, and the vendor holds %3"_s.arg(name)
                                         .arg(shownTickets.size())
                                         .arg(heldTickets.size()));
            const JournaledSale *kept = store.sale(sale->order.id);
            if (!kept) {
                fail("screen-is-journal", u"%1: not in the journal"_s.arg(name));
                continue;
            }
            Order shown = sale->order;
            shown.customer = {};
            const auto differs = [&](const char *what) {
                fail("screen-is-journal", u"%1: %2 differs"_s.arg(name, QString::fromLatin1(what)));
            };
            if (!(kept->order == shown))
                differs("the order");
            if (kept->goal != sale->goal)
                differs("the goal");
            if (kept->confirmedBy != sale->confirmedBy)
                differs("who confirms");
            if (kept->system != sale->system)
                differs("the system");
            if (kept->lastKnown != sale->lastKnown)
                differs("the last known state");
            if (kept->closed != sale->closed)
                differs("closed");
            if (kept->paymentStartedAt != sale->paymentStartedAt)
                differs("the start of the payment");
            if (kept->raised != sale->raised)
                differs("what was raised");
            const auto rows =
                std::ranges::count_if(kept->record, [](const RecordEntry &row) { return row.what != u"settled"_s; });
            const auto shownRows =
                std::ranges::count_if(sale->history, [](const HistoryEntry &row) { return row.what != What::Settled; });
            if (rows != shownRows && !known.isDamaged)
                differs("the record");
        }
        // What the journal has and the screen has not.
        for (const auto &[id, kept] : store.sales()) {
            const Sale *sale = counter.service()->sale(id);
            if (!kept.closed && !isFinal(kept.order.status) && (!sale || sale->origin != Sale::Origin::ThisCounter))
                fail("screen-is-journal", u"%1: in the journal, not on screen"_s.arg(nameOf(known, id)));
        }
        // Every paid order that it made and was told of.
        for (const OrderId &id : m_world.log().ordersMadeBy(counter.number())) {
            const SimOrder *order = m_world.vendor().find(id);
            const Sale *sale = counter.service()->sale(id);
            if (!order->isForgotten && order->status == OrderStatus::Done && sale &&
                sale->origin == Sale::Origin::ThisCounter && !sale->closed && sale->order.status != OrderStatus::Done)
                fail("paid-unnoticed", u"%1: paid, and unknown"_s.arg(nameOf(known, id)));
        }
    }
}

} // namespace okoshko::sim
