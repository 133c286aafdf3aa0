// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/neworder/NewOrderPage.h"

#include "models/counter/Counter.h"
#include "models/domain/Text.h"
#include "ui/neworder/EventsPane.h"
#include "ui/neworder/TicketsPane.h"
#include "ui/text/ErrorText.h"
#include "ui/text/IssueText.h"
#include "ui/text/PriceText.h"
#include "ui/text/TicketText.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ClaimRows.h"
#include "ui/widgets/ConfirmQuestion.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FigureLabel.h"
#include "ui/widgets/KeyHint.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/WaitLine.h"
#include "ui/widgets/WrapLayout.h"

#include <QBoxLayout>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>

#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

NewOrderPage::NewOrderPage(Counter &counter, const Format &format, QWidget *parent)
    : Page(parent)
    , m_counter(counter)
    , m_format(format)
    , m_events(new EventsPane(counter.catalogue, counter.clock, format, this))
    , m_tickets(new TicketsPane(counter.clock, format, this))
{
    setObjectName(u"newOrderPage"_s);
    auto *steps = new ElidedLabel(Theme::Type::Text, Tone::Muted, QFont::Normal, this);
    steps->setAlignment(Qt::AlignRight);
    steps->setText(tr("1 event · 2 category · 3 how many"));
    head().addWidget(steps, 1);
    m_events->setObjectName(u"side"_s);
    m_foot = makeFoot();
    m_halves = new QGridLayout;
    m_halves->setSpacing(0);
    m_halves->addWidget(m_tickets, 0, 1);
    m_halves->setRowStretch(0, 1);
    m_halves->setColumnStretch(0, 3);
    m_halves->setColumnStretch(1, 5);
    body().addLayout(m_halves);
    NewOrderPage::layOut(false);

    setTabOrder(m_events, m_tickets);
    setTabOrder(m_tickets, m_reserve);
    setTabOrder(m_reserve, &back());
    connectCounter();
    setTitle(tr("New order"));
    m_digits->setText(tr("how many"));
    m_reserve->setText(tr("&Reserve"));
    showAge();
    refreshFoot();
}

void NewOrderPage::layOut(bool isLow)
{
    Page::layOut(isLow);
    m_events->showHints(!isLow);
    m_tickets->layOut(isLow);
    m_reserve->setDrawnSize(isLow ? ActionButton::Size::Text : ActionButton::Size::Touch);
    const int air = Theme::space(isLow ? 1 : 2);
    m_foot->layout()->setContentsMargins(Theme::space(4), air, Theme::space(4), air);
    m_halves->addWidget(m_events, 0, 0, isLow ? 1 : 2, 1);
    m_halves->addWidget(m_foot, 1, isLow ? 0 : 1, 1, isLow ? 2 : 1);
}

QWidget *NewOrderPage::makeFoot()
{
    auto *foot = new QFrame(this);
    foot->setObjectName(u"foot"_s);
    m_count = makeLabel(foot, Theme::Type::Note, Tone::Muted);
    m_count->setObjectName(u"reserveCount"_s);
    m_total = new FigureLabel(Theme::Type::Sum, QFont::Bold, foot);
    m_total->setObjectName(u"reserveTotal"_s);
    m_fee = makeLabel(foot, Theme::Type::Note, Tone::Muted);
    m_fee->setObjectName(u"reserveFee"_s);
    m_digits = new KeyHint({u"0"_s, u"…"_s, u"9"_s}, foot);
    m_wait = new WaitLine(foot);
    m_question = new ConfirmQuestion(foot);
    m_reserve = new ActionButton(ActionButton::Weight::Primary, foot);
    m_reserve->setObjectName(u"reserveButton"_s);
    m_reserve->setKey(Qt::Key_Return);

    auto *told = new QWidget(foot);
    auto *sums = new QVBoxLayout(told);
    sums->setContentsMargins(0, 0, 0, 0);
    sums->setSpacing(0);
    sums->addWidget(m_count);
    sums->addWidget(m_total);
    sums->addWidget(m_fee);
    auto *column = new QVBoxLayout(foot);
    column->setSpacing(Theme::space(2));
    column->addWidget(m_question);
    column->addWidget(m_wait);
    auto *row = new WrapLayout;
    column->addLayout(row);
    row->setSpacing(Theme::space(3));
    row->addWidget(told);
    row->addStretch();
    row->addWidget(m_digits);
    row->addWidget(m_reserve);
    return foot;
}

