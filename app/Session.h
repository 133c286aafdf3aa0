// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/Browser.h"
#include "app/settings/Settings.h"
#include "app/settings/WindowState.h"
#include "models/catalogue/CatalogueThread.h"
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
class Languages;
class NetworkCounter;
class ProfileLock;
class Windows;

/// An open counter: for one server and one key, in one folder, with its windows; in training with its sandbox. Owns all
/// of these and the folder's lock. Another profile is another session.
class Session final : public QObject
{
    Q_OBJECT
public:
    struct Plan
    {
        enum class Kind {
            Training,
            Profile, ///< the folder's own account
            ByHand,  ///< server and key from the command line
        };

        Kind kind = Kind::Training;
        QUrl server;    ///< empty in training
        QByteArray key; ///< likewise
        MainWindow::Mode mode = MainWindow::Mode::Training;
        StatusLine::Key keyKept = StatusLine::Key::Kept;
        std::optional<sandbox::VendorKind> vendor; ///< whose answers training gives; nothing = as documented
        std::optional<QSize> size; ///< of the window, which then is not remembered; nothing = as it was left
    };

    /// \a lock is held, for the folder.
    Session(const Plan &plan, std::unique_ptr<ProfileLock> lock, Languages &languages);
    ~Session() override;

    /// \a then is called from the event loop when it is open, or with a sentence why it did not open; not at
    /// all once this or \a context is gone. It may delete this.
    void open(QObject *context, std::function<void(const tl::expected<void, QString> &)> then);
    /// Shows the window, once it is open.
    void show();
    /// Closes the journal, which the window shows where it takes time; nothing is sold any more. \a then is called as
    /// by open(), within five seconds; a later call replaces it. The window stays until this is destroyed. Once it is
    /// open.
    void end(QObject *context, std::function<void()> then);

    /// The window, once it is open.
    [[nodiscard]] MainWindow *window() const;
    [[nodiscard]] const QString &folder() const;
    [[nodiscard]] Counter &counter() const; ///< once it is open
    [[nodiscard]] QUrl server() const;      ///< likewise
    /// A line for each sale of this counter that has not ended, and for each reservation that is on its way.
    [[nodiscard]] QStringList whatIsOpen() const;
    /// Calls \a leave at once, or once the person has agreed to leave open orders. Every way to end a session begins
    /// here.
    void mayLeave(std::function<void()> leave);
    /// Another partner's server answers.
    [[nodiscard]] bool isForeign() const { return m_isForeign; }
    [[nodiscard]] const Plan &plan() const { return m_plan; }
    /// Asks the server again.
    void tryAgain();
    /// The API key lies in the secret store by now; the window says so, also where it opens later.
    void setKeyKept();
    /// From now on the journal hashes barcodes with \a key, also those of the tickets that were sold before it was
    /// there.
    void setBarcodeKey(const QByteArray &key);

Q_SIGNALS:
    void closeRequested(); ///< by the person, or by the desktop that ends
    void keyRequested();
    void profilesRequested();
    void reconnectRequested(const okoshko::CounterSettings &values, const QByteArray &key); ///< by the settings

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class JournalCloser;

    void startSandbox();
    void openJournal(const QUrl &server, const QByteArray &key);
    void openCounter(const QUrl &server, const QByteArray &key);
    /// Where the events are kept for the next start.
    [[nodiscard]] CatalogueThread::Location catalogueCopy(const QUrl &server, const QByteArray &key) const;
    [[nodiscard]] JournalThread::Opener journalOpener(const QUrl &server, const QByteArray &key) const;
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
    std::unique_ptr<JournalThread> m_opening; ///< until it is open
    JournalThread *m_journal = nullptr;       ///< owned by m_opening, and then by m_counter
    std::unique_ptr<NetworkCounter> m_counter;
    Browser m_browser;
    std::unique_ptr<Windows> m_windows;
    std::unique_ptr<JournalCloser> m_closer; ///< once it is to end
    std::unique_ptr<ConnectionTest> m_test;  ///< of the settings' connection; the last one stays until the next
    std::function<void(const tl::expected<void, QString> &)> m_opened;
    std::function<void()> m_ended;
};

} // namespace okoshko
