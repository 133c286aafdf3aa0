<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU">
<context>
    <name>okoshko::BuyerFields</name>
    <message>
        <source>An address like anna@example.org is needed.</source>
        <translation>Нужен адрес вида anna@example.org.</translation>
    </message>
    <message>
        <source>The payment page needs it.</source>
        <translation>Без этого страница оплаты не примет заказ.</translation>
    </message>
    <message>
        <source>Buyer&apos;s &amp;first name</source>
        <translation>&amp;Имя покупателя</translation>
    </message>
    <message>
        <source>&amp;Last name</source>
        <translation>&amp;Фамилия</translation>
    </message>
    <message>
        <source>&amp;E-mail, for the tickets</source>
        <translation>&amp;Почта для билетов</translation>
    </message>
</context>
<context>
    <name>okoshko::CollectPane</name>
    <message>
        <source>The seats are held until %1, %2 more.</source>
        <translation>Места держим до %1, ещё %2.</translation>
    </message>
    <message>
        <source>Nothing is to be paid</source>
        <translation>Платить не нужно</translation>
    </message>
    <message>
        <source>Take %1 from the buyer</source>
        <translation>Возьмите с покупателя %1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Сдача</translation>
    </message>
    <message>
        <source>That is no sum</source>
        <translation>Это не сумма</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>Не хватает</translation>
    </message>
    <message>
        <source>Hand out the free tickets?</source>
        <translation>Выдать бесплатные билеты?</translation>
    </message>
    <message>
        <source>Is the money in the drawer?</source>
        <translation>Деньги в кассе?</translation>
    </message>
    <message>
        <source>After this the order is paid and cannot be changed.</source>
        <translation>После этого заказ оплачен, изменить его нельзя.</translation>
    </message>
    <message>
        <source>&amp;Yes, confirm</source>
        <translation>&amp;Да, подтвердить</translation>
    </message>
    <message>
        <source>N&amp;o</source>
        <translation>&amp;Нет</translation>
    </message>
    <message>
        <source>&amp;Received</source>
        <translation>&amp;Получено</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Получено</translation>
    </message>
    <message>
        <source>E&amp;xactly</source>
        <translation>&amp;Без сдачи</translation>
    </message>
    <message>
        <source>&amp;Money received</source>
        <translation>Деньги &amp;получены</translation>
    </message>
</context>
<context>
    <name>okoshko::CommandLine</name>
    <message>
        <source>Sell at this server instead of training (needs --key-file).</source>
        <translation>Продавать на этом сервере, а не учиться (нужен --key-file).</translation>
    </message>
    <message>
        <source>File that holds the API key.</source>
        <translation>Файл с ключом API.</translation>
    </message>
    <message>
        <source>Folder for settings and logs.</source>
        <translation>Папка для настроек и журнала.</translation>
    </message>
    <message>
        <source>Language: ru or en.</source>
        <translation>Язык: ru или en.</translation>
    </message>
    <message>
        <source>How much is logged: debug, info, warning or error.</source>
        <translation>Подробность журнала: debug, info, warning или error.</translation>
    </message>
    <message>
        <source>Sell one ticket through the windows, save pictures and tour.json to DIR, and leave.</source>
        <translation>Продать один билет через окна, сохранить снимки и tour.json в DIR и выйти.</translation>
    </message>
    <message>
        <source>Event that the tour sells.</source>
        <translation>Событие, на которое обход продаёт билет.</translation>
    </message>
    <message>
        <source>Set that the tour sells.</source>
        <translation>Категория билета для обхода.</translation>
    </message>
    <message>
        <source>Payment system that the tour chooses.</source>
        <translation>Способ оплаты, который выбирает обход.</translation>
    </message>
    <message>
        <source>Size of the tour&apos;s pictures.</source>
        <translation>Размер снимков обхода.</translation>
    </message>
    <message>
        <source>Theme of the tour&apos;s pictures: light, dark or contrast.</source>
        <translation>Тема снимков обхода: light, dark или contrast.</translation>
    </message>
    <message>
        <source>How long the tour waits for the payment.</source>
        <translation>Сколько обход ждёт оплату.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Показать эту справку.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Показать версию.</translation>
    </message>
    <message>
        <source>Okoshko, the ticket counter. Without --server it starts in training mode.</source>
        <translation>Окошко — билетная касса. Без --server запускается в учебном режиме.</translation>
    </message>
    <message>
        <source>Try --help.</source>
        <translation>Справка: --help.</translation>
    </message>
    <message>
        <source>--tour needs the name of a folder.</source>
        <translation>Для --tour нужно имя папки.</translation>
    </message>
    <message>
        <source>The size &apos;%1&apos; is not of the form 1280x800.</source>
        <translation>Размер «%1» записан не так: нужно 1280x800.</translation>
    </message>
    <message>
        <source>The theme &apos;%1&apos; is not known: light, dark or contrast.</source>
        <translation>Тема «%1» неизвестна: есть light, dark и contrast.</translation>
    </message>
    <message>
        <source>--wait needs a number of seconds from 1 to 86400.</source>
        <translation>Для --wait нужно число секунд от 1 до 86400.</translation>
    </message>
    <message>
        <source>The language &apos;%1&apos; is not known: ru or en.</source>
        <translation>Язык «%1» неизвестен: есть ru и en.</translation>
    </message>
    <message>
        <source>The log level &apos;%1&apos; is not known: debug, info, warning or error.</source>
        <translation>Подробность «%1» неизвестна: есть debug, info, warning и error.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no server address: https://host, or http:// on this computer alone.</source>
        <translation>«%1» — не адрес сервера: нужно https://имя, а http:// — только для этого компьютера.</translation>
    </message>
    <message>
        <source>--server and --key-file go together.</source>
        <translation>--server и --key-file указывают вместе.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not understood.</source>
        <translation>Непонятно: «%1».</translation>
    </message>
    <message>
        <source>Let the tour cancel the order once its payment is out.</source>
        <translation>Обход отменяет заказ, когда оплата уже начата.</translation>
    </message>
