// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/proxy/Fault.h"

#include <QByteArray>
#include <QList>
#include <QRegularExpression>
#include <QTcpServer>
#include <QUrl>

namespace okoshko::test {

/// A request as it came, and whether the server has seen it.
struct SeenRequest
{
    QByteArray method;
    QByteArray path; ///< with the query
    QByteArray body;
    bool reachedServer = false;
};

/// Which requests meet which fault.
struct Plan
{
    QByteArray method;
    QRegularExpression path;
    QByteArray bodyHas; ///< blanks do not count
    Fault fault = Fault::CutBefore;
    int times = 1; ///< below zero: for ever

    [[nodiscard]] bool means(const SeenRequest &request) const;
};

/// A TCP proxy on loopback between a client and an HTTP server, which does to planned requests what networks do. It
/// reads each request and each answer whole, one at a time on a connection (no pipelining). Fault::Refused cannot wait
/// for a request to be read: while such a plan stands, nobody listens, and open connections are cut.
class FaultyProxy final : public QObject
{
    Q_OBJECT
public:
    explicit FaultyProxy(quint16 target, QObject *parent = nullptr);

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] quint16 target() const { return m_target; }

    void plan(const Plan &plan);
    void clear();
    /// What Fault::OtherOrder answers with, and where Fault::RedirectElsewhere leads.
    void setOtherOrder(const QByteArray &json) { m_otherOrder = json; }
    void setElsewhere(const QUrl &url) { m_elsewhere = url; }

    [[nodiscard]] const QList<SeenRequest> &requests() const { return m_requests; }
    void forget() { m_requests.clear(); }
    /// How many requests have met a planned fault since the last clear().
    [[nodiscard]] int hits() const { return m_hits; }

    // For the connections.
    [[nodiscard]] std::optional<Fault> take(const SeenRequest &request);
    void note(const SeenRequest &request);
    [[nodiscard]] const QByteArray &otherOrder() const { return m_otherOrder; }
    [[nodiscard]] const QUrl &elsewhere() const { return m_elsewhere; }

Q_SIGNALS:
    /// Nothing of it was passed on yet.
    void asked(const okoshko::test::SeenRequest &request);
    /// The server has answered, and the client has seen nothing of it yet.
    void answered(const okoshko::test::SeenRequest &request);

private:
    void accept();

    QTcpServer m_server;
    quint16 m_target;
    quint16 m_port = 0;
    QList<Plan> m_plans;
    QList<SeenRequest> m_requests;
    QByteArray m_otherOrder;
    QUrl m_elsewhere;
    int m_hits = 0;
};

} // namespace okoshko::test
