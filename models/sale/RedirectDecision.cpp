// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/RedirectDecision.h"

#include "models/domain/ServerAddress.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace okoshko {

RedirectDecision decideRedirect(const QUrl &url)
{
    return isSecureUrl(url) && !url.authority().contains(u'@') ? RedirectDecision::Open : RedirectDecision::Refuse;
}

} // namespace okoshko
