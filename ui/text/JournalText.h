// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/JournalError.h"

#include <QCoreApplication>

namespace okoshko {

/// What a journal that cannot be kept means at the counter: what happened, and what to do next.
class JournalText
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::JournalText)
public:
    explicit JournalText(const JournalError &error);

    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] const QString &body() const { return m_body; }

private:
    QString m_title;
    QString m_body;
};

} // namespace okoshko
