// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Session.h"

#include "app/WindowController.h"
#include "app/printing/CupsQueue.h"
#include "app/printing/TemplateFolder.h"
#include "app/profiles/Journals.h"
#include "app/profiles/ProfileLock.h"
#include "app/sandbox/SandboxThread.h"
#include "models/counter/NetworkCounter.h"
#include "models/domain/Queued.h"
#include "models/domain/Text.h"
#include "models/journal/JournalStore.h"
#include "models/print/TicketTemplateFile.h"
#include "ui/print/PdfDrawer.h"
#include "ui/setup/ConnectionForm.h"
#include "ui/text/ErrorText.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEvent>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QPointer>
#include <QScreen>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko {

namespace {

constexpr int mostSavings = 16; ///< at once: a folder that hangs takes a thread until it answers

/// Describes an entry that was not written, for the log.
struct LostEntry
{
    QString operator()(const Intent &intent) const { return u"intent %1"_s.arg(intent.id); }
    QString operator()(const Conclusion &conclusion) const { return u"end of intent %1"_s.arg(conclusion.intent); }
    QString operator()(const JournaledSale &sale) const
    {
        return u"sale %1 %2"_s.arg(sale.order.id.toString(), toWord(sale.order.status));
    }
    QString operator()(const RecordEntry &entry) const
    {
        return u"record %1 of %2"_s.arg(entry.what, entry.order.toString());
    }
    QString operator()(const Issue &issue) const
    {
        return u"issue %1 about %2"_s.arg(QString::number(issue.id), issue.order.toString());
    }
    QString operator()(const Resolution &resolution) const { return u"end of issue %1"_s.arg(resolution.issue); }
    QString operator()(const SaleTickets &tickets) const { return u"tickets of %1"_s.arg(tickets.order.toString()); }
    QString operator()(const PartnerNote &) const { return u"partner"_s; }
    QString operator()(const PrintJob &job) const { return u"print job %1"_s.arg(job.id.toString()); }
    QString operator()(const PrintNotNeeded &entry) const
    {
        return u"no tickets needed for %1"_s.arg(entry.order.toString());
    }
    QString operator()(const BlankRange &range) const { return u"blanks of %1"_s.arg(range.queue); }
    QString operator()(const BlankUse &use) const { return u"use of blanks of %1"_s.arg(use.queue); }
    QString operator()(const LegalNote &note) const { return u"legal data of %1"_s.arg(note.organiser.toString()); }
};

} // namespace

/// Closes the journal of a counter: withdraws intents, writes everything else, and closes the file. Takes five seconds
/// at most and does not block; what is not written by then is named in the log. Destroy the journal's thread after it:
/// the thread then has nothing to wait for.
class Session::JournalCloser final : public QObject
{
public:
    /// Both must outlive this. \a slow is called if it takes longer than a fifth of a second, \a finished once.
    JournalCloser(SaleJournal &outbox, JournalThread &thread, std::function<void()> slow,
                  std::function<void()> finished)
        : m_outbox(outbox)
        , m_thread(thread)
        , m_finished(std::move(finished))
    {
        m_slow.setSingleShot(true);
        connect(&m_slow, &QTimer::timeout, this, std::move(slow));
        connect(&m_look, &QTimer::timeout, this, &JournalCloser::look);
        m_elapsed.start();
        m_slow.start(200ms);
        m_look.start(10ms);
        m_outbox.close();
    }

private:
    static constexpr std::chrono::milliseconds patience{5000};

    void look()
    {
        // For a foreign partner nothing is written.
        if (!m_isWritten && (m_outbox.isEmpty() || m_outbox.isForeign())) {
            m_isWritten = true;
            m_thread.close();
        }
        const bool hasEnded = m_isWritten && m_thread.hasEnded();
        if (!hasEnded && !m_elapsed.hasExpired(patience.count()))
            return;
        if (!hasEnded)
            giveUp();
        m_slow.stop();
        m_look.stop();
        m_finished();
    }

    void giveUp()
    {
        m_thread.setPatience(0ms);
        if (m_isWritten) {
            qCWarning(journalLog) << "all is written, but the file does not close";
            return;
        }
        QStringList words;
        for (const JournalEntry &entry : m_outbox.unsaved())
            words << std::visit(LostEntry(), entry);
        qCWarning(journalLog).noquote() << "not written within five seconds:" << words.join(u", "_s);
    }

