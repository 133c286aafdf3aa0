// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

namespace okoshko {

/// Whether \a host (as QUrl::host() gives it) is this very computer: the one place where plain HTTP is acceptable
/// (vendor documentation).
[[nodiscard]] bool isLoopback(const QString &host);

/// Whether \a url leads to a host by a way that nobody can listen in on: https, or http to this very computer.
[[nodiscard]] bool isPrivateWay(const QUrl &url);

/// Why a text is no address of a server that a key may be sent to.
enum class AddressFault {
    Empty,
    NoScheme,  ///< `api.example.org`
    PlainHttp, ///< `http://`, elsewhere than on this computer
    Scheme,    ///< another than https
    More,      ///< a path, a query, a fragment or a user: `https://api.example.org/v1`
    Malformed,
};

/// Whether what is sold at a server is real.
enum class Environment {
    Live,
    Staging, ///< a trial server: nothing is really sold
};

/// Scheme, host and port in \a text, and nothing else: `https://api.example.org`.
[[nodiscard]] tl::expected<QUrl, AddressFault> parseServerAddress(const QString &text);

/// A server that a counter can be set up for without typing its address.
struct KnownServer
{
    QUrl url;
    Environment environment = Environment::Live;

    friend bool operator==(const KnownServer &, const KnownServer &) = default;
};

/// The vendor's own, the likeliest first. Integrations of these years call the first one for this generation, too; the
/// recording has the second, and whether that still answers is not known (public payloads; the recording).
[[nodiscard]] QList<KnownServer> vendorServers();
[[nodiscard]] QUrl stagingServer();

} // namespace okoshko
