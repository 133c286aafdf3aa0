// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/StorageError.h"

#include <QFutureWatcher>
#include <QObject>
#include <QString>

#include <tl/expected.hpp>

#include <chrono>
#include <functional>

QT_FORWARD_DECLARE_CLASS(QThreadPool)
QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko {

/// Threads for reading and writing files, which may hang for ever on a network share. The destructor waits for running
/// tasks as long as \a patience, and then leaves them running until the program ends: a task must use nothing that may
/// be destroyed by then. A task that has not begun is dropped.
class FileThread final
{
public:
    explicit FileThread(std::chrono::milliseconds patience);
    ~FileThread();
    Q_DISABLE_COPY_MOVE(FileThread)

    [[nodiscard]] QThreadPool &pool() { return *m_pool; }

private:
    QThreadPool *m_pool; ///< owned, unless it is left
    std::chrono::milliseconds m_patience;
};

/// A file that is to be saved, and how the cashier is asked where.
struct SaveRequest
{
    QString title;
    QString path;         ///< what is proposed
    QString suffix;       ///< without the point: `zip`
    QString kind;         ///< the name of such files: `ZIP archive`
    QString savedTitle{}; ///< of the box that says where it is
    /// Called on another thread with the path that was chosen.
    std::function<tl::expected<void, FileError>(const QString &path)> write;
    /// Called instead of showing a box with the result.
    std::function<void(const QString &path, const tl::expected<void, FileError> &saved)> then{};
};

/// Saves a file for the cashier: asks where, writes it without holding up the window, and says what came of it.
/// Controls: "saveDialog", "savedBox" with "openFolderButton", "notSavedBox".
class FileSaver final : public QObject
{
    Q_OBJECT
public:
    /// \a window must outlive this; the boxes are shown over it.
    explicit FileSaver(QWidget &window);

    /// Does nothing while an earlier request is asked for or written.
    void begin(const SaveRequest &request);

    /// Where people look for what they have saved: the desktop, else their documents, else their home.
    [[nodiscard]] static QString proposedFolder();

private:
    void write(const QString &path);
    void onWritten();

    QWidget &m_window;
    SaveRequest m_request;
    QString m_path;
    bool m_busy = false;
    QFutureWatcher<tl::expected<void, FileError>> m_writing;
    FileThread m_thread; ///< destroyed first: it waits for what is being written, but not for ever
};

} // namespace okoshko
