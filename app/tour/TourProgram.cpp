// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/TourProgram.h"

#include "app/CommandLine.h"
#include "app/Logging.h"
#include "app/profiles/ProfileLock.h"
#include "app/profiles/Profiles.h"
#include "app/settings/Languages.h"
#include "app/tour/Tour.h"
#include "app/tour/TourPrinters.h"
#include "ui/accessible/Accessible.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDir>

#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

TourProgram::TourProgram(const TourArguments &arguments, Languages &languages)
    : m_arguments(arguments)
    , m_languages(languages)
{
}

TourProgram::~TourProgram() = default;

void TourProgram::start()
{
    const Arguments &counter = m_arguments.counter;
    startLogging({}, counter.logLevel);
    installAccessible();
    printFontTrouble();
    const Profiles profiles(userDataFolder());
    const auto folder =
        makeProfileFolder(counter.profile.isEmpty() ? QDir(m_arguments.plan.folder).filePath(u"profile"_s)
                                                    : profiles.folderOf(counter.profile));
    if (!folder)
        return fail(folder.error());
    if (profiles.read(*folder).isSetUp())
        return fail(tr("The profile in %1 is a real counter. The tour needs a folder of its own.").arg(*folder));
    const auto plan = sessionPlan();
    if (!plan)
        return fail(plan.error());
    auto lock = std::make_unique<ProfileLock>(*folder);
    switch (lock->take()) {
    case ProfileLock::Taken::Yes:
        break;
    case ProfileLock::Taken::InUse:
        return fail(tr("Another Okoshko is open with the folder %1.").arg(*folder));
    case ProfileLock::Taken::No:
        return fail(cannotBeWritten(*folder));
    }

    startLogging(*folder, counter.logLevel);
    Settings settings(*folder);
    if (!counter.language.isEmpty())
        settings.setLanguage(languageAtStart(counter));
    if (!counter.server && m_arguments.plan.ending == TourPlan::Ending::Paid) {
        m_printers = std::make_unique<TourPrinters>();
        CounterSettings values = settings.values();
        // The printers of an earlier tour are gone with their print service.
        if (std::exchange(values.print, {}) != PrintSettings() && !settings.save(values))
            return fail(cannotBeWritten(*folder));
    }
    m_languages.setLanguage(settings.language());
    Theme::apply(*qApp, m_arguments.plan.theme.value_or(settings.theme()), settings.values().textSize);
    m_session = std::make_unique<Session>(*plan, std::move(lock), m_languages);
    m_session->open(this, [this](const tl::expected<void, QString> &opened) {
        if (opened)
            play();
        else
            fail(opened.error());
    });
}

tl::expected<Session::Plan, QString> TourProgram::sessionPlan() const
{
    const Arguments &counter = m_arguments.counter;
    Session::Plan plan{.vendor = counter.vendor, .size = m_arguments.plan.size};
    if (!counter.server)
        return plan;
    const auto key = readKeyFile(counter.keyFile);
    if (!key)
        return tl::unexpected(key.error());
    plan.kind = Session::Plan::Kind::ByHand;
    plan.server = *counter.server;
    plan.key = *key;
    return plan;
}

void TourProgram::play()
{
    m_session->show();
    const Settings settings(m_session->folder());
    m_tour =
        std::make_unique<Tour>(*m_session->window(), m_session->counter(), settings.paymentSystems(), m_arguments.plan,
                               m_arguments.counter.server ? Tour::Payer::SomebodyElse : Tour::Payer::Tour,
                               m_printers && m_printers->isRunning() ? m_printers.get() : nullptr);
    if (m_printers && !m_printers->isRunning())
        m_tour->setFact(u"not_printed"_s, u"no print service runs here: cupsd is not installed, or did not start"_s);
    m_tour->setFact(u"server"_s, m_session->server().toString());
    m_tour->setFact(u"language"_s, Format(settings.language()).languageCode());
    for (const QString &scheme : {u"http"_s, u"https"_s})
        QDesktopServices::setUrlHandler(scheme, m_tour.get(), "openPage");
    connect(m_tour.get(), &Tour::finished, this,
            [this](int exitCode) { m_session->end(this, [this, exitCode] { Q_EMIT finished(exitCode); }); });
    m_tour->start();
}

void TourProgram::fail(const QString &words)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(words));
    Q_EMIT finished(2);
}

} // namespace okoshko
