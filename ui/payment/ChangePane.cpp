// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/ChangePane.h"

#include "ui/keys/KeyDispatcher.h"
#include "ui/text/ErrorText.h"
#include "ui/text/PriceText.h"
#include "ui/text/TicketText.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/InputField.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/SetRow.h"
#include "ui/widgets/Stepper.h"
#include "ui/widgets/WrapLayout.h"

#include "models/api/ServerClock.h"
#include "models/domain/Text.h"
#include "models/sale/Basket.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

/// A code field that a long text can be pasted into: a cut one would be another code.
constexpr int longestTyped = 32767;

void removeItems(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

bool isSame(const QString &code, const QString &other)
{
    return code.compare(other, Qt::CaseInsensitive) == 0; // the server's rule (vendor documentation)
}

} // namespace

ChangePane::ChangePane(const ServerClock &clock, const Format &format, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_format(format)
    , m_heading(makeLabel(this, Theme::Type::Title, Tone::Plain, QFont::Bold))
    , m_words(makeLabel(this, Theme::Type::Text, Tone::Muted))
{
    setObjectName(u"changePane"_s);
    m_heading->setObjectName(u"changeHeading"_s);
    m_heading->setWordWrap(true);
    m_words->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::space(3), 0, Theme::space(3), 0);
    column->setSpacing(Theme::space(2));
    column->addWidget(m_heading);
    column->addWidget(m_words);
    column->addWidget(makeTickets());
    column->addWidget(makeCodes());
    column->addStretch();
}

QWidget *ChangePane::makeTickets()
{
    auto *tickets = new QWidget(this);
    auto *column = new QVBoxLayout(tickets);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(2));
    m_rowsLayout = new QVBoxLayout;
    m_rowsLayout->setSpacing(0);
    m_seatsLayout = new QVBoxLayout;
    m_seatsLayout->setContentsMargins(Theme::space(4), 0, Theme::space(4), 0);
    m_seatsLayout->setSpacing(Theme::space(1));
    m_sum = makeLabel(tickets, Theme::Type::Heading);
    m_sum->setObjectName(u"changeSum"_s);
    m_sum->setWordWrap(true);
    m_apply = new ActionButton(ActionButton::Weight::Primary, tickets);
    m_apply->setObjectName(u"changeTicketsButton"_s);
    m_apply->setKey(Qt::Key_Return);
    column->addLayout(m_rowsLayout);
    column->addLayout(m_seatsLayout);
    column->addWidget(m_sum);
    column->addWidget(m_apply, 0, Qt::AlignLeft);
    connect(m_apply, &QPushButton::clicked, this, &ChangePane::ticketsWanted);
    return tickets;
}

QWidget *ChangePane::makeCodes()
{
    m_codesBox = new QWidget(this);
    auto *column = new QVBoxLayout(m_codesBox);
    column->setContentsMargins(0, Theme::space(2), 0, 0);
    column->setSpacing(Theme::space(1));
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::space(2));
    m_code = new InputField(u"codeEdit"_s, m_codesBox);
    m_code->setWords(tr("&Promo code"), tr("Typed or scanned."));
    m_code->edit().setMaxLength(longestTyped);
    KeyDispatcher::takeCodes(m_code->edit(), KeyDispatcher::OnCode::Enter);
    m_applyCode = new ActionButton(ActionButton::Weight::Normal, m_codesBox);
    m_applyCode->setObjectName(u"applyCodeButton"_s);
    m_applyCode->setText(tr("&Apply the code"));
    m_applyCode->setKey(Qt::Key_Return);
    line->addWidget(m_code, 1);
    line->addWidget(m_applyCode, 0, Qt::AlignBottom);
    m_codeRows = new QWidget(m_codesBox);
    auto *rows = new QVBoxLayout(m_codeRows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(Theme::space(1));
    m_discount = makeLabel(m_codesBox, Theme::Type::Text);
    m_discount->setObjectName(u"codeDiscount"_s);
    m_discount->setWordWrap(true);
    column->addWidget(makeRule(m_codesBox));
    column->addLayout(line);
    column->addWidget(m_codeRows);
    column->addWidget(m_discount);
    connect(m_applyCode, &QPushButton::clicked, this, &ChangePane::applyCode);
    connect(&m_code->edit(), &QLineEdit::textChanged, this, [this](const QString &text) {
        m_code->setReason({});
        Q_EMIT codeTyped(text);
    });
    return m_codesBox;
}

int ChangePane::maxCount(const TicketSet &set, const Event &event) const
{
    const auto own = static_cast<int>(std::ranges::count(m_sale.tickets, set.id, &Ticket::set));
    const bool isSold = m_mode == Mode::Change && event.isOnSale() && !event.isOver(m_clock.now()) && set.isForSale();
    // If the vacant count is unknown, the server decides.
    const int more = isSold ? std::max(0, set.vacant.value_or(Basket::maxPerSet)) : 0;
    return std::max(own, std::min(own + more, Basket::maxPerSet));
}

