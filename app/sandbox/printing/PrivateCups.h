// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace okoshko::sandbox {

/// A print service without paper: Debian's cupsd in a temporary folder, at a socket there. It touches nothing of the
/// system, and ends with this. Where cupsd is not installed, it does not run.
class PrivateCups
{
public:
    enum class Paper { AnySize, A4Only };
    enum class Filter {
        None,     ///< the printer gets the document as it is
        PdfToPdf, ///< the usual filter of CUPS, which lays pages onto the paper
    };

    PrivateCups();
    ~PrivateCups();

    PrivateCups(const PrivateCups &) = delete;
    PrivateCups &operator=(const PrivateCups &) = delete;

    [[nodiscard]] bool isRunning() const;
    /// Its address, as in CUPS_SERVER.
    [[nodiscard]] QString server() const { return m_folder.filePath(QStringLiteral("s")); }

    /// A queue whose printer writes what it gets into the file printed().
    void addQueue(const QString &name, Paper paper = Paper::AnySize, Filter filter = Filter::None);
    /// What the printer of \a queue does with a job instead, in the language of the shell. It has the document as its
    /// input and CUPS's arguments; it says states by `echo "STATE: +media-empty-error" >&2`, and its exit status is
    /// 1 failed, 3 hold the job, 4 stop the queue, 5 cancel the job.
    void setPrinter(const QString &queue, const QString &script);
    /// For scripts: the command that waits for goOn().
    [[nodiscard]] QString waiting(const QString &queue) const;
    void goOn(const QString &queue) const;
    /// For scripts: the command that writes its input into printed().
    [[nodiscard]] QString writing(const QString &queue) const;

    [[nodiscard]] QString printed(const QString &queue) const;
    /// The arguments that CUPS gave to the printer: job, user, title, copies, options.
    [[nodiscard]] QStringList arguments(const QString &queue) const;

    /// Runs one of CUPS's commands, such as `cupsdisable roll`.
    bool run(const QString &program, const QStringList &arguments) const;

    /// Ends it at once, as a crash would; start() starts it again with its queues and jobs.
    void kill();
    bool start();
    /// The same, with further \a lines of its configuration, such as `PreserveJobFiles No`; without any: as usual.
    bool restart(const QByteArray &lines = {});

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &content) const;
    void writeConfiguration(const QByteArray &further = {}) const;

    QTemporaryDir m_folder;
    QProcess m_daemon;
};

} // namespace okoshko::sandbox
