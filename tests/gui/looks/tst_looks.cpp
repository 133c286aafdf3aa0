// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/looks/Legible.h"
#include "tests/gui/sale/GuiFixture.h"
#include "tests/gui/sale/Till.h"
#include "tests/support/Nightly.h"
#include "tests/support/TestProgram.h"
#include "ui/main/OrderTableView.h"
#include "ui/setup/FirstStartWindow.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FigureLabel.h"

#include "models/tables/OrderTableModel.h"

#include <QDir>
#include <QHeaderView>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QTimer>

#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_looks {

/// The program's windows as a counter sees them, on small screens and on large ones, with text of up to twice the size:
/// nothing is cut, and the window is no larger than its screen. Leaves the pictures in build/looks, for a person to
/// look at.
class LooksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(QDir().mkpath(QStringLiteral(OKOSHKO_LOOKS))); }

    void firstStart_data() { looks(); }
    void firstStart()
    {
        const Look look = this->look();
        Languages languages;
        languages.setLanguage(look.language);
        Theme::apply(*qApp, look.theme, look.textSize);
        FirstStartWindow window(FirstStartWindow::Opens::AtChoice, vendorServers(), Format(look.language));
        window.show();
        look.take(window, u"first-start"_s);
        QTest::keyClick(&window, Qt::Key_2);
        window.form().setValues({.server = QUrl(u"https://api.example.org"_s), .counterName = u"Касса"_s});
        window.form().showOutcome(
            {ConnectionReport{.partner = u"56810047f06c5a6ac62f4e1d"_s, .eventsOnSale = 12}, {}, {}});
        look.take(window, u"connection"_s);
    }

    void settings_data() { looks(); }
    void settings()
    {
        const Look look = this->look();
        const auto stage = setUp(look);
        WindowController real(*stage->counter, stage->settings, stage->memory, stage->languages,
                              {MainWindow::Mode::Live, StatusLine::Key::Kept, SettingsPage::Account::Changeable});
        stage->windows->main().hide();
        real.main().show();
        real.main().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&real.main()));
        QTest::keyClick(&real.main(), Qt::Key_Comma, Qt::ControlModifier);
        auto *pages = real.main().findChild<QListWidget *>(u"settingsPages"_s);
        QTRY_VERIFY(pages && pages->isVisible());
        QCOMPARE(pages->count(), 5);
        for (int page = 0; page < pages->count(); ++page) {
            pages->setCurrentRow(page);
            look.take(real.main(), u"settings-%1"_s.arg(page + 1));
            if (auto *add = real.main().findChild<QPushButton *>(u"addPrinterButton"_s); add && add->isVisible()) {
                add->click();
                look.take(real.main(), u"settings-printer"_s);
                lettersAreUnique(real.main());
            }
        }
    }

    void qaDock_data() { looks(); }
    void qaDock()
    {
        const Look look = this->look();
        const auto stage = std::make_unique<GuiFixture>(look.language); // its windows have no dock when opened again
        stage->settings.setTheme(look.theme);
        Theme::apply(*qApp, look.theme, look.textSize);
        stage->press(Qt::Key_F12);
        QTRY_VERIFY(stage->isShown(u"qaFilter"_s));
        look.take(stage->windows->main(), u"qa-dock"_s);
    }

    void selling_data() { looks(); }
    void selling()
    {
        const Look look = this->look();
        const auto stage = setUp(look);
        QWidget &window = stage->windows->main();
        const auto see = [&](const QString &name, const QStringList &inView) {
            look.take(window, name);
            for (const QString &each : inView) {
                QWidget *widget = stage->find(each);
                QVERIFY2(widget && !widget->visibleRegion().isEmpty(), qPrintable(name + u": "_s + each));
                QCOMPARE(widget->visibleRegion().boundingRect(), widget->rect());
            }
        };
        look.take(window, u"no-orders"_s);
        stage->reserve(GuiFixture::cashEvent(), GuiFixture::cashSet(), 3);
        const auto numberIsWhole = [&] {
            const auto *title = qobject_cast<ElidedLabel *>(stage->find(u"pageTitle"_s));
            const QString number = Format(look.language).orderNumber(stage->lastSale().order.number);
            QVERIFY2(title && title->shownLines().first().contains(number), qPrintable(title->shownLines().first()));
        };
        see(u"choose"_s, {u"backButton"_s, u"startPaymentButton"_s, u"cancelSaleButton"_s});
        numberIsWhole();
        stage->press(Qt::Key_Delete);
        see(u"cancel"_s, {u"cancelSaleYesButton"_s, u"cancelSaleNoButton"_s});
        stage->press(Qt::Key_Escape);
        stage->click(u"startPaymentButton"_s);
        QTRY_VERIFY(stage->isShown(u"confirmPaidButton"_s));
        see(u"cash"_s, {u"backButton"_s, u"confirmPaidButton"_s, u"receivedEdit"_s});
        stage->press(Qt::Key_Escape);
        stage->startPayment(GuiFixture::pageEvent(), GuiFixture::pageSet(), 2);
        QTRY_VERIFY(stage->isShown(u"openPageButton"_s));
        see(u"page"_s, {u"backButton"_s, u"cancelSaleButton"_s});
        numberIsWhole();
        stage->press(Qt::Key_Escape);
        see(u"orders"_s, {u"newOrderButton"_s, u"orderTable"_s});
        listTellsEnough(*stage->find(u"orderTable"_s));
        stage->pick(GuiFixture::pageEvent(), GuiFixture::pageSet(), 4);
        see(u"new-order"_s, {u"backButton"_s, u"reserveButton"_s, u"stepper_"_s + GuiFixture::pageSet().toString()});
        stage->press(Qt::Key_F1);
        auto *topics = stage->find(u"helpTopics"_s);
        QVERIFY(topics);
        auto &list = dynamic_cast<QListWidget &>(*topics);
        for (int topic = 0; topic < list.count(); ++topic) {
            list.setCurrentRow(topic);
            see(u"help-%1"_s.arg(topic), {u"backButton"_s});
            const auto *text = dynamic_cast<QTextBrowser *>(stage->find(u"helpText"_s));
            QVERIFY(text && text->horizontalScrollBar()->maximum() == 0);
            QVERIFY(list.sizeHintForColumn(0) <= list.viewport()->width());
        }
    }

    void littleRoom_data()
    {
        looks([](QSize size, int textSize) { return size.height() == 600 && textSize == 200; });
    }
    /// A window with its frame on the smallest screen: it grows with nothing that is said in it, and the figures that
    /// the cashier goes by are in view.
    void littleRoom()
    {
        Look look = this->look();
        look.size.rheight() -= 24; // the frame
        const auto stage = setUp(look);
        QWidget &window = stage->windows->main();
        const auto see = [&](const QString &name, const QStringList &inView) {
            look.take(window, name);
            for (const QString &each : inView) {
                QWidget *widget = stage->find(each);
                QVERIFY2(widget, qPrintable(name + u": "_s + each));
                const int air = qobject_cast<FigureLabel *>(widget) ? widget->height() / 5 : 0; // around its digits
                const QRect part = widget->rect().adjusted(0, air, 0, -air);
                QVERIFY2(widget->visibleRegion().boundingRect().contains(part),
                         qPrintable(name + u": "_s + each + QDebug::toString(widget->visibleRegion())));
            }
        };
        stage->reserve(GuiFixture::cashEvent(), GuiFixture::cashSet(), 3);
        stage->press(Qt::Key_Delete);
        see(u"low-cancel"_s, {u"cancelSaleYesButton"_s, u"cancelSaleNoButton"_s});
        stage->press(Qt::Key_Escape);
        stage->press(Qt::Key_F4); // its button scrolls with the content
        QTRY_VERIFY(stage->find(u"changePane"_s));
        look.take(window, u"low-change-order"_s);
        for (const QScrollArea *area : stage->find(u"paymentPage"_s)->findChildren<QScrollArea *>())
            QVERIFY(!area->isVisible() || area->horizontalScrollBar()->maximum() == 0);
        stage->press(Qt::Key_Escape);
        QTRY_VERIFY(stage->isShown(u"startPaymentButton"_s));
        stage->press(Qt::Key_F12);
        look.take(window, u"low-dock"_s);
        stage->press(Qt::Key_F12);
        see(u"low-choose"_s, {u"paySystem_1"_s, u"startPaymentButton"_s});
        stage->click(u"startPaymentButton"_s);
        QTRY_VERIFY(stage->isShown(u"receivedEdit"_s));
        see(u"low-cash"_s, {u"receivedEdit"_s, u"changeLabel"_s, u"confirmPaidButton"_s});
        stage->type(u"50"_s);
        see(u"low-missing"_s, {u"receivedEdit"_s, u"changeLabel"_s});
        stage->type(u"00"_s);
        see(u"low-change"_s, {u"receivedEdit"_s, u"changeLabel"_s});
        stage->click(u"confirmPaidButton"_s);
        see(u"low-drawer"_s, {u"changeLabel"_s, u"confirmPaidYesButton"_s, u"confirmPaidNoButton"_s});
        stage->click(u"confirmPaidYesButton"_s);
        QTRY_VERIFY(stage->isShown(u"nextBuyerButton"_s));
        see(u"low-paid"_s, {u"paidChange"_s, u"nextBuyerButton"_s});
        stage->setUpPrinter(PrintSettings::Automatic::OnRequest);
        QTRY_VERIFY(stage->find(u"notNeededButton"_s));
        see(u"low-paid-to-print"_s, {u"nextBuyerButton"_s, u"printButton"_s, u"savePdfButton"_s, u"notNeededButton"_s});
        look.size = stage->find(u"paymentPage"_s)->size();
        newSum(look);
    }