void NewOrderPage::connectCounter()
{
    connect(&back(), &QPushButton::clicked, this, &NewOrderPage::askToLeave);
    connect(m_events, &EventsPane::currentChanged, this, &NewOrderPage::takeEvent);
    connect(m_events, &EventsPane::accepted, m_tickets, &TicketsPane::focusFirst);
    connect(m_tickets, &TicketsPane::countChanged, this, &NewOrderPage::setCount);
    connect(m_tickets, &TicketsPane::tooManyAsked, this, [this](const SetId &set, int wanted) {
        if (m_attempt == 0 && m_offered.isNull()) // an unanswered offer stays
            m_tickets->showTooMany(set, wanted);
    });
    connect(m_reserve, &QPushButton::clicked, this, [this] { reserve(Way::ByHand); });
    connect(m_wait, &WaitLine::left, this, &NewOrderPage::leave);
    connect(&m_counter.service, &SaleService::reserved, this, &NewOrderPage::onReserved);
    connect(&m_counter.service, &SaleService::saleChanged, this, [this](const OrderId &id) {
        if (id == m_reserved)
            onReservedChanged();
        else if (id == m_partial)
            showMissing();
    });
    connect(&m_counter.ticker, &Ticker::second, this, [this] {
        if (!m_reserved.isNull() && ++m_incompleteFor >= longestIncomplete)
            onReservedChanged();
    });
    connect(&m_counter.service, &SaleService::nothingLeft, this, &NewOrderPage::onNothingLeft);
    connect(&m_counter.service, &SaleService::reservationDelayed, this, &NewOrderPage::onDelayed);
    connect(&m_counter.service, &SaleService::stepFailed, this, &NewOrderPage::onStepFailed);
    connect(&m_counter.service, &SaleService::reservationSearched, this, &NewOrderPage::onSearched);
    connect(&m_counter.service, &SaleService::reservationUnclear, this, &NewOrderPage::onUnclear);
    connect(&m_counter.service, &SaleService::claimFailed, this, &NewOrderPage::onClaimFailed);
    connect(&m_counter.service, &SaleService::reservationFailed, this, &NewOrderPage::onFailed);
    auto *refresh = new QShortcut(Qt::Key_F5, this);
    refresh->setContext(Qt::WidgetWithChildrenShortcut);
    refresh->setAutoRepeat(false);
    connect(refresh, &QShortcut::activated, this, [this] {
        m_counter.catalogue.refresh();
        m_counter.catalogue.askAgain();
    });
    connect(&m_counter.catalogue, &EventCatalogue::askedChanged, this, &NewOrderPage::showAge);
}

void NewOrderPage::focusFirst()
{
    m_events->focusSearch();
}

bool NewOrderPage::isAtRest() const
{
    return m_attempt == 0 && m_offered.isNull() && m_tickets->notice().isHidden();
}

NewOrderPage::Picked NewOrderPage::picked() const
{
    return {m_basket, m_isChosen, m_tickets->isCodeOffered()};
}

void NewOrderPage::pickAgain(const Picked &picked)
{
    if (!picked.basket.event())
        return;
    m_events->choose(picked.basket.event()->id);
    if (picked.basket.event()->id != m_events->current())
        return;
    m_basket = picked.basket;
    m_isChosen = picked.isChosen;
    if (picked.isCodeOffered)
        m_tickets->showCode();
    m_tickets->show(m_basket);
    refreshFoot();
}

void NewOrderPage::begin()
{
    m_question->withdraw();
    endAttempt();
    m_tickets->notice().clear();
    m_tickets->withdrawCode();
    m_isChosen = false;
    m_basket = Basket();
    m_events->begin();
    takeEvent();
    m_counter.catalogue.freshen();
}

