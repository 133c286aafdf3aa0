// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/house/Arrows.h"
#include "tests/unit/house/Findings.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_arrows {

/// app -> ui -> models, and the sandbox apart: the tables are in Arrows.cpp.
class ArrowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_files = readTree(QStringLiteral(OKOSHKO_ROOT));
        QVERIFY(m_files.size() > 50);
    }

    void includesFollowTheArrows() { verifyNone(wrongIncludes(m_files)); }
    void noFoldersRunInACircle() { verifyNone(circles(m_files)); }

    void linksFollowTheArrows()
    {
        QFile file(QStringLiteral(OKOSHKO_LINKS));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList links = QString::fromUtf8(file.readAll()).split(u'\n');
        QVERIFY(links.contains(u"Okoshko::Models Qt6::Core"_s));
        verifyNone(wrongLinks(links));
    }

    // The rules can be broken: what each of them sees.

    void seesAWrongInclude_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("include");
        QTest::addColumn<bool>("wrong");
        const auto row = [](const char *path, const char *include, bool wrong) {
            QTest::addRow("%s includes %s", path, include)
                << QString::fromUtf8(path) << QString::fromUtf8(include) << wrong;
        };
        row("models/domain/Money.cpp", "\"models/domain/Money.h\"", false);
        row("models/domain/Money.h", "\"models/api/ApiError.h\"", true);
        row("models/domain/Money.h", "<QString>", false);
        row("models/domain/Money.h", "<QtGui/QColor>", true);
        row("models/tables/Format.cpp", "<QtWidgets/QStyle>", true);
        row("models/api/Call.h", "\"models/api/http/Http.h\"", true);
        row("models/api/v1/Adapter.cpp", "\"models/api/http/Http.h\"", false);
        row("models/api/v1/Adapter.cpp", "\"models/sale/Sale.h\"", true);
        row("models/api/http/Http.cpp", "\"models/api/v1/Adapter.h\"", true);
        row("models/sale/Sale.cpp", "\"models/api/TicketingApi.h\"", false);
        row("models/sale/Sale.cpp", "\"models/api/v1/Adapter.h\"", true);
        row("models/sale/Sale.cpp", "\"models/journal/Journal.h\"", false);
        row("models/journal/Journal.cpp", "\"models/sale/Sale.h\"", true);
        row("models/sale/Sale.cpp", "\"../api/http/Http.h\"", true);
        row("models/tables/OrderTableModel.cpp", "\"models/api/http/Http.h\"", true);
        row("models/tables/OrderTableModel.cpp", "\"ui/MainWindow.h\"", true);
        row("models/sale/Sale.cpp", "\"app/Settings.h\"", true);
        row("ui/MainWindow.cpp", "\"models/sale/Sale.h\"", false);
        row("ui/MainWindow.cpp", "\"models/journal/Journal.h\"", true);
        row("ui/payment/PaymentView.cpp", "\"models/api/v1/Adapter.h\"", true);
        row("ui/payment/PaymentView.cpp", "\"app/Settings.h\"", true);
        row("ui/payment/PaymentView.cpp", "\"tests/unit/house/Arrows.h\"", true);
        row("app/main.cpp", "\"app/sandbox/SandboxThread.h\"", false);
        row("app/main.cpp", "\"models/api/v1/Adapter.h\"", false);
        row("app/sandbox/Vendor.cpp", "\"models/domain/Money.h\"", true);
        row("app/sandbox/weather/Relay.cpp", "\"app/sandbox/Instant.h\"", false);
        row("app/sandbox/Vendor.cpp", "\"app/Settings.h\"", true);
        row("ui/MainWindow.cpp", "\"app/sandbox/SandboxThread.h\"", true);
        row("models/newroom/Thing.cpp", "<QString>", true);
        row("tests/unit/api/tst_adapter.cpp", "\"app/sandbox/SandboxThread.h\"", false);
    }

    void seesAWrongInclude()
    {
        QFETCH(QString, path);
        QFETCH(QString, include);
        const QString text = u"// SPDX\n#include <QObject>\n#include %1\n"_s.arg(include);
        QTEST(!wrongIncludes({readSource(path, text)}).isEmpty(), "wrong");
    }

    void readsIncludesAsTheCompilerDoes()
    {
        const SourceFile file = readSource(u"app/sandbox/Vendor.cpp"_s,
                                           u"// #include \"ui/A.h\"\n/* \n#include \"ui/B.h\" */\n"
                                           "#  include \"Order.h\" // why\n#include \"weather/FaultRule.h\"\n"
                                           "const char *text = \"// \"; /* */\n#include <QString>\n"_s,
                                           {u"app/sandbox/Order.h"_s, u"app/sandbox/weather/FaultRule.h"_s});
        QCOMPARE(file.includes,
                 QStringList({u"app/sandbox/Order.h"_s, u"app/sandbox/weather/FaultRule.h"_s, u"<QString>"_s}));
    }

    void seesACircle()
    {
        const QList<SourceFile> files{readSource(u"ui/A.h"_s, u"#include \"ui/sale/B.h\"\n"_s),
                                      readSource(u"ui/sale/B.h"_s, u"#include \"ui/parts/C.h\"\n"_s),
                                      readSource(u"ui/parts/C.h"_s, u"#include \"ui/A.h\"\n"_s),
                                      readSource(u"ui/other/D.h"_s, u"#include \"ui/A.h\"\n"_s)};
        QCOMPARE(circles(files), QStringList{u"ui -> ui/sale -> ui/parts -> ui"_s});
        QCOMPARE(circles(files.mid(1)), QStringList());
    }

    void seesAWrongLink()
    {
        const QStringList links{u"Okoshko::Models Qt6::Core"_s, u"Okoshko::Models Qt6::Widgets"_s,
                                u"Okoshko::Sandbox okoshko-models"_s, u"Okoshko::Ui Qt6::Widgets"_s};
        QCOMPARE(wrongLinks(links),
                 QStringList({u"Okoshko::Models links Qt6::Widgets"_s, u"Okoshko::Sandbox links okoshko-models"_s}));
    }

private:
    QList<SourceFile> m_files;
};

} // namespace okoshko::test::tst_arrows

OKOSHKO_TEST(tst_arrows, ArrowsTest, NoApplication)
#include "tst_arrows.moc"
