// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/PaymentPage.h"

#include "models/counter/Counter.h"
#include "models/domain/Text.h"
#include "models/sale/RedirectDecision.h"
#include "ui/payment/ChangeNotice.h"
#include "ui/payment/ChangePane.h"
#include "ui/payment/CollectPane.h"
#include "ui/payment/PagePane.h"
#include "ui/payment/PaymentDrafts.h"
#include "ui/payment/ResultPane.h"
#include "ui/payment/SystemsPane.h"
#include "ui/text/ErrorText.h"
#include "ui/text/IssueText.h"
#include "ui/text/PrintText.h"
#include "ui/text/TicketText.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ColumnArea.h"
#include "ui/widgets/ConfirmQuestion.h"
#include "ui/widgets/CurrentStack.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/StatusPill.h"
#include "ui/widgets/SumNotice.h"
#include "ui/widgets/WaitLine.h"
#include "ui/widgets/WrapLayout.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QStackedWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko {

namespace {

/// For a widget with its own heightForWidth(): QWidgetItem would use that of the widget's layout.
class OwnHeightItem final : public QWidgetItem
{
public:
    using QWidgetItem::QWidgetItem;
    [[nodiscard]] int heightForWidth(int width) const override { return widget()->heightForWidth(width); }
};

} // namespace

PaymentPage::PaymentPage(Counter &counter, PaymentDrafts &drafts, const QList<PaymentSystem> &systems,
                         const Format &format, QWidget *parent)
    : Page(parent)
    , m_counter(counter)
    , m_drafts(drafts)
    , m_format(format)
    , m_systems(new SystemsPane(systems, format, this))
    , m_newSum(new SumNotice(u"acceptSumButton"_s, this))
    , m_panes(new CurrentStack(this))
    , m_page(new PagePane(counter.clock, format, m_panes))
    , m_collect(new CollectPane(counter.clock, format, m_panes))
    , m_outcome(new ResultPane(counter.printing, format, m_panes))
    , m_change(new ChangePane(counter.clock, format, m_panes))
{
    setObjectName(u"paymentPage"_s);
    for (QWidget *pane : {static_cast<QWidget *>(m_page), static_cast<QWidget *>(m_collect),
                          static_cast<QWidget *>(m_outcome), static_cast<QWidget *>(m_change)})
        m_panes->addWidget(pane);

    makeHead();
    auto *content = new QWidget(this);
    m_content = new QVBoxLayout(content);
    m_content->setContentsMargins(0, 0, 0, 0);
    m_panes->setParent(content);
    m_content->addItem(new OwnHeightItem(m_panes));
    m_content->setStretch(0, 1);
    m_area = new ColumnArea(content, this, ColumnArea::Width::Little);
    m_right = new QVBoxLayout;
    m_right->addWidget(m_area, 1);
    makeFoot();
    for (const QWidget *part : {static_cast<const QWidget *>(m_newSum), static_cast<const QWidget *>(m_foot),
                                static_cast<const QWidget *>(m_edit)})
        m_area->keepWhole(*part);
    m_halves = new QGridLayout;
    m_halves->setSpacing(0);
    m_halves->addLayout(m_right, 0, 1);
    m_halves->setRowStretch(0, 1);
    body().addLayout(m_halves);
    PaymentPage::layOut(false);
    connectParts();
    connectCounter();
    m_ask->setText(tr("&Ask the server"));
}

void PaymentPage::layOut(bool isLow)
{
    Page::layOut(isLow);
    for (ActionButton *button : {m_cancel, m_edit, m_ask, m_start, m_whose, &m_collect->confirm()})
        button->setDrawnSize(isLow ? ActionButton::Size::Text : ActionButton::Size::Touch);
    m_actions->setDirection(isLow ? QBoxLayout::RightToLeft : QBoxLayout::TopToBottom);
    m_halves->addWidget(m_systems, 0, 0, isLow ? 1 : 2, 1);
    m_halves->addWidget(m_bottom, 1, isLow ? 0 : 1, 1, isLow ? 2 : 1);
    m_isLow = isLow;
    shareWidth();
    m_systems->layOut(isLow);
    const int around = Theme::space(isLow ? 1 : 2);
    m_right->setContentsMargins(around, around, around, around);
    m_right->setSpacing(around);
    m_content->setSpacing(around);
    // In view if there is room; otherwise they scroll with the content.
    (isLow ? m_content : m_right)->insertWidget(0, m_newSum);
    for (ActionButton *button : {m_cancel, m_edit, m_ask, m_start, m_whose})
        m_buttons->addWidget(button);
    if (isLow) {
        m_content->insertWidget(1, m_foot);
        m_content->addWidget(m_edit, 0, Qt::AlignHCenter); // leaves one row of buttons at the bottom
        m_halves->addWidget(&m_outcome->actions(), 2, 0, 1, 2);
    } else {
        m_right->insertWidget(2, m_foot);
        m_right->addWidget(&m_outcome->actions());
    }
    m_outcome->actions().setContentsMargins(isLow ? QMargins(around, 0, around, around) : QMargins());
    m_collect->layOut(isLow);
    m_outcome->layOut(isLow);
}

