// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"
#include "models/domain/StorageError.h"
#include "models/sale/Sale.h"
#include "models/sale/SaleProcess.h"

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

/// An error in the cashier's language: what happened, what it means for the buyer, what to press. Whatever says why
/// something did not work says it by this.
class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::ErrorText)
public:
    ErrorText(const ApiError &error, Doing doing);

    [[nodiscard]] const QString &title() const { return m_title; }   ///< what happened
    [[nodiscard]] const QString &reason() const { return m_reason; } ///< why, a sentence
    /// Why, and what to do; the server's own words last, in quotes. Plain text.
    [[nodiscard]] QString body() const;

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

    QString m_title;
    QString m_reason;
    QString m_advice;
    QString m_words;
};

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
