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

/// Whose answers a sandbox gives: as the documentation has them, or as the real vendor was seen to give them.
enum class VendorKind { Documented, Real };

[[nodiscard]] std::optional<VendorKind> vendorKindFrom(const QString &text); ///< "sandbox", "real"

/// How a sandbox is to be; the defaults are those of the command line.
struct Options
{
    quint16 port = 0;                                                 ///< 0: any free one
    QString key = QStringLiteral("047bdb8bcee44d3693371920aaf9135c"); ///< the key of the recording
    std::chrono::seconds hold = std::chrono::minutes(10);             ///< of a new order
    std::chrono::milliseconds latency{0};                             ///< each answer comes this much later
    std::chrono::seconds clockSkew{0};                                ///< moves the whole server clock
    QString catalogue;                                                ///< a file; empty: the built-in demo
    VendorKind vendor = VendorKind::Documented;                       ///< Real: such scenarios are on at the start
    int events = 0;                                                   ///< so many more are generated
    std::optional<quint64> seed;                                      ///< same seed, same ids and numbers
    QList<Activation> scenarios;                                      ///< switched on from the start
    ControlEndpoint control = ControlEndpoint::Off;
    Clock clock; ///< for tests; empty: the computer's time and the skew, monotonic
};

/// A ticket vendor for tests and training: the order API, v1, and its payment page, over real HTTP on 127.0.0.1. Lives
/// wholly in the thread that creates it, which must run an event loop; see SandboxThread for one of its own.
class SandboxServer : public QObject
{
    Q_OBJECT

public:
    explicit SandboxServer(Options options, QObject *parent = nullptr);
    /// `board` is shared with others and must outlive the server.
    SandboxServer(Options options, ScenarioBoard &board, QObject *parent = nullptr);
    ~SandboxServer() override;

    /// Reads the catalogue and begins to listen. Gives `url()`, or a sentence about what is wrong. Once.
    [[nodiscard]] tl::expected<QUrl, QString> start();

    /// `http://127.0.0.1:<port>`; valid once started.
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] QString key() const;
    /// `http://127.0.0.1:<another port>/control`; empty where there is none.
    [[nodiscard]] QUrl controlUrl() const;
    [[nodiscard]] ScenarioBoard &scenarios() { return m_board; }

    /// For tests: so much time is over at once, at the vendor and on the line. Once started.
    void skip(std::chrono::milliseconds time);

private:
    struct Parts;

    // The scenarios of the line to the server: what happens to a request, and when there is no server.
    [[nodiscard]] Passage passageOf(const RelayedRequest &request);
    void followOffline();
    void endOffline(); ///< of the scenarios that end by themselves

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