void PaymentPage::shareWidth()
{
    const bool isPage = m_shown == Phase::Page || m_shown == Phase::Await; // the QR code needs room
    const int ways = m_isLow && !isPage ? 4 : 3;
    m_halves->setColumnStretch(0, ways);
    m_halves->setColumnStretch(1, 10 - ways);
}

void PaymentPage::makeHead()
{
    m_pill = new StatusPill(this);
    m_origin = makeLabel(this, Theme::Type::Text, Tone::Urgent, QFont::DemiBold);
    m_origin->setObjectName(u"originLabel"_s);
    m_what = new ElidedLabel(Theme::Type::Text, Tone::Muted, QFont::Normal, this);
    m_what->setAlignment(Qt::AlignRight);
    head().addWidget(m_pill);
    head().addWidget(m_origin);
    head().addWidget(m_what, 1);
}

void PaymentPage::makeFoot()
{
    auto *foot = m_foot = new QWidget(this);
    m_bottom = new QWidget(this);
    m_failure = new Notice(foot);
    m_failure->setObjectName(u"paymentFailure"_s);
    m_refusal = new Notice(foot);
    m_refusal->setObjectName(u"refusalNotice"_s);
    m_changed = new ChangeNotice(m_counter, m_drafts, m_format, foot);
    m_legal = new Notice(foot);
    m_legal->setObjectName(u"legalNotice"_s);
    m_question = new ConfirmQuestion(foot);
    m_wait = new WaitLine(foot);
    m_answered = makeLabel(foot, Theme::Type::Note, Tone::Muted);
    m_answered->setObjectName(u"answeredLabel"_s);
    m_answered->setAlignment(Qt::AlignCenter);
    m_answered->setWordWrap(true);
    m_answered->hide();
    using Weight = ActionButton::Weight;
    const auto action = [this](Weight weight, const QString &name, Qt::Key key, Qt::Key also = {}) {
        auto *button = new ActionButton(weight, m_bottom);
        button->setObjectName(name);
        button->setKey(key, also);
        return button;
    };
    m_start = action(Weight::Primary, u"startPaymentButton"_s, Qt::Key_Return);
    m_whose = action(Weight::Primary, u"whoseOrderButton"_s, Qt::Key_Return, Qt::Key_F8);
    m_cancel = action(Weight::Danger, u"cancelSaleButton"_s, Qt::Key_Delete);
    m_edit = action(Weight::Normal, u"changeOrderButton"_s, Qt::Key_F4);
    m_ask = action(Weight::Normal, u"askNowButton"_s, Qt::Key_F5);
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(2));
    column->addWidget(m_failure);
    column->addWidget(m_refusal);
    column->addWidget(m_changed);
    column->addWidget(m_legal);
    column->addWidget(m_question);
    column->addWidget(m_wait);
    column->addWidget(m_answered);
    m_actions = new QBoxLayout(QBoxLayout::TopToBottom, m_bottom);
    m_actions->setContentsMargins(Theme::space(2), 0, Theme::space(2), Theme::space(2));
    m_actions->setSpacing(Theme::space(2));
    m_actions->addWidget(&m_collect->actions());
    auto *buttons = new QWidget(m_bottom);
    m_question->takePlaceOf(*buttons);
    m_collect->takePlaceOf(*buttons);
    m_buttons = new WrapLayout(buttons, Qt::AlignHCenter); // filled by layOut()
    m_buttons->setContentsMargins(0, 0, 0, 0);
    m_buttons->setSpacing(Theme::space(3));
    m_actions->addWidget(buttons);
}

