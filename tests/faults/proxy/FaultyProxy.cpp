// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/proxy/FaultyProxy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace okoshko::test {

using sandbox::LineFault;
using sandbox::Passage;
using sandbox::RelayedRequest;

namespace {

QByteArray withoutBlanks(QByteArray text)
{
    return text.replace(' ', "").replace('\n', "").replace('\r', "").replace('\t', "");
}

QByteArray answer(const QByteArray &status, const QByteArray &type, const QByteArray &body, const QByteArray &more = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + more +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\nX-Partner: 56810047f06c5a6ac62f4e1d\r\n\r\n" +
           body;
}

QJsonValue otherType(const QJsonValue &value)
{
    if (value.isString())
        return QJsonArray{1, 2};
    if (value.isDouble())
        return QJsonObject{{u"n"_s, 1}};
    if (value.isArray())
        return u"none"_s;
    return true;
}

QByteArray withWrongTypes(const QByteArray &answered)
{
    QJsonObject object = QJsonDocument::fromJson(answered.mid(answered.indexOf("\r\n\r\n") + 4)).object();
    for (const QString &name : object.keys()) {
        if (name != u"id"_s) // that it is the right order makes it the harder
            object[name] = otherType(object.value(name));
    }
    return answer("200 OK", "application/json", QJsonDocument(object).toJson());
}

Passage line(LineFault::Kind kind)
{
    return {.fault = {kind}};
}

Passage instead(const QByteArray &answer)
{
    return {.instead = answer};
}

/// The server acts, and this is answered.
Passage after(const QByteArray &answer)
{
    return {.rewritten = [answer](const QByteArray &) { return answer; }};
}

} // namespace

bool Plan::means(const SeenRequest &request) const
{
    return method == request.method && path.match(QString::fromLatin1(request.path)).hasMatch() &&
           withoutBlanks(request.body).contains(withoutBlanks(bodyHas));
}

FaultyProxy::FaultyProxy(quint16 target, QObject *parent)
    : QObject(parent)
    , m_relay(target, std::chrono::milliseconds(0))
{
    m_relay.setFaultPolicy([this](const RelayedRequest &request) { return passageOf(request); });
    connect(&m_relay, &sandbox::Relay::answered, this, [this](const RelayedRequest &request) {
        Q_EMIT answered({request.method, request.target, request.body, true});
    });
    if (!m_relay.listen(0))
        qFatal("the proxy cannot listen");
}

QUrl FaultyProxy::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_relay.port()));
}

void FaultyProxy::plan(const Plan &plan)
{
    m_plans << plan;
    if (plan.fault != Fault::Refused)
        return;
    ++m_hits;
    m_relay.goOffline();
}

void FaultyProxy::clear()
{
    m_plans.clear();
    m_hits = 0;
    m_relay.goOnline();
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

Passage FaultyProxy::passageOf(const RelayedRequest &request)
{
    SeenRequest seen{request.method, request.target, request.body};
    const std::optional<Fault> fault = take(seen);
    seen.reachedServer = !fault || reachesServer(*fault);
    m_requests << seen;
    Q_EMIT asked(seen);
    return fault ? passageOf(*fault) : Passage();
}

Passage FaultyProxy::passageOf(Fault fault) const
{
    const QByteArray page = "<html><body><h1>502 Bad Gateway</h1><script>alert(1)</script></body></html>";
    switch (fault) {
    case Fault::Refused:
    case Fault::CutBefore:
        return line(LineFault::Kind::CutBefore);
    case Fault::CutAfter:
        return line(LineFault::Kind::CutAfter);
    case Fault::ResetAfter:
        return line(LineFault::Kind::ResetAfter);
    case Fault::Truncated:
        return line(LineFault::Kind::Truncate);
    case Fault::Silent:
        return line(LineFault::Kind::Silence);
    case Fault::Conflict:
        return instead(answer("409 Conflict", "application/json", R"({"errors": ["busy"]})"));
    case Fault::ServerError:
        return instead(answer("500 Internal Server Error", "application/json", R"({"error": "HTTPInternal"})"));
    case Fault::BadGateway:
        return instead(answer("502 Bad Gateway", "text/html", page));
    case Fault::TooMany:
        return instead(answer("429 Too Many Requests", "application/json", "{}"));
    case Fault::Unavailable:
        return instead(answer("503 Service Unavailable", "text/html", page, "Retry-After: 1\r\n"));
    case Fault::RedirectElsewhere:
        return instead(answer("302 Found", "text/html", {}, "Location: " + m_elsewhere.toEncoded() + "/stolen\r\n"));
    case Fault::BadGatewayAfter:
        return after(answer("502 Bad Gateway", "text/html", "<html>502</html>"));
    case Fault::NotJson:
        return after(answer("200 OK", "application/json", "<!DOCTYPE html><p>Sign in to the hotel's network"));
    case Fault::WrongTypes:
        return {.rewritten = withWrongTypes};
    case Fault::OtherOrder:
        return after(answer("200 OK", "application/json", m_otherOrder));
    case Fault::EmptyList:
        return after(answer("200 OK", "application/json", "[]"));
    }
    Q_UNREACHABLE();
}

} // namespace okoshko::test
