// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/scenarios/Scenario.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::sandbox {

namespace {

using enum RequestKind;
using enum ScenarioGroup;
using enum PaymentCourse::Of;
using enum PaymentCourse::End;

constexpr RequestKinds nothing{};
constexpr RequestKinds change = Change | Choose | Start | Confirm | Cancel; // changes of an existing order
constexpr RequestKinds anyChange = Create | change;
constexpr RequestKinds order = anyChange | Read;
constexpr RequestKinds any = order | Events | Refunds | Other;

constexpr Lasting next = Lasting::Next;
constexpr Lasting stands = Lasting::Standing;
constexpr OfRealVendor real = OfRealVendor::Yes;

constexpr auto stillBusy = "a change to this order is still being processed";
// As recorded: the first letter of the word is Cyrillic.
constexpr auto noMoney = "Not enough money, \xD1\x81ontact to TicketsCloud manager";
constexpr auto gatewayPage =
    "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center>"
    "<hr><center>nginx</center></body></html>\n";
constexpr auto loginPage =
    "<!DOCTYPE html><html><head><title>Hotel Wi-Fi</title></head><body><h1>Welcome!</h1>"
    "<form method=\"post\" action=\"/login\"><input name=\"room\"><input type=\"password\" name=\"code\">"
    "<button>Log in</button></form></body></html>\n";

// clang-format off
constexpr std::array table{
    Scenario{"hold-2m05"_L1, Reservation, Create, Create, next, NewOrderHold{125s},
        {u"Hold: 2:05 left", u"The next order holds its seats for 2 minutes 5 seconds: after 5 seconds the countdown turns urgent."},
        {u"Бронь: осталось 2:05", u"Следующий заказ держит места 2 минуты 5 секунд: через 5 секунд отсчёт становится тревожным."}},
    Scenario{"hold-15s"_L1, Reservation, Create, Create, next, NewOrderHold{15s},
        {u"Hold: 0:15 left", u"The next order holds its seats for 15 seconds; then the server says that the hold has run out."},
        {u"Бронь: осталось 0:15", u"Следующий заказ держит места 15 секунд, потом сервер сообщает, что бронь истекла."}},
    Scenario{"expired-before-payment"_L1, Reservation, Create, Create, next, NewOrderHold{8s},
        {u"Expired before payment", u"The next order runs out after 8 seconds, before its payment can begin: the same can be sold again."},
        {u"Истекла до оплаты", u"Следующий заказ истекает через 8 секунд, оплату начать не успеть: можно продать то же самое снова."}},
    Scenario{"sold-out"_L1, Reservation, Create, Create, next, BeforeOrder::SoldOut,
        {u"Sold out in between", u"Just before the next order somebody else takes all tickets it asks for; they come back after a minute."},
        {u"Раскупили в последний момент", u"Перед следующим заказом кто-то другой забирает все его билеты; через минуту они возвращаются."}},
    Scenario{"partial"_L1, Reservation, Create, Create, next, BeforeOrder::OneTicketLess,
        {u"One ticket too few", u"The next order of two tickets or more gets one less than it asked for."},
        {u"На один билет меньше", u"Следующий заказ от двух билетов получает на один билет меньше, чем просили."}},
    Scenario{"empty"_L1, Reservation, Create, Create, next, BeforeOrder::NoTickets,
        {u"Empty reservation", u"The next order comes to be without a single ticket, though there are some: it must be cancelled."},
        {u"Пустая бронь", u"Следующий заказ создаётся без единого билета, хотя билеты есть: его нужно отменить."}},
    Scenario{"price-changed"_L1, Reservation, Create, Create, next, BeforeOrder::PricesRise,
        {u"The price has changed", u"Just before the next order its tickets rise by 100 roubles each, for a minute: the sum is another than was shown."},
        {u"Цена изменилась", u"Перед следующим заказом его билеты на минуту дорожают на 100 рублей: сумма не та, что была показана."}},
    Scenario{"event-gone"_L1, Reservation, Create, Create, next, BeforeOrder::EventGone,
        {u"The event is gone", u"Just before the next order its event is taken off sale, for a minute: the server answers 404."},
        {u"Событие снято с продажи", u"Перед следующим заказом его событие на минуту снимают с продажи: сервер отвечает 404."}},
    Scenario{"change-refused"_L1, Reservation, Change, Change, next, ErrorAnswer{400, "the order cannot be changed", ErrorAnswer::Form::Errors},
        {u"Change refused", u"The next change of tickets, promo codes or buyer is refused with 400: the order stays as it is, and the cashier is told."},
        {u"Изменение отклонено", u"На следующее изменение билетов, промокодов или покупателя сервер отвечает 400: заказ остаётся прежним, кассиру об этом сказано."}},
    Scenario{"change-partly"_L1, Reservation, Change, Change, next, BeforeChange::OneTicketLess,
        {u"Change met in part", u"The next change to more tickets gets one less than it asked for: what was asked and what is there is said."},
        {u"Изменение выполнено частично", u"Следующее увеличение числа билетов получает на один билет меньше: сказано, сколько просили и сколько есть."}},
    Scenario{"code-refused"_L1, Reservation, Change, Change, next, BeforeChange::CodeUnknown,
        {u"Promo code refused", u"The next promo code is answered with 200 and errors: it is not applied, and the server's words are shown."},
        {u"Промокод отклонён", u"На следующий промокод сервер отвечает 200 с ошибкой: он не применён, слова сервера показаны."}},

    Scenario{"combined-refused"_L1, Payment, Start, Start, stands, Trait::CombinedRefused,
        {u"Only step by step", u"A payment method and the start in one request are refused with 400: the separate requests follow by themselves."},
        {u"Только по шагам", u"Способ оплаты и начало оплаты одним запросом сервер отклоняет (400): программа сама делает это по шагам."}},
    Scenario{"expired-while-paying"_L1, Payment, Start, Start, next, PaymentCourse{Anybody, 15s},
        {u"Expired while paying", u"The next payment has 15 seconds; nobody pays and the server lets the order expire."},
        {u"Истекла во время оплаты", u"На следующую оплату даётся 15 секунд; никто не платит, и заказ на сервере истекает."}},
    Scenario{"paid-last-second"_L1, Payment, Start, Start, next, PaymentCourse{Page, 15s, Paid, 14s},
        {u"Paid in the last second", u"The next payment on a page has 15 seconds and is paid at the 14th."},
        {u"Оплата в последнюю секунду", u"На следующую оплату на странице даётся 15 секунд, деньги приходят на 14-й."}},
    Scenario{"paid-after-expiry"_L1, Payment, Start, Start, next, PaymentCourse{Page, 10s, PaidLate, 15s},
        {u"Paid after expiry", u"The next payment on a page expires after 10 seconds; 5 seconds later the money lands all the same. If it was cancelled, too."},
        {u"Деньги пришли после срока", u"Следующая оплата на странице истекает через 10 секунд, а ещё через 5 деньги всё же приходят. После отмены тоже."}},
    Scenario{"declined"_L1, Payment, Start, Start, next, PaymentCourse{Page, {}, Declined, 5s},
        {u"Payment declined", u"Five seconds after the next payment on a page has begun, it is declined and the order is cancelled."},
        {u"В оплате отказано", u"Через пять секунд после начала следующей оплаты на странице приходит отказ, заказ отменён."}},
    Scenario{"cancelled-by-server"_L1, Payment, Create | Start, Start, next, PaymentCourse{Anybody, {}, CancelledByVendor, 5s},
        {u"Cancelled by the server", u"Five seconds after the next payment has begun, the server cancels the order by itself."},
        {u"Сервер отменил заказ", u"Через пять секунд после начала следующей оплаты сервер сам отменяет заказ."}},
    Scenario{"buyer-leaves"_L1, Payment, Start, Start, next, PageFault::Left,
        {u"The buyer closes the page", u"The next payment on a page is never finished, the page takes no more clicks: the cashier has to give it up."},
        {u"Покупатель закрыл страницу", u"Следующая оплата на странице так и не завершится, её кнопки не действуют: кассиру придётся её отменить."}},
    Scenario{"no-redirect"_L1, Payment, Start, Start, next, PageFault::None,
        {u"No payment page", u"The next payment comes without redirect_url, whatever the system: the seller collects the money and confirms."},
        {u"Нет страницы оплаты", u"Следующая оплата приходит без redirect_url, какой бы способ ни выбрали: деньги принимает и подтверждает кассир."}},
    Scenario{"forbidden-redirect"_L1, Payment, Start, Start, next, PageFault::Forbidden,
        {u"A forbidden address to pay at", u"The next payment's redirect_url has the scheme javascript: it must not be opened, and the cashier is told."},
        {u"Запрещённый адрес оплаты", u"У следующей оплаты redirect_url со схемой javascript: открывать его нельзя, кассиру об этом сказано."}},

    Scenario{"401"_L1, Answers, any, any, stands, ErrorAnswer{401, "the key is missing or unknown"},
        {u"401: key unknown", u"The server does not know the key any more: selling stops until this is switched off."},
        {u"401: ключ не принят", u"Сервер больше не знает ключа: продажа останавливается, пока сценарий не выключат."}},
    Scenario{"403"_L1, Answers, any, any, stands, ErrorAnswer{403, "this is not allowed"},
        {u"403: not allowed", u"The server refuses this account everything: selling stops until this is switched off."},
        {u"403: нет прав", u"Сервер всё запрещает этой учётной записи: продажа останавливается, пока сценарий не выключат."}},
    Scenario{"404"_L1, Answers, any, change | Read, next, ErrorAnswer{404, "there is no such thing"},
        {u"404: no such order", u"The next request about an order is told that there is none."},
        {u"404: заказа нет", u"На следующий запрос о заказе сервер отвечает, что такого нет."}},
    Scenario{"409-once"_L1, Answers, anyChange, change, next, ErrorAnswer{409, stillBusy},
        {u"409 once", u"The next change to an order comes too early: it is sent again by itself and succeeds."},
        {u"409 один раз", u"Следующее изменение заказа приходит слишком рано: программа повторяет его сама, и оно удаётся."}},
    Scenario{"409-always"_L1, Answers, anyChange, change, stands, ErrorAnswer{409, stillBusy},
        {u"409 for ever", u"Every change to an order comes too early, until this is switched off: the waiting has an end, and it is told."},
        {u"409 без конца", u"Каждое изменение заказа приходит слишком рано, пока сценарий не выключат: ожидание ограничено, о нём сказано."}},
    Scenario{"429"_L1, Answers, any, anyChange, next, ErrorAnswer{429, "too many requests"},
        {u"429: too many requests", u"The next change is refused with Retry-After: 5 and goes through five seconds later."},
        {u"429: слишком часто", u"Следующее изменение отклонено с Retry-After: 5 и проходит через пять секунд."}},
    Scenario{"500"_L1, Answers, any, anyChange, next, ErrorAnswer{500, "something went wrong"},
        {u"500: server error", u"The server fails over the next change, and has done nothing."},
        {u"500: ошибка сервера", u"На следующем изменении сервер ломается, ничего не сделав."}},
    Scenario{"502-html"_L1, Answers, any, anyChange, next, ErrorAnswer{502, gatewayPage, ErrorAnswer::Form::Html},
        {u"502 with a web page", u"A gateway answers the next change with an HTML page; the server has seen nothing."},
        {u"502 с веб-страницей", u"На следующее изменение отвечает шлюз, HTML-страницей; сервер ничего не видел."}},
    Scenario{"not-json"_L1, Answers, any, anyChange, next, BodyFault::NotJson,
        {u"Not JSON", u"The server does the next change, but its answer cannot be read: the order is read back."},
        {u"Не JSON", u"Сервер выполняет следующее изменение, но ответ прочесть нельзя: заказ перечитывается."}},
    Scenario{"wrong-types"_L1, Answers, any, anyChange, next, BodyFault::WrongTypes,
        {u"JSON of wrong types", u"The server does the next change, but every value of its answer has a wrong type: the order is read back."},
        {u"JSON не тех типов", u"Сервер выполняет следующее изменение, но в ответе все значения не тех типов: заказ перечитывается."}},

    Scenario{"slow"_L1, Line, any, any, stands, LineFault{LineFault::Kind::None, 3000ms},
        {u"Slow: 3 seconds", u"Every answer comes three seconds late, until this is switched off: nothing freezes, every wait can be left."},
        {u"Медленно: 3 секунды", u"Каждый ответ опаздывает на три секунды, пока сценарий не выключат: ничего не замирает, ожидание можно прервать."}},
    Scenario{"silent"_L1, Line, any, anyChange, next, LineFault{LineFault::Kind::Silence},
        {u"Silence", u"The server does the next change, but its answer never comes: after the time-out the order is read back."},
        {u"Молчание", u"Сервер выполняет следующее изменение, но ответ не приходит: по истечении ожидания заказ перечитывается."}},
    Scenario{"cut-before"_L1, Line, any, anyChange, next, LineFault{LineFault::Kind::CutBefore},
        {u"Cut before the server acted", u"The connection breaks before the server has seen the next change: its outcome has to be found out."},
        {u"Обрыв до сервера", u"Связь рвётся раньше, чем сервер увидел следующее изменение: исход нужно выяснить."}},
    Scenario{"cut-after"_L1, Line, any, anyChange, next, LineFault{LineFault::Kind::CutAfter},
        {u"Cut after the server acted", u"The server does the next change, then the connection breaks: no order may be lost or made twice."},
        {u"Обрыв после сервера", u"Сервер выполняет следующее изменение, потом связь рвётся: заказ не должен потеряться или удвоиться."}},
    Scenario{"truncated"_L1, Line, any, anyChange, next, LineFault{LineFault::Kind::Truncate},
        {u"Truncated answer", u"The server does the next change, its answer breaks off in the middle: the order is read back."},
        {u"Ответ оборван", u"Сервер выполняет следующее изменение, ответ обрывается на середине: заказ перечитывается."}},
    Scenario{"offline-10s"_L1, Line, nothing, nothing, stands, Offline{10s},
        {u"Offline for 10 seconds", u"At once there is no server any more; ten seconds later it is back, and so is the counter, by itself."},
        {u"Без связи 10 секунд", u"Сервер сразу пропадает, через десять секунд он снова есть, и касса возвращается сама."}},
    Scenario{"offline"_L1, Line, nothing, nothing, stands, Offline{},
        {u"Offline", u"At once there is no server any more, until this is switched off."},
        {u"Без связи", u"Сервер сразу пропадает и возвращается, когда сценарий выключат."}},

    Scenario{"clock-fast"_L1, Time, nothing, nothing, stands, ClockAhead{7min},
        {u"Clock 7 minutes fast", u"The server's clock is 7 minutes ahead of this computer's: what is left of a hold stays true."},
        {u"Часы спешат на 7 минут", u"Часы сервера на 7 минут впереди часов компьютера: остаток брони показан верно."}},
    Scenario{"clock-slow"_L1, Time, nothing, nothing, stands, ClockAhead{-7min},
        {u"Clock 7 minutes slow", u"The server's clock is 7 minutes behind this computer's: what is left of a hold stays true."},
        {u"Часы отстают на 7 минут", u"Часы сервера на 7 минут позади часов компьютера: остаток брони показан верно."}},

    Scenario{"short-pages"_L1, Vendor, Events | Read, Events | Read, stands, Trait::ShortPages,
        {u"Pages shorter than asked for", u"A page of events or orders holds about a third of page_size though more follow: only a page with nothing new is the end."},
        {u"Страницы короче запрошенных", u"На странице событий или заказов около трети от page_size, хотя дальше есть ещё: конец там, где нет ничего нового."}, real},
    Scenario{"page-ignored"_L1, Vendor, Events | Read, Events | Read, stands, Trait::PageIgnored,
        {u"The page is ignored", u"Whichever page of events or orders is asked for, all of them are answered."},
        {u"Номер страницы не учтён", u"Какую бы страницу событий или заказов ни запросили, приходит всё сразу."}},
    Scenario{"holes"_L1, Vendor, Events | Read, Events | Read, stands, Trait::Holes,
        {u"Holes in lists", u"null, {} and elements of wrong types stand among events, sets, orders, seats and tickets; an order has no number, a set no price. The rest can be sold."},
        {u"Дыры в списках", u"Среди событий, категорий, заказов, мест и билетов стоят null, {} и элементы не тех типов; есть заказ без номера и категория без цены. Остальное продаётся."}, real},
    Scenario{"oldest-first"_L1, Vendor, Read, Read, stands, Trait::OldestFirst,
        {u"Orders: the oldest first", u"Lists of orders begin with the oldest: where they are cut, the newest are missing."},
        {u"Сначала старые заказы", u"Списки заказов начинаются со старых: если список обрезан, не хватает новых."}, real},
    Scenario{"slow-events"_L1, Vendor, Events, Events, stands, LineFault{LineFault::Kind::None, 3200ms},
        {u"Events: 3 seconds a page", u"Every answer about events and seats takes 3.2 seconds."},
        {u"События: 3 секунды на страницу", u"Каждый ответ о событиях и местах занимает 3,2 секунды."}, real},
    Scenario{"slow-minute"_L1, Vendor, any, Events, stands, LineFault{LineFault::Kind::None, 60s},
        {u"A minute for an answer", u"Every answer about events and seats takes a minute; any other request can be made as slow."},
        {u"Минута на ответ", u"Каждый ответ о событиях и местах занимает минуту; так же можно замедлить любой другой запрос."}},
    Scenario{"deal-fee"_L1, Vendor, Create, Create, stands, Trait::DealFee,
        {u"Fee by the deal", u"A set without a fee of its own gets one of 10 % in the order: 5600.00 becomes 6160.00 with an extra of 560.00. A fee, no changed price."},
        {u"Сбор по договору", u"Категория без своего сбора получает в заказе 10 %: 5600.00 становятся 6160.00, из них сбор 560.00. Это сбор, а не другая цена."}, real},
    Scenario{"price-gap"_L1, Vendor, Events, Events, stands, FurtherEvents{},
        {u"Between two prices", u"There is also an event whose sets have no current price: one until the next begins, in ten minutes, one for ever. Its third set can be sold."},
        {u"Между двумя ценами", u"Есть ещё событие, у категорий которого сейчас нет цены: у одной до начала следующей, через десять минут, у другой навсегда. Третья продаётся."}, real},
    Scenario{"closed-presale"_L1, Vendor, Events, Events, stands, FurtherEvents{},
        {u"Closed presale", u"There is also an event whose tickets are only sold with the promo code FANS: anything else is answered 400 «Promokey needed»."},
        {u"Закрытая предпродажа", u"Есть ещё событие, билеты на которое продаются только по промокоду FANS: остальным ответ 400 «Promokey needed»."}, real},
    Scenario{"no-money"_L1, Vendor, Create | Confirm, Create, next, ErrorAnswer{400, noMoney, ErrorAnswer::Form::Errors},
        {u"400 in the server's own words", u"The next reservation is refused with the vendor's words about money; one letter in them is Cyrillic."},
        {u"400 со словами сервера", u"На следующее бронирование сервер отвечает отказом про деньги; одна буква в нём русская."}},
    Scenario{"days-only"_L1, Vendor, Events, Events, stands, FurtherEvents{},
        {u"Days without a time", u"There are also an event of one day and one of several that have no time at all."},
        {u"Дни без времени", u"Есть ещё событие на один день и событие на несколько дней, у которых нет времени начала."}, real},
    Scenario{"several-days"_L1, Vendor, Events, Events, stands, FurtherEvents{},
        {u"Several days", u"There is also an event that lasts from one day to another, with times."},
        {u"Несколько дней", u"Есть ещё событие с такого-то по такое-то число, с временем."}, real},
    Scenario{"local-time"_L1, Vendor, Events, Events, stands, FurtherEvents{},
        {u"Time without Z", u"There is also an event whose times have no Z: they are local to the venue, in Vladivostok."},
        {u"Время без Z", u"Есть ещё событие, время которого без Z: это местное время площадки, во Владивостоке."}, real},
    Scenario{"bare-time"_L1, Vendor, Events, Events, stands, FurtherEvents{},
        {u"Time without parameter", u"There is also an event whose times are written DTSTART: without VALUE."},
        {u"Время без параметра", u"Есть ещё событие, время которого записано как DTSTART: без VALUE."}, real},
    Scenario{"no-zone"_L1, Vendor, Events, Events, stands, FurtherEvents{},
        {u"Venue without a time zone", u"There is also an event in a venue without city and time zone, and one in a city whose name is neither Russian nor English."},
        {u"Площадка без часового пояса", u"Есть ещё событие на площадке без города и пояса и событие в городе, чьё название не по-русски и не по-английски."}, real},
    Scenario{"next-year"_L1, Vendor, Events, Events, stands, FurtherEvents{},
        {u"The same day next year", u"There are also two events of one title, a year apart to the day."},
        {u"Тот же день через год", u"Есть ещё два события с одним названием, ровно через год."}, real},
    Scenario{"over"_L1, Vendor, Events, Events, stands, FurtherEvents{},
        {u"Over and still public", u"There is also an event that is over; the server still sells it."},
        {u"Уже прошло, но в продаже", u"Есть ещё событие, которое закончилось; сервер его всё ещё продаёт."}, real},
    Scenario{"under-way"_L1, Vendor, Events, Events, stands, FurtherEvents{},
        {u"Under way", u"There is also an event that began an hour ago and goes on: it can be sold."},
        {u"Идёт сейчас", u"Есть ещё событие, которое началось час назад и идёт: его можно продавать."}, real},
    Scenario{"no-sets"_L1, Vendor, Events, Events, stands, FurtherEvents{},
        {u"Public without sets", u"There is also a public event with nothing to sell in it."},
        {u"Без категорий", u"Есть ещё опубликованное событие, в котором продавать нечего."}, real},
    Scenario{"terse"_L1, Vendor, Events, Events, stands, FurtherEvents{},
        {u"Answers that leave much out", u"There is also an event of the oldest kind: no status, no vacancies, no fee, an empty venue."},
        {u"Ответы без многих полей", u"Есть ещё событие самого старого вида: без статуса, без остатков, без сбора, с пустой площадкой."}, real},
    Scenario{"sectors"_L1, Vendor, Events, Events, stands, FurtherEvents{},
        {u"Sectors with names", u"There is also a hall of two sectors with the same rows; some seats are pending, places without a seat come as {} and null."},
        {u"Секторы с названиями", u"Есть ещё зал из двух секторов с одинаковыми рядами; часть мест pending, билеты без места приходят как {} и null."}, real},
    Scenario{"updated-stands"_L1, Vendor, nothing, nothing, stands, Trait::UpdatedAtKept,
        {u"updated_at stands still", u"The moment of the last change does not move when an order is paid or cancelled."},
        {u"updated_at не меняется", u"Время изменения не сдвигается, когда заказ оплачен или отменён."}, real},
    Scenario{"expired-null"_L1, Vendor, order, order, stands, Trait::ExpiredNull,
        {u"Expired without a hold", u"An expired order has reserved_till null and keeps its payment page's address."},
        {u"Истёкший без брони", u"У истёкшего заказа reserved_till равен null, а адрес страницы оплаты остаётся."}, real},
    Scenario{"tickets-reordered"_L1, Vendor, order, order, stands, Trait::TicketsReordered,
        {u"Tickets in another order", u"The tickets of an order come back the other way round."},
        {u"Билеты в другом порядке", u"Билеты заказа приходят в обратном порядке."}, real},
    Scenario{"no-barcodes"_L1, Vendor, Read, Read, stands, Trait::NoBarcodes,
        {u"Tickets without barcodes", u"The tickets of a paid order come without barcodes, until this is switched off: they are not printed, and are asked for again."},
        {u"Билеты без штрихкодов", u"У билетов оплаченного заказа нет штрихкодов, пока сценарий не выключат: они не печатаются и запрашиваются снова."}},
    Scenario{"same-barcode"_L1, Vendor, Read, Read, stands, Trait::SameBarcode,
        {u"The same barcode twice", u"All tickets of a paid order have the same barcode: they are held back, and it is said."},
        {u"Один штрихкод дважды", u"У всех билетов оплаченного заказа один и тот же штрихкод: они не печатаются, об этом сказано."}},
    Scenario{"no-legal"_L1, Vendor, Events | Other, Events | Other, stands, Trait::NoLegal,
        {u"Organiser without legal data", u"Events and partners come without the organiser's legal data, which a printed ticket needs."},
        {u"Организатор без реквизитов", u"События и партнёры приходят без реквизитов организатора, нужных на билете."}},
    Scenario{"invoice-paid"_L1, Vendor, Start, Start, next, PaymentCourse{Server, {}, Paid, 10s},
        {u"The invoice is paid", u"The next payment that only the server can confirm, by system/INVOICE, is confirmed after 10 seconds."},
        {u"Счёт оплачен", u"Следующую оплату, которую подтверждает только сервер (system/INVOICE), он подтверждает через 10 секунд."}},
    Scenario{"newer-generation"_L1, Vendor, order | Events, order | Events, stands, Trait::NewerGeneration,
        {u"A newer generation answers", u"Every answer has the shape of the API's second generation: data, refs, pagination."},
        {u"Отвечает новое поколение", u"У каждого ответа вид второго поколения API: data, refs, pagination."}},
    Scenario{"login-page"_L1, Vendor, any, any, stands, ErrorAnswer{200, loginPage, ErrorAnswer::Form::Html},
        {u"A login page", u"A hotel's network answers everything with 200 and a web page to log in at."},
        {u"Страница входа", u"Сеть гостиницы на всё отвечает 200 и веб-страницей со входом."}},
    Scenario{"list-object"_L1, Vendor, Events | Read, Events | Read, stands, BodyFault::ObjectForList,
        {u"An object instead of a list", u"Lists of events, seats and orders are answered with an object."},
        {u"Объект вместо списка", u"Вместо списков событий, мест и заказов приходит объект."}},
};
// clang-format on

} // namespace

