// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QNetworkAccessManager>
#include <QObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace okoshko::test {

/// A real headless Chromium, driven over WebDriver as a person's hands would: one window, its own empty profile, no
/// network but loopback. Ends with its object.
class Browser final : public QObject
{
    Q_OBJECT
public:
    /// Starts ChromeDriver and a browser whose pages are asked for in \a language ("ru", "en").
    [[nodiscard]] bool start(const QString &language);
    ~Browser() override;

    void open(const QUrl &url);
    [[nodiscard]] QString text(const QString &css); ///< of the first element that matches; empty if none does
    [[nodiscard]] bool click(const QString &css);
    [[nodiscard]] QJsonValue evaluate(const QString &script);
    [[nodiscard]] QString why() const { return m_why; } ///< the driver's last complaint

private:
    QJsonValue ask(const QByteArray &verb, const QString &path, const QJsonObject &body = {});
    [[nodiscard]] QString element(const QString &css);

    QProcess m_driver;
    QTemporaryDir m_profile;
    QNetworkAccessManager m_network;
    QUrl m_url;
    QString m_session;
    QString m_why;
};

} // namespace okoshko::test
