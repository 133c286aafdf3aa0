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
constexpr OfRealVendor real = OfRealVendor::Yes;

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

    ScenarioRow{S::ShortPages, name("short-pages"), Vendor, Events | Read, Events | Read, stands,
        {u"Pages shorter than asked for", u"A page of events or orders holds about a third of page_size though more follow: only a page with nothing new is the end."},
        {u"Страницы короче запрошенных", u"На странице событий или заказов около трети от page_size, хотя дальше есть ещё: конец там, где нет ничего нового."}, real},
    ScenarioRow{S::PageIgnored, name("page-ignored"), Vendor, Events | Read, Events | Read, stands,
        {u"The page is ignored", u"Whichever page of events or orders is asked for, all of them are answered."},
        {u"Номер страницы не учтён", u"Какую бы страницу событий или заказов ни запросили, приходит всё сразу."}},
    ScenarioRow{S::Holes, name("holes"), Vendor, Events | Read, Events | Read, stands,
        {u"Holes in lists", u"null, {} and elements of wrong types stand among events, sets, orders, seats and tickets; an order has no number, a set no price. The rest can be sold."},
        {u"Дыры в списках", u"Среди событий, категорий, заказов, мест и билетов стоят null, {} и элементы не тех типов; есть заказ без номера и категория без цены. Остальное продаётся."}, real},
    ScenarioRow{S::OldestFirst, name("oldest-first"), Vendor, Read, Read, stands,
        {u"Orders: the oldest first", u"Lists of orders begin with the oldest: where they are cut, the newest are missing."},
        {u"Сначала старые заказы", u"Списки заказов начинаются со старых: если список обрезан, не хватает новых."}, real},
    ScenarioRow{S::SlowEvents, name("slow-events"), Vendor, Events, Events, stands,
        {u"Events: 3 seconds a page", u"Every answer about events and seats takes 3.2 seconds."},
        {u"События: 3 секунды на страницу", u"Каждый ответ о событиях и местах занимает 3,2 секунды."}, real},
    ScenarioRow{S::SlowMinute, name("slow-minute"), Vendor, any, Events, stands,
        {u"A minute for an answer", u"Every answer about events and seats takes a minute; any other request can be made as slow."},
        {u"Минута на ответ", u"Каждый ответ о событиях и местах занимает минуту; так же можно замедлить любой другой запрос."}},
    ScenarioRow{S::DealFee, name("deal-fee"), Vendor, Create, Create, stands,
        {u"Fee by the deal", u"A set without a fee of its own gets one of 10 % in the order: 5600.00 becomes 6160.00 with an extra of 560.00. A fee, no changed price."},
        {u"Сбор по договору", u"Категория без своего сбора получает в заказе 10 %: 5600.00 становятся 6160.00, из них сбор 560.00. Это сбор, а не другая цена."}, real},
    ScenarioRow{S::PriceGap, name("price-gap"), Vendor, Events, Events, stands,
        {u"Between two prices", u"There is also an event whose sets have no current price: one until the next begins, in ten minutes, one for ever. Its third set can be sold."},
        {u"Между двумя ценами", u"Есть ещё событие, у категорий которого сейчас нет цены: у одной до начала следующей, через десять минут, у другой навсегда. Третья продаётся."}, real},
    ScenarioRow{S::ClosedPresale, name("closed-presale"), Vendor, Events, Events, stands,
        {u"Closed presale", u"There is also an event whose tickets are only sold with the promo code FANS: anything else is answered 400 «Promokey needed»."},
        {u"Закрытая предпродажа", u"Есть ещё событие, билеты на которое продаются только по промокоду FANS: остальным ответ 400 «Promokey needed»."}, real},
    ScenarioRow{S::NoMoney, name("no-money"), Vendor, Create | Confirm, Create, next,
        {u"400 in the server's own words", u"The next reservation is refused with the vendor's words about money; one letter in them is Cyrillic."},
        {u"400 со словами сервера", u"На следующее бронирование сервер отвечает отказом про деньги; одна буква в нём русская."}},
    ScenarioRow{S::DaysOnly, name("days-only"), Vendor, Events, Events, stands,
        {u"Days without a time", u"There are also an event of one day and one of several that have no time at all."},
        {u"Дни без времени", u"Есть ещё событие на один день и событие на несколько дней, у которых нет времени начала."}, real},
    ScenarioRow{S::SeveralDays, name("several-days"), Vendor, Events, Events, stands,
        {u"Several days", u"There is also an event that lasts from one day to another, with times."},
        {u"Несколько дней", u"Есть ещё событие с такого-то по такое-то число, с временем."}, real},
    ScenarioRow{S::LocalTime, name("local-time"), Vendor, Events, Events, stands,
        {u"Time without Z", u"There is also an event whose times have no Z: they are local to the venue, in Vladivostok."},
        {u"Время без Z", u"Есть ещё событие, время которого без Z: это местное время площадки, во Владивостоке."}, real},
    ScenarioRow{S::BareTime, name("bare-time"), Vendor, Events, Events, stands,
        {u"Time without parameter", u"There is also an event whose times are written DTSTART: without VALUE."},
        {u"Время без параметра", u"Есть ещё событие, время которого записано как DTSTART: без VALUE."}, real},
    ScenarioRow{S::NoZone, name("no-zone"), Vendor, Events, Events, stands,
        {u"Venue without a time zone", u"There is also an event in a venue without city and time zone, and one in a city whose name is neither Russian nor English."},
        {u"Площадка без часового пояса", u"Есть ещё событие на площадке без города и пояса и событие в городе, чьё название не по-русски и не по-английски."}, real},
    ScenarioRow{S::NextYear, name("next-year"), Vendor, Events, Events, stands,
        {u"The same day next year", u"There are also two events of one title, a year apart to the day."},
        {u"Тот же день через год", u"Есть ещё два события с одним названием, ровно через год."}, real},
    ScenarioRow{S::Over, name("over"), Vendor, Events, Events, stands,
        {u"Over and still public", u"There is also an event that is over; the server still sells it."},
        {u"Уже прошло, но в продаже", u"Есть ещё событие, которое закончилось; сервер его всё ещё продаёт."}, real},
    ScenarioRow{S::UnderWay, name("under-way"), Vendor, Events, Events, stands,
        {u"Under way", u"There is also an event that began an hour ago and goes on: it can be sold."},
        {u"Идёт сейчас", u"Есть ещё событие, которое началось час назад и идёт: его можно продавать."}, real},
    ScenarioRow{S::NoSets, name("no-sets"), Vendor, Events, Events, stands,
        {u"Public without sets", u"There is also a public event with nothing to sell in it."},
        {u"Без категорий", u"Есть ещё опубликованное событие, в котором продавать нечего."}, real},
    ScenarioRow{S::Terse, name("terse"), Vendor, Events, Events, stands,
        {u"Answers that leave much out", u"There is also an event of the oldest kind: no status, no vacancies, no fee, an empty venue."},
        {u"Ответы без многих полей", u"Есть ещё событие самого старого вида: без статуса, без остатков, без сбора, с пустой площадкой."}, real},
    ScenarioRow{S::Sectors, name("sectors"), Vendor, Events, Events, stands,
        {u"Sectors with names", u"There is also a hall of two sectors with the same rows; some seats are pending, places without a seat come as {} and null."},
        {u"Секторы с названиями", u"Есть ещё зал из двух секторов с одинаковыми рядами; часть мест pending, билеты без места приходят как {} и null."}, real},
    ScenarioRow{S::UpdatedStands, name("updated-stands"), Vendor, nothing, nothing, stands,
        {u"updated_at stands still", u"The moment of the last change does not move when an order is paid or cancelled."},
        {u"updated_at не меняется", u"Время изменения не сдвигается, когда заказ оплачен или отменён."}, real},
    ScenarioRow{S::ExpiredNull, name("expired-null"), Vendor, order, order, stands,
        {u"Expired without a hold", u"An expired order has reserved_till null and keeps its payment page's address."},
        {u"Истёкший без брони", u"У истёкшего заказа reserved_till равен null, а адрес страницы оплаты остаётся."}, real},
    ScenarioRow{S::TicketsReordered, name("tickets-reordered"), Vendor, order, order, stands,
        {u"Tickets in another order", u"The tickets of an order come back the other way round."},
        {u"Билеты в другом порядке", u"Билеты заказа приходят в обратном порядке."}, real},
    ScenarioRow{S::InvoicePaid, name("invoice-paid"), Vendor, Start, Start, next,
        {u"The invoice is paid", u"The next payment that only the server can confirm, by system/INVOICE, is confirmed after 10 seconds."},
        {u"Счёт оплачен", u"Следующую оплату, которую подтверждает только сервер (system/INVOICE), он подтверждает через 10 секунд."}},
    ScenarioRow{S::NewerGeneration, name("newer-generation"), Vendor, order | Events, order | Events, stands,
        {u"A newer generation answers", u"Every answer has the shape of the API's second generation: data, refs, pagination."},
        {u"Отвечает новое поколение", u"У каждого ответа вид второго поколения API: data, refs, pagination."}},
    ScenarioRow{S::LoginPage, name("login-page"), Vendor, any, any, stands,
        {u"A login page", u"A hotel's network answers everything with 200 and a web page to log in at."},
        {u"Страница входа", u"Сеть гостиницы на всё отвечает 200 и веб-страницей со входом."}},
    ScenarioRow{S::ListObject, name("list-object"), Vendor, Events | Read, Events | Read, stands,
        {u"An object instead of a list", u"Lists of events, seats and orders are answered with an object."},
        {u"Объект вместо списка", u"Вместо списков событий, мест и заказов приходит объект."}},
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
static_assert(table.back().scenario == Scenario::ListObject, "a row is missing");

} // namespace

std::span<const ScenarioRow> scenarioTable()
{
    return table;
}

} // namespace okoshko::sandbox
