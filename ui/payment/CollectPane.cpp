// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/CollectPane.h"

#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ConfirmQuestion.h"
#include "ui/widgets/FigureLabel.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/WrapLayout.h"

#include "models/api/ServerClock.h"
#include "models/sale/Countdown.h"
#include "models/sale/PriceBreakdown.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QHideEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

CollectPane::CollectPane(const ServerClock &clock, const Format &format, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_format(format)
    , m_sums(new QGridLayout)
    , m_heading(makeLabel(this, Theme::Type::Title, Tone::Plain, QFont::Bold))
    , m_words(makeLabel(this, Theme::Type::Heading))
    , m_held(makeLabel(this, Theme::Type::Text, Tone::Muted))
    , m_receivedWords(makeLabel(this, Theme::Type::Text, Tone::Muted))
    , m_received(new QLineEdit(this))
    , m_changeWords(makeLabel(this, Theme::Type::Text, Tone::Muted))
    , m_change(new FigureLabel(Theme::Type::Figure, QFont::Bold, this))
    , m_actions(new QWidget(this))
    , m_question(new ConfirmQuestion(m_actions))
    , m_confirm(new ActionButton(ActionButton::Weight::Primary, m_actions))
    , m_page(new QWidget(this))
    , m_askForPage(new ActionButton(ActionButton::Weight::Primary, m_page))
    , m_noPage(new ActionButton(ActionButton::Weight::Normal, m_page))
{
    m_heading->setObjectName(u"collectHeading"_s);
    m_heading->setWordWrap(true);
    m_words->setObjectName(u"collectWords"_s);
    m_words->setWordWrap(true);
    m_held->setObjectName(u"collectHeld"_s);
    m_held->setWordWrap(true);
    m_received->setObjectName(u"receivedEdit"_s);
    Theme::setFont(*m_received, Theme::Type::Sum, QFont::Bold);
    m_received->setMaxLength(40);
    m_received->setMaximumWidth(Theme::space(120));
    m_receivedWords->setBuddy(m_received);
    m_changeWords->setWordWrap(true);
    m_change->setObjectName(u"changeLabel"_s);
    m_confirm->setObjectName(u"confirmPaidButton"_s);
    m_confirm->setKey(Qt::Key_Return);
    m_askForPage->setObjectName(u"askForPageButton"_s);
    m_askForPage->setKey(Qt::Key_Return);
    m_noPage->setObjectName(u"noPageButton"_s);
    arrange();
    connect(m_received, &QLineEdit::textChanged, this, &CollectPane::receivedTyped);
    connect(m_confirm, &QPushButton::clicked, this, &CollectPane::askToConfirm);
    connect(m_askForPage, &QPushButton::clicked, this, &CollectPane::askServerRequested);
    connect(m_noPage, &QPushButton::clicked, this, &CollectPane::noPageConfirmed);
    m_receivedWords->setText(tr("&Received"));
    m_received->setAccessibleName(tr("Received"));
    m_notes[0]->setText(tr("E&xactly"));
    m_askForPage->setText(tr("As&k the server"));
    m_noPage->setText(tr("No page: &take the money"));
    showWords();
    refreshChange();
}

void CollectPane::arrange()
{
    auto *pageRow = new WrapLayout(m_page);
    pageRow->setContentsMargins(0, 0, 0, 0);
    pageRow->setSpacing(Theme::space(2));
    for (ActionButton *button : {m_askForPage, m_noPage}) {
        button->setDrawnSize(ActionButton::Size::Touch);
        pageRow->addWidget(button);
    }
    pageRow->addStretch();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::space(3), 0, Theme::space(3), 0);
    column->setSpacing(Theme::space(2));
    column->addWidget(m_heading);
    column->addWidget(m_words);
    column->addWidget(m_held);
    column->addSpacing(Theme::space(1));
    column->addWidget(m_page);
    column->addSpacing(Theme::space(2));
    column->addLayout(m_sums);
    m_sums->setHorizontalSpacing(Theme::space(3));
    m_sums->setColumnStretch(0, 1);
    m_sums->addWidget(m_receivedWords, 0, 0);
    m_sums->addWidget(m_received, 1, 0);
    auto *row = new WrapLayout;
    row->setSpacing(Theme::space(2));
    for (size_t i = 0; i < m_notes.size(); ++i) {
        m_notes[i] = new ActionButton(ActionButton::Weight::Normal, this);
        m_notes[i]->setObjectName(i == 0 ? u"note_0"_s : QString());
        row->addWidget(m_notes[i]);
        connect(m_notes[i], &QPushButton::clicked, this, [this, i] {
            receive(i == 0 ? m_due.value_or(Money()) : m_handedOver.value(static_cast<qsizetype>(i) - 1));
        });
    }
    row->addStretch();
    m_sums->addLayout(row, 2, 0, 1, 2);
    layOut(false);
    column->addStretch();
    auto *actions = new QVBoxLayout(m_actions);
    actions->setContentsMargins(0, 0, 0, 0);
    actions->setSpacing(Theme::space(2));
    actions->addWidget(m_question);
    auto *confirm = new QWidget(m_actions);
    auto *line = new QVBoxLayout(confirm);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_confirm, 0, Qt::AlignHCenter);
    actions->addWidget(confirm);
    m_question->takePlaceOf(*confirm);
    m_actions->hide(); // shown with the pane
}

