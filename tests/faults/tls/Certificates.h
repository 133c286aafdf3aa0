// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslKey>
#include <QString>
#include <QTemporaryDir>

/// Certificates of all sorts, made anew by the `openssl` command for each run of a test; gone with this.
class Certificates final
{
public:
    /// How a server's certificate comes about; as it stands, nothing is wrong with it.
    struct Recipe
    {
        enum class Key { Ec, Rsa };

        QString authority = QStringLiteral("trusted"); ///< who signs; empty = the certificate itself
        QString names = QStringLiteral("IP:127.0.0.1,DNS:localhost,DNS:tickets.example.org");
        int firstDay = -1; ///< counted from now
        int lastDay = 1;
        Key key = Key::Ec;
    };

    /// What a server shows and proves.
    struct Identity
    {
        QSslCertificate certificate;
        QSslKey key;
    };

    /// Makes two authorities, "trusted" and "stranger".
    Certificates();

    /// False if the command is missing or failed; it was logged then.
    [[nodiscard]] bool isValid() const { return m_isValid; }

    [[nodiscard]] QSslCertificate authority() const { return read(QStringLiteral("trusted")); }
    [[nodiscard]] Identity make(const QString &name, const Recipe &recipe);

    /// From here on this process trusts authority() and nobody else.
    void trust() const;

private:
    [[nodiscard]] QString file(const QString &name) const { return m_dir.filePath(name); }
    [[nodiscard]] QSslCertificate read(const QString &name) const;
    void makeAuthority(const QString &name);
    void makeKey(const QString &name, Recipe::Key kind);
    void run(const QStringList &arguments);
    void write(const QString &name, const QByteArray &bytes);

    QTemporaryDir m_dir;
    bool m_isValid = true;
};