</context>
<context>
    <name>okoshko::ErrorText</name>
    <message>
        <source>The server says: “%1”</source>
        <translation>Сервер сообщает: «%1»</translation>
    </message>
    <message>
        <source>The events could not be read.</source>
        <translation>Список событий не загрузился.</translation>
    </message>
    <message>
        <source>The orders could not be read.</source>
        <translation>Список заказов не загрузился.</translation>
    </message>
    <message>
        <source>The tickets were not reserved.</source>
        <translation>Билеты не забронированы.</translation>
    </message>
    <message>
        <source>The way to pay was not accepted.</source>
        <translation>Способ оплаты не принят.</translation>
    </message>
    <message>
        <source>The payment was not started.</source>
        <translation>Оплата не начата.</translation>
    </message>
    <message>
        <source>The payment was not confirmed.</source>
        <translation>Оплата не подтверждена.</translation>
    </message>
    <message>
        <source>The order was not cancelled.</source>
        <translation>Заказ не отменён.</translation>
    </message>
    <message>
        <source>The state of the order could not be read.</source>
        <translation>Не удалось узнать состояние заказа.</translation>
    </message>
    <message>
        <source>It is not known whether the tickets were reserved.</source>
        <translation>Неизвестно, забронированы ли билеты.</translation>
    </message>
    <message>
        <source>It is not known whether the way to pay was accepted.</source>
        <translation>Неизвестно, принят ли способ оплаты.</translation>
    </message>
    <message>
        <source>It is not known whether the payment was started.</source>
        <translation>Неизвестно, началась ли оплата.</translation>
    </message>
    <message>
        <source>It is not known whether the payment was confirmed.</source>
        <translation>Неизвестно, подтверждена ли оплата.</translation>
    </message>
    <message>
        <source>It is not known whether the order was cancelled.</source>
        <translation>Неизвестно, отменён ли заказ.</translation>
    </message>
    <message>
        <source>The server refuses such an order.</source>
        <translation>Сервер не принимает такой заказ.</translation>
    </message>
    <message>
        <source>The server refuses this way to pay, or the order can no longer be paid.</source>
        <translation>Сервер не принимает этот способ, или заказ уже нельзя оплатить.</translation>
    </message>
    <message>
        <source>The order has changed meanwhile and no longer allows this.</source>
        <translation>Заказ тем временем изменился и больше этого не позволяет.</translation>
    </message>
    <message>
        <source>The server does not understand the question.</source>
        <translation>Сервер не понял запрос.</translation>
    </message>
    <message>
        <source>The event is no longer on sale.</source>
        <translation>Событие снято с продажи.</translation>
    </message>
    <message>
        <source>There is no Ticketscloud at this address.</source>
        <translation>По этому адресу нет Ticketscloud.</translation>
    </message>
    <message>
        <source>The server does not know this order.</source>
        <translation>Сервер не знает такого заказа.</translation>
    </message>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Нет связи с сервером.</translation>
    </message>
    <message>
        <source>The server&apos;s name is not known to the network.</source>
        <translation>Сеть не знает сервера с таким именем.</translation>
    </message>
    <message>
        <source>The proxy on the way to the server does not let us through.</source>
        <translation>Прокси по пути к серверу нас не пропускает.</translation>
    </message>
    <message>
        <source>The server could not prove that it is the right one.</source>
        <translation>Сервер не доказал, что он настоящий.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Сервер не ответил вовремя.</translation>
    </message>
    <message>
        <source>The connection broke before the answer was there.</source>
        <translation>Связь прервалась раньше ответа.</translation>
    </message>
    <message>
        <source>It was broken off.</source>
        <translation>Действие прервано.</translation>
    </message>
    <message>
        <source>The server does not accept this counter&apos;s key.</source>
        <translation>Сервер не принимает ключ этой кассы.</translation>
    </message>
    <message>
        <source>This counter&apos;s key does not allow it.</source>
        <translation>Ключ этой кассы не даёт на это права.</translation>
    </message>
    <message>
        <source>The server is still busy with the previous step of this order.</source>
        <translation>Сервер ещё занят прошлым шагом этого заказа.</translation>
    </message>
    <message>
        <source>The server asks for a little patience.</source>
        <translation>Сервер просит немного подождать.</translation>
    </message>
    <message>
        <source>Something broke at the server (%1).</source>
        <translation>На сервере поломка (%1).</translation>
    </message>
    <message>
        <source>The server sends us to another address, which is not trusted.</source>
        <translation>Сервер отправляет на чужой адрес, ему не доверяем.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is far too large.</source>
        <translation>Ответ сервера слишком велик.</translation>
    </message>
    <message>
        <source>What answers there is no Ticketscloud server, or something stands in between.</source>
        <translation>Отвечает не сервер Ticketscloud, или между нами кто-то стоит.</translation>
    </message>
    <message>
        <source>The server&apos;s answer cannot be understood.</source>
        <translation>Ответ сервера не разобрать.</translation>
    </message>
    <message>
        <source>The server&apos;s answer cannot be understood: the field %1 is wrong.</source>
        <translation>Ответ сервера не разобрать: ошибка в поле %1.</translation>
    </message>
    <message>
        <source>The server answered about another order.</source>
        <translation>Сервер ответил про другой заказ.</translation>
    </message>
    <message>
        <source>The server answered in an unknown way (%1).</source>
        <translation>Сервер ответил непонятно (%1).</translation>
    </message>
    <message>
        <source>The server&apos;s address is not safe: it must begin with https.</source>
        <translation>Адрес сервера небезопасен: он должен начинаться с https.</translation>
    </message>
    <message>
        <source>This server cannot do that.</source>
        <translation>Этот сервер так не умеет.</translation>
    </message>
    <message>
        <source>Do not take money and do not repeat it yet: the order&apos;s state is being asked.</source>
        <translation>Не берите денег и не повторяйте: узнаём состояние заказа.</translation>
    </message>
    <message>
        <source>Check the network and try again.</source>
        <translation>Проверьте сеть и повторите.</translation>
    </message>
    <message>
        <source>Do not go on; call the administrator.</source>
        <translation>Не продолжайте, позовите администратора.</translation>
    </message>
    <message>
        <source>Nothing can be sold until the key is right: call the administrator.</source>
        <translation>Без верного ключа продавать нельзя: позовите администратора.</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>Подождите немного и повторите.</translation>
    </message>
    <message>
        <source>Look at the order&apos;s state, then choose anew.</source>
        <translation>Посмотрите состояние заказа и выберите заново.</translation>
    </message>
    <message>
        <source>Refresh the list (F5) and choose anew.</source>
        <translation>Обновите список (F5) и выберите заново.</translation>
    </message>
    <message>
        <source>Check the server&apos;s address; if it is right, call the administrator.</source>
        <translation>Проверьте адрес сервера; если он верен, позовите администратора.</translation>
    </message>
    <message>
        <source>Choose another way.</source>
        <translation>Выберите другой способ.</translation>
    </message>
    <message>
        <source>Look among the orders for one made just now and go on with it. Reserve again only if there is none.</source>
        <translation>Поищите в заказах только что созданный и продолжите с ним. Бронируйте снова, только если его нет.</translation>
    </message>
    <message>
        <source>This counter&apos;s journal cannot be written, so nothing was sent to the server.</source>
        <translation>Журнал этой кассы не пишется, поэтому на сервер ничего не отправлено.</translation>
    </message>
    <message>
        <source>Do not take money. Free some space on the disk, or call the administrator.</source>
        <translation>Деньги не берите. Освободите место на диске или позовите администратора.</translation>
    </message>
