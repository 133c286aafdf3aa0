// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/Tour.h"

#include "app/tour/TourPrinters.h"
#include "models/counter/Counter.h"
#include "models/tables/EventListModel.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QLoggingCategory>

#include <algorithm>
#include <cstdio>
#include <iterator>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

Q_LOGGING_CATEGORY(log, "okoshko.tour")

constexpr auto pulse = std::chrono::milliseconds(30);

// Events of the demo catalogue (resources/sandbox/catalogue.json) that are always on sale.
const QString sellerCollects = u"7c5dc498be9a4f9bfc4fad21"_s;
const QString paidOnPage = u"56a6253df06c5a059a93802e"_s;

template <class Steps>
void append(Steps &steps, Steps more)
{
    std::move(more.begin(), more.end(), std::back_inserter(steps));
}

} // namespace

Tour::Tour(QWidget &window, Counter &counter, const QList<PaymentSystem> &systems, const TourPlan &plan, Payer payer,
           TourPrinters *printers, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_counter(counter)
    , m_systems(systems)
    , m_plan(plan)
    , m_payer(payer)
    , m_printers(printers)
    , m_hand(window)
    , m_report(plan.folder)
{
    addSteps();
    // Separate objects, so that the time of pictures can be told from that of the window.
    m_picture.setObjectName(u"tourPicture"_s);
    m_act.setObjectName(u"tourStep"_s);
    for (QTimer *timer : {&m_picture, &m_act})
        timer->setSingleShot(true);
    connect(&m_picture, &QTimer::timeout, this, &Tour::takePicture);
    connect(&m_act, &QTimer::timeout, this, &Tour::act);
    m_pulse.setInterval(pulse);
    connect(&m_pulse, &QTimer::timeout, this, &Tour::look);
    connect(&m_buyer, &Buyer::gaveUp, this,
            [this](const QString &why) { finish(TourReport::Result::Failed, u"paying on the page: "_s + why); });
    connect(&m_counter.service, &SaleService::reserved, this, [this](SaleService::Attempt, const OrderId &id) {
        m_order = id;
        m_report.note(m_counter.service.sale(id)->order, m_counter.clock.now());
    });
    // The buyer is still present: an order shown after a lost answer is taken as the right one.
    connect(
        &m_counter.service, &SaleService::reservationUnclear, this,
        [this](SaleService::Attempt, const QList<Candidate> &candidates) {
            if (candidates.size() == 1 && m_order.isNull())
                static_cast<void>(m_hand.click(u"claimButton_"_s + candidates.first().order.id.toString()));
        },
        Qt::QueuedConnection);
    connect(&m_counter.service, &SaleService::saleChanged, this, [this](const OrderId &id) {
        if (id == m_order)
            m_report.note(m_counter.service.sale(id)->order, m_counter.clock.now());
    });
    if (m_printers)
        connect(&m_counter.printing, &PrintService::jobChanged, this, &Tour::notePrinted);
}

void Tour::addSteps()
{
    if (m_printers) {
        m_printers->setSheets(TourPrinters::Behaviour::Waits);
        append(m_steps, printerSteps());
        append(m_steps, blanksSteps());
    }
    const QList<Goods> sales = salesToShow();
    for (qsizetype at = 0; at < sales.size(); ++at) {
        append(m_steps, pickingSteps(sales.at(at)));
        append(m_steps, startingSteps(sales.at(at).system));
        if (m_plan.ending == TourPlan::Ending::GivenUp) {
            append(m_steps, givingUpSteps());
            continue;
        }
        append(m_steps, payingSteps());
        append(m_steps, m_printers && at > 0 ? paperOutSteps() : paidSteps());
    }
    if (m_plan.ending == TourPlan::Ending::Paid)
        m_steps.push_back({.name = u"orders-after"_s,
                           .ready =
                               [this] {
                                   const bool prints = !m_counter.printing.openJobs().isEmpty();
                                   return prints ? Ready::No : showsEither(u"orderTable"_s, u"eventSearch"_s);
                               },
                           .act = [] { return InputDriver::Result::Done; }});
}

void Tour::start()
{
    m_waiting.start();
    m_pulse.start();
}

QList<Tour::Goods> Tour::salesToShow() const
{
    const QList<PaymentSystem> systems = offered(m_systems);
    const QString usual = m_plan.system.isEmpty() ? systems.value(0).name : m_plan.system;
    if (m_payer == Payer::SomebodyElse || m_plan.namesSale())
        return {{m_plan.event, m_plan.set, usual}};
    // Payment systems that need name and e-mail use a page.
    const auto onPage = std::ranges::find_if(systems, [](const PaymentSystem &system) {
        return system.customerData == PaymentSystem::CustomerData::NameAndEmail &&
               system.confirmation == PaymentSystem::Confirmation::ByRedirectUrl;
    });
    return {{sellerCollects, {}, usual}, {paidOnPage, {}, onPage == systems.cend() ? usual : onPage->name}};
}

std::vector<Tour::TourStep> Tour::printerSteps()
{
    // One that prints tickets on numbered sheets, and one for receipts that could print tickets, too.
    const PrinterToDescribe sheets{
        tr("A4 sheets"), TourPrinters::sheets(), u"a4-three"_s, {u"printer_numberedBlanks"_s}};
    const PrinterToDescribe roll{
        tr("Roll"), TourPrinters::roll(), u"roll-80"_s, {u"printer_receipts"_s, u"printer_cutter"_s}};
    return {
        {.name = u"orders"_s,
         .ready = [this] { return shows(u"newOrderButton"_s); },
         .act = [this] { return press(Qt::Key_Comma, Qt::ControlModifier); }},
        {.name = u"settings"_s,
         .ready = [this] { return shows(u"settingsPages"_s); },
         .act = [this] { return showPrinters(); }},
        {.name = u"printers-none"_s,
         .ready = [this] { return shows(u"addPrinterButton"_s); },
         .act = [this, sheets] { return addPrinter(sheets); }},
        {.name = u"printer-added"_s,
         .ready = [this] { return shows(u"saveSettingsButton"_s); },
         .act = [this, roll] { return addPrinter(roll); }},
        {.name = u"printers"_s,
         .ready = [this] { return shows(u"saveSettingsButton"_s); },
         .act = [this] { return press(Qt::Key_S, Qt::ControlModifier); }},
        {.name = u"printers-saved"_s,
         .ready =
             [this] {
                 const bool isSaved = m_counter.printing.settings().printers.size() == 2;
                 return isSaved ? shows(u"templatesButton"_s) : Ready::No;
             },
         .act = [this] { return m_hand.click(u"templatesButton"_s); }},
        {.name = u"templates"_s,
         .ready = [this] { return shows(u"templateChoice"_s); },
         .act =
             [this] {
                 m_hand.press(Qt::Key_Escape);
                 m_hand.press(Qt::Key_Escape);
                 return press(Qt::Key_F7);
             }},
    };
}

std::vector<Tour::TourStep> Tour::blanksSteps()
{
    const QString queue = TourPrinters::sheets();
    return {
        {.name = u"blanks"_s,
         .ready = [this, queue] { return shows(u"blanksRangeButton_"_s + queue); },
         .act = [this, queue] { return m_hand.click(u"blanksRangeButton_"_s + queue); }},
        {.name = u"blanks-asked"_s,
         .ready = [this, queue] { return shows(u"blanksFirst_"_s + queue); },
         .act =
             [this, queue] {
                 if (fillIn(u"blanksFirst_"_s + queue, u"1001"_s) == InputDriver::Result::NotThere ||
                     fillIn(u"blanksSecond_"_s + queue, u"1500"_s) == InputDriver::Result::NotThere)
                     return InputDriver::Result::NotThere;
                 return m_hand.click(u"blanksSaveButton_"_s + queue);
             }},
        {.name = u"blanks-set"_s,
         .ready = [this, queue] { return shows(u"blanksRangeButton_"_s + queue); },
         .act = [this] { return press(Qt::Key_Escape); }},
    };
}

std::vector<Tour::TourStep> Tour::pickingSteps(const Goods &goods)
{
    return {
        {.name = u"orders"_s,
         .ready = [this, goods] { return findGoods(goods) ? shows(u"newOrderButton"_s) : Ready::No; },
         .act =
             [this] {
                 m_order = {};
                 return press(Qt::Key_F2);
             }},
        {.name = u"new-order"_s,
         .ready = [this] { return shows(u"eventSearch"_s); },
         .act = [this] { return showEvent(); }},
        {.name = u"event-picked"_s,
         .ready = [this] { return shows(u"stepper_"_s + m_set.toString()); },
         .act = [this] { return pickTickets(); }},
        {.name = u"tickets-picked"_s,
         .ready = [this] { return shows(u"reserveButton"_s); },
         .act = [this] { return press(Qt::Key_Return); }},
    };
}

std::vector<Tour::TourStep> Tour::startingSteps(const QString &system)
{
    return {
        {.name = u"payment"_s,
         .ready = [this] { return showsEither(u"startPaymentButton"_s, u"paySystem_1"_s); },
         .act = [this, system] { return chooseSystem(system); }},
        {.name = u"system-chosen"_s,
         .ready = [this] { return shows(u"startPaymentButton"_s); },
         .act = [this] { return press(Qt::Key_Return); }},
    };
}

std::vector<Tour::TourStep> Tour::payingSteps()
{
    return {
        {.name = u"payment-started"_s,
         .ready = [this] { return showsEither(u"openPageButton"_s, u"confirmPaidButton"_s); },
         .act = [this] { return settlePayment(); }},
        {.name = u"money-asked"_s,
         .ready =
             [this] {
                 const bool isOnPage = !m_counter.service.sale(m_order)->order.payment.redirectUrl.isEmpty();
                 return isOnPage ? Ready::NotNeeded : shows(u"confirmPaidYesButton"_s); // it is disabled at first
             },
         .act = [this] { return m_hand.click(u"confirmPaidYesButton"_s); }},
    };
}

std::vector<Tour::TourStep> Tour::paidSteps()
{
    return {
        {.name = u"paid-printing"_s,
         .ready =
             [this] {
                 if (!m_printers)
                     return Ready::NotNeeded;
                 const Ready ready = paidIsShown(PrintState::Printing);
                 return isAtPrinter() ? ready : Ready::No;
             },
         .act =
             [this] {
                 m_printers->letGo();
                 return InputDriver::Result::Done;
             },
         .patience = m_plan.wait},
        {.name = u"paid"_s,
         .ready = [this] { return m_printers ? paidIsShown(PrintState::Printed) : paidIsShown(); },
         .act =
             [this] {
                 if (m_printers)
                     m_printers->setSheets(TourPrinters::Behaviour::IsOutOfPaper);
                 return m_hand.click(u"nextBuyerButton"_s);
             },
         .patience = m_plan.wait},
    };
}

std::vector<Tour::TourStep> Tour::paperOutSteps()
{
    return {
        {.name = u"paid-paper-out"_s,
         .ready = [this] { return paidIsShown(PrintState::Attention); },
         .act = [this] { return m_hand.click(u"giveUpPrintButton"_s); },
         .patience = m_plan.wait},
        {.name = u"which-came-out"_s,
         .ready = [this] { return shows(u"printYesButton"_s); },
         .act =
             [this] {
                 const InputDriver::Result filled = fillIn(u"spoiledEdit"_s, u"1"_s);
                 return filled == InputDriver::Result::Done ? fillIn(u"spoiledWhyEdit"_s, tr("jammed")) : filled;
             }},
        {.name = u"none-came-out"_s,
         .ready = [this] { return shows(u"printYesButton"_s); },
         .act = [this] { return m_hand.click(u"printYesButton"_s); }},
        {.name = u"paid"_s,
         .ready = [this] { return paidIsShown(PrintState::NotPrinted); },
         .act = [this] { return press(Qt::Key_Escape); }},
        {.name = u"orders-not-printed"_s,
         .ready = [this] { return shows(u"orderTable"_s); },
         .act = [this] { return press(Qt::Key_F7); }},
        {.name = u"not-printed"_s,
         .ready = [this] { return m_hand.find(u"unprintedPage"_s) ? shows(u"printButton"_s) : Ready::No; },
         .act =
             [this] {
                 m_printers->setSheets(TourPrinters::Behaviour::Prints);
                 return press(Qt::Key_P);
             }},
        {.name = u"all-printed"_s,
         .ready =
             [this] {
                 const bool isPrinted = m_counter.printing.stateOf(m_order) == PrintState::Printed;
                 return isPrinted ? shows(u"unprintedEmpty"_s) : Ready::No;
             },
         .act = [this] { return press(Qt::Key_Escape); }},
        {.name = u"printed"_s,
         .ready = [this] { return shows(u"printButton"_s); },
         .act = [this] { return press(Qt::Key_P); }},
        {.name = u"reprint-asked"_s,
         .ready = [this] { return shows(u"printYesButton"_s); },
         .act = [this] { return press(Qt::Key_Escape); }},
    };
}

std::vector<Tour::TourStep> Tour::givingUpSteps()
{
    return {
        {.name = u"payment-started"_s,
         .ready = [this] { return showsEither(u"openPageButton"_s, u"confirmPaidButton"_s); },
         .act = [this] { return m_hand.click(u"cancelSaleButton"_s); }},
        {.name = u"cancel-asked"_s,
         .ready = [this] { return shows(u"cancelSaleYesButton"_s); },
         .act = [this] { return m_hand.click(u"cancelSaleYesButton"_s); }},
        {.name = u"canceled"_s,
         .ready =
             [this] {
                 const Sale *sale = m_counter.service.sale(m_order);
                 return sale->order.status == OrderStatus::Canceled ? shows(u"sameAgainButton"_s) : Ready::No;
             },
         .act = [] { return InputDriver::Result::Done; },
         .patience = m_plan.wait},
    };
}

Tour::Ready Tour::shows(const QString &name) const
{
    const QWidget *widget = m_hand.find(name);
    return widget && widget->isEnabled() ? Ready::Yes : Ready::No;
}

Tour::Ready Tour::showsEither(const QString &one, const QString &other) const
{
    return m_hand.find(one) || m_hand.find(other) ? Ready::Yes : Ready::No;
}

bool Tour::findGoods(const Goods &goods)
{
    for (const KnownEventPtr &known : m_counter.catalogue.events()) {
        const Event &event = known->event;
        const bool isSold = event.isOnSale() && !event.isOver(m_counter.clock.now());
        const bool wanted = goods.event.isEmpty() ? isSold : event.id.toString() == goods.event;
        if (!wanted)
            continue;
        for (const TicketSet &set : event.sets) {
            if (goods.set.isEmpty() ? set.price && set.vacant.value_or(1) > 0 : set.id.toString() == goods.set) {
                m_event = event;
                m_set = set.id;
                return true;
            }
        }
    }
    return false;
}

InputDriver::Result Tour::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    m_hand.press(key, modifiers);
    return InputDriver::Result::Done;
}

