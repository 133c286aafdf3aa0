// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

namespace okoshko {

/// The tour's buyer: opens the payment page over HTTP, as a browser does, and presses Pay. Works only with the
/// sandbox's page, whose Pay button is a form without scripts.
class Buyer final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void pay(const QUrl &page);

Q_SIGNALS:
    void paid();
    void gaveUp(const QString &why);

private:
    void pressPay(const QUrl &page, const QByteArray &html);

    QNetworkAccessManager m_network;
};

} // namespace okoshko