void PaymentPage::connectParts()
{
    connect(&back(), &QPushButton::clicked, this, [this] {
        if (m_isChangeShown)
            closeChange();
        else
            Q_EMIT left();
    });
    connect(this, &Page::left, this, &PaymentPage::leave);
    connect(this, &PaymentPage::nextBuyerRequested, this, &PaymentPage::leave);
    connect(this, &PaymentPage::sameAgainRequested, this, &PaymentPage::leave);
    connect(this, &PaymentPage::issuesRequested, this, &PaymentPage::leave);
    connect(m_start, &QPushButton::clicked, this, [this] { startPayment(PaymentStart::Separate); });
    connect(m_whose, &QPushButton::clicked, this, &PaymentPage::issuesRequested);
    connect(m_cancel, &QPushButton::clicked, this, &PaymentPage::askToCancel);
    connect(m_wait, &WaitLine::left, this, &Page::left);
    connect(m_systems, &SystemsPane::chosen, this,
            [this](const QString &system) { edit([&system](PaymentDraft &draft) { draft.system = system; }); });
    connect(m_systems, &SystemsPane::buyerTyped, this,
            [this] { edit([this](PaymentDraft &draft) { m_systems->putBuyerInto(draft); }); });
    connect(m_systems, &SystemsPane::buyerAsked, this, [this](bool isAsked) {
        using Buyer = PaymentDraft::Buyer;
        edit([isAsked](PaymentDraft &draft) { draft.buyerFields = isAsked ? Buyer::Asked : Buyer::Anonymous; });
        isAsked ? m_systems->focusBuyer() : focusFirst();
    });
    connect(m_systems, &SystemsPane::noteEntered, this, &PaymentPage::keepNote);
    connect(m_collect, &CollectPane::receivedTyped, this,
            [this](const QString &text) { edit([&text](PaymentDraft &draft) { draft.received = text; }); });
    connect(m_collect, &CollectPane::noPageConfirmed, this,
            [this] { edit([](PaymentDraft &draft) { draft.page = PaymentDraft::Page::NoneOpened; }); });
    connect(m_newSum, &SumNotice::accepted, &m_counter.service, &SaleService::acceptSum);
    connect(m_page, &PagePane::openRequested, this, &PaymentPage::openPage);
    connect(m_page, &PagePane::copyRequested, this, &PaymentPage::copyAddress);
    connect(m_ask, &QPushButton::clicked, this, &PaymentPage::askServer);
    connect(m_collect, &CollectPane::confirmed, this, &PaymentPage::confirmSale);
    connect(m_collect, &CollectPane::askServerRequested, this, &PaymentPage::askServer);
    connect(m_outcome, &ResultPane::nextBuyerRequested, this, &PaymentPage::nextBuyerRequested);
    connect(m_outcome, &ResultPane::sameAgainRequested, this, [this] { Q_EMIT sameAgainRequested(m_id); });
    connect(m_outcome, &ResultPane::issuesRequested, this, &PaymentPage::issuesRequested);
    connect(m_outcome, &ResultPane::pdfRequested, this, &PaymentPage::pdfRequested);
    connect(m_outcome, &ResultPane::unprintedRequested, this, &PaymentPage::unprintedRequested);
    connect(m_outcome, &ResultPane::settingsRequested, this, &PaymentPage::settingsRequested);

    connectChange();
}

void PaymentPage::connectCounter()
{
    SaleService &service = m_counter.service;
    connect(&m_counter.printing.data(), &PrintData::changed, this, &PaymentPage::refresh);
    connect(&service, &SaleService::saleChanged, this, [this](const OrderId &id) {
        if (id != m_id)
            return;
        if (m_refused != Refusal::KeyRefused) // an answer about the order does not change that
            showRefusal(Refusal::None);
        refresh();
    });
    connect(&service, &SaleService::saleAsked, this, [this](const OrderId &id, const std::optional<ApiError> &failure) {
        if (id == m_id && m_isAsking)
            onAsked(failure);
    });
    connect(&m_counter.saleJournal, &SaleJournal::issuesChanged, this, &PaymentPage::refresh);
    connect(&service, &SaleService::redirectReady, this, [this](const OrderId &id) {
        if (id == m_id)
            requestPage();
    });
    connect(&m_counter.ticker, &Ticker::second, this, [this] {
        if (isVisible())
            refresh();
    });
}

