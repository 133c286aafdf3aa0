// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/SystemsPane.h"

#include "ui/payment/BuyerFields.h"
#include "ui/text/PriceText.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ColumnArea.h"
#include "ui/widgets/FigureLabel.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/WordsRow.h"

#include <QApplication>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QLabel>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

SystemsPane::SystemsPane(const QList<PaymentSystem> &systems, const Format &format, QWidget *parent)
    : QFrame(parent)
    , m_systems(offered(systems))
    , m_format(format)
    , m_sumWords(makeLabel(this, Theme::Type::Text, Tone::Muted))
    , m_sum(new FigureLabel(Theme::Type::Figure, QFont::Bold, this))
    , m_price(makeLabel(this, Theme::Type::Note, Tone::Muted))
    , m_tickets(makeLabel(this, Theme::Type::Note, Tone::Muted))
    , m_seats(new ColumnArea(nullptr, this))
    , m_group(new QButtonGroup(this))
    , m_ask(new ActionButton(ActionButton::Weight::Chip, this))
    , m_buyer(new BuyerFields(format.languageCode(), this))
    , m_note(makeLabel(this, Theme::Type::Note, Tone::Muted))
{
    setObjectName(u"side"_s);
    m_sum->setObjectName(u"paymentSum"_s);
    m_price->setObjectName(u"paymentPrice"_s);
    m_price->setWordWrap(true);
    m_note->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    auto *sum = new QVBoxLayout;
    sum->setSpacing(0);
    sum->addWidget(m_sumWords);
    sum->addWidget(m_sum);
    column->addLayout(sum); // does not scroll
    auto *rest = new QWidget(this);
    auto *rows = m_rows = new QVBoxLayout(rest);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(Theme::space(2));
    m_area = new ColumnArea(rest, this);
    m_area->viewport()->setAutoFillBackground(false);
    rest->setAutoFillBackground(false);
    column->addWidget(m_area, 1);
    m_seats->setObjectName(u"paymentSeats"_s);
    m_seats->viewport()->setAutoFillBackground(false);
    auto *told = new QVBoxLayout;
    told->setSpacing(0);
    told->addWidget(m_price);
    told->addWidget(m_tickets);
    rows->addLayout(told);
    rows->addWidget(m_seats);
    m_choice = new QWidget(rest);
    m_ways = new QVBoxLayout(m_choice);
    m_ways->setSpacing(Theme::space(2));
    rows->addWidget(m_choice);
    rows->addStretch();
    rows->addWidget(m_note);
    m_ask->setObjectName(u"buyerButton"_s);
    m_ask->setText(tr("&Buyer and note"));
    m_ask->setKey(Qt::Key_F7);
    m_ask->setCheckable(true);
    m_buyer->hide();
    makeButtons();
    m_ways->addWidget(m_ask, 0, Qt::AlignLeft);
    m_ways->addWidget(m_buyer);
    layOut(false);
    m_note->setText(
        tr("To change the payment method, first cancel this payment, so that the buyer does not pay twice."));
    connectParts();
}

void SystemsPane::connectParts()
{
    // Assistive tools check a button without a click.
    connect(m_group, &QButtonGroup::idToggled, this, [this](int at, bool isOn) {
        if (isOn && isVisible())                  // else the program sets it, by its index, possibly in a changed list
            Q_EMIT chosen(m_systems.at(at).name); // shows the fields that it needs
    });
    connect(m_group, &QButtonGroup::idClicked, this, &SystemsPane::choose);
    connect(m_buyer, &BuyerFields::changed, this, &SystemsPane::buyerTyped);
    connect(m_buyer, &BuyerFields::noteEntered, this, &SystemsPane::noteEntered);
    connect(m_ask, &QPushButton::toggled, this, &SystemsPane::buyerAsked);
}

void SystemsPane::makeButtons()
{
    for (int i = 0; i < m_systems.size(); ++i) {
        auto *button = new ActionButton(ActionButton::Weight::Choice, this);
        button->setObjectName(u"paySystem_%1"_s.arg(i + 1));
        // Configured labels have no mnemonics.
        button->setText(m_systems.at(i).label(m_format.languageCode()).replace(u"&"_s, u"&&"_s));
        button->setDrawing(iconOf(m_systems.at(i).icon));
        if (m_systems.at(i).digit > 0)
            button->setKey(static_cast<Qt::Key>(Qt::Key_0 + m_systems.at(i).digit));
        m_group->addButton(button, i);
        m_buttons.append(button);
        m_ways->addWidget(button);
    }
}