std::span<const Scenario> scenarioTable()
{
    return table;
}

const Scenario *findScenario(const QString &name)
{
    const auto found = std::ranges::find_if(table, [&](const Scenario &row) { return row.name == name; });
    return found == table.end() ? nullptr : &*found;
}

const Scenario &scenario(const char *name)
{
    const Scenario *found = findScenario(QString::fromLatin1(name));
    if (found == nullptr)
        qFatal("there is no scenario %s", name);
    return *found;
}

Activation usualActivation(const Scenario &scenario)
{
    return {&scenario, scenario.usual, scenario.lasting == Lasting::Next ? 1 : Activation::untilOff};
}

tl::expected<Activation, QString> parseActivation(const QString &name, const QString &on, const QString &times)
{
    const Scenario *row = findScenario(name);
    if (row == nullptr)
        return tl::unexpected(u"there is no scenario \"%1\""_s.arg(name));
    Activation activation = usualActivation(*row);
    if (!on.isEmpty()) {
        const std::optional<RequestKind> kind = requestKindFrom(on);
        if (!kind || !row->possible.testFlag(*kind)) {
            const QString known = row->possible ? toText(row->possible).join(u", "_s) : u"no particular request"_s;
            return tl::unexpected(u"%1 can be met by %2, not by \"%3\""_s.arg(name, known, on));
        }
        activation.on = *kind;
    }
    if (times == u"always"_s) {
        activation.times = Activation::untilOff;
    } else if (!times.isEmpty()) {
        bool good = false;
        activation.times = times.toInt(&good);
        if (!good || activation.times < 1 || activation.times > 1'000'000)
            return tl::unexpected(
                u"times must be a whole number from 1 to 1000000, or always, not \"%1\""_s.arg(times));
    }
    return activation;
}

