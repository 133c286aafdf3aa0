// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/ResultPane.h"

#include "ui/text/IssueText.h"
#include "ui/text/PrintText.h"
#include "ui/text/TicketText.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/FigureLabel.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/PrintPanel.h"
#include "ui/widgets/WrapLayout.h"

#include "models/domain/Text.h"
#include "models/sale/PriceBreakdown.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

#include <chrono>
#include <optional>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

const Theme::Tint &tintOf(Phase phase)
{
    const Theme::Palette &p = Theme::palette();
    switch (phase) {
    case Phase::Paid:
        return p.success;
    case Phase::Declined:
    case Phase::Expired:
        return p.failure;
    case Phase::Canceled:
    case Phase::CanceledElsewhere:
    case Phase::Refunded:
    case Phase::Releasing:
        return p.cancelled;
    case Phase::PaidInVain:
        return p.warning;
    case Phase::NotFound:
    case Phase::Choose:
    case Phase::Starting:
    case Phase::Page:
    case Phase::Collect:
    case Phase::Await:
    case Phase::Unknown:
        return p.unknown;
    }
    Q_UNREACHABLE();
}

IconName signOf(const Sale &sale, Phase phase)
{
    switch (phase) {
    case Phase::Declined:
    case Phase::Releasing:
        return IconName::Cross;
    case Phase::NotFound:
        return IconName::Question;
    case Phase::PaidInVain:
        return IconName::ClockUrgent;
    case Phase::Choose:
    case Phase::Starting:
    case Phase::Page:
    case Phase::Collect:
    case Phase::Await:
    case Phase::Paid:
    case Phase::Canceled:
    case Phase::CanceledElsewhere:
    case Phase::Expired:
    case Phase::Refunded:
    case Phase::Unknown:
        return iconOf(sale.order.status);
    }
    Q_UNREACHABLE();
}

constexpr std::chrono::seconds untilKnownAtTheDoor{60};
constexpr std::chrono::seconds untilBarcodesAreTold{15};

} // namespace

ResultPane::ResultPane(PrintService &printing, const Format &format, QWidget *parent)
    : QWidget(parent)
    , m_format(format)
    , m_sign(makeLabel(this))
    , m_heading(makeLabel(this, Theme::Type::Sum, Tone::Plain, QFont::Bold))
    , m_words(makeLabel(this, Theme::Type::Heading))
    , m_received(makeLabel(this, Theme::Type::Heading))
    , m_change(new FigureLabel(Theme::Type::Figure, QFont::Bold, this))
    , m_number(new FigureLabel(Theme::Type::Title, QFont::DemiBold, this))
    , m_tickets(makeLabel(this, Theme::Type::Heading))
    , m_door(makeLabel(this, Theme::Type::Text))
    , m_actions(new QWidget(this))
    , m_print(new PrintPanel(printing, PrintPanel::Place::PaidPage, format, this))
    , m_next(new ActionButton(ActionButton::Weight::Primary, m_actions))
    , m_sameAgain(new ActionButton(ActionButton::Weight::Normal, m_actions))
    , m_resolve(new ActionButton(ActionButton::Weight::Primary, m_actions))
{
    m_heading->setObjectName(u"resultHeading"_s);
    m_received->setObjectName(u"paidReceived"_s);
    m_change->setObjectName(u"paidChange"_s);
    m_next->setObjectName(u"nextBuyerButton"_s);
    m_sameAgain->setObjectName(u"sameAgainButton"_s);
    m_resolve->setObjectName(u"resolveNowButton"_s);
    m_resolve->setKey(Qt::Key_Return, Qt::Key_F8);
    m_door->setObjectName(u"atTheDoor"_s);
    for (QLabel *label : {m_sign, m_heading, m_words, m_received, m_tickets, m_door})
        label->setAlignment(Qt::AlignCenter);
    for (QLabel *label : {m_heading, m_words, m_received, m_tickets, m_door})
        label->setWordWrap(true);
    for (FigureLabel *figure : {m_change, m_number})
        figure->setAlignment(Qt::AlignHCenter);

    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(m_sign);
    column->addWidget(m_heading);
    column->addWidget(m_received);
    column->addWidget(m_change);
    column->addWidget(m_number);
    column->addWidget(m_words);
    column->addWidget(m_print);
    column->addWidget(m_tickets);
    column->addWidget(m_door);
    column->addStretch(3);
    auto *buttons = new WrapLayout(m_actions, Qt::AlignHCenter);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(Theme::space(3));
    m_print->putActions(*m_actions, *buttons);
    buttons->addWidget(m_resolve);
    buttons->addWidget(m_next);
    buttons->addWidget(m_sameAgain);
    layOut(false);
    m_door->setText(PrintText::atTheDoor());
    m_next->setText(tr("&Next buyer"));
    m_sameAgain->setText(tr("The &same again"));
    m_resolve->setText(tr("Needs at&tention"));
    connectParts();
}

