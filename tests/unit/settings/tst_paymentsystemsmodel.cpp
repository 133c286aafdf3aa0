// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/PaymentSystemsModel.h"
#include "models/settings/Validation.h"
#include "tests/support/TestProgram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_paymentsystemsmodel {

/// The payment systems as a table: each change is told as what it is, and nothing is reset.
class PaymentSystemsModelTest : public QObject
{
    Q_OBJECT

private:
    static QStringList names(const PaymentSystemsModel &model)
    {
        QStringList result;
        for (const PaymentSystem &system : model.systems())
            result << system.name;
        return result;
    }
    static QModelIndex cell(const PaymentSystemsModel &model, int row, SystemSetting column)
    {
        return model.index(row, static_cast<int>(column));
    }

private Q_SLOTS:
    void keepsQtsRules()
    {
        PaymentSystemsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setSystems(defaultPaymentSystems());
        model.add(0);
        model.move(1, 2);
        model.remove(0);
        model.setData(cell(model, 0, SystemSetting::Name), u"x"_s);
        model.setFaults({{SettingsReason::Empty, u"paymentSystems[0].name"_s}});
        model.setSystems({});
        model.setSystems(defaultPaymentSystems());
        QCOMPARE(model.systems(), defaultPaymentSystems());
        QCOMPARE(reset.count(), 0);
    }

    void everyCellIsReadAndWritten()
    {
        PaymentSystemsModel model;
        model.setSystems(defaultPaymentSystems());
        PaymentSystem wanted;
        wanted.name = u"own/1"_s;
        wanted.labels = {{u"ru"_s, u"Своё"_s}, {u"en"_s, u"Own"_s}};
        wanted.icon = PaymentSystem::Icon::Check;
        wanted.digit = 7;
        wanted.customerData = PaymentSystem::CustomerData::NameAndEmail;
        wanted.confirmation = PaymentSystem::Confirmation::Server;
        wanted.use = PaymentSystem::Use::Off;
        const QHash<SystemSetting, QVariant> values{{SystemSetting::Name, u"own/1"_s},
                                                    {SystemSetting::LabelRu, u"Своё"_s},
                                                    {SystemSetting::LabelEn, u"Own"_s},
                                                    {SystemSetting::Icon, u"check"_s},
                                                    {SystemSetting::Digit, 7},
                                                    {SystemSetting::CustomerData, u"name-email"_s},
                                                    {SystemSetting::Confirmation, u"server"_s}};
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            QVERIFY(model.setData(cell(model, 0, it.key()), it.value()));
        QVERIFY(model.setData(cell(model, 0, SystemSetting::Use), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(model.systems().first(), wanted);
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            QCOMPARE(cell(model, 0, it.key()).data(Qt::EditRole), it.value());
    }

    void everyChoiceIsAWordOfItsField()
    {
        PaymentSystemsModel model;
        model.setSystems(defaultPaymentSystems());
        for (const SystemField &field : systemFields()) {
            QStringList offered;
            for (const auto &choice : model.choices(field.key)) {
                offered << choice.value.toString();
                QVERIFY(!choice.words.isEmpty());
                QVERIFY(model.setData(cell(model, 0, field.key), choice.value));
                QCOMPARE(cell(model, 0, field.key).data().toString(), choice.words);
            }
            if (field.words)
                QCOMPARE(offered, field.words());
        }
    }

    void tellsNoMoreThanChanged()
    {
        PaymentSystemsModel model;
        model.setSystems(defaultPaymentSystems());
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy edited(&model, &PaymentSystemsModel::edited);
        const QModelIndex digit = cell(model, 1, SystemSetting::Digit);
        QVERIFY(model.setData(digit, 9));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex(), digit);
        QCOMPARE(changed.first().at(1).toModelIndex(), digit);
        QVERIFY(model.setData(digit, 9)); // it is so already
        QVERIFY(!model.setData(digit, u"nine"_s));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(edited.count(), 1);

        changed.clear();
        model.setFaults({{SettingsReason::DigitTaken, u"paymentSystems[1].digit"_s}});
        QCOMPARE(changed.count(), 1);
        QVERIFY(digit.data(PaymentSystemsModel::FaultyRole).toBool());
        model.setFaults({});
        QVERIFY(!digit.data(PaymentSystemsModel::FaultyRole).toBool());
    }

    void movesAndStopsAtTheEnds()
    {
        PaymentSystemsModel model;
        model.setSystems(defaultPaymentSystems());
        const QStringList before = names(model);
        QCOMPARE(model.move(0, 1), 1);
        QCOMPARE(names(model), (QStringList{before[1], before[0], before[2]} + before.mid(3)));
        QCOMPARE(model.move(2, -2), 0);
        QCOMPARE(names(model), (QStringList{before[2], before[1], before[0]} + before.mid(3)));
        QSignalSpy edited(&model, &PaymentSystemsModel::edited);
        QCOMPARE(model.move(0, -1), 0);
        const int last = model.rowCount() - 1;
        QCOMPARE(model.move(last, 1), last);
        QCOMPARE(edited.count(), 0);
    }

    void addsWithTheFirstFreeDigitAndOff()
    {
        PaymentSystemsModel model;
        model.setSystems(defaultPaymentSystems());
        model.setData(cell(model, 1, SystemSetting::Digit), 8);
        const int row = model.add(0);
        QCOMPARE(row, 1);
        QCOMPARE(model.systems().at(row).digit, 2);
        QCOMPARE(model.systems().at(row).use, PaymentSystem::Use::Off);
    }
};

} // namespace okoshko::test::tst_paymentsystemsmodel

OKOSHKO_TEST(tst_paymentsystemsmodel, PaymentSystemsModelTest, QCoreApplication)
#include "tst_paymentsystemsmodel.moc"
