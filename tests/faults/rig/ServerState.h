// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QStringList>
#include <QUrl>

namespace okoshko::test {

/// An order in the server's own words.
struct ToldOrder
{
    QString id;
    QString status;
    QString event;
    QStringList sets;    ///< of its price rules
    QStringList tickets; ///< sorted
    QString value;
    QString system; ///< the server's id of the payment system; empty while it tells none
    QUrl page;      ///< where the buyer pays; empty without a page

    [[nodiscard]] bool isHeld() const; ///< its seats are held for a buyer who has not paid
    [[nodiscard]] bool isSold() const; ///< paid, and not given back
    [[nodiscard]] QString briefly() const;
};

/// What the server itself says, asked over a line on which nothing happens, and read by no code of the client's. What
/// is not answered, or not as the protocol says, ends the test program with a message: it is never taken for an empty
/// list. Lives on any thread.
class ServerState final
{
public:
    ServerState(const QUrl &server, const QByteArray &key);

    /// All orders that were ever made.
    [[nodiscard]] QList<ToldOrder> orders();
    /// The state of each ticket of \a event (vacant, reserved, sold), by its id.
    [[nodiscard]] QHash<QString, QString> hall(const QString &event);
    /// As another seller would: an order of \a count tickets.
    ToldOrder make(const QString &event, const QString &set, int count);
    /// The JSON of an order.
    [[nodiscard]] QByteArray json(const QString &order);
    /// The buyer pays at the page.
    void pay(const QUrl &page);

private:
    [[nodiscard]] QNetworkRequest request(const QString &path) const;
    [[nodiscard]] QByteArray answer(QNetworkReply *reply, int status);

    QUrl m_server;
    QByteArray m_key;
    QNetworkAccessManager m_network;
};

} // namespace okoshko::test