    SaleJournal &m_outbox;
    JournalThread &m_thread;
    std::function<void()> m_finished;
    QElapsedTimer m_elapsed;
    QTimer m_slow;
    QTimer m_look;
    bool m_isWritten = false; ///< the outbox is empty
};

Session::Session(const Plan &plan, std::unique_ptr<ProfileLock> lock, Languages &languages)
    : m_plan(plan)
    , m_lock(std::move(lock))
    , m_settings(m_lock->folder())
    , m_windowState(m_lock->folder())
    , m_languages(languages)
    , m_drawing(1s)
    , m_saving(1s)
{
    connect(m_lock.get(), &ProfileLock::raiseRequested, this, [this] {
        if (MainWindow *itsWindow = window())
            comeToFront(*itsWindow);
    });
}

Session::~Session()
{
    // The windows use the counter, and the counter uses the sandbox: destroy them in this order.
    if (m_windows)
        saveGeometry();
    m_windows.reset();
    m_closer.reset();
    m_counter.reset();
    m_sandbox.reset();
}

void Session::open(QObject *context, std::function<void(const tl::expected<void, QString> &)> then)
{
    m_opened = queued(this, context, std::move(then));
    if (m_plan.kind == Plan::Kind::Training)
        startSandbox();
    else
        openJournal(m_plan.server, m_plan.key);
}

void Session::startSandbox()
{
    sandbox::Options options{.control = sandbox::ControlEndpoint::On};
    options.vendor = m_plan.vendor.value_or(options.vendor);
    m_sandbox = std::make_unique<sandbox::SandboxThread>(options);
    connect(m_sandbox.get(), &sandbox::SandboxThread::started, this,
            [this](const QUrl &url) { openJournal(url, m_sandbox->key().toLatin1()); });
    connect(m_sandbox.get(), &sandbox::SandboxThread::failed, this, [this](const QString &reason) {
        m_opened(tl::unexpected(tr("The training server did not start: %1").arg(reason)));
    });
    m_sandbox->start();
}

MainWindow::Mode Session::Plan::mode() const
{
    using Mode = MainWindow::Mode;
    if (kind == Kind::Training)
        return Mode::Training;
    return environmentOf(server, environment) == Environment::Staging ? Mode::Staging : Mode::Live;
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
        return {}; // training starts empty each time
    return {QDir(folder()).filePath(u"catalogue.sqlite"_s), accountOf(server, key)};
}

void Session::openJournal(const QUrl &server, const QByteArray &key)
{
    m_opening = std::make_unique<JournalThread>(journalOpener(server, key));
    m_journal = m_opening.get();
    m_opening->open(this, [this, server, key](const Journaled<JournalThread::Opened> &opened) {
        if (opened)
            return openCounter(server, key);
        const JournalText text(opened.error());
        m_opened(tl::unexpected(text.title + u' ' + text.body));
    });
}

PrintPorts Session::makePrintPorts()
{
    m_saving.pool().setMaxThreadCount(mostSavings);
    auto drawer = std::make_unique<PdfDrawer>(m_drawing.pool(), m_saving.pool(), QDir(folder()).filePath(u"print"_s));
    drawer->setTemplates(shippedTemplates());
    drawer->setLanguage(m_settings.values().format().languageCode());
    m_drawer = drawer.get();
    return {std::make_unique<CupsQueue>(), std::move(drawer)};
}

void Session::openCounter(const QUrl &server, const QByteArray &key)
{
    HttpClient::Config config;
    config.server = server;
    config.key = key;
    m_counter =
        std::make_unique<NetworkCounter>(config, std::move(m_opening), Format(m_settings.language()), SalePolicy(),
                                         ServerClock::Monotonic(), catalogueCopy(server, key), makePrintPorts());
    const auto account =
        m_plan.kind == Plan::Kind::Profile ? SettingsPage::Account::Changeable : SettingsPage::Account::Fixed;
    m_windows = std::make_unique<WindowController>(
        *m_counter, m_settings, m_windowState, m_languages,
        WindowController::AccountInfo{m_plan.mode(), m_plan.keyKept, account, folder()});
    if (m_sandbox)
        m_windows->addQa(m_sandbox->scenarios(), m_sandbox->controlUrl());
    connect(&m_counter->monitor, &ConnectionMonitor::connectionChanged, this, &Session::checkPartner);
    connect(&m_browser, &Browser::failed, m_windows.get(), &WindowController::showPageNotOpened);
    connect(m_windows.get(), &WindowController::connectionTestRequested, this, &Session::testConnection);
    connect(m_windows.get(), &WindowController::connectionTestLeft, this, [this] { m_test.reset(); });
    connect(m_windows.get(), &WindowController::reconnectRequested, this, &Session::reconnectRequested);
    connect(m_windows.get(), &WindowController::applied, this,
            [this] { m_drawer->setLanguage(m_settings.values().format().languageCode()); });
    m_templates = std::make_unique<TemplateFolder>(QDir(folder()).filePath(u"templates"_s));
    connect(m_templates.get(), &TemplateFolder::changed, m_windows.get(),
            [this] { m_drawer->setTemplates(m_templates->all()); });
    m_windows->setTemplates(*m_templates);
    m_templates->read();
    connect(window(), &MainWindow::keyRequested, this, &Session::keyRequested);
    connect(window(), &MainWindow::profilesRequested, this, &Session::profilesRequested);
    window()->orders().awaitOrders();
    m_counter->start();
    m_opened({});
}

