// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/TourReport.h"

#include "models/domain/AtomicFile.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QPixmap>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

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

TourReport::Result TourReport::write(Result result, const QString &reason) const
{
    QJsonObject report = m_sales.isEmpty() ? QJsonObject() : m_sales.first().toJson();
    for (auto it = m_facts.begin(); it != m_facts.end(); ++it)
        report.insert(it.key(), it.value());
    QJsonArray sales;
    for (const NotedSale &sale : m_sales)
        sales.append(sale.toJson());
    report.insert(u"sales"_s, sales);
    report.insert(u"pictures"_s, QJsonArray::fromStringList(m_pictures));
    report.insert(u"result"_s, result == Result::Done ? u"done"_s : u"failed"_s);
    if (!reason.isEmpty())
        report.insert(u"reason"_s, reason);

    const auto written = writeAtomically(m_folder.filePath(u"tour.json"_s), QJsonDocument(report).toJson());
    return written ? Result::Done : Result::Failed;
}

} // namespace okoshko