void PaymentPage::setSale(const OrderId &id)
{
    m_id = id;
    m_drafts.setShown(id);
    m_shown.reset();
    m_page->setBrowser(PagePane::Browser::Opened);
    m_page->showCopied(PagePane::Copied::No);
    m_question->withdraw();
    m_isAsking = false;
    m_answered->hide();
    m_changed->setSale(id);
    showRefusal(Refusal::None);
    if (isVisible())
        setFocus(); // the field that had it when the page was left would take the keys of the buttons
    refresh();
}

bool PaymentPage::isAtRest() const
{
    return m_page->browser() == PagePane::Browser::Opened && !m_isAsking && m_answered->isHidden() &&
           m_refused == Refusal::None && m_changed->isAtRest() && m_outcome->isAtRest();
}

void PaymentPage::edit(const std::function<void(PaymentDraft &)> &change)
{
    PaymentDraft draft = m_drafts.of(m_id);
    change(draft);
    m_drafts.keep(m_id, draft);
    refresh();
}

void PaymentPage::leave()
{
    keepNote();
    m_drafts.setShown({});
    refresh(); // input for an ended order is removed
}

void PaymentPage::watchEvent(const EventId &event)
{
    if (std::exchange(m_watched, event) == event)
        return;
    if (event.isNull())
        m_counter.catalogue.unwatch();
    else
        m_counter.catalogue.watch(event);
}

void PaymentPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
}

void PaymentPage::hideEvent(QHideEvent *event)
{
    watchEvent({});
    Page::hideEvent(event);
}

void PaymentPage::showBrowserMissing()
{
    const Sale *sale = current();
    if (sale && phaseNow(*sale) == Phase::Page)
        m_page->setBrowser(PagePane::Browser::Missing);
}

void PaymentPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F5 && !event->isAutoRepeat())
        askServer(); // also if no button offers it
    else
        Page::keyPressEvent(event);
}

SaleRemark PaymentPage::remarkOn(const Sale &sale) const
{
    return remarkOf(sale, m_counter.saleJournal.issues());
}

const Sale *PaymentPage::current() const
{
    return m_counter.service.sale(m_id);
}

const Event *PaymentPage::eventOf(const Sale &sale) const
{
    return m_counter.catalogue.wholeEvent(sale.order.event);
}

void PaymentPage::refresh()
{
    const Sale *sale = current();
    if (!sale)
        return;
    const Phase phase = phaseNow(*sale);
    const Event *event = eventOf(*sale);
    refreshHead(*sale);
    noticeTrouble(*sale, phase);
    m_page->show(*sale, phase);
    m_changed->refresh(*sale);
    const PaymentDraft draft = m_drafts.of(m_id);
    const bool isChanging = this->isChanging(*sale, phase);
    const auto showCollecting = [&] { m_collect->show(*sale, m_counter.service.openIntents(m_id), draft); };
    if (phase == Phase::Collect)
        showCollecting();
    // While the order is changed, no payment is chosen.
    m_systems->show(*sale, event, isChanging && phase == Phase::Choose ? Phase::Starting : phase, draft);
    m_outcome->show(*sale, phase, remarkOn(*sale), event, draft, m_counter.clock.now());
    const bool isSumTold = !m_newSum->isHidden();
    m_newSum->setSale(*sale, remarkOn(*sale), m_format);
    if (!isSumTold && !m_newSum->isHidden())
        scrollToMessages();
    refreshFoot(*sale, phase);
    refreshFailure(*sale, phase);
    if (isChanging)
        m_change->show(*sale, event, phase == Phase::Choose ? ChangePane::Mode::Change : ChangePane::Mode::GiveBack,
                       m_drafts.of(m_id), sale->inProgress || m_changed->isRequesting());
    const bool isOther = std::exchange(m_isChangeShown, isChanging) != isChanging;
    watchEvent(isVisible() && isChanging ? sale->order.event : EventId());
    refreshLegal(*sale);
    if (m_shown != phase)
        showPhase(phase);
    else if (isOther)
        showPane(phase);
    if (phase != Phase::Collect) // after it was replaced: it withdraws its question
        showCollecting();
}

