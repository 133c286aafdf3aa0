// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Order.h"
#include "models/domain/Print.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko {

/// The tour's output: a numbered picture of each step, and `tour.json`:
///
///     { "version": "0.1.0", "language": "ru", "server": "http://…",
///       "system": "api/BASE", "order": "<id>", "number": 497291903, "sum": "100.00",
///       "redirect_url": "https://…" (absent where there was none),
///       "statuses": [ { "status": "executed", "at": "<ISO 8601, UTC>" }, … ],
///       "sales": [ { the same fields of each sale, in the order of creation }, … ],
///       "printed": [ { "kind": "tickets" | "receipt" | "test", "order": "<id>" (absent for a test),
///                      "printer": "<profile>", "queue": "a4", "tickets": 1,
///                      "file": "printed-01-a4.pdf" (what the printer got) }, … ],
///       "not_printed": "<English: why there was no print service>" (absent where there was one, or none was wanted),
///       "pictures": [ "01-orders.png", … ],
///       "result": "done" | "failed", "reason": "<English, when failed>" }
///
/// The fields outside "sales" are those of the first sale.
class TourReport
{
public:
    /// Creates \a folder if it is missing.
    explicit TourReport(const QString &folder);

    enum class Result { Done, Failed };

    [[nodiscard]] Result takePicture(QWidget &window, const QString &step);
    void set(const QString &key, const QString &value) { m_facts.insert(key, value); }
    /// Records the order's data, and its status when it has changed.
    void note(const Order &order, Instant now);
    void noteSystem(const OrderId &order, const QString &name); ///< for an order that was noted
    /// Records \a job, and copies \a document, which the printer got.
    [[nodiscard]] Result notePrinted(const PrintJob &job, const QString &document);
    [[nodiscard]] Result write(Result result, const QString &reason) const;

    [[nodiscard]] QString folder() const { return m_folder.absolutePath(); }

private:
    struct NotedSale
    {
        OrderId order;
        QJsonObject facts;
        QJsonArray statuses;

        [[nodiscard]] QJsonObject toJson() const;
    };
    [[nodiscard]] NotedSale &saleOf(const OrderId &order);

    QDir m_folder;
    QJsonObject m_facts;
    QStringList m_pictures;
    QJsonArray m_printed;
    QList<NotedSale> m_sales;
};

} // namespace okoshko
