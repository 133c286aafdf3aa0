// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/OpenStore.h"

#include <QTest>

#include <optional>

namespace okoshko::test {

std::unique_ptr<JournalThread> openStore(const QString &path, const Account &account)
{
    auto store = std::make_unique<JournalThread>(
        [path, account] { return Journal::open(path, account, QStringLiteral("tester")); });
    std::optional<bool> isOpen;
    QObject context;
    store->open(&context, [&isOpen](const Journaled<JournalThread::Opened> &opened) { isOpen = opened.has_value(); });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(isOpen.has_value(), 60000); }();
    return isOpen.value_or(false) ? std::move(store) : nullptr;
}

} // namespace okoshko::test
