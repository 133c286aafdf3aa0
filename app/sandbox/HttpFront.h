// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/Api.h"
#include "app/sandbox/PaymentPage.h"

#include <functional>
#include <vector>

namespace okoshko::sandbox {

/// Answers requests: routes, key, the checks of bodies and parameters common to all calls, active scenarios, and the
/// common headers. No sockets.
class HttpFront
{
public:
    static constexpr qsizetype maxBody = 1024 * 1024;

    /// All but `key` must outlive this.
    HttpFront(Vendor &vendor, ScenarioBoard &board, QString key, const QUrl &publicUrl);

    [[nodiscard]] Reply answer(const Request &request);

private:
    struct Route
    {
        QByteArray method;
        QStringList path; ///< `:id` matches any one segment
        std::function<Reply(const Call &)> handle;
    };

    void addRoute(const QByteArray &method, const QString &path, std::function<Reply(const Call &)> handle);
    [[nodiscard]] Reply underScenarios(const Request &request);
    [[nodiscard]] Reply dispatch(const Request &request, RequestKind kind);
    [[nodiscard]] std::optional<Reply> refuseUnauthorized(const Request &request) const;
    [[nodiscard]] std::optional<Reply> readApiCall(Call &call) const;

    Vendor &m_vendor;
    ScenarioEngine m_engine;
    QString m_key;
    Api m_api;
    PaymentPage m_page;
    std::vector<Route> m_routes;
};

} // namespace okoshko::sandbox
