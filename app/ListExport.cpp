// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ListExport.h"

#include "app/FileSaver.h"
#include "app/files/WholeFile.h"
#include "models/tables/OrderCsv.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::ListExport)
};

} // namespace

void saveList(const OrderTableModel &orders, FileSaver &saving)
{
    const QString name = u"okoshko-orders-%1.csv"_s.arg(QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s));
    saving.begin({.question = {.title = Words::tr("Save the list"),
                               .path = QDir(FileSaver::proposedFolder()).filePath(name),
                               .suffix = u"csv"_s,
                               .kind = Words::tr("CSV table")},
                  .savedTitle = Words::tr("The list is saved"),
                  .write = [csv = toCsv(orders)](const QString &path) { return writeWhole(path, csv); }});
}

} // namespace okoshko