void NewOrderPage::beginWith(const EventId &event, const QList<WantedTickets> &wanted)
{
    begin();
    m_events->select(event);
    takeEvent();
    int asked = 0;
    for (const WantedTickets &part : wanted) {
        m_basket.setCount(part.set, part.count);
        asked += part.count;
    }
    m_tickets->show(m_basket);
    if (const int left = m_basket.totalCount(); left < asked)
        m_tickets->notice().showMessage(
            Notice::Kind::Warning, {tr("Not as many tickets are left."),
                                    tr("It was %1, now %2 can be sold. Tell the buyer, or choose another category.")
                                        .arg(m_format.tickets(asked), m_format.tickets(left))});
    m_tickets->focusFirst();
    refreshFoot();
}

void NewOrderPage::beginExpress(const EventId &event, const SetId &set)
{
    begin();
    if (!set.isNull()) {
        m_events->select(event);
        takeEvent();
        m_basket.setCount(set, 1);
        m_tickets->show(m_basket);
        refreshFoot();
    }
    if (m_basket.totalCount() == 1)
        reserve(Way::Express);
    else
        showNoExpress(event, set);
}

void NewOrderPage::showNoExpress(const EventId &event, const SetId &set)
{
    const Event *listed = m_counter.catalogue.find(event);
    const TicketSet *last = listed ? listed->set(set) : nullptr;
    const bool isListRead = m_counter.catalogue.state() == EventCatalogue::State::Read;
    const QString title = set.isNull()                ? tr("Nothing was sold at this counter yet.")
                          : last && last->vacant == 0 ? tr("The category sold last is sold out.")
                          : listed                    ? tr("The category sold last is not on sale any more.")
                          : isListRead                ? tr("The event sold last is not on sale any more.")
                                                      : tr("The event sold last is not in the list yet.");
    m_tickets->notice().showMessage(
        Notice::Kind::Info,
        {title, tr("Nothing is reserved. Choose the event and the tickets; the next express sale (F4) repeats what is "
                   "sold then.")});
}

void NewOrderPage::takeEvent()
{
    const EventId id = m_events->current();
    const Event *event = m_counter.catalogue.wholeEvent(id);
    if (isVisible())
        m_counter.catalogue.watch(id);
    const bool another = event && (!m_basket.event() || event->id != m_basket.event()->id);
    if (another && m_attempt == 0 && m_offered.isNull()) {
        m_tickets->notice().clear();
        m_tickets->withdrawCode(); // it belongs to the event before
    }
    const Basket before = m_basket;
    m_basket.setEvent(event ? std::optional(*event) : std::nullopt, m_counter.clock.now());
    m_tickets->show(m_basket);
    showAge();
    refreshFoot();
    if (!another && m_attempt == 0 && m_offered.isNull())
        showChanges(before);
}

void NewOrderPage::showChanges(const Basket &before)
{
    if (!before.event())
        return;
    if (!m_basket.event() && !m_counter.catalogue.catalogue()->byId.contains(before.event()->id)) {
        return showNews(tr("The server does not list “%1” any more.")
                            .arg(isolated(sanitizedText(m_format.title(*before.event()), longestTitle))),
                        tr("Its tickets cannot be reserved. Tell the buyer, and choose another event."));
    }
    const int count = before.totalCount();
    const auto total = before.price().total;
    if (!m_basket.event() || count == 0 || (m_basket.totalCount() == count && m_basket.price().total == total))
        return;
    const auto words = [this](const Basket &basket) {
        return tr("%1 for %2").arg(m_format.tickets(basket.totalCount()), m_format.sum(basket.price().total));
    };
    showNews(tr("What was picked has changed at the server."),
             tr("Now: %1. Before: %2. Tell the buyer, and look through what is picked.")
                 .arg(words(m_basket), words(before)));
}

