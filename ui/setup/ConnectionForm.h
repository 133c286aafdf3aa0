// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ServerAddress.h"
#include "models/setup/ConnectionTest.h"
#include "models/tables/Format.h"

#include <QByteArray>
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

/// Where a counter sells, with which key, and what it is called.
struct ConnectionValues
{
    QUrl server;
    Environment environment = Environment::Live;
    QByteArray key; ///< empty = the one that is there (Key::MayStay)
    QString counterName;
};

/// The fields of a connection, and the button that tests it. Values go in and come out; what is wrong is said beside
/// its field. The key goes in masked and is never shown, nor put back into the field.
///
/// Controls: "serverChip-" with host and port of each known server, "ownChip", "addressEdit", "testServerBox",
/// "keyEdit", "counterNameEdit", "testButton", and the result in "connectionNotice", with "useProposalButton" where
/// another server answers in place of the one in the field.
class ConnectionForm final : public QWidget
{
    Q_OBJECT
public:
    enum class Key {
        Needed,
        MayStay, ///< there is one already: an empty field leaves it as it is
    };

    enum class Home {
        MayChange,
        Stays, ///< there are sales, which belong to its server
    };

    /// \a servers, of which there is at least one, need no typing; the first is chosen at the beginning.
    ConnectionForm(Key key, const QList<KnownServer> &servers, const Format &format, QWidget *parent);

    /// Their key is not looked at. Without a server: that of setHome() where it is a known one that really sells, else
    /// the first.
    void setValues(const ConnectionValues &values);
    /// Key::MayStay: at which server the key that is there is good; another one needs its own.
    void setHome(const QUrl &server, Home home);
    /// What was filled in; nothing where something is wrong, which is then said, and the first such field has the
    /// focus.
    [[nodiscard]] std::optional<ConnectionValues> take();

    // The values as they stand, right or wrong.
    [[nodiscard]] QString address() const;
    [[nodiscard]] Environment environment() const;
    [[nodiscard]] QString counterName() const;
    [[nodiscard]] QByteArray key() const; ///< empty where none was typed, or a wrong one

    /// Says beside each field what is wrong with it, of the name what \a nameReason says.
    void judge(const QString &nameReason);
    [[nodiscard]] bool isKeyWrong() const;
    [[nodiscard]] bool isAddressWrong() const;

    struct Kept ///< of what is on screen, beside what is typed
    {
        int place = 0;
        bool isAddressWrong = false;
        bool isKeyWrong = false;
        bool isNameWrong = false;
        bool isTesting = false;
        std::optional<ConnectionTestResult> outcome;
    };
    [[nodiscard]] Kept kept() const;
    /// In a form of the same kind, once what was typed stands there again.
    void showAgain(const Kept &kept);

    void focusFirst();
    /// As the button does.
    void test();
    void setTestKey(Qt::Key key); ///< which key presses it, where one does
    /// After testRequested(): how it ended.
    void showOutcome(const ConnectionTestResult &outcome);
    /// The values as they stand have been tested well.
    [[nodiscard]] bool isProven() const { return m_outcome && m_outcome->result; }

Q_SIGNALS:
    void testRequested(const okoshko::ConnectionValues &values);
    void testLeft(); ///< nobody waits for its end any more
    void changed();  ///< a value, or what is known of them

private:
    [[nodiscard]] QWidget *makeServer();
    [[nodiscard]] bool isOwn() const;
    /// By its place among the known ones; the place after them is for an address that is typed.
    void choose(qsizetype place);
    void chooseServer(const QUrl &server);
    void dressAddress(); ///< one that is typed, or a known one
    void onEdited();
    void checkAddress();
    void checkKey();
    void checkName();
    void showTesting();
    void leaveTest();
    void tellOutcome();

    Key m_key;
    QList<KnownServer> m_servers;
    QUrl m_homeServer;
    Home m_home = Home::MayChange;
    Format m_format;
    QLabel *m_serverWords;
    QButtonGroup *m_places;
    QList<ActionButton *> m_chips; ///< of the known ones
    ActionButton *m_own;
    InputField *m_address;
    QCheckBox *m_isTestServer;
    InputField *m_keyField;
    InputField *m_name;
    ActionButton *m_test;
    WaitLine *m_wait;
    Notice *m_notice;
    std::optional<ConnectionTestResult> m_outcome; ///< of the values as they stand
};

} // namespace okoshko
