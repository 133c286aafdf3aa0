// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/issues/IssueCard.h"

#include "ui/text/IssueText.h"
#include "ui/text/TicketText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ClaimRows.h"
#include "ui/widgets/ConfirmQuestion.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/Privacy.h"

#include "models/domain/Text.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace okoshko {

IssueCard::IssueCard(qint64 issue, QWidget *parent)
    : QFrame(parent)
    , m_issue(issue)
    , m_title(makeLabel(this, Theme::Type::Heading, Tone::Urgent, QFont::DemiBold))
    , m_facts(makeLabel(this, Theme::Type::Text, Tone::Muted))
    , m_advice(makeLabel(this))
    , m_candidates(new ClaimRows({u"claimSellButton"_s, u"claimReleaseButton"_s}, this))
    , m_release(new ConfirmQuestion(this))
{
    setObjectName(u"card"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::space(4), Theme::space(3), Theme::space(4), Theme::space(3));
    column->setSpacing(Theme::space(1));
    for (QLabel *label : {m_title, m_facts, m_advice}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addWidget(m_candidates);
    column->addWidget(m_release);
    connect(m_candidates, &ClaimRows::pressed, this, [this](const OrderId &id, qsizetype button) {
        if (button == 0)
            return Q_EMIT claimed(m_issue, id, SaleGoal::Sell);
        m_release->ask({{tr("Cancel this order?"),
                         m_candidates->wordsOf(id) + u'\n' +
                             tr("Its seats go back on sale. If another counter made it, that counter's sale ends.")},
                        tr("&Yes, cancel it"),
                        u"claimReleaseYesButton"_s,
                        tr("&No"),
                        u"claimReleaseNoButton"_s},
                       [this, id] { Q_EMIT claimed(m_issue, id, SaleGoal::Release); });
    });
    m_actions = makeActions();
    m_question = makeQuestion();
    column->addSpacing(Theme::space(1));
    column->addWidget(m_actions);
    column->addWidget(m_question);
    m_question->hide();
}

void IssueCard::setEntry(const Issue &entry, const QString &eventTitle, const QList<Candidate> &candidates,
                         const Event *event, const std::optional<Money> &taken, const Format &format, Instant now)
{
    m_order = entry.order;
    const IssueText text(entry, eventTitle, candidates.size(), taken, format, now);
    m_title->setText(text.title());
    m_facts->setText(breakable(text.facts()));
    m_advice->setText(text.advice());
    m_show->setVisible(!m_order.isNull());
    const bool isToChoose = entry.kind == Issue::Kind::UnknownReservation && !candidates.isEmpty();
    m_resolve->setText(isToChoose                                   ? tr("&None of them is ours…")
                       : entry.kind == Issue::Kind::UnknownToServer ? tr("&Close the order…")
                                                                    : tr("&Mark as resolved…"));
    setAccessibleName(text.title());
    setAccessibleDescription(text.facts() + u". "_s + text.advice());
    QList<ClaimRows::Row> rows;
    for (const Candidate &candidate : candidates)
        rows.append(
            {candidate.order.id, candidateWords(candidate, event, format), {tr("Ours: &go on"), tr("Ours: &release")}});
    m_candidates->show(rows);
    m_candidates->setVisible(!rows.isEmpty());
}

QWidget *IssueCard::makeActions()
{
    const QString id = QString::number(m_issue);
    auto *actions = new QWidget(this);
    auto *row = new QHBoxLayout(actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space(2));
    m_show = new ActionButton(ActionButton::Weight::Normal, actions);
    m_show->setObjectName(u"showOrderButton_"_s + id);
    m_show->setText(tr("Show the &order"));
    m_resolve = new ActionButton(ActionButton::Weight::Normal, actions);
    m_resolve->setObjectName(u"resolveButton_"_s + id);
    row->addWidget(m_show);
    row->addWidget(m_resolve);
    row->addStretch();
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT orderRequested(m_order); });
    connect(m_resolve, &QPushButton::clicked, this, &IssueCard::ask);
    return actions;
}

QWidget *IssueCard::makeQuestion()
{
    const QString id = QString::number(m_issue);
    auto *question = new QWidget(this);
    auto *row = new QHBoxLayout(question);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space(2));
    auto *words = makeLabel(question);
    words->setText(tr("&How was it resolved?"));
    m_how = new QLineEdit(question);
    m_how->setObjectName(u"settleEdit_"_s + id);
    m_how->setPlaceholderText(tr("e.g. money returned, slip 12"));
    m_how->setMaxLength(200);
    markPrivate(*m_how);
    words->setBuddy(m_how);
    m_how->setAccessibleName(tr("How was it resolved?"));
    m_yes = new ActionButton(ActionButton::Weight::Primary, question);
    m_yes->setObjectName(u"resolveYesButton_"_s + id);
    m_yes->setText(tr("Take it off the &list"));
    m_yes->setKey(Qt::Key_Return);
    m_yes->setEnabled(false);
    auto *no = new ActionButton(ActionButton::Weight::Normal, question);
    no->setObjectName(u"resolveNoButton_"_s + id);
    no->setText(tr("&Not yet"));
    no->setKey(Qt::Key_Escape);
    row->addWidget(words);
    row->addWidget(m_how, 1);
    row->addWidget(m_yes);
    row->addWidget(no);
    connect(m_how, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_yes->setEnabled(!typedText(text).isEmpty()); });
    connect(m_yes, &QPushButton::clicked, this, [this] { Q_EMIT settled(m_issue, typedText(m_how->text())); });
    connect(no, &QPushButton::clicked, this, [this] {
        m_question->hide();
        m_actions->show();
        m_resolve->setFocus();
    });
    return question;
}

void IssueCard::ask()
{
    m_actions->hide();
    m_question->show();
    m_how->setFocus();
}

void IssueCard::focusFirst()
{
    m_resolve->setFocus();
}

} // namespace okoshko
