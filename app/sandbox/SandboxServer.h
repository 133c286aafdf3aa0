// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Instant.h"
#include "scenarios/ScenarioBoard.h"
#include "weather/FaultRule.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QUrl>
#include <chrono>
#include <memory>
#include <optional>
#include <tl/expected.hpp>

namespace okoshko::sandbox {

/// Whether scenarios can be switched from outside, see Control.
enum class ControlDoor { Shut, Open };

/// Whose answers a sandbox gives: as the documentation has them, or as the real vendor was seen to give them.
enum class VendorMood { Documented, Real };

[[nodiscard]] std::optional<VendorMood> vendorMoodFrom(const QString &text); ///< "sandbox", "real"

/// How a sandbox is to be; the defaults are those of the command line.
struct Options
{
    quint16 port = 0;                                                 ///< 0: any free one
    QString key = QStringLiteral("047bdb8bcee44d3693371920aaf9135c"); ///< the key of the recording
    std::chrono::seconds hold = std::chrono::minutes(10);             ///< of a new order
    std::chrono::milliseconds latency{0};                             ///< each answer comes this much later
    std::chrono::seconds clockSkew{0};                                ///< moves the whole server clock
    QString catalogue;                                                ///< a file; empty: the built-in demo
    VendorMood vendor = VendorMood::Documented;                       ///< Real: such scenarios are on at the start
    int events = 0;                                                   ///< so many more are generated
    std::optional<quint64> seed;                                      ///< same seed, same ids and numbers
    QList<FaultRule> spells;                                          ///< what befalls which request
    QList<Activation> scenarios;                                      ///< switched on from the start
    ControlDoor control = ControlDoor::Shut;
    Clock clock; ///< for tests; empty: the computer's time and the skew, monotonic
};

/// A ticket vendor in a box: the order API, v1, and its payment page, over real HTTP on 127.0.0.1. Lives wholly in
/// the thread that creates it, which must run an event loop; see SandboxThread for one of its own.
class SandboxServer : public QObject
{
    Q_OBJECT

public:
    explicit SandboxServer(Options options, QObject *parent = nullptr);
    /// With a board that somebody else has as well; it must outlive the server.
    SandboxServer(Options options, ScenarioBoard &board, QObject *parent = nullptr);
    ~SandboxServer() override;

    /// Reads the catalogue and begins to listen. Gives `url()`, or a sentence about what is wrong. Once.
    [[nodiscard]] tl::expected<QUrl, QString> start();

    /// `http://127.0.0.1:<port>`; valid once started.
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] QString key() const;
    /// `http://127.0.0.1:<another port>/control`; empty where the door is shut.
    [[nodiscard]] QUrl controlUrl() const;
    [[nodiscard]] ScenarioBoard &scenarios() { return m_board; }

    /// For tests: so much time is over at once, at the vendor and on the line. Once started.
    void skip(std::chrono::milliseconds time);

private:
    struct Parts;

    [[nodiscard]] bool openControl();

    Options m_options;
    ScenarioBoard m_ownBoard;
    ScenarioBoard &m_board;
    QUrl m_url;
    QUrl m_controlUrl;
    std::chrono::milliseconds m_skipped{0};
    std::unique_ptr<Parts> m_parts;
};

} // namespace okoshko::sandbox