InputDriver::Result Tour::fillIn(const QString &field, const QString &text)
{
    if (m_hand.click(field) == InputDriver::Result::NotThere)
        return InputDriver::Result::NotThere;
    m_hand.press(Qt::Key_A, Qt::ControlModifier);
    m_hand.type(text);
    return InputDriver::Result::Done;
}

InputDriver::Result Tour::showPrinters()
{
    // The list of the settings' pages has the focus.
    const auto *pages = m_hand.find<QAbstractItemView>(u"settingsPages"_s);
    for (int page = 1; page < pages->model()->rowCount() && !m_hand.find(u"addPrinterButton"_s); ++page)
        m_hand.press(Qt::Key_Down);
    return m_hand.find(u"addPrinterButton"_s) ? InputDriver::Result::Done : InputDriver::Result::NotThere;
}

InputDriver::Result Tour::addPrinter(const PrinterToDescribe &printer)
{
    if (m_hand.click(u"addPrinterButton"_s) == InputDriver::Result::NotThere)
        return InputDriver::Result::NotThere;
    m_hand.type(printer.name); // its field has the focus now
    if (fillIn(u"printer_queueBox"_s, printer.queue) == InputDriver::Result::NotThere)
        return InputDriver::Result::NotThere;
    auto *templates = m_hand.find<QComboBox>(u"printer_templateBox"_s);
    if (!templates)
        return InputDriver::Result::NotThere;
    templates->setFocus();
    m_hand.press(Qt::Key_Home);
    for (int at = 1; at < templates->count() && templates->currentData() != printer.ticketTemplate; ++at)
        m_hand.press(Qt::Key_Down);
    for (const QString &name : printer.switches) {
        if (m_hand.click(name) == InputDriver::Result::NotThere)
            return InputDriver::Result::NotThere;
    }
    return templates->currentData() == printer.ticketTemplate ? InputDriver::Result::Done
                                                              : InputDriver::Result::NotThere;
}

