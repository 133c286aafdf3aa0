// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/tls/OldTlsPeer.h"

#include <QFile>
#include <QNetworkProxy>
#include <QSslSocket>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("No file to write the certificate into");
}

} // namespace

OldTlsPeer::OldTlsPeer(const Certificates::Identity &identity)
{
    write(m_dir.filePath(u"peer.pem"_s), identity.certificate.toPem() + identity.key.toPem());
    m_openssl.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); }); // it does not outlive the test
    m_openssl.start(u"openssl"_s,
                    {u"s_server"_s, u"-accept"_s, u"127.0.0.1:0"_s, u"-cert"_s, m_dir.filePath(u"peer.pem"_s),
                     u"-tls1_1"_s, u"-cipher"_s, u"AES256-SHA:AES128-SHA:@SECLEVEL=0"_s});
    const QByteArray lead = "ACCEPT 127.0.0.1:";
    const bool isThere = QTest::qWaitFor([&] { return heard().contains(lead) && m_said.endsWith('\n'); }, 20000);
    const auto from = m_said.indexOf(lead) + lead.size();
    m_port = m_said.mid(from, m_said.indexOf('\n', from) - from).trimmed().toUShort();
    if (!isThere || m_port == 0)
        qFatal("openssl s_server does not listen: %s", m_openssl.readAllStandardError().constData());
}

OldTlsPeer::~OldTlsPeer()
{
    m_openssl.kill();
    m_openssl.waitForFinished();
}

QUrl OldTlsPeer::url() const
{
    return QUrl(u"https://127.0.0.1:%1"_s.arg(m_port));
}

qsizetype OldTlsPeer::handshakes()
{
    return heard().count("CIPHER is ");
}

QByteArray OldTlsPeer::heard()
{
    m_said += m_openssl.readAllStandardOutput();
    return m_said;
}

bool OldTlsPeer::isOpenToLenientClient()
{
    const QByteArray word = "said by the lenient client\n";
    const auto before = heard().count(word);
    QSslSocket client;
    client.setProxy(QNetworkProxy::NoProxy);
    client.setProtocol(QSsl::AnyProtocol);
    client.connectToHostEncrypted(u"127.0.0.1"_s, m_port);
    if (!client.waitForEncrypted(20000)) {
        qWarning().noquote() << "the lenient client:" << client.errorString();
        return false;
    }
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    const bool isOld = client.sessionProtocol() == QSsl::TlsV1_1;
    QT_WARNING_POP
    client.write(word);
    return isOld && QTest::qWaitFor([&] { return heard().count(word) == before + 1; }, 20000);
}
