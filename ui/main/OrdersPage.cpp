// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/OrdersPage.h"

#include "models/counter/Counter.h"
#include "ui/main/FilterLine.h"
#include "ui/main/GivenUpNotice.h"
#include "ui/main/OrderPane.h"
#include "ui/main/OrderTableView.h"
#include "ui/main/PaperNotice.h"
#include "ui/main/PastFinds.h"
#include "ui/main/RecoveryNotice.h"
#include "ui/main/ServerLook.h"
#include "ui/main/TopBar.h"
#include "ui/text/ErrorText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/MissingNotice.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/WaitLine.h"

#include <QBoxLayout>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace okoshko {

OrdersPage::OrdersPage(Counter &counter, SeenNotices &seen, const QList<PaymentSystem> &systems, const Format &format,
                       QWidget *parent)
    : QWidget(parent)
    , m_counter(counter)
    , m_topBar(new TopBar(this))
    , m_filter(new FilterLine(counter.orders, this))
    , m_table(new OrderTableView(counter.orders, this))
    , m_past(new PastFinds(counter, systems, format, this))
    , m_server(new ServerLook(counter, format, this))
    , m_pane(new OrderPane(counter.clock, counter.printing, systems, format, this))
    , m_recovery(new RecoveryNotice(counter, seen, format, this))
    , m_givenUp(new GivenUpNotice(counter, seen, format, this))
    , m_paper(new PaperNotice(counter, seen, format, this))
    , m_trouble(new Notice(this))
    , m_missing(new MissingNotice(MissingNotice::Of::Orders, this))
    , m_wait(new WaitLine(this))
    , m_halves(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_left(new QVBoxLayout)
{
    setObjectName(u"ordersPage"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_topBar);
    column->addLayout(m_halves, 1);

    QBoxLayout *left = m_left;
    left->setSpacing(Theme::space(2));
    left->addWidget(m_filter);
    left->addWidget(m_recovery->widget());
    left->addWidget(m_givenUp->widget());
    left->addWidget(m_paper->widget());
    left->addWidget(m_trouble);
    left->addWidget(m_missing->widget());
    left->addWidget(m_wait);
    auto *card = new QFrame(this);
    card->setObjectName(u"card"_s);
    auto *cardLayout = new QVBoxLayout(card);
    cardLayout->setContentsMargins(1, 1, 1, 1);
    cardLayout->addWidget(m_table);
    left->addWidget(card, 1);
    left->addWidget(m_past);
    left->addWidget(m_server);
    m_halves->addLayout(left, 7);
    m_halves->addWidget(m_pane, 3);

    setTabOrder(m_filter, m_table);
    setTabOrder(m_table, m_past);
    setTabOrder(m_past, m_server);
    setTabOrder(m_server, m_pane);
    setFocusProxy(m_table);
    connectParts();
    connectCounter();
}

void OrdersPage::connectParts()
{
    connect(m_filter, &FilterLine::soughtChanged, m_past, &PastFinds::look);
    connect(m_past, &PastFinds::orderRequested, this, &OrdersPage::select);
    connect(m_filter, &FilterLine::soughtChanged, m_server, &ServerLook::seek);
    connect(m_table, &OrderTableView::currentOrderChanged, m_server, &ServerLook::forget);
    connect(m_server, &ServerLook::orderRequested, this, &OrdersPage::select);
    connect(m_table, &OrderTableView::currentOrderChanged, this, &OrdersPage::showCurrent);
    connect(m_table, &OrderTableView::currentOrderChanged, this, &OrdersPage::movedOn);
    connect(m_filter, &FilterLine::soughtChanged, this, &OrdersPage::movedOn);
    connect(m_table, &QTableView::doubleClicked, this, &OrdersPage::open);
    connect(m_table, &OrderTableView::numberCopied, this, &OrdersPage::numberCopied);
    connect(m_recovery, &RecoveryNotice::paymentRequested, this, &OrdersPage::paymentRequested);
    connect(m_recovery, &RecoveryNotice::sameAgainRequested, this, &OrdersPage::sameAgainRequested);
    connect(m_givenUp, &GivenUpNotice::orderRequested, this, &OrdersPage::select);
    connect(m_paper, &PaperNotice::orderRequested, this, &OrdersPage::select);
    connect(m_pane, &OrderPane::paymentRequested, this, &OrdersPage::paymentRequested);
    connect(m_pane, &OrderPane::sameAgainRequested, this, &OrdersPage::sameAgainRequested);
    connect(m_pane, &OrderPane::changeRequested, this, &OrdersPage::changeRequested);
    connect(m_pane, &OrderPane::cancelRequested, this,
            [this](const OrderId &id) { m_pane->showRefusal(m_counter.service.cancel(id)); });
    connect(m_pane, &OrderPane::sumAccepted, &m_counter.service, &SaleService::acceptSum);
    connect(m_pane, &OrderPane::issuesRequested, m_topBar, &TopBar::issuesRequested);
    connect(m_pane, &OrderPane::pdfRequested, this, &OrdersPage::pdfRequested);
    connect(m_pane, &OrderPane::settingsRequested, m_topBar, &TopBar::settingsRequested);
    connect(m_topBar, &TopBar::sameAgainRequested, this, [this] { Q_EMIT sameAgainRequested(current()); });
    connect(m_wait, &WaitLine::left, m_wait, &WaitLine::stop); // reading continues in the background
}

void OrdersPage::connectCounter()
{
    connect(&m_counter.printing, &PrintService::orderChanged, this, [this](const OrderId &id) {
        if (id == current())
            showCurrent();
    });
    connect(&m_counter.service, &SaleService::saleChanged, this, [this](const OrderId &id) {
        if (id == current())
            showCurrent();
    });
    connect(&m_counter.saleJournal, &SaleJournal::issuesChanged, this, &OrdersPage::showCurrent);
    connect(&m_counter.catalogue, &EventCatalogue::changed, this, [this](const QSet<EventId> &events) {
        const Sale *sale = m_counter.service.sale(current());
        if (sale && events.contains(sale->order.event))
            showCurrent();
    });
    connect(&m_counter.ticker, &Ticker::second, m_pane, &OrderPane::showTime);
    connect(&m_counter.service, &SaleService::loadingFailed, this, &OrdersPage::showReadingFailure);
    connect(&m_counter.service, &SaleService::ordersLoaded, this, [this] {
        m_wait->stop();
        m_failure.reset();
        m_trouble->clear();
        m_missing->show(m_counter.service.listExtent(), m_counter.service.listUnreadable());
        if (current().isNull() && m_counter.orders.rowCount() > 0)
            m_table->setCurrentIndex(m_counter.orders.index(0, 0));
    });
    m_missing->show(m_counter.service.listExtent(), m_counter.service.listUnreadable());
    showCurrent();
}

void OrdersPage::setSalvaged(const QString &fileName)
{
    m_recovery->setSalvaged(fileName);
}

void OrdersPage::select(const OrderId &id)
{
    if (!m_counter.orders.indexOf(id).isValid())
        m_filter->clear(); // a new order must be visible, whatever the filter was
    m_table->select(id);
    m_table->setFocus();
}

OrderId OrdersPage::current() const
{
    return m_table->current();
}

void OrdersPage::focusSearch()
{
    m_filter->focusSearch();
}

void OrdersPage::seek(const QString &text)
{
    m_filter->seek(text);
    m_table->setFocus();
}

void OrdersPage::awaitOrders()
{
    if (!m_wait->isRunning())
        m_wait->start(tr("Reading the orders…"), tr("Stop waiting"),
                      tr("The server is slow: its list of orders may take a minute."));
}

void OrdersPage::showReadingFailure(const ApiError &error)
{
    m_wait->stop();
    m_failure = error;
    const ErrorText text(error, Doing::LoadingOrders);
    if (m_trouble->updateMessage(text))
        return;
    m_trouble->showMessage(Notice::Kind::Failure, text);
    connect(m_trouble->addButton(tr("&Try again"), u"retryOrdersButton"_s, Qt::Key_F5), &QPushButton::clicked, m_topBar,
            &TopBar::refreshRequested);
}

bool OrdersPage::isAwaitingOrders() const
{
    return m_wait->isRunning();
}

void OrdersPage::showCurrent()
{
    if (!isVisible())
        return; // until it is shown again
    const Sale *sale = m_counter.service.sale(current());
    const Event *event = sale ? m_counter.catalogue.wholeEvent(sale->order.event) : nullptr;
    m_pane->setSale(sale ? std::optional(*sale) : std::nullopt, event ? std::optional(*event) : std::nullopt,
                    sale ? remarkOf(*sale, m_counter.saleJournal.issues()) : SaleRemark::None,
                    sale && isPerhapsOurs(*sale, m_counter.saleJournal.issues()));
    m_topBar->setSameAgainPossible(event != nullptr);
    m_givenUp->setShown(current());
    // The list has only the number of tickets of an order; the seats are requested when it is selected.
    if (sale && sale->tickets.isEmpty() && !sale->order.holdsNoTicket() && sale->order.id != m_asked) {
        m_asked = sale->order.id; // once: a server that does not answer with tickets is not asked repeatedly
        m_counter.service.readTickets(m_asked);
    }
}

void OrdersPage::open()
{
    const Sale *sale = m_counter.service.sale(current());
    if (sale && !sale->closed && isHeld(sale->order.status) && !sale->order.holdsNoTicket())
        Q_EMIT paymentRequested(sale->order.id);
}

void OrdersPage::showEvent(QShowEvent *event)
{
    showCurrent();
    QWidget::showEvent(event);
}

void OrdersPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOutAir();
    layOutHalves();
}

