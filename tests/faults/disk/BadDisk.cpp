// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/disk/BadDisk.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <atomic>
#include <cerrno>
#include <mutex>
#include <string>

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

std::atomic<int> refusal{0};
std::mutex lock;
std::string refused; ///< the beginning of the paths

bool isRefused(int file)
{
    if (refusal == 0)
        return false;
    char path[4096];
    const auto link = "/proc/self/fd/" + std::to_string(file);
    const ssize_t length = readlink(link.c_str(), path, sizeof path);
    const std::lock_guard guard(lock);
    return length > 0 && std::string_view(path, static_cast<size_t>(length)).starts_with(refused);
}

template <class Act>
auto orRefused(int file, const Act &act) -> decltype(act())
{
    if (!isRefused(file))
        return act();
    errno = refusal;
    return -1;
}

} // namespace

extern "C" {

ssize_t write(int file, const void *bytes, size_t count)
{
    return orRefused(file, [&] { return syscall(SYS_write, file, bytes, count); });
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at)
{
    return orRefused(file, [&] { return syscall(SYS_pwrite64, file, bytes, count, at); });
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t at)
{
    return pwrite64(file, bytes, count, at);
}

int ftruncate64(int file, off64_t size) noexcept
{
    return orRefused(file, [&] { return static_cast<int>(syscall(SYS_ftruncate, file, size)); });
}

} // extern "C"

namespace okoshko::test {

BadDisk::BadDisk(const QString &prefix, int error)
{
    constexpr qint64 small = 16 * 1024 * 1024;
    const QStorageInfo disk(QFileInfo(prefix).path());
    if (error == ENOSPC && disk.bytesTotal() > 0 && disk.bytesTotal() <= small) {
        m_filling = QFileInfo(prefix).path() + QStringLiteral("/filling");
        QFile file(m_filling);
        if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
            while (file.write(QByteArray(512, '.')) > 0) {
            }
        }
        return;
    }
    const std::lock_guard guard(lock);
    refused = prefix.toStdString();
    refusal = error;
}

BadDisk::~BadDisk()
{
    refusal = 0;
    if (!m_filling.isEmpty())
        QFile::remove(m_filling);
}

} // namespace okoshko::test
