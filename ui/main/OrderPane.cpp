// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/OrderPane.h"

#include "ui/text/ErrorText.h"
#include "ui/text/IssueText.h"
#include "ui/text/PriceText.h"
#include "ui/text/TicketText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ColumnArea.h"
#include "ui/widgets/ConfirmQuestion.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FigureLabel.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/PrintPanel.h"
#include "ui/widgets/Privacy.h"
#include "ui/widgets/StatusPill.h"
#include "ui/widgets/SumNotice.h"
#include "ui/widgets/WaitLine.h"
#include "ui/widgets/WordsRow.h"
#include "ui/widgets/WrapLayout.h"

#include "models/api/ServerClock.h"
#include "models/domain/Text.h"
#include "models/sale/Countdown.h"

#include <QBoxLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

QBoxLayout *padded(QBoxLayout *layout)
{
    layout->setContentsMargins(Theme::space(3), Theme::space(3), Theme::space(3), Theme::space(3));
    layout->setSpacing(Theme::space(1));
    return layout;
}

} // namespace

OrderPane::OrderPane(const ServerClock &clock, PrintService &printing, const QList<PaymentSystem> &systems,
                     const Format &format, QWidget *parent)
    : QFrame(parent)
    , m_clock(clock)
    , m_printing(printing)
    , m_format(format)
    , m_systems(systems)
    , m_empty(makeLabel(this, Theme::Type::Text, Tone::Muted))
    , m_content(new QWidget(this))
{
    setObjectName(u"card"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    auto *stack = new QVBoxLayout(this);
    stack->setContentsMargins(1, 1, 1, 1);
    stack->addWidget(m_empty);
    stack->addWidget(m_content);

    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *told = new QWidget(m_content);
    auto *rows = new QVBoxLayout(told);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(makeHead());
    rows->addWidget(makeRule(told));
    rows->addWidget(makeSums());
    rows->addWidget(makeNotices()); // below the sum, which is read first where there is little room
    rows->addWidget(makeRule(told));
    rows->addWidget(makeBody(), 1);
    auto *area = new ColumnArea(told, m_content);
    area->viewport()->setAutoFillBackground(false);
    told->setAutoFillBackground(false);
    column->addWidget(area, 1);
    column->addWidget(makeFoot());
    setSale({}, {});
}

QWidget *OrderPane::makeHead()
{
    auto *head = new QWidget(this);
    QBoxLayout *column = padded(new QVBoxLayout(head));
    auto *row = new WrapLayout;
    row->setSpacing(Theme::space(2));
    m_number = new FigureLabel(Theme::Type::Title, QFont::Bold, head);
    m_number->setObjectName(u"paneNumber"_s);
    m_pill = new StatusPill(head);
    row->addWidget(m_number);
    row->addStretch();
    row->addWidget(m_pill);
    m_title = new ElidedLabel(Theme::Type::Text, Tone::Plain, QFont::DemiBold, head);
    m_title->setMostLines(3);
    m_place = makeLabel(head, Theme::Type::Note, Tone::Muted);
    m_place->setWordWrap(true);
    m_origin = makeLabel(head, Theme::Type::Note, Tone::Urgent, QFont::DemiBold);
    m_origin->setObjectName(u"paneOrigin"_s);
    m_origin->setWordWrap(true);
    column->addLayout(row);
    column->addWidget(m_title);
    column->addWidget(m_place);
    column->addWidget(m_origin);
    return head;
}

QWidget *OrderPane::makeNotices()
{
    auto *notices = new QWidget(this);
    auto *column = new QVBoxLayout(notices);
    column->setContentsMargins(Theme::space(3), 0, Theme::space(3), 0);
    column->setSpacing(0);
    m_remarkNotice = new Notice(notices);
    m_remarkNotice->setObjectName(u"paneRemark"_s);
    m_newSum = new SumNotice(u"paneAcceptSumButton"_s, notices);
    connect(m_newSum, &SumNotice::accepted, this, &OrderPane::sumAccepted);
    for (QWidget *notice : {static_cast<QWidget *>(m_remarkNotice), static_cast<QWidget *>(m_newSum)}) {
        column->addWidget(notice);
        notice->setContentsMargins(0, 0, 0, Theme::space(2));
    }
    return notices;
}

QWidget *OrderPane::makeSums()
{
    auto *sums = new QWidget(this);
    auto *grid = new QGridLayout(sums);
    grid->setContentsMargins(Theme::space(3), Theme::space(3), Theme::space(3), Theme::space(3));
    grid->setVerticalSpacing(0);
    m_sumWords = makeLabel(sums, Theme::Type::Note, Tone::Muted);
    m_leftWords = makeLabel(sums, Theme::Type::Note, Tone::Muted);
    m_sum = new FigureLabel(Theme::Type::Sum, QFont::Bold, sums);
    m_sum->setObjectName(u"paneSum"_s);
    m_left = new FigureLabel(Theme::Type::Sum, QFont::Bold, sums);
    m_left->setObjectName(u"paneTimeLeft"_s);
    m_left->setAlignment(Qt::AlignRight);
    grid->addWidget(m_sumWords, 0, 0);
    grid->addWidget(m_leftWords, 0, 1, Qt::AlignRight);
    grid->addWidget(m_sum, 1, 0);
    grid->addWidget(m_left, 1, 1);
    return sums;
}

QWidget *OrderPane::makeBody()
{
    auto *body = new QWidget(this);
    QBoxLayout *column = padded(new QVBoxLayout(body));
    m_tickets = new QWidget(body);
    m_ticketRows = new QVBoxLayout(m_tickets);
    m_ticketRows->setContentsMargins(0, 0, 0, 0);
    m_ticketRows->setSpacing(Theme::space(1) / 2);
    m_payment = makeLabel(body, Theme::Type::Text);
    m_payment->setWordWrap(true);
    m_serverWords = makeLabel(body, Theme::Type::Text);
    m_serverWords->setObjectName(u"paneServerWords"_s);
    m_serverWords->setWordWrap(true);
    m_buyer = makeLabel(body, Theme::Type::Text);
    m_buyer->setObjectName(u"paneBuyer"_s);
    m_buyer->setWordWrap(true);
    markPrivate(*m_buyer);
    m_historyWords = makeLabel(body, Theme::Type::Note, Tone::Muted, QFont::DemiBold);
    m_history = makeLabel(body, Theme::Type::Note);
    m_history->setObjectName(u"paneHistory"_s);
    m_history->setWordWrap(true);
    column->addWidget(m_tickets);
    column->addWidget(m_payment);
    column->addWidget(m_serverWords);
    column->addWidget(m_buyer);
    column->addSpacing(Theme::space(2));
    column->addWidget(m_historyWords);
    column->addWidget(m_history);
    column->addStretch();
    return body;
}

QWidget *OrderPane::makeFoot()
{
    auto *foot = new QFrame(this);
    foot->setObjectName(u"foot"_s);
    QBoxLayout *column = padded(new QVBoxLayout(foot));
    m_failure = new Notice(foot);
    m_refusal = new Notice(foot);
    m_refusal->setObjectName(u"paneRefusal"_s);
    m_question = new ConfirmQuestion(foot);
    m_print = new PrintPanel(m_printing, PrintPanel::Place::Order, m_format, foot);
    auto *row = new WrapLayout;
    row->setSpacing(Theme::space(2));
    m_pay = new ActionButton(ActionButton::Weight::Primary, foot);
    m_pay->setObjectName(u"payButton"_s);
    m_pay->setKey(Qt::Key_Return);
    m_sameAgain = new ActionButton(ActionButton::Weight::Primary, foot);
    m_sameAgain->setObjectName(u"paneSameAgainButton"_s);
    m_sameAgain->setKey(Qt::Key_F3);
    m_change = new ActionButton(ActionButton::Weight::Normal, foot);
    m_change->setObjectName(u"paneChangeButton"_s);
    m_cancel = new ActionButton(ActionButton::Weight::Normal, foot);
    m_cancel->setObjectName(u"cancelOrderButton"_s);
    m_cancel->setKey(Qt::Key_Delete);
    m_resolve = new ActionButton(ActionButton::Weight::Primary, foot);
    m_resolve->setObjectName(u"paneResolveButton"_s);
    m_resolve->setKey(Qt::Key_F8);
    row->addWidget(m_resolve);
    row->addWidget(m_pay);
    row->addWidget(m_sameAgain);
    row->addWidget(m_change);
    row->addWidget(m_cancel);
    column->addWidget(m_failure);
    column->addWidget(m_refusal);
    column->addWidget(m_question);
    m_wait = new WaitLine(foot);
    column->addWidget(m_wait);
    column->addWidget(m_print);
    column->addLayout(row);
    connect(m_print, &PrintPanel::pdfRequested, this, &OrderPane::pdfRequested);
    connect(m_print, &PrintPanel::settingsRequested, this, &OrderPane::settingsRequested);
    connect(m_pay, &QPushButton::clicked, this, [this] { Q_EMIT paymentRequested(m_sale->order.id); });
    connect(m_change, &QPushButton::clicked, this, [this] { Q_EMIT changeRequested(m_sale->order.id); });
    connect(m_sameAgain, &QPushButton::clicked, this, [this] { Q_EMIT sameAgainRequested(m_sale->order.id); });
    connect(m_cancel, &QPushButton::clicked, this, &OrderPane::askToCancel);
    connect(m_resolve, &QPushButton::clicked, this, &OrderPane::issuesRequested);
    return foot;
}

void OrderPane::showRefusal(Refusal refusal)
{
    if (refusal == Refusal::None)
        return m_refusal->clear();
    const RefusalText text(refusal);
    m_refusal->showMessage(Notice::Kind::Warning, text);
}

void OrderPane::setSale(const std::optional<Sale> &sale, const std::optional<Event> &event, SaleRemark remark,
                        bool isPerhapsOurs)
{
    const bool another = m_sale.has_value() != sale.has_value() || (sale && sale->order.id != m_sale->order.id);
    const bool moved = sale && m_sale && sale->order.status != m_sale->order.status;
    if (sale != m_sale)
        showRefusal(Refusal::None);
    m_sale = sale;
    m_event = event;
    m_remark = remark;
    m_isPerhapsOurs = isPerhapsOurs;
    if (another) {
        m_awaited.reset();
        m_wait->stop();
    }
    if (another || moved || (sale && sale->isConfirming()))
        m_question->withdraw();
    refresh();
}

void OrderPane::refresh()
{
    m_empty->setText(tr("Select an order to see it here."));
    m_empty->setVisible(!m_sale);
    m_content->setVisible(m_sale.has_value());
    if (!m_sale)
        return m_print->show({}, nullptr);
    const Order &order = m_sale->order;
    m_number->setText(m_format.orderNumber(order.number));
    const QString title = eventTitle(*m_sale, m_event ? &*m_event : nullptr);
    m_title->setText(isolated(m_format.title(title)));
    const QString place =
        m_event ? inOneLine({m_format.eventTime(*m_event, m_event->venue, m_clock.now()), m_event->venue.name})
                : QString();
    m_place->setText(breakable(place));
    m_place->setVisible(!place.isEmpty());
    // Not always what the order costs now.
    const std::optional<Money> taken =
        isInDrawer(m_remark) || m_sale->isMoneyTaken() ? m_sale->moneyTaken() : std::optional<Money>();
    const bool isOwed = isHeld(order.status) && !m_sale->closed && isStillOffered(m_remark);
    m_sumWords->setText(isInDrawer(m_remark)                ? tr("In the drawer")
                        : order.isFree()                    ? tr("Nothing to pay")
                        : order.status == OrderStatus::Done ? tr("Paid")
                        : m_sale->isMoneyTaken()            ? tr("Taken, to be confirmed")
                        : isOwed                            ? tr("To pay")
                                                            : tr("Total"));
    m_sum->setText(taken            ? m_format.money(*taken)
                   : order.isFree() ? tr("Free")
                                    : m_format.sum(PriceBreakdown::of(order).total));
    m_leftWords->setText(tr("Time left"));
    refreshRemark();
    refreshTickets();
    refreshHistory();
    refreshFailure();
    refreshActions();
    m_print->show(m_sale, m_event ? &*m_event : nullptr);
    showTime();
}

void OrderPane::showTime()
{
    if (!m_sale)
        return;
    const bool isOffered = isStillOffered(m_remark) && !m_sale->closed;
    const auto countdown = isOffered ? m_format.countdown(m_sale->order, m_clock.now()) : std::nullopt;
    m_leftWords->setVisible(countdown.has_value());
    m_left->setVisible(countdown.has_value());
    const auto urgency = countdown ? countdown->urgency : Countdown::Urgency::Calm;
    const PrintState print = m_printing.listedStateOf(m_sale->order.id);
    m_pill->setLook(
        {m_sale->order.status, m_format.state(m_sale->order.status, m_remark, print), urgency, m_remark, print});
    if (!countdown)
        return;
    m_left->setText(m_format.timeLeft(countdown->left));
    m_left->setMood(urgency == Countdown::Urgency::Calm ? FigureLabel::Mood::Accent : FigureLabel::Mood::Urgent);
    m_left->setAccessibleName(m_format.timeLeftWords(countdown->left));
}

void OrderPane::refreshRemark()
{
    m_origin->setText(RemarkText::madeElsewhere(m_isPerhapsOurs));
    m_origin->setVisible(m_sale->origin == Sale::Origin::Elsewhere);
    const RemarkText text(m_remark, m_sale->moneyTaken(), m_format);
    if (m_remark == SaleRemark::None)
        m_remarkNotice->clear();
    else
        m_remarkNotice->showMessage(Notice::Kind::Warning, text);
    m_newSum->setSale(*m_sale, m_remark, m_format);
}

void OrderPane::refreshTickets()
{
    while (QLayoutItem *item = m_ticketRows->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (const TicketLine &line : ticketLines(*m_sale, m_event ? &*m_event : nullptr, m_format))
        m_ticketRows->addWidget(new WordsRow({line.name, line.seat, line.price}, Tone::Plain, m_tickets));
    const QList<PriceLine> parts = priceLines(PriceBreakdown::of(m_sale->order), m_format);
    if (!parts.isEmpty())
        m_ticketRows->addWidget(makeRule(m_tickets));
    for (const PriceLine &part : parts)
        m_ticketRows->addWidget(new WordsRow({part.what, QString(), part.sum}, Tone::Muted, m_tickets));
    const Order &order = m_sale->order;
    const QString way = wayOf(m_sale->system.isEmpty() ? order.payment.system : m_sale->system);
    m_payment->setText(breakable(tr("Payment method: %1").arg(way)));
    m_payment->setVisible(!way.isEmpty());
    m_serverWords->setText(breakable(tr("The server refused a part of what was asked for: “%1”").arg(order.refusal)));
    m_serverWords->setVisible(!order.refusal.isEmpty());
    const Customer &buyer = order.customer;
    const QString name = (buyer.firstName + u' ' + buyer.lastName).trimmed();
    const QString who = QStringList{name, buyer.email, buyer.mobile}.join(u' ').simplified();
    m_buyer->setText(breakable(tr("Buyer: %1").arg(who)));
    m_buyer->setVisible(!who.isEmpty());
}

QString OrderPane::wayOf(const QString &system) const
{
    return m_format.wayToPay(m_sale->order, system, m_systems);
}

void OrderPane::refreshHistory()
{
    QStringList lines;
    Instant before = m_clock.now();
    for (const HistoryEntry &entry : m_sale->history) {
        if (const QString day = m_format.anotherDay(entry.at, std::exchange(before, entry.at)); !day.isEmpty())
            lines << day;
        lines << m_format.clockSeconds(entry.at) + u"  "_s + m_format.history(entry, wayOf(entry.words));
    }
    m_historyWords->setText(tr("History"));
    m_historyWords->setVisible(!lines.isEmpty());
    m_history->setText(breakable(lines.join(u'\n')));
}

void OrderPane::refreshFailure()
{
    const auto &failure = m_sale->failure;
    // What went wrong with a confirmation stands beside the payment, with what can be done there.
    if (failure && failure->step != Step::Read && !failure->isOfNoEffect() && m_remark != SaleRemark::UnknownToServer &&
        !(m_remark == SaleRemark::Unconfirmed && failure->step == Step::Confirm) && !m_sale->closed) {
        const ErrorText text(failure->error, doingOf(*m_sale));
        m_failure->showMessage(Notice::Kind::Failure, text);
    } else {
        m_failure->clear();
    }
}

void OrderPane::refreshActions()
{
    const OrderStatus status = m_sale->order.status;
    const bool held = isHeld(status) && !m_sale->closed && m_remark != SaleRemark::UnknownToServer;
    const bool releasing = m_remark == SaleRemark::Releasing;
    const bool isWhoseAsked = held && m_isPerhapsOurs;              // before payment only
    const bool isUnconfirmed = m_remark == SaleRemark::Unconfirmed; // settled at the payment
    const bool toSettle = (m_remark != SaleRemark::None && !releasing && !isUnconfirmed) || isWhoseAsked;
    m_pay->setText(status == OrderStatus::InProgress ? tr("To the &payment") : tr("To &pay"));
    m_cancel->setText(releasing ? tr("&Cancel again now") : tr("&Cancel order"));
    m_resolve->setText(isWhoseAsked ? tr("&Whose order is it?") : tr("Needs at&tention"));
    m_resolve->setKey(isWhoseAsked ? Qt::Key_Return : Qt::Key_F8, Qt::Key_F8);
    m_sameAgain->setText(tr("The &same again"));
    m_pay->setVisible(held && !releasing && !isWhoseAsked && !m_sale->order.holdsNoTicket());
    m_cancel->setVisible(held);
    m_change->setText(tr("C&hange"));
    m_change->setVisible(!m_pay->isHidden() && status == OrderStatus::Executed);
    m_change->setEnabled(!m_sale->inProgress);
    m_resolve->setVisible(toSettle);
    m_sameAgain->setVisible(!held && !toSettle && m_event.has_value());
    const bool cancelling = m_sale->inProgress == Step::Cancel;
    m_cancel->setWorking(cancelling ? ActionButton::Working::Yes : ActionButton::Working::No);
    m_pay->setEnabled(!cancelling);
    if (m_sale->inProgress != m_awaited) // it was shown for another step
        m_wait->stop();
    m_awaited = m_sale->inProgress;
    if (m_awaited && !m_wait->isRunning())
        m_wait->start(awaitedWords(*m_awaited), {}, tr("The server is slow: it may take a minute."));
}

QString OrderPane::awaitedWords(Step step)
{
    switch (step) {
    case Step::StartPayment:
        return tr("Starting the payment…");
    case Step::Confirm:
        return tr("Confirming the payment…");
    case Step::Cancel:
        return tr("Cancelling the order…");
    case Step::Change:
        return tr("Changing the order…");
    case Step::Read:
        return tr("Asking the server…");
    }
    Q_UNREACHABLE();
}

void OrderPane::askToCancel()
{
    if (!m_sale || !m_cancel->isVisible() || !m_cancel->isEnabled())
        return;
    if (m_remark == SaleRemark::Releasing) // already confirmed
        return Q_EMIT cancelRequested(m_sale->order.id);
    if (m_sale->isConfirming()) // it would be refused
        return showRefusal(Refusal::Confirming);
    const CancelText text(*m_sale, m_format);
    m_question->ask({text, CancelText::yes(), u"cancelYesButton"_s, CancelText::no(), u"cancelNoButton"_s},
                    [this, id = m_sale->order.id] { Q_EMIT cancelRequested(id); });
}

} // namespace okoshko
