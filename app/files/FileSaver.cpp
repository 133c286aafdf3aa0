// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/FileSaver.h"

#include "ui/text/ErrorText.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileIconProvider>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QMessageBox>
#include <QPromise>
#include <QPushButton>
#include <QStandardPaths>
#include <QThreadPool>
#include <QUrl>
#include <QWidget>

#include <memory>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

Q_LOGGING_CATEGORY(log, "okoshko.files")

using Saved = tl::expected<void, FileError>;

constexpr std::chrono::seconds longestEnd{5}; ///< for unfinished writing when the program ends

/// Icons for folders and files only: to choose an icon by type, Qt would read the files on the window's thread, and a
/// slow disk or a device would block it.
class PlainIcons final : public QObject, public QFileIconProvider
{
public:
    using QObject::QObject;

    [[nodiscard]] QIcon icon(const QFileInfo &info) const override
    {
        return QFileIconProvider::icon(info.isDir() ? Folder : File);
    }
    [[nodiscard]] QIcon icon(IconType type) const override { return QFileIconProvider::icon(type); }
    [[nodiscard]] QString type(const QFileInfo &) const override { return {}; }
};

QMessageBox *openBox(QWidget &parent, const QString &name, const QString &title, const QString &words)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, title, words, QMessageBox::Ok, &parent);
    box->setObjectName(name);
    box->setTextFormat(Qt::PlainText); // file names may contain markup
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
    return box;
}

/// The desktop, else the documents, else the home folder.
QString firstFolder()
{
    for (const auto place : {QStandardPaths::DesktopLocation, QStandardPaths::DocumentsLocation}) {
        QString folder = QStandardPaths::writableLocation(place);
        if (!folder.isEmpty() && QFileInfo(folder).isDir())
            return folder;
    }
    return QDir::homePath();
}

QPushButton *makeSavedBox(QWidget &parent, const QString &title, const QString &path)
{
    QMessageBox *box = openBox(parent, u"savedBox"_s, title,
                               FileSaver::tr("The file is here:") + u'\n' + QDir::toNativeSeparators(path));
    QPushButton *folder = box->addButton(FileSaver::tr("Open &folder"), QMessageBox::ActionRole);
    folder->setObjectName(u"openFolderButton"_s);
    return folder;
}

void showNotSavedBox(QWidget &parent, const QString &title, const FileError &error)
{
    openBox(parent, u"notSavedBox"_s, title, FileText::of(error))->setIcon(QMessageBox::Warning);
}

} // namespace

FileThread::FileThread(std::chrono::milliseconds patience)
    : m_pool(new QThreadPool)
    , m_patience(patience)
{
}

FileThread::~FileThread()
{
    m_pool->clear();
    if (m_pool->waitForDone(static_cast<int>(m_patience.count())))
        delete m_pool;
    else
        qCWarning(log) << "a file that takes too long is left alone";
}

FileSaver::FileSaver(QWidget &window)
    : m_window(window)
    , m_thread(longestEnd)
{
    connect(&m_writing, &QFutureWatcher<Saved>::finished, this, &FileSaver::onWritten);
}

void FileSaver::begin(const SaveRequest &request)
{
    if (m_busy)
        return;
    m_busy = true;
    m_request = request;
    QFileDialog &dialog = makeDialog(u"saveDialog"_s, request.title, request.kind, request.suffix);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(request.suffix);
    dialog.selectFile(request.name);
    connect(&dialog, &QFileDialog::fileSelected, this, &FileSaver::write);
    connect(&dialog, &QDialog::rejected, this, [this] { m_busy = false; });
    dialog.open();
}

void FileSaver::askPath(const PathRequest &request)
{
    const bool isToRead = request.name.isEmpty();
    QFileDialog &dialog =
        makeDialog(isToRead ? u"openDialog"_s : u"saveDialog"_s, request.title, request.kind, request.suffix);
    if (isToRead) {
        dialog.setFileMode(QFileDialog::ExistingFile);
    } else {
        dialog.setAcceptMode(QFileDialog::AcceptSave);
        dialog.setDefaultSuffix(request.suffix);
        dialog.selectFile(request.name);
    }
    connect(&dialog, &QFileDialog::fileSelected, this, request.then);
    dialog.open();
}

QFileDialog &FileSaver::makeDialog(const QString &name, const QString &title, const QString &kind,
                                   const QString &suffix)
{
    auto *dialog = new QFileDialog(&m_window, title, m_folder.isEmpty() ? firstFolder() : m_folder);
    dialog->setObjectName(name);
    dialog->setIconProvider(new PlainIcons(dialog));
    dialog->setNameFilter(u"%1 (*.%2)"_s.arg(kind, suffix));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { m_folder = QFileInfo(path).absolutePath(); });
    return *dialog;
}

void FileSaver::write(const QString &path)
{
    m_path = path;
    m_window.setCursor(Qt::BusyCursor);
    auto promise = std::make_shared<QPromise<Saved>>();
    m_writing.setFuture(promise->future());
    m_thread.pool().start([promise, path, write = m_request.write] {
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
    if (!saved)
        qCWarning(log).noquote() << "not saved:" << saved.error().detail;
    if (!saved) {
        showNotSavedBox(m_window, m_request.title, saved.error());
        return;
    }
    QPushButton *folder = makeSavedBox(m_window, m_request.savedTitle, m_path);
    connect(folder, &QPushButton::clicked, this, [path = m_path] {
        static_cast<void>(QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath())));
    });
}

} // namespace okoshko
