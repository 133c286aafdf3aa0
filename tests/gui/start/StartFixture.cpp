// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/start/StartFixture.h"

#include "app/CommandLine.h"
#include "app/profiles/Profiles.h"
#include "app/settings/Settings.h"
#include "models/tables/EventListModel.h"
#include "tests/gui/FirstFailure.h"
#include "ui/widgets/Notice.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace okoshko::test {

TemporaryHome::TemporaryHome()
{
    QCoreApplication::setOrganizationName(u"Okoshko"_s);
    QCoreApplication::setApplicationName(u"okoshko"_s);
    QDir().mkpath(m_folder.filePath(u"run"_s));
    QFile::setPermissions(m_folder.filePath(u"run"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const std::pair<const char *, QString> places[]{{"HOME", u"."_s},
                                                    {"XDG_DATA_HOME", u"data"_s},
                                                    {"XDG_CONFIG_HOME", u"config"_s},
                                                    {"XDG_CACHE_HOME", u"cache"_s},
                                                    {"XDG_RUNTIME_DIR", u"run"_s}};
    for (const auto &[name, folder] : places) {
        m_before.append({name, qgetenv(name)});
        qputenv(name, QFile::encodeName(m_folder.filePath(folder)));
    }
}

TemporaryHome::~TemporaryHome()
{
    for (const auto &[name, value] : std::as_const(m_before))
        qputenv(name.constData(), value);
}

QString TemporaryHome::data() const
{
    return userDataFolder();
}

void TemporaryHome::addProfile(const QString &name, const QUrl &server, Format::Language language)
{
    const Profiles profiles(data());
    [&] { QVERIFY(profiles.write({.folder = profile(name), .server = server, .counterName = name})); }();
    Settings(profile(name)).setLanguage(language);
}

QList<std::pair<QString, QByteArray>> TemporaryHome::files() const
{
    QList<std::pair<QString, QByteArray>> all;
    for (QDirIterator it(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
        QFile file(it.next());
        if (file.open(QIODevice::ReadOnly))
            all.append({file.fileName(), file.readAll()});
    }
    return all;
}

StartFixture::StartFixture(const Arguments &arguments)
    : program(arguments, languages)
    , finished(&program, &Application::finished)
{
    QApplication::setQuitOnLastWindowClosed(false);
    languages.setLanguage(languageAtStart(arguments));
    program.start();
}

StartFixture::~StartFixture() = default;

QWidget *StartFixture::find(const QString &name)
{
    QWidgetList windows = QApplication::topLevelWidgets();
    // What is modal stands before all others.
    std::stable_partition(windows.begin(), windows.end(), [](const QWidget *window) { return window->isModal(); });
    for (QWidget *window : std::as_const(windows)) {
        if (!window->isVisible())
            continue;
        if (window->objectName() == name)
            return window;
        if (QWidget *found = InputDriver(*window).find(name))
            return found;
    }
    return nullptr;
}

QString StartFixture::textOf(const QString &name)
{
    const QWidget *widget = find(name);
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    if (const auto *notice = qobject_cast<const Notice *>(widget))
        return notice->title() + u'\n' + notice->body();
    if (const auto *button = qobject_cast<const QPushButton *>(widget))
        return button->text();
    return {};
}

MainWindow *StartFixture::counter()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        auto *main = qobject_cast<MainWindow *>(window);
        if (main && main->isVisible())
            return main;
    }
    return nullptr;
}

void StartFixture::click(const QString &name)
{
    [&] { QTRY_VERIFY2(isShown(name), qPrintable(name)); }();
    FirstFailure::check();
    QWidget *widget = find(name);
    // A box is clicked at its mark: right of its words nothing happens.
    const bool isBox = qobject_cast<QCheckBox *>(widget) != nullptr;
    QTest::mouseClick(widget, Qt::LeftButton, {}, isBox ? QPoint(widget->height(), widget->height()) / 2 : QPoint());
}

void StartFixture::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    const auto front = [] {
        QWidget *modal = QApplication::activeModalWidget();
        return modal ? modal : QApplication::activeWindow();
    };
    [&] {
        QTRY_VERIFY(front());
        front()->activateWindow();
        QTRY_VERIFY(front()->isActiveWindow());
    }();
    FirstFailure::check();
    InputDriver(*front()).press(key, modifiers);
}

void StartFixture::fillIn(const QString &name, const QString &text)
{
    click(name);
    auto *edit = qobject_cast<QLineEdit *>(find(name));
    [&] { QVERIFY2(edit, qPrintable(name)); }();
    FirstFailure::check();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    InputDriver(*edit->window()).type(text);
}

void StartFixture::openProfiles()
{
    counter()->activateWindow();
    press(Qt::Key_F10);
    auto *menu = counter()->findChild<QMenu *>(u"mainMenu"_s);
    [&] { QTRY_VERIFY(menu->isVisible()); }();
    FirstFailure::check();
    auto *action = menu->findChild<QAction *>(u"profilesAction"_s);
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
}

void StartFixture::startCash()
{
    const QString event = u"7c5dc498be9a4f9bfc4fad21"_s;
    const QString set = u"f30ce6d791b9de451b931a4d"_s;
    [&] { QTRY_VERIFY(counter() && counter()->isEnabled()); }(); // and not one that is about to close
    FirstFailure::check();
    counter()->activateWindow();
    press(Qt::Key_F2);
    [&] { QTRY_VERIFY(isShown(u"eventList"_s)); }();
    FirstFailure::check();
    auto *list = qobject_cast<QAbstractItemView *>(find(u"eventList"_s));
    QModelIndexList hits;
    [&] {
        QTRY_VERIFY(!(hits = list->model()->match(list->model()->index(0, 0), EventListModel::EventIdRole, event, 1,
                                                  Qt::MatchExactly))
                         .isEmpty());
        QCOMPARE(InputDriver(*counter()).click(*list, hits.first()), InputDriver::Result::Done);
    }();
    FirstFailure::check();
    click(u"stepper_"_s + set);
    press(Qt::Key_1);
    press(Qt::Key_Return);
    [&] { QTRY_VERIFY(isShown(u"startPaymentButton"_s)); }();
    FirstFailure::check();
    press(Qt::Key_Return);
    click(u"confirmPaidButton"_s);
    [&] { QTRY_VERIFY(isShown(u"confirmPaidYesButton"_s)); }();
    FirstFailure::check();
}

void StartFixture::sellOne()
{
    startCash();
    click(u"confirmPaidYesButton"_s);
    [&] { QTRY_VERIFY(isShown(u"nextBuyerButton"_s)); }();
    FirstFailure::check();
}

std::unique_ptr<sandbox::SandboxThread> startSandbox(const sandbox::Options &options)
{
    auto server = std::make_unique<sandbox::SandboxThread>(options);
    QSignalSpy started(server.get(), &sandbox::SandboxThread::started);
    server->start();
    [&] { QTRY_COMPARE(started.count(), 1); }();
    FirstFailure::check();
    return server;
}

} // namespace okoshko::test
