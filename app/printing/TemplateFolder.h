// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/FileSaver.h"
#include "models/domain/Mailbox.h"
#include "models/print/TicketTemplateFile.h"

#include <QFileSystemWatcher>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>

namespace okoshko {

class TemplatesPage;

/// The counter's own ticket templates, a file each in one folder. Files are read and written on another thread.
class TemplateFolder final : public QObject
{
    Q_OBJECT
public:
    explicit TemplateFolder(const QString &folder);

    /// Ends with changed(). A file with faults, or with the id of another template, is left out, and is among
    /// broken(). Then it is read again whenever a file changes on the disk.
    void read();
    [[nodiscard]] bool isRead() const { return m_isRead; } ///< until then all() has the shipped ones only

    /// The shipped templates and the counter's own.
    [[nodiscard]] QList<TicketTemplate> all() const;

    [[nodiscard]] const QList<BrokenTemplate> &broken() const { return m_broken; }

    /// Lets \a page show and change the templates. \a saver, of its window, asks where to export and must outlive this.
    void connectTo(TemplatesPage &page, FileSaver &saver);
    /// Shows the templates on \a page, and the files that are broken.
    void show(TemplatesPage &page) const;

Q_SIGNALS:
    void changed();

private:
    /// Runs on the other thread; what it returns is called on this one.
    using Work = std::function<std::function<void()>()>;

    void run(const Work &work);
    void save(TemplatesPage &page, const TicketTemplate &ticketTemplate);
    void remove(const QString &id);

    QString m_folder;
    bool m_isRead = false;
    QFileSystemWatcher m_watcher;
    QList<TicketTemplate> m_own;
    QList<BrokenTemplate> m_broken;
    Mailbox<std::function<void()>> m_done;
    FileThread m_thread; ///< destroyed first
};

} // namespace okoshko
