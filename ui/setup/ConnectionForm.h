// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ServerAddress.h"
#include "models/setup/ConnectionTest.h"
#include "models/tables/Format.h"

#include <QByteArray>
#include <QPointer>
#include <QUrl>
#include <QWidget>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QButtonGroup)
QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QLabel)

namespace okoshko {

class ActionButton;
class InputField;
class Notice;
class WaitLine;

/// Server, key and name of a counter.
struct ConnectionValues
{
    QUrl server;
    Environment environment = Environment::Live;
    QByteArray key; ///< empty = unchanged (Key::MayStay)
    QString counterName;
};

/// The fields of a connection, and the button that tests it. Errors are shown beside the fields. The key is masked
/// while typed, never shown, and not put back into the field.
///
/// Controls: "serverChip-" with host and port of each known server, "ownChip", "addressEdit", "testServerBox",
/// "keyEdit", "counterNameEdit", "testButton", and the result in "connectionNotice", with "useProposalButton" if a
/// server at another address answers.
class ConnectionForm final : public QWidget
{
    Q_OBJECT
public:
    enum class Key {
        Needed,
        MayStay, ///< there is a key already: an empty field keeps it
    };

    enum class ServerChange {
        Allowed,
        Refused, ///< there are sales, which belong to the server
    };

    /// \a servers, at least one, can be chosen without typing; the first is the default.
    ConnectionForm(Key key, const QList<KnownServer> &servers, const Format &format, QWidget *parent);

    /// Ignores the key. Without a server: that of setSavedServer() if it is a known live one, else the first.
    void setValues(const ConnectionValues &values);
    /// With Key::MayStay: the server for which the present key is valid; another server needs its own key.
    void setSavedServer(const QUrl &server, ServerChange change);
    /// The values; nothing if one is wrong, and then the errors are shown and the first wrong field is focused.
    [[nodiscard]] std::optional<ConnectionValues> take();

    // The values as typed, right or wrong.
    [[nodiscard]] QString address() const;
    [[nodiscard]] Environment environment() const;
    [[nodiscard]] QString counterName() const;
    [[nodiscard]] QByteArray key() const; ///< empty if there is none or it is invalid

    /// Shows beside each field what is wrong with it; \a nameReason is the error of the name.
    void showErrors(const QString &nameReason);
    [[nodiscard]] bool isKeyWrong() const;
    [[nodiscard]] bool isAddressWrong() const;

    struct Kept ///< state on screen besides the values
    {
        int place = 0;
        bool isAddressWrong = false;
        bool isKeyWrong = false;
        bool isNameWrong = false;
        bool isTesting = false;
        std::optional<ConnectionTestResult> outcome;
    };
    [[nodiscard]] Kept kept() const;
    /// Restores \a kept in a form of the same kind, once the values are restored.
    void showAgain(const Kept &kept);

    void focusFirst();
    /// As the button does.
    void test();
    void setTestKey(Qt::Key key); ///< the key of the test button
    /// The answer to testRequested().
    void showOutcome(const ConnectionTestResult &outcome);
    /// The values on screen have passed the test.
    [[nodiscard]] bool isProven() const { return m_outcome && m_outcome->result; }

Q_SIGNALS:
    void testRequested(const okoshko::ConnectionValues &values);
    void testLeft(); ///< the result is not needed any more
    void changed();  ///< a value or its state has changed

private:
    [[nodiscard]] QWidget *makeServer();
    [[nodiscard]] bool isOwn() const;
    /// By index of the known servers; the index after the last is for a typed address.
    void choose(qsizetype place);
    void chooseServer(const QUrl &server);
    void refreshAddress(); ///< for a typed address or for a known one
    void onEdited();
    void checkAddress();
    void checkKey();
    void checkName();
    void showTesting();
    void leaveTest();
    void focusAfterTest();
    void refreshNotice();

    Key m_key;
    QList<KnownServer> m_servers;
    QUrl m_savedServer;
    ServerChange m_serverChange = ServerChange::Allowed;
    Format m_format;
    QLabel *m_serverWords;
    QButtonGroup *m_places;
    QList<ActionButton *> m_chips; ///< of the known servers
    ActionButton *m_own;
    InputField *m_address;
    QCheckBox *m_isTestServer;
    InputField *m_keyField;
    InputField *m_name;
    ActionButton *m_test;
    WaitLine *m_wait;
    Notice *m_notice;
    std::optional<ConnectionTestResult> m_outcome; ///< for the values on screen
    QPointer<QWidget> m_focusInTest;               ///< unless the person moves it
};

} // namespace okoshko
