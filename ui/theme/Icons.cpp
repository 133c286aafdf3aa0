// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

QString fileOf(IconName name)
{
    switch (name) {
    case IconName::Search:
        return u"search"_s;
    case IconName::Menu:
        return u"menu"_s;
    case IconName::Clock:
        return u"clock"_s;
    case IconName::ClockUrgent:
        return u"clock-urgent"_s;
    case IconName::Arrows:
        return u"arrows"_s;
    case IconName::Check:
        return u"check"_s;
    case IconName::Cross:
        return u"cross"_s;
    case IconName::Hourglass:
        return u"hourglass"_s;
    case IconName::Question:
        return u"question"_s;
    case IconName::ArrowBack:
        return u"arrow-back"_s;
    case IconName::Card:
        return u"card"_s;
    case IconName::Phone:
        return u"phone"_s;
    case IconName::Cash:
        return u"cash"_s;
    case IconName::Diamond:
        return u"diamond"_s;
    case IconName::Printer:
        return u"printer"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QPixmap iconPixmap(IconName name, const QColor &colour, int side, double devicePixelRatio)
{
    const QString key = u"%1 %2 %3 %4"_s.arg(fileOf(name), colour.name()).arg(side).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(u":/icons/%1.svg"_s.arg(fileOf(name)));
    QByteArray drawing = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    drawing.replace("currentColor", colour.name().toLatin1());

    pixmap = QPixmap(QSize(side, side) * devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(drawing).render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon icon(IconName name, const QColor &colour)
{
    QIcon result;
    for (const int side : {16, 24, 32, 48, 64})
        result.addPixmap(iconPixmap(name, colour, side, 1));
    return result;
}

IconName iconOf(OrderStatus status)
{
    switch (status) {
    case OrderStatus::Executed:
        return IconName::Clock;
    case OrderStatus::InProgress:
        return IconName::Arrows;
    case OrderStatus::Done:
        return IconName::Check;
    case OrderStatus::Canceled:
        return IconName::Cross;
    case OrderStatus::Expired:
        return IconName::Hourglass;
    case OrderStatus::Refunded:
        return IconName::ArrowBack;
    case OrderStatus::Unknown:
        return IconName::Question;
    }
    Q_UNREACHABLE();
}

IconName iconOf(PaymentSystem::Icon icon)
{
    switch (icon) {
    case PaymentSystem::Icon::Card:
        return IconName::Card;
    case PaymentSystem::Icon::Phone:
        return IconName::Phone;
    case PaymentSystem::Icon::Cash:
        return IconName::Cash;
    case PaymentSystem::Icon::Check:
        return IconName::Check;
    }
    Q_UNREACHABLE();
}

} // namespace okoshko