void PaymentPage::refreshHead(const Sale &sale)
{
    const QString number = m_format.orderNumber(sale.order.number);
    setTitle(tr("Payment of order %1").arg(number), number);
    const auto countdown = m_format.countdown(sale.order, m_counter.clock.now());
    const SaleRemark remark = remarkOn(sale);
    const QString word = m_format.state(sale.order.status, remark, PrintState::None);
    m_pill->setLook({sale.order.status, word, countdown ? countdown->urgency : Countdown::Urgency::Calm, remark});
    m_origin->setText(RemarkText::madeElsewhere(isPerhapsOurs(sale, m_counter.saleJournal.issues())));
    m_origin->setVisible(sale.origin == Sale::Origin::Elsewhere);
    const Event *event = m_counter.catalogue.find(sale.order.event);
    m_what->setText(inOneLine({eventTitle(sale, event),
                               event ? m_format.eventTimeShort(*event, event->venue, m_counter.clock.now()) : QString(),
                               m_format.tickets(sale.order.ticketCount())}));
}

void PaymentPage::noticeTrouble(const Sale &sale, Phase phase)
{
    using Problem = PagePane::Problem;
    Problem problem = Problem::None;
    if (phase != Phase::Page)
        m_page->setBrowser(PagePane::Browser::Opened);
    else if (sale.isMoneyTaken())
        problem = Problem::MoneyTaken;
    else if (decideRedirect(sale.order.payment.redirectUrl) == RedirectDecision::Refuse)
        problem = Problem::UnsafeAddress;
    else if (sale.confirmation == PaymentSystem::Confirmation::Cashier)
        problem = Problem::UnexpectedPage;
    m_page->setProblem(problem);
}

void PaymentPage::refreshFoot(const Sale &sale, Phase phase)
{
    const bool choosing = phase == Phase::Choose || phase == Phase::Starting;
    const bool cancelling = sale.inProgress == Step::Cancel || sale.next == Step::Cancel;
    const bool isHeldUp = phase == Phase::Releasing || phase == Phase::NotFound;
    m_foot->setVisible(isHeld(sale.order.status) || isHeldUp);
    m_bottom->setVisible(!m_foot->isHidden() && !isChanging(sale, phase));
    m_edit->setVisible(mayChange(sale, phase) && !isChanging(sale, phase));
    m_edit->setText(phase == Phase::Choose ? tr("C&hange the order") : tr("&Give tickets back"));
    m_edit->setEnabled(!sale.inProgress);
    m_ask->setVisible(isHeldUp && !sale.closed);
    m_cancel->setVisible(phase != Phase::NotFound);
    m_cancel->setText(phase == Phase::Releasing ? tr("&Cancel again now") : tr("&Cancel and release the seats"));
    const bool isWhoseAsked = phase == Phase::Choose && isPerhapsOurs(sale, m_counter.saleJournal.issues());
    m_start->setVisible(choosing && !isWhoseAsked);
    m_whose->setVisible(isWhoseAsked);
    m_whose->setText(tr("&Whose order is it?"));
    m_start->setText(sale.isFree() ? tr("&Issue the tickets") : tr("&Start the payment"));
    m_start->setWorking(phase == Phase::Starting ? ActionButton::Working::Yes : ActionButton::Working::No);
    // An Enter that was meant for a change of the order must not start the payment of another sum.
    const bool isSameOrder = std::exchange(m_ofSum, sale.order.id) == sale.order.id;
    if (std::exchange(m_sum, sale.order.value) != sale.order.value && isSameOrder)
        m_start->guard(ActionButton::Guard::Once);
    if (phase == Phase::Choose)
        m_start->setEnabled(m_systems->hasWay() && !sale.inProgress && !sale.isSumToAccept() &&
                            !sale.shortfallToAccept());
    m_cancel->setWorking(cancelling ? ActionButton::Working::Yes : ActionButton::Working::No);
    if (!cancelling)
        m_cancel->setEnabled(true); // cancelling is possible during other steps

    if (sale.inProgress) {
        m_isAsking = false; // the running step's answer comes instead
        m_answered->hide();
    }
    const QString awaited = awaitedWords(sale);
    if (std::exchange(m_awaited, awaited) != awaited)
        m_wait->stop();
    if (!awaited.isEmpty() && !m_wait->isRunning())
        m_wait->start(awaited, sale.inProgress ? tr("Back to the orders") : QString(),
                      sale.retryAt ? QString()
                                   : tr("The server is slow: it may take a minute. It goes on if you go back to the "
                                        "orders."));
}