void OrdersPage::layOutAir()
{
    const bool isLow = Theme::isLow(height());
    m_topBar->setLow(isLow);
    const int air = Theme::space(isLow ? 1 : 3);
    const int side = isLow ? Theme::space(1) / 2 : Theme::space(4);
    m_halves->setContentsMargins(side, air, side, air);
    m_halves->setSpacing(side);
    auto *column = static_cast<QBoxLayout *>(layout());
    if (isLow != (column->indexOf(m_filter) >= 0)) { // in one line, as wide as the window
        if (isLow)
            column->insertWidget(1, m_filter);
        else
            m_left->insertWidget(0, m_filter);
        m_filter->setContentsMargins(isLow ? QMargins(side, air, side, 0) : QMargins());
    }
}

void OrdersPage::layOutHalves()
{
    // The width that both need side by side at the current text size; they must not determine the window's minimum.
    const bool narrow = width() < Theme::space(116);
    m_halves->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void OrdersPage::keyPressEvent(QKeyEvent *event)
{
    const auto key = static_cast<Qt::Key>(event->key());
    const bool isOfTable = key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp ||
                           key == Qt::Key_PageDown || event->matches(QKeySequence::Copy);
    if (key == Qt::Key_Escape) {
        m_filter->clear();
        m_table->setFocus();
    } else if (isOfTable && !m_table->hasFocus()) {
        m_table->press(*event); // the focus stays in the search field
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace okoshko
