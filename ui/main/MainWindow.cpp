// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/MainWindow.h"

#include "models/counter/Counter.h"
#include "models/print/UnprintedRow.h"
#include "ui/help/HelpPage.h"
#include "ui/keys/KeyDispatcher.h"
#include "ui/main/SidePanel.h"
#include "ui/main/TopBar.h"
#include "ui/main/TroubleBanner.h"
#include "ui/text/TicketText.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ConfirmQuestion.h"
#include "ui/widgets/CurrentStack.h"
#include "ui/widgets/ModeBand.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Page.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QMessageBox>
#include <QPointer>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

MainWindow::MainWindow(Counter &counter, Mode mode, StatusLine::Key key)
    : m_counter(counter)
    , m_mode(mode)
    , m_keys(new KeyDispatcher(*this))
    , m_key(key)
{
    connect(m_keys, &KeyDispatcher::scanned, this, &MainWindow::scanned);
    makeShortcuts();
}

void MainWindow::clear()
{
    delete takeCentralWidget();
}

void MainWindow::build(const Look &look)
{
    clear();
    m_language = look.format.language();
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (m_mode != Mode::Live)
        column->addWidget(
            new ModeBand(m_mode == Mode::Training ? ModeBand::Kind::Training : ModeBand::Kind::Staging, centre));
    m_middle = new SidePanel(centre);
    m_pages = new CurrentStack(m_middle);
    m_orders = new OrdersPage(m_counter, m_seen, look.systems, look.format, m_pages);
    m_banner = new TroubleBanner(m_counter, centre);
    m_leaving = new ConfirmQuestion(centre);
    m_message = new Notice(centre);
    m_status = new StatusLine(m_counter.clock, m_counter.ticker, look.format, m_key, centre);
    for (QWidget *part :
         {static_cast<QWidget *>(m_banner), static_cast<QWidget *>(m_leaving), static_cast<QWidget *>(m_message)})
        column->addWidget(part);
    column->addWidget(m_middle, 1);
    column->addWidget(m_status);
    m_middle->setPage(*m_pages);
    m_pages->addWidget(m_orders);
    setCentralWidget(centre);
    connectBar();
    makeShortcutsOfOrders();

    TopBar &bar = m_orders->topBar();
    bar.setCounterName(look.counterName);
    bar.setLanguage(look.format.language());
    bar.setTheme(look.theme);
    m_keys->setScanPause(look.scanPause);
    m_status->setConnection(m_counter.monitor.connection());
    connect(&m_counter.monitor, &ConnectionMonitor::connectionChanged, m_status, &StatusLine::setConnection);
    m_orders->setSalvaged(m_salvaged);
    if (m_isForeign)
        m_banner->setForeign();
    if (m_isSaving)
        m_banner->setSaving();
    nameWindow(look.counterName);
    centre->show(); // a layout shows widgets added to a visible window only later
}

