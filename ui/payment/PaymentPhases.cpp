// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/PaymentPage.h"

#include "models/counter/Counter.h"
#include "ui/payment/CollectPane.h"
#include "ui/payment/OutcomePane.h"
#include "ui/payment/PagePane.h"
#include "ui/payment/PaymentDrafts.h"
#include "ui/payment/SystemsPane.h"
#include "ui/text/CancelText.h"
#include "ui/text/ErrorText.h"
#include "ui/text/RefusalText.h"
#include "ui/text/RemarkText.h"
#include "ui/text/TicketText.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ColumnArea.h"
#include "ui/widgets/ConfirmQuestion.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/StatusPill.h"
#include "ui/widgets/SumNotice.h"
#include "ui/widgets/WaitLine.h"

#include "models/domain/ShownText.h"
#include "models/sale/RedirectDecision.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollBar>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

// What the payment window shows and takes in each phase.

namespace okoshko {

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
    const PaymentDraft draft = m_drafts.of(m_id);
    const auto showCollecting = [&] { m_collect->show(*sale, m_counter.service.openIntents(m_id), draft); };
    if (phase == Phase::Collect)
        showCollecting();
    m_systems->show(*sale, event, phase, draft,
                    m_collect->hasMoney() ? SystemsPane::Sum::Taken : SystemsPane::Sum::Due);
    m_outcome->show(*sale, phase, remarkOn(*sale), event, draft);
    const bool isSumTold = !m_newSum->isHidden();
    m_newSum->tell(*sale, m_drafts.isMoneyTaken(*sale), m_format);
    if (!isSumTold && !m_newSum->isHidden())
        showTold();
    refreshFoot(*sale, phase);
    refreshFailure(*sale, phase);
    if (m_shown != phase)
        showPhase(phase);
    if (phase != Phase::Collect) // behind what is shown: it says what is over
        showCollecting();
}

void PaymentPage::refreshHead(const Sale &sale)
{
    const QString number = m_format.orderNumber(sale.order.number);
    setTitle(tr("Payment of order %1").arg(number), number);
    const auto countdown = m_format.countdown(sale.order, m_counter.clock.now());
    const SaleRemark remark = remarkOn(sale);
    const QString word = remark == SaleRemark::None ? m_format.status(sale.order.status) : m_format.remark(remark);
    m_pill->setLook({sale.order.status, word, countdown ? countdown->urgency : Countdown::Urgency::Calm, remark});
    m_origin->setText(RemarkText::madeElsewhere(isPerhapsOurs(sale, m_counter.saleJournal.issues())));
    m_origin->setVisible(sale.origin == Sale::Origin::Elsewhere);
    const Event *event = m_counter.catalogue.event(sale.order.event);
    m_what->setText(inOneLine({eventTitle(sale, event),
                               event ? m_format.eventTimeShort(*event, event->venue, m_counter.clock.now()) : QString(),
                               m_format.tickets(sale.order.ticketCount())}));
}

void PaymentPage::noticeTrouble(const Sale &sale, Phase phase)
{
    using Trouble = PagePane::Trouble;
    Trouble trouble = Trouble::None;
    if (phase != Phase::Page)
        m_page->setBrowser(PagePane::Browser::Opened);
    else if (decideRedirect(sale.order.payment.redirectUrl) == RedirectDecision::Refuse)
        trouble = Trouble::UnsafeAddress;
    else if (sale.confirmation == PaymentSystem::Confirmation::Cashier)
        trouble = Trouble::UnexpectedPage;
    m_page->setTrouble(trouble);
}

