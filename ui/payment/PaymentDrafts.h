// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"
#include "models/domain/Money.h"
#include "models/domain/Order.h"
#include "models/sale/Sale.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <optional>

namespace okoshko {

/// What the cashier has typed, chosen and said about the payment of one order. It holds the buyer's name and address:
/// it is kept in memory alone, and never logged.
struct PaymentDraft
{
    enum class Page {
        NotSaid,
        NoneOpened ///< no payment page was opened for the order
    };

    QString system{};   ///< name of the payment system; empty: the first that is offered
    Customer buyer{};   ///< as typed
    QString received{}; ///< as typed
    /// What the cashier has first said to be in the drawer, whatever becomes of its confirmation; nothing: she has not.
    std::optional<Money> taken{};
    Page page = Page::NotSaid;

    /// Nothing where nothing, or no sum, was typed.
    [[nodiscard]] std::optional<Money> receivedSum() const;
    /// The buyer's change where \a due is to be paid; nothing where what was received is too little, or so much that it
    /// was certainly mistyped.
    [[nodiscard]] std::optional<Money> change(Money due) const;

    friend bool operator==(const PaymentDraft &, const PaymentDraft &) = default;
};

/// The largest note there is: nobody gives one that comes back whole.
constexpr Money largestNote = Money::fromMinor(5000'00);

class SaleService;

/// The drafts of the payments of all orders, while a session lasts. They outlive the page that shows them. That of an
/// order which has ended is dropped, as soon as it is not shown.
class PaymentDrafts final : public QObject
{
    Q_OBJECT
public:
    /// \a service must outlive this.
    explicit PaymentDrafts(const SaleService &service, QObject *parent = nullptr);

    [[nodiscard]] PaymentDraft of(const OrderId &id) const { return m_drafts.value(id); }
    void keep(const OrderId &id, const PaymentDraft &draft);
    /// The payment of \a id is being shown, and no other one; of a null id: none is.
    void setShown(const OrderId &id);
    [[nodiscard]] const OrderId &shown() const { return m_shown; }
    /// The money for \a sale is in the drawer, and the server has not taken its confirmation as far as is known.
    [[nodiscard]] bool isMoneyTaken(const Sale &sale) const;

private:
    void dropEnded(const OrderId &id);

    const SaleService &m_service;
    QHash<OrderId, PaymentDraft> m_drafts;
    OrderId m_shown;
};

} // namespace okoshko
