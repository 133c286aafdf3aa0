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

/// The window of the counter: the mode's band, one page, and the status line. The page of the orders is always there;
/// other pages replace it while they are shown.
///
/// The content is built for one language, text size and set of settings, and rebuilt when these change; the window and
/// its messages stay.
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
        std::chrono::milliseconds scanPause; ///< maximum between two characters of a scan
    };

    /// Without content until build().
    MainWindow(Counter &counter, Mode mode, StatusLine::Key key);

    /// Builds the content with the page of the orders, which is shown. Deletes the earlier content.
    void build(const Look &look);
    void clear(); ///< removes the content until build()

    [[nodiscard]] OrdersPage &orders() const { return *m_orders; }
    /// Adds \a page and takes ownership.
    void addPage(Page &page);
    void showPage(Page &page);
    void showOrders();
    /// Shows the page with that object name; does nothing if there is none.
    void showPage(const QString &name);
    /// The object name of the page that is shown, or that the help was opened from.
    [[nodiscard]] QString shownPage() const;
    [[nodiscard]] bool isShowingHelp() const;
    /// The object name of the widget that gets the focus after help.
    [[nodiscard]] QString focusBeforeHelp() const;
    void showHelp();
    void showHelp(const QString &focusBefore); ///< again, after build()
    /// Whether every message would be shown again after a rebuild. Reasons why a step was not begun are not.
    [[nodiscard]] bool isAtRest() const;
    /// Adds \a dock beside the pages; F12 and the menu show and hide it. In training only.
    void addQaDock(QWidget &dock, Panel panel);
    void switchQaDock();
    void focusPage();

    /// The server belongs to another partner than the journal: selling is stopped.
    void setForeign();
    /// Asks before open orders are left: \a orders are the texts of some of them, \a count is their number. Calls
    /// \a leave after a yes.
    void askToLeave(const QStringList &orders, int count, std::function<void()> leave);
    /// Shows a message above the page without changing anything else.
    /// See TroubleBanner; until the content is built again.
    void setPrinterDoubt(const QString &words);
    void showMessage(const QString &title, const QString &words);
    [[nodiscard]] bool isAtOrders() const;
    /// Gives a scanned code that is no order's to a field for codes on the shown page; false if there is none.
    bool giveCode(const QString &code);
    /// The window will close once the journal is saved.
    void showSaving();
    void setKey(StatusLine::Key key);
    /// See RecoveryNotice.
    void setSalvaged(const QString &fileName);
    void setTheme(Theme::Kind kind);

Q_SIGNALS:
    void scanned(const QString &code);
    void newOrderRequested();
    void expressRequested(); ///< one ticket of the category sold last, for cash
    void refreshRequested();
    void issuesRequested();
    void unprintedRequested();
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
    Mode m_mode;
    KeyDispatcher *m_keys;
    SeenNotices m_seen;

    // State to be shown again after a rebuild.
    StatusLine::Key m_key;
    Format::Language m_language = Format::Language::English;
    QString m_salvaged;
    bool m_isForeign = false;
    bool m_isSaving = false;

    // Content.
    SidePanel *m_middle = nullptr;
    QStackedWidget *m_pages = nullptr;
    QPointer<QWidget> m_qa; ///< owned by m_middle
    OrdersPage *m_orders = nullptr;
    TroubleBanner *m_banner = nullptr;
    ConfirmQuestion *m_leaving = nullptr;
    Notice *m_message = nullptr;
    StatusLine *m_status = nullptr;
    QPointer<QWidget> m_beforeHelp; ///< the page from which the help was opened
    QPointer<QWidget> m_focusBeforeHelp;
};

} // namespace okoshko