QString PaymentPage::awaitedWords(const Sale &sale) const
{
    if (m_changed->isPicking())
        return tr("Looking for vacant seats…");
    if (!sale.inProgress)
        return m_isAsking ? tr("Asking the server…") : QString();
    if (sale.retryAt)
        return tr("The server asks to wait: it is sent again at %1.").arg(m_format.clockSeconds(*sale.retryAt));
    if (sale.inProgress == Step::Cancel || sale.next == Step::Cancel)
        return tr("Releasing the seats…");
    if (sale.inProgress == Step::Change)
        return tr("Changing the order…");
    if (sale.isFree())
        return tr("Issuing the tickets…");
    return sale.inProgress == Step::Confirm ? tr("Confirming the payment…") : tr("Starting the payment…");
}

void PaymentPage::refreshFailure(const Sale &sale, Phase phase)
{
    const bool isOver = sale.failure && sale.failure->isOfNoEffect() && !m_isChangeShown;
    const bool show = sale.failure && sale.failure->step != Step::Read && isHeld(sale.order.status) &&
                      phase != Phase::NotFound && !isOver && !(m_isChangeShown && m_changed->isCodeRefused()) &&
                      !(phase == Phase::Page && sale.isMoneyTaken() && sale.failure->step == Step::Confirm);
    if (!show)
        return m_failure->clear();
    const ErrorText text(sale.failure->error, doingOf(sale));
    if (m_failure->updateMessage(text))
        return;
    m_failure->showMessage(Notice::Kind::Failure, text);
    scrollToMessages();
    if (phase == Phase::Releasing)
        return; // it is shown below its buttons
    ActionButton *ask = m_failure->addButton(tr("&Ask the server"), u"askServerButton"_s, Qt::Key_F5);
    connect(ask, &QPushButton::clicked, this, &PaymentPage::askServer);
    if (phase == Phase::Choose && sale.failure->step != Step::Change && sale.failure->error.effect == Effect::None) {
        ActionButton *again = m_failure->addButton(tr("&Try again"), u"tryAgainButton"_s);
        connect(again, &QPushButton::clicked, this, [this] { startPayment(PaymentStart::Separate); });
    }
}

void PaymentPage::refreshLegal(const Sale &sale)
{
    const std::optional<Message> lacking = PrintText::lacking(m_counter.printing, sale);
    if (!lacking)
        m_legal->clear();
    else if (!m_legal->updateMessage(*lacking))
        m_legal->showMessage(Notice::Kind::Info, *lacking);
}

void PaymentPage::showPhase(Phase phase)
{
    m_shown = phase;
    shareWidth();
    m_question->withdraw();
    m_collect->startAnew();
    showRefusal(Refusal::None);
    showPane(phase);
}

void PaymentPage::showPane(Phase phase)
{
    const auto show = [this](QWidget *pane) {
        m_panes->setCurrentWidget(pane);
        m_outcome->actions().setVisible(pane == m_outcome);
        scrollToMessages();
        focusFirst();
    };
    if (m_isChangeShown)
        return show(m_change);
    switch (phase) {
    case Phase::Choose:
    case Phase::Starting:
    case Phase::Page:
    case Phase::Await:
        return show(m_page);
    case Phase::Collect:
        return show(m_collect);
    case Phase::Releasing:
    case Phase::NotFound:
    case Phase::Paid:
    case Phase::PaidInVain:
    case Phase::Declined:
    case Phase::Canceled:
    case Phase::CanceledElsewhere:
    case Phase::Expired:
    case Phase::Refunded:
    case Phase::Unknown:
        return show(m_outcome);
    }
    Q_UNREACHABLE();
}

void PaymentPage::focusFirst()
{
    if (!isVisible() || m_systems->isTyping()) // a payment that ends while another page is shown takes no focus
        return;
    QWidget *pane = m_panes->currentWidget();
    if (pane == m_collect)
        m_collect->focusFirst();
    else if (pane == m_outcome)
        m_outcome->focusFirst();
    else if (pane == m_change)
        m_change->focusFirst();
    else if (!m_changed->focusQuestion())
        setFocus();
}

void PaymentPage::startInCash(const QString &system)
{
    const Sale *sale = current();
    if (!sale || sale->isFree() || system.isEmpty())
        return;
    edit([&system](PaymentDraft &draft) { draft.system = system; });
    startPayment(PaymentStart::Combined);
}

void PaymentPage::guardStart()
{
    m_start->guard(ActionButton::Guard::Once);
}