QString scenarioList()
{
    QString text;
    std::optional<ScenarioGroup> group;
    for (const Scenario &row : scenarioTable()) {
        if (group != row.group)
            text += englishTitle(row.group).toString() + u'\n';
        group = row.group;
        text += u"  %1  %2\n"_s.arg(row.name, -22).arg(row.english.title);
    }
    return text;
}

namespace {

struct GroupWords
{
    QLatin1String name;
    QStringView english;
    QStringView russian;
};

constexpr std::array groups{
    GroupWords{"reservation"_L1, u"Reserving", u"Бронирование"},
    GroupWords{"payment"_L1, u"Paying", u"Оплата"},
    GroupWords{"answers"_L1, u"Answers of the server", u"Ответы сервера"},
    GroupWords{"line"_L1, u"The line to the server", u"Связь с сервером"},
    GroupWords{"time"_L1, u"The server's clock", u"Часы сервера"},
    GroupWords{"vendor"_L1, u"The vendor as it is", u"Настоящий сервер"},
};
static_assert(groups.size() == static_cast<std::size_t>(Vendor) + 1);

} // namespace

QString toText(ScenarioGroup group)
{
    return groups[static_cast<std::size_t>(group)].name;
}

QStringView englishTitle(ScenarioGroup group)
{
    return groups[static_cast<std::size_t>(group)].english;
}

