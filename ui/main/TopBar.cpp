// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/TopBar.h"

#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Labels.h"

#include <QAction>
#include <QActionGroup>
#include <QBoxLayout>
#include <QLabel>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace okoshko {

TopBar::TopBar(QWidget *parent)
    : QFrame(parent)
    , m_newOrder(new ActionButton(ActionButton::Weight::Primary, this))
    , m_express(new ActionButton(ActionButton::Weight::Normal, this))
    , m_sameAgain(new ActionButton(ActionButton::Weight::Normal, this))
    , m_issues(new ActionButton(ActionButton::Weight::Danger, this))
    , m_unprinted(new ActionButton(ActionButton::Weight::Normal, this))
    , m_counter(new ElidedLabel(Theme::Type::Text, Tone::Plain, QFont::DemiBold, this))
    , m_language(new ActionButton(ActionButton::Weight::Normal, this))
    , m_menuButton(new ActionButton(ActionButton::Weight::Normal, this))
    , m_languageMenu(new QMenu(this))
    , m_menu(new QMenu(this))
{
    setObjectName(u"bar"_s);
    m_newOrder->setObjectName(u"newOrderButton"_s);
    m_newOrder->setKey(Qt::Key_F2);
    m_express->setObjectName(u"expressButton"_s);
    m_express->setKey(Qt::Key_F4);
    m_sameAgain->setObjectName(u"sameAgainButton"_s);
    m_sameAgain->setKey(Qt::Key_F3);
    m_issues->setObjectName(u"issuesButton"_s);
    m_issues->setKey(Qt::Key_F8);
    m_issues->hide();
    m_unprinted->setObjectName(u"unprintedButton"_s);
    m_unprinted->setKey(Qt::Key_F7);
    m_unprinted->setDrawing(IconName::Printer);
    m_unprinted->hide();
    m_language->setObjectName(u"languageButton"_s);
    m_menuButton->setObjectName(u"menuButton"_s);
    m_menuButton->setDrawing(IconName::Menu);
    for (ActionButton *button : {m_language, m_menuButton})
        button->setFocusPolicy(Qt::TabFocus); // after a click Enter still goes to the orders

    auto *row = new QHBoxLayout(this);
    row->setSpacing(Theme::space(3));
    row->addWidget(m_newOrder);
    row->addWidget(m_express);
    row->addWidget(m_sameAgain);
    row->addWidget(m_issues);
    row->addWidget(m_unprinted);
    m_counter->setAlignment(Qt::AlignRight);
    row->addWidget(m_counter, 1);
    row->addStretch(); // used if the name has no room
    row->addWidget(m_language);
    row->addWidget(m_menuButton);

    setLow(false);
    makeLanguageMenu();
    makeMenu();
    connect(m_newOrder, &QPushButton::clicked, this, &TopBar::newOrderRequested);
    connect(m_issues, &QPushButton::clicked, this, &TopBar::issuesRequested);
    connect(m_unprinted, &QPushButton::clicked, this, &TopBar::unprintedRequested);
    connect(m_sameAgain, &QPushButton::clicked, this, &TopBar::sameAgainRequested);
    connect(m_express, &QPushButton::clicked, this, &TopBar::expressRequested);
    m_newOrder->setText(tr("&New order"));
    m_sameAgain->setText(tr("The &same again"));
    m_express->setText(tr("E&xpress"));
    setExpress({}, {});
    m_counter->setText(tr("Ticket counter"));
    m_language->setAccessibleName(tr("Language"));
    m_menuButton->setAccessibleName(tr("Menu"));
    m_menuButton->setToolTip(tr("Menu (F10)"));
}

void TopBar::makeLanguageMenu()
{
    for (const Format::LanguageRow &row : Format::languages) {
        QAction *action = m_languageMenu->addAction(QStringView(row.ownName).toString());
        connect(action, &QAction::triggered, this, [this, &row] { Q_EMIT languageRequested(row.language); });
    }
    m_languageMenu->setObjectName(u"languageMenu"_s);
    connect(m_language, &QPushButton::clicked, this,
            [this] { m_languageMenu->popup(m_language->mapToGlobal(m_language->rect().bottomLeft())); });
}

