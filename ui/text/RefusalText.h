// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/SaleProcess.h"

#include <QCoreApplication>
#include <QString>

namespace okoshko {

/// Why a step that the cashier asked for was not begun, in her language.
class RefusalText
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::RefusalText)
public:
    /// \a refusal is not None.
    explicit RefusalText(Refusal refusal);

    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] const QString &body() const { return m_body; }

private:
    QString m_title;
    QString m_body;
};

} // namespace okoshko
