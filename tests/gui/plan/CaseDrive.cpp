// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/plan/CaseDrive.h"

#include "app/sandbox/scenarios/ScenarioBoard.h"
#include "ui/qa/QaListModel.h"
#include "ui/widgets/FigureLabel.h"

#include <QLabel>
#include <QListView>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTextDocumentFragment>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::test {

CaseDrive::CaseDrive(int number, const Tempo &tempo)
    : CaseScript(number)
    , stage(language(), {}, {}, tempo)
{
}

QString CaseDrive::text(const QString &objectName) const
{
    QWidget *widget = stage.find(objectName);
    if (const auto *label = qobject_cast<QLabel *>(widget))
        return label->text();
    const auto *figure = qobject_cast<FigureLabel *>(widget);
    return figure ? figure->text() : QString();
}

void CaseDrive::switchOn()
{
    tickInDock();
    QVERIFY(isOn());
}

void CaseDrive::switchOff()
{
    tickInDock();
    QVERIFY(!isOn());
}

bool CaseDrive::isOn() const
{
    return stage.server->scenarios().isArmed(scenario().scenario);
}

const sandbox::ScenarioRow &CaseDrive::scenario() const
{
    const sandbox::ScenarioRow *row = sandbox::findScenario(plan().scenario);
    if (!row)
        qFatal("case %d has no scenario", plan().number);
    return *row;
}

void CaseDrive::tickInDock()
{
    stage.press(Qt::Key_F12);
    QTRY_VERIFY(stage.isShown(u"qaFilter"_s));
    stage.type((language() == Format::Language::Russian ? scenario().russian : scenario().english).title.toString());
    const auto *list = stage.hand->find<QListView>(u"qaList"_s);
    const auto isCurrent = [&] { return list->currentIndex().data(QaListModel::NameRole) == QString(scenario().name); };
    for (int i = 0; i <= list->model()->rowCount() && !isCurrent(); ++i)
        stage.press(Qt::Key_Down); // its title is the beginning of another's
    QVERIFY(isCurrent());
    witness().look();
    stage.press(list->hasFocus() ? Qt::Key_Space : Qt::Key_Return);
    stage.press(Qt::Key_F12); // the dock is shut, and the keyboard is the page's again
    QTRY_VERIFY(!stage.find(u"qaDock"_s));
}

void CaseDrive::pick(int count, const QString &words)
{
    stage.press(Qt::Key_F2);
    QTRY_VERIFY(stage.isShown(u"eventSearch"_s));
    stage.type(words);
    stage.press(Qt::Key_Right);
    stage.press(static_cast<Qt::Key>(Qt::Key_0 + count));
    QTRY_VERIFY(stage.isShown(u"reserveButton"_s));
    witness().look();
}

const Sale &CaseDrive::reserve(int count)
{
    pick(count);
    stage.press(Qt::Key_Return);
    [&] { QTRY_VERIFY(stage.isShown(u"startPaymentButton"_s)); }();
    witness().look();
    return stage.lastSale();
}

const Sale &CaseDrive::startPayment()
{
    const Sale &sale = reserve();
    chooseFirstAndStart();
    [&] { QTRY_VERIFY(stage.isShown(u"openPageButton"_s)); }();
    return sale;
}

void CaseDrive::chooseFirstAndStart()
{
    stage.press(Qt::Key_1);
    witness().look();
    stage.press(Qt::Key_Return);
    witness().look();
}

void CaseDrive::toOrders()
{
    QTRY_VERIFY((stage.press(Qt::Key_Escape), stage.isShown(u"orderTable"_s)));
    witness().look();
}

QString CaseDrive::readPage(const Sale &sale)
{
    QNetworkAccessManager network;
    QUrl url = sale.order.payment.redirectUrl;
    QUrlQuery query(url);
    query.addQueryItem(u"lang"_s, languageCode());
    url.setQuery(query);
    QNetworkReply *reply = network.get(QNetworkRequest(url));
    [&] { QTRY_VERIFY(reply->isFinished()); }();
    const QString page = QTextDocumentFragment::fromHtml(QString::fromUtf8(reply->readAll())).toPlainText();
    witness().read(page);
    return page;
}

bool CaseDrive::pageSays(const Sale &sale, const QString &reference)
{
    return witness().isIn({readPage(sale)}, reference);
}

int CaseDrive::ordersAtServer()
{
    std::optional<int> count;
    stage.other->api.orders({}, &stage, [&count](const Result<QList<Order>> &result) {
        const QList<Order> orders = result.value_or(QList<Order>());
        count = static_cast<int>(std::count_if(orders.cbegin(), orders.cend(), [](const Order &order) {
            return isHeld(order.status) || order.status == OrderStatus::Done;
        }));
    });
    [&] { QTRY_VERIFY(count.has_value()); }();
    return count.value_or(-1);
}

} // namespace okoshko::test
