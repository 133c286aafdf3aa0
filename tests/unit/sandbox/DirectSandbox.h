// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/HttpFront.h"
#include "app/sandbox/Vendor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// Ids of the built-in demo that the tests use.
namespace demo {
inline const QString key = QStringLiteral("047bdb8bcee44d3693371920aaf9135c");
inline const QString partner = QStringLiteral("56810047f06c5a6ac62f4e1d");
inline const QString event = QStringLiteral("56a6253df06c5a059a93802e"); ///< the recorded one; redirects
inline const QString set = QStringLiteral("56a6254bf06c5a059b93800c");
inline const QString hallEvent = QStringLiteral("b796b6202fe14dc7b8a21fd8"); ///< with seats
inline const QString hallSet = QStringLiteral("7b340a9a0d5eb7ab8f9c39d7");
inline const QString clubEvent = QStringLiteral("7c5dc498be9a4f9bfc4fad21"); ///< the seller collects
inline const QString clubSet = QStringLiteral("f30ce6d791b9de451b931a4d");   ///< 1500.00 + 150.00
inline const QString clubSoldOut = QStringLiteral("0cffc183791ce56b10188a33");
inline const QString lastEvent = QStringLiteral("c9776a01eb7fda5dd2448035"); ///< one ticket left
inline const QString lastSet = QStringLiteral("4a3ee02338486ac8d57eda6d");
inline const QString freeEvent = QStringLiteral("c65fe2e6a148b2afec1e4ff1");
inline const QString freeSet = QStringLiteral("53e0f4c1d9988bb38e9305ec");
inline const QString jazzEvent = QStringLiteral("597d872e7fe181b89218e02f"); ///< its price rises in 15 minutes
inline const QString jazzSet = QStringLiteral("759613a997fe73ed9b024027");
} // namespace demo

/// An answer, read.
struct Answer
{
    okoshko::sandbox::Reply reply;

    [[nodiscard]] int status() const { return reply.status; }
    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(reply.body).object(); }
    [[nodiscard]] QJsonArray array() const { return QJsonDocument::fromJson(reply.body).array(); }
    [[nodiscard]] QString text(const char *field) const { return object().value(QLatin1String(field)).toString(); }
    [[nodiscard]] QString id() const { return text("id"); }
    [[nodiscard]] QJsonArray tickets() const { return object().value(QStringLiteral("tickets")).toArray(); }
    [[nodiscard]] QJsonObject payment() const { return object().value(QStringLiteral("payment")).toObject(); }
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

/// The sandbox without its sockets: the demo, a clock that moves by pass() alone, and short ways to ask.
class DirectSandbox
{
public:
    explicit DirectSandbox(okoshko::sandbox::Orders::Terms terms = {}, std::optional<quint64> seed = {});

    void pass(std::chrono::milliseconds time) { m_now += time; }
    [[nodiscard]] okoshko::sandbox::ScenarioBoard &board() { return m_board; }

    /// `target`: path and query, `/v1/resources/orders?page=2`. A body makes it JSON.
    Answer ask(const QByteArray &method, const QString &target, const QByteArray &body = {});
    Answer ask(const okoshko::sandbox::Request &request) { return {m_front.answer(request)}; }
    [[nodiscard]] okoshko::sandbox::Request request(const QByteArray &method, const QString &target,
                                                    const QByteArray &body = {}) const;

    Answer reserve(const QString &event, const QString &set, int count, const QByteArray &more = {});
    Answer reserve(const QString &event, const QStringList &tickets, const QByteArray &more = {});
    Answer change(const QString &order, const QByteArray &body);
    Answer read(const QString &order);
    /// The order's way to `in_progress` by `api/BASE`.
    Answer begin(const QString &order);
    /// Reserves, begins, and has the payment page paid or the seller confirm.
    Answer sell(const QString &event, const QString &set, int count);
    /// The path of the payment page of an order in progress.
    QString payPath(const QString &order);
    int vacant(const QString &event, const QString &set);
    /// Ids of the seats of an event that are still on sale.
    QStringList seats(const QString &event);

private:
    okoshko::sandbox::ScenarioBoard m_board;
    okoshko::sandbox::Instant m_now;
    QUrl m_url;
    okoshko::sandbox::Vendor m_vendor;
    okoshko::sandbox::HttpFront m_front;
};
