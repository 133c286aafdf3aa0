// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

namespace okoshko::test {

/// A vendor with several partners before a sandbox that has one: each key is let in as the sandbox's own, and the
/// answers to it name its partner. A key that it does not know goes through as it is, and is refused.
class PartnerFront final : public QObject
{
    Q_OBJECT
public:
    /// \a server and \a key are the sandbox's.
    PartnerFront(const QUrl &server, const QByteArray &key, QObject *parent = nullptr);

    [[nodiscard]] QUrl url() const;
    void know(const QByteArray &key, const QByteArray &partner) { m_partners.insert(key, partner); }
    void forget(const QByteArray &key) { m_partners.remove(key); }
    /// No answer comes any more.
    void holdAnswers() { m_isHolding = true; }
    /// Requests that would have changed something.
    [[nodiscard]] qsizetype changes() const { return m_changes; }

private:
    void onConnection();
    [[nodiscard]] QByteArray translated(QByteArray request, QByteArray &partner);

    quint16 m_behind;
    QByteArray m_key;
    QHash<QByteArray, QByteArray> m_partners;
    qsizetype m_changes = 0;
    bool m_isHolding = false;
    QTcpServer m_server;
};

} // namespace okoshko::test