void NewOrderPage::showNews(const QString &title, const QString &words)
{
    Notice &notice = m_tickets->notice();
    if (notice.isHidden() || notice.title() == m_newsTitle) {
        m_newsTitle = title;
        return notice.showMessage(Notice::Kind::Warning, {title, words});
    }
    if (notice.body() != m_bodyWithNews)
        m_bodyBeforeNews = notice.body();
    m_bodyWithNews = m_bodyBeforeNews + u'\n' + title + u' ' + words;
    notice.setBody(m_bodyWithNews);
}

void NewOrderPage::showAge()
{
    const EventCatalogue &catalogue = m_counter.catalogue;
    const auto reportedAt = catalogue.reportedAt();
    QString words;
    switch (catalogue.asked()) {
    case EventCatalogue::Asked::NotYet:
    case EventCatalogue::Asked::Answered:
        break;
    case EventCatalogue::Asked::Unknown:
        words = tr("The server does not know this event any more: it may be off sale. Press F5 to read the list again. "
                   "If you reserve all the same, the server decides.");
        break;
    case EventCatalogue::Asked::Failed: {
        const ErrorText text(catalogue.askFailure().value_or(ApiError()), Doing::LoadingEvents);
        words = reportedAt ? tr("As of %1. %2").arg(m_format.moment(*reportedAt, m_counter.clock.now()), text.reason())
                           : tr("%1 Prices and vacancies may be old.").arg(text.reason());
        break;
    }
    }
    m_tickets->setAge(words);
}

void NewOrderPage::setCount(const SetId &set, int count)
{
    if (m_attempt == 0 && m_offered.isNull()) { // tickets being reserved stay as requested
        m_basket.setCount(set, count);
        m_isChosen = true;
    }
    m_tickets->show(m_basket);
    refreshFoot();
}

void NewOrderPage::refreshFoot()
{
    const int count = m_basket.totalCount();
    m_count->setText(count == 0 ? tr("No tickets yet") : m_format.tickets(count));
    const PriceBreakdown price = m_basket.price();
    m_total->setText(m_format.sum(price.total));
    QStringList fee;
    if (price.fee && !price.fee->isZero())
        fee << tr("of it %1 fee").arg(m_format.plainMoney(*price.fee));
    if (m_basket.expectsDealFee())
        fee << dealFeeWords(*m_basket.event()->dealFee, m_format);
    else if (!price.fee)
        fee << tr("the fee is not told");
    m_fee->setText(fee.join(u" · "_s));
    m_fee->setVisible(!fee.isEmpty());
    if (m_attempt == 0)
        m_reserve->setEnabled(count > 0 && m_offered.isNull());
    m_foot->setVisible(m_offered.isNull()); // its sum would be the one before the reservation
    back().setEnabled(m_offered.isNull());  // the offer must be accepted or released first
}

void NewOrderPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_counter.catalogue.watch(m_events->current());
}

void NewOrderPage::hideEvent(QHideEvent *event)
{
    m_counter.catalogue.unwatch();
    Page::hideEvent(event);
}

void NewOrderPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool isWide = width() >= Theme::space(122);
    for (QWidget *each : {static_cast<QWidget *>(m_digits), static_cast<QWidget *>(m_count)})
        each->setVisible(isWide); // hidden first: the sum and the button are more important
}

void NewOrderPage::keyPressEvent(QKeyEvent *event)
{
    const bool letter = !event->text().isEmpty() && event->text().front().isLetter();
    if (event->key() == Qt::Key_Left) {
        m_events->focusSearch();
    } else if (letter && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        m_events->focusSearch(event->text());
    } else {
        Page::keyPressEvent(event);
    }
}

namespace {

/// The server's message for an order that it made: about the code, if one was sent.
QString refusalWords(const Sale &sale)
{
    return sale.request.promoCodes.isEmpty()
               ? NewOrderPage::tr("The server made the order and says: “%1”").arg(sale.order.refusal)
               : NewOrderPage::tr("The code was not accepted: “%1”").arg(sale.order.refusal);
}

/// \a words with the server's message.
QString withRefusal(const Sale &sale, const QString &words)
{
    return sale.order.refusal.isEmpty() ? words : refusalWords(sale) + u'\n' + words;
}

} // namespace

