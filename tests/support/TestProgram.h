// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <type_traits>

namespace okoshko::test {

/// For a test that wants no application: in place of QCoreApplication or QApplication.
struct NoApplication;

/// Runs one test class, as QTEST_MAIN would, and returns the exit status.
using RunTest = int (*)(int argc, char **argv);

/// Makes a test class known to the program that it is linked into: see OKOSHKO_TEST.
class RegisteredTest
{
public:
    RegisteredTest(const char *name, RunTest run);
};

template <class Test, class Application>
int runTest(int argc, char **argv)
{
    if constexpr (std::is_same_v<Application, NoApplication>) {
        Test test;
        return QTest::qExec(&test, argc, argv);
    } else {
        const Application application(argc, argv);
        Application::setAttribute(Qt::AA_Use96Dpi);
        Test test;
        return QTest::qExec(&test, argc, argv);
    }
}

} // namespace okoshko::test

/// Stands where QTEST_MAIN stands in a program of one test. A room's tests are one program, `sale_tests tst_basket …`:
/// \a name is the file's, and a namespace of that name within okoshko::test holds \a Class, so that the helpers of one
/// file are strangers to those of the next.
#define OKOSHKO_TEST(name, Class, Application)                                                                         \
    namespace okoshko::test::name {                                                                                    \
    static const RegisteredTest registered(#name, runTest<Class, Application>);                                        \
    }
