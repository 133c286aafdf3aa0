// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/TourReport.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPixmap>
#include <QSaveFile>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace okoshko {

TourReport::TourReport(const QString &folder)
    : m_folder(folder)
{
    m_folder.mkpath(u"."_s);
    set(u"version"_s, QCoreApplication::applicationVersion());
}

TourReport::Outcome TourReport::takePicture(QWidget &window, const QString &step)
{
    const QString name = u"%1-%2.png"_s.arg(m_pictures.size() + 1, 2, 10, QChar(u'0')).arg(step);
    if (!window.grab().save(m_folder.filePath(name)))
        return Outcome::Failed;
    m_pictures << name;
    return Outcome::Done;
}

void TourReport::note(const Order &order, Instant now)
{
    m_facts.insert(u"order"_s, order.id.toString());
    m_facts.insert(u"number"_s, order.number);
    m_facts.insert(u"sum"_s, order.value.toString());
    if (!order.payment.redirectUrl.isEmpty())
        m_facts.insert(u"redirect_url"_s, order.payment.redirectUrl.toString());
    const QString word = toWord(order.status);
    if (m_statuses.isEmpty() || m_statuses.last().first != word)
        m_statuses.append({word, toIsoString(now)});
}

TourReport::Outcome TourReport::write(Outcome result, const QString &reason) const
{
    QJsonObject report = m_facts;
    QJsonArray statuses;
    for (const auto &[status, at] : m_statuses)
        statuses.append(QJsonObject{{u"status"_s, status}, {u"at"_s, at}});
    report.insert(u"statuses"_s, statuses);
    report.insert(u"pictures"_s, QJsonArray::fromStringList(m_pictures));
    report.insert(u"result"_s, result == Outcome::Done ? u"done"_s : u"failed"_s);
    if (!reason.isEmpty())
        report.insert(u"reason"_s, reason);

    QSaveFile file(m_folder.filePath(u"tour.json"_s));
    const QByteArray text = QJsonDocument(report).toJson();
    const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    return written ? Outcome::Done : Outcome::Failed;
}

} // namespace okoshko
