// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/start/SlowDisk.h"

#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>

#include <sys/syscall.h>
#include <unistd.h>

namespace {

struct Slowness
{
    std::mutex lock;
    std::condition_variable changed;
    std::string prefix;
    std::chrono::milliseconds time{0};
    int number = 0; ///< of the SlowDisk; 0 = there is none
    int last = 0;
    int waiting = 0; ///< threads
};

Slowness &slowness()
{
    static Slowness theOne;
    return theOne;
}

void waitFor(int file)
{
    char path[4096];
    const auto link = "/proc/self/fd/" + std::to_string(file);
    const ssize_t length = readlink(link.c_str(), path, sizeof path);
    Slowness &slow = slowness();
    std::unique_lock guard(slow.lock);
    const int number = slow.number;
    if (number == 0 || length <= 0 || !std::string_view(path, static_cast<size_t>(length)).starts_with(slow.prefix))
        return;
    ++slow.waiting;
    slow.changed.wait_for(guard, slow.time, [&] { return slow.number != number; });
    --slow.waiting;
}

} // namespace

extern "C" {

int fdatasync(int file)
{
    waitFor(file);
    return static_cast<int>(syscall(SYS_fdatasync, file));
}

int fsync(int file)
{
    waitFor(file);
    return static_cast<int>(syscall(SYS_fsync, file));
}

} // extern "C"

namespace okoshko::test {

SlowDisk::SlowDisk(const QString &prefix, std::chrono::milliseconds time)
{
    Slowness &slow = slowness();
    const std::lock_guard guard(slow.lock);
    slow.prefix = prefix.toStdString();
    slow.time = time;
    slow.number = ++slow.last;
}

bool SlowDisk::isWriting()
{
    Slowness &slow = slowness();
    const std::lock_guard guard(slow.lock);
    return slow.waiting > 0;
}

SlowDisk::~SlowDisk()
{
    Slowness &slow = slowness();
    const std::lock_guard guard(slow.lock);
    slow.number = 0;
    slow.changed.notify_all();
}

} // namespace okoshko::test