void SystemsPane::layOut(bool isLow)
{
    const int air = Theme::space(isLow ? 1 : 4);
    const int side = Theme::space(isLow ? 2 : 4);
    layout()->setContentsMargins(side, air, side, air);
    for (ActionButton *button : std::as_const(m_buttons))
        button->setDrawnSize(isLow ? ActionButton::Size::Text : ActionButton::Size::Touch);
    // In a low window the systems come first, and a question may take the room of the pane.
    setMinimumHeight(isLow ? Theme::space(8) : 0);
    m_area->setMinimumHeight(isLow ? 1 : 0);
    layout()->setSpacing(Theme::space(isLow ? 1 : 2));
    m_ways->setContentsMargins(0, isLow ? 0 : Theme::space(2), 0, 0);
    m_rows->insertWidget(isLow ? 0 : 2, m_choice);
}

bool SystemsPane::needsBuyer() const
{
    const int at = m_group->checkedId();
    return !m_isFree && at >= 0 && m_systems.at(at).customerData == PaymentSystem::CustomerData::NameAndEmail;
}

void SystemsPane::choose(int index)
{
    Q_EMIT chosen(m_systems.at(index).name); // also for a system that was preselected
    if (!focusMissing())
        m_buttons.at(index)->setFocus();
}

QString SystemsPane::sumWords() const
{
    switch (m_phase) {
    case Phase::Choose:
    case Phase::Starting:
    case Phase::Page:
    case Phase::Await:
    case Phase::Collect:
        return m_isTaken ? tr("In the drawer") : tr("To pay");
    case Phase::Paid:
    case Phase::PaidInVain:
        return m_isPaid ? tr("Paid") : tr("Total");
    case Phase::Releasing:
    case Phase::NotFound:
    case Phase::Declined:
    case Phase::Canceled:
    case Phase::CanceledElsewhere:
    case Phase::Expired:
    case Phase::Refunded:
    case Phase::Unknown:
        return tr("Total");
    }
    Q_UNREACHABLE();
}

void SystemsPane::showSeats(const QList<TicketLine> &lines)
{
    if (lines == m_lines && m_seats->widget())
        return;
    m_lines = lines;
    auto *list = new QWidget(m_seats);
    auto *rows = new QVBoxLayout(list);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    int row = 0;
    for (const TicketLine &line : lines) {
        auto *words = new WordsRow({line.name, line.seat, QString()}, Tone::Plain, list);
        row = std::max(row, words->sizeHint().height());
        rows->addWidget(words);
    }
    m_seats->setWidget(list); // deletes the one before
    list->setAutoFillBackground(false);
    // A long list is cut within a line, so that it is seen to continue; the rest scrolls.
    const int all = list->sizeHint().height();
    m_seats->setMinimumHeight(std::min(all, row * 2));
    m_seats->setMaximumHeight(std::min(all, row * 11 / 2));
    m_seats->setVisible(!lines.isEmpty());
}

