// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Session.h"

#include "app/Counter.h"
#include "app/JournalCloser.h"
#include "app/Startup.h"
#include "app/Windows.h"
#include "app/profiles/Journals.h"
#include "app/sandbox/SandboxThread.h"
#include "app/start/ConnectionTest.h"
#include "app/start/ProfileLock.h"
#include "app/start/ScreenRoom.h"
#include "models/domain/Text.h"
#include "ui/setup/ConnectionForm.h"
#include "ui/text/ErrorText.h"

#include <QCoreApplication>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QScreen>

#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

Session::Session(const Plan &plan, std::unique_ptr<ProfileLock> lock, Languages &languages)
    : m_plan(plan)
    , m_lock(std::move(lock))
    , m_settings(m_lock->folder())
    , m_memory(m_lock->folder())
    , m_languages(languages)
{
    connect(m_lock.get(), &ProfileLock::raiseRequested, this, [this] {
        if (MainWindow *itsWindow = window())
            comeToFront(*itsWindow);
    });
}

Session::~Session()
{
    // The windows look at the counter, and the counter asks the sandbox: they go in that order.
    if (m_windows)
        keepGeometry();
    m_windows.reset();
    m_closer.reset();
    m_counter.reset();
    m_sandbox.reset();
}

void Session::start()
{
    if (m_plan.kind == Plan::Kind::Training)
        train();
    else
        open(m_plan.server, m_plan.key);
}

void Session::train()
{
    sandbox::Options options;
    options.vendor = m_plan.vendor.value_or(options.vendor);
    m_sandbox = std::make_unique<sandbox::SandboxThread>(options);
    connect(m_sandbox.get(), &sandbox::SandboxThread::started, this,
            [this](const QUrl &url) { open(url, m_sandbox->key().toLatin1()); });
    connect(m_sandbox.get(), &sandbox::SandboxThread::failed, this,
            [this](const QString &reason) { Q_EMIT failed(tr("The training server did not start: %1").arg(reason)); });
    m_sandbox->start();
}

JournalThread::Opener Session::journalOpener(const QUrl &server, const QByteArray &key) const
{
    const QString who = m_settings.counterName();
    switch (m_plan.kind) {
    case Plan::Kind::Training:
        return [folder = folder(), who] { return openTrainingJournal(folder, who); };
    case Plan::Kind::Profile:
        return [folder = folder(), server, key, who] { return openProfileJournal(folder, server, key, who); };
    case Plan::Kind::ByHand:
        return [folder = folder(), server, key, who] { return openAccountJournal(folder, server, key, who); };
    }
    Q_UNREACHABLE();
}

CatalogueThread::Location Session::catalogueCopy(const QUrl &server, const QByteArray &key) const
{
    if (m_plan.kind == Plan::Kind::Training)
        return {}; // it begins anew at every start, with its server
    return {QDir(folder()).filePath(u"catalogue.sqlite"_s), accountOf(server, key)};
}

void Session::open(const QUrl &server, const QByteArray &key)
{
    m_opening = std::make_unique<JournalThread>(journalOpener(server, key));
    m_journal = m_opening.get();
    m_opening->open(this, [this, server, key](const Journaled<JournalThread::Opened> &opened) {
        if (!opened) {
            const JournalText text(opened.error());
            Q_EMIT failed(text.title + u' ' + text.body);
            return;
        }
        enter(server, key);
    });
}

void Session::enter(const QUrl &server, const QByteArray &key)
{
    HttpClient::Config config;
    config.server = server;
    config.key = key;
    m_counter = std::make_unique<Counter>(config, std::move(m_opening), Format(m_settings.language()), SalePolicy(),
                                          ServerClock::Monotonic(), catalogueCopy(server, key));
    m_windows =
        std::make_unique<Windows>(Windows::Home{*m_counter, m_settings, m_memory, m_languages, folder()},
                                  Windows::Stand{m_plan.mode, m_plan.keyKept,
                                                 m_plan.kind == Plan::Kind::Profile ? SettingsPage::Account::Changeable
                                                                                    : SettingsPage::Account::Fixed});
    if (m_sandbox)
        m_windows->addQa(m_sandbox->scenarios(), m_sandbox->controlUrl());
    connect(&m_counter->http, &HttpClient::connectionChanged, this, &Session::watchPartner);
    connect(&m_browser, &Browser::failed, m_windows.get(), &Windows::tellPageNotOpened);
    connect(m_windows.get(), &Windows::connectionTestRequested, this, &Session::testConnection);
    connect(m_windows.get(), &Windows::connectionTestLeft, this, [this] { m_test.reset(); });
    connect(m_windows.get(), &Windows::reconnectRequested, this, &Session::reconnectRequested);
    connect(window(), &MainWindow::keyRequested, this, &Session::keyRequested);
    connect(window(), &MainWindow::profilesRequested, this, &Session::profilesRequested);
    showWindow();
    window()->orders().awaitOrders();
    m_counter->start();
    Q_EMIT opened();
}