void MainWindow::connectBar()
{
    TopBar &bar = m_orders->topBar();
    connect(&bar, &TopBar::newOrderRequested, this, &MainWindow::newOrderRequested);
    connect(&bar, &TopBar::expressRequested, this, &MainWindow::expressRequested);
    connect(&bar, &TopBar::issuesRequested, this, &MainWindow::issuesRequested);
    connect(&bar, &TopBar::unprintedRequested, this, &MainWindow::unprintedRequested);
    connect(m_banner, &TroubleBanner::keyRequested, this, &MainWindow::keyRequested);
    connect(m_banner, &TroubleBanner::settingsRequested, this, &MainWindow::settingsRequested);
    const auto countIssues = [&bar, &journal = m_counter.saleJournal] {
        bar.setIssueCount(static_cast<int>(journal.issues().size()));
    };
    connect(&m_counter.saleJournal, &SaleJournal::issuesChanged, &bar, countIssues);
    countIssues();
    const auto countUnprinted = [&bar, &printing = m_counter.printing] {
        bar.setUnprinted(static_cast<int>(unprintedRows(printing).size()));
    };
    auto *soon = new QTimer(&bar); // once for many changes
    soon->setSingleShot(true);
    soon->callOnTimeout(&bar, countUnprinted);
    const auto countSoon = [soon] { soon->start(0); };
    connect(&m_counter.orders, &OrderTableModel::countsChanged, soon, countSoon);
    connect(&m_counter.printing, &PrintService::orderChanged, soon, countSoon);
    connect(&m_counter.printing, &PrintService::jobChanged, soon, countSoon);
    countUnprinted();
    connect(&bar, &TopBar::refreshRequested, this, &MainWindow::refreshRequested);
    connect(&bar, &TopBar::languageRequested, this, &MainWindow::languageRequested);
    connect(&bar, &TopBar::themeRequested, this, &MainWindow::themeRequested);
    connect(&bar, &TopBar::settingsRequested, this, &MainWindow::settingsRequested);
    connect(&bar, &TopBar::qaRequested, this, &MainWindow::switchQaDock);
    connect(&bar, &TopBar::profilesRequested, this, &MainWindow::profilesRequested);
    connect(&bar, &TopBar::saveListRequested, this, &MainWindow::saveListRequested);
    connect(&bar, &TopBar::reportRequested, this, &MainWindow::reportRequested);
    connect(&bar, &TopBar::helpRequested, this, qOverload<>(&MainWindow::showHelp));
    connect(&bar, &TopBar::aboutRequested, this, &MainWindow::showAbout);
    connect(&bar, &TopBar::quitRequested, this, &QWidget::close);
    connect(m_orders, &OrdersPage::numberCopied, this,
            [this](const QString &number) { showMessage(tr("The number %1 is copied.").arg(number), {}); });
    // The message was about the order before.
    connect(m_orders, &OrdersPage::movedOn, m_message, &Notice::clear);
    connect(this, &MainWindow::refreshRequested, m_message, &Notice::clear);
}

void MainWindow::makeShortcutsOfOrders()
{
    const auto add = [this](const QKeySequence &keys, auto what) {
        auto *shortcut = new QShortcut(keys, m_orders);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, what);
    };
    add(Qt::CTRL | Qt::Key_N, &MainWindow::newOrderRequested);
    add(Qt::Key_F4, &MainWindow::expressRequested);
    add(Qt::Key_F8, &MainWindow::issuesRequested);
    add(Qt::Key_F7, &MainWindow::unprintedRequested);
    add(Qt::Key_F5, &MainWindow::refreshRequested);
    add(Qt::CTRL | Qt::Key_F, [this] { m_orders->focusSearch(); });
    add(Qt::Key_F10, [this] { m_orders->topBar().showMenu(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_Comma), &MainWindow::settingsRequested);
}

void MainWindow::makeShortcuts()
{
    // Works on every page: leaving a page, and reporting a problem.
    const auto add = [this](const QKeySequence &keys, auto what) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, what);
    };
    add(Qt::CTRL | Qt::Key_Q, &QWidget::close);
    add(Qt::Key_F9, &MainWindow::reportRequested);
    add(Qt::Key_F1, qOverload<>(&MainWindow::showHelp));
}

void MainWindow::addPage(Page &page)
{
    m_pages->addWidget(&page);
}

bool MainWindow::isShowingHelp() const
{
    return qobject_cast<const HelpPage *>(m_pages->currentWidget());
}

QString MainWindow::focusBeforeHelp() const
{
    return m_focusBeforeHelp ? m_focusBeforeHelp->objectName() : QString();
}

void MainWindow::showHelp(const QString &focusBefore)
{
    showHelp();
    m_focusBeforeHelp = focusBefore.isEmpty() ? nullptr : m_beforeHelp->findChild<QWidget *>(focusBefore);
}

void MainWindow::showHelp()
{
    if (isShowingHelp())
        return;
    m_beforeHelp = m_pages->currentWidget();
    m_focusBeforeHelp = focusWidget();
    auto *help = new HelpPage(m_language, m_beforeHelp->objectName(), m_pages);
    m_message->clear();
    m_pages->addWidget(help);
    m_pages->setCurrentWidget(help);
    help->focusFirst();
    connect(help, &Page::left, this, [this] {
        m_pages->setCurrentWidget(m_beforeHelp);
        if (m_focusBeforeHelp && m_focusBeforeHelp->isVisible())
            m_focusBeforeHelp->setFocus(Qt::OtherFocusReason);
        else
            focusPage();
    });
    // A page may also be shown by the program.
    connect(m_pages, &QStackedWidget::currentChanged, help, &QObject::deleteLater);
}

void MainWindow::showPage(Page &page)
{
    m_message->clear();
    m_pages->setCurrentWidget(&page);
}

