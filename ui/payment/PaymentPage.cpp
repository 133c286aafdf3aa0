// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/PaymentPage.h"

#include "models/counter/Counter.h"
#include "ui/payment/CollectPane.h"
#include "ui/payment/OutcomePane.h"
#include "ui/payment/PagePane.h"
#include "ui/payment/PaymentDrafts.h"
#include "ui/payment/SystemsPane.h"
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

#include "models/sale/RedirectDecision.h"

#include <QBoxLayout>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

/// Of a widget that tells by itself how high it has to be; a layout would ask the layout in it.
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
    , m_outcome(new OutcomePane(format, m_panes))
{
    setObjectName(u"paymentPage"_s);
    for (QWidget *pane :
         {static_cast<QWidget *>(m_page), static_cast<QWidget *>(m_collect), static_cast<QWidget *>(m_outcome)})
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
    for (const QWidget *part : {static_cast<const QWidget *>(m_newSum), static_cast<const QWidget *>(m_foot)})
        m_area->keepWhole(*part);
    m_right->addWidget(&m_outcome->actions());
    m_halves = new QGridLayout;
    m_halves->setSpacing(0);
    m_halves->addLayout(m_right, 0, 1);
    m_halves->setRowStretch(0, 1);
    body().addLayout(m_halves);
    PaymentPage::layOut(false);
    connectCounter();
    m_ask->setText(tr("&Ask the server"));
}

void PaymentPage::layOut(bool isLow)
{
    Page::layOut(isLow);
    for (ActionButton *button : {m_cancel, m_ask, m_start, m_whose, &m_collect->confirm()})
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
    // Where there is room for them they stay in view; else they scroll with what they are said of.
    (isLow ? m_content : m_right)->insertWidget(0, m_newSum);
    if (isLow)
        m_content->insertWidget(1, m_foot);
    else
        m_right->insertWidget(2, m_foot);
    m_collect->layOut(isLow);
    m_outcome->layOut(isLow);
}

void PaymentPage::shareWidth()
{
    const bool isPage = m_shown == Phase::Page || m_shown == Phase::Await; // whose code needs room
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
    m_question = new ConfirmQuestion(foot);
    m_wait = new WaitLine(foot);
    m_answered = makeLabel(foot, Theme::Type::Note, Tone::Muted);
    m_answered->setObjectName(u"answeredLabel"_s);
    m_answered->setAlignment(Qt::AlignCenter);
    m_answered->setWordWrap(true);
    m_answered->hide();
    m_start = new ActionButton(ActionButton::Weight::Primary, m_bottom);
    m_start->setObjectName(u"startPaymentButton"_s);
    m_start->setKey(Qt::Key_Return);
    m_whose = new ActionButton(ActionButton::Weight::Primary, m_bottom);
    m_whose->setObjectName(u"whoseOrderButton"_s);
    m_whose->setKey(Qt::Key_Return, Qt::Key_F8);
    m_cancel = new ActionButton(ActionButton::Weight::Danger, m_bottom);
    m_cancel->setObjectName(u"cancelSaleButton"_s);
    m_cancel->setKey(Qt::Key_Delete);
    m_ask = new ActionButton(ActionButton::Weight::Normal, m_bottom);
    m_ask->setObjectName(u"askNowButton"_s);
    m_ask->setKey(Qt::Key_F5);
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(2));
    column->addWidget(m_failure);
    column->addWidget(m_refusal);
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
    auto *row = new WrapLayout(buttons, Qt::AlignHCenter);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space(3));
    row->addWidget(m_cancel);
    row->addWidget(m_ask);
    row->addWidget(m_start);
    row->addWidget(m_whose);
    m_actions->addWidget(buttons);
}

void PaymentPage::connectCounter()
{
    connect(&back(), &QPushButton::clicked, this, &Page::left);
    connect(this, &Page::left, this, &PaymentPage::leave);
    connect(this, &PaymentPage::nextBuyerRequested, this, &PaymentPage::leave);
    connect(this, &PaymentPage::sameAgainRequested, this, &PaymentPage::leave);
    connect(this, &PaymentPage::unsettledRequested, this, &PaymentPage::leave);
    connect(m_start, &QPushButton::clicked, this, &PaymentPage::startPayment);
    connect(m_whose, &QPushButton::clicked, this, &PaymentPage::unsettledRequested);
    connect(m_cancel, &QPushButton::clicked, this, &PaymentPage::askToCancel);
    connect(m_wait, &WaitLine::left, this, &Page::left);
    connect(m_systems, &SystemsPane::chosen, this,
            [this](const QString &system) { edit([&system](PaymentDraft &draft) { draft.system = system; }); });
    connect(m_systems, &SystemsPane::buyerTyped, this,
            [this](const Customer &typed) { edit([&typed](PaymentDraft &draft) { draft.buyer = typed; }); });
    connect(m_collect, &CollectPane::receivedTyped, this,
            [this](const QString &text) { edit([&text](PaymentDraft &draft) { draft.received = text; }); });
    connect(m_collect, &CollectPane::noPageSaid, this,
            [this] { edit([](PaymentDraft &draft) { draft.page = PaymentDraft::Page::NoneOpened; }); });
    connect(m_newSum, &SumNotice::accepted, &m_counter.service, &SaleService::acceptSum);
    connect(m_page, &PagePane::openRequested, this, &PaymentPage::openPage);
    connect(m_page, &PagePane::copyRequested, this, &PaymentPage::copyAddress);
    connect(m_ask, &QPushButton::clicked, this, &PaymentPage::askServer);
    connect(m_collect, &CollectPane::confirmed, this, &PaymentPage::confirmSale);
    connect(m_collect, &CollectPane::askServerRequested, this, &PaymentPage::askServer);
    connect(m_outcome, &OutcomePane::nextBuyerRequested, this, &PaymentPage::nextBuyerRequested);
    connect(m_outcome, &OutcomePane::sameAgainRequested, this, [this] { Q_EMIT sameAgainRequested(m_id); });
    connect(m_outcome, &OutcomePane::unsettledRequested, this, &PaymentPage::unsettledRequested);

    SaleService &service = m_counter.service;
    connect(&service, &SaleService::saleChanged, this, [this](const OrderId &id) {
        if (id != m_id)
            return;
        if (m_refused != Refusal::KeyRefused) // which an answer about the order does not change
            tell(Refusal::None);
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
    tell(Refusal::None);
    refresh();
}

bool PaymentPage::isAtRest() const
{
    return m_page->browser() == PagePane::Browser::Opened && !m_isAsking && m_answered->isHidden() &&
           m_refused == Refusal::None;
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
    m_drafts.setShown({});
    refresh(); // what was typed for an order that has ended stands here no more
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
        askServer(); // also where no button says so
    else
        Page::keyPressEvent(event);
}

} // namespace okoshko
