// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start/ConnectionTest.h"

#include "models/api/v1/V1Api.h"
#include "models/api/v1/V1Decode.h"
#include "models/api/v1/V1Requests.h"

namespace okoshko {

std::unique_ptr<ConnectionCheck> makeConnectionTest(const QUrl &server, const QByteArray &key,
                                                    const QList<KnownServer> &known)
{
    QList<QUrl> others;
    for (const KnownServer &other : known) {
        if (other.stand == Stand::Live && other.url != server)
            others << other.url;
    }
    if (!known.contains(KnownServer{server, Stand::Live}))
        others.clear();
    HttpClient::Config config;
    config.server = server;
    config.key = key;
    config.readWords = v1::readServerWords;
    return std::make_unique<ConnectionCheck>(
        config, others,
        ConnectionCheck::Generation{{v1::keylessRequest(), v1::isAnswerToKeyless, v1::isOfALaterGeneration},
                                    [](HttpClient &http) { return std::make_unique<v1::V1Api>(http); }});
}

} // namespace okoshko
