// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/Loopback.h"

#include <QHostAddress>

namespace okoshko {

bool isLoopback(const QString &host)
{
    // Only names and literals that never ask a name server.
    return host == QLatin1StringView("localhost") || QHostAddress(host).isLoopback();
}

bool isPrivateWay(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1StringView("https") ||
            (url.scheme() == QLatin1StringView("http") && isLoopback(url.host())));
}

} // namespace okoshko