CollectPane::State CollectPane::stateOf(const Sale &sale, const QList<Intent> &open) const
{
    const bool isOpen = std::any_of(open.cbegin(), open.cend(),
                                    [](const Intent &intent) { return intent.verb == Intent::Verb::Confirm; });
    const bool hasFailed = sale.failure && sale.failure->step == Step::Confirm;
    if (sale.inProgress == Step::Confirm || sale.next == Step::Confirm)
        return State::Confirming;
    if (isOpen || (hasFailed && sale.failure->error.effect == Effect::Possible))
        return State::InDoubt;
    // No confirmation before the cashier has confirmed that there is no page, if that must be asked.
    if (hasFailed || sale.isMoneyTaken())
        return State::Again;
    if (sale.order.holdsNoTicket())
        return State::NoTickets;
    if (!m_due)
        return State::AskForSum;
    if (isFree())
        return State::Take;
    if (sale.isSumToAccept())
        return State::NewSum;
    const bool mustAsk =
        sale.collecting() == Sale::Collecting::AfterAsking && m_draft.page == PaymentDraft::Page::NotSaid;
    return mustAsk ? State::AskForPage : State::Take;
}

void CollectPane::show(const Sale &sale, const QList<Intent> &open, const PaymentDraft &draft)
{
    m_draft = draft;
    if (m_received->text() != draft.received) { // of another order
        const QSignalBlocker known(m_received);
        m_received->setText(draft.received);
    }
    const auto due = sale.isFree() ? Money() : PriceBreakdown::of(sale.order).total;
    const bool isChanging = sale.inProgress == Step::Change || sale.next == Step::Change;
    if (due != m_due || sale.isSumToAccept() != m_isSumNew || isChanging)
        m_question->withdraw(); // the question named the sum
    m_due = due;
    m_isSumNew = sale.isSumToAccept();
    m_isChanging = isChanging;
    m_isElsewhere = sale.origin == Sale::Origin::Elsewhere;
    const Instant now = m_clock.now();
    const auto countdown = m_format.countdown(sale.order, now);
    const bool isHeld = countdown && sale.order.reservedTill;
    m_held->setVisible(isHeld); // hidden if the hold is unknown
    if (isHeld) {
        m_held->setText(tr("The seats are held until %1, %2 more.")
                            .arg(m_format.moment(*sale.order.reservedTill, now), m_format.timeLeft(countdown->left)));
        setTone(*m_held, countdown->urgency == Countdown::Urgency::Calm ? Tone::Muted : Tone::Urgent);
    }
    showState(stateOf(sale, open));
}

