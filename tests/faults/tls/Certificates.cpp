// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/tls/Certificates.h"

#include <QDateTime>
#include <QDebug>
#include <QFile>
#include <QProcess>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace {

/// As `openssl ca` wants its dates.
QString day(int fromNow)
{
    return QDateTime::currentDateTimeUtc().addDays(fromNow).toString(u"yyyyMMddhhmmss'Z'"_s);
}

} // namespace

Certificates::Certificates()
{
    m_isValid = m_dir.isValid();
    for (const QString &name : {u"trusted"_s, u"stranger"_s})
        makeAuthority(name);
}

void Certificates::makeAuthority(const QString &name)
{
    makeKey(name, Recipe::Key::Ec);
    run({u"req"_s, u"-x509"_s, u"-new"_s, u"-key"_s, file(name + u".key"_s), u"-out"_s, file(name + u".pem"_s),
         u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=Authority "_s + name, u"-addext"_s, u"keyUsage=critical,keyCertSign"_s});
}

Certificates::Identity Certificates::make(const QString &name, const Recipe &recipe)
{
    const QString signer = recipe.authority.isEmpty() ? name : recipe.authority;
    makeKey(name, recipe.key);
    run({u"req"_s, u"-new"_s, u"-key"_s, file(name + u".key"_s), u"-out"_s, file(name + u".csr"_s), u"-subj"_s,
         u"/CN=Server "_s + name});
    // `openssl ca` alone can date a certificate; it wants books to keep.
    write(name + u".txt"_s, {});
    write(name + u".cnf"_s, "[ca]\ndefault_ca = it\n"
                            "[it]\ndatabase = " +
                                file(name + u".txt"_s).toUtf8() +
                                "\n"
                                "new_certs_dir = " +
                                m_dir.path().toUtf8() +
                                "\n"
                                "rand_serial = yes\ndefault_md = sha256\npolicy = any\nx509_extensions = server\n"
                                "[any]\ncommonName = supplied\n"
                                "[server]\nbasicConstraints = CA:FALSE\nextendedKeyUsage = serverAuth\n"
                                "subjectAltName = " +
                                recipe.names.toUtf8() + "\n");
    QStringList arguments{u"ca"_s,
                          u"-batch"_s,
                          u"-notext"_s,
                          u"-config"_s,
                          file(name + u".cnf"_s),
                          u"-in"_s,
                          file(name + u".csr"_s),
                          u"-out"_s,
                          file(name + u".pem"_s),
                          u"-startdate"_s,
                          day(recipe.firstDay),
                          u"-enddate"_s,
                          day(recipe.lastDay),
                          u"-keyfile"_s,
                          file(signer + u".key"_s)};
    if (recipe.authority.isEmpty())
        arguments << u"-selfsign"_s;
    else
        arguments << u"-cert"_s << file(signer + u".pem"_s);
    run(arguments);

    QFile keyFile(file(name + u".key"_s));
    const bool isOpen = keyFile.open(QIODevice::ReadOnly);
    Identity made{read(name),
                  isOpen ? QSslKey(&keyFile, recipe.key == Recipe::Key::Ec ? QSsl::Ec : QSsl::Rsa) : QSslKey()};
    m_isValid = m_isValid && !made.certificate.isNull() && !made.key.isNull();
    return made;
}

void Certificates::trust() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({authority()});
    QSslConfiguration::setDefaultConfiguration(configuration);
}

QSslCertificate Certificates::read(const QString &name) const
{
    return QSslCertificate::fromPath(file(name + u".pem"_s)).value(0);
}

void Certificates::makeKey(const QString &name, Recipe::Key kind)
{
    if (kind == Recipe::Key::Rsa) {
        run({u"genrsa"_s, u"-out"_s, file(name + u".key"_s), u"2048"_s});
        return;
    }
    run({u"ecparam"_s, u"-name"_s, u"prime256v1"_s, u"-genkey"_s, u"-noout"_s, u"-out"_s, file(name + u".key"_s)});
}

void Certificates::run(const QStringList &arguments)
{
    QProcess openssl;
    openssl.setProcessChannelMode(QProcess::MergedChannels);
    openssl.start(u"openssl"_s, arguments);
    if (openssl.waitForFinished() && openssl.exitStatus() == QProcess::NormalExit && openssl.exitCode() == 0)
        return;
    m_isValid = false;
    qCritical().noquote() << "openssl" << arguments.join(u' ') << openssl.errorString() << openssl.readAll();
}

void Certificates::write(const QString &name, const QByteArray &bytes)
{
    QFile target(file(name));
    m_isValid = target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size() && m_isValid;
}
