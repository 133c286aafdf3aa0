// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/ScriptedVendor.h"
#include "ui/text/ErrorText.h"
#include "ui/text/SetupText.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_errortext {

/// What is said of an error depends on what was asked.
class ErrorTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPauseThatTheServerAsksForIsNamed()
    {
        QCOMPARE(ErrorText(answered(429, 1s), Doing::LoadingOrders).reason(),
                 u"The server asks to wait 1 second(s)."_s);
        QCOMPARE(ErrorText(answered(429, 300s), Doing::LoadingOrders).reason(),
                 u"The server asks to wait 5 minute(s)."_s);
        QCOMPARE(ErrorText(answered(429), Doing::LoadingOrders).reason(), u"The server asks for a little patience."_s);
        QCOMPARE(ErrorText(answered(503, 30s), Doing::LoadingOrders).reason(),
                 u"Something broke at the server (503). The server asks to wait 30 second(s)."_s);
    }

    void ofListsNothingIsSaidOfAnOrder_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        for (int kind = 0; kind <= static_cast<int>(ErrorKind::NotRecorded); ++kind) {
            const auto each = static_cast<ErrorKind>(kind);
            if (each != ErrorKind::OtherOrder && each != ErrorKind::NotRecorded) // which no list ends in
                QTest::newRow(qPrintable(toWord(each))) << each;
        }
    }

    void ofListsNothingIsSaidOfAnOrder()
    {
        QFETCH(ErrorKind, kind);
        for (const Doing doing : {Doing::LoadingEvents, Doing::LoadingOrders}) {
            const QString body = ErrorText({.kind = kind}, doing).body;
            for (const QString &word : {u"order"_s, u"hoose"_s, u"money"_s, u"go on"_s, u"F5"_s})
                QVERIFY2(!body.contains(word), qPrintable(body));
        }
    }

    void theServersPauseIsNamedInATestToo()
    {
        const auto words = [](int status, std::optional<std::chrono::seconds> pause) {
            const auto said = SetupText::of(
                {.kind = ConnectionFailure::Kind::ServerTrouble, .httpStatus = status, .retryAfter = pause});
            return QString(said.title + u' ' + said.body);
        };
        QCOMPARE(words(429, 40s), u"The server has too many requests just now. Address and network are right. "
                                  "The server asks to wait 40 second(s). Then test again."_s);
        QCOMPARE(words(429, {}), u"The server has too many requests just now. Address and network are right. "
                                 "Wait a moment and test again."_s);
        QCOMPARE(words(503, 300s), u"The server is out of order just now (503). Address and network are right. "
                                   "The server asks to wait 5 minute(s). Then test again."_s);
    }

    void aRefusedPromoCodeHasItsReason()
    {
        ApiError refused = answered(400);
        refused.serverWords = u"Promocode not found"_s;
        refused.promoRefusal = PromoRefusal::NotFound;
        const ErrorText text(refused, Doing::Changing);
        QCOMPARE(text.title, u"The order was not changed."_s);
        QVERIFY2(text.body.startsWith(u"The server does not know this promo code."_s), qPrintable(text.body));
        QVERIFY(text.body.contains(u"“Promocode not found”"_s));
        refused.promoRefusal.reset();
        QVERIFY(ErrorText(refused, Doing::Changing).body.startsWith(u"The server refuses this change."_s));
    }

    void onlyThatStepIsForbidden_data()
    {
        QTest::addColumn<Doing>("doing");
        QTest::newRow("choosing") << Doing::ChoosingPayment;
        QTest::newRow("starting") << Doing::StartingPayment;
        QTest::newRow("confirming") << Doing::Confirming;
        QTest::newRow("cancelling") << Doing::Cancelling;
        QTest::newRow("changing") << Doing::Changing;
        QTest::newRow("reserving") << Doing::Reserving;
        QTest::newRow("reading") << Doing::Reading;
    }

    void onlyThatStepIsForbidden()
    {
        QFETCH(Doing, doing);
        const ErrorText text(answered(403), doing);
        QVERIFY2(!text.body.contains(u"Nothing can be sold"_s), qPrintable(text.body));
        QVERIFY2(!text.body.contains(u"key"_s), qPrintable(text.body));
        QVERIFY(text.body.contains(u"call the administrator"_s, Qt::CaseInsensitive));
        QVERIFY(ErrorText(answered(401), doing).body.contains(u"key"_s));
    }
};

} // namespace okoshko::test::tst_errortext

OKOSHKO_TEST(tst_errortext, ErrorTextTest, QApplication)
#include "tst_errortext.moc"