void CollectPane::showState(State state)
{
    const bool isAnother = std::exchange(m_state, state) != state;
    showWords();
    const bool money = state == State::Take && !isFree();
    for (QWidget *part : {static_cast<QWidget *>(m_receivedWords), static_cast<QWidget *>(m_received),
                          static_cast<QWidget *>(m_changeWords), static_cast<QWidget *>(m_change)})
        part->setVisible(money);
    showNotes(money);
    m_page->setVisible(state == State::AskForPage || state == State::AskForSum || state == State::NoTickets);
    m_noPage->setVisible(state == State::AskForPage);
    m_confirm->setVisible(state == State::Take || state == State::Confirming || state == State::InDoubt ||
                          state == State::Again);
    m_confirm->setWorking(state == State::Confirming ? ActionButton::Working::Yes : ActionButton::Working::No);
    refreshChange();
    if (isAnother)
        startAnew();
}

void CollectPane::showWords()
{
    const bool free = isFree();
    const auto setTexts = [this](const QString &heading, const QString &words) {
        m_heading->setText(heading);
        m_words->setText(words);
        m_words->setVisible(!words.isEmpty());
    };
    const bool again = m_state == State::InDoubt || m_state == State::Again;
    m_confirm->setText(free ? tr("&Issue the tickets") : again ? tr("Co&nfirm again") : tr("&Money received"));
    switch (m_state) {
    case State::NoTickets:
        return setTexts(
            tr("The order holds no tickets any more"),
            tr("Take no money. Ask the server again; if it stays so, cancel the order and sell the tickets anew."));
    case State::AskForSum:
        return setTexts(tr("The server has not told how much is to be paid"),
                        tr("Take no money before the sum stands here."));
    case State::NewSum:
        return setTexts(tr("The sum of the order has changed"), tr("Take no money before the buyer agrees to it."));
    case State::AskForPage:
        return setTexts(
            tr("It is not known whether a payment page was opened for this order"),
            tr("If the buyer sees a page, wait: the server tells when it is paid. If there is none anywhere, take "
               "the money."));
    case State::Take:
        return setTexts(free ? tr("Nothing is to be paid") : tr("Take %1 from the buyer").arg(m_format.sum(m_due)), {});
    case State::Confirming:
        return free ? setTexts(tr("The tickets are being issued"), {})
                    : setTexts(tr("The payment is being confirmed"),
                               tr("The money is in the drawer: there is nothing to take again."));
    case State::InDoubt:
        return free ? setTexts(tr("It is not known yet whether the tickets are issued"),
                               tr("The server is being asked."))
                    : setTexts(
                          tr("It is not known yet whether the server took the confirmation"),
                          tr("The money is in the drawer: there is nothing to take again. The server is being asked. "
                             "You "
                             "can confirm again at once: the order is read first, and nothing is paid twice."));
    case State::Again:
        return free ? setTexts(tr("The tickets were not issued"), {})
                    : setTexts(tr("The payment was not confirmed"),
                               tr("The money is in the drawer: confirm again, do not take it a second time."));
    }
    Q_UNREACHABLE();
}

void CollectPane::showNotes(bool areShown)
{
    m_handedOver = areShown ? sumsHandedOver(m_due.value_or(Money())) : QList<Money>();
    m_notes[0]->setVisible(areShown);
    for (size_t i = 1; i < m_notes.size(); ++i) {
        const auto at = static_cast<qsizetype>(i) - 1;
        const bool isShown = at < m_handedOver.size();
        if (isShown) {
            const qint64 roubles = m_handedOver.at(at).minor() / 100;
            m_notes[i]->setObjectName(u"note_%1"_s.arg(roubles));
            m_notes[i]->setText(m_format.locale().toString(roubles));
        }
        m_notes[i]->setVisible(isShown);
    }
}

