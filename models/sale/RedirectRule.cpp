// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/RedirectRule.h"

#include "models/domain/Loopback.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace okoshko {

Opening judgeRedirect(const QUrl &url)
{
    return isPrivateWay(url) && !url.authority().contains(u'@') ? Opening::Safe : Opening::Refused;
}

} // namespace okoshko