void MainWindow::showOrders()
{
    m_message->clear();
    m_pages->setCurrentWidget(m_orders);
    m_orders->setFocus();
}

void MainWindow::showPage(const QString &name)
{
    if (auto *page = m_pages->findChild<QWidget *>(name, Qt::FindDirectChildrenOnly))
        m_pages->setCurrentWidget(page);
}

QString MainWindow::shownPage() const
{
    return (isShowingHelp() ? m_beforeHelp.data() : m_pages->currentWidget())->objectName();
}

bool MainWindow::isAtRest() const
{
    const auto *page = qobject_cast<const Page *>(isShowingHelp() ? m_beforeHelp.data() : m_pages->currentWidget());
    return m_message->isHidden() && (!page || page->isAtRest());
}

void MainWindow::addQaDock(QWidget &dock, Panel panel)
{
    m_qa = &dock;
    m_middle->setPanel(dock);
    dock.setVisible(panel == Panel::Shown);
    m_orders->topBar().offerQa();
    m_keys->leaveAlone(dock);
    connect(new QShortcut(Qt::Key_F12, m_middle), &QShortcut::activated, this, &MainWindow::switchQaDock);
}

void MainWindow::switchQaDock()
{
    const bool shown = !m_qa->isVisible();
    m_qa->setVisible(shown);
    if (shown)
        m_qa->setFocus(Qt::ShortcutFocusReason);
    else
        focusPage();
    Q_EMIT qaDockSwitched(shown ? Panel::Shown : Panel::Hidden);
}

void MainWindow::focusPage()
{
    QWidget *page = m_pages->currentWidget();
    QWidget *last = page->focusWidget();
    (last && last->isVisible() ? last : page)->setFocus(Qt::OtherFocusReason);
}

void MainWindow::setForeign()
{
    m_isForeign = true;
    m_banner->setForeign();
}

void MainWindow::askToLeave(const QStringList &orders, int count, std::function<void()> leave)
{
    QStringList words = orders;
    ListText::addMore(words, count - orders.size());
    words << tr("Held seats go back on sale when their time is up. A payment that was started goes on: Okoshko "
                "finds it again when this counter is opened. What may come of a reservation that is on its way "
                "needs attention (F8) then.");
    m_leaving->ask(
        {{tr("%n order(s) are still open or on their way. Leave all the same?", nullptr, count), words.join(u'\n')},
         tr("&Yes, leave"),
         u"leaveYesButton"_s,
         tr("S&tay here"),
         u"leaveNoButton"_s},
        std::move(leave));
}

void MainWindow::setPrinterDoubt(const QString &words)
{
    m_banner->setPrinterDoubt(words);
}

void MainWindow::showMessage(const QString &title, const QString &words)
{
    m_message->showMessage(Notice::Kind::Info, {title, words});
    m_message->addUnderstood(u"saidDoneButton"_s);
}

bool MainWindow::isAtOrders() const
{
    return m_pages->currentWidget() == m_orders;
}

bool MainWindow::giveCode(const QString &code)
{
    return m_keys->giveCode(code);
}

void MainWindow::showSaving()
{
    m_isSaving = true;
    m_banner->setSaving();
}

void MainWindow::setKey(StatusLine::Key key)
{
    m_key = key;
    m_status->setKey(key);
}

void MainWindow::setSalvaged(const QString &fileName)
{
    m_salvaged = fileName;
    m_orders->setSalvaged(fileName);
}

void MainWindow::setTheme(Theme::Kind kind)
{
    m_orders->topBar().setTheme(kind);
}

void MainWindow::showAbout()
{
    auto *box =
        new QMessageBox(QMessageBox::NoIcon, tr("About Okoshko"),
                        tr("Okoshko %1\nThe little window of a ticket counter.\nFree software, GPL-3.0-or-later.")
                            .arg(QCoreApplication::applicationVersion()),
                        QMessageBox::Ok, this);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::nameWindow(const QString &counterName)
{
    const QString counter = counterName.isEmpty() ? tr("Okoshko") : tr("%1 — Okoshko").arg(counterName);
    switch (m_mode) {
    case Mode::Training:
        setWindowTitle(tr("Okoshko — training"));
        return;
    case Mode::Staging:
        setWindowTitle(tr("STAGING — %1").arg(counter));
        return;
    case Mode::Live:
        setWindowTitle(counter);
        return;
    }
}

} // namespace okoshko