</context>
<context>
    <name>okoshko::EventDelegate</name>
    <message>
        <source>of %1</source>
        <translation>из %1</translation>
    </message>
    <message>
        <source>the last one</source>
        <translation>последний</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>мест нет</translation>
    </message>
    <message>
        <source>not on sale</source>
        <translation>не продаётся</translation>
    </message>
</context>
<context>
    <name>okoshko::EventListModel</name>
    <message>
        <source>%1 of %2 left</source>
        <translation>осталось %1 из %2</translation>
    </message>
    <message>
        <source>the last ticket</source>
        <translation>последний билет</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>мест нет</translation>
    </message>
    <message>
        <source>not on sale</source>
        <translation>не продаётся</translation>
    </message>
</context>
<context>
    <name>okoshko::EventsPane</name>
    <message>
        <source>Reading the events…</source>
        <translation>Загружаем события…</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Не ждать</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Event, venue, city or date</source>
        <translation>Событие, площадка, город или дата</translation>
    </message>
    <message>
        <source>Find an event</source>
        <translation>Найти событие</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>выбрать</translation>
    </message>
    <message>
        <source>to the tickets</source>
        <translation>к билетам</translation>
    </message>
    <message>
        <source>times are the venue&apos;s</source>
        <translation>время площадки</translation>
    </message>
</context>
<context>
    <name>okoshko::FilterLine</name>
    <message>
        <source>Number, event, name</source>
        <translation>Номер, событие, имя</translation>
    </message>
    <message>
        <source>Find an order</source>
        <translation>Найти заказ</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Бронь</translation>
    </message>
    <message>
        <source>Paying</source>
        <translation>Оплата</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Оплачены</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Закрыты</translation>
    </message>
</context>
<context>
    <name>okoshko::Format</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n билет</numerusform>
            <numerusform>%n билета</numerusform>
            <numerusform>%n билетов</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>counter&apos;s time</source>
        <translation>время кассы</translation>
    </message>
    <message>
        <source>%1 from the counter&apos;s time</source>
        <translation>%1 к времени кассы</translation>
    </message>
    <message>
        <source>time is up</source>
        <translation>время вышло</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n час</numerusform>
            <numerusform>%n часа</numerusform>
            <numerusform>%n часов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n минута</numerusform>
            <numerusform>%n минуты</numerusform>
            <numerusform>%n минут</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n секунда</numerusform>
            <numerusform>%n секунды</numerusform>
            <numerusform>%n секунд</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Бронь</translation>
    </message>
    <message>
        <source>Paying</source>
        <translation>Оплата</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Оплачен</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменён</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Бронь истекла</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Возврат</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Неизвестно</translation>
    </message>
    <message>
        <source>created</source>
        <translation>создан</translation>
    </message>
    <message>
        <source>created with fewer tickets than asked for</source>
        <translation>создан, но билетов меньше, чем просили</translation>
    </message>
    <message>
        <source>created without tickets</source>
        <translation>создан без билетов</translation>
    </message>
    <message>
        <source>payment system: %1</source>
        <translation>платёжная система: %1</translation>
    </message>
    <message>
        <source>payment started, held until %1</source>
        <translation>оплата начата, держим до %1</translation>
    </message>
    <message>
        <source>payment started</source>
        <translation>оплата начата</translation>
    </message>
    <message>
        <source>paid on the page</source>
        <translation>оплачен на странице</translation>
    </message>
    <message>
        <source>money taken at the counter</source>
        <translation>деньги приняты в кассе</translation>
    </message>
    <message>
        <source>cancelled, seats given back</source>
        <translation>отменён, места возвращены</translation>
    </message>
    <message>
        <source>payment declined, seats given back</source>
        <translation>оплата не прошла, места возвращены</translation>
    </message>
    <message>
        <source>cancelled elsewhere</source>
        <translation>отменён не этой кассой</translation>
    </message>
    <message>
        <source>the hold ran out, seats given back</source>
        <translation>бронь истекла, места возвращены</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>деньги возвращены</translation>
    </message>
    <message>
        <source>did not work</source>
        <translation>не получилось</translation>
    </message>
    <message>
        <source>%1, seats held until %2</source>
        <translation>%1, места держим до %2</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>нет связи</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is not trusted</source>
        <translation>сертификату сервера нельзя доверять</translation>
    </message>
    <message>
        <source>the server did not answer in time</source>
        <translation>сервер не ответил вовремя</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>запрос прерван</translation>
    </message>
    <message>
        <source>the server refused</source>
        <translation>сервер отказал</translation>
    </message>
    <message>
        <source>the server does not accept the key</source>
        <translation>сервер не принимает ключ</translation>
    </message>
    <message>
        <source>the server does not know the order</source>
        <translation>сервер не знает такого заказа</translation>
    </message>
    <message>
        <source>the server is busy</source>
        <translation>сервер занят</translation>
    </message>
    <message>
        <source>fault at the server</source>
        <translation>сбой на сервере</translation>
    </message>
    <message>
        <source>the server&apos;s answer makes no sense</source>
        <translation>ответ сервера не разобрать</translation>
    </message>
    <message>
        <source>the server&apos;s address is not safe</source>
        <translation>адрес сервера небезопасен</translation>
    </message>
    <message>
        <source>this server cannot do that</source>
        <translation>этот сервер так не умеет</translation>
    </message>
    <message>
        <source>did not work: %1</source>
        <translation>не получилось: %1</translation>
    </message>
    <message>
        <source>outcome unknown: %1</source>
        <translation>исход неизвестен: %1</translation>
    </message>
    <message>
        <source>found again after the connection broke</source>
        <translation>найден после обрыва связи</translation>
    </message>
    <message>
        <source>settled: %1</source>
        <translation>разобрано: %1</translation>
    </message>
    <message>
        <source>the journal cannot be written; nothing was sent</source>
        <translation>журнал не пишется, ничего не отправлено</translation>
    </message>
