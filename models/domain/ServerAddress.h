// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

namespace okoshko {

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
enum class Stand {
    Live,
    Staging, ///< a trial server: nothing is really sold
};

/// Scheme, host and port in \a text, and nothing else: `https://api.example.org`.
[[nodiscard]] tl::expected<QUrl, AddressFault> parseServerAddress(const QString &text);

/// The vendor's own servers (vendor documentation; the vendor's second generation).
[[nodiscard]] QUrl productionServer();
[[nodiscard]] QUrl stagingServer();

} // namespace okoshko
