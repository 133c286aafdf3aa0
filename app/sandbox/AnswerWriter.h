// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/Http.h"
#include "app/sandbox/Vendor.h"

#include <QUrl>

namespace okoshko::sandbox {

/// Writes the vendor's state as JSON answers, with the recorded fields.
class AnswerWriter
{
public:
    /// Both must outlive this. `publicUrl`: the base of payment pages.
    AnswerWriter(const Vendor &vendor, const QUrl &publicUrl)
        : m_vendor(vendor)
        , m_publicUrl(publicUrl)
    {
    }

    /// With its sets, prices and vacancies.
    [[nodiscard]] QJsonObject json(const Event &event) const;
    /// `{id, name, contact, legal}` of GET /v1/resources/partners/:id.
    [[nodiscard]] static QJsonObject json(const Organiser &organiser);
    /// A row of GET /v1/resources/events/:id/tickets; `reservedTill` is null unless someone holds the seat.
    [[nodiscard]] static QJsonObject json(const Seat &seat, std::optional<Instant> reservedTill);
    /// Customer and payment are included once payment has begun, `redirect_url` only if there is a payment page.
    [[nodiscard]] QJsonObject json(const Order &order) const;
    /// A ticket of an order; the barcode is null until the order is done, and again once the ticket was given back.
    [[nodiscard]] static QJsonObject json(const Seat &seat, const Order &order);
    [[nodiscard]] QJsonObject json(const Refund &refund) const;

    /// The fields of `object` that the call's fields-schema names. `order`: the owner of tickets that the object refers
    /// to.
    [[nodiscard]] QJsonObject narrow(const Call &call, const QJsonObject &object, const QString &order = {}) const;

    /// An order in the form of the API's second generation: tickets as objects, times without an offset, `cancelled`
    /// with two l; and the event, partners and sets that it names.
    [[nodiscard]] QJsonObject newerJson(const Order &order) const;
    [[nodiscard]] QJsonObject newerRefs(const Order &order) const;

private:
    [[nodiscard]] QJsonObject setJson(const TicketSet &set, qsizetype position, const Event &event) const;
    /// The object that an id in the field `name` refers to; null leaves the id as it is.
    [[nodiscard]] QJsonValue resolve(const QString &name, const QString &id, const QString &order) const;
    [[nodiscard]] QJsonObject paymentJson(const Order &order) const;

    const Vendor &m_vendor;
    const QUrl &m_publicUrl;
};

} // namespace okoshko::sandbox
