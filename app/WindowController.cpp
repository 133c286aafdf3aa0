// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/WindowController.h"

#include "app/Logging.h"
#include "app/desktop/SoundPlayer.h"
#include "app/printing/TemplateFolder.h"
#include "app/qa/QaDock.h"
#include "app/settings/Languages.h"
#include "app/settings/Settings.h"
#include "app/settings/WindowState.h"
#include "models/domain/AtomicFile.h"

#include "models/counter/Counter.h"
#include "models/domain/Text.h"
#include "models/print/TicketFacts.h"
#include "models/sale/RedirectDecision.h"
#include "models/tables/BlankSheet.h"
#include "models/tables/OrderCsv.h"
#include "ui/issues/IssuesPage.h"
#include "ui/main/TopBar.h"
#include "ui/neworder/NewOrderPage.h"
#include "ui/payment/PaymentPage.h"
#include "ui/print/PdfDrawer.h"
#include "ui/print/TemplatesPage.h"
#include "ui/setup/ConnectionForm.h"
#include "ui/text/PrintText.h"
#include "ui/text/TemplateText.h"
#include "ui/unprinted/UnprintedPage.h"
#include "ui/widgets/ViewState.h"

#include <QApplication>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

constexpr qsizetype longestCode = 64; ///< characters of a scanned code that are shown

