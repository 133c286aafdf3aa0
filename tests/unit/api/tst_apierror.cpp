// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/ApiError.h"
#include "tests/support/TestProgram.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_apierror {

class TestApiError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsDiffer();
    void logLine();
};

namespace {

constexpr int last = static_cast<int>(ErrorKind::NotRecorded);

}

void TestApiError::wordsDiffer()
{
    QSet<QString> words;
    for (int kind = 0; kind <= last; ++kind)
        words.insert(toWord(static_cast<ErrorKind>(kind)));
    QCOMPARE(words.size(), last + 1);
    QVERIFY(!words.contains(QString()));
}

void TestApiError::logLine()
{
    ApiError error{.kind = ErrorKind::WrongShape, .effect = Effect::Possible, .httpStatus = 201};
    error.field = u"sets[2].price"_s;
    error.serverWords = u"words"_s;
    error.detail = u"is not a valid sum"_s;
    QCOMPARE(error.toLogLine(),
             u"wrong-shape; HTTP 201; field sets[2].price; server: words; is not a valid sum; may have taken effect"_s);
    QCOMPARE(ApiError{}.toLogLine(), u"no-connection"_s);
}

} // namespace okoshko::test::tst_apierror

OKOSHKO_TEST(tst_apierror, TestApiError, NoApplication)

#include "tst_apierror.moc"
