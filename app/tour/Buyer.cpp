// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/Buyer.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRegularExpression>

#include <chrono>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

constexpr auto patience = std::chrono::seconds(10);

QNetworkRequest requestFor(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setTransferTimeout(static_cast<int>(std::chrono::milliseconds(patience).count()));
    return request;
}

} // namespace

void Buyer::pay(const QUrl &page)
{
    QNetworkReply *reply = m_network.get(requestFor(page));
    reply->setParent(this);
    connect(reply, &QNetworkReply::finished, this, [this, reply, page] {
        reply->deleteLater();
        if (reply->error() == QNetworkReply::NoError)
            pressPay(page, reply->readAll());
        else
            Q_EMIT gaveUp(reply->errorString());
    });
}

void Buyer::pressPay(const QUrl &page, const QByteArray &html)
{
    // The form that contains the button with id "pay".
    static const QRegularExpression form(u"<form[^>]*action=\"([^\"]+)\"[^>]*>(?:(?!</form>).)*id=\"pay\""_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    const auto match = form.match(QString::fromUtf8(html));
    if (!match.hasMatch()) {
        Q_EMIT gaveUp(u"the page has no Pay button"_s);
        return;
    }
    QNetworkRequest request = requestFor(page.resolved(QUrl(match.captured(1).replace(u"&amp;"_s, u"&"_s))));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    QNetworkReply *reply = m_network.post(request, QByteArray());
    reply->setParent(this);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        if (reply->error() == QNetworkReply::NoError)
            Q_EMIT paid();
        else
            Q_EMIT gaveUp(reply->errorString());
    });
}

} // namespace okoshko