</context>
<context>
    <name>okoshko::JournalText</name>
    <message>
        <source>The disk is full. Free some space; selling goes on by itself.</source>
        <translation>Диск заполнен. Освободите место — продажа продолжится сама.</translation>
    </message>
    <message>
        <source>Its folder or file cannot be written to. Call the administrator.</source>
        <translation>Его папка или файл закрыты для записи. Позовите администратора.</translation>
    </message>
    <message>
        <source>Its file is damaged. Start the program anew: the file is kept, and what can be read of it is saved.</source>
        <translation>Его файл повреждён. Перезапустите программу: файл сохранится, а всё, что читается, будет спасено.</translation>
    </message>
    <message>
        <source>It was written by a newer Okoshko and was left as it is. Install the newer version.</source>
        <translation>Его писала более новая версия Окошка; он оставлен как есть. Установите новую версию.</translation>
    </message>
    <message>
        <source>It belongs to another server or another key and was left as it is. Choose another folder with --profile.</source>
        <translation>Он принадлежит другому серверу или другому ключу и оставлен как есть. Укажите другую папку через --profile.</translation>
    </message>
    <message>
        <source>The database does not work. Start the program anew, or call the administrator.</source>
        <translation>База данных не работает. Перезапустите программу или позовите администратора.</translation>
    </message>
    <message>
        <source>Selling is stopped: this counter&apos;s journal cannot be kept.</source>
        <translation>Продажа остановлена: журнал этой кассы вести нельзя.</translation>
    </message>
</context>
<context>
    <name>okoshko::KeyFile</name>
    <message>
        <source>The key file %1 cannot be read: %2. Check its name and who may read it.</source>
        <translation>Файл с ключом %1 не читается: %2. Проверьте имя и права.</translation>
    </message>
    <message>
        <source>The file %1 holds no API key: one line of Latin letters and digits is expected.</source>
        <translation>В файле %1 нет ключа API: нужна одна строка из латинских букв и цифр.</translation>
    </message>
</context>
<context>
    <name>okoshko::MainWindow</name>
    <message>
        <source>About Okoshko</source>
        <translation>Об Окошке</translation>
    </message>
    <message>
        <source>Okoshko %1
The little window of a ticket counter.
Free software, GPL-3.0-or-later.</source>
        <translation>Окошко %1
Билетная касса.
Свободная программа, GPL-3.0-or-later.</translation>
    </message>
    <message>
        <source>Okoshko — training</source>
        <translation>Окошко — учебный режим</translation>
    </message>
    <message>
        <source>Okoshko</source>
        <translation>Окошко</translation>
    </message>
</context>
<context>
    <name>okoshko::ModeBand</name>
    <message>
        <source>TRAINING — nothing is really sold</source>
        <translation>УЧЕБНЫЙ РЕЖИМ — ничего не продаётся по-настоящему</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Песочница</translation>
    </message>