InputDriver::Result Tour::showEvent()
{
    auto *list = m_hand.find<QAbstractItemView>(u"eventList"_s);
    if (!list)
        return InputDriver::Result::NotThere;
    // Typing filters at once; the first words of the title find it.
    m_hand.type(m_event.title.section(u' ', 0, 1));
    const auto hits = list->model()->match(list->model()->index(0, 0), EventListModel::EventIdRole,
                                           m_event.id.toString(), 1, Qt::MatchExactly);
    return hits.isEmpty() ? InputDriver::Result::NotThere : m_hand.click(*list, hits.first());
}

InputDriver::Result Tour::pickTickets()
{
    const InputDriver::Result outcome = m_hand.click(u"stepper_"_s + m_set.toString());
    m_hand.press(Qt::Key_1);
    return outcome;
}

InputDriver::Result Tour::chooseSystem(const QString &wanted)
{
    const QList<PaymentSystem> systems = offered(m_systems);
    const auto it = std::find_if(systems.cbegin(), systems.cend(),
                                 [&wanted](const PaymentSystem &system) { return system.name == wanted; });
    if (it == systems.cend())
        return InputDriver::Result::NotThere;
    m_report.noteSystem(m_order, wanted);
    if (m_hand.click(u"paySystem_%1"_s.arg(std::distance(systems.cbegin(), it) + 1)) == InputDriver::Result::NotThere)
        return InputDriver::Result::NotThere;
    if (it->customerData == PaymentSystem::CustomerData::NameAndEmail) {
        const std::pair<QString, QString> buyer[]{{u"firstNameEdit"_s, u"Анна"_s},
                                                  {u"lastNameEdit"_s, u"Королёва"_s},
                                                  {u"emailEdit"_s, u"anna@example.org"_s}};
        for (const auto &[field, text] : buyer) {
            if (m_hand.click(field) == InputDriver::Result::NotThere)
                return InputDriver::Result::NotThere;
            m_hand.type(text);
        }
    }
    return InputDriver::Result::Done;
}

