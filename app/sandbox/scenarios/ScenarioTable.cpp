// SPDX-License-Identifier: GPL-3.0-or-later
// The table of scenarios and nothing else.
#include "Scenario.h"

#include <array>

namespace okoshko::sandbox {

namespace {

using enum RequestKind;
using enum ScenarioGroup;
using S = Scenario;

constexpr RequestKinds nothing{};
constexpr RequestKinds change = Choose | Start | Confirm | Cancel; // of an order that is there
constexpr RequestKinds anyChange = Create | change;
constexpr RequestKinds order = anyChange | Read;
constexpr RequestKinds any = order | Events | Refunds | Other;

constexpr Lasting next = Lasting::Next;
constexpr Lasting stands = Lasting::Standing;

constexpr QLatin1String name(const char *text)
{
    return QLatin1String(text);
}

// clang-format off
constexpr std::array table{
    ScenarioRow{S::HoldTwoMinutes, name("hold-2m05"), Reservation, Create, Create, next,
        {u"Hold: 2:05 left", u"The next order holds its seats for 2 minutes 5 seconds: after 5 seconds the countdown turns urgent."},
        {u"Бронь: осталось 2:05", u"Следующий заказ держит места 2 минуты 5 секунд: через 5 секунд отсчёт становится тревожным."}},
    ScenarioRow{S::HoldFifteenSeconds, name("hold-15s"), Reservation, Create, Create, next,
        {u"Hold: 0:15 left", u"The next order holds its seats for 15 seconds; then the server says that the hold has run out."},
        {u"Бронь: осталось 0:15", u"Следующий заказ держит места 15 секунд, потом сервер сообщает, что бронь истекла."}},
    ScenarioRow{S::ExpiredBeforePayment, name("expired-before-payment"), Reservation, Create, Create, next,
        {u"Expired before payment", u"The next order runs out after 8 seconds, before its payment can begin: the same can be sold again."},
        {u"Истекла до оплаты", u"Следующий заказ истекает через 8 секунд, оплату начать не успеть: можно продать то же самое снова."}},
    ScenarioRow{S::SoldOut, name("sold-out"), Reservation, Create, Create, next,
        {u"Sold out in between", u"Just before the next order somebody else takes all tickets it asks for; they come back after a minute."},
        {u"Раскупили в последний момент", u"Перед следующим заказом кто-то другой забирает все его билеты; через минуту они возвращаются."}},
    ScenarioRow{S::Partial, name("partial"), Reservation, Create, Create, next,
        {u"One ticket too few", u"The next order of two tickets or more gets one less than it asked for."},
        {u"На один билет меньше", u"Следующий заказ от двух билетов получает на один билет меньше, чем просили."}},
    ScenarioRow{S::Empty, name("empty"), Reservation, Create, Create, next,
        {u"Empty reservation", u"The next order comes to be without a single ticket, though there are some: it must be cancelled."},
        {u"Пустая бронь", u"Следующий заказ создаётся без единого билета, хотя билеты есть: его нужно отменить."}},
    ScenarioRow{S::PriceChanged, name("price-changed"), Reservation, Create, Create, next,
        {u"The price has changed", u"Just before the next order its tickets rise by 100 roubles each, for a minute: the sum is another than was shown."},
        {u"Цена изменилась", u"Перед следующим заказом его билеты на минуту дорожают на 100 рублей: сумма не та, что была показана."}},
    ScenarioRow{S::EventGone, name("event-gone"), Reservation, Create, Create, next,
        {u"The event is gone", u"Just before the next order its event is taken off sale, for a minute: the server answers 404."},
        {u"Событие снято с продажи", u"Перед следующим заказом его событие на минуту снимают с продажи: сервер отвечает 404."}},

    ScenarioRow{S::ExpiredWhilePaying, name("expired-while-paying"), Payment, Start, Start, next,
        {u"Expired while paying", u"The next payment has 15 seconds; nobody pays and the server lets the order expire."},
        {u"Истекла во время оплаты", u"На следующую оплату даётся 15 секунд; никто не платит, и заказ на сервере истекает."}},
    ScenarioRow{S::PaidLastSecond, name("paid-last-second"), Payment, Start, Start, next,
        {u"Paid in the last second", u"The next payment on a page has 15 seconds and is paid at the 14th."},
        {u"Оплата в последнюю секунду", u"На следующую оплату на странице даётся 15 секунд, деньги приходят на 14-й."}},
    ScenarioRow{S::PaidAfterExpiry, name("paid-after-expiry"), Payment, Start, Start, next,
        {u"Paid after expiry", u"The next payment on a page expires after 10 seconds; 5 seconds later the money lands all the same. If it was cancelled, too."},
        {u"Деньги пришли после срока", u"Следующая оплата на странице истекает через 10 секунд, а ещё через 5 деньги всё же приходят. После отмены тоже."}},
    ScenarioRow{S::Declined, name("declined"), Payment, Start, Start, next,
        {u"Payment declined", u"Five seconds after the next payment on a page has begun, it is declined and the order is cancelled."},
        {u"В оплате отказано", u"Через пять секунд после начала следующей оплаты на странице приходит отказ, заказ отменён."}},
    ScenarioRow{S::CancelledByServer, name("cancelled-by-server"), Payment, Create | Start, Start, next,
        {u"Cancelled by the server", u"Five seconds after the next payment has begun, the server cancels the order by itself."},
        {u"Сервер отменил заказ", u"Через пять секунд после начала следующей оплаты сервер сам отменяет заказ."}},
    ScenarioRow{S::BuyerLeaves, name("buyer-leaves"), Payment, Start, Start, next,
        {u"The buyer closes the page", u"The next payment on a page is never finished, the page takes no more clicks: the cashier has to give it up."},
        {u"Покупатель закрыл страницу", u"Следующая оплата на странице так и не завершится, её кнопки не действуют: кассиру придётся её отменить."}},
    ScenarioRow{S::NoRedirect, name("no-redirect"), Payment, Start, Start, next,
        {u"No payment page", u"The next payment comes without redirect_url, whatever the system: the seller collects the money and confirms."},
        {u"Нет страницы оплаты", u"Следующая оплата приходит без redirect_url, какой бы способ ни выбрали: деньги принимает и подтверждает кассир."}},
    ScenarioRow{S::ForbiddenRedirect, name("forbidden-redirect"), Payment, Start, Start, next,
        {u"A forbidden address to pay at", u"The next payment's redirect_url has the scheme javascript: it must not be opened, and the cashier is told."},
        {u"Запрещённый адрес оплаты", u"У следующей оплаты redirect_url со схемой javascript: открывать его нельзя, кассиру об этом сказано."}},

    ScenarioRow{S::Unauthorized, name("401"), Answers, any, any, stands,
        {u"401: key unknown", u"The server does not know the key any more: selling stops until this is switched off."},
        {u"401: ключ не принят", u"Сервер больше не знает ключа: продажа останавливается, пока сценарий не выключат."}},
    ScenarioRow{S::Forbidden, name("403"), Answers, any, any, stands,
        {u"403: not allowed", u"The server refuses this account everything: selling stops until this is switched off."},
        {u"403: нет прав", u"Сервер всё запрещает этой учётной записи: продажа останавливается, пока сценарий не выключат."}},
    ScenarioRow{S::NotFound, name("404"), Answers, any, change | Read, next,
        {u"404: no such order", u"The next request about an order is told that there is none."},
        {u"404: заказа нет", u"На следующий запрос о заказе сервер отвечает, что такого нет."}},
    ScenarioRow{S::ConflictOnce, name("409-once"), Answers, anyChange, change, next,
        {u"409 once", u"The next change to an order comes too early: it is sent again by itself and succeeds."},
        {u"409 один раз", u"Следующее изменение заказа приходит слишком рано: программа повторяет его сама, и оно удаётся."}},
    ScenarioRow{S::ConflictAlways, name("409-always"), Answers, anyChange, change, stands,
        {u"409 for ever", u"Every change to an order comes too early, until this is switched off: the waiting has an end, and it is told."},
        {u"409 без конца", u"Каждое изменение заказа приходит слишком рано, пока сценарий не выключат: ожидание ограничено, о нём сказано."}},
    ScenarioRow{S::TooManyRequests, name("429"), Answers, any, anyChange, next,
        {u"429: too many requests", u"The next change is refused with Retry-After: 5 and goes through five seconds later."},
        {u"429: слишком часто", u"Следующее изменение отклонено с Retry-After: 5 и проходит через пять секунд."}},
    ScenarioRow{S::ServerError, name("500"), Answers, any, anyChange, next,
        {u"500: server error", u"The server fails over the next change, and has done nothing."},
        {u"500: ошибка сервера", u"На следующем изменении сервер ломается, ничего не сделав."}},
    ScenarioRow{S::BadGateway, name("502-html"), Answers, any, anyChange, next,
        {u"502 with a web page", u"A gateway answers the next change with an HTML page; the server has seen nothing."},
        {u"502 с веб-страницей", u"На следующее изменение отвечает шлюз, HTML-страницей; сервер ничего не видел."}},
    ScenarioRow{S::NotJson, name("not-json"), Answers, any, anyChange, next,
        {u"Not JSON", u"The server does the next change, but its answer cannot be read: the order is read back."},
        {u"Не JSON", u"Сервер выполняет следующее изменение, но ответ прочесть нельзя: заказ перечитывается."}},
    ScenarioRow{S::WrongTypes, name("wrong-types"), Answers, any, anyChange, next,
        {u"JSON of wrong types", u"The server does the next change, but every value of its answer has a wrong type: the order is read back."},
        {u"JSON не тех типов", u"Сервер выполняет следующее изменение, но в ответе все значения не тех типов: заказ перечитывается."}},

    ScenarioRow{S::Slow, name("slow"), Line, any, any, stands,
        {u"Slow: 3 seconds", u"Every answer comes three seconds late, until this is switched off: nothing freezes, every wait can be left."},
        {u"Медленно: 3 секунды", u"Каждый ответ опаздывает на три секунды, пока сценарий не выключат: ничего не замирает, ожидание можно прервать."}},
    ScenarioRow{S::Silent, name("silent"), Line, any, anyChange, next,
        {u"Silence", u"The server does the next change, but its answer never comes: after the time-out the order is read back."},
        {u"Молчание", u"Сервер выполняет следующее изменение, но ответ не приходит: по истечении ожидания заказ перечитывается."}},
    ScenarioRow{S::CutBefore, name("cut-before"), Line, any, anyChange, next,
        {u"Cut before the server acted", u"The connection breaks before the server has seen the next change: its outcome has to be found out."},
        {u"Обрыв до сервера", u"Связь рвётся раньше, чем сервер увидел следующее изменение: исход нужно выяснить."}},
    ScenarioRow{S::CutAfter, name("cut-after"), Line, any, anyChange, next,
        {u"Cut after the server acted", u"The server does the next change, then the connection breaks: no order may be lost or made twice."},
        {u"Обрыв после сервера", u"Сервер выполняет следующее изменение, потом связь рвётся: заказ не должен потеряться или удвоиться."}},
    ScenarioRow{S::Truncated, name("truncated"), Line, any, anyChange, next,
        {u"Truncated answer", u"The server does the next change, its answer breaks off in the middle: the order is read back."},
        {u"Ответ оборван", u"Сервер выполняет следующее изменение, ответ обрывается на середине: заказ перечитывается."}},
    ScenarioRow{S::OfflineTenSeconds, name("offline-10s"), Line, nothing, nothing, stands,
        {u"Offline for 10 seconds", u"At once there is no server any more; ten seconds later it is back, and so is the counter, by itself."},
        {u"Без связи 10 секунд", u"Сервер сразу пропадает, через десять секунд он снова есть, и касса возвращается сама."}},
    ScenarioRow{S::Offline, name("offline"), Line, nothing, nothing, stands,
        {u"Offline", u"At once there is no server any more, until this is switched off."},
        {u"Без связи", u"Сервер сразу пропадает и возвращается, когда сценарий выключат."}},

    ScenarioRow{S::ClockFast, name("clock-fast"), Time, nothing, nothing, stands,
        {u"Clock 7 minutes fast", u"The server's clock is 7 minutes ahead of this computer's: what is left of a hold stays true."},
        {u"Часы спешат на 7 минут", u"Часы сервера на 7 минут впереди часов компьютера: остаток брони показан верно."}},
    ScenarioRow{S::ClockSlow, name("clock-slow"), Time, nothing, nothing, stands,
        {u"Clock 7 minutes slow", u"The server's clock is 7 minutes behind this computer's: what is left of a hold stays true."},
        {u"Часы отстают на 7 минут", u"Часы сервера на 7 минут позади часов компьютера: остаток брони показан верно."}},
};
// clang-format on

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table[i].scenario != static_cast<Scenario>(i))
            return false;
    }
    return true;
}
static_assert(inOrder(), "rowOf() looks a scenario up by its number");
static_assert(table.back().scenario == Scenario::ClockSlow, "a row is missing");

} // namespace

std::span<const ScenarioRow> scenarioTable()
{
    return table;
}

} // namespace okoshko::sandbox
