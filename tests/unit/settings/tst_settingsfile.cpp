// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/Settings.h"
#include "app/settings/SettingsFile.h"
#include "app/settings/WindowState.h"
#include "models/domain/JsonTree.h"
#include "models/settings/Validation.h"
#include "tests/support/TestProgram.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_settingsfile {

using Reason = SettingsReason;

/// The settings as a file: written, read back, and every mistake with its line.
class SettingsFileTest : public QObject
{
    Q_OBJECT

private:
    /// Other than the defaults in every field.
    static CounterSettings changed()
    {
        CounterSettings settings;
        settings.server = u"https://tickets.example.org:8443"_s;
        settings.environment = Environment::Staging;
        settings.counterName = u"Касса № 2, \"левая\""_s;
        settings.language = Format::Language::English;
        settings.theme = ThemeKind::HighContrast;
        settings.textSize = 125;
        settings.sounds = Sounds::On;
        settings.urgentFrom = 90s;
        settings.firstPause = 3s;
        settings.slowestPause = 45s;
        PaymentSystem system;
        system.name = u"own/1"_s;
        system.labels = {{u"ru"_s, u"Своё"_s}, {u"en"_s, u"Own"_s}};
        system.icon = PaymentSystem::Icon::Phone;
        system.digit = 0;
        system.customerData = PaymentSystem::CustomerData::NameAndEmail;
        system.confirmation = PaymentSystem::Confirmation::Cashier;
        settings.paymentSystems = {defaultPaymentSystems().last(), system, defaultPaymentSystems().first()};
        settings.paymentSystems[2].use = PaymentSystem::Use::Off;
        PrinterProfile stock;
        stock.name = u"Бланки"_s;
        stock.queue = u"zebra"_s;
        stock.prints = PrinterProfile::Prints::Tickets | PrinterProfile::Prints::Receipts;
        stock.ticketTemplate = u"stock-2x5-5"_s;
        stock.width = 50.8;
        stock.maxLength = 139.75;
        stock.dpi = 203;
        stock.cutter = PrinterProfile::Cutter::Yes;
        stock.firstSlot = 2;
        stock.blanks = PrinterProfile::Blanks::Numbered;
        PrinterProfile receipts;
        receipts.name = u"Чеки"_s;
        receipts.queue = u"roll"_s;
        receipts.prints = PrinterProfile::Prints::Receipts;
        settings.print = {PrintSettings::Automatic::OnRequest, {stock, receipts}};
        return settings;
    }

    static QByteArray write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        [&] { QVERIFY(file.open(QIODevice::WriteOnly)); }();
        file.write(text);
        return text;
    }

    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QByteArray withHead(const QByteArray &rest)
    {
        return "{\n\"format\": \"okoshko-settings\",\n\"version\": 1,\n" + rest + "\n}\n";
    }

