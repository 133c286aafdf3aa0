// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/kill/KillTestRun.h"

#include "models/domain/Text.h"
#include "tests/faults/fixture/LostCreate.h"

#include "tests/faults/fixture/Await.h"
#include "tests/faults/kill/Killer.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test {

namespace {

constexpr auto untilItDies = 60s;
constexpr auto untilSettled = 90s; // the search for a reservation that reached nobody takes 35 s
constexpr auto held = 1s;          // so long they must agree: for a moment they may do so on the way to something else

// Of the demo catalogue: all that is sold here.
const QStringList events{u"56a6253df06c5a059a93802e"_s, u"7c5dc498be9a4f9bfc4fad21"_s, u"b796b6202fe14dc7b8a21fd8"_s};

std::chrono::milliseconds lap(QElapsedTimer &clock)
{
    return std::chrono::milliseconds(clock.restart());
}

} // namespace

KillTestRun::KillTestRun(const QString &key)
    : m_office(key)
{
    for (const QString &event : events)
        m_halls.insert(event, m_office.truth->hall(event));
    QObject::connect(m_office.proxy.get(), &FaultyProxy::asked, m_office.proxy.get(),
                     [this](const SeenRequest &request) { see(request); });
}

void KillTestRun::play(const Trial &trial)
{
    QStringList words;
    for (const Death &death : trial.lives)
        words << death.toString();
    m_trial = trial.name + u" ("_s + words.join(u", then "_s) + u')';
    QElapsedTimer clock;
    clock.start();
    for (const Death &death : trial.lives)
        live(death);
    m_tally.living += lap(clock);
    settle(Until::Agreed);
    m_tally.settling += lap(clock);
}

void KillTestRun::close()
{
    m_trial = u"the end"_s;
    settle(Until::NothingOpen);
}

void KillTestRun::live(const Death &death)
{
    m_office.proxy->clear();
    m_office.proxy->forget();
    AppProcess life(m_office.place, death.task);
    timeStart(life);
    Killer killer(death, life, *m_office.proxy);
    QObject::connect(&life, &AppProcess::pageOpened, &killer, [&](const QUrl &page) {
        m_office.truth->pay(page);
        seePaid(page);
        killer.onPaid();
    });
    if (await([&life] { return !life.isRunning(); }, untilItDies) == Came::No)
        complain({u"it did not come to its end: "_s + death.toString() + u' ' + life.lastWords()});
    countRequests(death.task);
    seeUnanswered();
    if (killer.hasStruck() && life.wasKilled())
        ++m_tally.kills[death.when == When::AtRandom ? u"at random"_s : death.toString().section(u" +"_s, 0, 0)];
    else if (death.when == When::AtRandom && life.endedWell())
        ++m_tally.sold;
    else
        complain({u"it was not killed: "_s + death.toString() + u' ' + life.lastWords()});
}

void KillTestRun::settle(Until until)
{
    m_office.proxy->clear();
    m_office.proxy->forget();
    AppProcess life(m_office.place, Task::Recover);
    timeStart(life);
    QElapsedTimer clock;
    clock.start();
    QElapsedTimer agreed; // valid while they agree
    QStringList words;
    const auto isHeld = [&agreed] { return agreed.isValid() && std::chrono::milliseconds(agreed.elapsed()) >= held; };
    do {
        static_cast<void>(await([] { return false; }, 60ms)); // the pace of looking
        words = look(life, until);
        if (!words.isEmpty())
            agreed.invalidate();
        else if (!agreed.isValid())
            agreed.start();
    } while (!isHeld() && life.isRunning() && std::chrono::milliseconds(clock.elapsed()) < untilSettled);
    words << seats();
    if (!isHeld() && words.isEmpty())
        words << u"they did not agree for long"_s;
    if (!life.isRunning())
        words << u"the program ended by itself: "_s + life.lastWords();
    countRequests(Task::Recover);
    life.kill();
    if (await([&life] { return !life.isRunning(); }) == Came::Yes && life.wasKilled())
        ++m_tally.idle;
    if (!words.isEmpty())
        words << life.lastWords();
    complain(words);
}

Journaled<std::unique_ptr<Journal>> KillTestRun::journal() const
{
    const QString address = m_office.place.server.toString();
    return openCopy(m_office.place.profile, m_office.folder.filePath(u"copy"_s),
                    Account{address, markOf(address, m_office.server.key().toLatin1())});
}

