// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/files/SaveBoxes.h"

#include "ui/text/ErrorText.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileIconProvider>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::SaveBoxes)
};

/// Folders and files, and no more: to tell kinds of files apart, Qt would read them, on the window's thread, and a slow
/// disk or a device would hold it up.
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
    box->setTextFormat(Qt::PlainText); // names of files are anybody's words
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
    return box;
}

} // namespace

QFileDialog *askWhereToSave(QWidget &parent, const SaveQuestion &question)
{
    const QFileInfo proposed(question.path);
    auto *dialog = new QFileDialog(&parent, question.title, proposed.path());
    dialog->setObjectName(u"saveDialog"_s);
    dialog->setIconProvider(new PlainIcons(dialog));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(u"%1 (*.%2)"_s.arg(question.kind, question.suffix));
    dialog->setDefaultSuffix(question.suffix);
    dialog->selectFile(proposed.fileName());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

QPushButton *sayItIsSaved(QWidget &parent, const QString &title, const QString &path)
{
    QMessageBox *box =
        openBox(parent, u"savedBox"_s, title, Words::tr("The file is here:") + u'\n' + QDir::toNativeSeparators(path));
    QPushButton *folder = box->addButton(Words::tr("Open &folder"), QMessageBox::ActionRole);
    folder->setObjectName(u"openFolderButton"_s);
    return folder;
}

void sayItIsNotSaved(QWidget &parent, const QString &title, const FileError &error)
{
    openBox(parent, u"notSavedBox"_s, title, FileText::of(error))->setIcon(QMessageBox::Warning);
}

} // namespace okoshko