void Session::testConnection(const ConnectionValues &values)
{
    m_test = makeConnectionTest(values.server, values.key.isEmpty() ? m_plan.key : values.key, vendorServers());
    connect(m_test.get(), &ConnectionCheck::finished, this, [this](const ConnectionOutcome &outcome) {
        m_test.release()->deleteLater(); // it is still on the way to us
        m_windows->showConnectionOutcome(outcome);
    });
    m_test->start();
}

void Session::watchPartner(const ConnectionState &state)
{
    if (m_isForeign || state.partner.isEmpty() || m_counter->saleJournal.isOf(state.partner))
        return;
    m_isForeign = true;
    window()->setForeign();
}

void Session::showWindow()
{
    MainWindow &main = m_windows->main();
    if (m_plan.size)
        main.resize(*m_plan.size);
    else if (main.restoreGeometry(m_memory.geometry()))
        bringOntoScreen(main);
    else
        main.resize(roomFor(main, QSize(1280, 800)));
    main.installEventFilter(this);
    main.show();
}

bool Session::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != window() || event->type() != QEvent::Close)
        return QObject::eventFilter(watched, event);
    event->ignore(); // it goes with the session
    Q_EMIT closeRequested();
    return true;
}

void Session::keepGeometry()
{
    // A folder that has gone must not come back half empty: it would stand in the way of the real one.
    if (QFileInfo::exists(folder()) && !m_plan.size)
        m_memory.setGeometry(m_windows->main().saveGeometry());
}

MainWindow *Session::window() const
{
    return m_windows ? &m_windows->main() : nullptr;
}

const QString &Session::folder() const
{
    return m_lock->folder();
}

QUrl Session::server() const
{
    return m_sandbox ? m_sandbox->url() : m_plan.server;
}

QStringList Session::whatIsOpen() const
{
    QStringList open;
    if (!m_counter)
        return open;
    const Format format(m_settings.language());
    for (const Sale *sale : m_counter->service.sales()) {
        if (sale->origin == Sale::Origin::ThisCounter && sale->goal == SaleGoal::Sell && sale->isOpen())
            open << tr("Order %1: %2").arg(format.orderNumber(sale->order.number), howItStands(*sale));
    }
    for (const ReservationFlow *sent : m_counter->service.reservationsOnTheirWay()) {
        const QString what = inOneLine(
            {shownText(sent->request().eventTitle, longestTitle), format.tickets(sent->request().wantedCount())});
        open << (sent->isLeft() ? tr("On its way, and left: %1").arg(what) : tr("On its way: %1").arg(what));
    }
    return open;
}

QString Session::howItStands(const Sale &sale) const
{
    if (sale.inProgress == Step::Confirm || sale.next == Step::Confirm)
        return sale.isFree() ? tr("its tickets are being issued")
                             : tr("the money is taken, and its confirmation is on its way to the server");
    if (m_windows && m_windows->drafts().isMoneyTaken(sale))
        return tr("the money is taken, and the server has not confirmed it: confirm it again before you leave");
    return Format(m_settings.language()).status(sale.order.status);
}

void Session::mayLeave(std::function<void()> leave)
{
    const QStringList open = whatIsOpen();
    if (open.isEmpty() || !window() || m_closer)
        return leave();
    constexpr qsizetype most = 5;
    window()->askToLeave(open.mid(0, shownLines(open.size(), most)), static_cast<int>(open.size()), std::move(leave));
    comeToFront(*window());
}

void Session::tryAgain()
{
    m_counter->monitor.tryNow();
}

void Session::end()
{
    if (m_closer)
        return;
    m_closer = std::make_unique<JournalCloser>(m_counter->saleJournal, *m_journal);
    connect(m_closer.get(), &JournalCloser::slow, window(), &MainWindow::showSaving);
    connect(m_closer.get(), &JournalCloser::finished, this, &Session::ended);
    window()->setEnabled(false);
    m_closer->start();
}

void Session::setKeyKept()
{
    m_plan.keyKept = StatusLine::Key::Kept;
    if (MainWindow *itsWindow = window())
        itsWindow->setKey(m_plan.keyKept);
}

void Session::setBarcodeKey(const QByteArray &key)
{
    m_journal->setBarcodeKey(key);
    if (!m_counter)
        return;
    for (const Sale *sale : m_counter->service.sales()) {
        if (sale->origin == Sale::Origin::ThisCounter && !sale->tickets.isEmpty())
            m_counter->saleJournal.keep({SaleTickets{sale->order.id, sale->tickets}});
    }
}

} // namespace okoshko