void NewOrderPage::reserve(Way way)
{
    if (m_attempt != 0 || !m_offered.isNull())
        return;
    takeEvent(); // the event may be over by now
    if (m_basket.totalCount() == 0)
        return;
    m_question->withdraw(); // the cashier stays
    if (const qsizetype size = m_tickets->code().size(); size > longestPromoCode)
        return m_tickets->notice().showMessage(
            Notice::Kind::Failure, {tr("The tickets were not reserved."), ErrorText::tooLongCode(size, m_format)});
    m_tickets->notice().clear();
    m_quoted = m_basket;
    ReserveRequest request = m_basket.toRequest();
    if (const QString code = m_tickets->code(); !code.isEmpty())
        request.promoCodes << code;
    m_attempt = m_counter.service.reserve(request);
    m_way = way;
    m_isChosen = false;
    m_wasOffered = false;
    m_reserve->setWorking(ActionButton::Working::Yes);
    m_wait->start(tr("Reserving the tickets…"), tr("Back to the orders"),
                  tr("The server is slow: it may take a minute. If you go back, the tickets are released once it "
                     "answers."));
}

void NewOrderPage::endAttempt()
{
    m_attempt = 0;
    m_reserved = {};
    m_offered = {};
    m_partial = {};
    m_claiming = {};
    m_claimFailure.reset();
    m_reserve->setWorking(ActionButton::Working::No);
    m_wait->stop();
    refreshFoot();
}

void NewOrderPage::onReserved(SaleService::Attempt attempt, const OrderId &id)
{
    if (attempt != m_attempt || !m_reserved.isNull())
        return; // the attempt was left; the order table shows its result
    m_reserved = id;
    m_incompleteFor = 0;
    if (id != m_claiming) // the answer arrived after all
        withdrawClaims();
    onReservedChanged();
}

void NewOrderPage::onReservedChanged()
{
    const Sale *sale = m_counter.service.sale(m_reserved);
    if (!sale)
        return;
    // A short answer: the order is being read. If it stays incomplete, the cashier continues all the same, because the
    // order holds its tickets.
    if (m_incompleteFor < longestIncomplete && (sale->order.absent & (Order::Field::Tickets | Order::Field::Value)))
        return;
    endAttempt();
    checkReserved(*sale);
}

void NewOrderPage::leave()
{
    // Leaving releases the tickets, also those of a late answer. A refusal is shown on the orders page.
    if (const OrderId reserved = m_reserved.isNull() ? m_offered : m_reserved; !reserved.isNull())
        static_cast<void>(m_counter.service.cancel(reserved));
    else if (m_attempt != 0)
        m_counter.service.giveUp(m_attempt);
    endAttempt();
    Q_EMIT left();
}

void NewOrderPage::askToLeave()
{
    const int count = m_basket.totalCount();
    if (count == 0 || !m_isChosen)
        return leave();
    m_question->ask(
        {{tr("Leave without reserving?"), tr("%n ticket(s) are picked, and nothing is reserved.", nullptr, count)},
         tr("&Yes, leave"),
         u"leaveOrderYesButton"_s,
         tr("S&tay here"),
         u"leaveOrderNoButton"_s},
        [this] { leave(); });
}

void NewOrderPage::onDelayed(SaleService::Attempt attempt, const ApiError &error, Instant again)
{
    if (attempt == m_attempt)
        m_wait->setText(tr("%1 It is sent again at %2.")
                            .arg(ErrorText(error, Doing::Reserving).reason(), m_format.clockSeconds(again)));
}

void NewOrderPage::onSearched(SaleService::Attempt attempt, const ApiError &why)
{
    if (attempt != m_attempt)
        return;
    m_lost = why;
    m_way = Way::ByHand;
    m_tickets->notice().showMessage(
        Notice::Kind::Warning,
        {ErrorText(why, Doing::Reserving).reason(),
         tr("It is being looked for whether the tickets were reserved. Nothing is reserved twice.")});
    m_wait->stop();
    m_wait->start(tr("Looking for the order…"), tr("Back to the orders"));
}

