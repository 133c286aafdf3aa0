// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/kill/Booth.h"

#include "tests/faults/kill/Killer.h"
#include "tests/faults/rig/Await.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test {

namespace {

constexpr auto untilItDies = 60s;
constexpr auto untilSettled = 90s; // the search for a reservation that reached nobody takes 35 s

std::chrono::milliseconds lap(QElapsedTimer &clock)
{
    return std::chrono::milliseconds(clock.restart());
}

} // namespace

Booth::Booth(const QString &key)
    : m_server([&key] {
        sandbox::Options options;
        options.key = key;
        return options;
    }())
{
    m_server.start();
    if (await([this] { return !m_server.url().isEmpty(); }) == Came::No)
        qFatal("the sandbox does not start");
    m_proxy = std::make_unique<FaultyProxy>(static_cast<quint16>(m_server.url().port()));
    m_truth = std::make_unique<Truth>(m_server.url(), key.toLatin1());
    m_place = {m_proxy->url(), m_folder.filePath(u"key"_s), m_folder.filePath(u"profile"_s),
               m_folder.filePath(u"pictures"_s)};
    QFile file(m_place.keyFile);
    if (!file.open(QIODevice::WriteOnly) || file.write(key.toLatin1()) < 0)
        qFatal("the key file cannot be written");
}

void Booth::play(const Trial &trial)
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

void Booth::close()
{
    m_trial = u"the end"_s;
    settle(Until::NothingOpen);
}

void Booth::live(const Death &death)
{
    m_proxy->clear();
    m_proxy->forget();
    Life life(m_place, death.errand);
    timeStart(life);
    Killer killer(death, life, *m_proxy);
    QObject::connect(&life, &Life::pageOpened, &killer, [&](const QUrl &page) {
        m_truth->pay(page);
        killer.onPaid();
    });
    if (await([&life] { return !life.isRunning(); }, untilItDies) == Came::No)
        complain({u"it did not come to its end: "_s + death.toString() + u' ' + life.lastWords()});
    countRequests(death.errand);
    if (killer.hasStruck() && life.wasKilled())
        ++m_tally.kills[death.when == When::AtRandom ? u"at random"_s : death.toString().section(u" +"_s, 0, 0)];
    else if (death.when == When::AtRandom && life.endedWell())
        ++m_tally.sold;
    else
        complain({u"it was not killed: "_s + death.toString() + u' ' + life.lastWords()});
}

void Booth::settle(Until until)
{
    m_proxy->clear();
    m_proxy->forget();
    Life life(m_place, Errand::Recover);
    timeStart(life);
    QElapsedTimer clock;
    clock.start();
    QStringList words;
    do {
        static_cast<void>(await([] { return false; }, 60ms)); // the pace of looking
        words = look(life, until);
    } while (!words.isEmpty() && life.isRunning() && std::chrono::milliseconds(clock.elapsed()) < untilSettled);
    if (!life.isRunning())
        words << u"the program ended by itself: "_s + life.lastWords();
    countRequests(Errand::Recover);
    life.kill();
    if (await([&life] { return !life.isRunning(); }) == Came::Yes && life.wasKilled())
        ++m_tally.idle;
    if (!words.isEmpty())
        words << life.lastWords();
    complain(words);
}

QStringList Booth::look(Life &life, Until until)
{
    const QString address = m_place.server.toString();
    const auto key = m_server.key().toLatin1();
    life.hold();
    const auto journal =
        openCopy(m_place.profile, m_folder.filePath(u"copy"_s), Account{address, markOf(address, key)});
    life.release();
    if (!journal)
        return {u"the journal does not open: "_s + toWord(journal.error().kind) + u' ' + journal.error().detail};
    if (!*journal)
        return {u"there is no journal"_s};
    if ((*journal)->found() != Journal::Found::Whole)
        return {u"the journal is not whole"_s};
    Facts facts{m_truth->orders(), (*journal)->sales({}).value(), (*journal)->openIntents().value(),
                (*journal)->unsettled().value()};
    QStringList words = differences(facts) + unread(facts);
    if (facts.server.size() != m_made)
        words << u"%1 requests made %2 orders"_s.arg(m_made).arg(facts.server.size());
    if (until == Until::NothingOpen && !facts.open.isEmpty())
        words << u"%1 reservations are still looked for"_s.arg(facts.open.size());
    return words;
}

QStringList Booth::unread(const Facts &facts) const
{
    // Without this, the two may agree because the program has not begun yet.
    const auto isAsked = [this](Request request, const QString &what) {
        const Plan plan = planFor(request, Fault::CutBefore);
        const auto &requests = m_proxy->requests();
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

void Booth::timeStart(QObject &life)
{
    QElapsedTimer clock;
    clock.start();
    QObject::connect(m_proxy.get(), &FaultyProxy::asked, &life, [this, clock] {
        if (m_proxy->requests().size() > 1)
            return;
        ++m_tally.starts;
        m_tally.starting += std::chrono::milliseconds(clock.elapsed());
    });
}

void Booth::countRequests(Errand errand)
{
    const Plan create = planFor(Request::Create, Fault::CutBefore);
    int sent = 0;
    for (const SeenRequest &request : m_proxy->requests()) {
        if (!create.means(request))
            continue;
        ++sent;
        m_made += request.reachedServer ? 1 : 0;
    }
    if (sent > (errand == Errand::Recover ? 0 : 1))
        complain({u"%1 orders were asked for in one life"_s.arg(sent)});
}

void Booth::complain(const QStringList &words)
{
    if (!words.isEmpty())
        m_tally.complaints << u"after "_s + m_trial + u": "_s + words.join(u"; "_s);
}

} // namespace okoshko::test
