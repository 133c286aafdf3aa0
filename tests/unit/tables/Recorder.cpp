// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/tables/Recorder.h"

#include "tests/unit/tables/Orders.h"

#include <QAbstractItemModel>

using namespace Qt::StringLiterals;

namespace okoshko::test {

void record(const QAbstractItemModel &model, QStringList &signalsSeen)
{
    using Model = QAbstractItemModel;
    const auto note = [&signalsSeen](const QString &what) { signalsSeen << what; };
    QObject::connect(&model, &Model::dataChanged, &model, [note](const QModelIndex &from, const QModelIndex &to) {
        note(u"changed %1,%2-%3,%4"_s.arg(from.row()).arg(from.column()).arg(to.row()).arg(to.column()));
    });
    const auto range = [note](const QString &what) {
        return [note, what](const QModelIndex &, int first, int last) {
            note(u"%1 %2-%3"_s.arg(what).arg(first).arg(last));
        };
    };
    QObject::connect(&model, &Model::rowsInserted, &model, range(u"inserted"_s));
    QObject::connect(&model, &Model::rowsRemoved, &model, range(u"removed"_s));
    QObject::connect(&model, &Model::rowsMoved, &model,
                     [note](const QModelIndex &, int first, int last, const QModelIndex &, int to) {
                         note(u"moved %1-%2 to %3"_s.arg(first).arg(last).arg(to));
                     });
    QObject::connect(&model, &Model::layoutChanged, &model, [note] { note(u"layout"_s); });
    QObject::connect(&model, &Model::modelReset, &model, [note] { note(u"reset"_s); });
}

void record(const OrderTableModel &model, QStringList &signalsSeen)
{
    record(static_cast<const QAbstractItemModel &>(model), signalsSeen);
    QObject::connect(&model, &OrderTableModel::countsChanged, &model, [&signalsSeen] { signalsSeen << u"counts"_s; });
}

QList<int> shownNumbers(const OrderTableModel &model)
{
    QList<int> numbers;
    for (int row = 0; row < model.rowCount(); ++row)
        numbers << model.orderAt(model.index(row, 0)).toString().last(6).toInt();
    return numbers;
}

void RecordedOrders::setUp()
{
    m_model = std::make_unique<OrderTableModel>(Format(Format::Language::English));
    m_model->setNow(noon());
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    m_signals.clear();
    record(*m_model, m_signals);
}

void RecordedOrders::tearDown()
{
    m_tester.reset();
    m_model.reset();
}

} // namespace okoshko::test