void NewOrderPage::onUnclear(SaleService::Attempt attempt, const QList<Candidate> &candidates)
{
    if (attempt != m_attempt)
        return;
    m_candidates = candidates;
    if (candidates.isEmpty()) {
        if (m_tickets->notice().isAncestorOf(window()->focusWidget()))
            m_tickets->setFocus(); // a key being pressed must not press another button
        m_tickets->notice().showMessage(
            Notice::Kind::Failure,
            {tr("It is not known whether the tickets were reserved."),
             claimFailureWords() +
                 tr("Okoshko keeps asking the server; you can go back to the orders. An order that nobody claims "
                    "runs out by itself.")});
        return;
    }
    if (m_claiming.isNull())
        m_wait->stop();
    offerClaims();
}

void NewOrderPage::onClaimFailed(SaleService::Attempt attempt, const ApiError &error)
{
    if (attempt != m_attempt)
        return;
    m_claimFailure = error; // shown with the next offer
    m_claiming = {};
    m_wait->stop();
}

QString NewOrderPage::claimFailureWords() const
{
    return m_claimFailure ? IssueText::claimFailure(*m_claimFailure) + u'\n' : QString();
}

bool NewOrderPage::isOffering() const
{
    return m_claims && !m_claims->isHidden();
}

void NewOrderPage::withdrawClaims()
{
    if (!isOffering())
        return;
    if (m_tickets->notice().isAncestorOf(window()->focusWidget()))
        m_tickets->setFocus(); // a key being pressed must not press another button
    m_tickets->notice().clear();
    m_wait->start(tr("Looking for the order…"), tr("Back to the orders"));
}

void NewOrderPage::offerClaims()
{
    Notice &notice = m_tickets->notice();
    const QString words = claimFailureWords() + ErrorText(m_lost, Doing::Reserving).reason() + u' ' +
                          tr("Other counters may sell this event too. Found:");
    if (const QString title = tr("Is one of these orders yours?"); !notice.updateMessage({title, words})) {
        notice.showMessage(Notice::Kind::Warning, {title, words});
        m_claims = new ClaimRows({u"claimButton"_s}, &notice);
        connect(m_claims, &ClaimRows::pressed, this, &NewOrderPage::claim);
        notice.addPart(m_claims);
        ActionButton *none = notice.addButton(tr("&None of them"), u"claimNoneButton"_s);
        connect(none, &QPushButton::clicked, this, &NewOrderPage::disclaim);
        // The first offer answers the cashier's request and takes the focus; later changes do not.
        if (!std::exchange(m_wasOffered, true) && !qobject_cast<QLineEdit *>(window()->focusWidget()))
            none->setFocus();
        none->guard(ActionButton::Guard::Lasting);
    }
    QList<ClaimRows::Row> rows;
    for (const Candidate &candidate : std::as_const(m_candidates)) {
        const Order &order = candidate.order;
        rows.append({order.id,
                     candidateWords(candidate, m_counter.catalogue.find(order.event), m_format),
                     {tr("Ours: %1").arg(m_format.orderNumber(order.number))}});
    }
    m_claims->show(rows);
}

void NewOrderPage::claim(const OrderId &id)
{
    if (!m_claiming.isNull())
        return;
    m_claiming = id;
    m_claimFailure.reset();
    m_wait->start(tr("The order is being taken over…"), tr("Back to the orders"),
                  tr("The server is slow: it may take a minute. If you go back, the tickets are released."));
    m_counter.service.claim(m_attempt, id);
}

void NewOrderPage::disclaim()
{
    if (m_counter.service.disclaim(m_attempt) == ReservationFlow::DisclaimResult::TooLate) {
        m_tickets->notice().setBody(tr("The order that you chose is being recorded as yours, and is shown in a moment. "
                                       "If it is not yours, take no money for it and leave it: it runs out by "
                                       "itself."));
        return;
    }
    endAttempt();
    m_tickets->notice().showMessage(
        Notice::Kind::Info,
        {tr("None of them was taken over."), tr("What nobody claims is released when its time is up. Reserve again.")});
    m_tickets->focusFirst();
}

