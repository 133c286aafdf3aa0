// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ServerAddress.h"

#include "models/domain/Text.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace okoshko {

bool isLoopback(const QString &host)
{
    // Only names and literals that need no name server.
    return host == QLatin1StringView("localhost") || QHostAddress(host).isLoopback();
}

bool isSecureUrl(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1StringView("https") ||
            (url.scheme() == QLatin1StringView("http") && isLoopback(url.host())));
}

tl::expected<QUrl, AddressFault> parseServerAddress(const QString &text)
{
    const QString address = typedText(text);
    if (address.isEmpty())
        return tl::unexpected(AddressFault::Empty);
    if (!address.contains(u"://"))
        return tl::unexpected(AddressFault::NoScheme);
    QUrl url(address, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return tl::unexpected(AddressFault::Malformed);
    if (url.scheme() == u"http" && !isLoopback(url.host()))
        return tl::unexpected(AddressFault::PlainHttp);
    if (url.scheme() != u"http" && url.scheme() != u"https")
        return tl::unexpected(AddressFault::Scheme);
    if (url.path() == u"/")
        url.setPath({});
    // QUrl does not report an empty user name before an at sign.
    if (!url.path().isEmpty() || url.hasQuery() || url.hasFragment() || address.contains(u'@'))
        return tl::unexpected(AddressFault::More);
    return url;
}

QList<KnownServer> vendorServers()
{
    return {{QUrl(u"https://ticketscloud.com"_s), Environment::Live},
            {QUrl(u"https://api.ticketscloud.org"_s), Environment::Live},
            {QUrl(u"https://stage.freetc.net"_s), Environment::Staging}};
}

Environment environmentOf(const QUrl &server, Environment said)
{
    for (const KnownServer &known : vendorServers()) {
        if (known.url.host() == server.host())
            return known.environment;
    }
    return said;
}

} // namespace okoshko
