// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/StorageError.h"

#include <QString>

QT_FORWARD_DECLARE_CLASS(QFileDialog)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko {

/// Where a file is to be saved, as the cashier is asked.
struct SaveQuestion
{
    QString title;
    QString path;   ///< what is proposed
    QString suffix; ///< without the point: `zip`
    QString kind;   ///< the name of such files: `ZIP archive`
};

/// Asks \a question over \a parent ("saveDialog"); QFileDialog::fileSelected() answers it. It deletes itself.
QFileDialog *askWhereToSave(QWidget &parent, const SaveQuestion &question);

/// Says over \a parent where the file is ("savedBox"); the button that it gives ("openFolderButton") is to open its
/// folder.
QPushButton *sayItIsSaved(QWidget &parent, const QString &title, const QString &path);

/// Says over \a parent why it is not ("notSavedBox").
void sayItIsNotSaved(QWidget &parent, const QString &title, const FileError &error);

} // namespace okoshko
