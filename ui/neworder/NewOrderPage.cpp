// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/neworder/NewOrderPage.h"

#include "models/counter/Counter.h"
#include "ui/neworder/EventsPane.h"
#include "ui/neworder/TicketsPane.h"
#include "ui/text/ErrorText.h"
#include "ui/text/PriceText.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ConfirmQuestion.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FigureLabel.h"
#include "ui/widgets/KeyHint.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/WaitLine.h"
#include "ui/widgets/WrapLayout.h"

#include "models/domain/ShownText.h"

#include <QBoxLayout>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QShortcut>

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
        if (m_attempt == 0 && m_offered.isNull()) // what is offered stays to be answered
            m_tickets->sayTooMany(set, wanted);
    });
    connect(m_reserve, &QPushButton::clicked, this, &NewOrderPage::reserve);
    connect(m_wait, &WaitLine::left, this, &NewOrderPage::leave);
    connect(&m_counter.service, &SaleService::reserved, this, &NewOrderPage::onReserved);
    connect(&m_counter.service, &SaleService::saleChanged, this, [this](const OrderId &id) {
        if (id == m_made)
            onMadeTold();
    });
    connect(&m_counter.ticker, &Ticker::second, this, [this] {
        if (!m_made.isNull() && ++m_untoldFor >= longestUntold)
            onMadeTold();
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
        m_tickets->notice().say(Notice::Kind::Warning, tr("Not as many tickets are left."),
                                tr("It was %1, now %2 can be sold. Tell the buyer, or choose another category.")
                                    .arg(m_format.tickets(asked), m_format.tickets(left)));
    m_tickets->focusFirst();
    refreshFoot();
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
        m_tickets->withdrawCode(); // it is of that event
    }
    const Basket before = m_basket;
    m_basket.setEvent(event ? std::optional(*event) : std::nullopt, m_counter.clock.now());
    m_tickets->show(m_basket);
    showAge();
    refreshFoot();
    if (!another && m_attempt == 0 && m_offered.isNull())
        sayWhatChanged(before);
}

void NewOrderPage::sayWhatChanged(const Basket &before)
{
    if (!before.event())
        return;
    if (!m_basket.event() && !m_counter.catalogue.catalogue()->byId.contains(before.event()->id)) {
        return sayNews(tr("The server does not list “%1” any more.")
                           .arg(isolated(shownText(m_format.title(*before.event()), longestTitle))),
                       tr("Its tickets cannot be reserved. Tell the buyer, and choose another event."));
    }
    const int count = before.totalCount();
    const auto total = before.price().total;
    if (!m_basket.event() || count == 0 || (m_basket.totalCount() == count && m_basket.price().total == total))
        return;
    const auto words = [this](const Basket &basket) {
        return tr("%1 for %2").arg(m_format.tickets(basket.totalCount()), m_format.sum(basket.price().total));
    };
    sayNews(tr("What was picked has changed at the server."),
            tr("Now: %1. Before: %2. Tell the buyer, and look through what is picked.")
                .arg(words(m_basket), words(before)));
}

void NewOrderPage::sayNews(const QString &title, const QString &words)
{
    Notice &notice = m_tickets->notice();
    if (notice.isHidden() || notice.title() == m_newsTitle) {
        m_newsTitle = title;
        return notice.say(Notice::Kind::Warning, title, words);
    }
    if (notice.words() != m_withNews)
        m_beside = notice.words();
    m_withNews = m_beside + u'\n' + title + u' ' + words;
    notice.setWords(m_withNews);
}

void NewOrderPage::showAge()
{
    const EventCatalogue &catalogue = m_counter.catalogue;
    const auto toldAt = catalogue.toldAt();
    QString words;
    switch (catalogue.asked()) {
    case EventCatalogue::Asked::NotYet:
    case EventCatalogue::Asked::Told:
        break;
    case EventCatalogue::Asked::Unknown:
        words = tr("The server does not know this event any more: it may be off sale. Press F5 to read the list again. "
                   "If you reserve all the same, the server decides.");
        break;
    case EventCatalogue::Asked::Failed: {
        const ErrorText text(catalogue.askFailure().value_or(ApiError()), Doing::LoadingEvents);
        words = toldAt ? tr("As of %1. %2").arg(m_format.createdAt(*toldAt, m_counter.clock.now()), text.reason())
                       : tr("%1 Prices and vacancies may be old.").arg(text.reason());
        break;
    }
    }
    m_tickets->setAge(words);
}

void NewOrderPage::setCount(const SetId &set, int count)
{
    if (m_attempt == 0 && m_offered.isNull()) { // what is being reserved stays as it was asked for
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
    m_foot->setVisible(m_offered.isNull()); // its sum is the one that was told before
    back().setEnabled(m_offered.isNull());  // what is offered is taken, or released, before anything else
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
        each->setVisible(isWide); // the sum and the button come first
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

} // namespace okoshko
