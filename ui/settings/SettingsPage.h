// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/CounterSettings.h"
#include "models/settings/Validation.h"
#include "ui/setup/ConnectionForm.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Page.h"

#include <QByteArray>
#include <QList>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QListWidget)
QT_FORWARD_DECLARE_CLASS(QScrollArea)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace okoshko {

class ActionButton;
class ConfirmQuestion;
class ConnectionSection;
class Format;
class SettingsSection;

/// The settings: a list of pages, the chosen one beside it. Checked while typing; what is wrong cannot be saved. It
/// writes and reads nothing itself: that is asked for by signals and answered by the tell…() functions.
///
/// Controls: "settingsPages", "saveSettingsButton" (Ctrl+S), "restoreDefaultsButton", "exportSettingsButton",
/// "importSettingsButton", "backButton", "leaveSettingsYesButton", "settingsNotice", "settingsVerdict", and those of
/// the pages. A further page is a row in makePages().
class SettingsPage final : public Page
{
    Q_OBJECT
public:
    enum class Account {
        Fixed, ///< server and key are not to be set here: in training, or given on the command line
        Changeable,
    };

    /// \a servers: those that can be chosen without typing an address.
    SettingsPage(Account account, const QList<KnownServer> &servers, const Format &format, QWidget *parent);

    /// The fields of server and key; null where these are Account::Fixed.
    [[nodiscard]] ConnectionForm *connectionForm() const;
    /// Whether the server that is saved may change: from the next begin() on.
    void setHome(ConnectionForm::Home home) { m_home = home; }

    /// Shows \a saved, and what was wrong with the file that they come from.
    void begin(const CounterSettings &saved, const QList<SettingsFault> &faults = {});

    struct Kept ///< of what is on screen, beside what is typed
    {
        CounterSettings saved;
        CounterSettings draft;
        ConnectionForm::Home home = ConnectionForm::Home::MayChange;
        QString folder;
        bool isFileFaulty = false;
        std::function<void(SettingsPage &)> said;
    };
    [[nodiscard]] Kept kept() const;
    void showAgain(const Kept &kept);

    void tellSaved(const CounterSettings &saved);
    void tellNotSaved(const QString &reason); ///< the system's words; the values hold until the program ends
    void tellExported(const QString &path);
    void tellNotExported(const QString &reason);
    void tellReading(const QString &path); ///< until one of the two below
    /// \a read is shown, to be looked through and saved.
    void tellImported(const QString &path, const CounterSettings &read);
    void tellNotImported(const QString &path, const QList<SettingsFault> &faults);

    void focusFirst() override;

Q_SIGNALS:
    void saveRequested(const okoshko::CounterSettings &values); ///< right by validate()
    /// The same, and it takes another connection: to another server, or with another \a key where that is not empty.
    void reconnectRequested(const okoshko::CounterSettings &values, const QByteArray &key);
    void exportRequested(const QString &folder); ///< of the saved values, by default into \a folder
    /// What the file does not name stays as it is in \a before.
    void importRequested(const QString &path, const okoshko::CounterSettings &before);

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
    void askForImport();
    void tell(Notice::Kind kind, const QString &title, const QString &words);
    /// What calls tell(), now and when the page was built anew in another language.
    void say(const std::function<void(SettingsPage &)> &words);
    [[nodiscard]] SettingsSection &page() const;

    CounterSettings m_saved;
    CounterSettings m_draft;       ///< what is on screen
    QList<SettingsFault> m_faults; ///< of the draft
    bool m_isFileFaulty = false;   ///< saving makes it right, even where nothing is changed here
    QList<SettingsSection *> m_pages;
    ConnectionSection *m_connection = nullptr; ///< one of them, with Account::Changeable
    ConnectionForm::Home m_home = ConnectionForm::Home::MayChange;
    QString m_folder;                           ///< where files were last exported or imported
    std::function<void(SettingsPage &)> m_said; ///< what the notice says; empty where it is not shown

    QListWidget *m_list = nullptr;
    ActionButton *m_export = nullptr;
    ActionButton *m_import = nullptr;
    QLabel *m_heading;
    QScrollArea *m_area;
    Notice *m_notice;
    ConfirmQuestion *m_question;
    QStackedWidget *m_stack;
    ActionButton *m_restore = nullptr;
    QLabel *m_verdict = nullptr;
    ActionButton *m_save = nullptr;
};

} // namespace okoshko
