// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start/ConnectionTest.h"

#include "models/api/v1/V1Api.h"
#include "models/api/v1/V1Decode.h"

namespace okoshko {

std::unique_ptr<ConnectionCheck> makeConnectionTest(const QUrl &server, const QByteArray &key)
{
    HttpClient::Config config;
    config.server = server;
    config.key = key;
    config.readWords = v1::readServerWords;
    return std::make_unique<ConnectionCheck>(config,
                                             [](HttpClient &http) { return std::make_unique<v1::V1Api>(http); });
}

} // namespace okoshko
