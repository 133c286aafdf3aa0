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

/// Asks for a counter's API key if the secret store does not return it or the server refuses it; shows why, and where
/// the key will be stored. Input is masked.
///
/// Controls: "keyEdit", "keepBox", "useKeyButton", "askStoreButton", "otherProfileButton", "leaveButton", and the
/// reason in "keyNotice".
class KeyPrompt final : public QDialog
{
    Q_OBJECT
public:
    /// Why the key is asked for.
    enum class Reason {
        NotKept,     ///< the store is open and has no key
        Locked,      ///< the store is closed, or waits for its password
        NoStore,     ///< there is no secret store: the key is kept in memory
        Denied,      ///< the store refuses this program
        StoreFailed, ///< the store reported another error
        Refused,     ///< the server does not accept the key
        Foreign,     ///< the key belongs to another partner than this counter's journal
    };
    enum class Keep { InStore, InMemory };
    enum class Wait { ForStore, ForServer };

    /// \a counter is the counter's name, \a server its address, both for display.
    KeyPrompt(const QString &counter, const QString &server, QWidget *parent = nullptr);

    void ask(Reason reason);
    [[nodiscard]] Reason reason() const { return m_reason; }
    /// Shows a wait; leaving it emits waitLeft().
    void wait(Wait what);
    /// The connection test has failed: the key was not accepted.
    void showFailure(const ConnectionFailure &failure);

Q_SIGNALS:
    void keyGiven(const QByteArray &key, okoshko::KeyPrompt::Keep keep);
    void storeRequested(); ///< ask the store again
    void waitLeft();
    void otherProfileRequested();

private:
    enum class Busy { No, Yes };

    void layOut();
    void setBusy(Busy busy);
    void use();
    void showReason();
    void fit();
    [[nodiscard]] Message message() const;

    QString m_counter;
    QString m_server;
    Reason m_reason = Reason::NotKept;
    std::optional<Wait> m_waits;
    std::optional<ConnectionFailure> m_failure; ///< of the last tested key
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
