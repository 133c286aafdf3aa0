// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/matrix/Course.h"

#include "tests/faults/fixture/LostCreate.h"

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

constexpr int resends = 4;   // of what is answered 409 or 429, by the fixture's retry policy
constexpr int maxPolls = 20; // an order in doubt is asked about while a slow server may still act on the change

/// Whether Qt repeats a reading by itself where the connection was cut.
bool isRepeatedUnseen(const Course &course)
{
    return course.request == Request::Poll && (course.fault == Fault::CutBefore || course.fault == Fault::CutAfter ||
                                               course.fault == Fault::ResetAfter || course.fault == Fault::Refused);
}

/// How often the choice of a system reaches the server. It shows only once the payment has started: where its answer
/// was lost, or the start failed for certain, the cashier begins anew.
int timesChosen(const Course &course)
{
    const bool isLost = course.request == Request::ChooseSystem && reachesServer(course.fault);
    const bool isBegunAnew = course.request == Request::Start && !reachesServer(course.fault) && !course.asksToWait() &&
                             course.fault != Fault::Refused;
    return isLost || isBegunAnew ? 2 : 1;
}

QString kindOf(Fault fault)
{
    switch (fault) {
    case Fault::Refused:
        return u"no-connection"_s;
    case Fault::CutBefore:
    case Fault::CutAfter:
    case Fault::ResetAfter:
    case Fault::Truncated:
        return u"connection-lost"_s;
    case Fault::Silent:
        return u"timed-out"_s;
    case Fault::Conflict:
        return u"conflict"_s;
    case Fault::ServerError:
    case Fault::BadGateway:
    case Fault::BadGatewayAfter:
    case Fault::Unavailable:
        return u"server-fault"_s;
    case Fault::TooMany:
        return u"too-many-requests"_s;
    case Fault::NotJson:
        return u"not-json"_s;
    case Fault::WrongTypes:
        return u"wrong-shape"_s;
    case Fault::RedirectElsewhere:
        return u"redirected"_s;
    case Fault::OtherOrder:
        return u"other-order"_s;
    case Fault::EmptyList:
        return {};
    }
    Q_UNREACHABLE();
}

QString stepOf(Request request)
{
    switch (request) {
    case Request::Change:
        return u"Change"_s;
    case Request::ChooseSystem: // one step for the cashier
    case Request::Start:
    case Request::StartCombined:
        return u"StartPayment"_s;
    case Request::Poll:
        return u"Read"_s;
    case Request::Confirm:
        return u"Confirm"_s;
    case Request::Cancel:
        return u"Cancel"_s;
    case Request::Create:
    case Request::Look:
        return {};
    }
    Q_UNREACHABLE();
}

/// An order whose id is told is there, whatever else of the answer can be read.
bool isReadById(const Course &course)
{
    return course.request == Request::Create && course.fault == Fault::WrongTypes;
}

} // namespace

bool Course::isCertain() const
{
    return fault == Fault::Refused || fault == Fault::RedirectElsewhere || fault == Fault::Conflict ||
           fault == Fault::TooMany;
}

bool Course::asksToWait() const
{
    return request != Request::Poll && times > 0 && (fault == Fault::Conflict || fault == Fault::TooMany);
}

QString Course::toString() const
{
    return u"%1 × %2%3"_s.arg(QLatin1String(nameOf(request)), QLatin1String(nameOf(fault)),
                              times < 0 ? u" for ever"_s : QString());
}

QMap<Request, Sent> count(const QList<SeenRequest> &requests)
{
    QMap<Request, Sent> counts;
    for (const Request kind :
         {Request::Create, Request::Change, Request::ChooseSystem, Request::Start, Request::StartCombined,
          Request::Poll, Request::Confirm, Request::Cancel, Request::Look}) {
        const Plan plan = planFor(kind, Fault::CutBefore);
        for (const SeenRequest &request : requests) {
            if (!plan.means(request))
                continue;
            ++counts[kind].sent;
            counts[kind].reached += request.reachedServer ? 1 : 0;
        }
    }
    return counts;
}

QStringList toldUnder(const Course &course)
{
    if (course.asksToWait() || isRepeatedUnseen(course))
        return {u"reserved"_s};
    // Nobody listens from before the first of the two requests on that make one step for the cashier.
    if (course.request == Request::Start && course.fault == Fault::Refused)
        return {u"reserved"_s, stepOf(Request::ChooseSystem) + u' ' + kindOf(course.fault)};
    if (course.request != Request::Create)
        return {u"reserved"_s, stepOf(course.request) + u' ' + kindOf(course.fault)};
    if (isReadById(course))
        return {u"reserved"_s};
    if (course.isCertain())
        return {u"failed "_s + kindOf(course.fault), u"reserved"_s};
    if (!reachesServer(course.fault))
        return {u"searched"_s, u"failed "_s + kindOf(course.fault), u"reserved"_s};
    if (lostCreate == LostCreate::Shown)
        return {u"searched"_s, u"shown 1"_s, u"reserved"_s};
    return {u"searched"_s, u"reserved"_s};
}

QStringList toldUnderBrokenSearch(const Course &create, const Course &look)
{
    QStringList told = toldUnder(create);
    // Where the server cannot be asked for a good while, the cashier is told that nobody knows, and nothing is decided.
    if (look.times < 0)
        told.insert(1, u"shown 0"_s);
    return told;
}

QStringList wrongCounts(const Course &course, const QMap<Request, Sent> &counts)
{
    QStringList wrong;
    const auto check = [&](Request kind, int reached) {
        const bool isMet = kind == course.request && !reachesServer(course.fault) && course.fault != Fault::Refused;
        const int inVain = !isMet ? 0 : course.times < 0 ? resends + 1 : 1;
        const Sent sent = counts.value(kind);
        if (sent.reached != reached || sent.sent != reached + inVain)
            wrong << u"%1: sent %2 times, not %3; reached the server %4 times, not %5"_s
                         .arg(QLatin1String(nameOf(kind)))
                         .arg(sent.sent)
                         .arg(reached + inVain)
                         .arg(sent.reached)
                         .arg(reached);
    };
    const bool isSold = course.request != Request::Cancel;
    const bool isCombined = course.request == Request::StartCombined;
    check(Request::Create, 1);
    check(Request::Change, course.request == Request::Change ? 1 : 0);
    check(Request::ChooseSystem, isSold && !isCombined ? timesChosen(course) : 0);
    check(Request::Start, isSold && !isCombined ? 1 : 0);
    check(Request::StartCombined, isCombined ? 1 : 0);
    check(Request::Confirm, course.request == Request::Confirm ? 1 : 0);
    check(Request::Cancel, isSold ? 0 : 1);
    const bool isLookedFor = course.request == Request::Create && !course.isCertain() && !isReadById(course);
    if (isLookedFor != (counts.value(Request::Look).sent > 0))
        wrong << (isLookedFor ? u"it was not looked for"_s : u"it was looked for"_s);
    if (counts.value(Request::Poll).sent > maxPolls)
        wrong << u"read %1 times"_s.arg(counts.value(Request::Poll).sent);
    return wrong;
}

} // namespace okoshko::test