void PaymentPage::refreshFoot(const Sale &sale, Phase phase)
{
    const bool choosing = phase == Phase::Choose || phase == Phase::Starting;
    const bool cancelling = sale.inProgress == Step::Cancel || sale.next == Step::Cancel;
    const bool isHeldUp = phase == Phase::Releasing || phase == Phase::Forgotten;
    for (QWidget *part : {m_foot, m_bottom})
        part->setVisible(isHeld(sale.order.status) || isHeldUp);
    m_ask->setVisible(isHeldUp && !sale.closed);
    m_cancel->setVisible(phase != Phase::Forgotten);
    m_cancel->setText(phase == Phase::Releasing ? tr("&Cancel again now") : tr("&Cancel and release the seats"));
    const bool isWhoseAsked = phase == Phase::Choose && isPerhapsOurs(sale, m_counter.saleJournal.issues());
    m_start->setVisible(choosing && !isWhoseAsked);
    m_whose->setVisible(isWhoseAsked);
    m_whose->setText(tr("&Whose order is it?"));
    m_start->setText(sale.isFree() ? tr("&Issue the tickets") : tr("&Start the payment"));
    m_start->setWorking(phase == Phase::Starting ? ActionButton::Working::Yes : ActionButton::Working::No);
    if (phase == Phase::Choose)
        m_start->setEnabled(m_systems->hasWay() && !sale.inProgress && !sale.isSumToAccept());
    m_cancel->setWorking(cancelling ? ActionButton::Working::Yes : ActionButton::Working::No);
    if (!cancelling)
        m_cancel->setEnabled(true); // it is the next step, whatever is under way

    if (sale.inProgress) {
        m_isAsking = false; // what is under way is answered instead
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
    if (!sale.inProgress)
        return m_isAsking ? tr("Asking the server…") : QString();
    if (sale.retryAt)
        return tr("The server asks to wait: it is sent again at %1.").arg(m_format.clockSeconds(*sale.retryAt));
    if (sale.inProgress == Step::Cancel || sale.next == Step::Cancel)
        return tr("Releasing the seats…");
    if (sale.isFree())
        return tr("Issuing the tickets…");
    return sale.inProgress == Step::Confirm ? tr("Confirming the payment…") : tr("Starting the payment…");
}

void PaymentPage::refreshFailure(const Sale &sale, Phase phase)
{
    const bool show =
        sale.failure && sale.failure->step != Step::Read && isHeld(sale.order.status) && phase != Phase::Forgotten;
    if (!show)
        return m_failure->clear();
    const ErrorText text(sale.failure->error, doingOf(sale));
    if (m_failure->retell(text.title(), text.body()))
        return;
    m_failure->say(Notice::Kind::Failure, text.title(), text.body());
    showTold();
    if (phase == Phase::Releasing)
        return; // its buttons stand below
    ActionButton *ask = m_failure->addButton(tr("&Ask the server"), u"askServerButton"_s, Qt::Key_F5);
    connect(ask, &QPushButton::clicked, this, &PaymentPage::askServer);
    if (phase == Phase::Choose && sale.failure->error.effect == Effect::None) {
        ActionButton *again = m_failure->addButton(tr("&Try again"), u"tryAgainButton"_s);
        connect(again, &QPushButton::clicked, this, &PaymentPage::startPayment);
    }
}

void PaymentPage::showPhase(Phase phase)
{
    m_shown = phase;
    shareWidth();
    m_question->withdraw();
    m_collect->startAnew();
    tell(Refusal::None);
    const auto show = [this](QWidget *pane) {
        m_panes->setCurrentWidget(pane);
        m_outcome->actions().setVisible(pane == m_outcome);
        showTold();
        focusFirst();
    };
    switch (phase) {
    case Phase::Choose:
    case Phase::Starting:
    case Phase::Page:
    case Phase::Await:
        return show(m_page);
    case Phase::Collect:
        return show(m_collect);
    case Phase::Releasing:
    case Phase::Forgotten:
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
    if (!isVisible() || m_systems->isTyping()) // a payment that ends behind another page takes no keys
        return;
    QWidget *pane = m_panes->currentWidget();
    if (pane == m_collect)
        m_collect->focusFirst();
    else if (pane == m_outcome)
        m_outcome->focusFirst();
    else if (!m_systems->focusMissing())
        setFocus();
}

void PaymentPage::startPayment()
{
    const auto choice = m_systems->choice();
    const Sale *sale = current();
    if (!sale || phaseNow(*sale) != Phase::Choose || !m_systems->hasWay())
        return;
    if (!choice)
        return m_systems->sayMissing();
    if (!sale->isFree()) // it stays, whatever the settings offer meanwhile
        edit([&choice](PaymentDraft &draft) { draft.system = choice->system; });
    tell(m_counter.service.pay(m_id, *choice));
    refresh();
}

void PaymentPage::confirmSale()
{
    const Sale *sale = current();
    if (!sale)
        return;
    // Where it had to be asked whether a page was opened, she has said that none was before she could confirm.
    const bool wasAsked = sale->collecting() == Sale::Collecting::AfterAsking;
    const Money taken = PriceBreakdown::of(sale->order).total.value_or(sale->order.value);
    const Refusal refusal = m_counter.service.confirm(m_id, wasAsked ? PageSeen::No : PageSeen::NotAsked);
    tell(refusal);
    if (!sale->isFree())
        edit([taken](PaymentDraft &draft) {
            if (!draft.taken) // a difference that came later is settled apart from it
                draft.taken = taken;
        });
    refresh();
}

void PaymentPage::askServer()
{
    const Refusal refusal = m_counter.service.refresh(m_id);
    tell(refusal);
    m_isAsking = refusal == Refusal::None;
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
        m_answered->setText(tr("Asked at %1. %2 %3").arg(time, text.title(), text.reason()));
    } else if (sale) {
        m_answered->setText(tr("The server answered at %1: %2.").arg(time, m_format.status(sale->order.status)));
    }
    m_answered->show();
    refresh();
}

void PaymentPage::tell(Refusal refusal)
{
    m_refused = refusal;
    if (refusal == Refusal::None)
        return m_refusal->clear();
    const RefusalText text(refusal);
    m_refusal->say(Notice::Kind::Warning, text.title(), text.body());
    showTold();
}

void PaymentPage::showTold()
{
    m_area->verticalScrollBar()->setValue(0);
}

void PaymentPage::askToCancel()
{
    const Sale *sale = current();
    if (!sale || !isHeld(sale->order.status) || sale->inProgress == Step::Cancel)
        return;
    const Phase phase = phaseNow(*sale);
    if (phase == Phase::Forgotten)
        return;
    if (phase == Phase::Releasing) // that was asked
        return cancelSale();
    if (sale->isConfirming()) // which would refuse it
        return tell(Refusal::Confirming);
    const CancelText text(*sale, m_format, m_drafts.isMoneyTaken(*sale));
    m_question->ask({text.title(), text.words(), CancelText::yes(), u"cancelSaleYesButton"_s, CancelText::no(),
                     u"cancelSaleNoButton"_s},
                    [this] { cancelSale(); });
}

void PaymentPage::cancelSale()
{
    tell(m_counter.service.cancel(m_id));
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
    Q_EMIT openPageRequested(m_id); // which may be answered at once
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
