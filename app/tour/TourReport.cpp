// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/TourReport.h"

#include "models/domain/AtomicFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QPixmap>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

QString kindWord(PrintJob::Kind kind)
{
    switch (kind) {
    case PrintJob::Kind::Tickets:
        return u"tickets"_s;
    case PrintJob::Kind::Receipt:
        return u"receipt"_s;
    case PrintJob::Kind::Test:
        return u"test"_s;
    case PrintJob::Kind::File:
        return u"file"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

TourReport::TourReport(const QString &folder)
    : m_folder(folder)
{
    m_folder.mkpath(u"."_s);
    set(u"version"_s, QCoreApplication::applicationVersion());
}

TourReport::Result TourReport::takePicture(QWidget &window, const QString &step)
{
    const QString name = u"%1-%2.png"_s.arg(m_pictures.size() + 1, 2, 10, QChar(u'0')).arg(step);
    if (!window.grab().save(m_folder.filePath(name)))
        return Result::Failed;
    m_pictures << name;
    return Result::Done;
}

QJsonObject TourReport::NotedSale::toJson() const
{
    QJsonObject json = facts;
    json.insert(u"order"_s, order.toString());
    json.insert(u"statuses"_s, statuses);
    return json;
}

TourReport::NotedSale &TourReport::saleOf(const OrderId &order)
{
    const auto it = std::ranges::find(m_sales, order, &NotedSale::order);
    return it != m_sales.end() ? *it : m_sales.emplaceBack(NotedSale{.order = order});
}

void TourReport::note(const Order &order, Instant now)
{
    NotedSale &sale = saleOf(order.id);
    sale.facts.insert(u"number"_s, order.number);
    sale.facts.insert(u"sum"_s, order.value.toString());
    if (!order.payment.redirectUrl.isEmpty())
        sale.facts.insert(u"redirect_url"_s, order.payment.redirectUrl.toString());
    const QString word = toWord(order.status);
    if (sale.statuses.isEmpty() || sale.statuses.last()[u"status"] != word)
        sale.statuses.append(QJsonObject{{u"status"_s, word}, {u"at"_s, toIsoString(now)}});
}

void TourReport::noteSystem(const OrderId &order, const QString &name)
{
    saleOf(order).facts.insert(u"system"_s, name);
}

TourReport::Result TourReport::notePrinted(const PrintJob &job, const QString &document)
{
    const QString name = u"printed-%1-%2.pdf"_s.arg(m_printed.size() + 1, 2, 10, QChar(u'0')).arg(job.queue);
    QFile::remove(m_folder.filePath(name)); // of an earlier tour
    if (!QFile::copy(document, m_folder.filePath(name)))
        return Result::Failed;
    QJsonObject printed{{u"kind"_s, kindWord(job.kind)},
                        {u"printer"_s, job.profile},
                        {u"queue"_s, job.queue},
                        {u"tickets"_s, job.copies.size()},
                        {u"file"_s, name}};
    if (!job.order.isNull())
        printed.insert(u"order"_s, job.order.toString());
    m_printed.append(printed);
    return Result::Done;
}

TourReport::Result TourReport::write(Result result, const QString &reason) const
{
    QJsonObject report = m_sales.isEmpty() ? QJsonObject() : m_sales.first().toJson();
    for (auto it = m_facts.begin(); it != m_facts.end(); ++it)
        report.insert(it.key(), it.value());
    QJsonArray sales;
    for (const NotedSale &sale : m_sales)
        sales.append(sale.toJson());
    report.insert(u"sales"_s, sales);
    report.insert(u"printed"_s, m_printed);
    report.insert(u"pictures"_s, QJsonArray::fromStringList(m_pictures));
    report.insert(u"result"_s, result == Result::Done ? u"done"_s : u"failed"_s);
    if (!reason.isEmpty())
        report.insert(u"reason"_s, reason);

    const auto written = writeAtomically(m_folder.filePath(u"tour.json"_s), QJsonDocument(report).toJson());
    return written ? Result::Done : Result::Failed;
}

} // namespace okoshko