private:
    struct Look
    {
        Format::Language language;
        Theme::Kind theme;
        QSize size;
        int textSize;

        static void turn() ///< of the event loop
        {
            QTimer timer;
            QSignalSpy turned(&timer, &QTimer::timeout);
            timer.start(0);
            QVERIFY(turned.wait());
        }

        void take(QWidget &window, const QString &name) const
        {
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            const auto fits = [this, &window] { // once what the page needs is known to its window
                window.resize(size);
                return window.size() == size;
            };
            QTRY_VERIFY2(fits(), qPrintable(name + QDebug::toString(window.size())));
            for (int i = 0; i < 6; ++i)
                turn(); // what comes or goes with the size, and what finds room then
            QVERIFY2(window.size() == size, qPrintable(name + QDebug::toString(window.size())));
            const QString file = QStringLiteral(OKOSHKO_LOOKS "/") + name + u'-' +
                                 QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-') + u".png"_s;
            QVERIFY(window.grab().save(file));
            nothingIsCut(window);
        }
    };

    /// The same of a payment page whose order costs more than was told.
    static void newSum(const Look &look)
    {
        Till till;
        Theme::apply(*qApp, look.theme, look.textSize);
        till.openPage();
        const OrderId id = till.startCash();
        till.look(id);
        till.dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(till.dialog.get()));
        look.take(*till.dialog, u"low-page"_s);
        till.vendor.at(id).value = Money::fromMinor(220000);
        till.pass(10s);
        QTRY_VERIFY(Till::shows(*till.dialog, u"acceptSumButton"_s));
        look.take(*till.dialog, u"low-new-sum"_s);
        till.press(Qt::Key_Delete);
        look.take(*till.dialog, u"low-new-sum-cancel"_s);
        const auto *no = Till::shown(*till.dialog, u"cancelSaleNoButton"_s);
        QVERIFY(no && no->visibleRegion().boundingRect() == no->rect());
        till.press(Qt::Key_Escape);
        look.take(*till.dialog, u"low-new-sum-back"_s);
    }

    /// The row that is under way.
    static Look look()
    {
        QFETCH(Format::Language, language);
        QFETCH(Theme::Kind, theme);
        QFETCH(QSize, size);
        QFETCH(int, textSize);
        return {language, theme, size, textSize};
    }

    static void looks(const std::function<bool(QSize, int)> &counts = [](QSize, int) { return true; })
    {
        QTest::addColumn<Format::Language>("language");
        QTest::addColumn<Theme::Kind>("theme");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("textSize");
        for (const auto &[letters, language] :
             {std::pair("ru", Format::Language::Russian), std::pair("en", Format::Language::English)}) {
            for (const auto &[word, theme] :
                 {std::pair("light", Theme::Kind::Light), std::pair("dark", Theme::Kind::Dark)}) {
                for (const QSize size : {QSize(1024, 600), QSize(1280, 800), QSize(1920, 1080)}) {
                    for (const int textSize : {100, 150, 200}) {
                        // By day each size in each language, in one theme and one size of text: which, takes turns.
                        const bool isRussian = language == Format::Language::Russian;
                        const bool isLight = theme == Theme::Kind::Light;
                        const bool isMiddle = size.width() == 1280;
                        const int text = isMiddle               ? (isRussian ? 150 : 100)
                                         : size.width() == 1024 ? 200
                                         : isRussian            ? 100
                                                                : 150;
                        if (counts(size, textSize) &&
                            (isNightly() || ((isRussian == isLight) != isMiddle && textSize == text)))
                            QTest::addRow("%s %s %d %d", letters, word, size.width(), textSize)
                                << language << theme << size << textSize;
                    }
                }
            }
        }
    }

    /// Of an order its number, sum and state, and some orders at once.
    static void listTellsEnough(const QWidget &table)
    {
        const auto &view = dynamic_cast<const OrderTableView &>(table);
        for (const auto column :
             {OrderTableModel::Column::Number, OrderTableModel::Column::Sum, OrderTableModel::Column::Status})
            QVERIFY2(!view.isColumnHidden(static_cast<int>(column)),
                     qPrintable(QString::number(static_cast<int>(column))));
        constexpr int fewest = 3;
        const int rows = view.viewport()->height() / view.verticalHeader()->defaultSectionSize();
        QVERIFY2(rows >= fewest, qPrintable(QString::number(rows)));
    }

    static std::unique_ptr<GuiFixture> setUp(const Look &look)
    {
        auto stage = std::make_unique<GuiFixture>(look.language);
        stage->settings.setTheme(look.theme);
        stage->close();
        Theme::apply(*qApp, look.theme, look.textSize); // the windows are built in it
        stage->open();
        [&] { QTRY_VERIFY(!stage->counter->catalogue.events().isEmpty()); }();
        return stage;
    }
};

} // namespace okoshko::test::tst_looks

OKOSHKO_TEST(tst_looks, LooksTest, QApplication)
#include "tst_looks.moc"
