// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/print/PrintFixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test {

PrinterProfile rollPrinter()
{
    PrinterProfile printer;
    printer.name = u"Till"_s;
    printer.queue = u"roll"_s;
    return printer;
}

Event playedEvent()
{
    Event event;
    event.id = eventId();
    event.title = u"The Seagull"_s;
    event.sale = Event::Sale::Open;
    event.start = *parseInstant(u"2030-05-12T17:00:00+00:00"_s);
    event.venue.name = u"Great Hall"_s;
    event.venue.address = u"1 Theatre Square"_s;
    event.venue.timeZone = "Europe/Moscow";
    event.organiser = *PartnerId::parse(u"5d1f3a2b9c8e7f6a5b4c3d2e"_s);
    event.legal = Legal{.name = u"Theatre"_s, .inn = u"7701"_s, .ogrn = u"1027"_s, .address = u"Moscow"_s};
    TicketSet set;
    set.id = setId();
    set.name = u"Stalls"_s;
    event.sets << set;
    return event;
}

PrintFixture::PrintFixture()
    : printer(scheduler)
{
    queue = &printer;
    drawer = &printer;
    vendor.onSale = {playedEvent()};
    settings.printers = {rollPrinter()};
    policy.poll.first = 1s;
}

void PrintFixture::begin()
{
    start();
    printing().setUp(settings, u"Till 1"_s, Format(Format::Language::English), {});
    catalogue().refresh();
    settle();
}

void PrintFixture::again(Microseconds downTime)
{
    kill();
    pass(downTime);
    begin();
}

OrderId PrintFixture::sell(int count)
{
    vendor.page.clear();
    const OrderId id = reserve(count);
    pay(id, u"api/BASE"_s);
    if (service().confirm(id) != Refusal::None)
        QTest::qFail("the money may not be confirmed", __FILE__, __LINE__);
    settle();
    return id;
}

OrderId PrintFixture::paidInDowntime(int count)
{
    vendor.page.clear();
    const OrderId id = reserve(count);
    pay(id, u"api/BASE"_s);
    kill();
    vendor.pay(id);
    pass(2s);
    begin();
    return id;
}

QUuid PrintFixture::printWithoutPaper(const OrderId &id)
{
    printer.troubles[u"roll"_s] = PrintTrouble::PaperOut;
    const bool isAgain = state(id) == PrintState::Printed;
    if ((isAgain ? printing().reprint(id) : printing().print(id)) != PrintRefusal::None)
        QTest::qFail("it may not be printed", __FILE__, __LINE__);
    pass(2s);
    return open().id;
}

PrintJob PrintFixture::kept(const OrderId &id) const
{
    std::optional<PrintJob> last;
    for (const auto &[name, job] : store.jobs) {
        if (job.order == id && (!last || last->at <= job.at))
            last = job;
    }
    if (!last)
        QTest::qFail("no job is in the journal", __FILE__, __LINE__);
    return last.value_or(PrintJob());
}

PrintJob PrintFixture::open() const
{
    const QList<PrintJob> jobs = printing().openJobs();
    if (jobs.size() != 1)
        QTest::qFail("not one job is open", __FILE__, __LINE__);
    return jobs.value(0);
}

QStringList PrintFixture::record(const OrderId &id) const
{
    QStringList words = store.record(id);
    words.removeIf([](const QString &word) {
        return !word.contains(u"print") && !word.contains(u"saved") && !word.contains(u"blanks");
    });
    return words;
}

} // namespace okoshko::test
