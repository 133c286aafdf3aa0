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

/// The message for a remark on an order: what is the case, and what to do.
class RemarkText : public Message
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::RemarkText)
public:
    /// Empty for None. \a taken: what the cashier has put into the drawer (Sale::moneyTaken()).
    RemarkText(SaleRemark remark, const std::optional<Money> &taken, const Format &format);

    /// For an order made elsewhere; \a isPerhapsOurs: it may belong to an unanswered reservation of this counter.
    [[nodiscard]] static QString madeElsewhere(bool isPerhapsOurs);
};

/// An open issue in words: what happened, to which order, and what to do.
class IssueText
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::IssueText)
public:
    /// \a candidates: number of orders that may belong to an UnknownReservation. \a taken: see RemarkText.
    IssueText(const Issue &entry, const QString &eventTitle, qsizetype candidates, const std::optional<Money> &taken,
              const Format &format, Instant now);

    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] const QString &facts() const { return m_facts; }
    [[nodiscard]] const QString &advice() const { return m_advice; }

    /// Why an order that a person claimed was not taken over.
    [[nodiscard]] static QString claimFailure(const ApiError &error);

private:
    QString m_title;
    QString m_facts;
    QString m_advice;
};

} // namespace okoshko
