// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

// QTRY_VERIFY and its like look at their condition every 50 ms, and a test waits by them hundreds of times. Here they
// look more often at first: most of what a test waits for is there within a few milliseconds. Precompiled with Qt's own
// headers, so that it holds in all tests. A Qt that does not look by QTRY_IMPL is left as it is.
#ifdef QTRY_IMPL
#undef QTRY_IMPL
#define QTRY_IMPL(expr, timeout)                                                                                       \
    const int qt_test_timeoutValue = timeout;                                                                          \
    {QTRY_LOOP_IMPL(expr, qt_test_timeoutValue, (qt_test_i < 250 ? 5 : 50))} QTRY_TIMEOUT_DEBUG_IMPL(                  \
        expr, qt_test_timeoutValue, (qt_test_i < 250 ? 5 : 50))
#endif
