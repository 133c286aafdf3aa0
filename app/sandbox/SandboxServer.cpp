// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/SandboxServer.h"

#include "app/sandbox/CatalogueReader.h"
#include "app/sandbox/Control.h"
#include "app/sandbox/HttpFront.h"
#include "app/sandbox/faults/Relay.h"

#include <QHostAddress>
#include <QHttpServer>
#include <QHttpServerResponse>
#include <QMetaEnum>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::sandbox {

namespace {

Request read(const QHttpServerRequest &request)
{
    using Method = QHttpServerRequest::Method;
    const char *method = QMetaEnum::fromType<Method>().valueToKey(static_cast<int>(request.method()));
    return {
        QByteArray(method).toUpper(),
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

/// In the order of construction: each part uses those before it.
struct SandboxServer::Parts
{
    Parts(Catalogue catalogue, Orders::Terms terms, Clock clock, std::optional<quint64> seed, ScenarioBoard &board,
          const QString &key, const QUrl &publicUrl)
        : vendor(std::move(catalogue), terms, std::move(clock), seed)
        , front(vendor, board, key, publicUrl)
        , control(vendor, board)
    {
        // One handler for all requests: Qt's router answers 404 where 405 is due and omits Date. It always answers at
        // once: a delayed answer crashes Qt 6.4.2 if its client has disconnected.
        const auto serve = [](QHttpServer &server, auto &answering) {
            server.setMissingHandler([&answering](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
                const Request asked = read(request);
                write(answering.answer(asked), asked.method != "HEAD", std::move(responder));
            });
        };
        serve(http, front);
        serve(controlHttp, control);
    }

    Vendor vendor;
    HttpFront front;
    Control control;
    QHttpServer http;
    QHttpServer controlHttp; ///< on its own port: it answers while the other one is silent, broken or refused
    std::unique_ptr<Relay> relay;
};

std::optional<VendorKind> vendorKindFrom(const QString &text)
{
    if (text == u"real"_s)
        return VendorKind::Real;
    return text == u"sandbox"_s ? std::optional(VendorKind::Documented) : std::nullopt;
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
    m_backOnline.setSingleShot(true);
    connect(&m_backOnline, &QTimer::timeout, this, &SandboxServer::endOffline);
}

SandboxServer::~SandboxServer() = default;

tl::expected<QUrl, QString> SandboxServer::start()
{
    const Clock clock = [this, base = m_options.clock ? m_options.clock : steadyClock(m_options.clockSkew)] {
        return base() + m_skipped;
    };
    tl::expected<Catalogue, QString> catalogue = loadCatalogue(m_options.catalogue, clock());
    if (!catalogue)
        return tl::unexpected(u"the catalogue cannot be used: %1"_s.arg(catalogue.error()));
    if (m_options.catalogue.isEmpty())
        catalogue->add(scenarioEvents(clock()));
    if (m_options.events > 0)
        catalogue->add(generatedEvents(m_options.events, clock()));
    const Orders::Terms terms{m_options.hold, m_options.latency};
    m_parts =
        std::make_unique<Parts>(std::move(*catalogue), terms, clock, m_options.seed, m_board, m_options.key, m_url);
    const quint16 inner = m_parts->http.listen(QHostAddress::LocalHost, 0);
    if (inner == 0)
        return tl::unexpected(u"no port is left on 127.0.0.1"_s);
    m_parts->relay = std::make_unique<Relay>(inner, m_options.latency);
    m_parts->relay->setFaultPolicy([this](const RelayedRequest &request) { return passageOf(request); });
    const tl::expected<quint16, QString> port = m_parts->relay->listen(m_options.port);
    if (!port)
        return tl::unexpected(u"cannot listen on 127.0.0.1:%1: %2"_s.arg(m_options.port).arg(port.error()));
    m_url = QUrl(u"http://127.0.0.1:%1"_s.arg(*port));
    if (m_options.control == ControlEndpoint::On) {
        const quint16 control = m_parts->controlHttp.listen(QHostAddress::LocalHost, 0);
        if (control == 0)
            return tl::unexpected(u"no port is left on 127.0.0.1"_s);
        m_controlUrl = QUrl(u"http://127.0.0.1:%1/control"_s.arg(control));
    }
    // Another thread may change the board; this is done in the server's thread.
    connect(&m_board, &ScenarioBoard::changed, this, &SandboxServer::followOffline);
    followOffline();
    for (const Scenario &scenario : scenarioTable()) {
        if (m_options.vendor == VendorKind::Real && scenario.ofRealVendor == OfRealVendor::Yes)
            m_board.arm(scenario);
    }
    for (const Activation &activation : m_options.scenarios)
        m_board.arm(activation);
    return m_url;
}

void SandboxServer::skip(std::chrono::milliseconds time)
{
    m_skipped += time;
    m_parts->relay->skip(time);
    if (m_backOnline.isActive())
        m_backOnline.start(std::max(m_backOnline.remainingTimeAsDuration() - time, std::chrono::milliseconds(0)));
}

Passage SandboxServer::passageOf(const RelayedRequest &request)
{
    const auto kind = kindOf(request.method, QString::fromLatin1(request.target), request.body);
    if (!kind)
        return {};
    // One fault per request: a fault before a delay, the longest delay before others.
    const auto rank = [](const LineFault &fault) {
        return std::pair(fault.kind != LineFault::Kind::None, fault.delay);
    };
    const Scenario *met = nullptr;
    LineFault worst;
    for (const Scenario &scenario : scenarioTable()) {
        const auto *fault = std::get_if<LineFault>(&scenario.effect);
        if (fault != nullptr && rank(*fault) > rank(worst) && m_board.isArmed(scenario, *kind)) {
            met = &scenario;
            worst = *fault;
        }
    }
    if (met != nullptr)
        m_board.take(*met, *kind);
    return {worst};
}

void SandboxServer::followOffline()
{
    const QList<Offline> scenarios = m_board.armed<Offline>();
    const auto brief = std::ranges::find_if(scenarios, [](const Offline &offline) { return offline.time.has_value(); });
    if (brief == scenarios.end())
        m_backOnline.stop();
    else if (!m_backOnline.isActive())
        m_backOnline.start(*brief->time);
    if (scenarios.isEmpty())
        m_parts->relay->goOnline();
    else
        m_parts->relay->goOffline();
}

void SandboxServer::endOffline()
{
    for (const Scenario &scenario : scenarioTable()) {
        const auto *offline = std::get_if<Offline>(&scenario.effect);
        if (offline != nullptr && offline->time)
            m_board.disarm(scenario);
    }
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
