// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ProblemReport.h"

#include "app/Counter.h"
#include "app/FileSaver.h"
#include "app/Logging.h"
#include "app/report/Picture.h"
#include "app/settings/Settings.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::ProblemReport)
};

QString toWord(ConnectionState::Health health)
{
    switch (health) {
    case ConnectionState::Health::Untried:
        return u"untried"_s;
    case ConnectionState::Health::Online:
        return u"online"_s;
    case ConnectionState::Health::Offline:
        return u"offline"_s;
    case ConnectionState::Health::Refused:
        return u"key refused"_s;
    }
    Q_UNREACHABLE();
}

QString seconds(Microseconds time)
{
    return QString::number(std::chrono::duration_cast<std::chrono::milliseconds>(time).count()) + u" ms"_s;
}

} // namespace

ProblemReport::ProblemReport(const Sources &sources)
    : m_sources(sources)
{
}

void ProblemReport::begin(const OrderId &shown)
{
    const Report report = collect(shown);
    const QString name = u"okoshko-report-%1.zip"_s.arg(report.at.toString(u"yyyyMMdd-HHmmss"_s));
    m_sources.saving.begin({.question = {.title = Words::tr("Report a problem"),
                                         .path = QDir(FileSaver::proposedFolder()).filePath(name),
                                         .suffix = u"zip"_s,
                                         .kind = Words::tr("ZIP archive")},
                            .savedTitle = Words::tr("The report is saved"),
                            .write = [report](const QString &path) { return writeReport(path, report); }});
}

Report ProblemReport::collect(const OrderId &shown) const
{
    Report report;
    report.at = QDateTime::currentDateTime();
    report.mask = Redactor(buyersWords());
    report.picture = pictureOf(m_sources.window, report.mask);
    report.facts = factsOfSystem() + factsOfCounter();
    report.logs = logFiles(m_sources.logFolder);
    if (const Sale *sale = m_sources.counter.service.sale(shown)) {
        Report::Story story{*sale, {}, m_sources.counter.service.openIntents(shown)};
        for (const HistoryEntry &entry : sale->history)
            story.record << toRecord(entry, shown);
        report.story = story;
    }
    return report;
}

QList<std::pair<QString, QString>> ProblemReport::factsOfCounter() const
{
    const Counter &counter = m_sources.counter;
    const ConnectionState &line = counter.http.connection();
    const auto &trouble = counter.saleJournal.trouble();
    const Microseconds off = counter.clock.now() - toInstant(QDateTime::currentDateTimeUtc());
    return {
        {u"profile"_s, m_sources.mode == MainWindow::Mode::Training ? u"training"_s : u"live"_s},
        {u"server"_s, line.server},
        {u"partner"_s, line.partner},
        {u"line"_s, toWord(line.health) + (line.lastError ? u", "_s + toWord(*line.lastError) : QString())},
        {u"last answer took"_s, line.lag ? seconds(*line.lag) : u"-"_s},
        {u"server's clock ahead of this computer's by"_s, counter.clock.isSynchronised() ? seconds(off) : u"unknown"_s},
        {u"that may be off by"_s, counter.clock.isSynchronised() ? seconds(counter.clock.uncertainty()) : u"-"_s},
        {u"journal"_s, trouble ? toWord(trouble->kind) + u' ' + trouble->detail : u"well"_s},
        {u"orders known"_s, QString::number(counter.service.sales().size())},
        {u"to be settled"_s, QString::number(counter.saleJournal.issues().size())},
        {u"language"_s, Format(m_sources.settings.language()).languageCode()},
        {u"theme"_s, QString::number(static_cast<int>(m_sources.settings.theme()))},
        {u"window"_s, u"%1x%2"_s.arg(m_sources.window.width()).arg(m_sources.window.height())},
    };
}

QStringList ProblemReport::buyersWords() const
{
    QStringList words;
    for (const Sale *sale : m_sources.counter.service.sales()) {
        const Customer &buyer = sale->order.customer;
        words << buyer.firstName << buyer.lastName << buyer.email << buyer.mobile;
    }
    // What is typed just now is in no order yet.
    words << privateWordsIn(m_sources.window);
    words.removeDuplicates();
    return words;
}

} // namespace okoshko
