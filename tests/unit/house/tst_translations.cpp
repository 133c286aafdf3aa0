// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/house/TranslationFile.h"
#include "translations/Translations.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_translations {

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Copies one folder of the repository with everything in it.
bool copyFolder(const QString &folder, const QString &target)
{
    const QDir root(QStringLiteral(OKOSHKO_ROOT));
    for (QDirIterator it(root.filePath(folder), QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        const QString path = root.relativeFilePath(it.next());
        const QString copy = target + u'/' + path;
        if (!QDir().mkpath(QFileInfo(copy).path()) || !QFile::copy(root.filePath(path), copy))
            return false;
    }
    return true;
}

Message message(const QString &source, const QStringList &texts, Message::State state = Message::State::Finished)
{
    return {u"okoshko::X"_s, source, {}, state, texts.size() > 1, texts};
}

/// Fails, naming all of them, when there are \a findings.
void verifyNone(const QStringList &findings)
{
    QVERIFY2(findings.isEmpty(), qPrintable(u'\n' + findings.join(u'\n')));
}

} // namespace

/// Every word that Okoshko says is there in Russian, and every plural in English, too.
class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void languages_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("pluralForms");
        QTest::newRow("ru") << u"translations/okoshko_ru.ts"_s << 3;
        QTest::newRow("en") << u"translations/okoshko_en.ts"_s << 2;
    }

    void isUpToDate_data()
    {
        languages_data();
        QVERIFY(m_copy.isValid());
        for (const QString &folder : {u"app"_s, u"models"_s, u"ui"_s, u"translations"_s})
            QVERIFY(copyFolder(folder, m_copy.path()));
        QProcess update;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LUPDATE"_s, QStringLiteral(OKOSHKO_LUPDATE));
        update.setProcessEnvironment(environment);
        update.setProcessChannelMode(QProcess::MergedChannels);
        update.start(u"bash"_s, {m_copy.filePath(u"translations/update.sh"_s)});
        QVERIFY2(update.waitForFinished(-1), qPrintable(update.errorString()));
        QVERIFY2(update.exitCode() == 0, update.readAll().constData());
    }

    void isUpToDate()
    {
        QFETCH(QString, file);
        const auto committed = readMessages(contents(QStringLiteral(OKOSHKO_ROOT) + u'/' + file));
        const auto updated = readMessages(contents(m_copy.filePath(file)));
        verifyNone(outOfDate(committed, updated));
    }

    void isComplete_data() { languages_data(); }

    void isComplete()
    {
        QFETCH(QString, file);
        QFETCH(int, pluralForms);
        const auto messages = readMessages(contents(QStringLiteral(OKOSHKO_ROOT) + u'/' + file));
        QVERIFY(!messages.isEmpty());
        verifyNone(incomplete(messages, pluralForms));
        verifyNone(wrongPlaceholders(messages));
    }

    void russianIsRussian()
    {
        const auto messages = readMessages(contents(QStringLiteral(OKOSHKO_ROOT "/translations/okoshko_ru.ts")));
        verifyNone(wrongAlphabet(messages));
    }

    void isBuiltIn()
    {
        registerTranslations();
        QVERIFY(QFile::exists(u":/i18n/okoshko_ru.qm"_s));
        QVERIFY(QFile::exists(u":/i18n/okoshko_en.qm"_s));
    }

    // The checks can fail: what each of them sees.

    void readsWhatLupdateWrites()
    {
        const QByteArray ts = R"(<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>okoshko::X</name>
    <message numerus="yes"><source>%n seat(s)</source><extracomment>note</extracomment>
        <translation><numerusform>место</numerusform><numerusform>%n места</numerusform><numerusform>%n мест</numerusform></translation>
    </message>
    <message><source>Open &amp; sell</source><comment>verb</comment><translation type="unfinished"></translation></message>
    <message><source>Old</source><translation type="vanished">Старое</translation></message>
</context>
</TS>)";
        using State = Message::State;
        const QList<Message> expected{
            {u"okoshko::X"_s, u"%n seat(s)"_s, {}, State::Finished, true, {u"место"_s, u"%n места"_s, u"%n мест"_s}},
            {u"okoshko::X"_s, u"Open & sell"_s, u"verb"_s, State::Unfinished, false, {QString()}},
            {u"okoshko::X"_s, u"Old"_s, {}, State::Vanished, false, {u"Старое"_s}},
        };
        QVERIFY(readMessages(ts) == expected);
        QVERIFY(readMessages(ts.chopped(10)).isEmpty());
    }

    void seesWhatIsOutOfDate()
    {
        const QList<Message> old{message(u"A"_s, {u"А"_s}), message(u"B"_s, {u"Б"_s})};
        const QList<Message> now{message(u"B"_s, {u"Б"_s}), message(u"C"_s, {QString()})};
        QCOMPARE(outOfDate(old, now), QStringList({u"new in the sources: okoshko::X | \"C\""_s,
                                                   u"no longer in the sources: okoshko::X | \"A\""_s}));
        QCOMPARE(outOfDate(now, now), QStringList());
    }

    void seesWhatIsIncomplete()
    {
        QCOMPARE(incomplete({message(u"A"_s, {u"А"_s})}, 3).size(), 0);
        QCOMPARE(incomplete({message(u"A"_s, {u" "_s})}, 3).size(), 1);
        QCOMPARE(incomplete({message(u"A"_s, {})}, 3).size(), 1);
        QCOMPARE(incomplete({message(u"A"_s, {u"А"_s}, Message::State::Unfinished)}, 3).size(), 1);
        QCOMPARE(incomplete({message(u"A"_s, {u"А"_s}, Message::State::Vanished)}, 3).size(), 1);
        QCOMPARE(incomplete({message(u"%n"_s, {u"1"_s, u"2"_s})}, 3).size(), 1);
        QCOMPARE(incomplete({message(u"%n"_s, {u"1"_s, u"2"_s, QString()})}, 3).size(), 1);
        QCOMPARE(incomplete({message(u"%n"_s, {u"1"_s, u"2"_s, u"3"_s})}, 3).size(), 0);
    }

    void seesWrongPlaceholders_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<bool>("wrong");
        QTest::newRow("right") << u"%1 of %2"_s << QStringList{u"из %2 — %1"_s} << false;
        QTest::newRow("missing") << u"%1 of %2"_s << QStringList{u"из %2"_s} << true;
        QTest::newRow("strange") << u"all"_s << QStringList{u"все %1"_s} << true;
        QTest::newRow("one without its number")
            << u"%n at %1"_s << QStringList{u"в %1"_s, u"%n в %1"_s, u"%n в %1"_s} << false;
        QTest::newRow("many without its number") << u"%n"_s << QStringList{u"%n"_s, u"%n"_s, u"много"_s} << true;
        QTest::newRow("one without the rest")
            << u"%n at %1"_s << QStringList{u"%n"_s, u"%n в %1"_s, u"%n в %1"_s} << true;
    }

    void seesWrongPlaceholders()
    {
        QFETCH(QString, source);
        QFETCH(QStringList, texts);
        QTEST(!wrongPlaceholders({message(source, texts)}).isEmpty(), "wrong");
    }

    void seesTheWrongAlphabet_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("wrong");
        QTest::newRow("Russian") << u"Order %1"_s << u"Заказ %1"_s << false;
        QTest::newRow("untranslated") << u"Order"_s << u"Order"_s << true;
        QTest::newRow("half translated") << u"Order paid"_s << u"Order оплачен"_s << true;
        QTest::newRow("a Latin C in Russian") << u"Shift"_s << u"Cмена"_s << true;
        QTest::newRow("capitals of both") << u"QR code"_s << u"QR-код"_s << false;
        QTest::newRow("a mnemonic") << u"Save as PD&F…"_s << u"Со&хранить PDF…"_s << false;
        QTest::newRow("capitals of its own") << u"picture"_s << u"PNG"_s << true;
        QTest::newRow("a key") << u"Press Enter (F2)"_s << u"Нажмите Enter (F2)"_s << false;
        QTest::newRow("an option") << u"Try --help."_s << u"Попробуйте --help."_s << false;
        QTest::newRow("a size") << u"1280x800"_s << u"вида 1280x800"_s << false;
        QTest::newRow("an address") << u"as anna@example.org"_s << u"вида anna@example.org."_s << false;
        QTest::newRow("the licence") << u"Free, GPL-3.0-or-later"_s << u"Свободная, GPL-3.0-or-later"_s << false;
        QTest::newRow("no words") << u"%1 · %2"_s << u"%1 · %2"_s << false;
    }

    void seesTheWrongAlphabet()
    {
        QFETCH(QString, source);
        QFETCH(QString, text);
        QTEST(!wrongAlphabet({message(source, {text})}).isEmpty(), "wrong");
    }

private:
    QTemporaryDir m_copy;
};

} // namespace okoshko::test::tst_translations

OKOSHKO_TEST(tst_translations, TranslationsTest, QCoreApplication)
#include "tst_translations.moc"
