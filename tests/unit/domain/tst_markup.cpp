// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/Text.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_markup {

/// Titles and descriptions that were written for a web page.
class MarkupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadAsOnAPage_data()
    {
        QTest::addColumn<QString>("told");
        QTest::addColumn<QString>("shown");
        QTest::newRow("tags") << u"<b>Чайка</b>, <I class=\"x y\">премьера</I>"_s << u"Чайка, премьера"_s;
        QTest::newRow("lines") << u"Чайка<br>премьера<br/>12+<BR />"_s << u"Чайка премьера 12+"_s;
        QTest::newRow("paragraphs") << u"<p>Один.</p><p align=center>Два.</p>"_s << u"Один. Два."_s;
        QTest::newRow("within a word") << u"м<sup>2</sup>, С<b>уп</b>"_s << u"м2, Суп"_s;
        QTest::newRow("a link") << u"<a href='https://e.org/?a>b' target=_blank>Сайт</a>"_s << u"Сайт"_s;
        QTest::newRow("a picture") << u"Чайка <img src=x onerror=alert(1)>!"_s << u"Чайка !"_s;
        QTest::newRow("script") << u"Чайка<script>alert('<b>')</script> и <style>b{}</style>другие"_s
                                << u"Чайка и другие"_s;
        QTest::newRow("a script without end") << u"Чайка<script>alert(1)"_s << u"Чайка"_s;
        QTest::newRow("a comment") << u"Чайка<!-- <b> --> 12+"_s << u"Чайка 12+"_s;
        QTest::newRow("a comment without end") << u"Чайка<!-- 12+"_s << u"Чайка"_s;
        QTest::newRow("entities") << u"Ромео &amp; Джульетта &laquo;Театр&raquo; &mdash; 12+"_s
                                  << u"Ромео & Джульетта «Театр» — 12+"_s;
        QTest::newRow("blanks") << u"Чайка&nbsp;12+&nbsp;"_s << u"Чайка 12+"_s;
        QTest::newRow("by number") << u"O&#39;Neill &#x27;Live&#X27; &#128512;"_s << u"O'Neill 'Live' 😀"_s;
        QTest::newRow("letters") << u"Caf&eacute; &Yuml;&yuml;&Agrave;"_s << u"Café &Yuml;ÿÀ"_s;
        QTest::newRow("entities that look like tags") << u"&lt;b&gt;Чайка&lt;/b&gt;"_s << u"<b>Чайка</b>"_s;
        QTest::newRow("once") << u"&amp;lt;b&amp;gt;"_s << u"&lt;b&gt;"_s;
        QTest::newRow("nothing is left") << u"<p><br></p>"_s << QString();
    }

    void isReadAsOnAPage()
    {
        QFETCH(QString, told);
        QFETCH(QString, shown);
        QCOMPARE(withoutMarkup(told), shown);
    }

    void whatIsNoMarkupStays_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u"Rock & Roll <3"_s,
                                    u"a < b"_s,
                                    u"a<b"_s,
                                    u"a <b and c> d"_s,
                                    u"Metallica <Unplugged>"_s,
                                    u"<>"_s,
                                    u"</>"_s,
                                    u"AT&T; R&B"_s,
                                    u"&copy 2026"_s,
                                    u"&;"_s,
                                    u"&#0; &#xD800; &#x110000; &#; &#x;"_s,
                                    u"&nosuchentity;"_s,
                                    u"&"_s,
                                    u"<"_s,
                                    u"<b"_s,
                                    u"<b class=\"x>"_s,
                                    u"  Чайка  12+ "_s,
                                    u"1 < 2 > 0"_s,
                                    u"<i 2>"_s,
                                    u"<юг>"_s,
                                    QString()})
            QTest::newRow(qPrintable(text.isEmpty() ? u"nothing"_s : text)) << text;
    }

    void whatIsNoMarkupStays()
    {
        QFETCH(QString, text);
        QCOMPARE(withoutMarkup(text), text);
    }
};

} // namespace okoshko::test::tst_markup

OKOSHKO_TEST(tst_markup, MarkupTest, QCoreApplication)
#include "tst_markup.moc"
