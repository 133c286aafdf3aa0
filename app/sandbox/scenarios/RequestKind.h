// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFlags>
#include <QString>
#include <QStringList>
#include <QStringView>
#include <array>
#include <optional>

namespace okoshko::sandbox {

/// What a client wants with a request, as a person would name the step.
enum class RequestKind : unsigned {
    Events = 0x001,  ///< events and their seats are read
    Create = 0x002,  ///< an order is made
    Choose = 0x004,  ///< any other change to one: way to pay, buyer, tickets, promo codes
    Start = 0x008,   ///< its payment begins
    Read = 0x010,    ///< one order, its tickets, or the list of orders
    Confirm = 0x020, ///< the seller says that it is paid
    Cancel = 0x040,
    Refunds = 0x080, ///< anything about refunds
    Other = 0x100    ///< whatever else the API has
};
Q_DECLARE_FLAGS(RequestKinds, RequestKind)
Q_DECLARE_OPERATORS_FOR_FLAGS(RequestKinds)

inline constexpr std::array allRequestKinds{RequestKind::Events, RequestKind::Create,  RequestKind::Choose,
                                            RequestKind::Start,  RequestKind::Read,    RequestKind::Confirm,
                                            RequestKind::Cancel, RequestKind::Refunds, RequestKind::Other};

/// Nothing for what is no call of the API, the payment page among it. `path` may carry a query.
[[nodiscard]] std::optional<RequestKind> kindOf(const QByteArray &method, const QString &path, const QByteArray &body);

/// `events`, `create`, `choose` …
[[nodiscard]] QString toText(RequestKind kind);
[[nodiscard]] QStringList toText(RequestKinds kinds);
/// For a person: `reserving`, `бронирование` …
[[nodiscard]] QStringView englishWord(RequestKind kind);
[[nodiscard]] QStringView russianWord(RequestKind kind);
[[nodiscard]] std::optional<RequestKind> requestKindFrom(const QString &text);

} // namespace okoshko::sandbox
