// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Windows.h"

#include "app/Counter.h"
#include "app/Languages.h"
#include "app/Settings.h"
#include "app/qa/QaDesk.h"

#include "models/sale/RedirectRule.h"
#include "ui/neworder/NewOrderDialog.h"
#include "ui/payment/PaymentDialog.h"
#include "ui/qa/QaDock.h"
#include "ui/unsettled/UnsettledDialog.h"

#include <QApplication>
#include <QDesktopServices>

#include <algorithm>

namespace okoshko {

Windows::Windows(const Home &home, MainWindow::Mode mode)
    : m_home(home)
    , m_main({{home.counter.orders, home.counter.desk, home.counter.catalogue, home.counter.clock, home.counter.ticker,
               home.counter.recovery},
              home.counter.line,
              home.counter.book},
             {mode, home.settings.counterName(), home.settings.language(), home.settings.theme()})
{
    const Format format(home.settings.language());
    Counter &counter = home.counter;
    m_newOrder = new NewOrderDialog({counter.desk, counter.catalogue, counter.clock, counter.ticker}, format, &m_main);
    m_payment = new PaymentDialog({counter.desk, counter.catalogue, counter.clock, counter.ticker},
                                  home.settings.paymentSystems(), format, &m_main);
    m_unsettled = new UnsettledDialog({counter.desk, counter.book, counter.catalogue, counter.clock}, format, &m_main);
    m_main.addPage(*m_unsettled);
    m_main.addPage(*m_newOrder);
    m_main.addPage(*m_payment);
    m_main.orders().setPaymentSystems(home.settings.paymentSystems());
    counter.orders.setPaymentSystems(home.settings.paymentSystems());
    m_main.setConnection(counter.http.connection());
    connect(&counter.http, &HttpClient::connectionChanged, &m_main, &MainWindow::setConnection);
    connectOrders();
    connectSale();
    connectUnsettled();
    showOrders({});
}

Windows::~Windows() = default;

void Windows::addQa(sandbox::ScenarioBoard &board, const QUrl &control)
{
    const Format format(m_home.settings.language());
    auto *dock = new QaDock(format, &m_main);
    m_qa = std::make_unique<QaDesk>(board, control.toString(), format, *dock);
    m_main.addQaDock(*dock, m_home.settings.qaDock());
    connect(&m_main, &MainWindow::qaDockSwitched, this,
            [this](MainWindow::Panel panel) { m_home.settings.setQaDock(panel); });
}

void Windows::connectOrders()
{
    connect(&m_main, &MainWindow::newOrderRequested, this, [this] {
        m_main.showPage(*m_newOrder);
        m_newOrder->begin();
    });
    connect(&m_main, &MainWindow::refreshRequested, this, [this] { m_home.counter.readAll(); });
    connect(&m_main, &MainWindow::languageRequested, this, &Windows::speak);
    connect(&m_main, &MainWindow::themeRequested, this, &Windows::dress);
    connect(&m_main.orders(), &OrdersPage::paymentRequested, this, &Windows::pay);
    connect(&m_main.orders(), &OrdersPage::sameAgainRequested, this, &Windows::sellAgain);
}

void Windows::connectSale()
{
    connect(m_newOrder, &NewOrderDialog::reserved, this, &Windows::pay);
    connect(m_newOrder, &QDialog::rejected, this, [this] { showOrders({}); });
    connect(m_payment, &QDialog::rejected, this, [this] { showOrders(m_payment->sale()); });
    connect(m_payment, &PaymentDialog::nextBuyerRequested, this, [this] { showOrders(m_payment->sale()); });
    connect(m_payment, &PaymentDialog::sameAgainRequested, this, &Windows::sellAgain);
    connect(m_payment, &PaymentDialog::openPageRequested, this, &Windows::openPage);
}

void Windows::connectUnsettled()
{
    connect(&m_main, &MainWindow::unsettledRequested, this, [this] {
        m_main.showPage(*m_unsettled);
        m_unsettled->begin();
    });
    connect(m_unsettled, &QDialog::rejected, this, [this] { showOrders({}); });
    connect(m_unsettled, &UnsettledDialog::orderRequested, this, &Windows::showOrders);
}

void Windows::pay(const OrderId &id)
{
    m_main.showPage(*m_payment);
    m_payment->setSale(id);
}

void Windows::sellAgain(const OrderId &id)
{
    const Sale *sale = m_home.counter.desk.sale(id);
    if (!sale)
        return;
    QList<WantedTickets> wanted = sale->request.random;
    // Of an order made elsewhere it is known which tickets it has, and of which sets.
    for (const Ticket &ticket : wanted.isEmpty() ? sale->tickets : QList<Ticket>()) {
        const auto it = std::find_if(wanted.begin(), wanted.end(),
                                     [&ticket](const WantedTickets &part) { return part.set == ticket.set; });
        if (it == wanted.end())
            wanted.append({ticket.set, 1});
        else
            ++it->count;
    }
    const EventId event = sale->order.event;
    m_main.showPage(*m_newOrder);
    m_newOrder->beginWith(event, wanted);
}

void Windows::showOrders(const OrderId &selected)
{
    m_main.showOrders();
    if (!selected.isNull())
        m_main.orders().select(selected);
}

void Windows::openPage(const OrderId &id)
{
    const Sale *sale = m_home.counter.desk.sale(id);
    // The last door before the browser: whoever asked, only a safe address goes through.
    if (!sale || judgeRedirect(sale->order.payment.redirectUrl) == Opening::Refused)
        return;
    if (!QDesktopServices::openUrl(sale->order.payment.redirectUrl))
        m_payment->showBrowserMissing();
}

void Windows::speak(Format::Language language)
{
    m_home.settings.setLanguage(language);
    m_home.languages.speak(language);
    const Format format(language);
    m_home.counter.orders.setFormat(format);
    m_main.setFormat(format);
    m_newOrder->setFormat(format);
    m_payment->setFormat(format);
    m_unsettled->setFormat(format);
    if (m_qa)
        m_qa->setFormat(format);
}

void Windows::dress(Theme::Kind kind)
{
    m_home.settings.setTheme(kind);
    Theme::wear(*qApp, kind);
    m_main.setTheme(kind);
}

} // namespace okoshko
