// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/MainWindow.h"

#include "ui/help/KeysPage.h"
#include "ui/keys/KeyDispatcher.h"
#include "ui/main/SidePanel.h"
#include "ui/main/TopBar.h"
#include "ui/main/TroubleBanner.h"
#include "ui/qa/QaDock.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ConfirmQuestion.h"
#include "ui/widgets/CurrentStack.h"
#include "ui/widgets/ModeBand.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Page.h"

#include "models/sale/SaleJournal.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QEvent>
#include <QMessageBox>
#include <QPointer>
#include <QShortcut>
#include <QStackedWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

MainWindow::MainWindow(const Sources &sources, const Look &look)
    : m_mode(look.mode)
    , m_keys(new KeyDispatcher(*this))
    , m_middle(new SidePanel(this))
    , m_counterName(look.counterName)
    , m_pages(new CurrentStack(m_middle))
    , m_orders(new OrdersPage(sources.page, Format(look.language), m_pages))
    , m_banner(new TroubleBanner({sources.line, sources.journal, sources.page.clock, sources.page.ticker}, this))
    , m_leaving(new ConfirmQuestion(this))
    , m_said(new Notice(this))
    , m_status(new StatusLine(sources.page.clock, sources.page.ticker, Format(look.language), look.key, this))
{
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (m_mode != Mode::Live)
        column->addWidget(
            new ModeBand(m_mode == Mode::Training ? ModeBand::Kind::Training : ModeBand::Kind::Staging, centre));
    column->addWidget(m_banner);
    column->addWidget(m_leaving);
    column->addWidget(m_said);
    column->addWidget(m_middle, 1);
    column->addWidget(m_status);
    m_middle->setPage(*m_pages);
    m_pages->addWidget(m_orders);
    setCentralWidget(centre);

    TopBar &bar = m_orders->topBar();
    bar.setCounterName(look.counterName);
    bar.setLanguage(look.language);
    bar.setTheme(look.theme);
    connect(&bar, &TopBar::newOrderRequested, this, &MainWindow::newOrderRequested);
    connect(&bar, &TopBar::unsettledRequested, this, &MainWindow::unsettledRequested);
    connect(m_banner, &TroubleBanner::keyRequested, this, &MainWindow::keyRequested);
    const auto countUnsettled = [&bar, &journal = sources.journal] {
        bar.setUnsettled(static_cast<int>(journal.issues().size()));
    };
    connect(&sources.journal, &SaleJournal::issuesChanged, &bar, countUnsettled);
    countUnsettled();
    connect(&bar, &TopBar::refreshRequested, this, &MainWindow::refreshRequested);
    connect(&bar, &TopBar::languageRequested, this, &MainWindow::languageRequested);
    connect(&bar, &TopBar::themeRequested, this, &MainWindow::themeRequested);
    connect(&bar, &TopBar::settingsRequested, this, &MainWindow::settingsRequested);
    connect(&bar, &TopBar::qaRequested, this, &MainWindow::switchQaDock);
    connect(&bar, &TopBar::profilesRequested, this, &MainWindow::profilesRequested);
    connect(&bar, &TopBar::saveListRequested, this, &MainWindow::saveListRequested);
    connect(&bar, &TopBar::reportRequested, this, &MainWindow::reportRequested);
    connect(&bar, &TopBar::keysRequested, this, &MainWindow::showKeys);
    connect(&bar, &TopBar::aboutRequested, this, &MainWindow::showAbout);
    connect(&bar, &TopBar::quitRequested, this, &QWidget::close);
    connect(m_keys, &KeyDispatcher::scanned, this, &MainWindow::scanned);
    connect(m_orders, &OrdersPage::numberCopied, this,
            [this](const QString &number) { tell(tr("The number %1 is copied.").arg(number), {}); });
    addShortcuts();
    retranslate();
}

void MainWindow::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto what) {
        auto *shortcut = new QShortcut(keys, m_orders);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, what);
    };
    add(Qt::CTRL | Qt::Key_N, &MainWindow::newOrderRequested);
    add(Qt::Key_F8, &MainWindow::unsettledRequested);
    add(Qt::Key_F5, &MainWindow::refreshRequested);
    add(Qt::CTRL | Qt::Key_F, [this] { m_orders->focusSearch(); });
    add(Qt::Key_F10, [this] { m_orders->topBar().showMenu(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_Comma), &MainWindow::settingsRequested);
    // From every page: it can be left, and a problem is reported where it is seen.
    auto *quit = new QShortcut(Qt::CTRL | Qt::Key_Q, this);
    quit->setAutoRepeat(false);
    connect(quit, &QShortcut::activated, this, &QWidget::close);
    connect(new QShortcut(Qt::Key_F9, this), &QShortcut::activated, this, &MainWindow::reportRequested);
    connect(new QShortcut(Qt::Key_F1, this), &QShortcut::activated, this, &MainWindow::showKeys);
}