QStringView russianTitle(ScenarioGroup group)
{
    return groups[static_cast<std::size_t>(group)].russian;
}

namespace {

struct KindRow
{
    RequestKind kind = RequestKind::Other;
    QLatin1String name;
    QStringView english;
    QStringView russian;
};

constexpr std::array kindRows{
    KindRow{RequestKind::Events, "events"_L1, u"reading events", u"чтение событий"},
    KindRow{RequestKind::Create, "create"_L1, u"reserving", u"бронирование"},
    KindRow{RequestKind::Change, "change"_L1, u"changing tickets, codes or buyer", u"изменение заказа"},
    KindRow{RequestKind::Choose, "choose"_L1, u"choosing how to pay", u"выбор способа оплаты"},
    KindRow{RequestKind::Start, "start"_L1, u"starting the payment", u"начало оплаты"},
    KindRow{RequestKind::Read, "read"_L1, u"reading orders", u"чтение заказов"},
    KindRow{RequestKind::Confirm, "confirm"_L1, u"confirming the payment", u"подтверждение оплаты"},
    KindRow{RequestKind::Cancel, "cancel"_L1, u"cancelling", u"отмена"},
    KindRow{RequestKind::Refunds, "refund"_L1, u"refunding", u"возврат"},
    KindRow{RequestKind::Other, "other"_L1, u"anything else", u"прочее"},
};

const KindRow &rowOf(RequestKind kind)
{
    return *std::ranges::find(kindRows, kind, &KindRow::kind);
}

RequestKind kindOfChange(const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    const QString status = object.value(u"status"_s).toString();
    if (status == u"in_progress"_s)
        return RequestKind::Start;
    if (status == u"done"_s)
        return RequestKind::Confirm;
    // The second spelling is that of the API's second generation.
    if (status == u"canceled"_s || status == u"cancelled"_s)
        return RequestKind::Cancel;
    return object.contains(u"payment"_s) ? RequestKind::Choose : RequestKind::Change;
}

} // namespace

