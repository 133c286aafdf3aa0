// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/proxy/FaultyProxy.h"

#include "tests/faults/proxy/FaultyConnection.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

QByteArray withoutBlanks(QByteArray text)
{
    return text.replace(' ', "").replace('\n', "").replace('\r', "").replace('\t', "");
}

} // namespace

bool Plan::means(const SeenRequest &request) const
{
    return method == request.method && path.match(QString::fromLatin1(request.path)).hasMatch() &&
           withoutBlanks(request.body).contains(withoutBlanks(bodyHas));
}

FaultyProxy::FaultyProxy(quint16 target, QObject *parent)
    : QObject(parent)
    , m_target(target)
{
    connect(&m_server, &QTcpServer::newConnection, this, &FaultyProxy::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("the proxy cannot listen");
    m_port = m_server.serverPort();
}

QUrl FaultyProxy::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

void FaultyProxy::plan(const Plan &plan)
{
    m_plans << plan;
    if (plan.fault != Fault::Refused)
        return;
    ++m_hits;
    m_server.close();
    qDeleteAll(findChildren<FaultyConnection *>());
}

void FaultyProxy::clear()
{
    m_plans.clear();
    m_hits = 0;
    if (!m_server.isListening() && !m_server.listen(QHostAddress::LocalHost, m_port))
        qFatal("the proxy cannot listen again");
}

std::optional<Fault> FaultyProxy::take(const SeenRequest &request)
{
    for (Plan &plan : m_plans) {
        if (plan.times == 0 || !plan.means(request))
            continue;
        if (plan.times > 0)
            --plan.times;
        ++m_hits;
        return plan.fault;
    }
    return std::nullopt;
}

void FaultyProxy::note(const SeenRequest &request)
{
    m_requests << request;
    Q_EMIT asked(request);
}

void FaultyProxy::accept()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        auto *connection = new FaultyConnection(client, *this);
        connection->setParent(this);
    }
}

} // namespace okoshko::test