void NewOrderPage::onNothingLeft(SaleService::Attempt attempt)
{
    if (attempt != m_attempt)
        return;
    endAttempt();
    showEmpty();
}

void NewOrderPage::onFailed(SaleService::Attempt attempt, const ApiError &error)
{
    if (attempt != m_attempt)
        return;
    endAttempt();
    const ErrorText text(error, Doing::Reserving);
    m_tickets->notice().showMessage(Notice::Kind::Failure, text);
    if (error.httpStatus == 400) // a presale refuses tickets without a code with this status and a free text only
        m_tickets->offerCode();
    m_counter.catalogue.askAgain(); // what is on sale may have changed
}

void NewOrderPage::checkReserved(const Sale &sale)
{
    const Order &order = sale.order;
    const int wanted = sale.request.wantedCount();
    const int got = order.has(Order::Field::Tickets) ? static_cast<int>(order.tickets.size()) : wanted;
    const auto change = m_quoted.price().changeTo(PriceBreakdown::of(order), m_quoted.dealFee());
    if (got == 0)
        showEmpty();
    else if (got < wanted)
        showPartial(sale, got);
    else if (change != PriceBreakdown::Change::None)
        showPriceChanged(sale);
    else if (!order.refusal.isEmpty())
        showServerMessage(sale);
    else
        goOn(order.id, std::nullopt, m_way);
}

void NewOrderPage::showEmpty()
{
    m_tickets->notice().showMessage(
        Notice::Kind::Warning,
        {tr("These tickets have just been sold."),
         tr("Nothing is reserved and nothing is to pay. Choose another category or another event.")});
    m_counter.catalogue.askAgain();
}

void NewOrderPage::showPartial(const Sale &sale, int got)
{
    const PriceBreakdown now = PriceBreakdown::of(sale.order);
    // With several categories the reserved ones are not known here: the dearest ones give the upper limit.
    const Basket quoted = m_quoted.dearest(got);
    const PriceBreakdown most = quoted.price().withFee(quoted.dealFee());
    const QString sum = m_format.sum(now.total);
    QStringList words{sale.order.refusal.isEmpty() // else the server says why
                          ? tr("There are no more. The buyer would pay %1. Ask whether that will do.").arg(sum)
                          : tr("The buyer would pay %1. Ask whether that will do.").arg(sum)};
    if (quoted.isOfOneSet() && m_quoted.isOfOneSet()) {
        if (quoted.price().changeTo(now, quoted.dealFee()) != PriceBreakdown::Change::None)
            words << tr("The price has changed meanwhile.") << changeWords(most, now, m_format);
    } else if (now.total && most.total && *now.total > *most.total) {
        words
            << tr("The price has changed meanwhile.")
            << tr("%1 would cost %2 at most, as they were told.").arg(m_format.tickets(got), m_format.sum(most.total));
    }
    m_tickets->notice().showMessage(Notice::Kind::Warning,
                                    {tr("Asked for %1, reserved %2.").arg(sale.request.wantedCount()).arg(got),
                                     withRefusal(sale, words.join(u'\n'))});
    m_partial = sale.order.id;
    showMissing();
    offer(sale.order.id, tr("&Take these: %n", nullptr, got), u"takeTheseButton"_s);
}

void NewOrderPage::showMissing()
{
    const Sale *sale = m_counter.service.sale(m_partial);
    if (!sale || sale->request.random.size() < 2)
        return;
    const Event *event = m_basket.event() ? &*m_basket.event() : nullptr;
    const QStringList lines = missingLines(*sale, sale->request.random, event, m_format);
    if (lines.isEmpty())
        return; // the tickets are being read
    m_partial = {};
    m_tickets->notice().setBody(lines.join(u'\n') + u'\n' + m_tickets->notice().body());
}

