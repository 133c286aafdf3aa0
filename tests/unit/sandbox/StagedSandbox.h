// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Desk.h"
#include "Wire.h"

#include <QObject>
#include <atomic>

/// A sandbox over real sockets with a clock that stands until it is told otherwise, scenarios, and a seller's ways to
/// ask. A new one for each test.
class StagedSandbox : public QObject, protected Wire
{
    Q_OBJECT

protected:
    /// Begins anew, with the clock at noon and nothing on the board.
    void open(const QList<okoshko::sandbox::Activation> &scenarios = {});
    void close() { m_sandbox.reset(); }

    void pass(std::chrono::milliseconds time) { *m_passed += time.count(); }
    /// So much of what the sandbox itself waits for by the computer's time is over at once.
    void skip(std::chrono::milliseconds time) { m_sandbox->thread.skip(time); }
    [[nodiscard]] okoshko::sandbox::ScenarioBoard &board() { return m_sandbox->thread.scenarios(); }
    /// Switched on as somebody would by name.
    void arm(const QByteArray &name, const QByteArray &on = {}, const QByteArray &times = {});

    /// An answer: its status, and what it says.
    struct Said
    {
        int status = 0;
        QJsonDocument json;
        QByteArray body;

        [[nodiscard]] QJsonObject order() const { return json.object(); }
        [[nodiscard]] QString text(const char *field) const { return json[QLatin1String(field)].toString(); }
        [[nodiscard]] qsizetype tickets() const { return json[QStringLiteral("tickets")].toArray().size(); }
    };
    Said tell(const QByteArray &method, const QString &target, const QByteArray &body = {});
    Said create(const QString &event, const QString &set, int count);
    Said change(const QString &order, const QByteArray &body);
    /// Creates an order of one ticket, chooses and starts; the demo's event has a page, the club's has none.
    Said started(const QString &event, const QString &set);
    /// The event as it is on sale; empty if it is not.
    QJsonObject event(const QString &id);
    int vacant(const QString &eventId, const QString &set);
    static okoshko::sandbox::Instant moment(const QJsonValue &text);
    static okoshko::sandbox::Instant noon();

private:
    std::shared_ptr<std::atomic<qint64>> m_passed; ///< the sandbox reads it in its own thread
    std::unique_ptr<Sandbox> m_sandbox;
};
