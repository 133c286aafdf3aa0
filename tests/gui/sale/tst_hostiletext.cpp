// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/sale/GuiFixture.h"

#include "models/domain/Text.h"
#include "tests/support/TestProgram.h"
#include "ui/payment/SystemsPane.h"
#include "ui/widgets/ElidedLabel.h"

#include <QAbstractButton>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeySequence>
#include <QLabel>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_hostiletext {

namespace {

/// Markup, an underlined letter, a mark that turns all that follows, a second line, and far too long a word.
const QString hostile = u"<img src=x><b>Ча&йка</b> & &lt; \u202eДаром\n<i>вторая</i> "_s + QString(3000, u'Ш');

QJsonValue poisoned(const QString &key, const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray result;
        for (const QJsonValue &element : value.toArray())
            result << poisoned(key, element);
        return result;
    }
    if (value.isObject()) {
        QJsonObject result = value.toObject();
        for (auto it = result.begin(); it != result.end(); ++it)
            it.value() = poisoned(it.key(), it.value());
        return result;
    }
    const bool isWords = key == u"title" || key == u"desc" || key == u"name" || key == u"address";
    return isWords && value.isString() ? QJsonValue(hostile.toHtmlEscaped()) : value;
}

/// The demo catalogue, all of whose words are hostile: what stands in entities is text.
QString hostileCatalogue(const QTemporaryDir &folder)
{
    QFile demo(QStringLiteral(OKOSHKO_FIXTURES "/../../resources/sandbox/catalogue.json"));
    QFile file(folder.filePath(u"catalogue.json"_s));
    [&] { QVERIFY(demo.open(QIODevice::ReadOnly) && file.open(QIODevice::WriteOnly)); }();
    const QJsonObject whole = QJsonDocument::fromJson(demo.readAll()).object();
    file.write(QJsonDocument(poisoned({}, whole).toObject()).toJson());
    return file.fileName();
}

/// What is read where Qt shows \a text as a tool tip.
QString readAsToolTip(const QString &text)
{
    QTextDocument document;
    if (Qt::mightBeRichText(text))
        document.setHtml(text);
    else
        document.setPlainText(text);
    return document.toPlainText();
}

bool isTheirs(const QString &text)
{
    return text.contains(u"src=x");
}

} // namespace

/// Whatever the server calls an event, a venue or a category: it is read as it is written, and does nothing.
class HostileTextTest : public QObject
{
    Q_OBJECT

private:
    /// Looks at everything in the window, and gives how much of it was the server's.
    static int look(const QWidget &window)
    {
        int theirs = 0;
        for (const QWidget *widget : window.findChildren<QWidget *>()) {
            const QString text = widget->property("text").toString();
            theirs += isTheirs(text) ? 1 : 0;
            if (const auto *label = qobject_cast<const QLabel *>(widget); label && !text.isEmpty()) {
                [&] { QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(text.left(80))); }();
                [&] { QVERIFY(!isTheirs(text) || !label->buddy()); }();
            }
            if (qobject_cast<const QAbstractButton *>(widget) && isTheirs(text))
                [&] { QVERIFY2(QKeySequence::mnemonic(text).isEmpty(), qPrintable(text.left(80))); }();
            for (const QString &told : {text, widget->toolTip(), widget->accessibleName(), widget->windowTitle()})
                [&] { QVERIFY2(!told.contains(QChar(0x202E)), qPrintable(told.left(80))); }();
            [&] { QVERIFY(!isTheirs(widget->windowTitle())); }();
            if (!isTheirs(widget->toolTip()))
                continue;
            ++theirs;
            [&] { QVERIFY(readAsToolTip(widget->toolTip()).contains(u"<img src=x><b>Ча&йка</b> & &lt; Даром")); }();
        }
        return theirs;
    }

private Q_SLOTS:
    void isReadAsItIsWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("an ampersand") << u"Ромео & Джульетта"_s;
        QTest::newRow("markup") << u"<img src=x><b>Чайка</b>"_s;
        QTest::newRow("markup in the second line") << u"Чайка\n<b>и другие</b>"_s;
        QTest::newRow("an entity") << u"&lt;b&gt; &amp;"_s;
        QTest::newRow("a declaration") << u"<?xml version='1.0'?>"_s;
        QTest::newRow("plain") << u"Чайка"_s;
    }

    void isReadAsItIsWritten()
    {
        QFETCH(QString, text);
        ElidedLabel label(Theme::Type::Text, Tone::Plain, QFont::Normal, nullptr);
        label.setText(text);
        QCOMPARE(readAsToolTip(label.toolTip()), text);
    }

    void aWholeSaleOfHostileWords()
    {
        const QTemporaryDir folder;
        sandbox::Options options;
        options.catalogue = hostileCatalogue(folder);
        GuiFixture stage(Format::Language::Russian, options);
        const QWidget &window = stage.windows->main();
        const auto &events = stage.counter->catalogue.events();
        QVERIFY(!events.isEmpty());
        QVERIFY(events.first()->event.title.startsWith(u"<img src=x><b>Ча&йка</b> & &lt; Даром <i>вторая</i>"));
        QCOMPARE(events.first()->event.title.size(), longestShownText);

        look(window);
        stage.pick(GuiFixture::pageEvent(), GuiFixture::pageSet(), 2);
        QVERIFY(look(window) >= 3); // the event's title, its place, a category
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.isShown(u"startPaymentButton"_s));
        look(window);
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.isShown(u"openPageButton"_s));
        look(window);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
        QTRY_VERIFY(look(window) >= 3); // and a ticket's line, in its tool tip
        const auto &orders = stage.counter->orders;
        for (int column = 0; column < orders.columnCount(); ++column) {
            const QString tip = orders.index(0, column).data(Qt::ToolTipRole).toString();
            QVERIFY(!isTheirs(tip) || readAsToolTip(tip).contains(u"<img src=x><b>Ча&йка</b> & &lt; Даром"));
        }
        QVERIFY2(window.minimumSizeHint().width() <= 1024,
                 qPrintable(QString::number(window.minimumSizeHint().width())));
        QCoreApplication::processEvents();
        if (qEnvironmentVariableIsSet("OKOSHKO_SHOTS"))
            stage.windows->main().grab().save(qEnvironmentVariable("OKOSHKO_SHOTS") + u"/hostile.png"_s);
    }

    void aWayToPayUnderlinesNothingOfItsName()
    {
        const PaymentSystem system{.name = u"x"_s,
                                   .labels = {{u"ru"_s, u"<b src=x>М&М"_s}, {u"en"_s, u"<b src=x>M&M"_s}}};
        const SystemsPane pane({system}, Format(Format::Language::English), nullptr);
        look(pane);
        const auto *button = pane.findChild<QAbstractButton *>(u"paySystem_1"_s);
        QVERIFY(button && isTheirs(button->text()));
    }
};

} // namespace okoshko::test::tst_hostiletext

OKOSHKO_TEST(tst_hostiletext, HostileTextTest, QApplication)
#include "tst_hostiletext.moc"
