// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/RedirectRule.h"

#include <QHostAddress>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace okoshko {

Opening judgeRedirect(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return Opening::Refused;
    if (url.scheme() == u"https")
        return Opening::Safe;
    const bool loopback = url.host() == u"localhost" || QHostAddress(url.host()).isLoopback();
    return url.scheme() == u"http" && loopback ? Opening::Safe : Opening::Refused;
}

} // namespace okoshko
