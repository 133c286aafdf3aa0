// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/sale/GuiFixture.h"
#include "tests/support/TestProgram.h"

#include "ui/main/OrderPane.h"
#include "ui/main/TopBar.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_window {

/// The window around the pages: language, filter, theme, names for screen readers.
class WindowTest : public QObject
{
    Q_OBJECT

private:
    /// Everything that can be read in the window just now.
    static QStringList texts(const GuiFixture &stage)
    {
        QStringList all{stage.windows->main().windowTitle()};
        for (const QLabel *label : stage.windows->main().findChildren<QLabel *>()) {
            if (label->isVisible())
                all << label->text();
        }
        for (const QPushButton *button : stage.windows->main().findChildren<QPushButton *>()) {
            if (button->isVisible())
                all << button->text().remove(u'&');
        }
        const auto &orders = stage.counter->orders;
        for (int column = 0; column < orders.columnCount(); ++column)
            all << orders.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        all.removeAll(QString());
        return all;
    }

    /// Words in the letters of the other language. The server's texts, addresses and names of keys are no words of
    /// ours.
    static QStringList foreign(const QStringList &texts, Format::Language language)
    {
        static const QRegularExpression cyrillic(u"[А-Яа-яЁё]{2,}"_s);
        static const QRegularExpression latin(u"[A-Za-z]{3,}"_s);
        QStringList found;
        for (const QString &text : texts) {
            const bool ours = text != u"Русский ▾" && text != u"English ▾" && !text.contains(u"127.0.0.1");
            if (ours && text.contains(language == Format::Language::Russian ? latin : cyrillic))
                found << text;
        }
        return found;
    }

    /// What can be used in the window just now and has no name for assistive tools.
    static QStringList nameless(const GuiFixture &stage)
    {
        QStringList found;
        for (QWidget *widget : stage.windows->main().findChildren<QWidget *>()) {
            const bool isUsed = widget->focusPolicy() != Qt::NoFocus ||
                                (qobject_cast<QAbstractButton *>(widget) && widget->isEnabled());
            if (!isUsed || !widget->isVisible() || widget->focusProxy())
                continue;
            if (QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name).isEmpty())
                found << widget->objectName() + u' ' + QString::fromLatin1(widget->metaObject()->className());
        }
        return found;
    }

