// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/print/PrintService.h"
#include "ui/text/Message.h"

#include <QHash>
#include <QObject>
#include <QString>

namespace okoshko {

/// Saves the tickets of orders as PDF files, once the cashier has chosen the path: the server is asked about the order,
/// then a print job writes the file, or it fails. It belongs to no page: it goes on when the order is left, and each of
/// these steps is told. Lives on the main thread.
class PdfSaving final : public QObject
{
    Q_OBJECT
public:
    /// \a printing must outlive this.
    explicit PdfSaving(PrintService &printing, QObject *parent = nullptr);

    /// Refused in words while another attempt of \a order, or to \a path, is not over.
    void begin(const OrderId &order, const QString &path);

Q_SIGNALS:
    void told(const okoshko::Message &message);

private:
    void write(const OrderId &order, const QString &path);
    void onJob(const QUuid &id);
    void end(const OrderId &order, const Message &message);

    PrintService &m_printing;
    QHash<OrderId, QString> m_paths; ///< of attempts that are not known to have ended
};

} // namespace okoshko