QStringList KillTestRun::look(AppProcess &life, Until until)
{
    life.hold();
    const auto read = journal();
    life.release();
    if (!read)
        return {u"the journal does not open: "_s + enumName(read.error().kind) + u' ' + read.error().detail};
    if (!*read)
        return {u"there is no journal"_s};
    if ((*read)->found() != Journal::Found::Whole)
        return {u"the journal is not whole"_s};
    const JournalContents kept = (*read)->load({}).value();
    const Facts facts{m_office.truth->orders(), kept.sales, kept.openIntents, kept.issues, m_seen};
    QStringList words = differences(facts) + unread(facts);
    if (facts.server.size() != m_made)
        words << u"%1 requests made %2 orders"_s.arg(m_made).arg(facts.server.size());
    // A create without an answer stays an issue until no order that could be its is held any more.
    if (lostCreate == LostCreate::Adopted && until == Until::NothingOpen && !facts.open.isEmpty())
        words << u"%1 reservations are still looked for"_s.arg(facts.open.size());
    return words;
}

/// Seats that somebody holds and no order does, or the other way round, by the server alone.
QStringList KillTestRun::seats()
{
    QStringList found;
    for (const QString &event : events)
        found << strays(event, m_halls.value(event), m_office.truth->hall(event), m_office.truth->orders());
    return found;
}

void KillTestRun::see(const SeenRequest &request)
{
    const QString order = QString::fromLatin1(request.path).section(u'/', 4, 4).section(u'?', 0, 0);
    if (request.method == "GET" || order.isEmpty())
        return;
    m_seen.touched << order;
    if (planFor(Request::Cancel, Fault::CutBefore).means(request))
        m_seen.givenUp << order;
}

void KillTestRun::seePaid(const QUrl &page)
{
    for (const ReportedOrder &order : m_office.truth->orders()) {
        if (order.page == page)
            m_seen.paid << order.id;
    }
}

/// After a life: which orders are there that the journal does not know.
void KillTestRun::seeUnanswered()
{
    const auto read = journal();
    if (!read || !*read)
        return;
    QSet<QString> known;
    const JournalContents kept = (*read)->load({}).value_or(JournalContents());
    for (const JournaledSale &sale : kept.sales)
        known << sale.order.id.toString();
    for (const ReportedOrder &order : m_office.truth->orders()) {
        if (!known.contains(order.id))
            m_seen.unanswered << order.id;
    }
}

QStringList KillTestRun::unread(const Facts &facts) const
{
    // Without this, the two may agree because the program has not begun yet.
    const auto isAsked = [this](Request request, const QString &what) {
        const Plan plan = planFor(request, Fault::CutBefore);
        const auto &requests = m_office.proxy->requests();
        return std::any_of(requests.cbegin(), requests.cend(), [&](const SeenRequest &seen) {
            return plan.means(seen) && QString::fromLatin1(seen.path).contains(what);
        });
    };
    QStringList found;
    for (const JournaledSale &sale : facts.sales) {
        if (isHeld(sale.order.status) && !isAsked(Request::Poll, sale.order.id.toString()))
            found << sale.order.id.toString() + u" was not asked about"_s;
    }
    for (const Intent &intent : facts.open) {
        if (intent.verb == Intent::Verb::Reserve && !isAsked(Request::Look, intent.request.event.toString()))
            found << u"intent %1 was not looked for"_s.arg(intent.id);
    }
    return found;
}

void KillTestRun::timeStart(QObject &life)
{
    QElapsedTimer clock;
    clock.start();
    QObject::connect(m_office.proxy.get(), &FaultyProxy::asked, &life, [this, clock] {
        if (m_office.proxy->requests().size() > 1)
            return;
        ++m_tally.starts;
        m_tally.starting += std::chrono::milliseconds(clock.elapsed());
    });
}

void KillTestRun::countRequests(Task task)
{
    const Plan create = planFor(Request::Create, Fault::CutBefore);
    int sent = 0;
    for (const SeenRequest &request : m_office.proxy->requests()) {
        if (!create.means(request))
            continue;
        ++sent;
        m_made += request.reachedServer ? 1 : 0;
    }
    if (sent > (task == Task::Recover ? 0 : 1))
        complain({u"%1 orders were asked for in one life"_s.arg(sent)});
}

void KillTestRun::complain(const QStringList &words)
{
    if (!words.isEmpty())
        m_tally.complaints << u"after "_s + m_trial + u": "_s + words.join(u"; "_s);
}

} // namespace okoshko::test
