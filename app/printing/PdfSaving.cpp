// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/printing/PdfSaving.h"

#include "ui/text/PrintText.h"

#include <QDir>

#include <algorithm>
#include <memory>

namespace okoshko {

PdfSaving::PdfSaving(PrintService &printing, QObject *parent)
    : QObject(parent)
    , m_printing(printing)
{
    connect(&printing, &PrintService::jobChanged, this, &PdfSaving::onJob);
    connect(&printing, &PrintService::fileSaved, this, [this](const OrderId &order, const QString &path) {
        end(order, {tr("The tickets are saved as a PDF."), QDir::toNativeSeparators(path)});
    });
    connect(&printing, &PrintService::fileNotBegun, this,
            [this](const OrderId &order) { end(order, PrintRefusalText(PrintRefusal::NotRecorded)); });
    connect(&printing, &PrintService::fileNotSaved, this,
            [this](const PrintJob &job) { end(job.order, PrintTroubleText(job)); });
}

void PdfSaving::begin(const OrderId &order, const QString &path)
{
    if (m_paths.contains(order))
        return Q_EMIT told(PrintRefusalText(PrintRefusal::Busy));
    const QString shown = QDir::toNativeSeparators(path);
    if (std::ranges::find(m_paths, path) != m_paths.cend())
        return Q_EMIT told({tr("Tickets of another order are being saved there."),
                            tr("Nothing was saved. Choose another name than %1.").arg(shown)});
    m_paths.insert(order, path);
    const auto isAsked = std::make_shared<bool>(true);
    m_printing.data().whenCurrent(order, this, [this, order, path, isAsked] {
        *isAsked = false;
        write(order, path);
    });
    if (*isAsked)
        Q_EMIT told({tr("The server is being asked about the order; then the tickets are saved as a PDF."), shown});
}

void PdfSaving::write(const OrderId &order, const QString &path)
{
    const PrintRefusal refusal = m_printing.savePdf(order, path);
    if (refusal != PrintRefusal::None)
        return end(order, PrintRefusalText(refusal));
    Q_EMIT told({tr("The tickets are being saved as a PDF…"), QDir::toNativeSeparators(path)});
}

void PdfSaving::onJob(const QUuid &id)
{
    // It may be written yet, and is then told.
    const auto job = m_printing.job(id);
    if (job && job->kind == PrintJob::Kind::File && job->state == PrintJob::State::Attention &&
        m_paths.contains(job->order))
        end(job->order, PrintTroubleText(*job));
}

void PdfSaving::end(const OrderId &order, const Message &message)
{
    m_paths.remove(order);
    Q_EMIT told(message);
}

} // namespace okoshko