void Session::testConnection(const ConnectionValues &values)
{
    m_test = makeConnectionTest(values.server, values.key.isEmpty() ? m_plan.key : values.key, vendorServers());
    connect(m_test.get(), &ConnectionTest::finished, m_windows.get(), &WindowController::showConnectionResult);
    m_test->start();
}

void Session::checkPartner(const ConnectionState &state)
{
    if (m_isForeign || state.partner.isEmpty() || m_counter->saleJournal.isOf(state.partner))
        return;
    m_isForeign = true;
    window()->setForeign();
}

void Session::show()
{
    MainWindow &main = m_windows->main();
    if (m_plan.size)
        main.resize(*m_plan.size);
    else if (main.restoreGeometry(m_windowState.geometry()))
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
    event->ignore(); // the window is destroyed with the session
    Q_EMIT closeRequested();
    return true;
}

void Session::saveGeometry()
{
    // A removed folder is not recreated: an almost empty one would replace the real one.
    if (QFileInfo::exists(folder()) && !m_plan.size)
        m_windowState.setGeometry(m_windows->main().saveGeometry());
}

MainWindow *Session::window() const
{
    return m_windows ? &m_windows->main() : nullptr;
}

Counter &Session::counter() const
{
    return *m_counter;
}

const QString &Session::folder() const
{
    return m_lock->folder();
}

QUrl Session::server() const
{
    return m_sandbox ? m_sandbox->url() : m_plan.server;
}

QStringList Session::openItems() const
{
    QStringList open;
    if (!m_counter)
        return open;
    const Format format(m_settings.language());
    for (const Sale *sale : m_counter->service.sales()) {
        if (sale->origin == Sale::Origin::ThisCounter && sale->goal == SaleGoal::Sell && sale->isOpen())
            open << tr("Order %1: %2").arg(format.orderNumber(sale->order.number), stateOf(*sale));
    }
    for (const ReservationFlow *sent : m_counter->service.reservationsOnTheirWay()) {
        const QString what = inOneLine(
            {sanitizedText(sent->request().eventTitle, longestTitle), format.tickets(sent->request().wantedCount())});
        open << (sent->isLeft() ? tr("On its way, and left: %1").arg(what) : tr("On its way: %1").arg(what));
    }
    return open;
}

QString Session::stateOf(const Sale &sale) const
{
    if (sale.inProgress == Step::Confirm || sale.next == Step::Confirm)
        return sale.isFree() ? tr("its tickets are being issued")
                             : tr("the money is taken, and its confirmation is on its way to the server");
    if (sale.isMoneyTaken() && m_counter->saleJournal.trouble())
        return tr("the money is taken, and that could not be recorded: note the order and the sum on paper");
    if (sale.isMoneyTaken())
        return tr("the money is taken, and the server has not confirmed it: go to its payment before you leave");
    return Format(m_settings.language()).status(sale.order.status);
}

void Session::askToLeave(std::function<void()> leave)
{
    const QStringList open = openItems();
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

void Session::end(QObject *context, std::function<void()> then)
{
    m_ended = [context = QPointer<QObject>(context), then = std::move(then)] {
        if (context)
            then();
    };
    if (m_closer)
        return;
    const auto finished = [this] {
        const auto ended = m_ended; // which may delete this
        ended();
    };
    m_closer = std::make_unique<JournalCloser>(
        m_counter->saleJournal, *m_journal, [this] { window()->showSaving(); }, queued(this, this, finished));
    window()->setEnabled(false);
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