private Q_SLOTS:
    void readsWhatItWrote()
    {
        QCOMPARE(validate(changed()), QList<SettingsFault>());
        for (const CounterSettings &settings : {CounterSettings(), changed()}) {
            const SettingsReading reading = readSettings(writeSettings(settings), {});
            QCOMPARE(reading.faults, QList<SettingsFault>());
            QCOMPARE(reading.values, settings);
        }
    }

    void isPlainJsonWithNameAndVersion()
    {
        const QJsonObject object = QJsonDocument::fromJson(writeSettings(changed())).object();
        QCOMPARE(object.value(u"format"_s).toString(), u"okoshko-settings"_s);
        QCOMPARE(object.value(u"version"_s).toInt(), 1);
        QCOMPARE(object.value(u"urgentFrom"_s).toInt(), 90);
        QCOMPARE(object.value(u"theme"_s).toString(), u"contrast"_s);
        const QJsonObject system = object.value(u"paymentSystems"_s)[1].toObject();
        QCOMPARE(system.value(u"on"_s), QJsonValue(true));
        QCOMPARE(system.value(u"labelRu"_s).toString(), u"Своё"_s);
        QCOMPARE(system.value(u"confirmedBy"_s).toString(), u"cashier"_s);
    }

    void whatIsNotNamedStaysAsItWas()
    {
        const SettingsReading reading = readSettings(withHead("\"theme\": \"dark\""), changed());
        CounterSettings wanted = changed();
        wanted.theme = ThemeKind::Dark;
        QCOMPARE(reading.faults, QList<SettingsFault>());
        QCOMPARE(reading.values, wanted);
        QCOMPARE(readSettings("\xEF\xBB\xBF" + withHead("\"theme\": \"dark\""), changed()).values, wanted); // Notepad's
    }

    void namesEachMistakeWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QList<SettingsFault>>("faults");
        const auto row = [](const char *name, const QByteArray &text, const QList<SettingsFault> &faults) {
            QTest::newRow(name) << text << faults;
        };
        row("unknown field", withHead("\"theme\": \"dark\",\n\"urgentfrom\": 90"),
            {{Reason::UnknownField, u"urgentfrom"_s, {}, 5}});
        row("unknown word", withHead("\"theme\": \"black\""),
            {{Reason::UnknownWord, u"theme"_s, u"system, light, dark, contrast"_s, 4}});
        row("text for number", withHead("\"urgentFrom\": \"90\""), {{Reason::WantsNumber, u"urgentFrom"_s, {}, 4}});
        row("fraction", withHead("\"urgentFrom\": 90.5"), {{Reason::WantsNumber, u"urgentFrom"_s, {}, 4}});
        row("huge", withHead("\"urgentFrom\": 99999999999999999999"), {{Reason::WantsNumber, u"urgentFrom"_s, {}, 4}});
        row("large", withHead("\"urgentFrom\": 9999999999"), {{Reason::OutOfBounds, u"urgentFrom"_s, u"30…600"_s, 4}});
        row("null for text", withHead("\"counterName\": null"), {{Reason::WantsText, u"counterName"_s, {}, 4}});
        row("object for list", withHead("\"paymentSystems\": {}"), {{Reason::WantsList, u"paymentSystems"_s, {}, 4}});
        row("number for list of printers", withHead("\"printers\": 1"), {{Reason::WantsList, u"printers"_s, {}, 4}});
        row("text for a printer", withHead("\"printers\": [\n\"roll\"]"),
            {{Reason::WantsObject, u"printers[0]"_s, {}, 5},
             {Reason::Empty, u"printers[0].name"_s, {}, 5},
             {Reason::Empty, u"printers[0].queue"_s, {}, 5},
             {Reason::Empty, u"printers[0].template"_s, {}, 5}});
        row("a printer's mistakes",
            withHead("\"printers\": [{\"name\": \"A\", \"queue\": \"a\", \"template\": \"roll-80\"},\n{\"name\": "
                     "\"B\", \"queue\": \"b\", \"template\": \"roll-80\",\n\"width\": \"80\",\n\"dpi\": "
                     "203.5,\n\"cutter\": 1,\n\"maxLength\": 19.9,\n\"paper\": 1}]"),
            {{Reason::WantsDecimal, u"printers[1].width"_s, {}, 6},
             {Reason::WantsNumber, u"printers[1].dpi"_s, {}, 7},
             {Reason::WantsYesOrNo, u"printers[1].cutter"_s, {}, 8},
             {Reason::OutOfBounds, u"printers[1].maxLength"_s, u"20…3000"_s, 9},
             {Reason::UnknownField, u"printers[1].paper"_s, {}, 10}});
        row("text for object", withHead("\"paymentSystems\":\n[\n\"api/BASE\"]"),
            {{Reason::WantsObject, u"paymentSystems[0]"_s, {}, 6},
             {Reason::Empty, u"paymentSystems[0].name"_s, {}, 6},
             {Reason::Empty, u"paymentSystems[0].labelRu"_s, {}, 6},
             {Reason::Empty, u"paymentSystems[0].labelEn"_s, {}, 6}});
        row("twice", withHead("\"theme\": \"dark\",\n\"theme\": \"light\""), {{Reason::Twice, u"theme"_s, {}, 5}});
        row("a key", withHead("\"apiKey\": \"0123456789abcdef0123456789abcdef\""),
            {{Reason::HoldsKey, u"apiKey"_s, {}, 4}});
        row("a hidden key", withHead("\"counterName\": \"0123456789abcdef0123456789abcdef\""),
            {{Reason::LooksLikeKey, u"counterName"_s, {}, 4}});
        row("path", withHead("\"server\":\n\"https://example.org/v1\""), {{Reason::HasPath, u"server"_s, {}, 5}});
        row("newer", "{\"format\": \"okoshko-settings\",\n\"version\": 2,\n\"shiny\": 1}",
            {{Reason::NewerVersion, {}, u"2"_s, 2}});
        row("no version", "{\n\"format\": \"okoshko-settings\"}", {{Reason::WantsNumber, u"version"_s, {}, 2}});
        row("other JSON", "{\n\"format\": \"something\"}", {{Reason::NotSettings, {}, {}, 2}});
        row("no object", "[]", {{Reason::NotSettings, {}, {}, 1}});
        row("several", withHead("\"textSize\": 5,\n\"sounds\": \"loud\",\n\"pace\": 1"),
            {{Reason::OutOfBounds, u"textSize"_s, u"80…200"_s, 4},
             {Reason::UnknownWord, u"sounds"_s, u"off, on"_s, 5},
             {Reason::UnknownField, u"pace"_s, {}, 6}});
    }

    void namesEachMistakeWithItsLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QList<SettingsFault>, faults);
        const SettingsReading reading = readSettings(text, changed());
        QCOMPARE(reading.faults, faults);
        QCOMPARE(validate(reading.values), QList<SettingsFault>()); // always to be used
        QCOMPARE(reading.values.counterName, changed().counterName);
    }

    void twoSystemsOnOneDigit()
    {
        CounterSettings settings;
        settings.paymentSystems[2].digit = 1;
        const QByteArray text = writeSettings(settings);
        const SettingsReading reading = readSettings(text, {});
        const auto line = static_cast<int>(text.left(text.lastIndexOf("\"digit\": 1")).count('\n')) + 1;
        QCOMPARE(reading.faults,
                 (QList<SettingsFault>{{Reason::DigitTaken, u"paymentSystems[2].digit"_s, u"1"_s, line}}));
    }

    void saysWhereItStopsBeingJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("empty") << QByteArray() << 1;
        QTest::newRow("comma") << withHead("\"theme\": \"dark\"\n\"sounds\": \"on\"") << 5;
        QTest::newRow("quote") << withHead("\"theme: dark") << 4;
        const QByteArray cutOff = writeSettings({}).left(200);
        QTest::newRow("cut off") << cutOff << static_cast<int>(cutOff.count('\n')) + 1;
        QTest::newRow("more behind it") << withHead("\"theme\": \"dark\"") + "x" << 6;
        QTest::newRow("too deep") << QByteArray(200000, '[') << 1;
        QTest::newRow("no UTF-8") << withHead("\"counterName\": \"\xFF\xFE\"") << 4;
        QTest::newRow("zero byte") << withHead(QByteArray("\"theme\": \"dark\"\0", 16)) << 4;
    }

    void saysWhereItStopsBeingJson()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        const QList<SettingsFault> faults = readSettings(text, {}).faults;
        QCOMPARE(faults.size(), 1);
        QCOMPARE(faults.first().reason, Reason::NotJson);
        QCOMPARE(faults.first().line, line);
        QVERIFY(faults.first().column >= 1);
    }

    void aFileThatIsNoneOrTooLarge()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.json"_s);
        QCOMPARE(readSettingsFile(path, {}).faults.first().reason, Reason::Unreadable);
        QCOMPARE(readSettingsFile(folder.path(), {}).faults.first().reason, Reason::NotAFile);
        write(path, QByteArray(2 << 20, ' '));
        QCOMPARE(readSettingsFile(path, {}).faults.first().reason, Reason::TooLarge);
    }

    void writesAllOrNothing()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"settings.json"_s);
        QVERIFY(writeSettingsFile(path, {}));
        const QByteArray before = contents(path);
        QVERIFY(QDir(folder.path()).mkdir(u"in the way"_s));
        QVERIFY(!writeSettingsFile(folder.filePath(u"in the way"_s), changed()));
        QVERIFY(!writeSettingsFile(folder.filePath(u"no/such/folder.json"_s), changed()));
        QCOMPARE(contents(path), before);
        QVERIFY(writeSettingsFile(path, changed()));
        QCOMPARE(readSettingsFile(path, {}).values, changed());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"settings.json"_s});
    }

    void theCounterRemembers()
    {
        const QTemporaryDir folder;
        {
            Settings settings(folder.path());
            QCOMPARE(settings.values(), CounterSettings());
            QVERIFY(settings.save(changed()));
            settings.setTheme(ThemeKind::Dark);
            WindowState(folder.path()).setGeometry("abc");
        }
        Settings settings(folder.path());
        CounterSettings wanted = changed();
        wanted.theme = ThemeKind::Dark;
        QCOMPARE(settings.values(), wanted);
        QCOMPARE(settings.faults(), QList<SettingsFault>());
        QCOMPARE(WindowState(folder.path()).geometry(), QByteArray("abc"));
    }

    void losesNothingOfAFaultyFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"settings.json"_s);
        const QByteArray faulty = write(path, withHead("\"counterName\": \"Left\",\n\"textSize\": 5"));
        Settings settings(folder.path());
        QCOMPARE(settings.faults().size(), 1);
        QCOMPARE(settings.counterName(), u"Left"_s); // what is right is used
        QCOMPARE(settings.values().textSize, 100);
        settings.setLanguage(Format::Language::English); // nobody has said that the file is to be replaced
        QCOMPARE(settings.language(), Format::Language::English);
        QCOMPARE(contents(path), faulty);

        QVERIFY(settings.save(settings.values()));
        QCOMPARE(contents(path + u".faulty"_s), faulty);
        QCOMPARE(Settings(folder.path()).faults(), QList<SettingsFault>());
        write(path, faulty + ' ');
        Settings again(folder.path());
        QVERIFY(again.save({}));
        QCOMPARE(contents(path + u".faulty"_s), faulty); // the older one stays as well
        QCOMPARE(contents(path + u".faulty-2"_s), faulty + ' ');
    }
};

} // namespace okoshko::test::tst_settingsfile

OKOSHKO_TEST(tst_settingsfile, SettingsFileTest, QCoreApplication)
#include "tst_settingsfile.moc"