void MainWindow::addPage(Page &page)
{
    m_pages->addWidget(&page);
}

void MainWindow::showKeys()
{
    if (qobject_cast<KeysPage *>(m_pages->currentWidget()))
        return;
    QPointer<QWidget> before = m_pages->currentWidget();
    QPointer<QWidget> focused = focusWidget();
    auto *keys = new KeysPage(m_pages);
    m_pages->addWidget(keys);
    m_pages->setCurrentWidget(keys);
    keys->focusFirst();
    connect(keys, &Page::left, this, [this, keys, before, focused] {
        if (before && m_pages->currentWidget() == keys)
            m_pages->setCurrentWidget(before);
        if (focused && focused->isVisible())
            focused->setFocus(Qt::OtherFocusReason);
        else
            focusPage();
    });
    // Another page may come up by itself; this one is made anew each time, in the language of then.
    connect(m_pages, &QStackedWidget::currentChanged, keys, [keys, this] {
        if (m_pages->currentWidget() != keys)
            keys->deleteLater();
    });
}

void MainWindow::showPage(Page &page)
{
    m_said->clear();
    m_pages->setCurrentWidget(&page);
}

void MainWindow::showOrders()
{
    m_said->clear();
    m_pages->setCurrentWidget(m_orders);
    m_orders->setFocus();
}

void MainWindow::addQaDock(QaDock &dock, Panel panel)
{
    m_qa = &dock;
    m_middle->setPanel(dock);
    dock.setVisible(panel == Panel::Shown);
    m_orders->topBar().offerQa();
    connect(&dock, &QaDock::closeRequested, this, &MainWindow::switchQaDock);
    connect(&dock, &QaDock::left, this, &MainWindow::focusPage);
    m_keys->leaveAlone(dock);
    auto *shortcut = new QShortcut(Qt::Key_F12, this);
    connect(shortcut, &QShortcut::activated, this, &MainWindow::switchQaDock);
}

void MainWindow::switchQaDock()
{
    const bool shown = !m_qa->isVisible();
    m_qa->setVisible(shown);
    if (shown)
        m_qa->begin();
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
    m_banner->setForeign();
}

void MainWindow::askToLeave(const QStringList &orders, int count, std::function<void()> leave)
{
    const auto more = count - static_cast<int>(orders.size());
    QString words = orders.join(u'\n');
    if (more > 0)
        words += u'\n' + tr("and %n more", nullptr, more);
    words += u'\n' + tr("Held seats go back on sale when their time is up. A payment that was started goes on: Okoshko "
                        "finds it again when this counter is opened. What may come of a reservation that is on its way "
                        "needs attention (F8) then.");
    m_leaving->ask({tr("%n order(s) are still open or on their way. Leave all the same?", nullptr, count), words,
                    tr("&Yes, leave"), u"leaveYesButton"_s, tr("S&tay here"), u"leaveNoButton"_s},
                   std::move(leave));
}

void MainWindow::tell(const QString &title, const QString &words)
{
    m_said->say(Notice::Kind::Info, title, words);
    m_said->addUnderstood(u"saidDoneButton"_s);
}

bool MainWindow::isAtOrders() const
{
    return m_pages->currentWidget() == m_orders;
}

void MainWindow::showSaving()
{
    m_banner->setSaving();
}

void MainWindow::setKey(StatusLine::Key key)
{
    m_status->setKey(key);
}

void MainWindow::setConnection(const ConnectionState &state)
{
    m_status->setConnection(state);
}

void MainWindow::setCounterName(const QString &name)
{
    m_counterName = name;
    m_orders->topBar().setCounterName(name);
    retranslate();
}

void MainWindow::setScanPause(std::chrono::milliseconds pause)
{
    m_keys->setScanPause(pause);
}

void MainWindow::setFormat(const Format &format)
{
    m_orders->setFormat(format);
    m_orders->topBar().setLanguage(format.language());
    m_status->setFormat(format);
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

void MainWindow::retranslate()
{
    const QString counter = m_counterName.isEmpty() ? tr("Okoshko") : tr("%1 — Okoshko").arg(m_counterName);
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

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_leaving->withdraw();
        m_said->clear();
        retranslate();
    }
    QMainWindow::changeEvent(event);
}

} // namespace okoshko
