// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/Connection.h"
#include "models/tables/Format.h"
#include "ui/main/OrdersPage.h"
#include "ui/main/StatusLine.h"
#include "ui/theme/Theme.h"

#include <QMainWindow>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace okoshko {

class ConnectionMonitor;
class ConfirmQuestion;
class KeyDispatcher;
class Notice;
class Page;
class QaDock;
class SaleJournal;
class SidePanel;
class TroubleBanner;

/// The window of the counter: the mode's band, the page that is worked on, and the status line. The orders are the page
/// that everything comes back to; the others are shown in its place, one at a time.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    enum class Mode { Training, Staging, Live };
    enum class Panel { Hidden, Shown };

    struct Look
    {
        Mode mode = Mode::Training;
        StatusLine::Key key = StatusLine::Key::Kept;
        QString counterName;
        Format::Language language = Format::Language::Russian;
        Theme::Kind theme = Theme::Kind::System;
    };

    struct Sources ///< all must outlive the window
    {
        OrdersPage::Sources page;
        ConnectionMonitor &line;
        SaleJournal &journal;
    };

    MainWindow(const Sources &sources, const Look &look);

    [[nodiscard]] OrdersPage &orders() const { return *m_orders; }
    /// Takes \a page, which is this window's child from now on.
    void addPage(Page &page);
    void showPage(Page &page);
    void showOrders();
    /// Takes \a dock beside the pages, F12 and the menu show and hide it. In training only.
    void addQaDock(QaDock &dock, Panel panel);

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
    void setConnection(const ConnectionState &state);
    void setCounterName(const QString &name);
    void setScanPause(std::chrono::milliseconds pause); ///< longest between two characters of a scan
    void setFormat(const Format &format);
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

protected:
    void changeEvent(QEvent *event) override;

private:
    void addShortcuts();
    void switchQaDock();
    void focusPage();
    void showAbout();
    void showKeys();
    void retranslate();

    Mode m_mode;
    KeyDispatcher *m_keys;
    SidePanel *m_middle;
    QString m_counterName;
    QStackedWidget *m_pages;
    QaDock *m_qa = nullptr; ///< owned by m_middle
    OrdersPage *m_orders;
    TroubleBanner *m_banner;
    ConfirmQuestion *m_leaving;
    Notice *m_said;
    StatusLine *m_status;
};

} // namespace okoshko
