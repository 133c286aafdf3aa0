// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/CollectPane.h"

#include "ui/widgets/ActionButton.h"
#include "ui/widgets/FigureLabel.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/Notice.h"

#include "models/api/ServerClock.h"
#include "models/sale/Countdown.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

constexpr Money notes[]{Money::fromMinor(0), Money::fromMinor(500'00), Money::fromMinor(1000'00),
                        Money::fromMinor(5000'00)}; ///< the first stands for "exactly"

} // namespace

CollectPane::CollectPane(const ServerClock &clock, const Format &format, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_format(format)
    , m_heading(makeLabel(this, Theme::Type::Title, Tone::Plain, QFont::Bold))
    , m_held(makeLabel(this, Theme::Type::Text, Tone::Muted))
    , m_receivedWords(makeLabel(this, Theme::Type::Text, Tone::Muted))
    , m_received(new QLineEdit(this))
    , m_changeWords(makeLabel(this, Theme::Type::Text, Tone::Muted))
    , m_change(new FigureLabel(Theme::Type::Figure, QFont::Bold, this))
    , m_question(new Notice(this))
    , m_confirm(new ActionButton(ActionButton::Weight::Primary, this))
{
    m_held->setObjectName(u"collectHeld"_s);
    m_received->setObjectName(u"receivedEdit"_s);
    Theme::setFont(*m_received, Theme::Type::Sum, QFont::Bold);
    m_received->setMaxLength(12);
    m_receivedWords->setBuddy(m_received);
    m_change->setObjectName(u"changeLabel"_s);
    m_confirm->setObjectName(u"confirmPaidButton"_s);
    m_confirm->setKeyCap(u"Enter"_s);
    m_confirm->setDrawnSize(ActionButton::Size::Touch);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::space(6), 0, Theme::space(6), 0);
    column->setSpacing(Theme::space(2));
    column->addWidget(m_heading);
    column->addWidget(m_held);
    column->addSpacing(Theme::space(2));
    column->addWidget(m_receivedWords);
    column->addWidget(m_received);
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::space(2));
    for (size_t i = 0; i < m_notes.size(); ++i) {
        m_notes[i] = new ActionButton(ActionButton::Weight::Normal, this);
        m_notes[i]->setObjectName(u"note_%1"_s.arg(notes[i].minor() / 100));
        row->addWidget(m_notes[i]);
        connect(m_notes[i], &QPushButton::clicked, this, [this, i] { receive(notes[i].isZero() ? m_due : notes[i]); });
    }
    row->addStretch();
    column->addLayout(row);
    column->addSpacing(Theme::space(2));
    column->addWidget(m_changeWords);
    column->addWidget(m_change);
    column->addWidget(m_question);
    column->addWidget(m_confirm, 0, Qt::AlignLeft);
    column->addStretch();
    connect(m_received, &QLineEdit::textChanged, this, &CollectPane::refreshChange);
    connect(m_received, &QLineEdit::returnPressed, this, &CollectPane::askToConfirm);
    connect(m_confirm, &QPushButton::clicked, this, &CollectPane::askToConfirm);
    retranslate();
}

void CollectPane::setFormat(const Format &format)
{
    m_format = format;
    retranslate();
}

void CollectPane::begin()
{
    m_received->clear();
    stopAsking();
}

void CollectPane::show(const Sale &sale)
{
    m_due = sale.order.value;
    m_asksForPage = sale.collecting() == Sale::Collecting::AfterAsking;
    const auto countdown = m_format.countdown(sale.order, m_clock.now());
    if (countdown && sale.order.reservedTill) {
        m_held->setText(tr("The seats are held until %1, %2 more.")
                            .arg(m_format.clock(*sale.order.reservedTill), m_format.timeLeft(countdown->left)));
        setTone(*m_held, countdown->urgency == Countdown::Urgency::Calm ? Tone::Muted : Tone::Urgent);
    }
    const bool confirming = sale.inProgress == Step::Confirm;
    m_confirm->setWorking(confirming ? ActionButton::Working::Yes : ActionButton::Working::No);
    m_heading->setText(m_due.isZero() ? tr("Nothing is to be paid")
                                      : tr("Take %1 from the buyer").arg(m_format.money(m_due)));
    const bool money = !m_due.isZero();
    for (QWidget *part : {static_cast<QWidget *>(m_receivedWords), static_cast<QWidget *>(m_received),
                          static_cast<QWidget *>(m_changeWords), static_cast<QWidget *>(m_change)})
        part->setVisible(money);
    for (ActionButton *note : m_notes)
        note->setVisible(money);
    refreshChange();
}

