// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/FileSaver.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QPromise>
#include <QPushButton>
#include <QStandardPaths>
#include <QThreadPool>
#include <QUrl>
#include <QWidget>

#include <chrono>
#include <memory>

namespace okoshko {

namespace {

Q_LOGGING_CATEGORY(log, "okoshko.files")

constexpr std::chrono::seconds patience{5}; ///< with a disk, where the program ends

} // namespace

FileSaver::FileSaver(QWidget &window)
    : m_window(window)
    , m_thread(patience)
{
    connect(&m_writing, &QFutureWatcher<Saved>::finished, this, &FileSaver::onWritten);
}

void FileSaver::begin(const Wish &wish)
{
    if (m_busy)
        return;
    m_busy = true;
    m_wish = wish;
    QFileDialog *dialog = askWhereToSave(m_window, wish.question);
    connect(dialog, &QFileDialog::fileSelected, this, &FileSaver::write);
    connect(dialog, &QDialog::rejected, this, [this] { m_busy = false; });
}

void FileSaver::write(const QString &path)
{
    m_path = path;
    m_window.setCursor(Qt::BusyCursor);
    auto promise = std::make_shared<QPromise<Saved>>();
    m_writing.setFuture(promise->future());
    m_thread.pool().start([promise, path, write = m_wish.write] {
        promise->start();
        promise->addResult(write(path));
        promise->finish();
    });
}

void FileSaver::onWritten()
{
    const Saved saved = m_writing.result();
    m_busy = false;
    m_window.unsetCursor();
    if (!saved) {
        qCWarning(log).noquote() << "not saved:" << saved.error().detail;
        sayItIsNotSaved(m_window, m_wish.question.title, saved.error());
        return;
    }
    QPushButton *folder = sayItIsSaved(m_window, m_wish.savedTitle, m_path);
    connect(folder, &QPushButton::clicked, this, [path = m_path] {
        static_cast<void>(QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath())));
    });
}

QString FileSaver::proposedFolder()
{
    for (const auto place : {QStandardPaths::DesktopLocation, QStandardPaths::DocumentsLocation}) {
        const QString folder = QStandardPaths::writableLocation(place);
        if (!folder.isEmpty() && QFileInfo(folder).isDir())
            return folder;
    }
    return QDir::homePath();
}

} // namespace okoshko