</context>
<context>
    <name>okoshko::NewOrderDialog</name>
    <message>
        <source>No tickets yet</source>
        <translation>Билетов пока нет</translation>
    </message>
    <message>
        <source>of it %1 fee</source>
        <translation>в том числе сбор %1</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Новый заказ</translation>
    </message>
    <message>
        <source>← &amp;Orders</source>
        <translation>← &amp;Заказы</translation>
    </message>
    <message>
        <source>1 event · 2 category · 3 how many</source>
        <translation>1 событие · 2 категория · 3 количество</translation>
    </message>
    <message>
        <source>how many</source>
        <translation>сколько</translation>
    </message>
    <message>
        <source>&amp;Reserve</source>
        <translation>&amp;Забронировать</translation>
    </message>
    <message>
        <source>Reserving the tickets…</source>
        <translation>Бронируем билеты…</translation>
    </message>
    <message>
        <source>Back to the orders</source>
        <translation>К заказам</translation>
    </message>
    <message>
        <source>These tickets have just been sold.</source>
        <translation>Эти билеты только что продали.</translation>
    </message>
    <message>
        <source>Nothing is reserved and nothing is to pay. Choose another category or another event.</source>
        <translation>Брони нет, платить не за что. Выберите другую категорию или событие.</translation>
    </message>
    <message>
        <source>Asked for %1, reserved %2.</source>
        <translation>Просили %1, забронировано %2.</translation>
    </message>
    <message>
        <source>There are no more. The buyer would pay %1. Ask whether that will do.</source>
        <translation>Больше нет. К оплате будет %1. Спросите, подойдёт ли.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Take these: %n</source>
        <translation>
            <numerusform>&amp;Взять %n билет</numerusform>
            <numerusform>&amp;Взять %n билета</numerusform>
            <numerusform>&amp;Взять %n билетов</numerusform>
        </translation>
    </message>
    <message>
        <source>The price has changed meanwhile.</source>
        <translation>Цена тем временем изменилась.</translation>
    </message>
    <message>
        <source>It was %1, now it is %2. Tell the buyer before you go on.</source>
        <translation>Было %1, стало %2. Скажите покупателю, прежде чем продолжить.</translation>
    </message>
    <message>
        <source>&amp;Go on with %1</source>
        <translation>&amp;Продолжить за %1</translation>
    </message>
    <message>
        <source>&amp;Release and choose anew</source>
        <translation>&amp;Снять бронь и выбрать заново</translation>
    </message>
    <message>
        <source>The tickets are released.</source>
        <translation>Бронь снята.</translation>
    </message>
    <message>
        <source>Choose again.</source>
        <translation>Выберите заново.</translation>
    </message>
    <message>
        <source>The connection broke before the answer was there.</source>
        <translation>Связь оборвалась до ответа.</translation>
    </message>
    <message>
        <source>It is being looked for whether the tickets were reserved. Nothing is reserved twice.</source>
        <translation>Выясняем, забронированы ли билеты. Дважды ничего не забронируется.</translation>
    </message>
    <message>
        <source>Looking for the order…</source>
        <translation>Ищем заказ…</translation>
    </message>
    <message>
        <source>It is not known whether the tickets were reserved.</source>
        <translation>Неизвестно, забронированы ли билеты.</translation>
    </message>
    <message>
        <source>The server does not answer. It is asked on; you can go back to the orders. What was reserved is then released by itself.</source>
        <translation>Сервер не отвечает, спрашиваем дальше. Можно вернуться к заказам: что забронировалось, освободится само.</translation>
    </message>
    <message>
        <source>The answer to this reservation was lost, and others sell this event too. Found:</source>
        <translation>Ответ на эту бронь потерян, а событие продают и другие. Нашлись:</translation>
    </message>
    <message>
        <source>order %1, %2, %3, made at %4</source>
        <translation>заказ %1, %2, %3, создан в %4</translation>
    </message>
    <message>
        <source>Is one of these orders yours?</source>
        <translation>Есть ли среди этих заказов ваш?</translation>
    </message>
    <message>
        <source>Ours: %1</source>
        <translation>Наш: %1</translation>
    </message>
    <message>
        <source>&amp;None of them</source>
        <translation>&amp;Ни один</translation>
    </message>
    <message>
        <source>Nothing is reserved.</source>
        <translation>Ничего не забронировано.</translation>
    </message>
    <message>
        <source>Reserve again.</source>
        <translation>Бронируйте снова.</translation>
    </message>
</context>
<context>
    <name>okoshko::OrderCells</name>
    <message>
        <source>The server says: %1</source>
        <translation>Сервер говорит: %1</translation>
    </message>
    <message>
        <source>Held until %1</source>
        <translation>Бронь до %1</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Заказ</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Событие</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Билеты</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Способ оплаты</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Осталось</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Создан</translation>
    </message>
    <message>
        <source>The order&apos;s number</source>
        <translation>Номер заказа</translation>
    </message>
    <message>
        <source>What the tickets are for, when and where</source>
        <translation>На что билеты, когда и где</translation>
    </message>
    <message>
        <source>How many tickets the order holds</source>
        <translation>Сколько билетов в заказе</translation>
    </message>
    <message>
        <source>What the buyer pays, fees included</source>
        <translation>Сколько платит покупатель, вместе со сборами</translation>
    </message>
    <message>
        <source>How the buyer pays</source>
        <translation>Как платит покупатель</translation>
    </message>
    <message>
        <source>Where the order stands, as the server last told</source>
        <translation>Что с заказом, по последнему ответу сервера</translation>
    </message>
    <message>
        <source>How long the seats are still held</source>
        <translation>Сколько ещё держим места</translation>
    </message>
    <message>
        <source>When the order was made, by this computer&apos;s time zone</source>
        <translation>Когда создан заказ, по часам кассы</translation>
    </message>
</context>
<context>
    <name>okoshko::OrderPane</name>
    <message>
        <source>Select an order to see it here.</source>
        <translation>Выберите заказ, и он появится здесь.</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Оплачено</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>К оплате</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Осталось</translation>
    </message>
    <message>
        <source>Paid by: %1</source>
        <translation>Способ оплаты: %1</translation>
    </message>
    <message>
        <source>Buyer: %1</source>
        <translation>Покупатель: %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Ход заказа</translation>
    </message>
    <message>
        <source>To the &amp;payment</source>
        <translation>К &amp;оплате</translation>
    </message>
    <message>
        <source>To &amp;pay</source>
        <translation>К &amp;оплате</translation>
    </message>
    <message>
        <source>&amp;Cancel order</source>
        <translation>О&amp;тменить заказ</translation>
    </message>
    <message>
        <source>The &amp;same again</source>
        <translation>Продать то же &amp;самое</translation>
    </message>
    <message>
        <source>Cancel this order?</source>
        <translation>Отменить заказ?</translation>
    </message>
    <message>
        <source>The payment that was started is closed, and the seats go back on sale at once.</source>
        <translation>Начатая оплата закроется, места сразу вернутся в продажу.</translation>
    </message>
    <message>
        <source>The seats go back on sale at once.</source>
        <translation>Места сразу вернутся в продажу.</translation>
    </message>
    <message>
        <source>&amp;Yes, cancel it</source>
        <translation>&amp;Да, отменить</translation>
    </message>
    <message>
        <source>N&amp;o</source>
        <translation>&amp;Нет</translation>
    </message>