std::optional<Money> CollectPane::received() const
{
    // As people type sums, and as they are written in either language: blanks or commas between thousands, comma or
    // point before the kopecks.
    QString text =
        m_received->text().remove(QRegularExpression(u"\\s"_s, QRegularExpression::UseUnicodePropertiesOption));
    static const QRegularExpression commaBeforeKopecks(u"\\A[0-9]*,[0-9]{1,2}\\z"_s);
    if (commaBeforeKopecks.match(text).hasMatch())
        text.replace(u',', u'.');
    return Money::parse(text.remove(u','));
}

void CollectPane::receive(Money sum)
{
    m_received->setText(m_format.plainMoney(sum));
    m_received->setFocus();
}

void CollectPane::refreshChange()
{
    const auto given = received();
    const bool typed = !m_received->text().isEmpty();
    if (!typed) {
        m_changeWords->setText(tr("Change"));
        m_change->setText(u"—"_s);
        m_change->setMood(FigureLabel::Mood::Calm);
    } else if (!given) {
        m_changeWords->setText(tr("That is no sum"));
        m_change->setText(u"—"_s);
        m_change->setMood(FigureLabel::Mood::Urgent);
    } else if (*given < m_due) {
        m_changeWords->setText(tr("Still missing"));
        m_change->setText(m_format.money(m_due - *given));
        m_change->setMood(FigureLabel::Mood::Urgent);
    } else {
        m_changeWords->setText(tr("Change"));
        m_change->setText(m_format.money(*given - m_due));
        m_change->setMood(FigureLabel::Mood::Good);
    }
    // Nothing typed is fine: exact money, or a card at the counter's own terminal.
    m_confirm->setEnabled(!typed || (given && *given >= m_due));
}

void CollectPane::askToConfirm()
{
    if (!m_confirm->isEnabled() || isAsking())
        return;
    const QString title = m_due.isZero() ? tr("Hand out the free tickets?") : tr("Is the money in the drawer?");
    const QString words = tr("After this the order is paid and cannot be changed.");
    if (m_asksForPage)
        m_question->say(Notice::Kind::Warning, tr("Was no payment page opened for this order?"),
                        tr("It is not known whether the buyer can pay this order on a page. Take the money only if no page "
                           "was opened anywhere; else cancel, or wait for the server's word.") +
                            u' ' + words);
    else
        m_question->say(Notice::Kind::Warning, title, words);
    ActionButton *yes = m_question->addButton(tr("&Yes, confirm"), u"confirmPaidYesButton"_s, u"Enter"_s);
    ActionButton *no = m_question->addButton(tr("N&o"), u"confirmPaidNoButton"_s, u"Esc"_s);
    yes->setAutoDefault(true);
    no->setAutoDefault(true);
    connect(yes, &QPushButton::clicked, this, [this] {
        stopAsking();
        Q_EMIT confirmed();
    });
    connect(no, &QPushButton::clicked, this, &CollectPane::stopAsking);
    yes->setFocus();
}

bool CollectPane::isAsking() const
{
    return m_question->isVisible();
}

void CollectPane::stopAsking()
{
    m_question->clear();
    if (isVisible())
        m_received->setFocus();
}

void CollectPane::retranslate()
{
    m_receivedWords->setText(tr("&Received"));
    m_received->setAccessibleName(tr("Received"));
    m_notes[0]->setText(tr("E&xactly"));
    for (size_t i = 1; i < m_notes.size(); ++i)
        m_notes[i]->setText(m_format.locale().toString(static_cast<qlonglong>(notes[i].minor() / 100)));
    m_confirm->setText(tr("&Money received"));
    stopAsking();
    refreshChange();
}

void CollectPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace okoshko
