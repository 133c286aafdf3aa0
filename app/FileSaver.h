// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/FileThread.h"
#include "models/domain/StorageError.h"
#include "ui/files/SaveBoxes.h"

#include <QFutureWatcher>
#include <QObject>

#include <tl/expected.hpp>

#include <functional>

namespace okoshko {

/// Saves a file for the cashier: asks where, writes it without holding up the window, and says what came of it.
class FileSaver final : public QObject
{
    Q_OBJECT
public:
    using Saved = tl::expected<void, FileError>;

    struct Wish
    {
        SaveQuestion question;
        QString savedTitle; ///< of the box that says where it is
        /// Called on another thread with the path that was chosen.
        std::function<Saved(const QString &path)> write;
    };

    /// \a window must outlive this; the boxes are shown over it.
    explicit FileSaver(QWidget &window);

    /// Does nothing while an earlier wish is asked for or written.
    void begin(const Wish &wish);

    /// Where people look for what they have saved: the desktop, else their documents, else their home.
    [[nodiscard]] static QString proposedFolder();

private:
    void write(const QString &path);
    void onWritten();

    QWidget &m_window;
    Wish m_wish;
    QString m_path;
    bool m_busy = false;
    QFutureWatcher<Saved> m_writing;
    FileThread m_thread; ///< destroyed first: it waits for what is being written, but not for ever
};

} // namespace okoshko