std::optional<RequestKind> kindOf(const QByteArray &method, const QString &path, const QByteArray &body)
{
    const QString plain = path.section(u'?', 0, 0);
    const auto under = [&plain](const char *prefix) { return plain.startsWith(QLatin1String(prefix)); };
    if (!under("/v1/"))
        return std::nullopt;
    if (under("/v1/services/simple/events") || under("/v1/resources/events"))
        return RequestKind::Events;
    if (under("/v1/resources/refund_requests"))
        return RequestKind::Refunds;
    if (!under("/v1/resources/orders"))
        return RequestKind::Other;
    if (method == "POST")
        return RequestKind::Create;
    if (method == "DELETE")
        return RequestKind::Cancel;
    return method == "PATCH" ? kindOfChange(body) : RequestKind::Read;
}

QString toText(RequestKind kind)
{
    return rowOf(kind).name;
}

QStringView englishWord(RequestKind kind)
{
    return rowOf(kind).english;
}

QStringView russianWord(RequestKind kind)
{
    return rowOf(kind).russian;
}

QStringList toText(RequestKinds kinds)
{
    QStringList words;
    for (const RequestKind kind : allRequestKinds) {
        if (kinds.testFlag(kind))
            words.append(toText(kind));
    }
    return words;
}

std::optional<RequestKind> requestKindFrom(const QString &text)
{
    for (const RequestKind kind : allRequestKinds) {
        if (toText(kind) == text)
            return kind;
    }
    return std::nullopt;
}

} // namespace okoshko::sandbox
