// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/FileError.h"

#include <QCoreApplication>

namespace okoshko {

/// A file that could not be saved, in the cashier's language: what happened, and what to do.
class FileText
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::FileText)
public:
    explicit FileText(const FileError &error);

    [[nodiscard]] const QString &words() const { return m_words; }

private:
    QString m_words;
};

} // namespace okoshko
