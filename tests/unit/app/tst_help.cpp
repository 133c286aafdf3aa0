// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"

#include "app/CommandLine.h"
#include "models/settings/SettingsFields.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_help {

namespace {

QString contents(const QString &path)
{
    QFile file(QStringLiteral(OKOSHKO_ROOT) + u'/' + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString page(const QString &language, const QString &name)
{
    return contents(u"resources/help/%1/%2"_s.arg(language, name));
}

/// All that \a pattern captures in \a text, in its order.
QStringList captured(const QString &text, const QString &pattern)
{
    QStringList all;
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    for (auto it = expression.globalMatch(text); it.hasNext();)
        all << it.next().captured(1);
    return all;
}

QString withoutFences(QString text)
{
    static const QRegularExpression fence(u"^```.*?^```$"_s, QRegularExpression::MultilineOption |
                                                                 QRegularExpression::DotMatchesEverythingOption);
    return text.remove(fence);
}

/// What stands between backticks in a text.
QStringList codeIn(const QString &text)
{
    return captured(withoutFences(text), u"`([^`\n]+)`"_s);
}

QString section(const QString &text, int at) ///< 1 = the first one below the heading
{
    return text.section(u"\n## "_s, at, at);
}

/// The rows of the table in \a text by the code in the first cell.
QMap<QString, QString> rows(const QString &text)
{
    QMap<QString, QString> rows;
    for (const QString &line : text.split(u'\n')) {
        static const QRegularExpression form(u"^\\| `([^`]+)` \\| (.*) \\|$"_s);
        if (const auto match = form.match(line); match.hasMatch())
            rows.insert(match.captured(1), match.captured(2));
    }
    return rows;
}

QString output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() && process.exitCode() == 0 ? QString::fromUtf8(process.readAllStandardOutput())
                                                                : QString();
}

/// The options that \a program offers, as the pages write them: `--port NUMBER`.
QStringList optionsOf(const QString &program)
{
    QStringList options = captured(output(program, {u"--help"_s}), u"^  (?:-\\w, )?(--[a-z-]+(?: <[^>\n]+>)?)"_s);
    for (QString &option : options) {
        const qsizetype value = option.indexOf(u'<');
        if (value >= 0)
            option = option.first(value) + option.sliced(value + 1).chopped(1).toUpper().replace(u"WXH"_s, u"WxH"_s);
    }
    std::ranges::sort(options);
    return options;
}

/// What each line of a page is, but for its words.
QStringList structureOf(const QString &text)
{
    QStringList lines;
    bool isFenced = false;
    for (const QString &line : text.split(u'\n')) {
        static const QRegularExpression kind(u"^(#+ |\\d+\\. |- |\\|)"_s);
        if (line.startsWith(u"```"))
            isFenced = !isFenced;
        if (isFenced)
            lines << line;
        else if (const auto match = kind.match(line); match.hasMatch())
            lines << match.captured(1);
    }
    return lines;
}

} // namespace

/// The help (resources/help) is whole in both languages, and says what the programs and the settings have.
class HelpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLanguageIsWhole_data() { languages(); }
    void everyLanguageIsWhole()
    {
        QFETCH(QString, language);
        QVERIFY(parseCommandLine({u"okoshko"_s, u"--lang"_s, language}));
        const auto isThere = [](const QString &path) { return QFile::exists(QStringLiteral(OKOSHKO_ROOT "/") + path); };
        QVERIFY(isThere(u"translations/okoshko_%1.ts"_s.arg(language)));
        QVERIFY(isThere(u"resources/sandbox/pay.%1.json"_s.arg(language)));
        QCOMPARE(pages(language), pages(u"en"_s));
        const QString bundled = contents(u"resources/ui.qrc"_s);
        for (const QString &name : pages(language)) // but what is made from KeyTable
            QCOMPARE(bundled.contains(u"<file>help/%1/%2</file>"_s.arg(language, name)), name != u"keys.md");
    }

