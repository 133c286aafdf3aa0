// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

namespace okoshko::test {

/// The sandbox as a process of its own, so that its memory is its own; with two events that never sell out.
class VendorProcess final
{
public:
    /// \a options: further ones of the sandbox's.
    explicit VendorProcess(const QStringList &options = {});
    ~VendorProcess(); ///< ends it

    [[nodiscard]] const QUrl &url() const { return m_url; }
    [[nodiscard]] static QByteArray key() { return "047bdb8bcee44d3693371920aaf9135c"; }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QUrl m_url;
};

} // namespace okoshko::test