void ChangePane::makeRows(const QList<SetId> &sets)
{
    if (std::ranges::equal(m_rows, sets, {}, &SetRow::set))
        return;
    removeItems(*m_rowsLayout);
    m_rows.clear();
    for (const SetId &set : sets) {
        auto *row = new SetRow(set, this);
        connect(&row->stepper(), &Stepper::valueChanged, this, [this, set](int count) { setCount(set, count); });
        connect(&row->stepper(), &Stepper::refused, this,
                [this, row](int wanted) { refuse(wanted, row->stepper().maximum()); });
        m_rows << row;
        m_rowsLayout->addWidget(row);
        m_rowsLayout->addWidget(makeRule(this));
    }
}

void ChangePane::makeSeats(const QList<Ticket> &tickets, const Event *event)
{
    QList<NamedSeat> shown;
    for (const Ticket &ticket : tickets) {
        const TicketSet *set = event ? event->set(ticket.set) : nullptr;
        const QString seat = seatWords(ticket.seat, set, event);
        shown.append(
            {ticket, inOneLine({set ? set->name : QString(), seat.isEmpty() ? tr("a ticket") : seat}, u", "_s)});
    }
    if (std::exchange(m_shownSeats, shown) == shown)
        return;
    removeItems(*m_seatsLayout);
    m_seats.clear();
    for (const auto &[ticket, words] : std::as_const(shown)) {
        auto *box = new QCheckBox(sanitizedText(words).replace(u"&"_s, u"&&"_s), this);
        box->setObjectName(u"seat_"_s + ticket.id.toString());
        box->setAccessibleName(tr("Keep: %1").arg(words));
        connect(box, &QCheckBox::toggled, this, [this, ticket = ticket](bool isKept) {
            TicketPlan plan = m_plan;
            plan.setKept(ticket, isKept);
            Q_EMIT planned(plan);
        });
        m_seats << box;
        m_seatsLayout->addWidget(box);
    }
}

void ChangePane::showRows(const Event *event)
{
    QList<SetId> sets;
    QList<Ticket> seats;
    for (const TicketSet &set : event ? event->sets : QList<TicketSet>()) {
        if (m_mode == Mode::Change || std::ranges::count(m_sale.tickets, set.id, &Ticket::set) > 0)
            sets << set.id;
    }
    for (const Ticket &ticket : std::as_const(m_sale.tickets)) {
        if (ticket.isNumbered() || !sets.contains(ticket.set))
            seats << ticket;
    }
    makeRows(sets);
    makeSeats(seats, event);
    for (SetRow *row : std::as_const(m_rows)) {
        const TicketSet &set = *event->set(row->set());
        const QSignalBlocker quiet(row->stepper()); // set by the program
        row->show(set, maxCount(set, *event), *event, m_clock.now(), m_format, sectorOf(std::nullopt, &set, event));
        row->stepper().setValue(m_plan.count(m_sale.tickets, set.id));
    }
    for (qsizetype at = 0; at < m_seats.size(); ++at) {
        const QSignalBlocker quiet(m_seats.at(at)); // set by the program
        m_seats.at(at)->setChecked(!m_plan.givenBack.contains(m_shownSeats.at(at).ticket.id));
    }
}

void ChangePane::showSum()
{
    const int now = static_cast<int>(m_sale.tickets.size());
    const int then = m_plan.totalCount(m_sale.tickets);
    const bool changes = m_plan.changes(m_sale.tickets);
    m_sum->setText(!areTicketsRead() ? tr("The tickets of the order are being read.")
                   : then == 0       ? tr("Without any ticket the order is to be cancelled: go back and press Del.")
                   : changes         ? tr("%1 now, then %2").arg(m_format.tickets(now), m_format.tickets(then))
                                     : m_format.tickets(now));
    m_apply->setText(m_mode == Mode::GiveBack ? tr("&Give back: %n", nullptr, now - then) : tr("&Change the tickets"));
    m_apply->setEnabled(changes && then > 0 && areTicketsRead() && !m_isBusy);
}