InputDriver::Result Tour::settlePayment()
{
    const Sale *sale = m_counter.service.sale(m_order);
    if (!sale)
        return InputDriver::Result::NotThere;
    if (sale->order.payment.redirectUrl.isEmpty()) {
        // The window asks for confirmation once.
        return m_hand.click(u"confirmPaidButton"_s);
    }
    if (m_payer == Payer::Tour)
        m_buyer.pay(sale->order.payment.redirectUrl);
    else
        std::printf("waiting for the payment at %s\n", qUtf8Printable(sale->order.payment.redirectUrl.toString()));
    std::fflush(stdout);
    return InputDriver::Result::Done;
}

Tour::Ready Tour::paidIsShown()
{
    const Sale *sale = m_counter.service.sale(m_order);
    if (isFinal(sale->order.status) && sale->order.status != OrderStatus::Done)
        finish(TourReport::Result::Failed, u"the order ended as "_s + toWord(sale->order.status));
    return m_hand.find(u"nextBuyerButton"_s) && sale->order.status == OrderStatus::Done ? Ready::Yes : Ready::No;
}

Tour::Ready Tour::paidIsShown(PrintState state)
{
    const Ready ready = paidIsShown();
    return m_counter.printing.stateOf(m_order) == state ? ready : Ready::No;
}

