// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/Browser.h"
#include "app/files/FileSaver.h"
#include "app/settings/Settings.h"
#include "app/settings/WindowState.h"
#include "models/catalogue/CatalogueThread.h"
#include "models/domain/ServerAddress.h"
#include "models/journal/JournalThread.h"
#include "ui/main/MainWindow.h"

#include <QByteArray>
#include <QObject>
#include <QSize>
#include <QUrl>

#include <tl/expected.hpp>

#include <functional>
#include <memory>
#include <optional>

namespace okoshko {

namespace sandbox {
class SandboxThread;
enum class VendorKind;
} // namespace sandbox

class ConnectionTest;
class Counter;
struct Sale;
struct ConnectionValues;
struct PrintPorts;
class Languages;
class NetworkCounter;
class PdfDrawer;
class TemplateFolder;
class ProfileLock;
class WindowController;

/// An open counter: one server, one key, one folder, its windows, and in training its sandbox. Owns all of these and
/// the folder's lock. Another profile needs another session.
class Session final : public QObject
{
    Q_OBJECT
public:
    struct Plan
    {
        enum class Kind {
            Training,
            Profile, ///< server and key of the profile in the folder
            ByHand,  ///< server and key from the command line
        };

        Kind kind = Kind::Training;
        QUrl server;                                 ///< empty in training
        QByteArray key;                              ///< empty in training
        Environment environment = Environment::Live; ///< as a person has said it; the vendor's servers are known
        StatusLine::Key keyKept = StatusLine::Key::Kept;
        std::optional<sandbox::VendorKind> vendor; ///< whom the sandbox imitates; nothing = as documented
        std::optional<QSize> size;                 ///< of the window, which is then not saved; nothing = the saved size

        [[nodiscard]] MainWindow::Mode mode() const;
    };

    /// \a lock is that of the folder.
    Session(const Plan &plan, std::unique_ptr<ProfileLock> lock, Languages &languages);
    ~Session() override;

    /// Calls \a then from the event loop when the session is open, or with a sentence that says why it is not; never
    /// after this or \a context is destroyed. \a then may delete this.
    void open(QObject *context, std::function<void(const tl::expected<void, QString> &)> then);
    /// Shows the window, once it is open.
    void show();
    /// Closes the journal; selling stops, and the window shows the wait. \a then is called as by open(), within five
    /// seconds; a later call replaces it until then. The window stays until this is destroyed. Only once it is open.
    void end(QObject *context, std::function<void()> then);

    /// The window, once it is open.
    [[nodiscard]] MainWindow *window() const;
    [[nodiscard]] const QString &folder() const;
    [[nodiscard]] Counter &counter() const; ///< once it is open
    [[nodiscard]] QUrl server() const;      ///< once it is open
    [[nodiscard]] Format::Language language() const { return m_settings.language(); }
    /// A line for each sale of this counter that has not ended, and for each unanswered reservation.
    [[nodiscard]] QStringList openItems() const;
    /// Calls \a leave at once, or once the person has agreed to leave open orders. Must be called before a session is
    /// ended, unless its journal is opened again.
    void askToLeave(std::function<void()> leave);
    /// The server belongs to another partner than the journal.
    [[nodiscard]] bool isForeign() const { return m_isForeign; }
    [[nodiscard]] const Plan &plan() const { return m_plan; }
    /// Connects to the server again.
    void tryAgain();
    /// The API key is in the secret store; the window shows it, also if it opens later.
    void setKeyKept();
    /// From now on the journal hashes barcodes with \a key, including those of tickets sold earlier.
    void setBarcodeKey(const QByteArray &key);

Q_SIGNALS:
    void closeRequested(); ///< by the person, or by the desktop's logout
    void keyRequested();
    void profilesRequested();
    void reconnectRequested(const okoshko::CounterSettings &values, const QByteArray &key); ///< from the settings

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class JournalCloser;

    void startSandbox();
    void openJournal(const QUrl &server, const QByteArray &key);
    void openCounter(const QUrl &server, const QByteArray &key);
    /// The file that keeps the events for the next start.
    [[nodiscard]] CatalogueThread::Location catalogueCopy(const QUrl &server, const QByteArray &key) const;
    [[nodiscard]] JournalThread::Opener journalOpener(const QUrl &server, const QByteArray &key) const;
    [[nodiscard]] PrintPorts makePrintPorts();
    void checkPartner(const ConnectionState &state);
    void testConnection(const ConnectionValues &values);
    void saveGeometry();
    [[nodiscard]] QString stateOf(const Sale &sale) const; ///< of an open one

    Plan m_plan;
    std::unique_ptr<ProfileLock> m_lock;
    Settings m_settings;
    WindowState m_windowState;
    Languages &m_languages;
    bool m_isForeign = false;
    std::unique_ptr<sandbox::SandboxThread> m_sandbox;
    std::unique_ptr<JournalThread> m_opening; ///< until the session is open
    JournalThread *m_journal = nullptr;       ///< owned by m_opening, then by m_counter
    FileThread m_drawing;                     ///< its tasks may outlive the counter
    FileThread m_saving;                      ///< … of PDF files, whose folders may hang
    std::unique_ptr<NetworkCounter> m_counter;
    PdfDrawer *m_drawer = nullptr; ///< owned by m_counter
    Browser m_browser;
    std::unique_ptr<TemplateFolder> m_templates;
    std::unique_ptr<WindowController> m_windows;
    std::unique_ptr<JournalCloser> m_closer; ///< while the session ends
    std::unique_ptr<ConnectionTest> m_test;  ///< of the connection in the settings; kept until the next test
    std::function<void(const tl::expected<void, QString> &)> m_opened;
    std::function<void()> m_ended;
};

} // namespace okoshko
