// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Program.h"

#include "app/Counter.h"
#include "app/Journals.h"
#include "app/KeyFile.h"
#include "app/Windows.h"
#include "app/sandbox/SandboxThread.h"
#include "app/tour/Tour.h"
#include "ui/text/JournalText.h"

#include <QApplication>
#include <QDesktopServices>
#include <QScreen>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace okoshko {

Program::Program(const Arguments &arguments, const QString &profileFolder, Languages &languages)
    : m_arguments(arguments)
    , m_profileFolder(profileFolder)
    , m_settings(profileFolder)
    , m_languages(languages)
{
    if (!arguments.language.isEmpty())
        m_settings.setLanguage(arguments.language == u"ru" ? Format::Language::Russian : Format::Language::English);
    m_languages.speak(m_settings.language());
    Theme::wear(*qApp, arguments.tour && arguments.tour->theme ? *arguments.tour->theme : m_settings.theme());
}

Program::~Program()
{
    // The windows look at the counter, and the counter asks the sandbox: they go in that order.
    for (const QString &scheme : {u"http"_s, u"https"_s})
        QDesktopServices::unsetUrlHandler(scheme);
    m_tour.reset();
    m_windows.reset();
    m_counter.reset();
    m_sandbox.reset();
}

QString Program::start()
{
    if (!m_arguments.server) {
        train();
        return {};
    }
    const auto key = readKeyFile(m_arguments.keyFile);
    if (!key)
        return key.error();
    return open(*m_arguments.server, *key);
}

void Program::train()
{
    sandbox::Options options;
    options.control = sandbox::ControlDoor::Open;
    m_sandbox = std::make_unique<sandbox::SandboxThread>(options);
    connect(m_sandbox.get(), &sandbox::SandboxThread::started, this,
            [this](const QUrl &url) { fail(open(url, m_sandbox->key().toLatin1())); });
    connect(m_sandbox.get(), &sandbox::SandboxThread::failed, this,
            [this](const QString &reason) { fail(tr("The training server did not start: %1").arg(reason)); });
    m_sandbox->start();
}

void Program::fail(const QString &words)
{
    if (words.isEmpty())
        return;
    std::fprintf(stderr, "%s\n", qUtf8Printable(words));
    leave(1);
}

QString Program::open(const QUrl &server, const QByteArray &key)
{
    auto journal = openJournal(m_profileFolder, m_sandbox ? Trade::Training : Trade::Real, server, key,
                               m_settings.counterName());
    if (!journal) {
        const JournalText text(journal.error());
        return text.title() + u' ' + text.body();
    }
    HttpClient::Config config;
    config.server = server;
    config.key = key;
    m_counter = std::make_unique<Counter>(config, std::move(*journal), Format(m_settings.language()));
    m_windows = std::make_unique<Windows>(Windows::Home{*m_counter, m_settings, m_languages},
                                          m_sandbox ? MainWindow::Mode::Training : MainWindow::Mode::Live);
    if (m_sandbox)
        m_windows->addQa(m_sandbox->scenarios(), m_sandbox->controlUrl());
    MainWindow &window = m_windows->main();
    if (m_arguments.tour) {
        window.resize(m_arguments.tour->size);
        startTour(server);
    } else if (!window.restoreGeometry(m_settings.windowGeometry())) {
        window.resize(QSize(1280, 800).boundedTo(window.screen()->availableSize()));
    }
    window.show();
    connect(qApp, &QApplication::aboutToQuit, this,
            [this] { m_settings.setWindowGeometry(m_windows->main().saveGeometry()); });
    m_counter->start();
    return {};
}

void Program::startTour(const QUrl &server)
{
    m_tour = std::make_unique<Tour>(Tour::Stage{m_windows->main(), m_counter->desk, m_counter->catalogue,
                                                m_counter->clock, m_settings.paymentSystems()},
                                    *m_arguments.tour, m_sandbox ? Tour::Payer::Tour : Tour::Payer::SomebodyElse);
    m_tour->setFact(u"server"_s, server.toString());
    m_tour->setFact(u"language"_s, Format(m_settings.language()).languageCode());
    for (const QString &scheme : {u"http"_s, u"https"_s})
        QDesktopServices::setUrlHandler(scheme, m_tour.get(), "openPage");
    connect(m_tour.get(), &Tour::finished, this, &Program::leave);
    m_tour->start();
}

void Program::leave(int exitCode)
{
    QApplication::exit(exitCode);
}

} // namespace okoshko
