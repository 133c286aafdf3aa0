// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

namespace okoshko {

/// Whether \a host (from QUrl::host()) is this computer, the only host for plain HTTP (vendor documentation).
[[nodiscard]] bool isLoopback(const QString &host);

/// Whether \a url cannot be intercepted: https, or http to this computer.
[[nodiscard]] bool isSecureUrl(const QUrl &url);

/// Why a text is no valid server address.
enum class AddressFault {
    Empty,
    NoScheme,  ///< `api.example.org`
    PlainHttp, ///< `http://` to another computer
    Scheme,    ///< other than https
    More,      ///< a path, a query, a fragment or a user: `https://api.example.org/v1`
    Malformed,
};

/// Whether a server sells real tickets.
enum class Environment {
    Live,
    Staging, ///< a trial server: nothing is sold
};

/// Parses scheme, host and optional port: `https://api.example.org`.
[[nodiscard]] tl::expected<QUrl, AddressFault> parseServerAddress(const QString &text);

/// A server that is offered for selection at the set-up.
struct KnownServer
{
    QUrl url;
    Environment environment = Environment::Live;

    friend bool operator==(const KnownServer &, const KnownServer &) = default;
};

/// The vendor's servers, the likeliest first. Current integrations use the first one for this generation (public
/// payloads); the recording uses the second, and it is unknown whether that still answers.
[[nodiscard]] QList<KnownServer> vendorServers();
/// What \a server is: for the vendor's servers the list says it, for another \a said, which a person has chosen.
[[nodiscard]] Environment environmentOf(const QUrl &server, Environment said);

} // namespace okoshko
