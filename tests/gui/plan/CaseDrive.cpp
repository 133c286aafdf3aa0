// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/plan/CaseDrive.h"

#include "app/qa/QaListModel.h"
#include "app/sandbox/scenarios/ScenarioBoard.h"
#include "ui/widgets/FigureLabel.h"

#include <QLabel>
#include <QListView>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTextDocumentFragment>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test {

namespace {

TestTimeouts standing(TestTimeouts tempo)
{
    tempo.time = TestTimeouts::Time::Stands;
    return tempo;
}

} // namespace

void CaseDrive::perform(int number, const std::function<void(CaseDrive &)> &steps, const TestTimeouts &tempo)
{
    FirstFailure::ends([&] {
        for (const Language language : {Language::Russian, Language::English}) {
            CaseDrive drive(number, language, tempo);
            steps(drive);
            FirstFailure::check();
            drive.end();
        }
    });
}

CaseDrive::CaseDrive(int number, Language language, const TestTimeouts &tempo)
    : CaseScript(number, language)
    , stage(language, {}, {}, standing(tempo))
{
}

void CaseDrive::end()
{
    if (!plan().scenario.isEmpty()) {
        [&] {
            QVERIFY2(m_wasOn, "the case's scenario was not switched on");
            // What needs no request to be met holds as soon as it is on.
            const bool meetsRequests = scenario().possible != sandbox::RequestKinds();
            const int met = stage.server->scenarios().state(scenario()).timesMet;
            QVERIFY2(!meetsRequests || met > 0, "the case's scenario was never met");
        }();
        FirstFailure::check();
    }
    CaseScript::end();
}

void CaseDrive::readMore()
{
    if (!m_watched.isNull())
        recorder().readOrder(textsOf(m_watched));
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
    // Else it is met by what the window reads by itself, and a key that reads anew does nothing meanwhile.
    awaitThat("what is under way is over", [this] { return isQuiet(); });
    tickInDock();
    m_wasOn = true;
    [&] { QVERIFY(isOn()); }();
    FirstFailure::check();
}

void CaseDrive::switchOff()
{
    tickInDock();
    [&] { QVERIFY(!isOn()); }();
    FirstFailure::check();
}

bool CaseDrive::isOn() const
{
    return stage.server->scenarios().isArmed(scenario());
}

const sandbox::Scenario &CaseDrive::scenario() const
{
    const sandbox::Scenario *row = sandbox::findScenario(plan().scenario);
    if (!row)
        qFatal("case %d has no scenario", plan().number);
    return *row;
}

void CaseDrive::tickInDock()
{
    stage.press(Qt::Key_F12);
    awaitShown(u"qaFilter"_s);
    stage.type((language() == Format::Language::Russian ? scenario().russian : scenario().english).title.toString());
    const auto *list = stage.hand->find<QListView>(u"qaList"_s);
    const auto isCurrent = [&] { return list->currentIndex().data(QaListModel::NameRole) == QString(scenario().name); };
    for (int i = 0; i <= list->model()->rowCount() && !isCurrent(); ++i)
        stage.press(Qt::Key_Down); // its title is the beginning of another's
    [&] { QVERIFY(isCurrent()); }();
    FirstFailure::check();
    look();
    stage.press(list->hasFocus() ? Qt::Key_Space : Qt::Key_Return);
    stage.press(Qt::Key_F12); // the dock is shut, and the keyboard is the page's again
    awaitThat("the dock is shut", [&] { return !stage.find(u"qaDock"_s); });
    stage.server->settle();
}

void CaseDrive::pick(int count, const QString &words)
{
    stage.pass(1s); // so that no two orders are of the same moment
    stage.press(Qt::Key_F2);
    awaitShown(u"eventSearch"_s);
    stage.type(words);
    stage.press(Qt::Key_Right);
    stage.press(static_cast<Qt::Key>(Qt::Key_0 + count));
    awaitShown(u"reserveButton"_s);
}

const Sale &CaseDrive::reserve(int count)
{
    pick(count);
    press(Qt::Key_Return);
    awaitThat("the payment page comes", [this] { return stage.find(u"startPaymentButton"_s) != nullptr; });
    return stage.lastSale();
}

