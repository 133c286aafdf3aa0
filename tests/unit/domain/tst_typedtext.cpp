// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ServerAddress.h"
#include "models/domain/Text.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_typedtext {

/// What comes along with a text that is pasted is not taken for a part of it.
class TypedTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhatWasMeant_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("meant");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("as it is") << u"Анна-Мария Ли"_s << u"Анна-Мария Ли"_s;
        QTest::newRow("no-break spaces") << u"\u00a0Анна\u202fМария\u2007"_s << u"Анна Мария"_s;
        QTest::newRow("line ends") << u"\r\nАнна\nМария\u2028"_s << u"Анна Мария"_s;
        QTest::newRow("control characters") << u"Анна\u0000\u0007Мария\u007f"_s << u"Анна Мария"_s;
        QTest::newRow("what cannot be seen")
            << u"\ufeffan\u200bna@\u2060exam\u00adple.org\u200e"_s << u"anna@example.org"_s;
        QTest::newRow("direction") << u"\u202eАнна\u202c"_s << u"Анна"_s;
        QTest::newRow("letters of two units") << u" \U00010428 "_s << u"\U00010428"_s;
    }

    void isWhatWasMeant()
    {
        QFETCH(QString, pasted);
        QFETCH(QString, meant);
        QCOMPARE(typedText(pasted), meant);
        QCOMPARE(typedWithoutBlanks(pasted), meant.remove(u' '));
    }

    void aServersAddressIsUnderstood()
    {
        const auto address = parseServerAddress(u"\u00a0https://api.exam\u200bple.org\u200b\r\n"_s);
        QCOMPARE(address.value_or(QUrl()), QUrl(u"https://api.example.org"_s));
        QCOMPARE(parseServerAddress(u"https://api.example.org https://other.example.org"_s).error(),
                 AddressFault::Malformed);
    }
};

} // namespace okoshko::test::tst_typedtext

OKOSHKO_TEST(tst_typedtext, TypedTextTest, NoApplication)
#include "tst_typedtext.moc"