bool Tour::isAtPrinter() const
{
    return std::ranges::any_of(m_counter.printing.openJobs(), [this](const PrintJob &job) {
        return job.order == m_order && job.kind == PrintJob::Kind::Tickets && m_printers->hasJob(job.id);
    });
}

void Tour::notePrinted(const QUuid &id)
{
    const auto job = m_counter.printing.job(id);
    if (!job || job->state != PrintJob::State::Done || m_printed.contains(id))
        return;
    m_printed << id;
    if (m_report.notePrinted(*job, m_printers->printed(job->queue)) == TourReport::Result::Failed)
        finish(TourReport::Result::Failed, u"nothing was printed on "_s + job->queue);
}

void Tour::look()
{
    const TourStep &step = m_steps[m_step];
    switch (step.ready()) {
    case Ready::No:
        if (m_pulse.isActive() && std::chrono::milliseconds(m_waiting.elapsed()) > step.patience)
            finish(TourReport::Result::Failed, u"waited in vain for: "_s + step.name);
        return;
    case Ready::NotNeeded:
        ++m_step; // another sale follows
        return;
    case Ready::Yes:
        break;
    }
    // The window is laid out and painted in the next turn of the event loop.
    m_pulse.stop();
    m_picture.start(pulse * 4);
}

void Tour::takePicture()
{
    const TourStep &step = m_steps[m_step];
    qCInfo(log).noquote() << "step" << step.name;
    if (m_report.takePicture(m_window, step.name) == TourReport::Result::Failed)
        return finish(TourReport::Result::Failed, u"no picture of: "_s + step.name);
    m_act.start(0);
}

