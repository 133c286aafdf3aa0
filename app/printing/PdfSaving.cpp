// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/printing/PdfSaving.h"

#include "ui/text/PrintText.h"

#include <QDir>

#include <memory>

namespace okoshko {

PdfSaving::PdfSaving(PrintService &printing, QObject *parent)
    : QObject(parent)
    , m_printing(printing)
{
    connect(&printing, &PrintService::jobChanged, this, &PdfSaving::onJob);
    connect(&printing, &PrintService::fileSaved, this, [this](const OrderId &order, const QString &path) {
        m_writing.remove(order);
        Q_EMIT told({tr("The tickets are saved as a PDF."), QDir::toNativeSeparators(path)});
    });
    connect(&printing, &PrintService::fileNotBegun, this, [this](const OrderId &order) {
        if (m_writing.remove(order))
            Q_EMIT told(PrintRefusalText(PrintRefusal::NotRecorded));
    });
    connect(&printing, &PrintService::fileNotSaved, this, [this](const PrintJob &job) {
        m_writing.remove(job.order);
        Q_EMIT told(PrintTroubleText(job));
    });
}

void PdfSaving::begin(const OrderId &order, const QString &path)
{
    const auto isAsked = std::make_shared<bool>(true);
    m_printing.data().whenCurrent(order, this, [this, order, path, isAsked] {
        *isAsked = false;
        write(order, path);
    });
    if (*isAsked)
        Q_EMIT told({tr("The server is being asked about the order; then the tickets are saved as a PDF."),
                     QDir::toNativeSeparators(path)});
}

void PdfSaving::write(const OrderId &order, const QString &path)
{
    const PrintRefusal refusal = m_printing.savePdf(order, path);
    if (refusal != PrintRefusal::None)
        return Q_EMIT told(PrintRefusalText(refusal));
    m_writing.insert(order);
    Q_EMIT told({tr("The tickets are being saved as a PDF…"), QDir::toNativeSeparators(path)});
}

void PdfSaving::onJob(const QUuid &id)
{
    // It may be written yet, and is then told.
    const auto job = m_printing.job(id);
    if (job && job->kind == PrintJob::Kind::File && job->state == PrintJob::State::Attention &&
        m_writing.remove(job->order))
        Q_EMIT told(PrintTroubleText(*job));
}

} // namespace okoshko
