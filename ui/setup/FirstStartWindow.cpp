// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/FirstStartWindow.h"

#include "ui/keys/KeyDispatcher.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ColumnArea.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/WrapLayout.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QEvent>
#include <QLabel>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

/// \a content in a column that stays narrow enough to be read at a glance, however wide the window is.
QWidget *inColumn(QWidget *content, QWidget *parent)
{
    auto *ground = new QWidget(parent);
    auto *row = new QHBoxLayout(ground);
    row->setContentsMargins(Theme::space(6), Theme::space(4), Theme::space(6), Theme::space(4));
    content->setParent(ground);
    content->setMaximumWidth(Theme::space(150));
    row->addStretch(1);
    row->addWidget(content, 100);
    row->addStretch(1);
    return new ColumnArea(ground, parent);
}

} // namespace

FirstStartWindow::FirstStartWindow(Opens opens, const QList<KnownServer> &servers, const Format &format,
                                   QWidget *parent)
    : QDialog(parent)
    , m_opens(opens)
    , m_pages(new QStackedWidget(this))
    , m_title(makeLabel(this, Theme::Type::Title, Tone::Plain, QFont::Bold))
    , m_question(makeLabel(this, Theme::Type::Heading, Tone::Plain, QFont::DemiBold))
    , m_trainingWords(makeLabel(this, Theme::Type::Text, Tone::Muted))
    , m_realWords(makeLabel(this, Theme::Type::Text, Tone::Muted))
    , m_trouble(makeLabel(this, Theme::Type::Note, Tone::Urgent))
    , m_russian(new ActionButton(ActionButton::Weight::Chip, this))
    , m_english(new ActionButton(ActionButton::Weight::Chip, this))
    , m_training(new ActionButton(ActionButton::Weight::Choice, this))
    , m_real(new ActionButton(ActionButton::Weight::Choice, this))
    , m_form(new ConnectionForm(ConnectionForm::Key::Needed, servers, format, this))
    , m_back(new ActionButton(ActionButton::Weight::Normal, this))
    , m_later(new ActionButton(ActionButton::Weight::Normal, this))
    , m_start(new ActionButton(ActionButton::Weight::Primary, this))
{
    setObjectName(u"firstStartWindow"_s);
    setWindowFlags(Qt::Window);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_pages, 1);
    m_choice = makeChoice();
    m_pages->addWidget(m_choice);
    m_pages->addWidget(makeConnection());
    new KeyDispatcher(*this);
    connect(m_training, &QPushButton::clicked, this, &FirstStartWindow::trainingChosen);
    connect(m_real, &QPushButton::clicked, this, [this] {
        turnTo(Opens::AtConnection);
        m_form->focusFirst();
    });
    connect(m_back, &QPushButton::clicked, this, &FirstStartWindow::back);
    connect(m_later, &QPushButton::clicked, this, &FirstStartWindow::goOn);
    connect(m_start, &QPushButton::clicked, this, &FirstStartWindow::goOn);
    connect(m_form, &ConnectionForm::changed, this, &FirstStartWindow::refresh);
    setFormat(format);
    turnTo(opens);
    if (opens == Opens::AtChoice)
        m_training->setFocus();
    else
        m_form->focusFirst();
}

QWidget *FirstStartWindow::makeHead()
{
    auto *head = new QFrame(this);
    head->setObjectName(u"bar"_s);
    auto *row = new WrapLayout(head);
    row->setContentsMargins(Theme::space(6), Theme::space(3), Theme::space(6), Theme::space(3));
    row->setSpacing(Theme::space(2));
    row->addWidget(m_title);
    row->addStretch();
    // Each language in its own words, for whoever cannot read the other.
    auto *languages = new QButtonGroup(this);
    const struct
    {
        ActionButton *chip;
        QString name;
        QString words;
        Format::Language language;
    } chips[]{{m_russian, u"russianChip"_s, u"&Русский"_s, Format::Language::Russian},
              {m_english, u"englishChip"_s, u"&English"_s, Format::Language::English}};
    for (const auto &[chip, name, words, language] : chips) {
        chip->setObjectName(name);
        chip->setText(words);
        languages->addButton(chip);
        row->addWidget(chip);
        connect(chip, &QPushButton::clicked, this, [this, language = language] { Q_EMIT languageRequested(language); });
    }
    return head;
}