void Tour::act()
{
    const TourStep &step = m_steps[m_step];
    if (step.act() == InputDriver::Result::NotThere)
        return finish(TourReport::Result::Failed, u"nothing to press at: "_s + step.name);
    if (++m_step == m_steps.size())
        return finish(TourReport::Result::Done, {});
    start();
}

void Tour::openPage(const QUrl &url)
{
    qCInfo(log).noquote() << "payment page" << url.toDisplayString(QUrl::RemoveQuery);
}

void Tour::finish(TourReport::Result outcome, const QString &reason)
{
    if (!m_pulse.isActive() && outcome == TourReport::Result::Failed && m_step >= m_steps.size())
        return;
    m_pulse.stop();
    m_step = m_steps.size();
    if (outcome == TourReport::Result::Failed)
        static_cast<void>(m_report.takePicture(m_window, u"failed"_s));
    const TourReport::Result written = m_report.write(outcome, reason);
    const bool good = outcome == TourReport::Result::Done && written == TourReport::Result::Done;
    if (!good)
        std::fprintf(stderr, "The tour failed: %s\n",
                     qUtf8Printable(reason.isEmpty() ? u"tour.json cannot be written"_s : reason));
    std::printf("%s\n", qUtf8Printable(m_report.folder()));
    std::fflush(stdout);
    Q_EMIT finished(good ? 0 : 1);
}

} // namespace okoshko
