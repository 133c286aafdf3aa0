// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/Values.h"
#include "app/sandbox/scenarios/ScenarioBoard.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QUrl>
#include <chrono>
#include <memory>
#include <optional>
#include <tl/expected.hpp>

namespace okoshko::sandbox {

/// Whether scenarios can be switched over HTTP, see Control.
enum class ControlEndpoint { Off, On };

/// Whether answers follow the documentation, or the recordings of the real vendor.
enum class VendorKind { Documented, Real };

[[nodiscard]] std::optional<VendorKind> vendorKindFrom(const QString &text); ///< "sandbox", "real"

/// Options of a sandbox; the defaults are those of the command line.
struct Options
{
    quint16 port = 0;                                                 ///< 0 = any free one
    QString key = QStringLiteral("047bdb8bcee44d3693371920aaf9135c"); ///< the key of the recording
    std::chrono::seconds hold = std::chrono::minutes(10);             ///< for a new order
    std::chrono::milliseconds latency{0};                             ///< added to each answer
    std::chrono::seconds clockSkew{0};                                ///< added to the server's clock
    QString catalogue;                                                ///< a file; empty = the built-in demo
    VendorKind vendor = VendorKind::Documented;                       ///< Real: its scenarios are on from the start
    int events = 0;                                                   ///< number of events generated in addition
    std::optional<quint64> seed;                                      ///< the same seed gives the same ids and numbers
    QList<Activation> scenarios;                                      ///< on from the start
    ControlEndpoint control = ControlEndpoint::Off;
    Clock clock; ///< for tests; empty = the computer's time and the skew, monotonic
};

/// A ticket vendor for tests and training: the order API, v1, and its payment page, over real HTTP on 127.0.0.1. Lives
/// in the thread that creates it, which must run an event loop; SandboxThread gives it its own thread.
class SandboxServer : public QObject
{
    Q_OBJECT

public:
    explicit SandboxServer(Options options, QObject *parent = nullptr);
    /// `board` is shared and must outlive the server.
    SandboxServer(Options options, ScenarioBoard &board, QObject *parent = nullptr);
    ~SandboxServer() override;

    /// Reads the catalogue and listens. Returns `url()`, or a sentence with the error. Call once.
    [[nodiscard]] tl::expected<QUrl, QString> start();

    /// `http://127.0.0.1:<port>`; valid once started.
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] QString key() const;
    /// `http://127.0.0.1:<another port>/control`; empty without a control endpoint.
    [[nodiscard]] QUrl controlUrl() const;
    [[nodiscard]] ScenarioBoard &scenarios() { return m_board; }

    /// For tests: lets `time` pass at once, for the vendor and the relay. Once started.
    void skip(std::chrono::milliseconds time);

private:
    struct Parts;

    // Scenarios of the connection: how a request passes, and when the server is offline.
    [[nodiscard]] Passage passageOf(const RelayedRequest &request);
    void followOffline();
    void endOffline(); ///< of scenarios with a time limit

    Options m_options;
    ScenarioBoard m_ownBoard;
    ScenarioBoard &m_board;
    QUrl m_url;
    QUrl m_controlUrl;
    std::chrono::milliseconds m_skipped{0};
    QTimer m_backOnline;
    std::unique_ptr<Parts> m_parts;
};

} // namespace okoshko::sandbox