</context>
<context>
    <name>okoshko::OrderTableView</name>
    <message>
        <source>There are no orders yet.
Press F2 to sell the first ticket.</source>
        <translation>Заказов пока нет.
Нажмите F2, чтобы продать первый билет.</translation>
    </message>
    <message>
        <source>No order matches.
Press Esc to see them all.</source>
        <translation>Таких заказов нет.
Нажмите Esc, чтобы увидеть все.</translation>
    </message>
</context>
<context>
    <name>okoshko::OrdersPage</name>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Повторить</translation>
    </message>
</context>
<context>
    <name>okoshko::OutcomePane</name>
    <message>
        <source>The tickets are the buyer&apos;s</source>
        <translation>Билеты оформлены</translation>
    </message>
    <message>
        <source>Paid: %1</source>
        <translation>Оплачено %1</translation>
    </message>
    <message>
        <source>The payment was declined</source>
        <translation>Оплата не прошла</translation>
    </message>
    <message>
        <source>The time has run out</source>
        <translation>Бронь истекла</translation>
    </message>
    <message>
        <source>The order is cancelled</source>
        <translation>Заказ отменён</translation>
    </message>
    <message>
        <source>The seats are back on sale.</source>
        <translation>Места снова в продаже.</translation>
    </message>
    <message>
        <source>The order is refunded</source>
        <translation>Заказ возвращён</translation>
    </message>
    <message>
        <source>The money was given back.</source>
        <translation>Деньги вернули покупателю.</translation>
    </message>
    <message>
        <source>The server tells an unknown state: %1</source>
        <translation>Сервер сообщает неизвестное состояние: %1</translation>
    </message>
    <message>
        <source>Take no money; call the administrator.</source>
        <translation>Не берите денег, позовите администратора.</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Заказ %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Next buyer</source>
        <translation>&amp;Следующий покупатель</translation>
    </message>
    <message>
        <source>The &amp;same again</source>
        <translation>Продать то же &amp;самое</translation>
    </message>
    <message>
        <source>The order is cancelled at the server, and the seats are back on sale.</source>
        <translation>Сервер отменил заказ, места снова в продаже.</translation>
    </message>
    <message>
        <source>The seats are back on sale. If the buyer has paid all the same, call the administrator.</source>
        <translation>Места снова в продаже. Если покупатель всё же заплатил, позовите администратора.</translation>
    </message>
</context>
<context>
    <name>okoshko::PagePane</name>
    <message>
        <source>held until %1</source>
        <translation>держим до %1</translation>
    </message>
    <message>
        <source>The payment page as a QR code</source>
        <translation>Страница оплаты в виде QR-кода</translation>
    </message>
    <message>
        <source>Starting the payment…</source>
        <translation>Начинаем оплату…</translation>
    </message>
    <message>
        <source>The time is over: asking the server</source>
        <translation>Время вышло: спрашиваем сервер</translation>
    </message>
    <message>
        <source>Waiting for the payment</source>
        <translation>Ждём оплату</translation>
    </message>
    <message>
        <source>started %1 ago</source>
        <translation>начата %1 назад</translation>
    </message>
    <message>
        <source>the bank was asked %1 ago</source>
        <translation>банк спрошен %1 назад</translation>
    </message>
    <message>
        <source>no answer just now, trying again</source>
        <translation>ответа пока нет, спрашиваем снова</translation>
    </message>
    <message>
        <source>The seats are held for the buyer</source>
        <translation>Места держим за покупателем</translation>
    </message>
    <message>
        <source>The browser did not open.</source>
        <translation>Браузер не открылся.</translation>
    </message>
    <message>
        <source>Let the buyer read the code with a phone, or copy the address.</source>
        <translation>Пусть покупатель наведёт телефон на код, или скопируйте адрес.</translation>
    </message>
    <message>
        <source>The payment page has an address that is not safe; it is not opened.</source>
        <translation>Адрес страницы оплаты небезопасен, мы его не открываем.</translation>
    </message>
    <message>
        <source>Do not go on: cancel the order and call the administrator.</source>
        <translation>Не продолжайте: отмените заказ и позовите администратора.</translation>
    </message>
    <message>
        <source>&amp;Open the page</source>
        <translation>&amp;Открыть страницу</translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translation>С&amp;копировать</translation>
    </message>
    <message>
        <source>With the buyer&apos;s phone</source>
        <translation>С телефона покупателя</translation>
    </message>
</context>
<context>
    <name>okoshko::PaymentDialog</name>
    <message>
        <source>Payment</source>
        <translation>Оплата</translation>
    </message>
    <message>
        <source>← &amp;Orders</source>
        <translation>← &amp;Заказы</translation>
    </message>
    <message>
        <source>&amp;Start the payment</source>
        <translation>&amp;Начать оплату</translation>
    </message>
    <message>
        <source>&amp;Cancel and release the seats</source>
        <translation>О&amp;тменить и вернуть места</translation>
    </message>
    <message>
        <source>Payment of order %1</source>
        <translation>Оплата заказа %1</translation>
    </message>
    <message>
        <source>Releasing the seats…</source>
        <translation>Возвращаем места…</translation>
    </message>
    <message>
        <source>Confirming the payment…</source>
        <translation>Подтверждаем оплату…</translation>
    </message>
    <message>
        <source>Choosing the way to pay…</source>
        <translation>Выбираем способ оплаты…</translation>
    </message>
    <message>
        <source>Starting the payment…</source>
        <translation>Начинаем оплату…</translation>
    </message>
    <message>
        <source>Back to the orders</source>
        <translation>К заказам</translation>
    </message>
    <message>
        <source>&amp;Ask the server</source>
        <translation>С&amp;просить сервер</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>Cancel this order?</source>
        <translation>Отменить заказ?</translation>
    </message>
    <message>
        <source>The payment that was started is closed, and the seats go back on sale at once.</source>
        <translation>Начатая оплата закроется, места сразу вернутся в продажу.</translation>
    </message>
    <message>
        <source>The seats go back on sale at once.</source>
        <translation>Места сразу вернутся в продажу.</translation>
    </message>
    <message>
        <source>&amp;Yes, cancel it</source>
        <translation>&amp;Да, отменить</translation>
    </message>
    <message>
        <source>N&amp;o</source>
        <translation>&amp;Нет</translation>
    </message>
