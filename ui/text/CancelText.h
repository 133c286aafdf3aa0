// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/Sale.h"
#include "models/tables/Format.h"

#include <QCoreApplication>
#include <QString>

namespace okoshko {

/// The question before an order is cancelled, in the cashier's language.
class CancelText
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::CancelText)
public:
    /// \a isInDrawer: the cashier has said that the money is in the drawer, which the sale does not tell yet.
    CancelText(const Sale &sale, const Format &format, bool isInDrawer);

    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] const QString &words() const { return m_words; }
    [[nodiscard]] static QString yes();
    [[nodiscard]] static QString no();

private:
    QString m_title;
    QString m_words;
};

} // namespace okoshko
