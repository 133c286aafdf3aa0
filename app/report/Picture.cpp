// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/Picture.h"

#include "app/report/Redactor.h"
#include "ui/widgets/Privacy.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPixmap>
#include <QVariant>
#include <QWidget>

#include <algorithm>

namespace okoshko {

namespace {

bool tellsTooMuch(const QWidget &widget, const Redactor &mask)
{
    // What our own widgets paint, they also say to screen readers.
    const QString words[]{widget.property("text").toString(), widget.accessibleName(), widget.accessibleDescription(),
                          widget.windowTitle()};
    return isPrivate(widget) ||
           std::any_of(std::begin(words), std::end(words), [&mask](const QString &text) { return mask.touches(text); });
}

} // namespace

QImage pictureOf(QWidget &window, const Redactor &mask)
{
    // As it is about to look, where something has just changed; what has taken its new size may want another height.
    for (int round = 0; round < 3; ++round)
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    const QList<QWidget *> children = window.findChildren<QWidget *>();
    for (QWidget *child : children) {
        if (child->window() != &window || !child->isVisibleTo(&window) || !tellsTooMuch(*child, mask))
            continue;
        // Where it is cut off by what it lies in, its neighbours are not to suffer.
        const QPoint corner = child->mapTo(&window, QPoint());
        QRect field(corner, child->size());
        for (const QWidget *around = child->parentWidget(); around && around != &window;
             around = around->parentWidget())
            field &= QRect(around->mapTo(&window, QPoint()), around->size());
        painter.fillRect(field, Qt::gray);
    }
    painter.end();
    return picture.toImage();
}

QStringList privateWordsIn(const QWidget &window)
{
    QStringList words;
    for (const QLineEdit *edit : window.findChildren<QLineEdit *>()) {
        if (isPrivate(*edit) && !edit->text().isEmpty())
            words << edit->text() << edit->text().split(u' ', Qt::SkipEmptyParts);
    }
    return words;
}

} // namespace okoshko