QWidget *FirstStartWindow::makeChoice()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(2));
    column->addStretch(1);
    column->addWidget(m_question);
    column->addSpacing(Theme::space(2));
    const struct
    {
        ActionButton *button;
        QString name;
        Qt::Key key;
        IconName drawing;
        QLabel *words;
    } choices[]{{m_training, u"trainingButton"_s, Qt::Key_1, IconName::Diamond, m_trainingWords},
                {m_real, u"realButton"_s, Qt::Key_2, IconName::Card, m_realWords}};
    for (const auto &[button, name, key, drawing, words] : choices) {
        button->setObjectName(name);
        button->setCheckable(false);
        button->setKey(key);
        button->setDrawing(drawing);
        button->setDrawnSize(ActionButton::Size::Touch);
        words->setWordWrap(true);
        words->setContentsMargins(Theme::space(4), 0, Theme::space(4), Theme::space(4));
        column->addWidget(button);
        column->addWidget(words);
    }
    column->addStretch(2);
    return inColumn(content, m_pages);
}

QWidget *FirstStartWindow::makeConnection()
{
    auto *page = new QWidget(m_pages);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *content = new QWidget(page);
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->addWidget(m_form);
    inner->addStretch();
    column->addWidget(inColumn(content, page), 1);

    auto *foot = new QFrame(page);
    foot->setObjectName(u"foot"_s);
    auto *row = new WrapLayout(foot);
    row->setContentsMargins(Theme::space(6), Theme::space(2), Theme::space(6), Theme::space(2));
    row->setSpacing(Theme::space(2));
    m_back->setObjectName(u"backButton"_s);
    m_back->setKey(Qt::Key_Escape);
    m_later->setObjectName(u"laterButton"_s);
    m_start->setObjectName(u"startSellingButton"_s);
    m_start->setDrawnSize(ActionButton::Size::Touch);
    m_trouble->setObjectName(u"setupTrouble"_s);
    m_trouble->setWordWrap(true);
    row->addWidget(m_back);
    row->addWidget(m_trouble);
    row->addWidget(m_later);
    row->addWidget(m_start);
    column->addWidget(foot);
    return page;
}

void FirstStartWindow::turnTo(Opens page)
{
    const bool isChoice = page == Opens::AtChoice;
    m_pages->setCurrentIndex(isChoice ? 0 : 1);
    refresh();
}

void FirstStartWindow::back()
{
    if (m_opens == Opens::AtConnection)
        return reject();
    turnTo(Opens::AtChoice);
    m_real->setFocus();
}

void FirstStartWindow::goOn()
{
    if (const auto values = m_form->take())
        Q_EMIT counterChosen(*values);
}

void FirstStartWindow::showTrouble(const QString &words)
{
    m_trouble->setText(breakable(words));
}

void FirstStartWindow::refresh()
{
    const bool isProven = m_form->isProven();
    m_start->setEnabled(isProven);
    m_start->setKey(isProven ? Qt::Key_Return : Qt::Key());
    m_form->setTestKey(isProven ? Qt::Key() : Qt::Key_Return);
    m_later->setVisible(!isProven);
    m_trouble->clear();
}

void FirstStartWindow::setFormat(const Format &format)
{
    m_form->setFormat(format);
    m_russian->setChecked(format.language() == Format::Language::Russian);
    m_english->setChecked(format.language() == Format::Language::English);
    retranslate();
}

void FirstStartWindow::retranslate()
{
    setWindowTitle(tr("Okoshko — setting up"));
    m_title->setText(m_opens == Opens::AtChoice ? tr("Okoshko, the ticket counter") : tr("One more counter"));
    m_question->setText(tr("What shall this counter do?"));
    m_training->setText(tr("T&raining"));
    m_trainingWords->setText(
        tr("To learn and to try out. Events and payments are made up, nothing is really sold, and no "
           "key is needed."));
    m_real->setText(tr("Real co&unter"));
    m_realWords->setText(tr("To sell tickets of your Ticketscloud account. You need its API key."));
    m_back->setText(tr("← &Back"));
    m_later->setText(tr("Start &without a test"));
    m_start->setText(tr("&Start selling"));
    refresh();
}

void FirstStartWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace okoshko
