// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"
#include "models/domain/Issue.h"
#include "models/tables/Format.h"
#include "models/tables/OrderRow.h"
#include "ui/text/Message.h"

#include <QCoreApplication>
#include <QString>

namespace okoshko {

/// What must be known of an order besides its state, in the cashier's language: what is so, and what to do.
class RemarkText : public Message
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::RemarkText)
public:
    explicit RemarkText(SaleRemark remark); ///< empty for None

    /// Of an order that another counter made; \a isPerhapsOurs: or this one, by a reservation that was not answered.
    [[nodiscard]] static QString madeElsewhere(bool isPerhapsOurs);
};

/// An entry of what is to be settled, in words: what happened, about what, and what to do.
class UnsettledText
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::UnsettledText)
public:
    /// \a candidates: how many orders may be that of an UnknownReservation.
    UnsettledText(const Issue &entry, const QString &eventTitle, qsizetype candidates, const Format &format,
                  Instant now);

    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] const QString &facts() const { return m_facts; }
    [[nodiscard]] const QString &advice() const { return m_advice; }

    /// Why the order that a person pointed at as ours was not taken over.
    [[nodiscard]] static QString claimFailure(const ApiError &error);

private:
    QString m_title;
    QString m_facts;
    QString m_advice;
};

} // namespace okoshko