void TopBar::makeMenu()
{
    m_menu->setObjectName(u"mainMenu"_s);
    const auto add = [this](QMenu *menu, const QString &text, void (TopBar::*wanted)(), const QKeySequence &keys = {}) {
        QAction *action = menu->addAction(text);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, wanted);
        return action;
    };
    add(m_menu, tr("E&xpress"), &TopBar::expressRequested, Qt::Key_F4)->setObjectName(u"expressAction"_s);
    add(m_menu, tr("&Refresh"), &TopBar::refreshRequested, Qt::Key_F5);
    add(m_menu, tr("&Needs attention"), &TopBar::issuesRequested, Qt::Key_F8);
    add(m_menu, tr("Not printe&d"), &TopBar::unprintedRequested, Qt::Key_F7)->setObjectName(u"unprintedAction"_s);
    add(m_menu, tr("Save the &list as CSV…"), &TopBar::saveListRequested)->setObjectName(u"saveListAction"_s);
    m_menu->addMenu(m_languageMenu);
    m_languageMenu->setTitle(tr("Lan&guage"));
    QMenu *themes = m_menu->addMenu(tr("&Theme"));
    auto *group = new QActionGroup(this);
    for (const auto &[kind, name] :
         {std::pair(Theme::Kind::System, tr("As the &system")), std::pair(Theme::Kind::Light, tr("&Light")),
          std::pair(Theme::Kind::Dark, tr("&Dark")), std::pair(Theme::Kind::HighContrast, tr("&High contrast"))}) {
        QAction *action = themes->addAction(name);
        action->setCheckable(true);
        group->addAction(action);
        m_themes.append(action);
        connect(action, &QAction::triggered, this, [this, kind = kind] { Q_EMIT themeRequested(kind); });
    }
    add(m_menu, tr("S&ettings…"), &TopBar::settingsRequested, QKeySequence(Qt::CTRL | Qt::Key_Comma))
        ->setObjectName(u"settingsAction"_s);
    m_qa = add(m_menu, tr("&QA scenarios"), &TopBar::qaRequested, Qt::Key_F12);
    m_qa->setVisible(false);
    add(m_menu, tr("&Profiles…"), &TopBar::profilesRequested)->setObjectName(u"profilesAction"_s);
    QMenu *help = m_menu->addMenu(tr("&Help"));
    help->setObjectName(u"helpMenu"_s);
    add(help, tr("&Keys and help"), &TopBar::helpRequested, Qt::Key_F1)->setObjectName(u"helpAction"_s);
    add(help, tr("Report a &problem…"), &TopBar::reportRequested, Qt::Key_F9)->setObjectName(u"reportAction"_s);
    add(help, tr("&About Okoshko"), &TopBar::aboutRequested)->setObjectName(u"aboutAction"_s);
    m_menu->addSeparator();
    add(m_menu, tr("&Quit"), &TopBar::quitRequested, QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(m_menuButton, &QPushButton::clicked, this, &TopBar::showMenu);
}

void TopBar::showMenu()
{
    const QPoint corner = m_menuButton->mapToGlobal(m_menuButton->rect().bottomRight());
    m_menu->popup(corner - QPoint(m_menu->sizeHint().width(), 0));
}

void TopBar::setLow(bool isLow)
{
    m_newOrder->setDrawnSize(isLow ? ActionButton::Size::Text : ActionButton::Size::Touch);
    const int air = Theme::space(isLow ? 1 : 2);
    layout()->setContentsMargins(Theme::space(4), air, Theme::space(4), air);
}

void TopBar::offerQa()
{
    m_qa->setVisible(true);
}

void TopBar::setCounterName(const QString &name)
{
    m_counter->setText(name.isEmpty() ? tr("Ticket counter") : name);
}

void TopBar::setLanguage(Format::Language language)
{
    m_language->setText(Format::ownName(language) + u" ▾"_s);
}

void TopBar::setTheme(Theme::Kind kind)
{
    m_themes.at(static_cast<int>(kind))->setChecked(true);
}

void TopBar::setSameAgainPossible(bool possible)
{
    m_sameAgain->setEnabled(possible);
}

void TopBar::setExpress(const QString &category, const QString &words)
{
    constexpr qsizetype longest = 18;
    m_category = category.size() > longest ? category.left(longest - 1) + u'…' : category;
    const QString what = words.isEmpty() ? tr("One ticket of the category sold last, for cash. Nothing was sold yet.")
                                         : tr("One ticket of the category sold last, for cash: %1").arg(words);
    m_express->setToolTip(u"<qt>"_s + what.toHtmlEscaped() + u"</qt>"_s);
    m_express->setAccessibleDescription(what);
    shareRoom();
}

void TopBar::setIssueCount(int count)
{
    m_issues->setText(tr("Needs attenti&on: %1").arg(count));
    m_issues->setVisible(count > 0);
}

void TopBar::setUnprinted(int count)
{
    m_unprinted->setText(tr("Not pr&inted: %1").arg(count));
    m_unprinted->setVisible(count > 0);
    shareRoom();
}

QSize TopBar::minimumSizeHint() const
{
    const QSize least = QFrame::minimumSizeHint();
    int spare = 0;
    for (const QWidget *each : {static_cast<const QWidget *>(m_counter), static_cast<const QWidget *>(m_language),
                                static_cast<const QWidget *>(m_express)})
        spare += each->isHidden() ? 0 : each->minimumSizeHint().width() + layout()->spacing();
    return {least.width() - spare, least.height()};
}

void TopBar::shareRoom()
{
    // The language is in the menu as well, and the counter's name in the window's title: they are hidden first.
    // Without them the express sale is still in the menu, and has its key.
    m_express->setNote({});
    int needed = 2 * Theme::space(4) + 6 * layout()->spacing() + m_express->sizeHint().width();
    for (const ActionButton *button : {m_newOrder, m_sameAgain, m_issues, m_unprinted, m_menuButton})
        needed += button->isHidden() ? 0 : button->sizeHint().width();
    m_express->setVisible(needed <= width());
    needed += m_language->sizeHint().width();
    m_language->setVisible(needed <= width());
    m_counter->setVisible(needed <= width());
    // The category is on the button if there is room beside the counter's name; its tool tip has it as well.
    const int spare = width() - needed - m_counter->minimumSizeHint().width();
    const int before = m_express->sizeHint().width();
    m_express->setNote(m_category.isEmpty() ? QString() : u"· "_s + m_category);
    if (m_express->sizeHint().width() - before > spare)
        m_express->setNote({});
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    shareRoom();
}

} // namespace okoshko
