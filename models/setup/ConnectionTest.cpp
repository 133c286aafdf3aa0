// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/setup/ConnectionTest.h"

#include "models/setup/KeylessProbe.h"

#include <QDateTime>
#include <QLoggingCategory>

#include <algorithm>

namespace okoshko {

ConnectionTest::ConnectionTest(const HttpClient::Config &config, const QList<QUrl> &others,
                               const Generation &generation, QObject *parent)
    : QObject(parent)
    , m_http(config, m_clock)
    , m_api(generation.makeApi(m_http))
{
    for (const QUrl &server : QList{config.server} + others) {
        HttpClient::Config its = config;
        its.server = server;
        m_probes << new KeylessProbe(its, generation.keyless, this);
        connect(m_probes.last(), &KeylessProbe::answered, this, &ConnectionTest::onKeyless);
    }
}

ConnectionTest::~ConnectionTest() = default;

void ConnectionTest::start()
{
    for (KeylessProbe *probe : std::as_const(m_probes))
        probe->start();
}

void ConnectionTest::onKeyless()
{
    const auto &tested = m_probes.first()->answer();
    if (m_isFinished || m_isKeyUsed || !tested)
        return;
    if (!tested->failure) {
        m_isKeyUsed = true;
        m_api->events(
            this,
            [this](const QList<Event> &page) {
                m_report.eventsOnSale += static_cast<int>(
                    std::count_if(page.cbegin(), page.cend(), [](const Event &event) { return event.isOnSale(); }));
            },
            [this](const Result<EventListEnd> &end) { onEvents(end); });
        return;
    }
    // Waits for the other servers, which may be proposed.
    const QList<KeylessAnswer> others = othersAnswers();
    const bool isOneRight =
        std::any_of(others.cbegin(), others.cend(), [](const KeylessAnswer &other) { return !other.failure; });
    if (isOneRight || others.size() == m_probes.size() - 1)
        finish(tl::unexpected(*tested->failure));
}

QList<KeylessAnswer> ConnectionTest::othersAnswers() const
{
    QList<KeylessAnswer> answers;
    for (const KeylessProbe *probe : m_probes.mid(1)) {
        if (probe->answer())
            answers << *probe->answer();
    }
    return answers;
}

void ConnectionTest::onEvents(const Result<EventListEnd> &end)
{
    if (!end)
        return fail(end.error());
    // Events may be public: only reading orders tests the key.
    OrderQuery none;
    none.limit = 0;
    m_api->orders(none, this, [this](const auto &orders) { onOrders(orders); });
}

void ConnectionTest::onOrders(const Result<OrderList> &orders)
{
    using std::chrono::milliseconds;
    using std::chrono::round;
    using std::chrono::seconds;
    if (!orders)
        return fail(orders.error());
    const ConnectionState &connection = m_http.connection();
    m_report.partner = connection.partner;
    m_report.lag = connection.lag.value_or(milliseconds(0));
    if (m_clock.isSynchronised())
        m_report.clockAhead = round<seconds>(m_clock.now() - toInstant(QDateTime::currentDateTimeUtc()));
    if (m_report.partner.isEmpty()) // every answer of the vendor has it (vendor documentation)
        return fail({.kind = ErrorKind::WrongShape, .field = QStringLiteral("X-Partner")});
    finish(m_report);
}

void ConnectionTest::fail(const ApiError &error)
{
    qCWarning(setupLog).noquote() << "connection test:" << error.toLogLine();
    finish(tl::unexpected(connectionFailure(error, m_http.connection().tls)));
}

void ConnectionTest::finish(const tl::expected<ConnectionReport, ConnectionFailure> &result)
{
    m_isFinished = true;
    ConnectionTestResult outcome{result, othersAnswers(), {}};
    const auto right = std::find_if(outcome.others.cbegin(), outcome.others.cend(),
                                    [](const KeylessAnswer &other) { return !other.failure; });
    if (!m_isKeyUsed && right != outcome.others.cend())
        outcome.proposal = right->server;
    Q_EMIT finished(outcome);
}

} // namespace okoshko