const Sale &CaseDrive::startPayment()
{
    const Sale &sale = reserve();
    chooseFirstAndStart();
    awaitShown(u"openPageButton"_s);
    return sale;
}

void CaseDrive::chooseFirstAndStart()
{
    press(Qt::Key_1);
    awaitShown(u"startPaymentButton"_s); // no key is taken just after the page has come
    press(Qt::Key_Return);
    look();
}

const Sale &CaseDrive::sellForCash(const QString &before)
{
    pick(2, u"северный"_s);
    press(Qt::Key_Return);
    awaitShown(u"startPaymentButton"_s);
    if (!before.isEmpty())
        await(before);
    chooseFirstAndStart();
    awaitShown(u"confirmPaidButton"_s);
    press(Qt::Key_Return);
    awaitShown(u"confirmPaidYesButton"_s);
    press(Qt::Key_Return);
    await(u"ResultPane|Paid: %1"_s);
    return stage.lastSale();
}

void CaseDrive::toOrders()
{
    awaitThat("the orders are there", [this] { return stage.press(Qt::Key_Escape), stage.isShown(u"orderTable"_s); });
}

void CaseDrive::press(Qt::Key key)
{
    look();
    stage.press(key);
}

void CaseDrive::click(const QString &name)
{
    awaitShown(name);
    stage.click(name);
}

void CaseDrive::awaitShown(const QString &name)
{
    awaitThat(qPrintable(name + u" is shown"_s), [&] { return stage.isShown(name); });
}

void CaseDrive::awaitOfOrder(const OrderId &id, const QString &reference)
{
    m_watched = id;
    awaitThat(qPrintable(reference + u" is said of the order"_s),
              [&] { return recorder().readOrder(textsOf(id), reference); });
}

QStringList CaseDrive::textsOf(const OrderId &id)
{
    QStringList texts;
    if (!stage.isShown(u"orderTable"_s))
        return texts;
    const OrderTableModel &table = stage.counter->orders;
    for (int column = 0; column < OrderTableModel::columns; ++column)
        texts << table.indexOf(id, static_cast<OrderTableModel::Column>(column)).data().toString();
    if (stage.windows->main().orders().current() == id)
        texts << recorder().textsIn(u"OrderPane"_s);
    return texts;
}

QString CaseDrive::readPage(const Sale &sale) const
{
    QNetworkAccessManager network;
    QUrl url = sale.order.payment.redirectUrl;
    QUrlQuery query(url);
    query.addQueryItem(u"lang"_s, languageCode());
    url.setQuery(query);
    const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(url)));
    [&] { QTRY_VERIFY(reply->isFinished()); }();
    FirstFailure::check();
    return QTextDocumentFragment::fromHtml(QString::fromUtf8(reply->readAll())).toPlainText();
}

bool CaseDrive::pageSays(const Sale &sale, const QString &reference)
{
    return recorder().read(readPage(sale), words(), reference);
}

void CaseDrive::claimTheOne()
{
    await(u"NewOrderPage|Is one of these orders yours?"_s);
    await(u"NewOrderPage|Ours: %1"_s);
    const QList<Issue> &issues = stage.counter->saleJournal.issues();
    [&] {
        QCOMPARE(issues.size(), 1);
        QCOMPARE(issues.first().candidates.size(), 1);
    }();
    FirstFailure::check();
    click(u"claimButton_"_s + issues.first().candidates.first().toString());
}

int CaseDrive::ordersAtServer()
{
    std::optional<int> count;
    stage.other->api.orders({}, &stage, [&count](const Result<OrderList> &result) {
        const QList<Order> orders = result.value_or(OrderList()).orders;
        count = static_cast<int>(std::count_if(orders.cbegin(), orders.cend(), [](const Order &order) {
            return isHeld(order.status) || order.status == OrderStatus::Done;
        }));
    });
    [&] { QTRY_VERIFY(count.has_value()); }();
    FirstFailure::check();
    return count.value_or(-1);
}

} // namespace okoshko::test