void PaymentPage::startPayment(PaymentStart start)
{
    const auto choice = m_systems->choice();
    const Sale *sale = current();
    if (!sale || phaseNow(*sale) != Phase::Choose || !m_systems->hasWay())
        return;
    keepNote();
    if (!choice)
        return m_systems->showMissing();
    if (!sale->isFree()) // kept, whatever systems are configured later
        edit([&choice](PaymentDraft &draft) { draft.system = choice->system; });
    showRefusal(m_counter.service.pay(m_id, *choice, start));
    refresh();
}

// The change of the order --------------------------------------------------------------------------------------------

void PaymentPage::connectChange()
{
    connect(m_edit, &QPushButton::clicked, this, &PaymentPage::changeOrder);
    connect(m_change, &ChangePane::planned, this,
            [this](const TicketPlan &plan) { edit([&plan](PaymentDraft &draft) { draft.plan = plan; }); });
    connect(m_change, &ChangePane::codeTyped, this,
            [this](const QString &text) { edit([&text](PaymentDraft &draft) { draft.code = text; }); });
    connect(m_change, &ChangePane::ticketsWanted, this, &PaymentPage::askToGiveBack);
    connect(m_change, &ChangePane::tooManyAsked, m_changed, &ChangeNotice::showTooMany);
    connect(m_change, &ChangePane::codesWanted, m_changed, &ChangeNotice::requestCodes);
    connect(m_changed, &ChangeNotice::refused, this, &PaymentPage::showRefusal);
    connect(m_changed, &ChangeNotice::codeRefused, m_change, &ChangePane::showCodeRefused);
    connect(m_changed, &ChangeNotice::codesApplied, this,
            [this] { edit([](PaymentDraft &draft) { draft.code.clear(); }); });
    connect(m_changed, &ChangeNotice::ticketsChanged, this, &PaymentPage::closeChange);
    connect(m_changed, &ChangeNotice::againRequested, this, &PaymentPage::changeOrder);
    connect(m_changed, &ChangeNotice::moved, this, &PaymentPage::refresh);
    connect(m_changed, &ChangeNotice::accepted, this, &PaymentPage::focusFirst);
    connect(&m_counter.catalogue, &EventCatalogue::changed, this, [this](const QSet<EventId> &events) {
        const Sale *sale = current();
        if (sale && m_isChangeShown && events.contains(sale->order.event))
            refresh();
    });
}

bool PaymentPage::mayChange(const Sale &sale, Phase phase) const
{
    if (sale.order.holdsNoTicket() || sale.isConfirming())
        return false;
    if (phase == Phase::Choose)
        return !isPerhapsOurs(sale, m_counter.saleJournal.issues());
    const bool isPageExcluded =
        sale.collecting() == Sale::Collecting::Yes || m_drafts.of(m_id).page == PaymentDraft::Page::NoneOpened;
    return phase == Phase::Collect && isPageExcluded && sale.order.tickets.size() > 1 && !sale.isMoneyTaken();
}

bool PaymentPage::isChanging(const Sale &sale, Phase phase) const
{
    return m_drafts.of(m_id).plan && mayChange(sale, phase);
}

void PaymentPage::changeOrder()
{
    const Sale *sale = current();
    if (!sale || !mayChange(*sale, phaseNow(*sale)) || m_drafts.of(m_id).plan)
        return;
    m_question->withdraw();
    m_collect->startAnew();
    m_changed->clear();
    if (sale->order.ticketCount() != static_cast<int>(sale->tickets.size()))
        m_counter.service.readTickets(m_id);
    edit([](PaymentDraft &draft) { draft.plan = TicketPlan(); });
}

void PaymentPage::closeChange()
{
    m_changed->stop();
    m_question->withdraw();
    edit([](PaymentDraft &draft) {
        draft.plan.reset();
        draft.code.clear();
    });
}

void PaymentPage::askToGiveBack()
{
    const Sale *sale = current();
    const auto plan = m_drafts.of(m_id).plan;
    if (!sale || !plan || !plan->changes(sale->tickets))
        return;
    if (phaseNow(*sale) == Phase::Choose)
        return m_changed->requestTickets();
    const auto count = static_cast<int>(sale->tickets.size() - plan->kept(sale->tickets).size());
    QString words = tr("What is given back goes on sale at once, and no ticket can be added to this order any more.");
    if (sale->collecting() == Sale::Collecting::AfterAsking)
        words += u' ' + tr("If the buyer has a payment page open after all, it may still ask for the old sum.");
    m_question->ask({{tr("Give %n ticket(s) back?", nullptr, count), words},
                     tr("&Yes, give back"),
                     u"giveBackYesButton"_s,
                     tr("N&o"),
                     u"giveBackNoButton"_s},
                    [this] { m_changed->requestTickets(); });
}

