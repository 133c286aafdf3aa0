// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/files/Saver.h"
#include "tests/support/TestProgram.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_listexport {

/// The list of orders, as it is shown, becomes a file for a spreadsheet.
class ListExportTest : public QObject
{
    Q_OBJECT

private:
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void isSavedByKeyboardAlone_data()
    {
        QTest::addColumn<Format::Language>("language");
        QTest::addColumn<QString>("letters");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("English")
            << Format::Language::English << u"l"_s << u"The list is saved"_s
            << QByteArray(
                   "Order,Event,Starts,Ends,Venue,Tickets,Face "
                   "price,Fee,Discount,Total,Taken at the counter,Payment method,Status,Held until,Created,Printing");
        QTest::newRow("Russian") << Format::Language::Russian << u"с"_s << u"Список сохранён"_s
                                 << QByteArray("Заказ;Событие;Начало;Окончание;Площадка;Билеты;Номинал;Сбор;Скидка;"
                                               "Сумма;Принято на кассе;Способ оплаты;Состояние;Бронь до;Создан;Печать");
    }

    void isSavedByKeyboardAlone()
    {
        QFETCH(Format::Language, language);
        QFETCH(QString, letters);
        QFETCH(QString, title);
        QFETCH(QByteArray, head);
        GuiFixture stage(language);
        const Sale &sale = stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 2);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));

        Saver saver(stage);
        saver.chooseInMenu(letters);
        QTRY_VERIFY(QFileInfo(saver.proposed()).fileName().startsWith(u"okoshko-orders-20"));
        const QString path = stage.profile.filePath(u"list.csv"_s);
        saver.saveAs(path);
        QMessageBox *box = saver.box(u"savedBox"_s);
        QVERIFY(box);
        QCOMPARE(box->windowTitle(), title);
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_VERIFY(!stage.find(u"savedBox"_s));

        const QList<QByteArray> lines = contents(path).split('\n');
        QCOMPARE(lines.first(), "\xEF\xBB\xBF" + head + '\r');
        QCOMPARE(lines.size(), 3); // the head, the order, and nothing after the last line's end
        // As a spreadsheet in that language reads numbers.
        const bool isEnglish = language == Format::Language::English;
        const char separator = isEnglish ? ',' : ';';
        const QByteArray sum = sale.order.value.toString().toLatin1().replace('.', isEnglish ? '.' : ',');
        QVERIFY2(lines.at(1).startsWith(QByteArray::number(sale.order.number) + separator), lines.at(1).constData());
        QVERIFY2(lines.at(1).contains(separator + sum + separator), lines.at(1).constData());
    }

    void savesWhatTheFilterShows()
    {
        GuiFixture stage;
        stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
        stage.click(u"chipPaid"_s);
        Saver saver(stage);
        saver.chooseInMenu(u"l"_s);
        saver.saveAs(stage.profile.filePath(u"list.csv"_s));
        QVERIFY(saver.box(u"savedBox"_s));
        QCOMPARE(contents(stage.profile.filePath(u"list.csv"_s)).count('\n'), 1);
    }

    void whereNothingCanBeWrittenItIsSaid()
    {
        GuiFixture stage;
        Saver saver(stage);
        saver.chooseInMenu(u"l"_s);
        saver.saveAs(u"/proc/list.csv"_s);
        const QMessageBox *box = saver.box(u"notSavedBox"_s);
        QVERIFY(box);
        QCOMPARE(box->text(), u"The file was not saved: nothing can be written there. Choose another place."_s);
    }
};

} // namespace okoshko::test::tst_listexport

OKOSHKO_TEST(tst_listexport, ListExportTest, QApplication)
#include "tst_listexport.moc"
