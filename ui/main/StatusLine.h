// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/Connection.h"
#include "models/tables/Format.h"

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace okoshko {

class FigureLabel;
class ServerClock;
class Ticker;

/// The status line: state of the connection, server, and server time.
class StatusLine final : public QFrame
{
    Q_OBJECT
public:
    /// What happens to the counter's key when the program is closed.
    enum class Key {
        Kept,     ///< it is stored, or does not need to be
        InMemory, ///< it is forgotten and asked for at the next start
    };

    /// Clock and ticker must outlive this.
    StatusLine(const ServerClock &clock, const Ticker &ticker, const Format &format, Key key, QWidget *parent);

    void setKey(Key key);
    void setConnection(const ConnectionState &state);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString connectionWords() const;
    void showConnection();
    void showTime();

    const ServerClock &m_clock;
    Format m_format;
    ConnectionState m_connection;
    QLabel *m_sign;
    QLabel *m_words;
    QLabel *m_server;
    QLabel *m_key;
    QLabel *m_timeWords;
    FigureLabel *m_time;
};

} // namespace okoshko