</context>
<context>
    <name>okoshko::Profile</name>
    <message>
        <source>The folder %1 cannot be written to. Choose another with --profile.</source>
        <translation>В папку %1 нельзя писать. Выберите другую: --profile.</translation>
    </message>
</context>
<context>
    <name>okoshko::Program</name>
    <message>
        <source>The training server did not start: %1</source>
        <translation>Учебный сервер не запустился: %1</translation>
    </message>
</context>
<context>
    <name>okoshko::RecoveryNotice</name>
    <message>
        <source>Order %1: the server is being asked…</source>
        <translation>Заказ %1: спрашиваем сервер…</translation>
    </message>
    <message>
        <source>Order %1 was paid meanwhile: the tickets can be handed out.</source>
        <translation>Заказ %1 тем временем оплачен: билеты можно отдавать.</translation>
    </message>
    <message>
        <source>Order %1 is still held, time left %2: you can go on.</source>
        <translation>Заказ %1 ещё держится, осталось %2: можно продолжать.</translation>
    </message>
    <message>
        <source>Order %1: the payment is awaited.</source>
        <translation>Заказ %1: ждём оплату.</translation>
    </message>
    <message>
        <source>Order %1 is gone, its seats are back on sale: the same can be sold again.</source>
        <translation>Заказа %1 больше нет, места снова в продаже: можно продать то же ещё раз.</translation>
    </message>
    <message>
        <source>Order %1 had been given up: its seats are released.</source>
        <translation>От заказа %1 отказались: места освобождены.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more order(s), see the table</source>
        <translation>
            <numerusform>и ещё %n заказ — смотрите в таблице</numerusform>
            <numerusform>и ещё %n заказа — смотрите в таблице</numerusform>
            <numerusform>и ещё %n заказов — смотрите в таблице</numerusform>
        </translation>
    </message>
    <message>
        <source>The program was closed in the middle of the work</source>
        <translation>Программа закрылась посреди работы</translation>
    </message>
    <message>
        <source>&amp;Go on with it</source>
        <translation>&amp;Продолжить</translation>
    </message>
    <message>
        <source>Sell the same &amp;again</source>
        <translation>Продать то же &amp;ещё раз</translation>
    </message>
    <message>
        <source>&amp;Understood</source>
        <translation>П&amp;онятно</translation>
    </message>
</context>
<context>
    <name>okoshko::SetRow</name>
    <message>
        <source>free</source>
        <translation>бесплатно</translation>
    </message>
    <message>
        <source>How many: %1</source>
        <translation>Сколько: %1</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>мест нет</translation>
    </message>
    <message>
        <source>seats are picked for you</source>
        <translation>места подберём сами</translation>
    </message>
    <message>
        <source>no numbered seats</source>
        <translation>без мест</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>осталось %1</translation>
    </message>
    <message>
        <source>of it %1 fee</source>
        <translation>в том числе сбор %1</translation>
    </message>
    <message>
        <source>from %1: %2</source>
        <translation>с %1 будет %2</translation>
    </message>
</context>
<context>
    <name>okoshko::StatusLine</name>
    <message>
        <source>Connecting…</source>
        <translation>Соединяемся…</translation>
    </message>
    <message>
        <source>Online · answers in %1 ms</source>
        <translation>На связи · ответ %1 мс</translation>
    </message>
    <message>
        <source>The key is not accepted: selling is stopped</source>
        <translation>Ключ не принят: продажа остановлена</translation>
    </message>
    <message>
        <source>Server time</source>
        <translation>Время сервера</translation>
    </message>
    <message>
        <source>No connection to the server</source>
        <translation>Нет связи с сервером</translation>
    </message>
</context>
<context>
    <name>okoshko::SystemsPane</name>
    <message>
        <source>Paid</source>
        <translation>Оплачено</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>К оплате</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Бесплатно</translation>
    </message>
    <message>
        <source>To pay in another way, first cancel this payment, so that the buyer does not pay twice.</source>
        <translation>Чтобы сменить способ, сначала отмените эту оплату: так покупатель не заплатит дважды.</translation>
    </message>
</context>
<context>
    <name>okoshko::TicketText</name>
    <message>
        <source>row %1</source>
        <translation>ряд %1</translation>
    </message>
    <message>
        <source>seat %1</source>
        <translation>место %1</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Билеты</translation>
    </message>
</context>
<context>
    <name>okoshko::TicketsPane</name>
    <message>
        <source>Choose an event on the left.</source>
        <translation>Выберите событие слева.</translation>
    </message>
    <message>
        <source>%1: asked for %2, there are %3.</source>
        <translation>%1: просили %2, есть %3.</translation>
    </message>
    <message>
        <source>An order takes no more than that of one category.</source>
        <translation>Больше одной категории в заказ не взять.</translation>
    </message>
    <message>
        <source>Take what there is, or another category.</source>
        <translation>Возьмите что есть или другую категорию.</translation>
    </message>