void PaymentPage::keepNote()
{
    const PaymentDraft draft = m_drafts.of(m_id);
    const QString note = typedText(draft.note);
    if (note.isEmpty() || note == draft.keptNote || !current())
        return;
    m_counter.service.note(m_id, note);
    edit([&note](PaymentDraft &kept) { kept.keptNote = note; });
}

// --------------------------------------------------------------------------------------------------------------------

void PaymentPage::confirmSale()
{
    const Sale *sale = current();
    if (!sale)
        return;
    // If the cashier had to be asked about a page, the answer was no before this could be called.
    const bool wasAsked = sale->collecting() == Sale::Collecting::AfterAsking;
    const Money taken = PriceBreakdown::of(sale->order).total.value_or(sale->order.value);
    const Refusal refusal = m_counter.service.confirm(m_id, wasAsked ? PageSeen::No : PageSeen::NotAsked);
    showRefusal(refusal);
    if (!sale->isFree() && refusal != Refusal::Busy) // another step runs, which may change the sum
        edit([taken](PaymentDraft &draft) {
            if (!draft.taken) // a later difference is an open issue of its own
                draft.taken = taken;
        });
    refresh();
}

void PaymentPage::askServer()
{
    const Refusal refusal = m_counter.service.refresh(m_id);
    showRefusal(refusal);
    m_isAsking = refusal == Refusal::None;
    if (m_isChangeShown)
        m_counter.catalogue.askAgain();
    m_answered->hide();
    refresh();
}

void PaymentPage::onAsked(const std::optional<ApiError> &failure)
{
    m_isAsking = false;
    const QString time = m_format.clockSeconds(m_counter.clock.now());
    const Sale *sale = current();
    if (failure) {
        const ErrorText text(*failure, Doing::Reading);
        m_answered->setText(tr("Asked at %1. %2 %3").arg(time, text.title, text.reason()));
    } else if (sale) {
        m_answered->setText(tr("The server answered at %1: %2.").arg(time, m_format.status(sale->order.status)));
    }
    m_answered->show();
    refresh();
}

void PaymentPage::showRefusal(Refusal refusal)
{
    m_refused = refusal;
    if (refusal == Refusal::None)
        return m_refusal->clear();
    const RefusalText text(refusal);
    m_refusal->showMessage(Notice::Kind::Warning, text);
    scrollToMessages();
}

void PaymentPage::scrollToMessages()
{
    m_area->verticalScrollBar()->setValue(0);
}

void PaymentPage::askToCancel()
{
    const Sale *sale = current();
    if (!sale || !isHeld(sale->order.status) || sale->inProgress == Step::Cancel)
        return;
    const Phase phase = phaseNow(*sale);
    if (phase == Phase::NotFound)
        return;
    if (phase == Phase::Releasing) // already confirmed
        return cancelSale();
    if (sale->isConfirming()) // it would be refused
        return showRefusal(Refusal::Confirming);
    const CancelText text(*sale, m_format);
    m_question->ask({text, CancelText::yes(), u"cancelSaleYesButton"_s, CancelText::no(), u"cancelSaleNoButton"_s},
                    [this] { cancelSale(); });
}

void PaymentPage::cancelSale()
{
    showRefusal(m_counter.service.cancel(m_id));
    refresh();
}

void PaymentPage::openPage()
{
    const Sale *sale = current();
    if (sale && !sale->isSumToAccept() && decideRedirect(sale->order.payment.redirectUrl) == RedirectDecision::Open)
        requestPage();
}

void PaymentPage::requestPage()
{
    m_page->setBrowser(PagePane::Browser::Opened);
    Q_EMIT openPageRequested(m_id); // may be answered at once
}

void PaymentPage::copyAddress()
{
    const Sale *sale = current();
    if (!sale || sale->isSumToAccept() || decideRedirect(sale->order.payment.redirectUrl) != RedirectDecision::Open)
        return;
    QGuiApplication::clipboard()->setText(sale->order.payment.redirectUrl.toString(QUrl::FullyEncoded));
    m_page->showCopied(PagePane::Copied::Yes);
}

} // namespace okoshko
