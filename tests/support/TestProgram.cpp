// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"

#include <cstdio>
#include <map>
#include <string>

namespace okoshko::test {

namespace {

using Tests = std::map<std::string, RunTest, std::less<>>;

/// Made by whoever asks first: the tests register before main(), in no order.
Tests &tests()
{
    static Tests all;
    return all;
}

} // namespace

RegisteredTest::RegisteredTest(const char *name, RunTest run)
{
    tests().emplace(name, run);
}

} // namespace okoshko::test

/// PROGRAM: lists the tests. PROGRAM TEST ARGUMENT…: runs that one; the arguments are QtTest's.
int main(int argc, char **argv)
{
    using namespace okoshko::test;
    if (argc < 2) {
        for (const auto &[name, run] : tests())
            std::puts(name.c_str());
        return 0;
    }
    const auto test = tests().find(argv[1]);
    if (test == tests().end()) {
        std::fprintf(stderr, "%s has no test \"%s\"; without arguments it lists what it has.\n", argv[0], argv[1]);
        return 2;
    }
    argv[1] = argv[0];
    return test->second(argc - 1, argv + 1);
}