    void theLanguagesTellTheSame_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("name");
        QVERIFY(pages(u"en"_s).size() > 5);
        for (const QString &language : usedLanguage()) {
            for (const QString &name : pages(u"en"_s))
                QTest::addRow("%s %s", qPrintable(language), qPrintable(name)) << language << name;
        }
    }

    void theLanguagesTellTheSame()
    {
        QFETCH(QString, language);
        QFETCH(QString, name);
        const QString english = page(u"en"_s, name);
        const QString translated = page(language, name);
        QVERIFY(english.startsWith(u"# "));
        QCOMPARE(structureOf(translated), structureOf(english));
        QStringList codes = codeIn(english);
        QStringList theirs = codeIn(translated);
        // Keys, by the letter that stands on them.
        constexpr QStringView cyrillic = u"ЩНПФЗЫТЦКС";
        constexpr QStringView latin = u"OYGAPSNWRC";
        for (QStringList *keys : {&theirs, &codes}) {
            for (QString &code : *keys) {
                const qsizetype key = code.size() == 1 ? cyrillic.indexOf(code.front()) : -1;
                if (key >= 0)
                    code = latin.at(key);
            }
        }
        std::ranges::sort(codes);
        std::ranges::sort(theirs);
        QCOMPARE(theirs, codes);
    }

    void linksLeadSomewhere()
    {
        for (QDirIterator it(QStringLiteral(OKOSHKO_ROOT "/resources/help"), {u"*.md"_s}, QDir::Files,
                             QDirIterator::Subdirectories);
             it.hasNext();) {
            const QFileInfo file(it.next());
            const QString text = contents(QDir(QStringLiteral(OKOSHKO_ROOT)).relativeFilePath(file.filePath()));
            for (const QString &link : captured(text, u"\\]\\(([^)]+)\\)"_s))
                QVERIFY2(QFileInfo::exists(file.dir().filePath(link)), qPrintable(file.filePath() + u": "_s + link));
        }
        const QStringList links = captured(contents(u"README.md"_s), u"\\]\\((?!https:)([^)]+)\\)"_s);
        QVERIFY(links.size() > 8);
        for (const QString &link : links)
            QVERIFY2(QFileInfo::exists(QStringLiteral(OKOSHKO_ROOT) + u'/' + link), qPrintable(link));
    }

    void tellsTheOptions_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("at");
        QTest::newRow("okoshko") << QStringLiteral(OKOSHKO_PROGRAM) << u"command-line.md"_s << 1;
        QTest::newRow("okoshko-tour") << QStringLiteral(OKOSHKO_TOUR) << u"command-line.md"_s << 2;
        QTest::newRow("okoshko-sandbox") << QStringLiteral(OKOSHKO_SANDBOX) << u"sandbox.md"_s << 1;
    }

    void tellsTheOptions()
    {
        QFETCH(QString, program);
        QFETCH(QString, name);
        QFETCH(int, at);
        const QStringList options = optionsOf(program);
        QVERIFY(options.contains(u"--help"));
        QCOMPARE(rows(section(page(u"en"_s, name), at)).keys(), options);
    }

    void tellsScenariosThatThereAre()
    {
        const QString list = output(QStringLiteral(OKOSHKO_SANDBOX), {u"--scenario"_s, u"list"_s});
        const QStringList named = captured(page(u"en"_s, u"sandbox.md"_s), u"/scenarios/([\\w-]+)"_s);
        QVERIFY(named.size() > 2);
        for (const QString &name : named)
            QVERIFY2(list.contains(QRegularExpression(u"\\b%1\\b"_s.arg(name))), qPrintable(name));
    }

    /// Each line of a list in "Where to add …" names a file, and what is in it; it may name several.
    void whereToAddIsThere()
    {
        const QString text = section(contents(u"resources/help/developing.md"_s), 1);
        QString file;
        int names = 0;
        for (const QString &item : text.split(QRegularExpression(u"\n\\d+\\. "_s)).sliced(1)) {
            for (const QString &name : codeIn(item)) {
                const bool isPath = name.contains(u'/');
                if (isPath) {
                    file = name;
                    QVERIFY2(QFileInfo::exists(QStringLiteral(OKOSHKO_ROOT "/") + file), qPrintable(file));
                } else {
                    QVERIFY2(contents(file).contains(name), qPrintable(file + u": "_s + name));
                }
                ++names;
            }
        }
        QVERIFY(names > 50);
    }

    void tellsTheSettings_data() { languages(); }
    void tellsTheSettings()
    {
        QFETCH(QString, language);
        const QString text = page(language, u"settings-file.md"_s);
        const QString list = QStringView(paymentSystemsName).toString();
        QMap<QString, QString> fields = rows(section(text, 1));
        QVERIFY(!fields.take(u"format"_s).isEmpty());
        QVERIFY(!fields.take(u"version"_s).isEmpty());
        QVERIFY(numbersIn(fields.take(list)).contains(QString::number(maxPaymentSystems)));
        const QString printers = QStringView(printersName).toString();
        QVERIFY(numbersIn(fields.take(printers)).contains(QString::number(maxPrinters)));
        compare(fields, counterFields(), CounterSettings());
        compare(rows(section(text, 2)), systemFields(), defaultPaymentSystems().first());
        compare(rows(section(text, 3)), printerFields(), PrinterProfile());
    }

private:
    static QStringList usedLanguage()
    {
        QStringList words = fieldOf(Setting::Language).words();
        words.removeOne(u"system"_s);
        return words;
    }

    static void languages()
    {
        QTest::addColumn<QString>("language");
        for (const QString &language : usedLanguage())
            QTest::newRow(qPrintable(language)) << language;
    }

    static QStringList pages(const QString &language)
    {
        return QDir(QStringLiteral(OKOSHKO_ROOT "/resources/help/") + language).entryList(QDir::Files);
    }

    static QStringList numbersIn(const QString &words) { return captured(words, u"(\\d+)"_s); }

    template <class Owner, class Key>
    static void compare(QMap<QString, QString> told, std::span<const SettingsField<Owner, Key>> fields,
                        const Owner &owner)
    {
        for (const auto &field : fields) {
            const QString name = QStringView(field.name).toString();
            const QString value = told.take(name);
            QVERIFY2(!value.isEmpty(), qPrintable(name));
            const QStringList codes = codeIn(value);
            for (const QString &word : field.words ? field.words() : QStringList())
                QVERIFY2(codes.contains(word), qPrintable(name + u": "_s + word));
            if (field.bounds.max > 0)
                QVERIFY2(numbersIn(value).contains(QString::number(field.bounds.max)), qPrintable(name));
            if (std::holds_alternative<qint64>(field.read(owner)))
                QVERIFY2(numbersIn(value).contains(QString::number(field.bounds.min)), qPrintable(name));
        }
        QCOMPARE(told.keys(), QStringList());
    }
};

} // namespace okoshko::test::tst_help

OKOSHKO_TEST(tst_help, HelpTest, QCoreApplication)
#include "tst_help.moc"
