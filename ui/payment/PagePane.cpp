// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/PagePane.h"

#include "ui/widgets/ActionButton.h"
#include "ui/widgets/CountdownRing.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Privacy.h"
#include "ui/widgets/QrCode.h"

#include "models/api/ServerClock.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFrame>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

PagePane::PagePane(const ServerClock &clock, const Format &format, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_format(format)
    , m_ring(new CountdownRing(this))
    , m_state(makeLabel(this, Theme::Type::Heading, Tone::Plain, QFont::DemiBold))
    , m_since(makeLabel(this, Theme::Type::Text, Tone::Muted))
    , m_open(new ActionButton(ActionButton::Weight::Normal, this))
    , m_copy(new ActionButton(ActionButton::Weight::Normal, this))
    , m_notice(new Notice(this))
    , m_browserNotice(new Notice(this))
    , m_column(makeColumn())
    , m_card(makeCard())
{
    m_ring->setObjectName(u"countdownRing"_s);
    m_state->setObjectName(u"paymentState"_s);
    m_state->setAlignment(Qt::AlignCenter);
    m_state->setWordWrap(true);
    m_since->setAlignment(Qt::AlignCenter);
    m_since->setWordWrap(true);
    m_notice->setObjectName(u"pageNotice"_s);
    m_browserNotice->setObjectName(u"browserNotice"_s);
    m_open->setObjectName(u"openPageButton"_s);
    m_open->setKey(Qt::Key_O);
    m_copy->setObjectName(u"copyAddressButton"_s);
    m_copy->setKey(Qt::Key_C);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space(6));
    row->addWidget(m_column);
    row->addWidget(m_card);
    connect(m_open, &QPushButton::clicked, this, &PagePane::openRequested);
    connect(m_copy, &QPushButton::clicked, this, &PagePane::copyRequested);
    m_open->setText(tr("&Open the page"));
    showCopied(Copied::No);
    m_cardWords->setText(tr("With the buyer's phone"));
}

QWidget *PagePane::makeColumn()
{
    auto *words = new QWidget(this);
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(2));
    column->addStretch();
    column->addWidget(m_ring, 0, Qt::AlignHCenter);
    column->addWidget(m_state);
    column->addWidget(m_since);
    m_buttons = new QBoxLayout(QBoxLayout::LeftToRight);
    m_buttons->setSpacing(Theme::space(2));
    m_buttons->addStretch();
    m_buttons->addWidget(m_open, 0, Qt::AlignCenter);
    m_buttons->addWidget(m_copy, 0, Qt::AlignCenter);
    m_buttons->addStretch();
    column->addLayout(m_buttons);
    column->addWidget(m_notice);
    column->addWidget(m_browserNotice);
    column->addStretch();
    return words;
}

QWidget *PagePane::makeCard()
{
    auto *card = new QFrame(this);
    card->setObjectName(u"card"_s);
    m_cardWords = makeLabel(card, Theme::Type::Text, Tone::Plain, QFont::DemiBold);
    m_cardWords->setAlignment(Qt::AlignCenter);
    m_cardWords->setWordWrap(true);
    m_code = new QrCode(card);
    m_code->setObjectName(u"qrCode"_s);
    m_address = new ElidedLabel(Theme::Type::Note, Tone::Muted, QFont::Normal, card);
    m_address->setObjectName(u"pageAddress"_s);
    m_address->setAlignment(Qt::AlignHCenter);
    m_address->setElideMode(Qt::ElideMiddle);
    markPrivate(*m_code); // the address gives access to the buyer's page
    markPrivate(*m_address);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(Theme::space(3), Theme::space(3), Theme::space(3), Theme::space(3));
    column->setSpacing(Theme::space(2));
    column->addWidget(m_cardWords);
    column->addWidget(m_code, 1);
    column->addWidget(m_address);
    return card;
}

