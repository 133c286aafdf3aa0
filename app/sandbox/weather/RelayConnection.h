// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FaultRule.h"

#include <QObject>
#include <QQueue>
#include <QTcpSocket>
#include <QTimer>
#include <chrono>

namespace okoshko::sandbox {

class Relay;

/// One client's connection and its twin to the server. A request begins with the first bytes a client sends after
/// an answer has begun, which holds for clients that wait for answers (HTTP pipelining is not looked through). It is
/// gathered until it is whole, then judged, then passed on; one whose length is not announced, once its head is there.
class RelayConnection : public QObject
{
    Q_OBJECT

public:
    RelayConnection(QTcpSocket *client, Relay &relay);

private:
    using Moment = std::chrono::steady_clock::time_point;

    struct Piece
    {
        Moment due;
        QByteArray bytes;
    };

    void takeFromClient();
    void beginRequest(const QByteArray &bytes);
    void takeFromServer();
    [[nodiscard]] QByteArray spoiled(QByteArray bytes);
    void deliverDue();
    void skip(std::chrono::milliseconds time);
    void cut();
    void endIfOver();

    Relay &m_relay;
    QTcpSocket *m_client;
    QTcpSocket *m_server;
    QTimer m_timer;
    QQueue<Piece> m_late; ///< answers held back
    qint64 m_lateBytes = 0;
    QByteArray m_opening; ///< the request while it is incomplete
    QByteArray m_head;    ///< the answer while its head is incomplete and has to be known
    qint64 m_requestBytes = 0;
    bool m_decided = false;   ///< the request's spell is known
    bool m_answering = false; ///< the server has begun to answer it
    Moment m_due;             ///< when the answer may go on to the client
    FaultRule m_spell;
    qsizetype m_passed = 0; ///< bytes of the answer let through
};

} // namespace okoshko::sandbox
