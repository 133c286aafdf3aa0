// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/Format.h"
#include "ui/theme/Theme.h"

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QMenu)

namespace okoshko {

class ActionButton;
class ElidedLabel;

/// The header of the orders' page: main actions, counter name, language and menu.
class TopBar final : public QFrame
{
    Q_OBJECT
public:
    explicit TopBar(QWidget *parent);

    void setCounterName(const QString &name);
    void setLanguage(Format::Language language);
    void setTheme(Theme::Kind kind);
    void setSameAgainPossible(bool possible);
    /// \a category: what the express sale sells; empty = nothing yet. \a words: the same, with its event.
    void setExpress(const QString &category, const QString &words);
    /// \a count: number of open issues; at zero the button ("issuesButton") is hidden.
    void setIssueCount(int count);
    /// \a count: of the rows of the list of what is not printed; at zero the button ("unprintedButton") is hidden.
    void setUnprinted(int count);
    void showMenu();
    void setLow(bool isLow); ///< for pages with few lines of text
    void offerQa();          ///< adds the QA dock to the menu

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void newOrderRequested();
    void expressRequested();
    void sameAgainRequested();
    void issuesRequested();
    void unprintedRequested();
    void refreshRequested();
    void languageRequested(okoshko::Format::Language language);
    void themeRequested(okoshko::Theme::Kind kind);
    void settingsRequested();
    void qaRequested();
    void profilesRequested();
    void saveListRequested();
    void reportRequested();
    void helpRequested();
    void aboutRequested();
    void quitRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeLanguageMenu();
    void makeMenu();
    void shareRoom();

    ActionButton *m_newOrder;
    ActionButton *m_express;
    QString m_category; ///< of the express sale
    ActionButton *m_sameAgain;
    ActionButton *m_issues;
    ActionButton *m_unprinted;
    ElidedLabel *m_counter;
    ActionButton *m_language;
    ActionButton *m_menuButton;
    QMenu *m_languageMenu;
    QMenu *m_menu;
    QAction *m_qa = nullptr;
    QList<QAction *> m_themes; ///< in the order of Theme::Kind
};

} // namespace okoshko
