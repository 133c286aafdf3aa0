// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/plan/Pictures.h"

#include <QDir>
#include <QFileInfo>
#include <QFontInfo>
#include <QGuiApplication>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

const QString key = u"Environment"_s;

QString environment()
{
    const QFontInfo font(QGuiApplication::font());
    return u"Qt %1, %2, %3 %4 px, scale %5"_s.arg(QString::fromLatin1(qVersion()), QGuiApplication::platformName(),
                                                  font.family(), QString::number(font.pixelSize()),
                                                  QString::number(qGuiApp->devicePixelRatio()));
}

QImage without(QImage picture, const QList<QRect> &places)
{
    QPainter painter(&picture);
    for (const QRect &place : places)
        painter.fillRect(place, Qt::black);
    return picture;
}

/// How many of a thousand pixels differ, rounded up.
int difference(const QImage &left, const QImage &right)
{
    if (left == right)
        return 0;
    if (left.size() != right.size())
        return 1000;
    qint64 count = 0;
    for (int y = 0; y < left.height(); ++y) {
        for (int x = 0; x < left.width(); ++x)
            count += left.pixel(x, y) == right.pixel(x, y) ? 0 : 1;
    }
    const qint64 all = qint64(left.width()) * left.height();
    return static_cast<int>((count * 1000 + all - 1) / all);
}

} // namespace

bool keepPicture(QImage picture, const QList<QRect> &changing, const QString &name, const PictureFolders &folders)
{
    picture.convertTo(QImage::Format_RGB32);
    const QString path = folders.now + u'/' + name;
    const QString before = folders.before + u'/' + name;
    const QImage last(path);
    QFile::remove(before);
    const bool isComparable = !last.isNull() && last.text(key) == environment();
    const int changed = isComparable ? difference(without(last, changing), without(picture, changing)) : 0;
    if (isComparable && changed == 0)
        return true;
    if (changed > 0) {
        QDir().mkpath(QFileInfo(before).path());
        QFile::copy(path, before);
        qInfo("The picture %s has changed, %d of 1000 pixels; the last run's is %s", qPrintable(name), changed,
              qPrintable(before));
    }
    picture.setText(key, environment());
    return QDir().mkpath(QFileInfo(path).path()) && picture.save(path);
}

} // namespace okoshko::test
