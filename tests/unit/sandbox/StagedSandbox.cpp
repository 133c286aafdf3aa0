// SPDX-License-Identifier: GPL-3.0-or-later
#include "StagedSandbox.h"

#include <QTest>

using namespace okoshko::sandbox;

void StagedSandbox::open(const QList<Activation> &scenarios)
{
    close();
    m_passed = std::make_shared<std::atomic<qint64>>(0);
    Options options;
    options.clock = [passed = m_passed] { return noon() + std::chrono::milliseconds(*passed); };
    options.scenarios = scenarios;
    m_sandbox = std::make_unique<Sandbox>(options);
    m_url = m_sandbox->thread.url();
}

void StagedSandbox::arm(const QByteArray &name, const QByteArray &on, const QByteArray &times)
{
    const auto activation =
        parseActivation(QString::fromLatin1(name), QString::fromLatin1(on), QString::fromLatin1(times));
    QVERIFY2(activation, name.constData());
    board().arm(*activation);
}

StagedSandbox::Said StagedSandbox::tell(const QByteArray &method, const QString &target, const QByteArray &body)
{
    const auto reply = ask(method, target, body);
    const QByteArray said = reply->readAll();
    return {status(*reply), QJsonDocument::fromJson(said), said};
}

StagedSandbox::Said StagedSandbox::create(const QString &event, const QString &set, int count)
{
    const QJsonObject body{{QStringLiteral("event"), event},
                           {QStringLiteral("random"), QJsonObject{{set, count}}},
                           {QStringLiteral("all_or_nothing"), true}};
    return tell("POST", QStringLiteral("/v1/resources/orders"), QJsonDocument(body).toJson());
}

StagedSandbox::Said StagedSandbox::change(const QString &order, const QByteArray &body)
{
    return tell("PATCH", QStringLiteral("/v1/resources/orders/") + order, body);
}

StagedSandbox::Said StagedSandbox::started(const QString &event, const QString &set)
{
    const QString order = create(event, set, 1).text("id");
    change(order, R"({"payment": {"system": "api/BASE"}})");
    return change(order, R"({"status": "in_progress"})");
}

QJsonObject StagedSandbox::event(const QString &id)
{
    for (const QJsonValue &event : tell("GET", QStringLiteral("/v1/services/simple/events")).json.array()) {
        if (event[QStringLiteral("id")].toString() == id)
            return event.toObject();
    }
    return {};
}

int StagedSandbox::vacant(const QString &eventId, const QString &set)
{
    for (const QJsonValue &item : event(eventId).value(QStringLiteral("sets")).toArray()) {
        if (item[QStringLiteral("id")].toString() == set)
            return item[QStringLiteral("amount_vacant")].toInt();
    }
    return -1;
}

Instant StagedSandbox::moment(const QJsonValue &text)
{
    return parseIso(text.toString(), false).value_or(Instant());
}

Instant StagedSandbox::noon()
{
    return *parseIso(QStringLiteral("2026-03-02T12:00:00.250+00:00"), false);
}