void ChangePane::showCodes(const PaymentDraft &draft)
{
    m_codes = m_sale.typedCodes();
    m_codesBox->setVisible(m_mode == Mode::Change);
    if (m_code->text() != draft.code) {
        const QSignalBlocker quiet(m_code->edit()); // set by the program
        m_code->edit().setText(draft.code);
    }
    m_applyCode->setEnabled(!m_isBusy && !typedText(draft.code).isEmpty());
    const qsizetype reported = m_sale.order.promoCodes.size();
    QStringList shown = m_codes;
    if (reported > m_codes.size())
        shown << QString();
    if (std::exchange(m_shownCodes, shown) != shown) {
        removeItems(*m_codeRows->layout());
        for (qsizetype at = 0; at < shown.size(); ++at) {
            const bool isKnown = !shown.at(at).isEmpty();
            auto *row = new QWidget(m_codeRows);
            auto *line = new WrapLayout(row);
            line->setContentsMargins(0, 0, 0, 0);
            line->setSpacing(Theme::space(2));
            auto *words = makeLabel(row);
            words->setText(isKnown ? breakable(isolated(shown.at(at)))
                                   : tr("%n more code(s) in the order; a new code replaces them", nullptr,
                                        static_cast<int>(reported - at)));
            auto *remove = new ActionButton(ActionButton::Weight::Normal, row);
            remove->setObjectName(isKnown ? u"removeCode_%1"_s.arg(at + 1) : u"removeCodesButton"_s);
            remove->setText(isKnown ? tr("Remove") : tr("Remove all codes"));
            remove->setAccessibleName(isKnown ? tr("Remove the promo code %1").arg(shown.at(at)) : remove->text());
            connect(remove, &QPushButton::clicked, this, [this, at] { removeCode(at); });
            line->addWidget(remove);
            line->addWidget(words);
            m_codeRows->layout()->addWidget(row);
            row->show();
        }
    }
    for (ActionButton *button : m_codeRows->findChildren<ActionButton *>())
        button->setEnabled(!m_isBusy);
    m_codeRows->setVisible(!shown.isEmpty());
}

void ChangePane::show(const Sale &sale, const Event *event, Mode mode, const PaymentDraft &draft, bool isBusy)
{
    if (m_sale.order.id != sale.order.id)
        m_code->setReason({}); // it was about a code of another order
    m_sale = sale;
    m_plan = draft.plan.value_or(TicketPlan());
    m_mode = mode;
    m_isBusy = isBusy;
    m_heading->setText(mode == Mode::Change ? tr("Change the order") : tr("Give tickets back"));
    m_words->setText(mode == Mode::Change
                         ? tr("The seats stay held meanwhile. What is taken off goes back on sale at once.")
                         : tr("The payment is awaited: tickets can be given back, and none can be added."));
    showRows(event);
    showSum();
    showCodes(draft);
    const QStringList discounts = discountWords(sale, event, m_format);
    m_discount->setText(breakable(discounts.join(u'\n')));
    m_discount->setVisible(!discounts.isEmpty());
}

void ChangePane::refuse(int wanted, int most)
{
    Q_EMIT tooManyAsked(wanted, most,
                        m_mode == Mode::GiveBack    ? tr("While the payment is awaited, no ticket can be added.")
                        : most == Basket::maxPerSet ? tr("An order takes no more than that of one category.")
                                                    : tr("Take what there is, or another category."));
}

void ChangePane::setCount(const SetId &set, int count)
{
    TicketPlan plan = m_plan;
    plan.setCount(m_sale.tickets, set, count);
    Q_EMIT planned(plan);
}

void ChangePane::applyCode()
{
    const QString code = typedText(m_code->text());
    if (code.isEmpty())
        return;
    if (code.size() > longestPromoCode)
        return showCodeRefused(ErrorText::tooLongCode(code.size(), m_format));
    if (std::ranges::any_of(m_codes, [&code](const QString &other) { return isSame(code, other); }))
        return showCodeRefused(tr("This code is in the order already."));
    Q_EMIT codesWanted(m_codes + QStringList{code});
}

void ChangePane::removeCode(qsizetype at)
{
    QStringList rest = m_codes;
    if (at < rest.size())
        rest.removeAt(at);
    else
        rest.clear();
    m_code->edit().setFocus(Qt::OtherFocusReason); // its button is removed
    Q_EMIT codesWanted(rest);
}

void ChangePane::showCodeRefused(const QString &reason)
{
    m_code->setReason(reason);
    m_code->edit().setFocus(Qt::OtherFocusReason);
    m_code->edit().selectAll();
}

void ChangePane::focusFirst()
{
    // The first category with tickets in the order; usually that one is changed.
    const auto owned = std::ranges::find_if(m_rows, [](const SetRow *row) { return row->stepper().value() > 0; });
    const auto any = std::ranges::find_if(m_rows, [](const SetRow *row) { return row->stepper().isEnabled(); });
    if (owned != m_rows.cend())
        (*owned)->stepper().setFocus(Qt::OtherFocusReason);
    else if (any != m_rows.cend())
        (*any)->stepper().setFocus(Qt::OtherFocusReason);
    else if (!m_seats.isEmpty())
        m_seats.first()->setFocus(Qt::OtherFocusReason);
    else
        setFocus();
}

void ChangePane::keyPressEvent(QKeyEvent *event)
{
    QList<QWidget *> others(m_seats.cbegin(), m_seats.cend());
    others << &m_code->edit();
    if (!SetRow::moveFocus(*event, m_rows, others))
        QWidget::keyPressEvent(event);
}

} // namespace okoshko
