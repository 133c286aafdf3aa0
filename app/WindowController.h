// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/FileSaver.h"
#include "app/printing/PdfSaving.h"
#include "app/report/ProblemReport.h"
#include "app/settings/SettingsFile.h"
#include "models/print/TicketFields.h"
#include "models/sale/SoundAlerts.h"
#include "models/settings/CounterSettings.h"
#include "models/setup/ConnectionTest.h"
#include "ui/keys/QuietMoment.h"
#include "ui/main/MainWindow.h"
#include "ui/payment/PaymentDrafts.h"
#include "ui/print/TicketFonts.h"
#include "ui/settings/SettingsPage.h"

#include <QFutureWatcher>
#include <QObject>
#include <QSet>
#include <QUrl>
#include <QUuid>

#include <memory>
#include <optional>

namespace okoshko {

namespace sandbox {
class ScenarioBoard;
}

struct ConnectionValues;
class Counter;
class Languages;
class NewOrderPage;
class PaymentPage;
class Settings;
class SoundPlayer;
class TemplateFolder;
class UnprintedPage;
class IssuesPage;
class WindowState;

/// The windows of one counter: connects the pages with the counter and with each other.
class WindowController final : public QObject
{
    Q_OBJECT
public:
    struct AccountInfo ///< the account as shown in the windows, and what may be changed
    {
        MainWindow::Mode mode = MainWindow::Mode::Training;
        StatusLine::Key key = StatusLine::Key::Kept;
        SettingsPage::Account account = SettingsPage::Account::Fixed;
        QString logFolder{}; ///< of the log that a report includes
    };

    /// All references must outlive this. \a info describes the account.
    WindowController(Counter &counter, Settings &settings, WindowState &state, Languages &languages,
                     const AccountInfo &info);
    ~WindowController() override;

    [[nodiscard]] MainWindow &main() { return m_main; }
    /// Whether changed settings are not on screen yet: they are applied when that interrupts no input.
    [[nodiscard]] bool isToRebuild() const { return m_quiet.isAwaited(); }
    [[nodiscard]] const PaymentDrafts &drafts() const { return m_drafts; }

    /// In training: adds a dock for the scenarios of \a board, which must outlive the windows. \a control: the address
    /// for scripts.
    void addQa(sandbox::ScenarioBoard &board, const QUrl &control);

    /// Adds the page of \a templates, which must outlive the windows, to the settings.
    void setTemplates(TemplateFolder &templates);

    /// The answer to connectionTestRequested().
    void showConnectionResult(const ConnectionTestResult &outcome);
    /// The browser failed to open \a page.
    void showPageNotOpened(const QUrl &page);

Q_SIGNALS:
    // From the settings, if AccountInfo::account allows changes.
    void connectionTestRequested(const okoshko::ConnectionValues &values); ///< empty key = the current one
    void connectionTestLeft();
    void reconnectRequested(const okoshko::CounterSettings &values, const QByteArray &key);
    void applied(); ///< changed settings hold

private:
    void connectWindow();
    void connectCounter();
    /// Builds the window's content for the current settings.
    void build();
    void buildDock();
    void rebuild(); ///< as build(), and keeps what was typed and shown
    void connectOrders();
    void connectSale();
    void connectIssues();
    void connectPrinting();
    void savePdf(const OrderId &id);
    void saveBlankSheet(const QString &queue);
    void setUpPrinting();
    /// Says of each printer that cannot print its template that it cannot, before anything is sold.
    void checkPrinters();
    void showImported(); ///< the settings that were read
    /// A sheet that was used in part is used up once tickets are sent to the printer.
    void noteSheet(const QUuid &job);
    void sellAgain(const OrderId &id);
    void sellExpress();
    void noteSold(const OrderId &id); ///< for the next express sale
    void showSoldLast();
    void pay(const OrderId &id);
    void showOrders(const OrderId &selected);
    void openPage(const OrderId &id);
    void openScanned(const QString &code);
    void showNotFound(const QString &code, PastSales::Barcodes searched);
    void openFound(const Order &order);
    void connectSettings();
    void addTemplates();
    /// Of the newest order whose barcodes are known, with another barcode; nothing if there is none.
    [[nodiscard]] std::optional<TicketFields> ticketSoldLast() const;
    void saveList();
    void exportSettings();
    void importSettings(const CounterSettings &before);
    void showSettings();
    void save(const CounterSettings &values);
    /// Applies the settings: to the sale at once, on screen as soon as that interrupts no input.
    void apply();
    void prepare(); ///< sets language, text size and tables before building

    struct Qa ///< all must outlive the windows
    {
        sandbox::ScenarioBoard &board;
        QUrl control;
    };

    Counter &m_counter;
    Settings &m_settings;
    WindowState &m_state;
    Languages &m_languages;
    SettingsPage::Account m_account;
    MainWindow::Mode m_mode;
    PaymentDrafts m_drafts;
    MainWindow m_main;
    QuietMoment m_quiet;
    FileSaver m_saver;
    PdfSaving m_pdf;
    ProblemReport m_report;
    NewOrderPage *m_newOrder = nullptr;     ///< owned by m_main, as its page
    PaymentPage *m_payment = nullptr;       ///< owned by m_main, as its page
    SettingsPage *m_settingsPage = nullptr; ///< owned by m_main, as its page
    TemplateFolder *m_templates = nullptr;  ///< null: only the shipped templates, which cannot be seen
    IssuesPage *m_issues = nullptr;         ///< owned by m_main, as its page
    UnprintedPage *m_unprinted = nullptr;   ///< owned by m_main, as its page
    SoundAlerts m_alerts;
    std::unique_ptr<SoundPlayer> m_sounds; ///< only while sounds are on
    CounterSettings m_built;               ///< the settings that are on screen
    std::optional<Qa> m_qa;                ///< in training only
    QSet<QUuid> m_unsent;                  ///< jobs of this run that the print service has not accepted yet
    TicketFonts m_fonts;
    QString m_importing; ///< the file whose settings are being read
    QFutureWatcher<SettingsReading> m_import;
    FileThread m_readers; ///< destroyed first; unfinished readings are dropped
};

} // namespace okoshko
