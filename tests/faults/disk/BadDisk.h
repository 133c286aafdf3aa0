// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace okoshko::test {

/// While it lives, no file of this process whose path begins with \a prefix takes a byte: each write ends with \a error
/// (ENOSPC, EROFS, EIO), as the kernel would say it. The test program has its own pwrite() and its kin, which the
/// linker prefers to the C library's, so that SQLite and Qt meet it where they would meet the disk. One at a time.
///
/// No mount is needed, and it befalls root, too. Where TMPDIR is on a small file system of a few megabytes, ENOSPC is
/// brought about by filling that up instead.
class BadDisk
{
public:
    BadDisk(const QString &prefix, int error);
    ~BadDisk();

    BadDisk(const BadDisk &) = delete;
    BadDisk &operator=(const BadDisk &) = delete;

private:
    QString m_filling; ///< the file that fills a small disk; empty on others
};

} // namespace okoshko::test