/// What stands across every printed page.
QString printMarkOf(MainWindow::Mode mode)
{
    switch (mode) {
    case MainWindow::Mode::Training:
        return WindowController::tr("TRAINING: NOT A TICKET");
    case MainWindow::Mode::Staging:
        return WindowController::tr("STAGING: NOT A TICKET");
    case MainWindow::Mode::Live:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

WindowController::WindowController(Counter &counter, Settings &settings, WindowState &state, Languages &languages,
                                   const AccountInfo &info)
    : m_counter(counter)
    , m_settings(settings)
    , m_state(state)
    , m_languages(languages)
    , m_account(info.account)
    , m_mode(info.mode)
    , m_drafts(counter.service)
    , m_main(counter, info.mode, info.key)
    , m_quiet(m_main)
    , m_saver(m_main)
    , m_pdf(counter.printing)
    , m_report(m_main, counter, settings, m_saver, {info.mode, logFiles(info.logFolder)})
    , m_alerts(counter.service, counter.clock, counter.ticker)
    , m_built(settings.values())
    , m_readers(std::chrono::milliseconds(0))
{
    prepare();
    build();
    connectWindow();
    connectCounter();
    connect(&m_import, &QFutureWatcher<SettingsReading>::finished, this, &WindowController::showImported);
    apply();
    showOrders({});
    if (!settings.faults().isEmpty())
        showSettings(); // it shows the faults before anything is sold with default values
}

WindowController::~WindowController() = default;

void WindowController::connectWindow()
{
    connect(&m_main, &MainWindow::newOrderRequested, this, [this] {
        m_main.showPage(*m_newOrder);
        m_newOrder->begin();
    });
    connect(&m_main, &MainWindow::expressRequested, this, &WindowController::sellExpress);
    connect(&m_main, &MainWindow::refreshRequested, this, [this] {
        m_main.orders().awaitOrders();
        m_counter.readAll();
    });
    connect(&m_main, &MainWindow::issuesRequested, this, [this] {
        m_main.showPage(*m_issues);
        m_issues->begin();
    });
    connect(&m_main, &MainWindow::unprintedRequested, this, [this] {
        m_main.showPage(*m_unprinted);
        m_unprinted->begin(m_main.orders().current());
    });
    connect(&m_main, &MainWindow::scanned, this, &WindowController::openScanned);
    connect(&m_main, &MainWindow::saveListRequested, this, &WindowController::saveList);
    connect(&m_main, &MainWindow::reportRequested, this,
            [this] { m_report.begin(m_payment->isVisible() ? m_payment->sale() : m_main.orders().current()); });
    connect(&m_main, &MainWindow::settingsRequested, this, &WindowController::showSettings);
    connect(&m_main, &MainWindow::languageRequested, this, [this](Format::Language language) {
        m_settings.setLanguage(language);
        apply();
    });
    connect(&m_main, &MainWindow::themeRequested, this, [this](Theme::Kind kind) {
        m_settings.setTheme(kind);
        apply();
    });
    connect(&m_main, &MainWindow::qaDockSwitched, this, [this](MainWindow::Panel panel) {
        using Dock = WindowState::Dock;
        m_state.setQaDock(panel == MainWindow::Panel::Shown ? Dock::Shown : Dock::Hidden);
    });
}

void WindowController::connectCounter()
{
    connect(&m_counter.saleJournal, &SaleJournal::salvaged, this,
            [this] { m_main.setSalvaged(QFileInfo(m_counter.saleJournal.setAside()).fileName()); });
    connect(&m_counter.service, &SaleService::saleChanged, this, &WindowController::noteSold);
    connect(&m_counter.catalogue, &EventCatalogue::changed, this, [this](const QSet<EventId> &events) {
        if (events.contains(m_state.soldLast().event))
            showSoldLast();
    });
    const PrintService &printing = m_counter.printing;
    connect(&m_pdf, &PdfSaving::told, this,
            [this](const Message &message) { m_main.showMessage(message.title, message.body); });
    connect(&printing, &PrintService::refundedOnPaper, this, [this](const OrderId &id, int tickets) {
        const Sale *sale = m_counter.service.sale(id);
        const Message message = PrintText::refundedOnPaper(tickets);
        const QString number = m_settings.values().format().orderNumber(sale ? sale->order.number : 0);
        m_main.showMessage(tr("Order %1: %2").arg(number, message.title), message.body);
    });
    connect(&printing, &PrintService::jobChanged, this, &WindowController::noteSheet);
    connect(&printing, &PrintService::charactersMissing, this, [this](const QUuid &, const QString &missing) {
        m_main.showMessage(tr("Some characters cannot be printed."),
                           tr("□ stands on the tickets in place of: %1").arg(isolated(sanitizedText(missing))));
    });
    connect(&m_alerts, &SoundAlerts::soundPlayed, this, [this](Sound sound) {
        if (m_sounds)
            m_sounds->play(sound);
    });
}

void WindowController::build()
{
    const CounterSettings &values = m_settings.values();
    const Format format = values.format();
    m_main.build({values.counterName, format, values.paymentSystems, values.theme, values.scanPause});
    m_newOrder = new NewOrderPage(m_counter, format, &m_main);
    m_payment = new PaymentPage(m_counter, m_drafts, values.paymentSystems, format, &m_main);
    m_issues = new IssuesPage(m_counter, format, &m_main);
    m_unprinted = new UnprintedPage(m_counter, format, &m_main);
    m_settingsPage = new SettingsPage(m_account, vendorServers(), format, &m_main);
    for (Page *page : {static_cast<Page *>(m_issues), static_cast<Page *>(m_unprinted), static_cast<Page *>(m_newOrder),
                       static_cast<Page *>(m_payment), static_cast<Page *>(m_settingsPage)})
        m_main.addPage(*page);
    connectOrders();
    connectSale();
    connectIssues();
    connectPrinting();
    connectSettings();
    if (m_templates)
        addTemplates();
    if (m_qa)
        buildDock();
    showSoldLast();
}

void WindowController::rebuild()
{
    m_main.setUpdatesEnabled(false);
    const ViewState view(m_main);
    const QString page = m_main.shownPage();
    const auto help = m_main.isShowingHelp() ? std::optional(m_main.focusBeforeHelp()) : std::nullopt;
    const bool isAwaitingOrders = m_main.orders().isAwaitingOrders();
    const std::optional<ApiError> failure = m_main.orders().failure();
    const NewOrderPage::Picked picked = m_newOrder->picked();
    const OrderId paid = m_payment->sale();
    const OrderId shown = m_drafts.shown();
    const SettingsPage::Kept settings = m_settingsPage->kept();
    const ConnectionForm *form = m_settingsPage->connectionForm();
    const auto connection = form ? std::optional(form->kept()) : std::nullopt;

    m_main.clear(); // before prepare(), so that no deleted widget is restyled
    prepare();
    build();

    m_main.showPage(page);
    m_payment->setSale(paid);
    m_drafts.setShown(shown);
    m_settingsPage->showAgain(settings);
    if (help)
        m_main.showHelp(*help);
    view.giveTo(m_main);
    m_newOrder->pickAgain(picked);
    if (connection)
        m_settingsPage->connectionForm()->showAgain(*connection);
    if (isAwaitingOrders)
        m_main.orders().awaitOrders();
    if (failure)
        m_main.orders().showReadingFailure(*failure);
    m_main.setUpdatesEnabled(true);
}

void WindowController::addQa(sandbox::ScenarioBoard &board, const QUrl &control)
{
    m_qa.emplace(Qa{board, control});
    buildDock();
}

void WindowController::buildDock()
{
    const Format format = m_settings.values().format();
    auto *dock = new QaDock(m_qa->board, m_qa->control.toString(), format, &m_main);
    connect(dock, &QaDock::closeRequested, &m_main, &MainWindow::switchQaDock);
    connect(dock, &QaDock::left, &m_main, &MainWindow::focusPage);
    using Panel = MainWindow::Panel;
    m_main.addQaDock(*dock, m_state.qaDock() == WindowState::Dock::Shown ? Panel::Shown : Panel::Hidden);
}

void WindowController::connectOrders()
{
    connect(&m_main.orders(), &OrdersPage::paymentRequested, this, &WindowController::pay);
    connect(&m_main.orders(), &OrdersPage::sameAgainRequested, this, &WindowController::sellAgain);
    connect(&m_main.orders(), &OrdersPage::changeRequested, this, [this](const OrderId &id) {
        pay(id);
        m_payment->changeOrder();
    });
}

void WindowController::connectSale()
{
    connect(m_newOrder, &NewOrderPage::reserved, this, &WindowController::pay);
    connect(m_newOrder, &NewOrderPage::expressReserved, this, [this](const OrderId &id) {
        pay(id);
        m_payment->startInCash(cashSystem(m_built.paymentSystems));
    });
    connect(m_newOrder, &Page::left, this, [this] { showOrders({}); });
    connect(m_payment, &Page::left, this, [this] { showOrders(m_payment->sale()); });
    connect(m_payment, &PaymentPage::nextBuyerRequested, this, [this] { showOrders(m_payment->sale()); });
    connect(m_payment, &PaymentPage::sameAgainRequested, this, &WindowController::sellAgain);
    connect(m_payment, &PaymentPage::openPageRequested, this, &WindowController::openPage);
    connect(m_payment, &PaymentPage::issuesRequested, &m_main, &MainWindow::issuesRequested);
}

void WindowController::connectIssues()
{
    connect(m_issues, &Page::left, this, [this] { showOrders({}); });
    connect(m_issues, &IssuesPage::orderRequested, this, &WindowController::showOrders);
}

void WindowController::connectPrinting()
{
    connect(m_unprinted, &Page::left, this, [this] { showOrders({}); });
    connect(m_unprinted, &UnprintedPage::orderRequested, this, &WindowController::showOrders);
    connect(m_unprinted, &UnprintedPage::settingsRequested, this, &WindowController::showSettings);
    connect(m_unprinted, &UnprintedPage::pdfRequested, this, &WindowController::savePdf);
    connect(m_unprinted, &UnprintedPage::sheetRequested, this, &WindowController::saveBlankSheet);
    connect(m_payment, &PaymentPage::unprintedRequested, &m_main, &MainWindow::unprintedRequested);
    connect(m_payment, &PaymentPage::settingsRequested, this, &WindowController::showSettings);
    connect(m_payment, &PaymentPage::pdfRequested, this, &WindowController::savePdf);
    connect(&m_main.orders(), &OrdersPage::pdfRequested, this, &WindowController::savePdf);
}

void WindowController::savePdf(const OrderId &id)
{
    const Sale *sale = m_counter.service.sale(id);
    const QString name =
        u"tickets-%1.pdf"_s.arg(sale && sale->order.number ? QString::number(sale->order.number) : id.toString());
    // The file is written by its print job, which is in the journal first.
    m_saver.askPath({.title = tr("Save the tickets as a PDF"),
                     .name = name,
                     .suffix = u"pdf"_s,
                     .kind = tr("PDF document"),
                     .then = [this, id](const QString &path) { m_pdf.begin(id, path); }});
}

void WindowController::setUpPrinting()
{
    const CounterSettings &values = m_settings.values();
    const bool isNew = m_counter.printing.settings() != values.print;
    m_counter.printing.setUp(values.print, values.counterName, values.format(), printMarkOf(m_mode));
    m_counter.printing.setPaymentSystems(values.paymentSystems);
    if (isNew)
        checkPrinters();
}

void WindowController::checkPrinters()
{
    if (!m_templates || !m_templates->isRead())
        return;
    QStringList doubts;
    for (const PrinterProfile &printer : m_settings.values().print.printers) {
        const auto fault = printer.prints.testFlag(PrinterProfile::Prints::Tickets)
                               ? PdfDrawer::faultOf(printer, m_templates->all(), m_fonts, TicketSamples::Sample::Usual)
                               : std::nullopt;
        if (fault)
            doubts << tr("The printer “%1” cannot print tickets: %2")
                          .arg(isolated(sanitizedText(printer.name)), TemplateText::of(*fault));
    }
    m_main.setPrinterDoubt(doubts.join(u'\n'));
}

void WindowController::noteSheet(const QUuid &id)
{
    const std::optional<PrintJob> job = m_counter.printing.job(id);
    if (!job || job->kind != PrintJob::Kind::Tickets)
        return;
    if (job->queueJob == 0 && job->isOpen()) {
        m_unsent.insert(id);
        return;
    }
    CounterSettings values = m_settings.values();
    const auto printer = std::ranges::find(values.print.printers, job->profile, &PrinterProfile::name);
    if (!m_unsent.remove(id) || job->queueJob == 0 || printer == values.print.printers.end() || printer->firstSlot == 1)
        return;
    printer->firstSlot = 1;
    static_cast<void>(m_settings.save(values)); // it logs the error
    m_built.print = values.print;
    setUpPrinting();
    m_settingsPage->showSheetBegun(job->profile);
}

void WindowController::saveBlankSheet(const QString &queue)
{
    const BlankDay today = BlankDay::of(m_counter.clock.now());
    m_counter.printing.blanks().readUses(today.from, today.till, this, [this, queue, today](const auto &uses) {
        if (!uses)
            return m_main.showMessage(tr("The sheet of blanks cannot be read just now."),
                                      tr("Press again in a moment."));
        const QString day = toDateTime(today.from).toLocalTime().date().toString(u"yyyyMMdd"_s);
        const QByteArray csv =
            toCsv(BlankSheet(queue, *uses), m_counter.printing.blanks().range(queue), m_settings.values().format());
        m_saver.begin({.title = tr("Save the sheet of blanks"),
                       .name = u"okoshko-blanks-%1.csv"_s.arg(day),
                       .suffix = u"csv"_s,
                       .kind = tr("CSV table"),
                       .savedTitle = tr("The sheet of blanks is saved"),
                       .write = [csv](const QString &path) { return writeAtomically(path, csv); }});
    });
}

void WindowController::showImported()
{
    const SettingsReading reading = m_import.result();
    if (reading.faults.isEmpty())
        m_settingsPage->showImported(m_importing, reading.values);
    else
        m_settingsPage->showNotImported(m_importing, reading.faults);
}

void WindowController::openScanned(const QString &code)
{
    // The journal has no barcodes of orders that were made elsewhere.
    const auto hasCode = [&code](const Sale *sale) {
        return std::ranges::find(sale->tickets, code, &Ticket::barcode) != sale->tickets.cend();
    };
    const std::vector<const Sale *> sales = m_counter.service.sales();
    if (const auto listed = std::ranges::find_if(sales, hasCode); listed != sales.cend())
        return openFound((*listed)->order);
    m_counter.saleJournal.find(code, 1, this, [this, code](const Journaled<PastSales> &found) {
        if (!found)
            return m_main.showMessage(
                tr("The barcode %1 could not be looked for.").arg(isolated(sanitizedText(code, longestCode))),
                tr("The journal of this counter cannot be read just now. Scan it again."));
        // A few digits match parts of many numbers.
        const bool isFound = !found->sales.isEmpty() && found->sales.first().isExact;
        if (!isFound && m_main.giveCode(code)) // a promo code
            return;
        if (!isFound)
            return showNotFound(code, found->barcodes);
        const PastSale &past = found->sales.first();
        if (past.isOfThisComputer)
            m_counter.service.recallSought(past.sale);
        openFound(past.sale.order);
    });
}

void WindowController::showNotFound(const QString &code, PastSales::Barcodes searched)
{
    QStringList words;
    if (m_main.isAtOrders()) {
        m_main.orders().seek(code); // Enter does not open what was selected
        words << tr("It may be of another counter: press F6 to look at the server, or Esc to see all orders again.");
    } else {
        words << tr("It may be of another counter: press Ctrl+F, scan it again and look at the server (F6).");
    }
    if (searched != PastSales::Barcodes::Searched)
        words << tr("Tickets that were sold without access to the password store are not found by their barcodes.");
    m_main.showMessage(tr("The barcode %1 is not an order or a ticket of this counter.")
                           .arg(isolated(sanitizedText(code, longestCode))),
                       words.join(u' '));
}

void WindowController::openFound(const Order &order)
{
    const Format format = m_settings.values().format();
    const QString what = tr("Order %1: %2").arg(format.orderNumber(order.number), format.status(order.status));
    if (!m_main.isAtOrders())
        return m_main.showMessage(what, tr("Go back to the orders and scan it again to open it."));
    if (m_counter.service.sale(order.id))
        return showOrders(order.id);
    m_main.showMessage(what, tr("It was sold at another computer, with a copy of this profile."));
}

void WindowController::pay(const OrderId &id)
{
    m_main.showPage(*m_payment);
    m_payment->setSale(id);
    m_payment->guardStart();
}

namespace {

/// The request that would make \a sale again.
QList<WantedTickets> wantedAgain(const Sale &sale)
{
    QList<WantedTickets> wanted = sale.request.random;
    // For an order made elsewhere the tickets and their sets are known.
    for (const Ticket &ticket : wanted.isEmpty() ? sale.tickets : QList<Ticket>()) {
        const auto it = std::find_if(wanted.begin(), wanted.end(),
                                     [&ticket](const WantedTickets &part) { return part.set == ticket.set; });
        if (ticket.set.isNull())
            continue;
        if (it == wanted.end())
            wanted.append({ticket.set, 1});
        else
            ++it->count;
    }
    return wanted;
}

} // namespace

void WindowController::sellAgain(const OrderId &id)
{
    const Sale *sale = m_counter.service.sale(id);
    if (!sale)
        return;
    const EventId event = sale->order.event;
    const QList<WantedTickets> wanted = wantedAgain(*sale);
    m_main.showPage(*m_newOrder);
    m_newOrder->beginWith(event, wanted);
}

void WindowController::sellExpress()
{
    const WindowState::SoldLast sold = m_state.soldLast();
    m_main.showPage(*m_newOrder);
    m_newOrder->beginExpress(sold.event, sold.set);
}

void WindowController::noteSold(const OrderId &id)
{
    const Sale *sale = m_counter.service.sale(id);
    if (!sale || sale->origin != Sale::Origin::ThisCounter || sale->order.status != OrderStatus::Done ||
        sale->order.createdAt.value_or(Instant()) <= m_state.soldLast().createdAt)
        return;
    const QList<WantedTickets> wanted = wantedAgain(*sale);
    if (wanted.isEmpty() || sale->order.event.isNull())
        return;
    m_state.setSoldLast({sale->order.event, wanted.first().set, *sale->order.createdAt});
    showSoldLast();
}

void WindowController::showSoldLast()
{
    const WindowState::SoldLast sold = m_state.soldLast();
    const Event *event = m_counter.catalogue.find(sold.event);
    const TicketSet *set = event ? event->set(sold.set) : nullptr;
    const QString category = set ? sanitizedText(set->name) : QString();
    m_main.orders().topBar().setExpress(category, set ? inOneLine({category, sanitizedText(event->title, longestTitle)})
                                                      : QString());
}

void WindowController::showOrders(const OrderId &selected)
{
    m_main.showOrders();
    if (!selected.isNull())
        m_main.orders().select(selected);
}

void WindowController::openPage(const OrderId &id)
{
    const Sale *sale = m_counter.service.sale(id);
    // Checked again: only a safe address is opened in the browser.
    if (!sale || decideRedirect(sale->order.payment.redirectUrl) == RedirectDecision::Refuse)
        return;
    if (!QDesktopServices::openUrl(sale->order.payment.redirectUrl))
        m_payment->showBrowserMissing();
}

void WindowController::showPageNotOpened(const QUrl &page)
{
    const Sale *sale = m_counter.service.sale(m_payment->sale());
    if (sale && sale->order.payment.redirectUrl == page)
        m_payment->showBrowserMissing();
}

void WindowController::setTemplates(TemplateFolder &templates)
{
    m_templates = &templates;
    addTemplates();
}

void WindowController::addTemplates()
{
    auto *page = new TemplatesPage(m_settings.values().format().languageCode(), &m_main);
    m_main.addPage(*page);
    m_templates->connectTo(*page, m_saver);
    connect(page, &Page::left, m_settingsPage, [this] { m_main.showPage(*m_settingsPage); });
    connect(m_settingsPage, &SettingsPage::templatesRequested, page, [this, page] {
        m_main.showPage(*page);
        page->setSold(ticketSoldLast());
        m_templates->show(*page);
        page->focusFirst();
    });
    const auto tell = [this] { m_settingsPage->setTemplates(m_templates->all()); };
    connect(m_templates, &TemplateFolder::changed, m_settingsPage, tell);
    connect(m_templates, &TemplateFolder::changed, m_settingsPage, [this] { checkPrinters(); });
    tell();
    checkPrinters();
}

std::optional<TicketFields> WindowController::ticketSoldLast() const
{
    const auto hasCode = [](const Ticket &ticket) { return !ticket.barcode.isEmpty(); };
    const Sale *newest = nullptr;
    for (const Sale *sale : m_counter.service.sales()) {
        const bool isShown = sale->order.status == OrderStatus::Done && std::ranges::any_of(sale->tickets, hasCode) &&
                             m_counter.catalogue.find(sale->order.event);
        if (isShown && (!newest || newest->order.createdAt < sale->order.createdAt))
            newest = sale;
    }
    if (!newest)
        return std::nullopt;
    const Event *event = m_counter.catalogue.find(newest->order.event);
    const Legal legal = m_counter.printing.data().legalOf(event);
    const CounterSettings &values = m_settings.values();
    const Format format = values.format();
    const TicketFacts facts(*newest, event, legal, format, values.counterName, values.paymentSystems);
    const Ticket &ticket = *std::ranges::find_if(newest->tickets, hasCode);
    TicketFields fields = facts.tickets({{ticket.id, 0}}).constFirst();
    for (QChar &letter : fields.texts[TicketField::Barcode]) // a screen can be scanned
        letter = letter.isDigit() ? u'0' : u'A';
    return fields;
}

void WindowController::connectSettings()
{
    connect(m_settingsPage, &Page::left, this, [this] { showOrders(m_main.orders().current()); });
    connect(m_settingsPage, &SettingsPage::saveRequested, this, &WindowController::save);
    connect(m_settingsPage, &SettingsPage::exportRequested, this, &WindowController::exportSettings);
    connect(m_settingsPage, &SettingsPage::importRequested, this, &WindowController::importSettings);
    connect(m_settingsPage, &SettingsPage::reconnectRequested, this, &WindowController::reconnectRequested);
    connect(m_settingsPage, &SettingsPage::queuesRequested, m_settingsPage, [this, page = m_settingsPage] {
        m_counter.printQueue.queues(page, [page](const auto &queues) { page->showQueues(queues); });
    });
    connect(m_settingsPage, &SettingsPage::testTicketRequested, this,
            [this](const PrinterProfile &printer) { m_counter.printing.printTest(printer); });
    if (const ConnectionForm *form = m_settingsPage->connectionForm()) {
        connect(form, &ConnectionForm::testRequested, this, &WindowController::connectionTestRequested);
        connect(form, &ConnectionForm::testLeft, this, &WindowController::connectionTestLeft);
    }
}

void WindowController::saveList()
{
    const auto saleOf = [this](const OrderId &id) { return m_counter.service.sale(id); };
    const QByteArray csv = toCsv(m_counter.orders, m_settings.values().counterName, saleOf);
    m_saver.begin({.title = tr("Save the list"),
                   .name = u"okoshko-orders-%1.csv"_s.arg(QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s)),
                   .suffix = u"csv"_s,
                   .kind = tr("CSV table"),
                   .savedTitle = tr("The list is saved"),
                   .write = [csv](const QString &path) { return writeAtomically(path, csv); }});
}

void WindowController::exportSettings()
{
    m_saver.begin({.title = tr("Export the settings"),
                   .name = u"okoshko-settings.json"_s,
                   .suffix = u"json"_s,
                   .kind = tr("Settings"),
                   .savedTitle = tr("The settings are exported"),
                   .write = [text = writeSettings(m_settings.values())](const QString &path) {
                       return writeAtomically(path, text);
                   }});
}

void WindowController::importSettings(const CounterSettings &before)
{
    m_saver.askPath({.title = tr("Import settings"),
                     .suffix = u"json"_s,
                     .kind = tr("Settings"),
                     .then = [this, before](const QString &path) {
                         m_settingsPage->showReading(path);
                         m_importing = path;
                         m_import.setFuture(QtConcurrent::run(&m_readers.pool(), readSettingsFile, path, before));
                     }});
}

void WindowController::showSettings()
{
    m_main.showPage(*m_settingsPage);
    m_settingsPage->setServerChange(m_counter.saleJournal.anySales() == Owner::Sales::Some
                                        ? ConnectionForm::ServerChange::Refused
                                        : ConnectionForm::ServerChange::Allowed);
    m_settingsPage->begin(m_settings.values(), m_settings.faults());
}

void WindowController::showConnectionResult(const ConnectionTestResult &outcome)
{
    if (ConnectionForm *form = m_settingsPage->connectionForm())
        form->showOutcome(outcome);
}

void WindowController::save(const CounterSettings &values)
{
    const auto written = m_settings.save(values);
    apply();
    if (written)
        m_settingsPage->showSaved(values);
    else
        m_settingsPage->showNotSaved(written.error());
}

void WindowController::apply()
{
    const CounterSettings &values = m_settings.values();
    m_counter.service.setPollSchedule(values.firstPause, values.slowestPause);
    m_counter.service.setPaymentSystems(values.paymentSystems);
    setUpPrinting();
    m_alerts.setUrgentFrom(values.urgentFrom);
    if (values.sounds == Sounds::Off)
        m_sounds.reset();
    else if (!m_sounds)
        m_sounds = std::make_unique<SoundPlayer>();
    if (std::exchange(m_built.theme, values.theme) != values.theme)
        Theme::apply(*qApp, values.theme, m_built.textSize);
    m_main.setTheme(values.theme);
    Q_EMIT applied();
    if (m_built != values)
        m_quiet.await([this] { return m_main.isAtRest(); }, [this] { rebuild(); });
}

void WindowController::prepare()
{
    const CounterSettings &values = m_settings.values();
    if (m_built.usedLanguage() != values.usedLanguage())
        m_languages.setLanguage(values.usedLanguage());
    if (m_built.textSize != values.textSize)
        Theme::apply(*qApp, values.theme, values.textSize);
    m_counter.orders.setFormat(values.format());
    m_counter.orders.setPaymentSystems(values.paymentSystems);
    m_built = values;
}

} // namespace okoshko