void NewOrderPage::showPriceChanged(const Sale &sale)
{
    const PriceBreakdown quoted = m_quoted.price();
    const PriceBreakdown now = PriceBreakdown::of(sale.order);
    const bool isFeeAlone = quoted.faceOrImplied() == now.faceOrImplied();
    m_tickets->notice().showMessage(
        Notice::Kind::Warning,
        {isFeeAlone ? tr("The sum is not the one that was told.") : tr("The price has changed meanwhile."),
         withRefusal(sale, changeWords(quoted.withFee(m_quoted.dealFee()), now, m_format) + u'\n' +
                               tr("Tell the buyer before you go on."))});
    offer(sale.order.id, tr("&Go on with %1").arg(m_format.sum(now.total)), u"goOnButton"_s);
}

void NewOrderPage::showServerMessage(const Sale &sale)
{
    const QString sum = m_format.sum(PriceBreakdown::of(sale.order).total);
    m_tickets->notice().showMessage(
        Notice::Kind::Warning,
        {refusalWords(sale),
         sale.request.promoCodes.isEmpty()
             ? tr("The tickets are reserved, for %1. Tell the buyer before you go on.").arg(sum)
             : tr("The tickets are reserved without it, for %1. Tell the buyer before you go on.").arg(sum)});
    offer(sale.order.id, tr("&Go on with %1").arg(m_format.sum(PriceBreakdown::of(sale.order).total)), u"goOnButton"_s);
}

void NewOrderPage::offer(const OrderId &id, const QString &goOnText, const QString &goOnName)
{
    m_offered = id;
    ActionButton *yes = m_tickets->notice().addButton(goOnText, goOnName, Qt::Key_Y);
    ActionButton *no =
        m_tickets->notice().addButton(tr("&Release and choose again"), u"chooseAnewButton"_s, Qt::Key_Escape);
    const Sale *sale = m_counter.service.sale(id);
    const auto told = sale ? sale->shortfallToAccept() : std::nullopt;
    connect(yes, &QPushButton::clicked, this, [this, id, told] { goOn(id, told); });
    connect(no, &QPushButton::clicked, this, [this, id] { chooseAnew(id); });
    yes->guard(ActionButton::Guard::Lasting);
    no->setFocus();                          // Enter, which reserved, must not accept a sum that the buyer was not told
    no->guard(ActionButton::Guard::Lasting); // nor release what was reserved before its words can be read
    refreshFoot();
}

void NewOrderPage::onStepFailed(const OrderId &id, Step step, const ApiError &error)
{
    if (step != Step::Cancel || id != m_releasing || m_attempt != 0 || !m_offered.isNull())
        return;
    const Sale *sale = m_counter.service.sale(id);
    const ErrorText text(error, sale && sale->goal == SaleGoal::Release ? Doing::Releasing : Doing::Cancelling);
    showOrderFailure(id, text.title, text.body);
}

void NewOrderPage::showOrderFailure(const OrderId &id, const QString &title, const QString &words)
{
    const Sale *sale = m_counter.service.sale(id);
    const QString number = m_format.orderNumber(sale ? sale->order.number : 0);
    m_tickets->notice().showMessage(Notice::Kind::Failure, {tr("Order %1: %2").arg(number, title), words});
}

void NewOrderPage::goOn(OrderId id, std::optional<Sale::Shortfall> told, Way way)
{
    m_offered = {};
    m_partial = {};
    m_tickets->notice().clear();
    m_basket = Basket();
    if (told)
        m_counter.service.acceptShortfall(id, *told);
    if (way == Way::Express)
        Q_EMIT expressReserved(id);
    else
        Q_EMIT reserved(id);
}

void NewOrderPage::chooseAnew(OrderId id)
{
    m_offered = {};
    m_partial = {};
    m_releasing = id;
    const Refusal refusal = m_counter.service.cancel(id); // a refusal by the server is shown here or on the orders page
    if (refusal == Refusal::None || refusal == Refusal::Busy)
        m_tickets->notice().showMessage(Notice::Kind::Info,
                                        {tr("The tickets are being released."), tr("Choose again.")});
    else
        showOrderFailure(id, RefusalText(refusal).title, RefusalText(refusal).body);
    m_counter.catalogue.askAgain();
    m_tickets->focusFirst();
    refreshFoot();
}

} // namespace okoshko
