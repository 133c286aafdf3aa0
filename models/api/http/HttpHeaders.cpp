// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/http/HttpHeaders.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == u"https" ? 443 : 80); };
    return a.isValid() && b.isValid() && a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

QString partnerIn(const QByteArray &header)
{
    constexpr qsizetype maxLetters = 64;
    const bool isWord = header.size() <= maxLetters &&
                        std::all_of(header.cbegin(), header.cend(), [](char c) { return c > ' ' && c < '\x7f'; });
    return isWord ? QString::fromLatin1(header) : QString();
}

} // namespace okoshko
