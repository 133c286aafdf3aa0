// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/PressedTill.h"

#include "app/Session.h"
#include "app/profiles/ProfileLock.h"
#include "models/counter/Counter.h"
#include "tests/bench/Measured.h"
#include "tests/faults/soak/VendorProcess.h"
#include "ui/accessible/Accessible.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDesktopServices>
#include <QFile>

#include <bit>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko::bench {

namespace {

const QString queue = u"tickets"_s;

CounterSettings settingsFor(const PressedTill::Paper &paper)
{
    CounterSettings values;
    values.counterName = u"Касса 1"_s;
    values.language = Format::Language::Russian;
    PrinterProfile printer;
    printer.name = u"Билеты"_s;
    printer.queue = queue;
    printer.ticketTemplate = paper.ticketTemplate;
    printer.width = paper.width;
    printer.maxLength = paper.length;
    printer.dpi = 203;
    values.print.printers = {printer};
    return values;
}

} // namespace

const PressedTill::Paper PressedTill::roll{u"roll-80"_s, 80, 300};
const PressedTill::Paper PressedTill::sheets{u"a4-three"_s, 210, 297};

PressedTill::PressedTill(const QUrl &server, const QString &folder, const Paper &paper)
    : m_files(folder + u"/till-XXXXXX"_s)
    , m_jobs(m_cups.server())
{
    if (!m_cups.isRunning())
        qFatal("the print service does not start: is cupsd installed?");
    m_cups.addQueue(queue);
    qputenv("CUPS_SERVER", m_cups.server().toUtf8());
    if (const auto saved = Settings(m_files.path()).save(settingsFor(paper)); !saved)
        qFatal("the settings are not saved: %s", qUtf8Printable(saved.error()));
    m_languages.setLanguage(Format::Language::Russian);
    Theme::apply(*qApp, Theme::Kind::Light);
    installAccessible();
    auto lock = std::make_unique<ProfileLock>(m_files.path());
    if (lock->take() != ProfileLock::Taken::Yes)
        qFatal("the folder of the till cannot be locked");
    Session::Plan plan;
    plan.kind = Session::Plan::Kind::ByHand;
    plan.server = server;
    plan.key = test::VendorProcess::key();
    plan.size = QSize(1280, 800);
    m_session = std::make_unique<Session>(plan, std::move(lock), m_languages);
    bool isOpen = false;
    m_session->open(qApp, [&isOpen](const tl::expected<void, QString> &opened) {
        if (!opened)
            qFatal("%s", qUtf8Printable(opened.error()));
        isOpen = true;
    });
    runUntil([&isOpen] { return isOpen; });
    for (const QString &scheme : {u"http"_s, u"https"_s}) // after the session has done so, too
        QDesktopServices::setUrlHandler(scheme, this, "openPage");
    m_session->show();
    window().activateWindow();
    m_hand = std::make_unique<InputDriver>(window());
    qApp->installEventFilter(this);
    // The catalogue counts as read before its events come from their thread.
    runUntil([this] { return counter().service.isReady() && !counter().catalogue.events().isEmpty(); },
             u"the events"_s);
}

PressedTill::~PressedTill()
{
    bool isEnded = false;
    m_session->end(qApp, [&isEnded] { isEnded = true; });
    runUntil([&isEnded] { return isEnded; });
}

Counter &PressedTill::counter() const
{
    return m_session->counter();
}

MainWindow &PressedTill::window() const
{
    return *m_session->window();
}

void PressedTill::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    m_presses += 1 + std::popcount(static_cast<unsigned>(modifiers));
    m_hand->press(key, modifiers);
}

void PressedTill::type(const QString &text)
{
    for (const QChar letter : text)
        m_presses += letter.isUpper() ? 2 : 1;
    m_hand->type(text);
}

void PressedTill::pressWhen(const QString &name, Qt::Key key)
{
    awaitShown(name);
    press(key);
}

void PressedTill::awaitShown(const QString &name)
{
    m_mayBeShown = true;
    runUntil(
        [this, &name] {
            if (!std::exchange(m_mayBeShown, false))
                return false;
            const QWidget *widget = m_hand->find(name);
            return widget && widget->isEnabled();
        },
        name);
}

bool PressedTill::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::EnabledChange)
        m_mayBeShown = true;
    return QObject::eventFilter(watched, event);
}

void PressedTill::reserveByHand(const QString &words)
{
    press(Qt::Key_F2);
    awaitShown(u"eventSearch"_s);
    type(words);
    runUntil(
        [this] {
            const auto *events = m_hand->find<QAbstractItemView>(u"eventList"_s);
            return events && events->model()->rowCount() == 1;
        },
        words);
    press(Qt::Key_Right);
    press(Qt::Key_1);
    press(Qt::Key_Return);
    awaitShown(u"startPaymentButton"_s);
}

void PressedTill::askToConfirm()
{
    pressWhen(u"confirmPaidButton"_s, Qt::Key_Return);
    awaitShown(u"confirmPaidYesButton"_s);
}

double PressedTill::confirm()
{
    QFile::remove(m_cups.printed(queue));
    m_jobs.awaitNext();
    press(Qt::Key_Return);
    runUntil([this] { return m_jobs.acceptedAt().has_value(); }, u"the job at CUPS"_s);
    return *m_jobs.acceptedAt();
}

void PressedTill::awaitPrinted()
{
    runUntil([this] { return m_jobs.completedAt().has_value(); }, u"the job's end at CUPS"_s);
    QFile printed(m_cups.printed(queue));
    if (!printed.open(QIODevice::ReadOnly) || !printed.read(5).startsWith("%PDF-"))
        qFatal("the printer has no tickets");
}

void PressedTill::backToOrders(Qt::Key key)
{
    press(key);
    awaitShown(u"orderTable"_s);
}

void PressedTill::nextBuyer()
{
    awaitShown(u"nextBuyerButton"_s);
    backToOrders(Qt::Key_F2);
}

double PressedTill::sellExpress()
{
    const double begun = now();
    press(Qt::Key_F4);
    askToConfirm();
    return confirm() - begun;
}

} // namespace okoshko::bench