void ResultPane::connectParts()
{
    connect(m_next, &QPushButton::clicked, this, &ResultPane::nextBuyerRequested);
    connect(m_sameAgain, &QPushButton::clicked, this, &ResultPane::sameAgainRequested);
    connect(m_resolve, &QPushButton::clicked, this, &ResultPane::issuesRequested);
    connect(m_print, &PrintPanel::pdfRequested, this, &ResultPane::pdfRequested);
    connect(m_print, &PrintPanel::settingsRequested, this, &ResultPane::settingsRequested);
    connect(m_print, &PrintPanel::listRequested, this, &ResultPane::unprintedRequested);
    connect(m_print, &PrintPanel::actionsChanged, this, [this] {
        const QWidget *focus = window()->focusWidget();
        shareKeys();
        if (isVisible() && (!focus || focus == this || m_actions->isAncestorOf(focus)))
            focusFirst();
    });
}

void ResultPane::show(const Sale &sale, Phase phase, SaleRemark remark, const Event *event, const PaymentDraft &draft,
                      Instant now)
{
    m_phase = phase;
    const Theme::Tint &tint = tintOf(m_phase);
    const int side = Theme::space(16);
    m_sign->setPixmap(iconPixmap(signOf(sale, m_phase), tint.foreground, side, devicePixelRatioF()));
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, tint.foreground);
    for (QLabel *label : {m_heading, m_words, m_received, m_tickets, m_door})
        label->setPalette(ink);
    const HistoryEntry *payment = m_phase == Phase::Paid ? sale.payment() : nullptr;
    m_print->setJustPaid(payment && now - payment->at < untilBarcodesAreTold);
    m_print->show(m_phase == Phase::Paid ? std::optional(sale) : std::nullopt, event);
    // The cashier may hold the buyer's money, and be about to say so with Enter.
    const bool isCash = sale.confirmedBy == ConfirmedBy::Cashier || draft.page == PaymentDraft::Page::NoneOpened;
    m_isMoneyUnclear = isCash && sale.isDue() && (phase == Phase::Expired || phase == Phase::CanceledElsewhere);
    showWords(sale, remark);
    showChange(sale, draft);
    m_number->setText(tr("Order %1").arg(m_format.orderNumber(sale.order.number)));
    showTickets(sale, event);
    // The more likely button first: after a sale the next buyer, after a failure the same order again.
    const bool isHeldUp = m_phase == Phase::Releasing || m_phase == Phase::NotFound;
    const bool isToSettle =
        (m_phase == Phase::NotFound && !sale.closed) || m_phase == Phase::PaidInVain || remark == SaleRemark::PaidTwice;
    const bool isSaleable = !isToSettle || remark == SaleRemark::MoneyTaken;
    const bool again = m_phase != Phase::Paid && !isHeldUp && isSaleable && event;
    m_resolve->setVisible(isToSettle);
    m_next->setVisible(!isHeldUp && !isToSettle);
    m_sameAgain->setVisible(again);
    m_sameAgain->setKey(isToSettle || m_isMoneyUnclear ? Qt::Key_F3 : Qt::Key_Return, Qt::Key_F3);
    m_isJustSold = payment && now - payment->at < untilKnownAtTheDoor;
    shareKeys();
    update();
}

void ResultPane::shareKeys()
{
    m_print->setVisible(m_print->hasWords() || m_print->isAsking());
    m_words->setVisible(!m_print->hasWords());
    m_door->setVisible(m_isJustSold && !m_print->isInTrouble() && !m_print->isAsking());
    const bool isEnterTaken =
        m_isMoneyUnclear || !m_sameAgain->isHidden() || !m_resolve->isHidden() || m_print->takesEnter();
    m_resolve->setKey(m_print->takesEnter() ? Qt::Key_F8 : Qt::Key_Return, Qt::Key_F8);
    m_next->setKey(isEnterTaken ? Qt::Key_F2 : Qt::Key_Return, Qt::Key_F2);
    m_next->setWeight(m_print->takesEnter() ? ActionButton::Weight::Normal : ActionButton::Weight::Primary);
}

bool ResultPane::isAtRest() const
{
    return m_print->isAtRest();
}

void ResultPane::layOut(bool isLow)
{
    for (ActionButton *button : {m_next, m_sameAgain, m_resolve})
        button->setDrawnSize(isLow ? ActionButton::Size::Text : ActionButton::Size::Touch);
    m_print->layOut(isLow);
    const int air = isLow ? 0 : Theme::space(2);
    const int side = Theme::space(isLow ? 2 : 6);
    layout()->setContentsMargins(side, air, side, air);
    layout()->setSpacing(air);
}

void ResultPane::setTexts(const QString &heading, const QString &words)
{
    m_heading->setText(breakable(heading));
    m_words->setText(words);
    setAccessibleName(heading + u' ' + words);
}

