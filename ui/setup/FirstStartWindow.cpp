// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/FirstStartWindow.h"

#include "ui/keys/KeyDispatcher.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ColumnArea.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/ViewState.h"
#include "ui/widgets/WrapLayout.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QLabel>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

/// \a content in a column of limited width.
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
    , m_servers(servers)
{
    setObjectName(u"firstStartWindow"_s);
    setWindowFlags(Qt::Window);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    new KeyDispatcher(*this);
    build(format);
    turnTo(opens);
    if (opens == Opens::AtChoice)
        m_training->setFocus();
    else
        m_form->focusFirst();
}

void FirstStartWindow::build(const Format &format)
{
    delete m_content;
    m_content = new QWidget(this);
    layout()->addWidget(m_content);
    m_pages = new QStackedWidget(m_content);
    m_form = new ConnectionForm(ConnectionForm::Key::Needed, m_servers, format, m_content);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead(format.language()));
    column->addWidget(m_pages, 1);
    m_pages->addWidget(makeChoice());
    m_pages->addWidget(makeConnection());
    connect(m_training, &QPushButton::clicked, this, &FirstStartWindow::trainingChosen);
    connect(m_real, &QPushButton::clicked, this, [this] {
        turnTo(Opens::AtConnection);
        m_form->focusFirst();
    });
    connect(m_back, &QPushButton::clicked, this, &FirstStartWindow::back);
    connect(m_later, &QPushButton::clicked, this, &FirstStartWindow::goOn);
    connect(m_start, &QPushButton::clicked, this, &FirstStartWindow::goOn);
    connect(m_form, &ConnectionForm::changed, this, &FirstStartWindow::refresh);
    connect(m_form, &ConnectionForm::testRequested, this, &FirstStartWindow::testRequested);
    connect(m_form, &ConnectionForm::testLeft, this, &FirstStartWindow::testLeft);
    setWindowTitle(tr("Okoshko — setting up"));
    m_content->show(); // a layout shows widgets added to a visible window only later
}

void FirstStartWindow::rebuild(const Format &format)
{
    setUpdatesEnabled(false);
    const ViewState view(*this);
    const auto page = m_pages->currentIndex() == 0 ? Opens::AtChoice : Opens::AtConnection;
    const ConnectionForm::Kept form = m_form->kept();
    build(format);
    turnTo(page);
    view.giveTo(*this);
    m_form->showAgain(form);
    setUpdatesEnabled(true);
}

QWidget *FirstStartWindow::makeHead(Format::Language spoken)
{
    auto *head = new QFrame(m_content);
    head->setObjectName(u"bar"_s);
    QLabel *title = makeLabel(head, Theme::Type::Title, Tone::Plain, QFont::Bold);
    title->setText(m_opens == Opens::AtChoice ? tr("Okoshko, the ticket counter") : tr("One more counter"));
    auto *row = new WrapLayout(head);
    row->setContentsMargins(Theme::space(6), Theme::space(3), Theme::space(6), Theme::space(3));
    row->setSpacing(Theme::space(2));
    row->addWidget(title);
    row->addStretch();
    if (m_opens == Opens::OverCounter) // its windows would be translated in part
        return head;
    auto *languages = new QButtonGroup(head);
    for (const Format::LanguageRow &each : Format::languages) {
        auto *chip = new ActionButton(ActionButton::Weight::Chip, head);
        chip->setObjectName(u"languageChip-%1"_s.arg(QStringView(each.code)));
        chip->setText(QStringView(each.ownName).toString());
        chip->setChecked(each.language == spoken);
        languages->addButton(chip);
        row->addWidget(chip);
        connect(chip, &QPushButton::clicked, this, [this, &each] { Q_EMIT languageRequested(each.language); });
    }
    return head;
}

QWidget *FirstStartWindow::makeChoice()
{
    auto *content = new QWidget(m_pages);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(2));
    column->addStretch(1);
    QLabel *question = makeLabel(content, Theme::Type::Heading, Tone::Plain, QFont::DemiBold);
    question->setText(tr("What shall this counter do?"));
    column->addWidget(question);
    column->addSpacing(Theme::space(2));
    const auto add = [content, column](const QString &name, const QString &text, const QString &words, Qt::Key key,
                                       IconName drawing) {
        auto *button = new ActionButton(ActionButton::Weight::Choice, content);
        button->setObjectName(name);
        button->setText(text);
        button->setCheckable(false);
        button->setKey(key);
        button->setDrawing(drawing);
        button->setDrawnSize(ActionButton::Size::Touch);
        QLabel *explained = makeLabel(content, Theme::Type::Text, Tone::Muted);
        explained->setText(words);
        explained->setWordWrap(true);
        explained->setContentsMargins(Theme::space(4), 0, Theme::space(4), Theme::space(4));
        column->addWidget(button);
        column->addWidget(explained);
        return button;
    };
    m_training = add(u"trainingButton"_s, tr("T&raining"),
                     tr("To learn and to try out. Events and payments are made up, nothing is really sold, and no "
                        "key is needed."),
                     Qt::Key_1, IconName::Diamond);
    m_real = add(u"realButton"_s, tr("Real co&unter"),
                 tr("To sell tickets of your Ticketscloud account. You need its API key."), Qt::Key_2, IconName::Card);
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
    m_back = new ActionButton(ActionButton::Weight::Normal, foot);
    m_back->setObjectName(u"backButton"_s);
    m_back->setText(tr("← &Back"));
    m_back->setKey(Qt::Key_Escape);
    m_later = new ActionButton(ActionButton::Weight::Normal, foot);
    m_later->setObjectName(u"laterButton"_s);
    m_later->setText(tr("Start &without a test"));
    m_start = new ActionButton(ActionButton::Weight::Primary, foot);
    m_start->setObjectName(u"startSellingButton"_s);
    m_start->setText(tr("&Start selling"));
    m_trouble = makeLabel(foot, Theme::Type::Note, Tone::Urgent);
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
    if (m_opens != Opens::AtChoice)
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

} // namespace okoshko
