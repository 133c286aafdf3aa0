// SPDX-License-Identifier: GPL-3.0-or-later
#include "SandboxServer.h"

#include "Control.h"
#include "GeneratedEvents.h"
#include "HttpFront.h"
#include "Vendor.h"
#include "scenarios/WireScenarios.h"
#include "weather/Relay.h"

#include <QHostAddress>
#include <QHttpServer>
#include <QHttpServerResponse>

namespace okoshko::sandbox {

namespace {

QByteArray methodName(QHttpServerRequest::Method method)
{
    switch (method) {
    case QHttpServerRequest::Method::Get:
        return "GET";
    case QHttpServerRequest::Method::Put:
        return "PUT";
    case QHttpServerRequest::Method::Delete:
        return "DELETE";
    case QHttpServerRequest::Method::Post:
        return "POST";
    case QHttpServerRequest::Method::Head:
        return "HEAD";
    case QHttpServerRequest::Method::Options:
        return "OPTIONS";
    case QHttpServerRequest::Method::Patch:
        return "PATCH";
    case QHttpServerRequest::Method::Connect:
        return "CONNECT";
    case QHttpServerRequest::Method::Trace:
        return "TRACE";
    case QHttpServerRequest::Method::Unknown:
    case QHttpServerRequest::Method::AnyKnown:
        return "UNKNOWN";
    }
    Q_UNREACHABLE();
}

Request read(const QHttpServerRequest &request)
{
    return {
        methodName(request.method()),
        request.url().path(QUrl::FullyDecoded),
        QUrlQuery(request.url()),
        request.value("authorization"),
        request.value("content-type"),
        request.value("accept"),
        request.value("accept-language"),
        request.body(),
        request.value("host"),
        request.value("origin"),
    };
}

void write(const Reply &reply, bool withBody, QHttpServerResponder &&responder)
{
    const auto status = static_cast<QHttpServerResponder::StatusCode>(reply.status);
    QHttpServerResponse response(reply.type, withBody ? reply.body : QByteArray(), status);
    for (const auto &[name, value] : reply.headers)
        response.addHeader(name, value);
    response.write(std::move(responder));
}

} // namespace

/// In the order of need: what is declared later uses what stands before it, and goes first.
struct SandboxServer::Parts
{
    Parts(Catalogue catalogue, Vendor::Terms terms, Clock clock, ScenarioBoard &board, const QString &key,
          const QUrl &publicUrl)
        : vendor(std::move(catalogue), terms, std::move(clock))
        , front(vendor, board, key, publicUrl)
        , control(vendor, board)
    {
        // One handler for everything: Qt's router answers 404 where 405 is due and leaves out Date.
        // It answers at once, always: an answer kept for later crashes Qt 6.4.2 when its client has gone.
        http.setMissingHandler([this](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
            const Request asked = read(request);
            write(front.answer(asked), asked.method != "HEAD", std::move(responder));
        });
        controlHttp.setMissingHandler([this](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
            const Request asked = read(request);
            write(control.answer(asked), asked.method != "HEAD", std::move(responder));
        });
    }

    Vendor vendor;
    HttpFront front;
    Control control;
    QHttpServer http;
    QHttpServer controlHttp; ///< on a port of its own: it answers when the other one is silent, broken or refused
    std::unique_ptr<Relay> relay;
    std::unique_ptr<WireScenarios> wire;
};

std::optional<VendorMood> vendorMoodFrom(const QString &text)
{
    if (text == QStringLiteral("real"))
        return VendorMood::Real;
    return text == QStringLiteral("sandbox") ? std::optional(VendorMood::Documented) : std::nullopt;
}

SandboxServer::SandboxServer(Options options, QObject *parent)
    : SandboxServer(std::move(options), m_ownBoard, parent)
{
}

SandboxServer::SandboxServer(Options options, ScenarioBoard &board, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_board(board)
{
}

SandboxServer::~SandboxServer() = default;

tl::expected<QUrl, QString> SandboxServer::start()
{
    const Clock clock = [this, base = m_options.clock ? m_options.clock : steadyClock(m_options.clockSkew)] {
        return base() + m_skipped;
    };
    tl::expected<Catalogue, QString> catalogue = loadCatalogue(m_options.catalogue, clock());
    if (!catalogue)
        return tl::unexpected(QStringLiteral("the catalogue cannot be used: %1").arg(catalogue.error()));
    if (m_options.catalogue.isEmpty())
        catalogue->add(scenarioEvents(clock()));
    if (m_options.events > 0)
        catalogue->add(generatedEvents(m_options.events, clock()));
    const Vendor::Terms terms{m_options.hold, m_options.latency, m_options.seed};
    m_parts = std::make_unique<Parts>(std::move(*catalogue), terms, clock, m_board, m_options.key, m_url);
    const quint16 inner = m_parts->http.listen(QHostAddress::LocalHost, 0);
    if (inner == 0)
        return tl::unexpected(QStringLiteral("no port is left on 127.0.0.1"));
    m_parts->relay = std::make_unique<Relay>(inner, m_options.latency);
    m_parts->relay->setSpells(m_options.spells);
    const tl::expected<quint16, QString> port = m_parts->relay->listen(m_options.port);
    if (!port)
        return tl::unexpected(
            QStringLiteral("cannot listen on 127.0.0.1:%1: %2").arg(m_options.port).arg(port.error()));
    m_url = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(*port));
    m_parts->wire = std::make_unique<WireScenarios>(m_board, *m_parts->relay);
    if (m_options.control == ControlDoor::Open && !openControl())
        return tl::unexpected(QStringLiteral("no port is left on 127.0.0.1"));
    for (const ScenarioRow &row : scenarioTable()) {
        if (m_options.vendor == VendorMood::Real && row.ofRealVendor == OfRealVendor::Yes)
            m_board.arm(row.scenario);
    }
    for (const Activation &arming : m_options.scenarios)
        m_board.arm(arming);
    return m_url;
}

void SandboxServer::skip(std::chrono::milliseconds time)
{
    m_skipped += time;
    m_parts->relay->skip(time);
    m_parts->wire->skip(time);
}

bool SandboxServer::openControl()
{
    const quint16 port = m_parts->controlHttp.listen(QHostAddress::LocalHost, 0);
    m_controlUrl = QUrl(QStringLiteral("http://127.0.0.1:%1/control").arg(port));
    return port != 0;
}

QUrl SandboxServer::controlUrl() const
{
    return m_controlUrl;
}

QUrl SandboxServer::url() const
{
    return m_url;
}

QString SandboxServer::key() const
{
    return m_options.key;
}

} // namespace okoshko::sandbox