void SystemsPane::show(const Sale &sale, const Event *event, Phase phase, const PaymentDraft &draft)
{
    if (std::exchange(m_order, sale.order.id) != sale.order.id)
        m_buyer->begin();
    m_phase = phase;
    m_isPaid = sale.order.status == OrderStatus::Done;
    m_isTaken = sale.isMoneyTaken();
    m_isFree = sale.isFree();
    m_sumWords->setText(m_isFree ? tr("Nothing to pay") : sumWords());
    const PriceBreakdown price = PriceBreakdown::of(sale.order);
    const std::optional<Money> taken = m_isTaken ? sale.moneyTaken() : std::nullopt; // the sum may be another one now
    m_sum->setText(m_isFree ? tr("Free") : m_format.sum(taken ? taken : price.total));
    const QString words = priceWords(price, m_format);
    m_price->setText(words);
    m_price->setVisible(!words.isEmpty());
    m_tickets->setText(m_format.tickets(sale.order.ticketCount()));
    showSeats(ticketLines(sale, event, m_format));
    const bool open = m_phase == Phase::Choose;
    // For a sale begun elsewhere or before a restart, the sale has the payment system.
    for (int i = 0; i < m_systems.size(); ++i) {
        m_buttons.at(i)->setVisible(!m_isFree);
        m_buttons.at(i)->setEnabled(open);
    }
    if (open || phase == Phase::Starting) // the choice is being sent
        showWay(offeredOr(draft.system));
    else
        showWay(sale.system.isEmpty() ? sale.order.payment.system : sale.system);
    const bool isAsked = draft.buyerFields == PaymentDraft::Buyer::Asked;
    const QSignalBlocker quiet(m_ask); // set by the program
    m_ask->setChecked(isAsked);
    m_ask->setVisible(open);
    m_delivery = isAsked ? draft.delivery : PaymentDraft::Delivery::Counter;
    m_buyer->show(draft, needsBuyer() ? BuyerFields::Need::NameAndEmail : BuyerFields::Need::None);
    m_buyer->setVisible(open && (isAsked || needsBuyer()));
    m_note->setVisible(m_phase == Phase::Page || m_phase == Phase::Await ||
                       (m_phase == Phase::Collect && !m_isTaken && !m_isFree));
}

void SystemsPane::showWay(const QString &system)
{
    const QSignalBlocker quiet(m_group); // set by the program
    // None is checked if the order's system is not offered or not known.
    m_group->setExclusive(false);
    for (int i = 0; i < m_systems.size(); ++i)
        m_buttons.at(i)->setChecked(m_systems.at(i).name == system);
    m_group->setExclusive(true);
}

QString SystemsPane::offeredOr(const QString &system) const
{
    const bool isOffered = std::ranges::find(m_systems, system, &PaymentSystem::name) != m_systems.cend();
    return isOffered || m_systems.isEmpty() ? system : m_systems.first().name;
}

bool SystemsPane::hasWay() const
{
    return m_isFree ? freeChoice().has_value() : m_group->checkedId() >= 0;
}

void SystemsPane::showMissing()
{
    m_buyer->showMissing();
}

bool SystemsPane::focusMissing()
{
    const bool isMissing = m_buyer->isVisible() && !m_buyer->customer();
    if (isMissing)
        m_buyer->focusMissing();
    return isMissing;
}

std::optional<PaymentChoice> SystemsPane::choice() const
{
    const int at = m_group->checkedId();
    const auto choice = m_isFree  ? freeChoice()
                        : at >= 0 ? std::optional(PaymentChoice{m_systems.at(at).name, {}})
                                  : std::nullopt;
    return choice ? withBuyer(*choice) : std::nullopt;
}

std::optional<PaymentChoice> SystemsPane::withBuyer(const PaymentChoice &choice) const
{
    if (m_buyer->isHidden())
        return choice;
    const auto customer = m_buyer->customer();
    if (!customer)
        return std::nullopt;
    PaymentChoice with = choice;
    if (*customer != Customer())
        with.customer = customer;
    with.sendsTickets = m_delivery == PaymentDraft::Delivery::Email;
    return with;
}

void SystemsPane::putBuyerInto(PaymentDraft &draft) const
{
    m_buyer->putInto(draft);
}

void SystemsPane::focusBuyer()
{
    m_buyer->focusFirst();
}

std::optional<PaymentChoice> SystemsPane::freeChoice() const
{
    const auto first = [this](auto &&fits) {
        const auto it = std::ranges::find_if(m_systems, fits);
        return it == m_systems.cend() ? std::nullopt : std::optional(PaymentChoice{it->name, {}});
    };
    const auto asksNothing = [](const PaymentSystem &system) {
        return system.customerData == PaymentSystem::CustomerData::NotNeeded;
    };
    // Prefers a system that the seller confirms; one that the server confirms may wait for a transfer.
    auto choice = first([&](const PaymentSystem &system) {
        return asksNothing(system) &&
               confirmationOf(system.name, system.confirmation) != PaymentSystem::Confirmation::Server;
    });
    if (!choice)
        choice = first(asksNothing);
    return choice ? choice : first([](const PaymentSystem &) { return true; });
}

bool SystemsPane::isTyping() const
{
    return m_buyer->isAncestorOf(QApplication::focusWidget());
}

} // namespace okoshko
