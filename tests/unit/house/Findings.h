// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTest>

namespace okoshko::test {

/// Fails, naming all of them, when there are \a findings.
inline void verifyNone(const QStringList &findings)
{
    QVERIFY2(findings.isEmpty(), qPrintable(u'\n' + findings.join(u'\n')));
}

} // namespace okoshko::test
