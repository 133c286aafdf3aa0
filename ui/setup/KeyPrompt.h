// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/setup/ConnectionTest.h"
#include "ui/text/Message.h"

#include <QByteArray>
#include <QDialog>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QLabel)

namespace okoshko {

class ActionButton;
class InputField;
class Notice;
class WaitLine;

/// Asks for a counter's API key where the computer's secret store does not give it, or the server does not take it:
/// says why, and what becomes of the key. What is typed is masked.
///
/// Controls: "keyEdit", "keepBox", "useKeyButton", "askStoreButton", "otherProfileButton", "leaveButton", and the
/// reason in "keyNotice".
class KeyPrompt final : public QDialog
{
    Q_OBJECT
public:
    /// Why it is asked for.
    enum class Reason {
        NotKept,     ///< the store is open and has none
        Locked,      ///< the store is closed, or waits for its own password
        NoStore,     ///< there is no secret store: the key stays in memory
        Denied,      ///< the store does not serve this program
        StoreFailed, ///< the store is out of order
        Refused,     ///< the server does not accept the key that was used
        Foreign,     ///< the key belongs to another partner than this counter's journal
    };
    enum class Keep { InStore, InMemory };
    enum class Wait { ForStore, ForServer };

    /// Whose key it is: \a counter is its name, \a server its address, both as a person reads them.
    KeyPrompt(const QString &counter, const QString &server, QWidget *parent = nullptr);

    void ask(Reason reason);
    [[nodiscard]] Reason reason() const { return m_reason; }
    /// Says that something is awaited; leaving the wait is left().
    void wait(Wait what);
    /// The server was asked, and it went wrong: the key was not taken.
    void showFailure(const ConnectionFailure &failure);

Q_SIGNALS:
    void keyGiven(const QByteArray &key, okoshko::KeyPrompt::Keep keep);
    void storeRequested(); ///< to be asked again
    void waitLeft();
    void otherProfileRequested();

private:
    enum class Busy { No, Yes };

    void layOut();
    void setBusy(Busy busy);
    void use();
    void tell();
    void fit();
    [[nodiscard]] Message message() const;

    QString m_counter;
    QString m_server;
    Reason m_reason = Reason::NotKept;
    std::optional<Wait> m_waits;
    std::optional<ConnectionFailure> m_failure; ///< of the key that was tried last
    QLabel *m_title;
    QLabel *m_whose;
    Notice *m_notice;
    InputField *m_key;
    QCheckBox *m_keep;
    WaitLine *m_wait;
    ActionButton *m_leave;
    ActionButton *m_other;
    ActionButton *m_askStore;
    ActionButton *m_use;
};

} // namespace okoshko
