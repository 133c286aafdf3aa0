// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/StorageError.h"

#include <QFutureWatcher>
#include <QObject>
#include <QString>

#include <tl/expected.hpp>

#include <chrono>
#include <functional>

QT_FORWARD_DECLARE_CLASS(QFileDialog)
QT_FORWARD_DECLARE_CLASS(QThreadPool)
QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko {

/// Threads for reading and writing files, which may hang on a network share. The destructor waits for running tasks up
/// to \a patience and then leaves them running until the program ends, so a task must not use objects that may be
/// destroyed by then. Tasks that have not begun are dropped.
class FileThread final
{
public:
    explicit FileThread(std::chrono::milliseconds patience);
    ~FileThread();
    Q_DISABLE_COPY_MOVE(FileThread)

    [[nodiscard]] QThreadPool &pool() { return *m_pool; }

private:
    QThreadPool *m_pool; ///< owned, unless the threads are left running
    std::chrono::milliseconds m_patience;
};

/// A file to be saved, and the texts of its dialog.
struct SaveRequest
{
    QString title;
    QString name;       ///< the proposed file name
    QString suffix;     ///< without the dot: `zip`
    QString kind;       ///< the file type's name: `ZIP archive`
    QString savedTitle; ///< of the box that shows the path
    /// Called on another thread with the chosen path.
    std::function<tl::expected<void, FileError>(const QString &path)> write;
};

/// The path of a file that the caller reads or writes, and the texts of its dialog.
struct PathRequest
{
    QString title;
    QString name; ///< the proposed name of a file to be written; empty for one to be read
    QString suffix;
    QString kind;
    std::function<void(const QString &path)> then; ///< called with the chosen path
};

/// Saves a file: asks for the path, writes without blocking the window, and shows the result. Or asks for a path only.
/// The dialogs open in the folder of the last chosen file; before that on the desktop, else in the documents. Controls:
/// "saveDialog", "savedBox" with "openFolderButton", "notSavedBox"; "openDialog".
class FileSaver final : public QObject
{
    Q_OBJECT
public:
    /// \a window, the parent of the boxes, must outlive this.
    explicit FileSaver(QWidget &window);

    /// Does nothing while an earlier request is not finished.
    void begin(const SaveRequest &request);
    void askPath(const PathRequest &request);

private:
    [[nodiscard]] QFileDialog &makeDialog(const QString &name, const QString &title, const QString &kind,
                                          const QString &suffix);
    void write(const QString &path);
    void onWritten();

    QWidget &m_window;
    QString m_folder; ///< of the last chosen file
    SaveRequest m_request;
    QString m_path;
    bool m_busy = false;
    QFutureWatcher<tl::expected<void, FileError>> m_writing;
    FileThread m_thread; ///< destroyed first: waits for unfinished writing, for a limited time
};

} // namespace okoshko
