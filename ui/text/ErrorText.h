// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"
#include "models/domain/StorageError.h"
#include "models/sale/Sale.h"
#include "models/sale/SaleProcess.h"
#include "ui/text/Message.h"

#include <QCoreApplication>
#include <QString>

#include <chrono>
#include <optional>

namespace okoshko {

/// What was being done when it went wrong.
enum class Doing {
    LoadingEvents,
    LoadingOrders,
    Reserving,
    ChoosingPayment,
    StartingPayment,
    Confirming,
    Cancelling,
    Releasing, ///< cancelling what was given up: it is tried again by itself until the server agrees
    Reading
};

[[nodiscard]] Doing doingOf(Step step);
/// What \a sale's failure, which there is, came of.
[[nodiscard]] Doing doingOf(const Sale &sale);

/// An error in the cashier's language; the server's own words stand last, in quotes. Whatever says why something did
/// not work says it by this.
class ErrorText : public Message
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::ErrorText)
public:
    ErrorText(const ApiError &error, Doing doing);

    [[nodiscard]] const QString &reason() const { return m_reason; } ///< why, a sentence; the body begins with it

    /// How long the server asks to wait, a sentence; empty where it does not.
    [[nodiscard]] static QString waiting(const std::optional<std::chrono::seconds> &retryAfter);

private:
    [[nodiscard]] static bool isList(Doing doing); ///< no order is concerned
    [[nodiscard]] static QString notDone(Doing doing);
    [[nodiscard]] static QString notKnown(Doing doing);
    [[nodiscard]] static QString why(const ApiError &error, Doing doing);
    [[nodiscard]] static QString refusal(Doing doing);
    [[nodiscard]] static QString missing(Doing doing);
    [[nodiscard]] static QString forbidden(Doing doing);
    [[nodiscard]] static QString refused(Doing doing);
    [[nodiscard]] static QString releasing(const ApiError &error);
    [[nodiscard]] static QString advice(const ApiError &error, Doing doing);
    [[nodiscard]] static QString whatToDo(const ApiError &error, Doing doing);

    QString m_reason;
};

/// A file that could not be saved, in the cashier's language: what happened, and what to do.
class FileText
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::FileText)
public:
    [[nodiscard]] static QString of(const FileError &error);
};

/// What a journal that cannot be kept means at the counter: what happened, and what to do next.
class JournalText : public Message
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::JournalText)
public:
    explicit JournalText(const JournalError &error);
};

/// Why a step that the cashier asked for was not begun, in her language.
class RefusalText : public Message
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::RefusalText)
public:
    /// \a refusal is not None.
    explicit RefusalText(Refusal refusal);
};

} // namespace okoshko
