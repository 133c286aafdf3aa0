// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "ui/text/PrintText.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_printtext {

/// What is said of a print job that does not go on.
class PrintTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoseWordsTheyAre_data()
    {
        QTest::addColumn<PrintTrouble>("trouble");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("said");
        const QString printer = u"The printer says: “%1”"_s;
        const QString service = u"The print service's own word: “%1”"_s;
        const auto quoted = [](const QString &frame, const QString &words) { return frame.arg(words); };
        QTest::newRow("a message of the printer")
            << PrintTrouble::PaperOut << u"Load A4"_s << QStringList{quoted(printer, u"Load A4"_s), u"Put paper in."_s};
        QTest::newRow("a sentence of one word")
            << PrintTrouble::Other << u"Waiting"_s
            << QStringList{quoted(printer, u"Waiting"_s), u"Look at the printer."_s};
        for (const PrintTrouble ours : {PrintTrouble::NotDrawn, PrintTrouble::SizeUnsupported, PrintTrouble::TooLong})
            QTest::addRow("ours: %s", qPrintable(toWord(ours))) << ours << u"There is no template."_s << QStringList();
        QTest::newRow("held for a password")
            << PrintTrouble::Other << u"cups-held-for-authentication"_s
            << QStringList{quoted(service, u"cups-held-for-authentication"_s), u"wants a name and a password"_s,
                           u"Call the administrator"_s};
        QTest::newRow("broken off") << PrintTrouble::Canceled << u"Connection refused"_s
                                    << QStringList{quoted(printer, u"Connection refused"_s), u"which tickets"_s};
        QTest::newRow("two at once") << PrintTrouble::Other << u"media-jam-error, output-area-full-error"_s
                                     << QStringList{quoted(service, u"media-jam-error, output-area-full-error"_s),
                                                    u"Take it out."_s, u"Empty it."_s};
        QTest::newRow("unknown") << PrintTrouble::Other << u"fuser-over-temp-error"_s
                                 << QStringList{quoted(service, u"fuser-over-temp-error"_s),
                                                u"what Okoshko does not know"_s, u"tell the word"_s};
    }

    void whoseWordsTheyAre()
    {
        QFETCH(PrintTrouble, trouble);
        QFETCH(QString, words);
        QFETCH(QStringList, said);
        PrintJob job;
        job.profile = u"Roll"_s;
        job.state = PrintJob::State::Attention;
        job.trouble = trouble;
        job.words = words;
        const QString body = PrintTroubleText(job).body.remove(QChar(0x2068)).remove(QChar(0x2069));
        QVERIFY(body.contains(words));
        for (const QString &part : said)
            QVERIFY2(body.contains(part), qPrintable(body));
        const bool isQuoted = body.contains(u'“');
        QVERIFY2(isQuoted == !said.isEmpty(), qPrintable(body));
    }
};

} // namespace okoshko::test::tst_printtext

OKOSHKO_TEST(tst_printtext, PrintTextTest, QApplication)
#include "tst_printtext.moc"