</context>
<context>
    <name>okoshko::TopBar</name>
    <message>
        <source>&amp;New order</source>
        <translation>&amp;Новый заказ</translation>
    </message>
    <message>
        <source>The &amp;same again</source>
        <translation>Продать то же &amp;самое</translation>
    </message>
    <message>
        <source>Ticket counter</source>
        <translation>Касса</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Меню (F10)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Обновить</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Тема</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Как в &amp;системе</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>С&amp;ветлая</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Тёмная</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>&amp;Контрастная</translation>
    </message>
    <message>
        <source>&amp;About Okoshko</source>
        <translation>Об О&amp;кошке</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыйти</translation>
    </message>
    <message>
        <source>T&amp;o be settled: %1</source>
        <translation>Ра&amp;зобраться: %1</translation>
    </message>
    <message>
        <source>To &amp;be settled</source>
        <translation>Ра&amp;зобраться</translation>
    </message>
</context>
<context>
    <name>okoshko::TroubleBanner</name>
    <message>
        <source>Trying again…</source>
        <translation>Пробуем снова…</translation>
    </message>
    <message numerus="yes">
        <source>Trying again in %n second(s).</source>
        <translation>
            <numerusform>Новая попытка через %n секунду.</numerusform>
            <numerusform>Новая попытка через %n секунды.</numerusform>
            <numerusform>Новая попытка через %n секунд.</numerusform>
        </translation>
    </message>
    <message>
        <source>The key belongs to another partner than this counter&apos;s journal: selling is stopped. Use the right key, or another folder with --profile.</source>
        <translation>Ключ принадлежит не тому партнёру, чей журнал у этой кассы: продажа остановлена. Нужен верный ключ или другая папка (--profile).</translation>
    </message>
    <message>
        <source>Another &amp;key…</source>
        <translation>Другой &amp;ключ…</translation>
    </message>
    <message>
        <source>The server does not accept this counter&apos;s key: selling is stopped.</source>
        <translation>Сервер не принимает ключ этой кассы: продажа остановлена.</translation>
    </message>
    <message>
        <source>No connection to the server.</source>
        <translation>Нет связи с сервером.</translation>
    </message>
    <message>
        <source>Try no&amp;w</source>
        <translation>&amp;Проверить сейчас</translation>
    </message>
    <message>
        <source>The server is out of order just now (%1).</source>
        <translation>Сервер сейчас не в порядке (%1).</translation>
    </message>
</context>
<context>
    <name>okoshko::UnsettledCard</name>
    <message>
        <source>Show the &amp;order</source>
        <translation>Показать &amp;заказ</translation>
    </message>
    <message>
        <source>&amp;Dealt with…</source>
        <translation>&amp;Разобрано…</translation>
    </message>
    <message>
        <source>&amp;How was it settled?</source>
        <translation>&amp;Как разобрались?</translation>
    </message>
    <message>
        <source>e.g. money returned, slip 12</source>
        <translation>например: деньги вернули, чек 12</translation>
    </message>
    <message>
        <source>How was it settled?</source>
        <translation>Как разобрались?</translation>
    </message>
    <message>
        <source>Take it off the &amp;list</source>
        <translation>&amp;Убрать из списка</translation>
    </message>
    <message>
        <source>&amp;Not yet</source>
        <translation>&amp;Ещё нет</translation>
    </message>
</context>
<context>
    <name>okoshko::UnsettledDialog</name>
    <message>
        <source>To be settled</source>
        <translation>Разобраться</translation>
    </message>
    <message>
        <source>← &amp;Orders</source>
        <translation>← &amp;Заказы</translation>
    </message>
    <message>
        <source>Nothing is to be settled. What is doubtful about money or seats is listed here until somebody has dealt with it.</source>
        <translation>Разбираться не с чем. Всё сомнительное с деньгами и местами стоит здесь, пока с ним не разберутся.</translation>
    </message>
</context>
<context>
    <name>okoshko::UnsettledText</name>
    <message>
        <source>Paid too late</source>
        <translation>Оплачено слишком поздно</translation>
    </message>
    <message>
        <source>It is not known whether tickets were reserved</source>
        <translation>Неизвестно, забронированы ли билеты</translation>
    </message>
    <message>
        <source>It is not known how the order stands</source>
        <translation>Неизвестно, что с заказом</translation>
    </message>
    <message>
        <source>The buyer did not come back from the payment page</source>
        <translation>Покупатель не вернулся со страницы оплаты</translation>
    </message>
    <message>
        <source>Paid for more seats than there are</source>
        <translation>Оплачено больше мест, чем есть</translation>
    </message>
    <message>
        <source>The money came after the seats had gone back on sale. See whether the order has tickets; if not, see that the buyer gets the money back.</source>
        <translation>Деньги пришли, когда места уже вернулись в продажу. Посмотрите, есть ли в заказе билеты; если нет — позаботьтесь, чтобы покупателю вернули деньги.</translation>
    </message>
    <message>
        <source>Look among the orders of this event for one that nobody here has made, and cancel it. The server is asked on and on.</source>
        <translation>Поищите среди заказов этого события тот, который здесь никто не делал, и отмените его. Сервер спрашиваем снова и снова.</translation>
    </message>
    <message>
        <source>Take no money for it and do not sell it again. The server is asked on and on; if it stays so, call Ticketscloud with the order&apos;s number.</source>
        <translation>Не берите за него деньги и не продавайте его снова. Сервер спрашиваем снова и снова; если так и останется, позвоните в Ticketscloud и назовите номер заказа.</translation>
    </message>
    <message>
        <source>If the buyer is gone, cancel the order: the seats are free then. If the buyer says that the money has left, wait for the server&apos;s word.</source>
        <translation>Если покупатель ушёл, отмените заказ: места освободятся. Если он говорит, что деньги списались, дождитесь ответа сервера.</translation>
    </message>
    <message>
        <source>Tell the buyer before the tickets are handed out. See that the missing seats are paid back or replaced.</source>
        <translation>Скажите покупателю до выдачи билетов. За недостающие места нужно вернуть деньги или подобрать другие.</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Заказ %1</translation>
    </message>
    <message>
        <source>paid for %1, there are %2</source>
        <translation>оплачено %1, есть %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>с %1</translation>
    </message>
</context>
</TS>
