// SPDX-License-Identifier: GPL-3.0-or-later
// The server's own words in the body of an error.
#include "tests/fuzz/Body.h"

#include <algorithm>

using namespace okoshko;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString words = v1::readServerWords(fuzz::bytesOf(data, size)).text;
    fuzz::require(words.size() <= 300, "words are short");
    fuzz::require(words == words.trimmed(), "words begin and end with a letter");
    fuzz::require(
        std::none_of(words.cbegin(), words.cend(), [](QChar c) { return c.category() == QChar::Other_Control; }),
        "words are one line, and steer no terminal");
    fuzz::require(QString::fromUtf8((u'x' + words).toUtf8()) == u'x' + words, "words are whole characters");
    return 0;
}
