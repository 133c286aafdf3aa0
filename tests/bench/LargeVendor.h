// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QUrl>

namespace okoshko::bench {

/// A server with ten thousand events, in pages of at most two hundred, and a thousand orders. The events are as large
/// as those of public payloads, some 5 KB: organiser and partner with their contacts, three sets with two price rules
/// each, a description, a city with names in sixty languages. A process of its own: this program, started with
/// `--vendor`.
class LargeVendor
{
public:
    static constexpr int events = 10'000;
    static constexpr int orders = 1'000;

    LargeVendor();
    ~LargeVendor(); ///< ends it

    LargeVendor(const LargeVendor &) = delete;
    LargeVendor &operator=(const LargeVendor &) = delete;

    [[nodiscard]] const QUrl &url() const { return m_url; }
    [[nodiscard]] static QByteArray key() { return "047bdb8bcee44d3693371920aaf9135c"; }

    /// That process's whole life.
    [[nodiscard]] static int serve(int argc, char **argv);

private:
    QProcess m_process;
    QUrl m_url;
};

} // namespace okoshko::bench
