// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/Format.h"
#include "ui/main/OrdersPage.h"
#include "ui/main/SeenNotices.h"
#include "ui/main/StatusLine.h"
#include "ui/theme/Theme.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace okoshko {

class ConfirmQuestion;
class Counter;
class KeyDispatcher;
class Notice;
class Page;
class SidePanel;
class TroubleBanner;

/// The window of the counter: the mode's band, the page that is worked on, and the status line. The orders are the page
/// that everything comes back to; the others are shown in its place, one at a time.
///
/// What is in it is built for one language, text size and set of settings, and built anew for another: the window and
/// what it was told stay.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    enum class Mode { Training, Staging, Live };
    enum class Panel { Hidden, Shown };

    struct Look
    {
        QString counterName;
        Format format;
        QList<PaymentSystem> systems;
        Theme::Kind theme = Theme::Kind::System;
        std::chrono::milliseconds scanPause; ///< longest between two characters of a scan
    };

    /// Empty until build().
    MainWindow(Counter &counter, const PaymentDrafts &drafts, Mode mode, StatusLine::Key key);

    /// With the page of the orders, which is shown, and no other yet. What was there before is gone.
    void build(const Look &look);
    void clear(); ///< nothing is in it until build()

    [[nodiscard]] OrdersPage &orders() const { return *m_orders; }
    /// Takes \a page, which is this window's child from now on.
    void addPage(Page &page);
    void showPage(Page &page);
    void showOrders();
    /// As it is, by its name; nothing for a name that no page has.
    void showPage(const QString &name);
    /// The name of the page that is shown, or that the help was opened from.
    [[nodiscard]] QString shownPage() const;
    [[nodiscard]] bool isShowingHelp() const;
    /// The name of what then has the focus again.
    [[nodiscard]] QString focusBeforeHelp() const;
    void showHelp();
    void showHelp(const QString &focusBefore); ///< again, after build()
    /// Whether all that somebody has to read would be said again if it was built anew; why a step was not begun that
    /// was asked for beside the orders is not.
    [[nodiscard]] bool isAtRest() const;
    /// Takes \a dock beside the pages, F12 and the menu show and hide it. In training only.
    void addQaDock(QWidget &dock, Panel panel);
    void switchQaDock();
    void focusPage();

    /// The server is another partner's than the journal: selling is stopped.
    void setForeign();
    /// Asks before orders that are still open are left: \a orders, each in its words, of \a count. \a leave follows a
    /// yes.
    void askToLeave(const QStringList &orders, int count, std::function<void()> leave);
    /// Says something that happened beside what is being worked on; nothing else moves.
    void tell(const QString &title, const QString &words);
    [[nodiscard]] bool isAtOrders() const;
    /// The window is to close, as soon as the journal is saved.
    void showSaving();
    void setKey(StatusLine::Key key);
    /// See RecoveryNotice.
    void setSalvaged(const QString &fileName);
    void setTheme(Theme::Kind kind);

Q_SIGNALS:
    void scanned(const QString &code);
    void newOrderRequested();
    void refreshRequested();
    void unsettledRequested();
    void saveListRequested();
    void reportRequested();
    void keyRequested();
    void settingsRequested();
    void profilesRequested();
    void languageRequested(okoshko::Format::Language language);
    void themeRequested(okoshko::Theme::Kind kind);
    void qaDockSwitched(okoshko::MainWindow::Panel panel);

private:
    void makeShortcuts();
    void makeShortcutsOfOrders();
    void connectBar();
    void showAbout();
    void nameWindow(const QString &counterName);

    Counter &m_counter;
    const PaymentDrafts &m_drafts;
    Mode m_mode;
    KeyDispatcher *m_keys;
    SeenNotices m_seen;

    // What it was told, for what is built anew.
    StatusLine::Key m_key;
    Format::Language m_language = Format::Language::English;
    QString m_salvaged;
    bool m_isForeign = false;
    bool m_isSaving = false;

    // What is in it.
    SidePanel *m_middle = nullptr;
    QStackedWidget *m_pages = nullptr;
    QPointer<QWidget> m_qa; ///< owned by m_middle
    OrdersPage *m_orders = nullptr;
    TroubleBanner *m_banner = nullptr;
    ConfirmQuestion *m_leaving = nullptr;
    Notice *m_said = nullptr;
    StatusLine *m_status = nullptr;
    QPointer<QWidget> m_beforeHelp; ///< the page that the help was opened from
    QPointer<QWidget> m_focusBeforeHelp;
};

} // namespace okoshko
