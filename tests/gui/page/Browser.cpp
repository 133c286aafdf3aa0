// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/page/Browser.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

QJsonObject capabilities(const QString &profile, const QString &language)
{
    // --no-sandbox: tests may run as root in a bare container. The rest keeps it from looking for a network.
    const QJsonArray arguments{u"--headless=new"_s,
                               u"--no-sandbox"_s,
                               u"--disable-gpu"_s,
                               u"--disable-dev-shm-usage"_s,
                               u"--disable-quic"_s,
                               u"--no-first-run"_s,
                               u"--disable-background-networking"_s,
                               u"--disable-component-update"_s,
                               u"--disable-sync"_s,
                               u"--window-size=900,700"_s,
                               u"--user-data-dir="_s + profile,
                               u"--lang="_s + language,
                               u"--accept-lang="_s + language};
    const QJsonObject options{{u"args"_s, arguments},
                              {u"prefs"_s, QJsonObject{{u"intl.accept_languages"_s, language}}}};
    const QJsonObject wanted{{u"browserName"_s, u"chrome"_s}, {u"goog:chromeOptions"_s, options}};
    return {{u"capabilities"_s, QJsonObject{{u"alwaysMatch"_s, wanted}}}};
}

} // namespace

bool Browser::start(const QString &language)
{
    m_driver.setProcessChannelMode(QProcess::MergedChannels);
    m_driver.start(u"chromedriver"_s, {u"--port=0"_s});
    static const QRegularExpression started(u"successfully on port (\\d+)"_s);
    QString said;
    while (m_url.isEmpty() && m_driver.waitForReadyRead(60000)) {
        said += QString::fromUtf8(m_driver.readAll());
        if (const auto match = started.match(said); match.hasMatch())
            m_url = QUrl(u"http://127.0.0.1:"_s + match.captured(1));
    }
    if (m_url.isEmpty()) {
        m_why = u"chromedriver: "_s + said + m_driver.errorString();
        return false;
    }
    m_session = ask("POST", u"/session"_s, capabilities(m_profile.path(), language))[u"sessionId"].toString();
    return !m_session.isEmpty();
}

Browser::~Browser()
{
    if (!m_session.isEmpty())
        ask("DELETE", u"/session/"_s + m_session);
    m_driver.terminate();
    if (!m_driver.waitForFinished(30000))
        m_driver.kill();
    m_driver.waitForFinished();
}

QJsonValue Browser::ask(const QByteArray &verb, const QString &path, const QJsonObject &body)
{
    QUrl url = m_url;
    url.setPath(path);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkReply *reply =
        m_network.sendCustomRequest(request, verb, verb == "POST" ? QJsonDocument(body).toJson() : QByteArray());
    reply->setParent(this);
    QSignalSpy finished(reply, &QNetworkReply::finished);
    if (finished.isEmpty() && !finished.wait(120000)) {
        m_why = u"no answer to "_s + path;
        return {};
    }
    const QJsonValue value = QJsonDocument::fromJson(reply->readAll()).object().value(u"value"_s);
    if (reply->error() != QNetworkReply::NoError)
        m_why = reply->errorString() + u": "_s + value[u"message"].toString();
    const bool good = reply->error() == QNetworkReply::NoError;
    reply->deleteLater();
    return good ? value : QJsonValue();
}

void Browser::open(const QUrl &url)
{
    ask("POST", u"/session/%1/url"_s.arg(m_session), {{u"url"_s, url.toString(QUrl::FullyEncoded)}});
}

QString Browser::element(const QString &css)
{
    const QJsonObject found =
        ask("POST", u"/session/%1/element"_s.arg(m_session), {{u"using"_s, u"css selector"_s}, {u"value"_s, css}})
            .toObject();
    return found.isEmpty() ? QString() : found.begin().value().toString();
}

QString Browser::text(const QString &css)
{
    const QString id = element(css);
    return id.isEmpty() ? QString() : ask("GET", u"/session/%1/element/%2/text"_s.arg(m_session, id)).toString();
}

bool Browser::click(const QString &css)
{
    const QString id = element(css);
    m_why.clear();
    if (!id.isEmpty())
        ask("POST", u"/session/%1/element/%2/click"_s.arg(m_session, id));
    return !id.isEmpty() && m_why.isEmpty();
}

QJsonValue Browser::evaluate(const QString &script)
{
    return ask("POST", u"/session/%1/execute/sync"_s.arg(m_session),
               {{u"script"_s, script}, {u"args"_s, QJsonArray()}});
}

} // namespace okoshko::test
