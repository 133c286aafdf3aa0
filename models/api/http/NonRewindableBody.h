// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace okoshko {

/// The body of a change, a sequential device that cannot be rewound. Read on Qt's network thread.
///
/// QNetworkAccessManager sends a request again when the server closes the connection before the first byte of its
/// answer (measured with Qt 6.4.2): a second reservation. It does not if the body cannot be rewound.
class NonRewindableBody final : public QIODevice
{
    Q_OBJECT
public:
    explicit NonRewindableBody(const QByteArray &bytes, QObject *parent = nullptr)
        : QIODevice(parent)
        , m_bytes(bytes)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    /// True once any byte was handed to the network: from then on the server may have acted.
    [[nodiscard]] bool hasLeft() const { return m_read > 0; }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_read; }
    [[nodiscard]] bool atEnd() const override { return bytesAvailable() == 0; }
    bool reset() override { return false; }
    bool seek(qint64) override { return false; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

} // namespace okoshko