void PagePane::shareRoom()
{
    const int open = m_open->sizeHint().width();
    const int copy = m_copy->sizeHint().width();
    const int sideBySide = open + m_buttons->spacing() + copy;
    const int narrow = std::max({open, copy, m_ring->minimumSizeHint().width()});
    m_column->setMinimumWidth(narrow); // the buttons may be one above the other
    if (m_card->isHidden())
        return m_column->setMaximumWidth(QWIDGETSIZE_MAX);

    const QMargins margins = m_card->layout()->contentsMargins();
    const int usual = m_code->sizeHint().width();
    const int least = m_code->minSide(); // of the code
    const int room = width() - layout()->spacing() - margins.left() - margins.right();
    int side = room - std::max(sideBySide, m_ring->sizeHint().width());
    if (side < std::max(least, usual)) // the column beside it is narrowed
        side = std::max(side, std::min(std::max(least, usual), room - narrow));
    const int around = margins.top() + margins.bottom() + 2 * m_card->layout()->spacing() +
                       m_cardWords->heightForWidth(std::max(side, 1)) + m_address->sizeHint().height();
    // The pane scrolls rather than hiding the code.
    side = std::max({0, std::min(side, least), std::min(side, height() - around)});
    m_card->setMinimumHeight(std::max(0, std::min(side, least)) + around);
    if (m_code->isHidden() || least == 0 || side < least) // a text instead of the code needs no more
        side = std::min(side, usual);
    m_buttons->setDirection(room - side < sideBySide ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_column->setMaximumWidth(std::max(room - side, narrow));
    m_card->setMaximumSize(side + margins.left() + margins.right(), side + around);
}

void PagePane::show(const Sale &sale, Phase phase)
{
    const auto countdown = m_format.countdown(sale.order, m_clock.now());
    CountdownRing::Look look;
    look.countdown = countdown;
    look.figure = m_format.timeLeft(countdown ? countdown->left : std::chrono::seconds(0));
    look.words = m_format.timeLeftWords(countdown ? countdown->left : std::chrono::seconds(0));
    if (sale.order.reservedTill)
        look.note = tr("held until %1").arg(m_format.moment(*sale.order.reservedTill, m_clock.now()));
    m_ring->setLook(look);
    m_ring->setVisible(countdown.has_value()); // hidden if the time is unknown

    const bool page = phase == Phase::Page && !sale.isSumToAccept();
    const bool openable = page && m_problem != Problem::UnsafeAddress && m_problem != Problem::MoneyTaken;
    m_open->setVisible(openable);
    m_copy->setVisible(openable); // an unsafe address is not copied either
    m_card->setVisible(page && m_problem != Problem::MoneyTaken);
    m_code->setVisible(openable);
    const QString address = sale.order.payment.redirectUrl.toString(QUrl::FullyEncoded);
    m_code->setText(openable ? address : QString());
    m_address->setText(address);
    shareRoom();
    showWords(sale, phase);
}

void PagePane::showWords(const Sale &sale, Phase phase)
{
    const Instant now = m_clock.now();
    const auto passed = [&](Instant since) {
        return m_format.ago(std::chrono::duration_cast<std::chrono::seconds>(std::max(now - since, Microseconds(0))));
    };
    const bool over = sale.order.reservedTill && *sale.order.reservedTill <= now;
    QStringList facts;
    if (phase == Phase::Starting) {
        m_state->setText(sale.isFree() ? tr("Issuing the tickets…") : tr("Starting the payment…"));
    } else if (phase == Phase::Page || phase == Phase::Await) {
        const bool isTransfer = phase == Phase::Await && sale.nature() == Nature::BankTransfer;
        m_state->setText(over         ? tr("The time is over: asking the server")
                         : isTransfer ? tr("Waiting for the bank transfer")
                                      : tr("Waiting for the payment"));
        if (sale.paymentStartedAt)
            facts << tr("started %1 ago").arg(passed(*sale.paymentStartedAt));
        if (sale.lastAskedAt)
            facts << tr("server last asked %1 ago").arg(passed(*sale.lastAskedAt));
        if (phase == Phase::Await)
            facts << tr("the server confirms it by itself");
        if (sale.failure && sale.failure->step == Step::Read)
            facts << tr("no answer just now, trying again");
    } else {
        m_state->setText(over ? tr("The time is over: asking the server") : tr("The seats are held for the buyer"));
        const auto countdown = m_format.countdown(sale.order, now);
        facts << (countdown ? m_format.timeLeftWords(countdown->left) : tr("the server does not tell until when"));
    }
    m_since->setText(facts.join(u'\n'));
}

void PagePane::showCopied(Copied copied)
{
    m_copy->setText(copied == Copied::Yes ? tr("The address is &copied") : tr("&Copy the address"));
    shareRoom();
}

void PagePane::setProblem(Problem problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    refreshTrouble();
}

void PagePane::setBrowser(Browser browser)
{
    if (browser == m_browser)
        return;
    m_browser = browser;
    refreshBrowser();
}

void PagePane::refreshBrowser()
{
    if (m_browser == Browser::Opened)
        return m_browserNotice->clear();
    m_browserNotice->showMessage(
        Notice::Kind::Warning,
        {tr("The browser did not open."), tr("Let the buyer read the code with a phone, or copy the address.")});
}

void PagePane::refreshTrouble()
{
    switch (m_problem) {
    case Problem::None:
        m_notice->clear();
        return;
    case Problem::UnsafeAddress:
        m_notice->showMessage(Notice::Kind::Failure,
                              {tr("The payment page has an address that is not safe; it is not opened."),
                               tr("Do not go on: cancel the order and call the administrator.")});
        return;
    case Problem::MoneyTaken:
        m_notice->showMessage(Notice::Kind::Failure,
                              {tr("The money is in the drawer, and the server sends the buyer to a payment page."),
                               tr("The buyer must not pay twice: cancel the order, then give the money back, or keep "
                                  "it for the same sale "
                                  "made again.")});
        return;
    case Problem::UnexpectedPage:
        m_notice->showMessage(
            Notice::Kind::Warning,
            {tr("Take no money: the buyer pays on a page."),
             tr("By the settings the money is taken here, but the server sends the buyer to a page. Open it for "
                "the buyer, or cancel, and tell the administrator.")});
        return;
    }
    Q_UNREACHABLE();
}

void PagePane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        shareRoom();
    QWidget::changeEvent(event);
}

void PagePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    shareRoom();
}

} // namespace okoshko
