// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/printing/TemplateFolder.h"

#include "models/domain/AtomicFile.h"
#include "ui/print/TemplatesPage.h"
#include "ui/text/TemplateText.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QLoggingCategory>
#include <QPointer>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

Q_LOGGING_CATEGORY(log, "okoshko.templates")

constexpr std::chrono::seconds patience{5}; ///< for unfinished writing when the program ends
constexpr int checkedFor = 203;             ///< dpi; drawing checks for the printer's own

struct Files
{
    QList<TicketTemplate> own;
    QList<BrokenTemplate> broken;
    QStringList watched;
};

Files readFiles(const QString &folder)
{
    Files files;
    if (QFileInfo(folder).isDir())
        files.watched << folder;
    QHash<QString, QString> holders; // of each id the file; of a shipped template none
    for (const TicketTemplate &shipped : shippedTemplates())
        holders.insert(shipped.id, {});
    const QFileInfoList entries = QDir(folder).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QFileInfo &entry : entries) {
        files.watched << entry.absoluteFilePath();
        TemplateReading reading = readTemplateFile(entry.absoluteFilePath(), checkedFor);
        const QString &id = reading.read.id;
        if (isUsable(reading.faults) && holders.contains(id))
            reading.faults = {{.reason = TemplateReason::IdTaken, .field = u"id"_s, .detail = holders.value(id)}};
        if (isUsable(reading.faults)) {
            holders.insert(id, entry.fileName());
            files.own << reading.read;
        } else {
            files.broken << BrokenTemplate{entry.absoluteFilePath(), reading.faults};
        }
    }
    return files;
}

/// Of one that is too large the first bytes, too many for a template.
QByteArray readPicture(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return {};
    return file.read(maxPicturesSize + 1);
}

} // namespace

TemplateFolder::TemplateFolder(const QString &folder)
    : m_folder(folder)
    , m_done([](const std::function<void()> &then) { then(); })
    , m_thread(patience)
{
    m_thread.pool().setMaxThreadCount(1); // what is saved first is written first
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &TemplateFolder::read);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &TemplateFolder::read);
}

void TemplateFolder::run(const Work &work)
{
    m_thread.pool().start([slot = m_done.slot(), work] { slot.put(work()); });
}

void TemplateFolder::read()
{
    run([this, folder = m_folder] {
        return [this, files = readFiles(folder)] {
            const bool isSame = m_isRead && m_own == files.own && m_broken == files.broken;
            m_own = files.own;
            m_broken = files.broken;
            m_isRead = true;
            if (!files.watched.isEmpty())
                m_watcher.addPaths(files.watched); // a file that was replaced is watched no more: each time anew
            for (const BrokenTemplate &file : std::as_const(m_broken))
                qCWarning(log).noquote() << file.path << TemplateText::inFile(file.faults);
            if (!isSame)
                Q_EMIT changed();
        };
    });
}

QList<TicketTemplate> TemplateFolder::all() const
{
    return shippedTemplates() + m_own;
}

void TemplateFolder::show(TemplatesPage &page) const
{
    page.begin(m_own);
    if (!m_broken.isEmpty())
        page.showBroken(m_broken);
}

void TemplateFolder::save(TemplatesPage &page, const TicketTemplate &ticketTemplate)
{
    const QString path = u"%1/%2.json"_s.arg(m_folder, ticketTemplate.id);
    run([this, folder = m_folder, path, ticketTemplate, shown = QPointer(&page)]() -> std::function<void()> {
        QDir().mkdir(folder); // not the profile's folder
        const auto written = writeAtomically(path, writeTemplate(ticketTemplate));
        return [this, ticketTemplate, shown, written] {
            if (!written) {
                qCWarning(log).noquote() << "not saved:" << written.error().detail;
                if (shown)
                    shown->showNotSaved(written.error().detail);
                return;
            }
            m_own.removeIf([&](const TicketTemplate &each) { return each.id == ticketTemplate.id; });
            m_own << ticketTemplate;
            if (m_watcher.directories().isEmpty())
                read(); // the folder is new
            Q_EMIT changed();
            if (shown)
                shown->showSaved(ticketTemplate);
        };
    });
}

void TemplateFolder::remove(const QString &id)
{
    m_own.removeIf([&id](const TicketTemplate &each) { return each.id == id; });
    Q_EMIT changed();
    run([this, path = u"%1/%2.json"_s.arg(m_folder, id)]() -> std::function<void()> {
        const bool isGone = QFile::remove(path) || !QFile::exists(path);
        return [this, isGone] {
            if (!isGone)
                read(); // it is still there
        };
    });
}

void TemplateFolder::connectTo(TemplatesPage &page, FileSaver &saver)
{
    const QPointer shown(&page);
    connect(&page, &TemplatesPage::saveRequested, this,
            [this, &page](const TicketTemplate &ticketTemplate) { save(page, ticketTemplate); });
    connect(&page, &TemplatesPage::removeRequested, this, &TemplateFolder::remove);
    connect(&page, &TemplatesPage::importRequested, this, [this, shown, &saver] {
        saver.askPath({.title = tr("Import a ticket template"),
                       .suffix = u"json"_s,
                       .kind = tr("Ticket templates"),
                       .then = [this, shown](const QString &path) {
                           run([path, shown]() -> std::function<void()> {
                               return [path, shown, reading = readTemplateFile(path, checkedFor)] {
                                   if (shown)
                                       shown->showImported(path, reading);
                               };
                           });
                       }});
    });
    connect(&page, &TemplatesPage::pictureRequested, this, [this, shown, &saver] {
        saver.askPath({.title = tr("Choose a picture"),
                       .suffix = u"png"_s,
                       .kind = tr("Pictures"),
                       .then = [this, shown](const QString &path) {
                           run([path, shown]() -> std::function<void()> {
                               return [shown, image = readPicture(path)] {
                                   if (shown)
                                       shown->showPicture(image);
                               };
                           });
                       }});
    });
    connect(&page, &TemplatesPage::exportRequested, this, [&saver](const TicketTemplate &ticketTemplate) {
        saver.begin({.title = tr("Export a ticket template"),
                     .name = ticketTemplate.id + u".json"_s,
                     .suffix = u"json"_s,
                     .kind = tr("Ticket templates"),
                     .savedTitle = tr("The template is exported."),
                     .write = [text = writeTemplate(ticketTemplate)](const QString &path) {
                         return writeAtomically(path, text);
                     }});
    });
}

} // namespace okoshko
