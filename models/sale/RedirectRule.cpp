// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/RedirectRule.h"

#include "models/domain/Loopback.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace okoshko {

Opening judgeRedirect(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || url.authority().contains(u'@'))
        return Opening::Refused;
    if (url.scheme() == u"https")
        return Opening::Safe;
    return url.scheme() == u"http" && isLoopback(url.host()) ? Opening::Safe : Opening::Refused;
}

} // namespace okoshko