private Q_SLOTS:
    void speaksBothLanguagesAtOnce()
    {
        GuiFixture stage(Format::Language::Russian);
        QTRY_VERIFY(stage.counter->monitor.connection().health == ConnectionState::Health::Online);
        QTRY_COMPARE(foreign(texts(stage), Format::Language::Russian).join(u'|'), QString());
        Q_EMIT stage.windows->main().languageRequested(Format::Language::English);
        QTRY_COMPARE(foreign(texts(stage), Format::Language::English).join(u'|'), QString());
        QCOMPARE(stage.settings.language(), Format::Language::English); // and remembers it
        Q_EMIT stage.windows->main().languageRequested(Format::Language::Russian);
        QTRY_COMPARE(foreign(texts(stage), Format::Language::Russian).join(u'|'), QString());
    }

    void switchesInTheMiddleOfAPayment()
    {
        GuiFixture stage(Format::Language::English);
        stage.startPayment(GuiFixture::pageEvent(), GuiFixture::pageSet(), 2);
        QTRY_VERIFY(stage.isShown(u"openPageButton"_s));
        Q_EMIT stage.windows->main().languageRequested(Format::Language::Russian);
        QTRY_COMPARE(foreign(texts(stage), Format::Language::Russian).join(u'|'), QString());
        QVERIFY(texts(stage).contains(u"Ждём оплату"_s));
        QVERIFY(stage.isShown(u"openPageButton"_s));
    }

    void v10_aSlowListIsToldAndCanBeLeft()
    {
        GuiFixture stage(Format::Language::English);
        QTRY_VERIFY(stage.counter->monitor.connection().health == ConnectionState::Health::Online);
        QTRY_VERIFY(!stage.isWaiting());
        stage.server->scenarios().arm(sandbox::scenario("slow"));
        stage.press(Qt::Key_F5);
        QTRY_VERIFY(stage.isShown(u"leaveWaitButton"_s)); // after two seconds
        QCOMPARE(qobject_cast<QLabel *>(stage.find(u"waitWords"_s))->text(), u"Reading the orders…"_s);
        stage.click(u"leaveWaitButton"_s);
        QVERIFY(!stage.find(u"leaveWaitButton"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!stage.isWaiting(), GuiFixture::patience); // it has gone on
        stage.press(Qt::Key_F5);
        QTRY_VERIFY(stage.find(u"leaveWaitButton"_s));
        stage.server->scenarios().disarm(sandbox::scenario("slow"));
        QTRY_VERIFY_WITH_TIMEOUT(!stage.find(u"leaveWaitButton"_s), GuiFixture::patience); // when the list is there
    }

    void arrowsChooseWhileSomethingIsLookedFor()
    {
        GuiFixture stage;
        const OrderId first = stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1).order.id;
        stage.press(Qt::Key_Escape);
        const OrderId second = stage.reserve(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1).order.id;
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
        auto *page = stage.windows->main().findChild<OrdersPage *>();
        page->focusSearch();
        QWidget *search = stage.find(u"filterEdit"_s);
        QCOMPARE(page->current(), second);
        // At an end of the list nothing happens, as often as it is pressed.
        for (const auto &[key, chosen] : {std::pair(Qt::Key_Up, second), std::pair(Qt::Key_Down, first),
                                          std::pair(Qt::Key_Down, first), std::pair(Qt::Key_PageDown, first)}) {
            stage.press(key);
            QCOMPARE(page->current(), chosen);
            QCOMPARE(stage.windows->main().focusWidget(), search);
        }
        stage.type(u"nothing is called so"_s);
        stage.press(Qt::Key_Down);
        QVERIFY(page->current().isNull());
        QCOMPARE(stage.windows->main().focusWidget(), search);
    }

    void chordsGoByTheirPlaceWhereNoLayoutHasLatinLetters()
    {
        GuiFixture stage;
        const Sale &sale = stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
        QWidget &window = stage.windows->main();
        const auto chord = [&window](char16_t letter) {
            QKeyEvent press(QEvent::KeyPress, letter, Qt::ControlModifier); // QtTest knows Latin letters alone
            QCoreApplication::sendEvent(window.focusWidget(), &press);
        };
        QGuiApplication::clipboard()->clear();
        chord(u'С'); // where C is
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::number(sale.order.number));
        chord(u'А'); // where F is
        QCOMPARE(window.focusWidget(), stage.find(u"filterEdit"_s));
        chord(u'Т'); // where N is
        QTRY_VERIFY(stage.isShown(u"eventList"_s));
    }

    void filtersByTextAndChip()
    {
        GuiFixture stage;
        stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
        const auto &orders = stage.counter->orders;
        QCOMPARE(orders.rowCount(), 1);
        stage.click(u"chipPaid"_s);
        QCOMPARE(orders.rowCount(), 0);
        stage.click(u"chipHeld"_s);
        QCOMPARE(orders.rowCount(), 1);
        stage.click(u"filterEdit"_s);
        stage.type(u"nosuch"_s);
        QCOMPARE(orders.rowCount(), 0);
        stage.press(Qt::Key_Escape);
        QCOMPARE(orders.rowCount(), 1);
    }

    void everyControlHasAName_data()
    {
        QTest::addColumn<Format::Language>("language");
        QTest::newRow("English") << Format::Language::English;
        QTest::newRow("Russian") << Format::Language::Russian;
    }

    void everyControlHasAName()
    {
        QFETCH(Format::Language, language);
        GuiFixture stage(language);
        QCOMPARE(nameless(stage).join(u'|'), QString());
        stage.pick(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        QCOMPARE(nameless(stage).join(u'|'), QString());
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.isShown(u"startPaymentButton"_s));
        QCOMPARE(nameless(stage).join(u'|'), QString());
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
        stage.press(Qt::Key_F8);
        QCOMPARE(nameless(stage).join(u'|'), QString());
        stage.press(Qt::Key_Escape);
        stage.press(Qt::Key_F12);
        QVERIFY(stage.find(u"qaList"_s));
        QCOMPARE(nameless(stage).join(u'|'), QString());
        stage.press(Qt::Key_F12);
        Q_EMIT stage.windows->main().settingsRequested();
        auto *pages = stage.hand->find<QListWidget>(u"settingsPages"_s);
        QVERIFY(pages);
        for (int page = 0; page < pages->count(); ++page) {
            pages->setCurrentRow(page);
            QCOMPARE(nameless(stage).join(u'|'), QString());
        }
    }

    void noWordOfTheServersWidensTheWindow()
    {
        GuiFixture stage;
        Sale sale;
        sale.order.id = *OrderId::parse(u"0123456789abcdef01234567"_s);
        sale.order.status = OrderStatus::Executed;
        Event event;
        event.title = QString(3000, u'X');
        event.venue.name = QString(3000, u'Y');
        OrderPane pane(stage.counter->clock, stage.counter->printing, {}, Format(Format::Language::English), nullptr);
        const int before = pane.minimumSizeHint().width();
        pane.setSale(sale, event);
        QVERIFY2(pane.minimumSizeHint().width() < before + Theme::space(80),
                 qPrintable(QString::number(pane.minimumSizeHint().width())));
    }

    /// The buttons of printing do not push it to a second line.
    void theNextBuyerStandsBesideThePrintButton()
    {
        GuiFixture stage(Format::Language::Russian);
        stage.setUpPrinter(PrintSettings::Automatic::OnRequest);
        stage.startPayment(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
        stage.click(u"confirmPaidButton"_s);
        stage.click(u"confirmPaidYesButton"_s);
        QTRY_VERIFY(stage.find(u"notNeededButton"_s) && stage.find(u"nextBuyerButton"_s));
        const auto middle = [&stage](const QString &name) { return stage.find(name)->geometry().center().y(); };
        QTRY_COMPARE(middle(u"nextBuyerButton"_s), middle(u"printButton"_s));
        QCOMPARE(stage.windows->main().size(), QSize(1280, 800));
    }

    void themesAreWornAndRemembered()
    {
        GuiFixture stage;
        for (const auto kind : {Theme::Kind::Dark, Theme::Kind::HighContrast, Theme::Kind::Light}) {
            Q_EMIT stage.windows->main().themeRequested(kind);
            QCOMPARE(stage.settings.theme(), kind);
            QCOMPARE(Theme::palette().window, Theme::paletteOf(kind).window);
        }
    }

    void contrastIsEnough_data()
    {
        QTest::addColumn<Theme::Kind>("kind");
        QTest::newRow("light") << Theme::Kind::Light;
        QTest::newRow("dark") << Theme::Kind::Dark;
        QTest::newRow("high contrast") << Theme::Kind::HighContrast;
    }

    void anUntickedBoxIsSeen_data() { contrastIsEnough_data(); }

    void anUntickedBoxIsSeen()
    {
        QFETCH(Theme::Kind, kind);
        Theme::apply(*qApp, kind);
        QListWidget list;
        (new QListWidgetItem(u"Row 1"_s, &list))->setCheckState(Qt::Unchecked);
        list.resize(list.sizeHint());
        const QImage image = list.grab().toImage();
        int border = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                border += image.pixelColor(x, y) == Theme::palette().control ? 1 : 0;
        }
        Theme::apply(*qApp, Theme::Kind::Light);
        QVERIFY2(border > 2 * Theme::space(3), qPrintable(QString::number(border)));
    }

    void contrastIsEnough()
    {
        QFETCH(Theme::Kind, kind);
        const Theme::Palette &p = Theme::paletteOf(kind);
        const std::pair<const char *, Theme::Tint> pairs[]{{"text on surface", {p.text, p.surface}},
                                                           {"text on window", {p.text, p.window}},
                                                           {"text on selection", {p.text, p.selection}},
                                                           {"text on mark", {p.text, p.mark}},
                                                           {"muted on surface", {p.muted, p.surface}},
                                                           {"muted on window", {p.muted, p.window}},
                                                           {"muted on raised", {p.muted, p.raised}},
                                                           {"muted on selection", {p.muted, p.selection}},
                                                           {"accent's words", {p.onAccent, p.accent}},
                                                           {"urgent on surface", {p.urgent, p.surface}},
                                                           {"urgent on window", {p.urgent, p.window}},
                                                           {"held", p.held},
                                                           {"paying", p.paying},
                                                           {"paid", p.paid},
                                                           {"cancelled", p.cancelled},
                                                           {"expired", p.expired},
                                                           {"unknown", p.unknown},
                                                           {"refunded", p.refunded},
                                                           {"notice", p.notice},
                                                           {"warning", p.warning},
                                                           {"failure", p.failure},
                                                           {"success", p.success},
                                                           {"training", p.training},
                                                           {"staging", p.staging}};
        for (const auto &[name, tint] : pairs) {
            const double ratio = contrast(tint.foreground, tint.background);
            QVERIFY2(ratio >= 4.5, qPrintable(QString::fromLatin1(name) + u' ' + QString::number(ratio)));
        }
    }

private:
    /// WCAG 2: relative luminance and contrast ratio.
    static double luminance(const QColor &colour)
    {
        const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    }
    static double contrast(const QColor &a, const QColor &b)
    {
        const auto [dark, bright] = std::minmax({luminance(a), luminance(b)});
        return (bright + 0.05) / (dark + 0.05);
    }
};

} // namespace okoshko::test::tst_window

OKOSHKO_TEST(tst_window, WindowTest, QApplication)
#include "tst_window.moc"
