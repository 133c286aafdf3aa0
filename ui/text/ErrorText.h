// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"
#include "models/domain/StorageError.h"
#include "models/sale/Sale.h"
#include "models/sale/SaleProcess.h"
#include "models/tables/Format.h"
#include "ui/text/Message.h"

#include <QCoreApplication>
#include <QString>

#include <chrono>
#include <optional>

namespace okoshko {

/// The action during which an error occurred.
enum class Doing {
    LoadingEvents,
    LoadingOrders,
    Reserving,
    ChoosingPayment,
    StartingPayment,
    Confirming,
    Cancelling,
    Changing,  ///< tickets or promo codes of an order
    Releasing, ///< cancelling a sale that was given up: repeated until the server agrees
    Reading
};

[[nodiscard]] Doing doingOf(Step step);
/// The action in which \a sale has failed; it must have a failure.
[[nodiscard]] Doing doingOf(const Sale &sale);

/// An error in the cashier's language; the server's own message is quoted at the end. Every failure message is made by
/// this.
class ErrorText : public Message
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::ErrorText)
public:
    ErrorText(const ApiError &error, Doing doing);

    [[nodiscard]] const QString &reason() const { return m_reason; } ///< a sentence; the body begins with it

    /// That a promo code of \a size characters is not sent.
    [[nodiscard]] static QString tooLongCode(qsizetype size, const Format &format);

    /// How long the server asks to wait, a sentence; empty if it does not.
    [[nodiscard]] static QString waiting(const std::optional<std::chrono::seconds> &retryAfter);

private:
    [[nodiscard]] static bool isList(Doing doing); ///< not about one order
    [[nodiscard]] static QString notDone(Doing doing);
    [[nodiscard]] static QString notKnown(Doing doing);
    [[nodiscard]] static QString why(const ApiError &error, Doing doing);
    [[nodiscard]] static QString refusal(Doing doing);
    [[nodiscard]] static QString refusal(PromoRefusal promo);
    [[nodiscard]] static QString missing(Doing doing);
    [[nodiscard]] static QString forbidden(Doing doing);
    [[nodiscard]] static QString refused(Doing doing);
    [[nodiscard]] static QString releasing(const ApiError &error);
    [[nodiscard]] static QString advice(const ApiError &error, Doing doing);
    [[nodiscard]] static QString whatToDo(const ApiError &error, Doing doing);

    QString m_reason;
};

/// The message for a file that could not be saved: what happened, and what to do.
class FileText
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::FileText)
public:
    [[nodiscard]] static QString of(const FileError &error);
};

/// The message for a journal that cannot be written: what happened, and what to do.
class JournalText : public Message
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::JournalText)
public:
    explicit JournalText(const JournalError &error);
};

/// The message for a step that was not begun.
class RefusalText : public Message
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::RefusalText)
public:
    /// \a refusal is not None.
    explicit RefusalText(Refusal refusal);
};

} // namespace okoshko
