// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <type_traits>

namespace okoshko::test {

/// What a state without tests is given in place of a test class.
class NoTest;

template <class Test>
int runClass(const QStringList &arguments)
{
    if constexpr (std::is_same_v<Test, NoTest>) {
        return 0;
    } else {
        Test test;
        return QTest::qExec(&test, arguments);
    }
}

/// Runs the test class of the state of the secret store that the first argument names (tests/unit/app/keystore.sh
/// starts a test once for each of them), with the remaining \a arguments.
template <class Unlocked, class Locked, class Reopened, class Absent, class Denied, class Silent>
int runInStore(QStringList arguments)
{
    const QString state = arguments.size() > 1 ? arguments.takeAt(1) : QString();
    if (state == u"unlocked")
        return runClass<Unlocked>(arguments);
    if (state == u"locked")
        return runClass<Locked>(arguments);
    if (state == u"reopened")
        return runClass<Reopened>(arguments);
    if (state == u"nobus" || state == u"nostore")
        return runClass<Absent>(arguments);
    if (state == u"denied")
        return runClass<Denied>(arguments);
    if (state == u"silent")
        return runClass<Silent>(arguments);
    qCritical("Which state is the store in? keystore.sh knows.");
    return 1;
}

} // namespace okoshko::test
