// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/print/PrintPort.h"
#include "models/settings/CounterSettings.h"
#include "models/settings/Validation.h"
#include "ui/setup/ConnectionForm.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Page.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QListWidget)
QT_FORWARD_DECLARE_CLASS(QScrollArea)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace okoshko {

class ActionButton;
class ConfirmQuestion;
class ConnectionSection;
class Format;
class PrintersSection;
class SettingsSection;
struct TicketTemplate;

/// The settings: a list of pages, and the current page beside it. Input is checked while typing; wrong values cannot be
/// saved. It reads and writes no files: its signals request that, and its show…() functions show the results.
///
/// Controls: "settingsPages", "saveSettingsButton" (Ctrl+S), "restoreDefaultsButton", "exportSettingsButton",
/// "importSettingsButton", "backButton", "leaveSettingsYesButton", "settingsNotice", "settingsSummary", and those of
/// the pages. To add a page, add a row in makePages().
class SettingsPage final : public Page
{
    Q_OBJECT
public:
    enum class Account {
        Fixed, ///< server and key cannot be changed here: in training, or given on the command line
        Changeable,
    };

    /// \a servers: those that can be chosen without typing an address.
    SettingsPage(Account account, const QList<KnownServer> &servers, const Format &format, QWidget *parent);

    /// The fields of server and key; null with Account::Fixed.
    [[nodiscard]] ConnectionForm *connectionForm() const;
    /// Whether the saved server may change; used by the next begin().
    void setServerChange(ConnectionForm::ServerChange serverChange) { m_serverChange = serverChange; }

    /// Shows \a saved, and \a faults of the file they were read from.
    void begin(const CounterSettings &saved, const QList<SettingsFault> &faults = {});

    struct Kept ///< state on screen besides the values
    {
        CounterSettings saved;
        CounterSettings draft;
        ConnectionForm::ServerChange serverChange = ConnectionForm::ServerChange::Allowed;
        bool isFileFaulty = false;
        int printer = -1; ///< whose fields are shown
        std::optional<Printed<QList<QueueInfo>>> queues;
        std::function<void(SettingsPage &)> showNotice;
    };
    [[nodiscard]] Kept kept() const;
    void showAgain(const Kept &kept);

    void showSaved(const CounterSettings &saved);
    void showSheetBegun(const QString &printer); ///< its first free place is 1 again, and saved
    void showNotSaved(const QString &reason);    ///< the system's reason; the values are used until the program ends
    void showReading(const QString &path);       ///< until showImported() or showNotImported()
    /// Shows \a read, to be checked and saved.
    void showImported(const QString &path, const CounterSettings &read);
    void showNotImported(const QString &path, const QList<SettingsFault> &faults);

    /// The queues of the print service, or that it does not answer.
    void setTemplates(const QList<TicketTemplate> &templates); ///< that a printer can have
    void showQueues(const Printed<QList<QueueInfo>> &queues);

    void focusFirst() override;

Q_SIGNALS:
    void queuesRequested();    ///< the page of the printers is shown; see showQueues()
    void templatesRequested(); ///< to see and change the ticket templates
    void testTicketRequested(const okoshko::PrinterProfile &printer);
    void saveRequested(const okoshko::CounterSettings &values); ///< valid by validate()
    /// The same with another connection: another server, or another \a key if not empty.
    void reconnectRequested(const okoshko::CounterSettings &values, const QByteArray &key);
    void exportRequested(); ///< exports the saved values
    /// Reads a file that the person chooses. \a before: values for fields that the file lacks.
    void importRequested(const okoshko::CounterSettings &before);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *makeSide();
    [[nodiscard]] QWidget *makeFoot();
    void makePages(Account account, const QList<KnownServer> &servers, const Format &format);
    void showPage(int at);
    void check();
    [[nodiscard]] bool isUntouched() const;
    void save();
    void restoreDefaults();
    void leave();
    void showNotice(Notice::Kind kind, const QString &title, const QString &words);
    /// Calls \a words, which calls showNotice(); called again after a rebuild in another language.
    void setNotice(const std::function<void(SettingsPage &)> &words);
    [[nodiscard]] SettingsSection &page() const;

    CounterSettings m_saved;
    CounterSettings m_draft;       ///< the values on screen
    QList<SettingsFault> m_faults; ///< of the draft
    bool m_isFileFaulty = false;   ///< saving makes it right, even where nothing is changed here
    QList<SettingsSection *> m_pages;
    ConnectionSection *m_connection = nullptr; ///< one of them, with Account::Changeable
    PrintersSection *m_printers = nullptr;     ///< likewise
    std::optional<Printed<QList<QueueInfo>>> m_queues;
    ConnectionForm::ServerChange m_serverChange = ConnectionForm::ServerChange::Allowed;
    std::function<void(SettingsPage &)> m_showNotice; ///< shows the notice; empty if it is hidden

    QListWidget *m_list = nullptr;
    ActionButton *m_export = nullptr;
    ActionButton *m_import = nullptr;
    QLabel *m_heading;
    QScrollArea *m_area;
    Notice *m_notice;
    ConfirmQuestion *m_question;
    QStackedWidget *m_stack;
    ActionButton *m_restore = nullptr;
    QLabel *m_summary = nullptr;
    ActionButton *m_save = nullptr;
};

} // namespace okoshko