QString ResultPane::paidHeading(const Sale &sale) const
{
    if (sale.isFree())
        return tr("The tickets are the buyer's");
    const QString sum = m_format.sum(PriceBreakdown::of(sale.order).total);
    return sale.isPaidWithoutMoney()
               ? tr("Take %1 before you hand out the tickets: the server has the order as paid already").arg(sum)
               : tr("Paid: %1").arg(sum);
}

void ResultPane::showWords(const Sale &sale, SaleRemark remark)
{
    const std::optional<Money> taken = sale.moneyTaken();
    const RemarkText text(remark, taken, m_format);
    const RemarkText unknown(SaleRemark::UnknownToServer, taken, m_format);
    if (taken && isInDrawer(remark)) {
        const QString heading = remark == SaleRemark::MoneyTaken ? tr("Not paid: %1 is in the drawer")
                                                                 : tr("Paid otherwise: give %1 back from the drawer");
        return setTexts(heading.arg(m_format.money(*taken)), text.body);
    }
    switch (m_phase) {
    case Phase::Paid:
        return setTexts(paidHeading(sale), m_format.tickets(sale.order.ticketCount()));
    case Phase::PaidInVain:
    case Phase::Releasing:
        return setTexts(text.title, text.body);
    case Phase::NotFound:
        return setTexts(unknown.title, sale.closed ? tr("It was closed at this counter.") : unknown.body);
    case Phase::Declined:
        return setTexts(tr("The payment was declined"),
                        tr("The order is cancelled at the server, and the seats are back on sale."));
    case Phase::Expired:
        return setTexts(
            tr("The time has run out"),
            m_isMoneyUnclear
                ? tr("The seats are back on sale. If the buyer's money is in the drawer already, give it back, "
                     "or keep it for the same sale made again (F3).")
                : tr("The seats are back on sale. If the buyer has paid all the same, call the administrator."));
    case Phase::Canceled:
        return setTexts(tr("The order is cancelled"), tr("The seats are back on sale."));
    case Phase::CanceledElsewhere:
        return setTexts(tr("The order was cancelled, not at this counter"),
                        tr("The seats are back on sale. If the buyer has paid here, give the money back."));
    case Phase::Refunded:
        return setTexts(tr("The order is refunded"), tr("The money was given back."));
    case Phase::Choose:
    case Phase::Starting:
    case Phase::Page:
    case Phase::Collect:
    case Phase::Await:
    case Phase::Unknown:
        return setTexts(
            tr("The server tells an unknown state: %1").arg(sale.order.statusWord),
            taken ? tr("%1 is in the drawer. Take no more money; call the administrator.").arg(m_format.money(*taken))
                  : tr("Take no money; call the administrator."));
    }
    Q_UNREACHABLE();
}

void ResultPane::showTickets(const Sale &sale, const Event *event)
{
    QStringList lines;
    if (m_phase == Phase::Paid) {
        for (const TicketLine &line : ticketLines(sale, event, m_format))
            lines << line.whole();
        constexpr qsizetype most = 8;
        const qsizetype shown = shownLines(lines.size(), most);
        const qsizetype more = lines.size() - shown;
        lines.resize(shown);
        ListText::addMore(lines, more);
    }
    m_tickets->setText(breakable(lines.join(u'\n')));
    m_tickets->setVisible(!lines.isEmpty());
}

void ResultPane::showChange(const Sale &sale, const PaymentDraft &draft)
{
    // If the server has another sum by now, the difference is shown instead of a second figure.
    const bool isSettled = m_phase == Phase::Paid && draft.taken && PriceBreakdown::of(sale.order).total == draft.taken;
    const auto change = isSettled ? draft.change(*draft.taken) : std::nullopt;
    m_sign->setVisible(!change); // hidden to make room for the sum
    m_received->setVisible(change.has_value());
    m_change->setVisible(change.has_value());
    if (!change)
        return;
    m_received->setText(tr("Received %1, change:").arg(m_format.sum(draft.receivedSum())));
    m_change->setText(m_format.money(*change));
    m_change->setMood(FigureLabel::Mood::Good);
}

void ResultPane::focusFirst()
{
    if (m_print->takesEnter()) {
        ActionButton *first = m_print->first();
        if (first && first->isPressedBy(Qt::Key_Return))
            first->setFocus();
        else
            setFocus(); // while it prints Enter does nothing
        return;
    }
    if (m_isMoneyUnclear)
        return setFocus(); // Enter does nothing
    for (ActionButton *button : {m_resolve, m_sameAgain, m_next}) {
        if (button->isVisible())
            return button->setFocus();
    }
    setFocus();
}

void ResultPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tintOf(m_phase).background);
    painter.drawRoundedRect(rect(), Theme::space(2), Theme::space(2));
}

} // namespace okoshko
