// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <utility>

namespace okoshko::test {

/// Ends a test at its first failure, however deep in its helpers it happens. QtTest itself leaves only the function
/// that the failed line stands in: what called it would go on, and wait for what can no longer come.
class FirstFailure
{
public:
    /// Runs the test; nothing of it after the first failure.
    template <class Steps>
    static void ends(Steps &&steps)
    {
        s_isCaught = true;
        try {
            std::forward<Steps>(steps)();
        } catch (const Thrown &) {
            // It is told already.
        }
        s_isCaught = false;
    }

    /// In a helper, after what may have failed. In a test that ends() does not run it does nothing.
    static void check()
    {
        if (s_isCaught && QTest::currentTestFailed())
            throw Thrown{};
    }

private:
    struct Thrown
    {
    };

    inline static bool s_isCaught = false;
};

} // namespace okoshko::test