void CollectPane::receive(Money sum)
{
    m_received->setText(m_format.plainMoney(sum));
    m_received->setFocus();
}

void CollectPane::refreshChange()
{
    const auto given = m_draft.receivedSum();
    const Money due = m_due.value_or(Money());
    const auto change = m_draft.change(due);
    const bool typed = !m_draft.received.isEmpty();
    if (!typed) {
        m_changeWords->setText(tr("Change"));
        m_change->setText(u"—"_s);
        m_change->setMood(FigureLabel::Mood::Calm);
    } else if (!given) {
        m_changeWords->setText(tr("That is not a valid sum"));
        m_change->setText(u"—"_s);
        m_change->setMood(FigureLabel::Mood::Urgent);
    } else if (*given < due) {
        m_changeWords->setText(tr("Still missing"));
        m_change->setText(m_format.money(due - *given));
        m_change->setMood(FigureLabel::Mood::Urgent);
    } else if (!change) {
        m_changeWords->setText(
            tr("That is %1 more than is to be paid: look at the sum that was typed").arg(m_format.money(*given - due)));
        m_change->setText(u"—"_s);
        m_change->setMood(FigureLabel::Mood::Urgent);
    } else {
        m_changeWords->setText(tr("Change"));
        m_change->setText(m_format.money(*change));
        m_change->setMood(FigureLabel::Mood::Good);
    }
    // An empty field is accepted: exact money, or a card at the counter's terminal.
    const bool isEnough = !typed || change;
    const bool again = m_state == State::InDoubt || m_state == State::Again;
    m_confirm->setEnabled(!m_isSumNew && !m_isChanging && (again || (m_state == State::Take && isEnough)));
}

void CollectPane::askToConfirm()
{
    if (!m_confirm->isVisible() || !m_confirm->isEnabled())
        return;
    if (isFree())
        return Q_EMIT confirmed(); // no cash to confirm
    QString words = tr("To pay: %1. After this the order is paid and cannot be changed.").arg(m_format.sum(m_due));
    if (m_isElsewhere)
        words.prepend(tr("The order was made at another counter: confirm it only if the money was taken at this one.") +
                      u' ');
    m_question->ask({{tr("Is the money in the drawer?"), words},
                     tr("&Yes, confirm"),
                     u"confirmPaidYesButton"_s,
                     tr("N&o"),
                     u"confirmPaidNoButton"_s,
                     m_isElsewhere ? ConfirmQuestion::Enter::SaysNo : ConfirmQuestion::Enter::SaysYes},
                    [this] { Q_EMIT confirmed(); });
}

void CollectPane::startAnew()
{
    m_question->withdraw();
    if (isVisible())
        focusFirst();
}

void CollectPane::focusFirst()
{
    if (m_page->isVisible())
        m_askForPage->setFocus();
    else if (m_received->isVisible())
        m_received->setFocus();
    else
        setFocus(); // the window handles its keys
}

void CollectPane::takePlaceOf(QWidget &buttons)
{
    m_question->takePlaceOf(buttons);
}

void CollectPane::layOut(bool isLow)
{
    layout()->setSpacing(Theme::space(isLow ? 1 : 2));
    m_sums->setVerticalSpacing(Theme::space(isLow ? 1 : 2));
    // In a low window the change is in the same row as the received sum.
    m_sums->addWidget(m_changeWords, isLow ? 0 : 3, isLow ? 1 : 0);
    m_sums->addWidget(m_change, isLow ? 1 : 4, isLow ? 1 : 0);
    m_sums->setColumnStretch(1, isLow ? 1 : 0);
}

void CollectPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_actions->show();
}

void CollectPane::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous()) // not when a minimised window is restored
        m_actions->hide();
    QWidget::hideEvent(event);
}

} // namespace okoshko
