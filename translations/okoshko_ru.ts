<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU">
<context>
    <name>okoshko::Application</name>
    <message>
        <source>The profile in %1 is a real counter. Training needs a folder of its own.</source>
        <translation>Профиль в %1 — рабочий режим. Учебному режиму нужна своя папка.</translation>
    </message>
    <message>
        <source>The profile in %1 has a server of its own. Start it with --profile alone.</source>
        <translation>У профиля в %1 есть свой сервер. Запускайте его только с --profile.</translation>
    </message>
    <message>
        <source>Okoshko is open with this profile already: its window was brought to the front.</source>
        <translation>Окошко с этим профилем уже открыто: его окно выведено вперёд.</translation>
    </message>
    <message>
        <source>Okoshko is open with this profile already, but does not answer.</source>
        <translation>Окошко с этим профилем уже открыто, но не отвечает.</translation>
    </message>
    <message>
        <source>This profile is open at another computer: %1. Close Okoshko there. If it does not run there any more, delete the file %2 and start Okoshko again.</source>
        <translation>Этот профиль открыт на другом компьютере: %1. Закройте там Окошко. Если там оно уже не запущено, удалите файл %2 и запустите Окошко снова.</translation>
    </message>
    <message>
        <source>Okoshko — key</source>
        <translation>Окошко — ключ</translation>
    </message>
    <message>
        <source>The key came from the file %1. Put the right one there and start Okoshko again.</source>
        <translation>Ключ взят из файла %1. Поместите туда верный и запустите Окошко ещё раз.</translation>
    </message>
    <message>
        <source>Okoshko — connection</source>
        <translation>Окошко — подключение</translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s) are still open. Finish or cancel them first: they belong to the connection that is there.</source>
        <translation>
            <numerusform>Ещё открыта %n продажа. Сначала завершите или отмените её: она начата на прежнем подключении.</numerusform>
            <numerusform>Ещё открыты %n продажи. Сначала завершите или отмените их: они начаты на прежнем подключении.</numerusform>
            <numerusform>Ещё открыто %n продаж. Сначала завершите или отмените их: они начаты на прежнем подключении.</numerusform>
        </translation>
    </message>
    <message>
        <source>Okoshko</source>
        <translation>Окошко</translation>
    </message>
</context>
<context>
    <name>okoshko::BlankSheet</name>
    <message>
        <source>spoiled</source>
        <translation>испорчен</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>напечатан</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Принтер</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>Первый номер</translation>
    </message>
    <message>
        <source>Last number</source>
        <translation>Последний номер</translation>
    </message>
    <message>
        <source>Blanks</source>
        <translation>Бланков</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>range</source>
        <translation>диапазон</translation>
    </message>
    <message>
        <source>put in</source>
        <translation>вложен</translation>
    </message>
    <message>
        <source>taken out unused</source>
        <translation>вынут неиспользованным</translation>
    </message>
</context>
<context>
    <name>okoshko::BlankStock</name>
    <message>
        <source>test ticket</source>
        <translation>пробный билет</translation>
    </message>
</context>
<context>
    <name>okoshko::BlanksCard</name>
    <message>
        <source>Set the &amp;range…</source>
        <translation>Задать &amp;диапазон…</translation>
    </message>
    <message>
        <source>&amp;Spoiled blanks…</source>
        <translation>&amp;Испорченные бланки…</translation>
    </message>
    <message>
        <source>&amp;Today&apos;s sheet as CSV…</source>
        <translation>&amp;Лист за сегодня в CSV…</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>&amp;Не сейчас</translation>
    </message>
    <message>
        <source>Blanks of the printer “%1”</source>
        <translation>Бланки принтера «%1»</translation>
    </message>
    <message>
        <source>No range is set: take the first and the last number of the stack in the printer.</source>
        <translation>Диапазон не задан: возьмите первый и последний номер пачки, которая лежит в принтере.</translation>
    </message>
    <message>
        <source>The range %1 to %2 is used up: set the range of the next stack.</source>
        <translation>Диапазон с %1 по %2 закончился: задайте диапазон следующей пачки.</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>с %1 по %2</translation>
    </message>
    <message>
        <source>next %1</source>
        <translation>следующий %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>осталось %1</translation>
    </message>
    <message>
        <source>Today&apos;s sheet cannot be read just now.</source>
        <translation>Лист за сегодня сейчас не читается.</translation>
    </message>
    <message>
        <source>Today: %1 printed, %2 spoiled</source>
        <translation>Сегодня: напечатано %1, испорчено %2</translation>
    </message>
    <message>
        <source>spoiled: %1</source>
        <translation>испорчено: %1</translation>
    </message>
    <message>
        <source>&amp;First number</source>
        <translation>&amp;Первый номер</translation>
    </message>
    <message>
        <source>of the first blank that is printed next</source>
        <translation>бланка, который печатается следующим</translation>
    </message>
    <message>
        <source>&amp;Last number</source>
        <translation>П&amp;оследний номер</translation>
    </message>
    <message>
        <source>of the stack</source>
        <translation>пачки</translation>
    </message>
    <message>
        <source>Set the ran&amp;ge</source>
        <translation>&amp;Задать диапазон</translation>
    </message>
    <message>
        <source>&amp;How many</source>
        <translation>&amp;Сколько</translation>
    </message>
    <message>
        <source>the next numbers are counted as spoiled</source>
        <translation>столько следующих номеров спишется</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Почему</translation>
    </message>
    <message>
        <source>e.g. torn, printed askew</source>
        <translation>например: порван, напечатан криво</translation>
    </message>
    <message>
        <source>&amp;Book as spoiled</source>
        <translation>Спи&amp;сать</translation>
    </message>
    <message>
        <source>a number above zero</source>
        <translation>число больше нуля</translation>
    </message>
    <message>
        <source>not below the first number</source>
        <translation>не меньше первого номера</translation>
    </message>
    <message>
        <source>there are only %1</source>
        <translation>есть только %1</translation>
    </message>
    <message>
        <source>taken out unused: %1</source>
        <translation>вынуто неиспользованных: %1</translation>
    </message>
    <message>
        <source>of the stack; the numbers %1 to %2 of the one before are taken out, unused</source>
        <translation>пачки; номера с %1 по %2 прежней запишутся как вынутые неиспользованными</translation>
    </message>
    <message>
        <source>they are counted without their numbers</source>
        <translation>они спишутся без номеров</translation>
    </message>
    <message>
        <source>not more than %1 blanks</source>
        <translation>не больше %1 бланков</translation>
    </message>
    <message>
        <source>a number of this range was used before</source>
        <translation>номер из этого диапазона уже использован</translation>
    </message>
    <message>
        <source>the journal cannot be read just now: press again in a moment</source>
        <translation>журнал сейчас не читается: нажмите ещё раз через несколько секунд</translation>
    </message>
    <message>
        <source>a print job takes from the blanks before: let it end, or say what came out</source>
        <translation>задание печати ещё берёт прежние бланки: дождитесь его конца или отметьте, какие билеты вышли</translation>
    </message>
</context>
<context>
    <name>okoshko::BuyerFields</name>
    <message>
        <source>An address like anna@example.org is needed.</source>
        <translation>Нужен адрес вида anna@example.org.</translation>
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
    <message>
        <source>This payment method needs it.</source>
        <translation>Нужно для этого способа оплаты.</translation>
    </message>
    <message>
        <source>Latin and Cyrillic letters are mixed here. Cyrillic: %1. Check the address with the buyer.</source>
        <translation>Здесь смешаны латинские и русские буквы. Русские: %1. Проверьте адрес с покупателем.</translation>
    </message>
    <message>
        <source>Send the tickets by e-mail</source>
        <translation>Отправить билеты на почту</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>Те&amp;лефон</translation>
    </message>
    <message>
        <source>Lan&amp;guage of the letters</source>
        <translation>&amp;Язык писем</translation>
    </message>
    <message>
        <source>Language of the letters</source>
        <translation>Язык писем</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>З&amp;аметка</translation>
    </message>
    <message>
        <source>For this counter only; it is kept in the record of the order.</source>
        <translation>Только для этой кассы; сохраняется в истории заказа.</translation>
    </message>
    <message>
        <source>A number like +7 912 345-67-89 is needed, or none.</source>
        <translation>Нужен номер вида +7 912 345-67-89, или оставьте поле пустым.</translation>
    </message>
</context>
<context>
    <name>okoshko::CancelText</name>
    <message>
        <source>Cancel another counter&apos;s order?</source>
        <translation>Отменить заказ другой кассы?</translation>
    </message>
    <message>
        <source>Cancel this order?</source>
        <translation>Отменить заказ?</translation>
    </message>
    <message>
        <source>Order %1.</source>
        <translation>Заказ %1.</translation>
    </message>
    <message>
        <source>It was made at another counter, and its buyer may be standing there.</source>
        <translation>Он оформлен на другой кассе, и покупатель может стоять там.</translation>
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
        <source>The money is in the drawer: give it back to the buyer.</source>
        <translation>Деньги уже в кассе: верните их покупателю.</translation>
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
    <name>okoshko::ChangeNotice</name>
    <message>
        <source>There are no more tickets of these.</source>
        <translation>Таких билетов больше нет.</translation>
    </message>
    <message>
        <source>The order stays as it was. Choose another category.</source>
        <translation>Заказ остался прежним. Выберите другую категорию.</translation>
    </message>
    <message>
        <source>Asked for %1, there are %2.</source>
        <translation>Просили: %1, есть: %2.</translation>
    </message>
    <message>
        <source>The order has now %1.</source>
        <translation>Теперь в заказе: %1.</translation>
    </message>
    <message>
        <source>Asked for %1, got %2.</source>
        <translation>Просили: %1, получено: %2.</translation>
    </message>
    <message>
        <source>Held for the buyer: %1.</source>
        <translation>Забронировано для покупателя: %1.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Take these: %n</source>
        <translation>
            <numerusform>&amp;Взять %n</numerusform>
            <numerusform>&amp;Взять %n</numerusform>
            <numerusform>&amp;Взять %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose ane&amp;w</source>
        <translation>В&amp;ыбрать заново</translation>
    </message>
    <message>
        <source>The promo code is applied.</source>
        <translation>Промокод применён.</translation>
    </message>
    <message>
        <source>The promo code is removed.</source>
        <translation>Промокод снят.</translation>
    </message>
</context>
<context>
    <name>okoshko::ChangePane</name>
    <message>
        <source>&amp;Apply the code</source>
        <translation>П&amp;рименить</translation>
    </message>
    <message>
        <source>a ticket</source>
        <translation>билет</translation>
    </message>
    <message>
        <source>Keep: %1</source>
        <translation>Оставить: %1</translation>
    </message>
    <message>
        <source>The tickets of the order are being read.</source>
        <translation>Билеты заказа загружаются.</translation>
    </message>
    <message>
        <source>Without any ticket the order is to be cancelled: go back and press Del.</source>
        <translation>Заказ без билетов нужно отменить: вернитесь и нажмите Del.</translation>
    </message>
    <message>
        <source>%1 now, then %2</source>
        <translation>сейчас %1, станет %2</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Give back: %n</source>
        <translation>
            <numerusform>&amp;Вернуть %n билет</numerusform>
            <numerusform>&amp;Вернуть %n билета</numerusform>
            <numerusform>&amp;Вернуть %n билетов</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Change the tickets</source>
        <translation>&amp;Изменить билеты</translation>
    </message>
    <message numerus="yes">
        <source>%n more code(s) in the order; a new code replaces them</source>
        <translation>
            <numerusform>ещё %n промокод в заказе; новый его заменит</numerusform>
            <numerusform>ещё %n промокода в заказе; новый их заменит</numerusform>
            <numerusform>ещё %n промокодов в заказе; новый их заменит</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Снять</translation>
    </message>
    <message>
        <source>Remove all codes</source>
        <translation>Снять все промокоды</translation>
    </message>
    <message>
        <source>Remove the promo code %1</source>
        <translation>Снять промокод %1</translation>
    </message>
    <message>
        <source>Change the order</source>
        <translation>Изменить заказ</translation>
    </message>
    <message>
        <source>Give tickets back</source>
        <translation>Вернуть билеты</translation>
    </message>
    <message>
        <source>The seats stay held meanwhile. What is taken off goes back on sale at once.</source>
        <translation>Бронь при этом сохраняется. Убранные билеты сразу возвращаются в продажу.</translation>
    </message>
    <message>
        <source>The payment is awaited: tickets can be given back, and none can be added.</source>
        <translation>Ожидается оплата: билеты можно вернуть, но не добавить.</translation>
    </message>
    <message>
        <source>This code is in the order already.</source>
        <translation>Этот промокод уже есть в заказе.</translation>
    </message>
    <message>
        <source>While the payment is awaited, no ticket can be added.</source>
        <translation>Пока ожидается оплата, добавить билеты нельзя.</translation>
    </message>
    <message>
        <source>An order takes no more than that of one category.</source>
        <translation>Больше билетов одной категории в один заказ не взять.</translation>
    </message>
    <message>
        <source>Take what there is, or another category.</source>
        <translation>Возьмите сколько есть или другую категорию.</translation>
    </message>
    <message>
        <source>&amp;Promo code</source>
        <translation>&amp;Промокод</translation>
    </message>
    <message>
        <source>Typed or scanned.</source>
        <translation>Введите или отсканируйте.</translation>
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
        <translation>Примите от покупателя %1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Сдача</translation>
    </message>
    <message>
        <source>That is not a valid sum</source>
        <translation>Сумма введена неверно</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>Не хватает</translation>
    </message>
    <message>
        <source>Is the money in the drawer?</source>
        <translation>Деньги в кассе?</translation>
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
    <message>
        <source>Co&amp;nfirm again</source>
        <translation>Подтвердить &amp;ещё раз</translation>
    </message>
    <message>
        <source>It is not known whether a payment page was opened for this order</source>
        <translation>Неизвестно, открывалась ли для заказа страница оплаты</translation>
    </message>
    <message>
        <source>If the buyer sees a page, wait: the server tells when it is paid. If there is none anywhere, take the money.</source>
        <translation>Если страница у покупателя есть, подождите: об оплате сообщит сервер. Если страницы нигде нет, примите деньги.</translation>
    </message>
    <message>
        <source>The payment is being confirmed</source>
        <translation>Оплата подтверждается</translation>
    </message>
    <message>
        <source>The money is in the drawer: there is nothing to take again.</source>
        <translation>Деньги уже в кассе, второй раз не принимайте.</translation>
    </message>
    <message>
        <source>It is not known yet whether the server took the confirmation</source>
        <translation>Пока неизвестно, принял ли сервер подтверждение</translation>
    </message>
    <message>
        <source>The server is being asked.</source>
        <translation>Программа спрашивает сервер.</translation>
    </message>
    <message>
        <source>The payment was not confirmed</source>
        <translation>Оплата не подтверждена</translation>
    </message>
    <message>
        <source>The money is in the drawer: confirm again, do not take it a second time.</source>
        <translation>Деньги уже в кассе: подтвердите ещё раз, второй раз не принимайте.</translation>
    </message>
    <message>
        <source>The order was made at another counter: confirm it only if the money was taken at this one.</source>
        <translation>Заказ оформлен на другой кассе: подтверждайте, только если деньги приняты здесь.</translation>
    </message>
    <message>
        <source>As&amp;k the server</source>
        <translation>Сп&amp;росить сервер</translation>
    </message>
    <message>
        <source>No page: &amp;take the money</source>
        <translation>Страницы нет: &amp;принять деньги</translation>
    </message>
    <message>
        <source>&amp;Issue the tickets</source>
        <translation>&amp;Выдать билеты</translation>
    </message>
    <message>
        <source>The server has not told how much is to be paid</source>
        <translation>Сервер не сообщил, сколько нужно заплатить</translation>
    </message>
    <message>
        <source>Take no money before the sum stands here.</source>
        <translation>Деньги не принимайте, пока здесь не появится сумма.</translation>
    </message>
    <message>
        <source>The tickets are being issued</source>
        <translation>Билеты оформляются</translation>
    </message>
    <message>
        <source>It is not known yet whether the tickets are issued</source>
        <translation>Пока неизвестно, оформлены ли билеты</translation>
    </message>
    <message>
        <source>The tickets were not issued</source>
        <translation>Билеты не оформлены</translation>
    </message>
    <message>
        <source>To pay: %1. After this the order is paid and cannot be changed.</source>
        <translation>К оплате: %1. После этого заказ оплачен, изменить его нельзя.</translation>
    </message>
    <message>
        <source>That is %1 more than is to be paid: look at the sum that was typed</source>
        <translation>Это на %1 больше, чем нужно: проверьте введённую сумму</translation>
    </message>
    <message>
        <source>The sum of the order has changed</source>
        <translation>Сумма заказа изменилась</translation>
    </message>
    <message>
        <source>Take no money before the buyer agrees to it.</source>
        <translation>Деньги не принимайте, пока покупатель не согласится.</translation>
    </message>
    <message>
        <source>The money is in the drawer: there is nothing to take again. The server is being asked. You can confirm again at once: the order is read first, and nothing is paid twice.</source>
        <translation>Деньги уже в кассе: второй раз их не принимайте. Программа спрашивает сервер. Подтвердить ещё раз можно сразу: сначала программа прочитает заказ, дважды он не оплатится.</translation>
    </message>
    <message>
        <source>The order holds no tickets any more</source>
        <translation>В заказе больше нет билетов</translation>
    </message>
    <message>
        <source>Take no money. Ask the server again; if it stays so, cancel the order and sell the tickets anew.</source>
        <translation>Деньги не принимайте. Спросите сервер ещё раз; если так и останется, отмените заказ и продайте билеты заново.</translation>
    </message>
</context>
<context>
    <name>okoshko::CommandLine</name>
    <message>
        <source>File that holds the API key.</source>
        <translation>Файл с ключом API.</translation>
    </message>
    <message>
        <source>How much is logged: debug, info, warning or error.</source>
        <translation>Подробность журнала: debug, info, warning или error.</translation>
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
        <source>Payment method that the tour chooses.</source>
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
        <source>Try --help.</source>
        <translation>Справка: --help.</translation>
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
        <source>The log level &apos;%1&apos; is not known: debug, info, warning or error.</source>
        <translation>Подробность «%1» неизвестна: есть debug, info, warning и error.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a valid server address: https://host, or http:// on this computer alone.</source>
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
        <source>Take the settings in FILE over, if all of them are right, and leave.</source>
        <translation>Принять настройки из файла FILE, если все они верны, и выйти.</translation>
    </message>
    <message>
        <source>--import-settings needs the name of a file.</source>
        <translation>После --import-settings нужно имя файла.</translation>
    </message>
    <message>
        <source>Let the tour cancel the order once its payment is out.</source>
        <translation>Обход отменяет заказ, когда оплата уже начата.</translation>
    </message>
    <message>
        <source>Sell at this server, without a profile (needs --key-file).</source>
        <translation>Продавать на этом сервере, без профиля (нужен --key-file).</translation>
    </message>
    <message>
        <source>Start in training at once: nothing is really sold.</source>
        <translation>Сразу начать в учебном режиме: ничего не продаётся по-настоящему.</translation>
    </message>
    <message>
        <source>The profile of this name, or a folder for one.</source>
        <translation>Профиль с этим именем или папка для него.</translation>
    </message>
    <message>
        <source>Okoshko, the ticket counter. At the first start it asks what it needs.</source>
        <translation>Окошко, программа билетной кассы. При первом запуске спросит всё, что нужно.</translation>
    </message>
    <message>
        <source>--training and --server exclude each other.</source>
        <translation>--training и --server вместе не бывают.</translation>
    </message>
    <message>
        <source>Whose answers training gives: sandbox, as documented, or real, as the vendor was seen to give them.</source>
        <translation>Чьи ответы даёт учебный режим: sandbox — как в документации, real — как отвечал настоящий сервер.</translation>
    </message>
    <message>
        <source>The vendor &apos;%1&apos; is not known: sandbox or real.</source>
        <translation>Поставщик «%1» неизвестен: sandbox или real.</translation>
    </message>
    <message>
        <source>--vendor and --server exclude each other.</source>
        <translation>--vendor и --server вместе не бывают.</translation>
    </message>
    <message>
        <source>Sells tickets through Okoshko&apos;s windows, saves pictures and tour.json to DIR, and leaves.</source>
        <translation>Продаёт билеты через окна Окошка, сохраняет снимки и tour.json в папку DIR и завершается.</translation>
    </message>
    <message>
        <source>The folder for the pictures and tour.json.</source>
        <translation>Папка для снимков и tour.json.</translation>
    </message>
    <message>
        <source>The tour needs the name of one folder.</source>
        <translation>Туру нужно имя одной папки.</translation>
    </message>
    <message>
        <source>The key file %1 cannot be read: %2. Check its name and who may read it.</source>
        <translation>Файл с ключом %1 не читается: %2. Проверьте имя и права.</translation>
    </message>
    <message>
        <source>The file %1 holds no API key: one line of Latin letters and digits is expected.</source>
        <translation>В файле %1 нет ключа API: нужна одна строка из латинских букв и цифр.</translation>
    </message>
    <message>
        <source>Nothing was changed: %1 has mistakes.</source>
        <translation>Ничего не изменено: в %1 ошибки.</translation>
    </message>
    <message>
        <source>Nothing was changed: this profile has sales of %1. For another server name a new profile with --profile.</source>
        <translation>Ничего не изменено: в этом профиле есть продажи на %1. Для другого сервера назовите новый профиль через --profile.</translation>
    </message>
    <message>
        <source>The settings could not be written: %1</source>
        <translation>Настройки не записались: %1</translation>
    </message>
    <message>
        <source>The settings of %1 were taken over.</source>
        <translation>Настройки из %1 приняты.</translation>
    </message>
    <message>
        <source>There are several profiles: name one with --profile.</source>
        <translation>Профилей несколько: укажите один через --profile.</translation>
    </message>
    <message>
        <source>Nothing was changed: Okoshko is open with this profile. Close it first, or import the file there: Settings → Import…</source>
        <translation>Ничего не изменено: Окошко открыто с этим профилем. Сначала закройте его или загрузите файл там: Настройки → Импорт…</translation>
    </message>
    <message>
        <source>Language: %1.</source>
        <translation>Язык: %1.</translation>
    </message>
    <message>
        <source>The language &apos;%1&apos; is not known: %2.</source>
        <translation>Язык «%1» неизвестен, есть: %2.</translation>
    </message>
</context>
<context>
    <name>okoshko::ConnectionForm</name>
    <message>
        <source>A name is needed: it tells this counter from others.</source>
        <translation>Нужно название: по нему эту кассу отличают от других.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Спрашиваем сервер…</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>П&amp;рервать</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Stagin&amp;g, for trying out</source>
        <translation>Про&amp;бный, для проверки</translation>
    </message>
    <message>
        <source>Another &amp;address</source>
        <translation>&amp;Другой адрес</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Адрес сервера</translation>
    </message>
    <message>
        <source>This is a trial ser&amp;ver: mark it as staging</source>
        <translation>Это пробный сервер: &amp;помечать как пробный</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>&amp;Ключ API</translation>
    </message>
    <message>
        <source>Paste it from your Ticketscloud account. It is not shown.</source>
        <translation>Вставьте его из личного кабинета Ticketscloud. На экране он не виден.</translation>
    </message>
    <message>
        <source>Leave it empty to go on with the key that is there.</source>
        <translation>Оставьте пустым, чтобы работать с прежним ключом.</translation>
    </message>
    <message>
        <source>&amp;Name of this counter</source>
        <translation>Название касс&amp;ы</translation>
    </message>
    <message>
        <source>Box office 1</source>
        <translation>Касса 1</translation>
    </message>
    <message>
        <source>Test &amp;connection</source>
        <translation>Проверить св&amp;язь</translation>
    </message>
    <message>
        <source>Paste the key for this server: the one that is there belongs to another.</source>
        <translation>Вставьте ключ этого сервера: нынешний ключ — от другого.</translation>
    </message>
    <message>
        <source>This profile has sales of %1. For another server make a new one: ☰ → Profiles.</source>
        <translation>В этом профиле есть продажи с %1. Для другого сервера создайте новый профиль: ☰ → «Профили».</translation>
    </message>
    <message>
        <source>The server is slow: it may take a minute.</source>
        <translation>Сервер отвечает медленно: это может занять минуту.</translation>
    </message>
    <message>
        <source>&amp;Use %1</source>
        <translation>Выбра&amp;ть %1</translation>
    </message>
</context>
<context>
    <name>okoshko::ConnectionSection</name>
    <message>
        <source>Connection</source>
        <translation>Подключение</translation>
    </message>
</context>
<context>
    <name>okoshko::ErrorText</name>
    <message>
        <source>The server says: “%1”</source>
        <translation>Ответ сервера: «%1»</translation>
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
        <source>The payment method was not accepted.</source>
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
        <source>It is not known whether the payment method was accepted.</source>
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
        <source>The server refuses this payment method, or the order can no longer be paid.</source>
        <translation>Сервер не принимает этот способ, или заказ уже нельзя оплатить.</translation>
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
        <translation>Прокси по пути к серверу не пропускает соединение.</translation>
    </message>
    <message>
        <source>The server could not prove that it is the right one.</source>
        <translation>Сертификат сервера не прошёл проверку.</translation>
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
        <source>The server is still busy with the previous step of this order.</source>
        <translation>Сервер ещё занят прошлым шагом этого заказа.</translation>
    </message>
    <message>
        <source>The server asks for a little patience.</source>
        <translation>Сервер просит немного подождать.</translation>
    </message>
    <message>
        <source>Something broke at the server (%1).</source>
        <translation>Сбой на сервере (%1).</translation>
    </message>
    <message>
        <source>The server sends us to another address, which is not trusted.</source>
        <translation>Сервер перенаправляет на посторонний адрес, переход запрещён.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is far too large.</source>
        <translation>Ответ сервера слишком велик.</translation>
    </message>
    <message>
        <source>What answers there is not a Ticketscloud server, or something stands in between.</source>
        <translation>Отвечает не сервер Ticketscloud: возможно, мешает прокси или сеть просит войти.</translation>
    </message>
    <message>
        <source>The server&apos;s answer cannot be understood.</source>
        <translation>Ответ сервера непонятен.</translation>
    </message>
    <message>
        <source>The server&apos;s answer cannot be understood: the field %1 is wrong.</source>
        <translation>Ответ сервера непонятен: ошибка в поле %1.</translation>
    </message>
    <message>
        <source>The server answered about another order.</source>
        <translation>Сервер ответил про другой заказ.</translation>
    </message>
    <message>
        <source>The server answered in an unknown way (%1).</source>
        <translation>Неожиданный ответ сервера (%1).</translation>
    </message>
    <message>
        <source>The server&apos;s address is not safe: it must begin with https.</source>
        <translation>Адрес сервера небезопасен: он должен начинаться с https.</translation>
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
        <source>Look at the order&apos;s state, then choose again.</source>
        <translation>Посмотрите состояние заказа и выберите заново.</translation>
    </message>
    <message>
        <source>Refresh the list (F5) and choose again.</source>
        <translation>Обновите список (F5) и выберите заново.</translation>
    </message>
    <message>
        <source>Check the server&apos;s address; if it is right, call the administrator.</source>
        <translation>Проверьте адрес сервера; если он верен, позовите администратора.</translation>
    </message>
    <message>
        <source>Look among the orders for one made just now and go on with it. Reserve again only if there is none.</source>
        <translation>Поищите в заказах только что созданный и продолжите с ним. Бронируйте снова, только если его нет.</translation>
    </message>
    <message>
        <source>This counter&apos;s journal cannot be written, so nothing was sent to the server.</source>
        <translation>Не удаётся записывать журнал кассы, поэтому на сервер ничего не отправлено.</translation>
    </message>
    <message>
        <source>Do not take money. Free some space on the disk, or call the administrator.</source>
        <translation>Деньги не принимайте. Освободите место на диске или позовите администратора.</translation>
    </message>
    <message>
        <source>The order is not cancelled yet.</source>
        <translation>Заказ пока не отменён.</translation>
    </message>
    <message>
        <source>It is not known yet whether the order is cancelled.</source>
        <translation>Пока неизвестно, отменён ли заказ.</translation>
    </message>
    <message>
        <source>The server does not allow this counter to do it.</source>
        <translation>У ключа этой кассы нет на это прав.</translation>
    </message>
    <message>
        <source>Choose other tickets, or call the administrator.</source>
        <translation>Выберите другие билеты или позовите администратора.</translation>
    </message>
    <message>
        <source>Choose another payment method, or call the administrator.</source>
        <translation>Выберите другой способ оплаты или позовите администратора.</translation>
    </message>
    <message>
        <source>Go on with the sale, or call the administrator.</source>
        <translation>Продолжайте продажу или позовите администратора.</translation>
    </message>
    <message>
        <source>Call the administrator.</source>
        <translation>Позовите администратора.</translation>
    </message>
    <message>
        <source>The order is cancelled once the key is right: call the administrator.</source>
        <translation>Заказ отменится, когда ключ будет верным: позовите администратора.</translation>
    </message>
    <message>
        <source>Free some space on the disk, or call the administrator.</source>
        <translation>Освободите место на диске или позовите администратора.</translation>
    </message>
    <message>
        <source>Check the network.</source>
        <translation>Проверьте сеть.</translation>
    </message>
    <message>
        <source>If it stays so, call the administrator.</source>
        <translation>Если так и останется, позовите администратора.</translation>
    </message>
    <message>
        <source>Do not take the money a second time: the order&apos;s state is being asked.</source>
        <translation>Второй раз деньги не принимайте: программа спрашивает, что с заказом.</translation>
    </message>
    <message>
        <source>Do not take the money a second time.</source>
        <translation>Второй раз деньги не принимайте.</translation>
    </message>
    <message>
        <source>This server speaks a newer generation of the protocol than this program.</source>
        <translation>Этот сервер говорит на более новом поколении протокола, чем эта программа.</translation>
    </message>
    <message>
        <source>Choose otherwise, or type the code that the buyer has.</source>
        <translation>Выберите другое или введите код, который есть у покупателя.</translation>
    </message>
    <message numerus="yes">
        <source>The server asks to wait %n second(s).</source>
        <translation>
            <numerusform>Сервер просит подождать %n секунду.</numerusform>
            <numerusform>Сервер просит подождать %n секунды.</numerusform>
            <numerusform>Сервер просит подождать %n секунд.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server asks to wait %n minute(s).</source>
        <translation>
            <numerusform>Сервер просит подождать %n минуту.</numerusform>
            <numerusform>Сервер просит подождать %n минуты.</numerusform>
            <numerusform>Сервер просит подождать %n минут.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server refuses to confirm it.</source>
        <translation>Сервер отказывается подтвердить оплату.</translation>
    </message>
    <message>
        <source>The server refuses to cancel it.</source>
        <translation>Сервер отказывается отменить заказ.</translation>
    </message>
    <message>
        <source>Hand out no tickets before the order is paid. Ask the server (F5): while it still waits for the payment, confirm again; if that is refused too, call the administrator.</source>
        <translation>Не выдавайте билеты, пока заказ не оплачен. Спросите сервер (F5): если заказ ещё ждёт оплаты, подтвердите ещё раз; если сервер снова откажет, позовите администратора.</translation>
    </message>
    <message>
        <source>The seats stay held for the buyer. Ask the server (F5) how the order stands, then cancel again or go on with the sale.</source>
        <translation>Места остаются за покупателем. Спросите сервер (F5), что с заказом, затем отмените его ещё раз или продолжайте продажу.</translation>
    </message>
    <message>
        <source>The server is busy just now.</source>
        <translation>Сервер сейчас занят.</translation>
    </message>
    <message>
        <source>Take no money: the order&apos;s state is being asked. You can repeat it at once: the order is read first, and nothing is done twice.</source>
        <translation>Деньги не принимайте: программа спрашивает, что с заказом. Повторить можно сразу: сначала программа узнает состояние заказа, дважды ничего не выполнится.</translation>
    </message>
    <message>
        <source>The order was not changed.</source>
        <translation>Заказ не изменён.</translation>
    </message>
    <message>
        <source>It is not known whether the order was changed.</source>
        <translation>Неизвестно, изменён ли заказ.</translation>
    </message>
    <message>
        <source>The server refuses this change.</source>
        <translation>Сервер отказывается изменить заказ.</translation>
    </message>
    <message>
        <source>The server does not know this promo code.</source>
        <translation>Сервер не знает такого промокода.</translation>
    </message>
    <message>
        <source>This promo code has been used already.</source>
        <translation>Этот промокод уже использован.</translation>
    </message>
    <message>
        <source>This promo code needs more tickets in the order.</source>
        <translation>Для этого промокода в заказе нужно больше билетов.</translation>
    </message>
    <message>
        <source>This promo code applies under conditions.</source>
        <translation>У этого промокода есть условия.</translation>
    </message>
    <message>
        <source>The order is as it was: choose otherwise, or go on with the sale.</source>
        <translation>Заказ остался прежним: выберите иначе или продолжайте продажу.</translation>
    </message>
    <message>
        <source>A code has no more than %1 characters; this one has %2. It was not sent.</source>
        <translation>В коде не больше %1 знаков, а в этом %2. Он не отправлен.</translation>
    </message>
    <message>
        <source>Hand out no tickets. Ask the server again (F5); if it stays so, call the administrator.</source>
        <translation>Билеты не выдавайте. Спросите сервер ещё раз (F5); если ответ тот же, позовите администратора.</translation>
    </message>
    <message>
        <source>That you have it could not be recorded either: note the order and the sum on paper. Free some space on the disk before Okoshko is closed, or call the administrator.</source>
        <translation>Записать, что деньги в кассе, тоже не удалось: запишите заказ и сумму на бумаге. Освободите место на диске до того, как закроете Окошко, или позовите администратора.</translation>
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
    <message>
        <source>over</source>
        <translation>прошло</translation>
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
    <message>
        <source>under way</source>
        <translation>идёт</translation>
    </message>
    <message>
        <source>over</source>
        <translation>прошло</translation>
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
        <source>the venue&apos;s time; * the counter&apos;s</source>
        <translation>местное время площадки; * — кассы</translation>
    </message>
    <message>
        <source>The server is slow: its list of events may take a minute.</source>
        <translation>Сервер отвечает медленно: список событий может грузиться минуту.</translation>
    </message>
    <message>
        <source>The list is being read; there is more to come.</source>
        <translation>Список читается: это ещё не всё.</translation>
    </message>
    <message>
        <source>The list is not complete.</source>
        <translation>Список неполный.</translation>
    </message>
    <message>
        <source>As of %1, being freshened.</source>
        <translation>На %1, обновляется.</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>На %1.</translation>
    </message>
    <message>
        <source>The list that was kept on this computer was damaged and is read again.</source>
        <translation>Сохранённый на этом компьютере список был повреждён и читается заново.</translation>
    </message>
    <message>
        <source>The list cannot be kept on this computer: the next start has to wait for it.</source>
        <translation>Список не удаётся сохранить на этом компьютере: при следующем запуске его придётся ждать.</translation>
    </message>
</context>
<context>
    <name>okoshko::FaultText</name>
    <message>
        <source>line %1, column %2</source>
        <translation>строка %1, столбец %2</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>строка %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::FileSaver</name>
    <message>
        <source>The file is here:</source>
        <translation>Файл лежит здесь:</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>Открыть &amp;папку</translation>
    </message>
</context>
<context>
    <name>okoshko::FileText</name>
    <message>
        <source>The file was not saved: the disk is full. Free some space, or choose another place.</source>
        <translation>Файл не сохранён: диск заполнен. Освободите место или выберите другое.</translation>
    </message>
    <message>
        <source>The file was not saved: nothing can be written there. Choose another place.</source>
        <translation>Файл не сохранён: сюда нельзя записать. Выберите другое место.</translation>
    </message>
    <message>
        <source>The file was not saved: it could not be made. The log says why.</source>
        <translation>Файл не сохранён: его не удалось составить. Причина — в журнале программы.</translation>
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
        <source>Cancelled</source>
        <translation>Отменены</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Истекли</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Неизвестно</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>Не напечатаны</translation>
    </message>
</context>
<context>
    <name>okoshko::FirstStartWindow</name>
    <message>
        <source>Okoshko — setting up</source>
        <translation>Окошко — настройка</translation>
    </message>
    <message>
        <source>Okoshko, the ticket counter</source>
        <translation>Окошко, билетная касса</translation>
    </message>
    <message>
        <source>One more counter</source>
        <translation>Ещё одна касса</translation>
    </message>
    <message>
        <source>What shall this counter do?</source>
        <translation>Что будет делать эта касса?</translation>
    </message>
    <message>
        <source>T&amp;raining</source>
        <translation>&amp;Учебный режим</translation>
    </message>
    <message>
        <source>To learn and to try out. Events and payments are made up, nothing is really sold, and no key is needed.</source>
        <translation>Чтобы научиться и попробовать. События и оплата придуманы, ничего не продаётся по-настоящему, ключ не нужен.</translation>
    </message>
    <message>
        <source>To sell tickets of your Ticketscloud account. You need its API key.</source>
        <translation>Чтобы продавать билеты из вашего кабинета Ticketscloud. Понадобится его ключ API.</translation>
    </message>
    <message>
        <source>← &amp;Back</source>
        <translation>← &amp;Назад</translation>
    </message>
    <message>
        <source>&amp;Start selling</source>
        <translation>Начать ра&amp;боту</translation>
    </message>
    <message>
        <source>Real co&amp;unter</source>
        <translation>Рабо&amp;чий режим</translation>
    </message>
    <message>
        <source>Start &amp;without a test</source>
        <translation>Начать бе&amp;з проверки</translation>
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
        <source>payment method: %1</source>
        <translation>способ оплаты: %1</translation>
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
        <translation>сертификат сервера не прошёл проверку</translation>
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
        <translation>ответ сервера непонятен</translation>
    </message>
    <message>
        <source>the server&apos;s address is not safe</source>
        <translation>адрес сервера небезопасен</translation>
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
        <source>resolved: %1</source>
        <translation>решено: %1</translation>
    </message>
    <message>
        <source>the journal cannot be written; nothing was sent</source>
        <translation>не удаётся записывать журнал кассы, ничего не отправлено</translation>
    </message>
    <message>
        <source>the answer was lost; the cashier said that it is ours</source>
        <translation>ответ потерялся; кассир подтвердил, что заказ наш</translation>
    </message>
    <message>
        <source>payment started elsewhere</source>
        <translation>оплата начата в другом месте</translation>
    </message>
    <message>
        <source>payment started; it is not known by whom</source>
        <translation>оплата начата; кем — неизвестно</translation>
    </message>
    <message>
        <source>paid as soon as the payment was started</source>
        <translation>оплачен сразу при начале оплаты</translation>
    </message>
    <message>
        <source>paid; it is not known who took the money</source>
        <translation>оплачен; кто принял деньги — неизвестно</translation>
    </message>
    <message>
        <source>cancelled while the payment was awaited, not at this counter</source>
        <translation>отменён во время оплаты, не на этой кассе</translation>
    </message>
    <message>
        <source>cancelled; it is not known by whom</source>
        <translation>отменён; кем — неизвестно</translation>
    </message>
    <message>
        <source>closed: the server does not know it</source>
        <translation>закрыт: сервер такого заказа не знает</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Нет на сервере</translation>
    </message>
    <message>
        <source>Being cancelled</source>
        <translation>Отменяется</translation>
    </message>
    <message>
        <source>Paid too late</source>
        <translation>Оплачен поздно</translation>
    </message>
    <message>
        <source>Seats missing</source>
        <translation>Не все места</translation>
    </message>
    <message>
        <source>the server does not allow it</source>
        <translation>у ключа этой кассы нет на это прав</translation>
    </message>
    <message>
        <source>start of the payment: %1</source>
        <translation>начало оплаты: %1</translation>
    </message>
    <message>
        <source>confirmation of the money: %1</source>
        <translation>подтверждение денег: %1</translation>
    </message>
    <message>
        <source>cancellation: %1</source>
        <translation>отмена: %1</translation>
    </message>
    <message>
        <source>%1 by the counter&apos;s clock</source>
        <translation>%1 по времени кассы</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>с %1</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>не сообщено</translation>
    </message>
    <message>
        <source>without number</source>
        <translation>без номера</translation>
    </message>
    <message>
        <source>issued; there was nothing to pay</source>
        <translation>выдан; платить не за что</translation>
    </message>
    <message>
        <source>free, no money</source>
        <translation>бесплатно, без денег</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Без названия</translation>
    </message>
    <message>
        <source>the date is not told</source>
        <translation>дата не указана</translation>
    </message>
    <message>
        <source>tickets: not told</source>
        <translation>билеты: не сообщено</translation>
    </message>
    <message>
        <source>Title not told</source>
        <translation>Название не сообщено</translation>
    </message>
    <message>
        <source>the sum changed: there is nothing to pay any more</source>
        <translation>сумма изменилась: платить больше нечего</translation>
    </message>
    <message>
        <source>the sum changed: it was %1, now it is %2</source>
        <translation>сумма изменилась: была %1, теперь %2</translation>
    </message>
    <message>
        <source>the buyer was told the new sum</source>
        <translation>новая сумма названа покупателю</translation>
    </message>
    <message>
        <source>tickets changed: %1 asked for, %2 there</source>
        <translation>билеты изменены: просили %1, есть %2</translation>
    </message>
    <message>
        <source>tickets changed: %1</source>
        <translation>билеты изменены: %1</translation>
    </message>
    <message numerus="yes">
        <source>promo codes changed: %n applied</source>
        <translation>
            <numerusform>промокоды изменены: применён %n</numerusform>
            <numerusform>промокоды изменены: применено %n</numerusform>
            <numerusform>промокоды изменены: применено %n</numerusform>
        </translation>
    </message>
    <message>
        <source>new sum: it was %1, now it is %2</source>
        <translation>новая сумма: была %1, теперь %2</translation>
    </message>
    <message>
        <source>change of the order: %1</source>
        <translation>изменение заказа: %1</translation>
    </message>
    <message>
        <source>no print service</source>
        <translation>служба печати не отвечает</translation>
    </message>
    <message>
        <source>no such printer</source>
        <translation>нет такого принтера</translation>
    </message>
    <message>
        <source>the printer accepts no jobs</source>
        <translation>принтер не принимает задания</translation>
    </message>
    <message>
        <source>the printer is stopped</source>
        <translation>принтер остановлен</translation>
    </message>
    <message>
        <source>no paper</source>
        <translation>нет бумаги</translation>
    </message>
    <message>
        <source>the printer&apos;s cover is open</source>
        <translation>открыта крышка принтера</translation>
    </message>
    <message>
        <source>the printer is off</source>
        <translation>принтер выключен</translation>
    </message>
    <message>
        <source>the printer cannot be reached</source>
        <translation>нет связи с принтером</translation>
    </message>
    <message>
        <source>the printer does not support the paper&apos;s size</source>
        <translation>принтер не поддерживает размер бумаги</translation>
    </message>
    <message>
        <source>longer than the printer&apos;s maximum</source>
        <translation>длиннее, чем может принтер</translation>
    </message>
    <message>
        <source>the document could not be made</source>
        <translation>не удалось подготовить документ</translation>
    </message>
    <message>
        <source>not printed in time</source>
        <translation>не напечатано вовремя</translation>
    </message>
    <message>
        <source>broken off at the print service</source>
        <translation>прервано в службе печати</translation>
    </message>
    <message>
        <source>unknown to the print service</source>
        <translation>служба печати не знает задания</translation>
    </message>
    <message>
        <source>printed again as a duplicate (no. %1): %2</source>
        <translation>напечатано повторно, дубликат № %1: %2</translation>
    </message>
    <message>
        <source>receipt printed</source>
        <translation>квитанция напечатана</translation>
    </message>
    <message>
        <source>saved again as a PDF file, duplicate no. %1: %2</source>
        <translation>сохранено повторно в файл PDF, дубликат № %1: %2</translation>
    </message>
    <message>
        <source>saved as a PDF file: %1</source>
        <translation>сохранено в файл PDF: %1</translation>
    </message>
    <message>
        <source>no tickets on paper are needed</source>
        <translation>бумажные билеты не нужны</translation>
    </message>
    <message>
        <source>printing given up: %1</source>
        <translation>печать прекращена: %1</translation>
    </message>
    <message>
        <source>printing given up (%1): %2</source>
        <translation>печать прекращена (%1): %2</translation>
    </message>
    <message numerus="yes">
        <source>%n blank(s) spoiled, from number %1: %2</source>
        <translation>
            <numerusform>испорчен %n бланк, № %1: %2</numerusform>
            <numerusform>испорчено %n бланка, начиная с № %1: %2</numerusform>
            <numerusform>испорчено %n бланков, начиная с № %1: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blank(s) spoiled: %1</source>
        <translation>
            <numerusform>испорчен %n бланк: %1</numerusform>
            <numerusform>испорчено %n бланка: %1</numerusform>
            <numerusform>испорчено %n бланков: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>printed: %1</source>
        <translation>напечатано: %1</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>заметка: %1</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>Не напечатан</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Печатается</translation>
    </message>
    <message>
        <source>printed again on “%1” as a duplicate (no. %2): %3</source>
        <translation>напечатано ещё раз на «%1», дубликат № %2: %3</translation>
    </message>
    <message>
        <source>receipt printed again on “%1” as a duplicate (no. %2)</source>
        <translation>квитанция напечатана ещё раз на «%1», дубликат № %2</translation>
    </message>
    <message>
        <source>receipt printed on “%1”</source>
        <translation>квитанция напечатана на «%1»</translation>
    </message>
    <message>
        <source>printed on “%1”: %2</source>
        <translation>напечатано на «%1»: %2</translation>
    </message>
    <message>
        <source>the buyer takes what there is: %1</source>
        <translation>покупатель берёт то, что есть: %1</translation>
    </message>
    <message>
        <source>the printer did not finish</source>
        <translation>принтер не закончил печать</translation>
    </message>
    <message>
        <source>the tickets are sent to the buyer by e-mail</source>
        <translation>билеты отправляются покупателю на почту</translation>
    </message>
    <message>
        <source>Money to return</source>
        <translation>Вернуть деньги</translation>
    </message>
    <message>
        <source>the cashier put %1 into the drawer</source>
        <translation>кассир принял %1 в кассу</translation>
    </message>
    <message numerus="yes">
        <source>%n blank(s) used, without known numbers</source>
        <translation>
            <numerusform>%n бланк израсходован, номер неизвестен</numerusform>
            <numerusform>%n бланка израсходовано, номера неизвестны</numerusform>
            <numerusform>%n бланков израсходовано, номера неизвестны</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blank(s) used: %1</source>
        <translation>
            <numerusform>%n бланк израсходован: %1</numerusform>
            <numerusform>%n бланка израсходовано: %1</numerusform>
            <numerusform>%n бланков израсходовано: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>To be confirmed</source>
        <translation>Не подтверждён</translation>
    </message>
    <message>
        <source>refunded, but printed or perhaps printed: the paper of %1 has to be taken back</source>
        <translation>оформлен возврат, а билеты напечатаны или могли напечататься: нужно забрать бумагу (%1)</translation>
    </message>
</context>
<context>
    <name>okoshko::GivenUpNotice</name>
    <message>
        <source>%1: being reserved; as soon as the server answers, they are released.</source>
        <translation>%1: бронируются; как только сервер ответит, билеты освободятся.</translation>
    </message>
    <message>
        <source>Order %1: %2 The seats stay held until it is cancelled or its time runs out.</source>
        <translation>Заказ %1: %2 Места остаются занятыми, пока заказ не отменён или не вышло его время.</translation>
    </message>
    <message>
        <source>A reservation that was left is not over yet.</source>
        <translation>Бронь, от которой отказались, ещё не закончена.</translation>
    </message>
    <message>
        <source>Seats were not given back.</source>
        <translation>Места не освобождены.</translation>
    </message>
    <message>
        <source>Show the &amp;order</source>
        <translation>Показать &amp;заказ</translation>
    </message>
    <message>
        <source>&amp;Understood</source>
        <translation>П&amp;онятно</translation>
    </message>
    <message>
        <source>%1: %2 If they were reserved all the same, they are released once the server says so; else their time runs out. See what needs attention (F8).</source>
        <translation>%1: %2 Если билеты всё же забронированы и сервер это подтвердит, они освободятся; если нет, бронь закончится сама. Посмотрите, что требует внимания (F8).</translation>
    </message>
</context>
<context>
    <name>okoshko::HelpPage</name>
    <message>
        <source>Keys and help</source>
        <translation>Клавиши и справка</translation>
    </message>
    <message>
        <source>← &amp;Back</source>
        <translation>← &amp;Назад</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>Страницы справки</translation>
    </message>
    <message>
        <source>list, text</source>
        <translation>список, текст</translation>
    </message>
</context>
<context>
    <name>okoshko::IssueCard</name>
    <message>
        <source>Show the &amp;order</source>
        <translation>Показать &amp;заказ</translation>
    </message>
    <message>
        <source>&amp;Mark as resolved…</source>
        <translation>&amp;Отметить решённым…</translation>
    </message>
    <message>
        <source>&amp;How was it resolved?</source>
        <translation>&amp;Как решили вопрос?</translation>
    </message>
    <message>
        <source>e.g. money returned, slip 12</source>
        <translation>например: деньги вернули, чек 12</translation>
    </message>
    <message>
        <source>How was it resolved?</source>
        <translation>Как решили вопрос?</translation>
    </message>
    <message>
        <source>Take it off the &amp;list</source>
        <translation>&amp;Убрать из списка</translation>
    </message>
    <message>
        <source>&amp;Not yet</source>
        <translation>&amp;Ещё нет</translation>
    </message>
    <message>
        <source>&amp;None of them is ours…</source>
        <translation>&amp;Нашего среди них нет…</translation>
    </message>
    <message>
        <source>&amp;Close the order…</source>
        <translation>&amp;Закрыть заказ…</translation>
    </message>
    <message>
        <source>Ours: &amp;go on</source>
        <translation>Наш: &amp;продолжить</translation>
    </message>
    <message>
        <source>Ours: &amp;release</source>
        <translation>Наш: &amp;отменить</translation>
    </message>
    <message>
        <source>Cancel this order?</source>
        <translation>Отменить этот заказ?</translation>
    </message>
    <message>
        <source>Its seats go back on sale. If another counter made it, that counter&apos;s sale ends.</source>
        <translation>Места вернутся в продажу. Если заказ оформила другая касса, её продажа прервётся.</translation>
    </message>
    <message>
        <source>&amp;Yes, cancel it</source>
        <translation>&amp;Да, отменить</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Нет</translation>
    </message>
</context>
<context>
    <name>okoshko::IssueText</name>
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
        <translation>Оплачено мест больше, чем в заказе</translation>
    </message>
    <message>
        <source>The money came after the seats had gone back on sale. See whether the order has tickets; if not, see that the buyer gets the money back.</source>
        <translation>Деньги пришли, когда места уже вернулись в продажу. Посмотрите, есть ли в заказе билеты; если нет — позаботьтесь, чтобы покупателю вернули деньги.</translation>
    </message>
    <message>
        <source>Take no money for it and do not sell it again. Okoshko keeps asking the server; if it stays so, call Ticketscloud with the order&apos;s number.</source>
        <translation>Деньги за него не принимайте и не продавайте его снова. Программа продолжает опрашивать сервер; если так и останется, позвоните в Ticketscloud и назовите номер заказа.</translation>
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
    <message>
        <source>The server does not know this order</source>
        <translation>Сервер не знает этого заказа</translation>
    </message>
    <message>
        <source>It is not certain that this order is ours</source>
        <translation>Неизвестно, наш ли это заказ</translation>
    </message>
    <message>
        <source>If one of the orders below was made at this counter, say so. Other counters sell with the same key: when in doubt, leave it; what nobody claims runs out by itself.</source>
        <translation>Если один из этих заказов сделан на этой кассе, отметьте его. С этим же ключом продают и другие кассы: если сомневаетесь, не трогайте; бронь, которую никто не признал своей, закончится сама.</translation>
    </message>
    <message>
        <source>Take no money for it. If the buyer has paid, call Ticketscloud with the order&apos;s number; else close the order here.</source>
        <translation>Деньги за него не принимайте. Если покупатель заплатил, позвоните в Ticketscloud и назовите номер заказа; иначе закройте заказ здесь.</translation>
    </message>
    <message>
        <source>An earlier version of Okoshko found it after a broken connection. If it was not made at this counter, leave it alone; if it was, go on with it or cancel it.</source>
        <translation>Прежняя версия программы нашла его после обрыва связи. Если он сделан не на этой кассе, не трогайте его; если на этой — продолжите или отмените его.</translation>
    </message>
    <message>
        <source>That order is not ours: it has been gone on with elsewhere. Nothing was changed.</source>
        <translation>Этот заказ не ваш: его продолжили на другой кассе. Ничего не изменено.</translation>
    </message>
    <message>
        <source>No order that could be it is held now, as far as the server has told. It ends by itself; nothing is to be done.</source>
        <translation>Насколько сообщил сервер, подходящих заказов сейчас нет. Запись закроется сама, делать ничего не нужно.</translation>
    </message>
    <message>
        <source>Nothing was changed: press again.</source>
        <translation>Ничего не изменено: нажмите ещё раз.</translation>
    </message>
    <message>
        <source>Another order is being recorded as yours already. Nothing else was changed.</source>
        <translation>Как ваш уже записывается другой заказ. Больше ничего не изменено.</translation>
    </message>
    <message>
        <source>Money is in the drawer, and the order was not paid with it</source>
        <translation>Деньги в кассе, а заказ ими не оплачен</translation>
    </message>
    <message>
        <source>The order ended before the server had the payment, or somebody else has paid it as well. If it was not done yet, give the money back, or see that the same sale was made again with it.</source>
        <translation>Заказ закончился раньше, чем оплата дошла до сервера, или его оплатил кто-то ещё. Если деньги ещё не вернули, верните их или убедитесь, что такая же продажа на эти деньги оформлена заново.</translation>
    </message>
    <message>
        <source>in the drawer: %1</source>
        <translation>в кассе: %1</translation>
    </message>
    <message>
        <source>Call Ticketscloud with the order&apos;s number, or close the order here and give the money back.</source>
        <translation>Позвоните в Ticketscloud и назовите номер заказа или закройте заказ здесь и верните деньги.</translation>
    </message>
</context>
<context>
    <name>okoshko::IssuesPage</name>
    <message>
        <source>Needs attention</source>
        <translation>Требуют внимания</translation>
    </message>
    <message>
        <source>Nothing needs attention. What is doubtful about money or seats is listed here until somebody marks it as resolved.</source>
        <translation>Нерешённых вопросов нет. Всё сомнительное с деньгами и местами стоит здесь, пока вопрос не отметят решённым.</translation>
    </message>
    <message>
        <source>The order was not taken over</source>
        <translation>Заказ не взят</translation>
    </message>
    <message>
        <source>It is too late for “None of them is ours”</source>
        <translation>Ответ «Нашего среди них нет» опоздал</translation>
    </message>
    <message>
        <source>The order that you chose is being recorded as yours. If it is not yours, take no money for it and leave it: it runs out by itself.</source>
        <translation>Выбранный заказ уже записывается как ваш. Если он не ваш, деньги за него не принимайте и оставьте его: бронь закончится сама.</translation>
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
        <source>Its file is damaged. Restart Okoshko: the file is kept, and what can be read of it is saved.</source>
        <translation>Его файл повреждён. Перезапустите Окошко: файл сохранится, а всё, что читается, будет спасено.</translation>
    </message>
    <message>
        <source>It was written by a newer Okoshko and was left as it is. Install the newer version.</source>
        <translation>Его писала более новая версия Окошка; он оставлен как есть. Установите новую версию.</translation>
    </message>
    <message>
        <source>The database does not work. Restart Okoshko, or call the administrator.</source>
        <translation>База данных не работает. Перезапустите Окошко или позовите администратора.</translation>
    </message>
    <message>
        <source>Selling is stopped: this counter&apos;s journal cannot be written.</source>
        <translation>Продажа остановлена: не удаётся записывать журнал кассы.</translation>
    </message>
    <message>
        <source>It belongs to another server or another partner and was left as it is. Use the right key, or another profile.</source>
        <translation>Он принадлежит другому серверу или другому партнёру и оставлен как есть. Нужен верный ключ или другой профиль.</translation>
    </message>
    <message>
        <source>Its folder has gone. Bring it back, and selling goes on by itself; if it was copied back, restart Okoshko. Nothing was sent without being written down.</source>
        <translation>Его папка исчезла. Верните её, и продажа продолжится сама; если папку восстановили из копии, перезапустите Окошко. Без записи в журнал ничего не отправлялось.</translation>
    </message>
    <message>
        <source>The disk does not answer in time. Try again, or call the administrator.</source>
        <translation>Диск не отвечает вовремя. Повторите или позовите администратора.</translation>
    </message>
</context>
<context>
    <name>okoshko::KeyPrompt</name>
    <message>
        <source>Reading the key from this computer&apos;s password store…</source>
        <translation>Читаем ключ из хранилища паролей этого компьютера…</translation>
    </message>
    <message>
        <source>Asking the server about the key…</source>
        <translation>Проверяем ключ на сервере…</translation>
    </message>
    <message>
        <source>&amp;Type it in instead</source>
        <translation>&amp;Ввести вручную</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>П&amp;рервать</translation>
    </message>
    <message>
        <source>This computer&apos;s password store holds no key of this counter.</source>
        <translation>В хранилище паролей этого компьютера нет ключа этой кассы.</translation>
    </message>
    <message>
        <source>Paste it below; once is enough.</source>
        <translation>Вставьте его ниже; достаточно одного раза.</translation>
    </message>
    <message>
        <source>This computer&apos;s password store is locked.</source>
        <translation>Хранилище паролей этого компьютера закрыто.</translation>
    </message>
    <message>
        <source>Unlock it and ask again, or paste the key below.</source>
        <translation>Откройте его и спросите ещё раз или вставьте ключ ниже.</translation>
    </message>
    <message>
        <source>This computer has no password store.</source>
        <translation>На этом компьютере нет хранилища паролей.</translation>
    </message>
    <message>
        <source>The key stays in memory until Okoshko is closed, and is asked for at each start. It is written nowhere.</source>
        <translation>Ключ остаётся в памяти, пока Окошко не закрыто, и спрашивается при каждом запуске. Он нигде не записывается.</translation>
    </message>
    <message>
        <source>This computer&apos;s password store does not let Okoshko in.</source>
        <translation>Хранилище паролей этого компьютера не пускает Окошко.</translation>
    </message>
    <message>
        <source>Allow it there and ask again, or paste the key below.</source>
        <translation>Разрешите доступ и спросите ещё раз или вставьте ключ ниже.</translation>
    </message>
    <message>
        <source>This computer&apos;s password store does not work.</source>
        <translation>Хранилище паролей этого компьютера не работает.</translation>
    </message>
    <message>
        <source>Ask it again, or paste the key below; it then stays in memory until Okoshko is closed.</source>
        <translation>Спросите ещё раз или вставьте ключ ниже; тогда он останется в памяти, пока Окошко не закрыто.</translation>
    </message>
    <message>
        <source>The server does not accept the key that was used.</source>
        <translation>Сервер не принимает прежний ключ.</translation>
    </message>
    <message>
        <source>Paste the new one below. Orders and journal stay as they are.</source>
        <translation>Вставьте новый ключ ниже. Заказы и журнал остаются как есть.</translation>
    </message>
    <message>
        <source>This key belongs to another partner.</source>
        <translation>Этот ключ принадлежит другому партнёру.</translation>
    </message>
    <message>
        <source>This counter&apos;s orders are its own partner&apos;s, so it cannot sell with it. Paste the right key, or set up another profile for that partner.</source>
        <translation>Заказы этой кассы принадлежат её партнёру, поэтому с этим ключом она продавать не может. Вставьте верный ключ или заведите для того партнёра другой профиль.</translation>
    </message>
    <message>
        <source>Okoshko — key</source>
        <translation>Окошко — ключ</translation>
    </message>
    <message>
        <source>The key of this counter</source>
        <translation>Ключ этой кассы</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>&amp;Ключ API</translation>
    </message>
    <message>
        <source>Paste it from your Ticketscloud account. It is not shown.</source>
        <translation>Вставьте его из личного кабинета Ticketscloud. На экране он не виден.</translation>
    </message>
    <message>
        <source>Keep it in this computer&apos;s pa&amp;ssword store</source>
        <translation>&amp;Хранить в хранилище паролей этого компьютера</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>&amp;Another profile…</source>
        <translation>&amp;Другой профиль…</translation>
    </message>
    <message>
        <source>Ask the sto&amp;re again</source>
        <translation>&amp;Спросить ещё раз</translation>
    </message>
    <message>
        <source>&amp;Use this key</source>
        <translation>&amp;Использовать этот ключ</translation>
    </message>
    <message>
        <source>The server is slow: it may take a minute.</source>
        <translation>Сервер отвечает медленно: это может занять минуту.</translation>
    </message>
</context>
<context>
    <name>okoshko::KeyTable</name>
    <message>
        <source>On every page</source>
        <translation>На любой странице</translation>
    </message>
    <message>
        <source>presses the button that has the keyboard</source>
        <translation>нажать кнопку, на которой стоит рамка</translation>
    </message>
    <message>
        <source>to the next field or button</source>
        <translation>к следующему полю или кнопке</translation>
    </message>
    <message>
        <source>answers a question: yes, and no</source>
        <translation>ответить на вопрос: да и нет</translation>
    </message>
    <message>
        <source>report a problem</source>
        <translation>сообщить о проблеме</translation>
    </message>
    <message>
        <source>in training: everything that can happen at the server, to be tried out</source>
        <translation>в учебном режиме: попробовать всё, что бывает на сервере</translation>
    </message>
    <message>
        <source>leave Okoshko; it asks if orders are open</source>
        <translation>выйти из программы; если есть незакрытые заказы, программа спросит</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Заказы</translation>
    </message>
    <message>
        <source>new order</source>
        <translation>новый заказ</translation>
    </message>
    <message>
        <source>choose an order</source>
        <translation>выбрать заказ</translation>
    </message>
    <message>
        <source>go on with the order</source>
        <translation>продолжить с заказом</translation>
    </message>
    <message>
        <source>the same tickets again</source>
        <translation>такие же билеты ещё раз</translation>
    </message>
    <message>
        <source>cancel the order and release its seats; it asks</source>
        <translation>отменить заказ и вернуть места; программа спросит</translation>
    </message>
    <message>
        <source>find an order, in the list and among past ones</source>
        <translation>найти заказ: в списке и среди прошлых</translation>
    </message>
    <message>
        <source>show all orders again</source>
        <translation>снова показать все заказы</translation>
    </message>
    <message>
        <source>copy the number of the order</source>
        <translation>скопировать номер заказа</translation>
    </message>
    <message>
        <source>ask the server now</source>
        <translation>спросить сервер сейчас</translation>
    </message>
    <message>
        <source>what needs attention</source>
        <translation>что требует внимания</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>настройки</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>меню</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Новый заказ</translation>
    </message>
    <message>
        <source>find an event, in either layout</source>
        <translation>найти событие, в любой раскладке</translation>
    </message>
    <message>
        <source>choose an event, or a category</source>
        <translation>выбрать событие или категорию</translation>
    </message>
    <message>
        <source>to the tickets, and back to the events</source>
        <translation>к билетам и обратно к событиям</translation>
    </message>
    <message>
        <source>from the event to its tickets; then reserve</source>
        <translation>от события к билетам; затем забронировать</translation>
    </message>
    <message>
        <source>back to the orders; it asks if tickets are picked</source>
        <translation>назад к заказам; если билеты выбраны, программа спросит</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Оплата</translation>
    </message>
    <message>
        <source>payment method</source>
        <translation>способ оплаты</translation>
    </message>
    <message>
        <source>start the payment; in cash: the money is there, it asks</source>
        <translation>начать оплату; за наличные: деньги получены, программа спросит</translation>
    </message>
    <message>
        <source>payment page: open it here, copy its address</source>
        <translation>страница оплаты: открыть здесь, скопировать адрес</translation>
    </message>
    <message>
        <source>once it is paid: next buyer</source>
        <translation>когда оплачено: следующий покупатель</translation>
    </message>
    <message>
        <source>back to the orders; the order stays as it is</source>
        <translation>назад к заказам; заказ останется как есть</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Требует внимания</translation>
    </message>
    <message>
        <source>from entry to entry</source>
        <translation>от записи к записи</translation>
    </message>
    <message>
        <source>back to the orders</source>
        <translation>назад к заказам</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>save</source>
        <translation>сохранить</translation>
    </message>
    <message>
        <source>choose a page of the settings</source>
        <translation>выбрать раздел настроек</translation>
    </message>
    <message>
        <source>payment methods: add one, remove one</source>
        <translation>способы оплаты: добавить, удалить</translation>
    </message>
    <message>
        <source>payment methods: move one up or down</source>
        <translation>способы оплаты: переставить выше или ниже</translation>
    </message>
    <message>
        <source>back to the orders; it asks if something is not saved</source>
        <translation>назад к заказам; если есть несохранённое, программа спросит</translation>
    </message>
    <message>
        <source>in training: nothing of it any more</source>
        <translation>в учебном режиме: ничего из этого</translation>
    </message>
    <message>
        <source>how many, digit by digit; the last key takes a digit away</source>
        <translation>сколько билетов, цифра за цифрой; последняя клавиша убирает цифру</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>key</source>
        <translation>клавиша</translation>
    </message>
    <message>
        <source>what it does</source>
        <translation>что делает</translation>
    </message>
    <message>
        <source>keys of this page, and the help</source>
        <translation>клавиши этой страницы и справка</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>Клавиши и справка</translation>
    </message>
    <message>
        <source>scroll; in the list: choose a page</source>
        <translation>прокрутить; в списке: выбрать страницу</translation>
    </message>
    <message>
        <source>to the list of pages, and back to the text</source>
        <translation>к списку страниц и обратно к тексту</translation>
    </message>
    <message>
        <source>to the next link, and follow it</source>
        <translation>к следующей ссылке и перейти по ней</translation>
    </message>
    <message>
        <source>back to where you were</source>
        <translation>назад, откуда пришли</translation>
    </message>
    <message>
        <source>the order costs something else, or has fewer tickets: the buyer knows it</source>
        <translation>заказ стоит иначе или билетов меньше: покупатель об этом знает</translation>
    </message>
    <message>
        <source>change the order: its tickets and promo codes; during the payment: give tickets back</source>
        <translation>изменить заказ: билеты и промокоды; во время оплаты: вернуть билеты</translation>
    </message>
    <message>
        <source>in the change: choose a category or a seat, how many of it, keep the seat or not</source>
        <translation>при изменении: выбрать категорию или место, сколько билетов, оставить место или нет</translation>
    </message>
    <message>
        <source>the buyer&apos;s name, address and phone, and a note on the order</source>
        <translation>имя, адрес и телефон покупателя, заметка к заказу</translation>
    </message>
    <message>
        <source>express: one ticket of the category sold last, for cash</source>
        <translation>быстрая продажа: один билет последней проданной категории, за наличные</translation>
    </message>
    <message>
        <source>while an order is searched: look for it at the server</source>
        <translation>когда ищете заказ: искать его на сервере</translation>
    </message>
    <message>
        <source>of a paid order: print it, or again as a duplicate; save it as a PDF; print a receipt</source>
        <translation>оплаченный заказ: напечатать или ещё раз как дубликат; сохранить в PDF; напечатать квитанцию</translation>
    </message>
    <message>
        <source>what is not printed</source>
        <translation>что не напечатано</translation>
    </message>
    <message>
        <source>once it is paid: print what is not printed; then next buyer</source>
        <translation>когда оплачено: напечатать ненапечатанное; затем следующий покупатель</translation>
    </message>
    <message>
        <source>once it is paid: print, or again as a duplicate; save as a PDF</source>
        <translation>когда оплачено: напечатать или ещё раз как дубликат; сохранить в PDF</translation>
    </message>
    <message>
        <source>printing failed: say which tickets came out; give it up</source>
        <translation>печать не удалась: отметить, какие билеты вышли; отказаться от печати</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>Не напечатано</translation>
    </message>
    <message>
        <source>from order to order; the keys below are for the order that has the keyboard</source>
        <translation>от заказа к заказу; клавиши ниже действуют на заказ, в котором рамка</translation>
    </message>
    <message>
        <source>no tickets on paper are needed; it asks</source>
        <translation>бумажные билеты не нужны; программа спросит</translation>
    </message>
    <message>
        <source>give a job up that does not go on</source>
        <translation>отказаться от печати, которая не идёт</translation>
    </message>
    <message>
        <source>say which tickets came out</source>
        <translation>отметить, какие билеты вышли</translation>
    </message>
    <message>
        <source>… in the list of tickets: choose, mark, mark all or none</source>
        <translation>… в списке билетов: выбрать, отметить, отметить все или ни одного</translation>
    </message>
    <message>
        <source>once it is paid: print on another printer; print a receipt</source>
        <translation>после оплаты: напечатать на другом принтере; напечатать квитанцию</translation>
    </message>
    <message>
        <source>once it is paid: what else is not printed</source>
        <translation>после оплаты: что ещё не напечатано</translation>
    </message>
    <message>
        <source>print; print on another printer; save as a PDF</source>
        <translation>напечатать; напечатать на другом принтере; сохранить PDF</translation>
    </message>
</context>
<context>
    <name>okoshko::ListText</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
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
    <message>
        <source>%1 — Okoshko</source>
        <translation>%1 — Окошко</translation>
    </message>
    <message>
        <source>STAGING — %1</source>
        <translation>ПРОБНЫЙ СЕРВЕР — %1</translation>
    </message>
    <message>
        <source>The number %1 is copied.</source>
        <translation>Номер %1 скопирован.</translation>
    </message>
    <message>
        <source>&amp;Yes, leave</source>
        <translation>Да, в&amp;ыйти</translation>
    </message>
    <message>
        <source>S&amp;tay here</source>
        <translation>Ост&amp;аться</translation>
    </message>
    <message>
        <source>Held seats go back on sale when their time is up. A payment that was started goes on: Okoshko finds it again when this counter is opened. What may come of a reservation that is on its way needs attention (F8) then.</source>
        <translation>Места в брони вернутся в продажу, когда истечёт время. Начатая оплата продолжится: Okoshko найдёт её, когда кассу откроют снова. Бронирование, на которое сервер ещё не ответил, тогда появится в списке «Требуют внимания» (F8).</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are still open or on their way. Leave all the same?</source>
        <translation>
            <numerusform>Не закончен %n заказ. Всё равно выйти?</numerusform>
            <numerusform>Не закончены %n заказа. Всё равно выйти?</numerusform>
            <numerusform>Не закончено %n заказов. Всё равно выйти?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::MissingNotice</name>
    <message>
        <source>Not all orders are shown.</source>
        <translation>Показаны не все заказы.</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>&amp;Показать</translation>
    </message>
    <message>
        <source>H&amp;ide</source>
        <translation>Ск&amp;рыть</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) could not be read.</source>
        <translation>
            <numerusform>Не удалось прочитать %n событие.</numerusform>
            <numerusform>Не удалось прочитать %n события.</numerusform>
            <numerusform>Не удалось прочитать %n событий.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) could not be read.</source>
        <translation>
            <numerusform>Не удалось прочитать %n заказ.</numerusform>
            <numerusform>Не удалось прочитать %n заказа.</numerusform>
            <numerusform>Не удалось прочитать %n заказов.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server&apos;s answer ended early: there may be more orders. Press F5 to read them again.</source>
        <translation>Ответ сервера оборвался: заказов может быть больше. Нажмите F5, чтобы загрузить их заново.</translation>
    </message>
    <message>
        <source>There are more orders of the last day than the list holds.</source>
        <translation>За последние сутки заказов больше, чем помещается в список.</translation>
    </message>
    <message>
        <source>an event whose title cannot be read (%1)</source>
        <translation>событие, название которого не читается (%1)</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <translation>«%1» (%2)</translation>
    </message>
    <message>
        <source>an order whose number cannot be read (%1)</source>
        <translation>заказ, номер которого не читается (%1)</translation>
    </message>
    <message>
        <source>order %1 (%2)</source>
        <translation>заказ %1 (%2)</translation>
    </message>
    <message>
        <source>Everything else can be sold. If a buyer asks for one of these, press F5; if it stays so, call the administrator: what is wrong stands in brackets.</source>
        <translation>Всё остальное можно продавать. Если покупатель спрашивает одно из этих, нажмите F5; если не помогло, позовите администратора: в скобках — что не так.</translation>
    </message>
    <message>
        <source>They are missing from the table. Press F5; if it stays so, call the administrator: what is wrong stands in brackets.</source>
        <translation>Их нет в таблице. Нажмите F5; если не помогло, позовите администратора: в скобках — что не так.</translation>
    </message>
    <message>
        <source>There may be more events than are shown.</source>
        <translation>Событий может быть больше, чем показано.</translation>
    </message>
    <message>
        <source>The server&apos;s answer ended early: there may be more events. Press F5 to read them again.</source>
        <translation>Ответ сервера оборвался: событий может быть больше. Нажмите F5, чтобы загрузить их заново.</translation>
    </message>
    <message>
        <source>The list is longer than what is shown.</source>
        <translation>Список длиннее показанного.</translation>
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
    <message>
        <source>STAGING — a trial server: nothing is really sold</source>
        <translation>ПРОБНЫЙ СЕРВЕР — ничего не продаётся по-настоящему</translation>
    </message>
    <message>
        <source>Trial server</source>
        <translation>Не для покупателей</translation>
    </message>
</context>
<context>
    <name>okoshko::NewOrderPage</name>
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
        <source>&amp;Go on with %1</source>
        <translation>&amp;Продолжить за %1</translation>
    </message>
    <message>
        <source>&amp;Release and choose again</source>
        <translation>&amp;Снять бронь и выбрать заново</translation>
    </message>
    <message>
        <source>Choose again.</source>
        <translation>Выберите заново.</translation>
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
        <source>Okoshko keeps asking the server; you can go back to the orders. An order that nobody claims runs out by itself.</source>
        <translation>Программа продолжает опрашивать сервер, можно вернуться к заказам. Бронь, которую никто не признал своей, закончится сама.</translation>
    </message>
    <message>
        <source>The server is slow: it may take a minute. If you go back, the tickets are released once it answers.</source>
        <translation>Сервер отвечает медленно: это может занять минуту. Если вернуться, билеты освободятся, как только он ответит.</translation>
    </message>
    <message>
        <source>the fee is not told</source>
        <translation>сбор не сообщён</translation>
    </message>
    <message>
        <source>The code was not accepted: “%1”</source>
        <translation>Код не принят: «%1»</translation>
    </message>
    <message>
        <source>The tickets are reserved without it, for %1. Tell the buyer before you go on.</source>
        <translation>Билеты забронированы без него, за %1. Скажите об этом покупателю, прежде чем продолжать.</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 за %2</translation>
    </message>
    <message>
        <source>What was picked has changed at the server.</source>
        <translation>Выбранное изменилось на сервере.</translation>
    </message>
    <message>
        <source>Now: %1. Before: %2. Tell the buyer, and look through what is picked.</source>
        <translation>Сейчас: %1. Было: %2. Скажите покупателю и проверьте, что выбрано.</translation>
    </message>
    <message>
        <source>The tickets are being released.</source>
        <translation>Бронь снимается.</translation>
    </message>
    <message>
        <source>The server made the order and says: “%1”</source>
        <translation>Заказ создан. Ответ сервера: «%1»</translation>
    </message>
    <message>
        <source>Tell the buyer before you go on.</source>
        <translation>Скажите покупателю, прежде чем продолжить.</translation>
    </message>
    <message>
        <source>The tickets are reserved, for %1. Tell the buyer before you go on.</source>
        <translation>Билеты забронированы, за %1. Скажите покупателю, прежде чем продолжить.</translation>
    </message>
    <message>
        <source>The server does not list “%1” any more.</source>
        <translation>Сервер больше не показывает событие «%1».</translation>
    </message>
    <message>
        <source>Its tickets cannot be reserved. Tell the buyer, and choose another event.</source>
        <translation>Забронировать билеты на него нельзя. Скажите покупателю и выберите другое событие.</translation>
    </message>
    <message>
        <source>The server does not know this event any more: it may be off sale. Press F5 to read the list again. If you reserve all the same, the server decides.</source>
        <translation>Сервер больше не знает этого события: возможно, его сняли с продажи. Нажмите F5, чтобы обновить список. Если всё же бронировать, решит сервер.</translation>
    </message>
    <message>
        <source>As of %1. %2</source>
        <translation>На %1. %2</translation>
    </message>
    <message>
        <source>%1 Prices and vacancies may be old.</source>
        <translation>%1 Цены и остатки могли устареть.</translation>
    </message>
    <message>
        <source>%1 It is sent again at %2.</source>
        <translation>%1 Отправим ещё раз в %2.</translation>
    </message>
    <message>
        <source>Other counters may sell this event too. Found:</source>
        <translation>Это событие могут продавать и другие кассы. Найдено:</translation>
    </message>
    <message>
        <source>Order %1: %2</source>
        <translation>Заказ %1: %2</translation>
    </message>
    <message>
        <source>Leave without reserving?</source>
        <translation>Выйти без брони?</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) are picked, and nothing is reserved.</source>
        <translation>
            <numerusform>Выбран %n билет, брони нет.</numerusform>
            <numerusform>Выбрано %n билета, брони нет.</numerusform>
            <numerusform>Выбрано %n билетов, брони нет.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Yes, leave</source>
        <translation>Да, в&amp;ыйти</translation>
    </message>
    <message>
        <source>S&amp;tay here</source>
        <translation>Ост&amp;аться</translation>
    </message>
    <message>
        <source>Not as many tickets are left.</source>
        <translation>Столько билетов уже нет.</translation>
    </message>
    <message>
        <source>It was %1, now %2 can be sold. Tell the buyer, or choose another category.</source>
        <translation>Было %1, сейчас можно продать %2. Скажите покупателю или выберите другую категорию.</translation>
    </message>
    <message>
        <source>The order is being taken over…</source>
        <translation>Заказ закрепляется за этой кассой…</translation>
    </message>
    <message>
        <source>The server is slow: it may take a minute. If you go back, the tickets are released.</source>
        <translation>Сервер отвечает медленно: это может занять минуту. Если вернуться к заказам, билеты будут освобождены.</translation>
    </message>
    <message>
        <source>The order that you chose is being recorded as yours, and is shown in a moment. If it is not yours, take no money for it and leave it: it runs out by itself.</source>
        <translation>Выбранный заказ уже записывается как ваш и сейчас откроется. Если он не ваш, деньги за него не принимайте и оставьте его: бронь закончится сама.</translation>
    </message>
    <message>
        <source>%1 would cost %2 at most, as they were told.</source>
        <translation>По названным ценам за %1 вышло бы не больше %2.</translation>
    </message>
    <message>
        <source>The sum is not the one that was told.</source>
        <translation>Сумма не та, что была названа.</translation>
    </message>
    <message>
        <source>None of them was taken over.</source>
        <translation>Ни один заказ не взят.</translation>
    </message>
    <message>
        <source>What nobody claims is released when its time is up. Reserve again.</source>
        <translation>Ничейные места освободятся, когда истечёт бронь. Забронируйте ещё раз.</translation>
    </message>
    <message>
        <source>The tickets were not reserved.</source>
        <translation>Билеты не забронированы.</translation>
    </message>
    <message>
        <source>Nothing was sold at this counter yet.</source>
        <translation>На этой кассе ещё ничего не продано.</translation>
    </message>
    <message>
        <source>The category sold last is not on sale any more.</source>
        <translation>Последняя проданная категория больше не продаётся.</translation>
    </message>
    <message>
        <source>The event sold last is not on sale any more.</source>
        <translation>Последнее проданное событие больше не продаётся.</translation>
    </message>
    <message>
        <source>The event sold last is not in the list yet.</source>
        <translation>Последнего проданного события ещё нет в списке.</translation>
    </message>
    <message>
        <source>Nothing is reserved. Choose the event and the tickets; the next express sale (F4) repeats what is sold then.</source>
        <translation>Ничего не забронировано. Выберите событие и билеты; следующая быстрая продажа (F4) повторит то, что будет продано.</translation>
    </message>
    <message>
        <source>The category sold last is sold out.</source>
        <translation>Билеты последней проданной категории закончились.</translation>
    </message>
    <message>
        <source>The buyer would pay %1. Ask whether that will do.</source>
        <translation>К оплате будет %1. Спросите, подойдёт ли.</translation>
    </message>
</context>
<context>
    <name>okoshko::Notice</name>
    <message>
        <source>&amp;Understood</source>
        <translation>П&amp;онятно</translation>
    </message>
</context>
<context>
    <name>okoshko::OrderCells</name>
    <message>
        <source>The server says: %1</source>
        <translation>Ответ сервера: %1</translation>
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
    <message>
        <source>Payment method</source>
        <translation>Способ оплаты</translation>
    </message>
</context>
<context>
    <name>okoshko::OrderCsv</name>
    <message>
        <source>Starts</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Площадка</translation>
    </message>
    <message>
        <source>Held until</source>
        <translation>Бронь до</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Окончание</translation>
    </message>
    <message>
        <source>Face price</source>
        <translation>Номинал</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Сбор</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Скидка</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Taken at the counter</source>
        <translation>Принято на кассе</translation>
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
        <source>Total</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>&amp;Cancel again now</source>
        <translation>&amp;Отменить ещё раз</translation>
    </message>
    <message>
        <source>Needs at&amp;tention</source>
        <translation>Т&amp;ребуют внимания</translation>
    </message>
    <message>
        <source>Cancelling the order…</source>
        <translation>Отменяем заказ…</translation>
    </message>
    <message>
        <source>The server is slow: it may take a minute.</source>
        <translation>Сервер отвечает медленно: это может занять минуту.</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>Платить не нужно</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Бесплатно</translation>
    </message>
    <message>
        <source>Payment method: %1</source>
        <translation>Способ оплаты: %1</translation>
    </message>
    <message>
        <source>The server refused a part of what was asked for: “%1”</source>
        <translation>Часть запроса сервер отклонил: «%1»</translation>
    </message>
    <message>
        <source>Starting the payment…</source>
        <translation>Начинаем оплату…</translation>
    </message>
    <message>
        <source>Confirming the payment…</source>
        <translation>Подтверждаем оплату…</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Спрашиваем сервер…</translation>
    </message>
    <message>
        <source>&amp;Whose order is it?</source>
        <translation>&amp;Чей это заказ?</translation>
    </message>
    <message>
        <source>Changing the order…</source>
        <translation>Меняем заказ…</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>И&amp;зменить</translation>
    </message>
    <message>
        <source>Taken, to be confirmed</source>
        <translation>Получено, не подтверждено</translation>
    </message>
    <message>
        <source>In the drawer</source>
        <translation>В кассе</translation>
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
    <message>
        <source>Orders</source>
        <translation>Заказы</translation>
    </message>
</context>
<context>
    <name>okoshko::OrdersPage</name>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>Reading the orders…</source>
        <translation>Загружаем заказы…</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Не ждать</translation>
    </message>
    <message>
        <source>The server is slow: its list of orders may take a minute.</source>
        <translation>Сервер отвечает медленно: список заказов может грузиться минуту.</translation>
    </message>
</context>
<context>
    <name>okoshko::Page</name>
    <message>
        <source>← &amp;Orders</source>
        <translation>← &amp;Заказы</translation>
    </message>
</context>
<context>
    <name>okoshko::PagePane</name>
    <message>
        <source>held until %1</source>
        <translation>держим до %1</translation>
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
        <source>server last asked %1 ago</source>
        <translation>последний запрос к серверу: %1 назад</translation>
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
        <translation>Адрес страницы оплаты небезопасен, программа его не открывает.</translation>
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
        <translation>Оплата с телефона</translation>
    </message>
    <message>
        <source>the server confirms it by itself</source>
        <translation>подтвердит сам сервер</translation>
    </message>
    <message>
        <source>Take no money: the buyer pays on a page.</source>
        <translation>Деньги не принимайте: покупатель платит на странице.</translation>
    </message>
    <message>
        <source>By the settings the money is taken here, but the server sends the buyer to a page. Open it for the buyer, or cancel, and tell the administrator.</source>
        <translation>По настройкам деньги принимает кассир, но сервер отправляет покупателя на страницу. Откройте её покупателю или отмените заказ и сообщите администратору.</translation>
    </message>
    <message>
        <source>Issuing the tickets…</source>
        <translation>Оформляем билеты…</translation>
    </message>
    <message>
        <source>Waiting for the bank transfer</source>
        <translation>Ждём банковский перевод</translation>
    </message>
    <message>
        <source>The address is &amp;copied</source>
        <translation>Адрес с&amp;копирован</translation>
    </message>
    <message>
        <source>the server does not tell until when</source>
        <translation>до какого времени, сервер не сообщает</translation>
    </message>
    <message>
        <source>The money is in the drawer, and the server sends the buyer to a payment page.</source>
        <translation>Деньги в кассе, а сервер отправляет покупателя на страницу оплаты.</translation>
    </message>
    <message>
        <source>The buyer must not pay twice: cancel the order, then give the money back, or keep it for the same sale made again.</source>
        <translation>Покупатель не должен платить дважды: отмените заказ, потом верните деньги или оставьте их для такой же продажи, оформленной заново.</translation>
    </message>
</context>
<context>
    <name>okoshko::PaperNotice</name>
    <message>
        <source>Order %1: %2</source>
        <translation>Заказ %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more order(s)</source>
        <translation>
            <numerusform>и ещё %n заказ</numerusform>
            <numerusform>и ещё %n заказа</numerusform>
            <numerusform>и ещё %n заказов</numerusform>
        </translation>
    </message>
    <message>
        <source>Tickets on paper were refunded: take the paper back if it was not handed in yet.</source>
        <translation>Оформлен возврат за напечатанные билеты: если бумагу ещё не сдали, заберите её.</translation>
    </message>
    <message>
        <source>Show the &amp;order</source>
        <translation>Показать &amp;заказ</translation>
    </message>
</context>
<context>
    <name>okoshko::PastFinds</name>
    <message>
        <source>Past orders that were found</source>
        <translation>Найденные прошлые заказы</translation>
    </message>
    <message>
        <source>In the list: %1.</source>
        <translation>В списке найдено: %1.</translation>
    </message>
    <message>
        <source>In the whole past of this counter: looking…</source>
        <translation>Во всех прошлых заказах этой кассы: ищем…</translation>
    </message>
    <message>
        <source>The past of this counter cannot be read just now. Type it again to look once more.</source>
        <translation>Прошлые заказы этой кассы сейчас не прочитать. Чтобы поискать ещё раз, введите запрос заново.</translation>
    </message>
    <message>
        <source>In the whole past of this counter: %1 more here, and there are others. Type more to see fewer.</source>
        <translation>Во всех прошлых заказах этой кассы: здесь ещё %1, но есть и другие. Чтобы найти нужный, уточните запрос.</translation>
    </message>
    <message>
        <source>In the whole past of this counter: %1 more.</source>
        <translation>Во всех прошлых заказах этой кассы: ещё %1.</translation>
    </message>
    <message>
        <source>Old orders are still being made ready for searching: look again in a few minutes.</source>
        <translation>Старые заказы ещё готовятся к поиску: повторите его через несколько минут.</translation>
    </message>
    <message>
        <source>Some tickets cannot be found by their barcodes: they were sold without access to the password store. Look for them by the order number.</source>
        <translation>Некоторые билеты по штрихкоду не найти: они проданы без доступа к хранилищу паролей. Ищите их по номеру заказа.</translation>
    </message>
    <message>
        <source>Barcodes could not be searched: the password store cannot be reached. Look by the order number.</source>
        <translation>По штрихкодам поиска не было: хранилище паролей недоступно. Ищите по номеру заказа.</translation>
    </message>
    <message>
        <source>sold at another computer</source>
        <translation>продан на другом компьютере</translation>
    </message>
    <message>
        <source>It was sold at another computer, with a copy of this profile.</source>
        <translation>Он продан на другом компьютере, с копией этого профиля.</translation>
    </message>
    <message>
        <source>This is the last that this counter knows of it: it is older than the orders that are listed. The journal keeps nothing about buyers.</source>
        <translation>Это последнее, что касса знает о заказе: он старше тех, что в списке. О покупателях журнал ничего не хранит.</translation>
    </message>
    <message>
        <source>Order %1: %2</source>
        <translation>Заказ %1: %2</translation>
    </message>
    <message>
        <source>In the whole past of this counter: no more. Names and phones are looked for in the list alone.</source>
        <translation>Во всех прошлых заказах этой кассы: больше нет. Имена и телефоны ищутся только в списке.</translation>
    </message>
</context>
<context>
    <name>okoshko::PaymentPage</name>
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
        <source>&amp;Cancel again now</source>
        <translation>&amp;Отменить ещё раз</translation>
    </message>
    <message>
        <source>The server is slow: it may take a minute. It goes on if you go back to the orders.</source>
        <translation>Сервер отвечает медленно: это может занять минуту. Если вернуться к заказам, всё продолжится само.</translation>
    </message>
    <message>
        <source>&amp;Issue the tickets</source>
        <translation>&amp;Выдать билеты</translation>
    </message>
    <message>
        <source>Issuing the tickets…</source>
        <translation>Оформляем билеты…</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Спрашиваем сервер…</translation>
    </message>
    <message>
        <source>The server asks to wait: it is sent again at %1.</source>
        <translation>Сервер просит подождать: отправим ещё раз в %1.</translation>
    </message>
    <message>
        <source>Asked at %1. %2 %3</source>
        <translation>Спросили в %1. %2 %3</translation>
    </message>
    <message>
        <source>The server answered at %1: %2.</source>
        <translation>Сервер ответил в %1: %2.</translation>
    </message>
    <message>
        <source>&amp;Whose order is it?</source>
        <translation>&amp;Чей это заказ?</translation>
    </message>
    <message>
        <source>C&amp;hange the order</source>
        <translation>Изм&amp;енить заказ</translation>
    </message>
    <message>
        <source>&amp;Give tickets back</source>
        <translation>Ве&amp;рнуть билеты</translation>
    </message>
    <message>
        <source>Looking for vacant seats…</source>
        <translation>Ищем свободные места…</translation>
    </message>
    <message>
        <source>Changing the order…</source>
        <translation>Изменяем заказ…</translation>
    </message>
    <message>
        <source>If the buyer has a payment page open after all, it may still ask for the old sum.</source>
        <translation>Если у покупателя всё же открыта страница оплаты, на ней может остаться прежняя сумма.</translation>
    </message>
    <message numerus="yes">
        <source>Give %n ticket(s) back?</source>
        <translation>
            <numerusform>Вернуть %n билет?</numerusform>
            <numerusform>Вернуть %n билета?</numerusform>
            <numerusform>Вернуть %n билетов?</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Yes, give back</source>
        <translation>&amp;Да, вернуть</translation>
    </message>
    <message>
        <source>N&amp;o</source>
        <translation>&amp;Нет</translation>
    </message>
    <message>
        <source>What is given back goes on sale at once, and no ticket can be added to this order any more.</source>
        <translation>Возвращённое сразу поступает в продажу, и добавить билеты в этот заказ уже нельзя.</translation>
    </message>
</context>
<context>
    <name>okoshko::PaymentSystemsModel</name>
    <message>
        <source>card</source>
        <translation>карта</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>телефон</translation>
    </message>
    <message>
        <source>money</source>
        <translation>деньги</translation>
    </message>
    <message>
        <source>tick</source>
        <translation>галочка</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>не нужны</translation>
    </message>
    <message>
        <source>name and e-mail</source>
        <translation>имя и почта</translation>
    </message>
    <message>
        <source>by redirect_url</source>
        <translation>по redirect_url</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>сервер</translation>
    </message>
    <message>
        <source>the cashier</source>
        <translation>кассир</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>on</source>
        <translation>вкл.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выкл.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Вкл.</translation>
    </message>
    <message>
        <source>Name as sent</source>
        <translation>Название для сервера</translation>
    </message>
    <message>
        <source>In Russian</source>
        <translation>По-русски</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>По-английски</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Значок</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Клавиша</translation>
    </message>
    <message>
        <source>Buyer&apos;s data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>Подтвердит</translation>
    </message>
</context>
<context>
    <name>okoshko::PdfDrawer</name>
    <message>
        <source>Test page</source>
        <translation>Пробная страница</translation>
    </message>
    <message>
        <source>%1 dpi, paper %2 mm wide, at most %3 mm long</source>
        <translation>%1 точек на дюйм, бумага шириной %2 мм, длиной не больше %3 мм</translation>
    </message>
    <message>
        <source>Millimetres: check them with a ruler.</source>
        <translation>Миллиметры: проверьте линейкой.</translation>
    </message>
    <message>
        <source>Barcode, thin bars of %1 dots:</source>
        <translation>Штрихкод, тонкие штрихи по %1 точки:</translation>
    </message>
</context>
<context>
    <name>okoshko::PdfSaving</name>
    <message>
        <source>The tickets are saved as a PDF.</source>
        <translation>Билеты сохранены в PDF.</translation>
    </message>
    <message>
        <source>The server is being asked about the order; then the tickets are saved as a PDF.</source>
        <translation>Спрашиваем сервер о заказе; затем билеты сохранятся в PDF.</translation>
    </message>
    <message>
        <source>The tickets are being saved as a PDF…</source>
        <translation>Билеты сохраняются в PDF…</translation>
    </message>
    <message>
        <source>Tickets of another order are being saved there.</source>
        <translation>Туда сохраняются билеты другого заказа.</translation>
    </message>
    <message>
        <source>Nothing was saved. Choose another name than %1.</source>
        <translation>Ничего не сохранено. Выберите другое имя, не %1.</translation>
    </message>
</context>
<context>
    <name>okoshko::PriceText</name>
    <message>
        <source>Face price</source>
        <translation>Номинал</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Сбор</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Скидка</translation>
    </message>
    <message>
        <source>%1: was %2, now %3</source>
        <translation>%1: было %2, стало %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not explained by the server</source>
        <translation>Без объяснения сервера</translation>
    </message>
    <message>
        <source>To pay: %1</source>
        <translation>К оплате: %1</translation>
    </message>
    <message>
        <source>a seller&apos;s fee of %1 may come on top</source>
        <translation>сверху может добавиться сбор продавца %1</translation>
    </message>
    <message>
        <source>a seller&apos;s fee may come on top</source>
        <translation>сверху может добавиться сбор продавца</translation>
    </message>
    <message>
        <source>To pay: was %1, now %2</source>
        <translation>К оплате: было %1, стало %2</translation>
    </message>
    <message>
        <source>Discount in all: %1</source>
        <translation>Скидка всего: %1</translation>
    </message>
</context>
<context>
    <name>okoshko::PrintChoice</name>
    <message>
        <source>Tickets</source>
        <translation>Билеты</translation>
    </message>
    <message>
        <source>&amp;All or none</source>
        <translation>&amp;Все или ни одного</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>Принтеры</translation>
    </message>
    <message>
        <source>Spoiled &amp;blanks:</source>
        <translation>Испорчено &amp;бланков:</translation>
    </message>
    <message>
        <source>wh&amp;y:</source>
        <translation>&amp;почему:</translation>
    </message>
</context>
<context>
    <name>okoshko::PrintPanel</name>
    <message>
        <source>&amp;Which came out?</source>
        <translation>&amp;Что вышло?</translation>
    </message>
    <message>
        <source>Save as PD&amp;F…</source>
        <translation>Со&amp;хранить PDF…</translation>
    </message>
    <message>
        <source>Not nee&amp;ded</source>
        <translation>Не н&amp;ужны</translation>
    </message>
    <message>
        <source>Print a &amp;receipt</source>
        <translation>Печать &amp;квитанции</translation>
    </message>
    <message>
        <source>Settin&amp;gs</source>
        <translation>&amp;Настройки</translation>
    </message>
    <message>
        <source>&amp;Printing…</source>
        <translation>&amp;Печатается…</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>На&amp;печатать</translation>
    </message>
    <message>
        <source>&amp;Print again…</source>
        <translation>&amp;Печать ещё раз…</translation>
    </message>
    <message>
        <source>&amp;Print again on %1</source>
        <translation>&amp;Печать ещё раз: %1</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Print the other %n</source>
        <translation>
            <numerusform>&amp;Напечатать остальные: %n</numerusform>
            <numerusform>&amp;Напечатать остальные: %n</numerusform>
            <numerusform>&amp;Напечатать остальные: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Give up and take it back</source>
        <translation>&amp;Отказаться и снять с печати</translation>
    </message>
    <message>
        <source>&amp;Give up</source>
        <translation>&amp;Отказаться</translation>
    </message>
    <message>
        <source>&amp;Yes, print without them</source>
        <translation>&amp;Да, напечатать без них</translation>
    </message>
    <message>
        <source>Print the tickets again?</source>
        <translation>Напечатать билеты ещё раз?</translation>
    </message>
    <message>
        <source>&amp;Yes, print duplicates</source>
        <translation>&amp;Да, напечатать дубликаты</translation>
    </message>
    <message>
        <source>Which tickets came out of the printer, whole and readable?</source>
        <translation>Какие билеты вышли из принтера целыми и читаемыми?</translation>
    </message>
    <message>
        <source>Mark them with Space, or all with A. The others can be printed again, without being duplicates.</source>
        <translation>Отметьте их пробелом или все сразу клавишей A·Ф. Остальные можно напечатать снова, они не будут дубликатами.</translation>
    </message>
    <message>
        <source>&amp;Yes, only the marked ones came out</source>
        <translation>&amp;Да, вышли только отмеченные</translation>
    </message>
    <message>
        <source>&amp;Yes, save without them</source>
        <translation>&amp;Да, сохранить без них</translation>
    </message>
    <message>
        <source>Save the tickets as a PDF as well?</source>
        <translation>Сохранить билеты ещё и в PDF?</translation>
    </message>
    <message>
        <source>They were printed before: in the file each is marked as a duplicate.</source>
        <translation>Они уже печатались: в файле на каждом будет пометка «ДУБЛИКАТ».</translation>
    </message>
    <message>
        <source>&amp;Yes, save duplicates</source>
        <translation>&amp;Да, сохранить дубликаты</translation>
    </message>
    <message>
        <source>Are no tickets on paper needed for this order?</source>
        <translation>Бумажные билеты для этого заказа не нужны?</translation>
    </message>
    <message>
        <source>It leaves the list of what is not printed. They can still be printed from the list of orders.</source>
        <translation>Заказ уйдёт из списка ненапечатанного. Напечатать билеты можно будет из списка заказов.</translation>
    </message>
    <message>
        <source>&amp;Yes, none are needed</source>
        <translation>&amp;Да, не нужны</translation>
    </message>
    <message>
        <source>N&amp;o</source>
        <translation>Н&amp;ет</translation>
    </message>
    <message>
        <source>Others not pr&amp;inted: %1</source>
        <translation>&amp;Ещё не напечатано: %1</translation>
    </message>
    <message>
        <source>On which printer?</source>
        <translation>На каком принтере напечатать?</translation>
    </message>
    <message>
        <source>This order only: the next one is printed as it is set.</source>
        <translation>Только этот заказ: следующий печатается как настроено.</translation>
    </message>
    <message>
        <source>&amp;Yes, print there</source>
        <translation>&amp;Да, напечатать на нём</translation>
    </message>
    <message>
        <source>Give the printing up and save a PDF?</source>
        <translation>Отказаться от печати и сохранить PDF?</translation>
    </message>
    <message>
        <source>The printer may have begun, and the job is taken back only when the print service answers: in the file each ticket is marked as a duplicate.</source>
        <translation>Принтер мог начать печать, а снять задание можно, только когда служба печати ответит. Поэтому в файле каждый билет помечен как дубликат.</translation>
    </message>
    <message>
        <source>&amp;Yes, give up and save</source>
        <translation>&amp;Да, отказаться и сохранить</translation>
    </message>
    <message>
        <source>Print the receipt again?</source>
        <translation>Напечатать квитанцию ещё раз?</translation>
    </message>
    <message>
        <source>&amp;Yes, print a duplicate</source>
        <translation>&amp;Да, напечатать дубликат</translation>
    </message>
    <message>
        <source>On &amp;another printer…</source>
        <translation>На &amp;другом принтере…</translation>
    </message>
    <message>
        <source>Each is marked as a duplicate (%1). Only one of two equal tickets is let in: take the old ones back if you can.</source>
        <translation>На каждом будет пометка «%1». По двум одинаковым билетам пройдёт один человек: если можете, заберите прежние.</translation>
    </message>
    <message>
        <source>Ask for the &amp;barcodes</source>
        <translation>&amp;Запросить штрихкоды</translation>
    </message>
    <message>
        <source>The job is first taken back from the printer %1. This order only: the next one is printed as it is set.</source>
        <translation>Сначала задание снимется с принтера %1. Только этот заказ: следующий печатается как настроено.</translation>
    </message>
    <message>
        <source>The job is first taken back from the printer %1.</source>
        <translation>Сначала задание снимется с принтера %1.</translation>
    </message>
    <message>
        <source>It was printed before, or may have been: this one is marked as a duplicate (%1).</source>
        <translation>Он уже печатался или мог напечататься: этот будет с отметкой о дубликате (%1).</translation>
    </message>
    <message>
        <source>If it came out, mark it with Space; otherwise it can be printed again, without being a duplicate.</source>
        <translation>Если вышел, отметьте его пробелом; иначе его можно напечатать снова, и он не будет дубликатом.</translation>
    </message>
    <message>
        <source>The server is being asked about the order…</source>
        <translation>Спрашиваем сервер о заказе…</translation>
    </message>
</context>
<context>
    <name>okoshko::PrintRefusalText</name>
    <message>
        <source>The order is not paid.</source>
        <translation>Заказ не оплачен.</translation>
    </message>
    <message>
        <source>Nothing was printed. Tickets are printed once the server says that the order is paid.</source>
        <translation>Ничего не напечатано. Билеты печатаются, когда сервер сообщит, что заказ оплачен.</translation>
    </message>
    <message>
        <source>The server has not told the barcodes yet.</source>
        <translation>Сервер ещё не сообщил штрихкоды.</translation>
    </message>
    <message>
        <source>Nothing was printed: a ticket without its barcode is worth nothing. They are being asked for; press again in a moment.</source>
        <translation>Ничего не напечатано: билет без штрихкода ничего не стоит. Штрихкоды запрошены; нажмите ещё раз через несколько секунд.</translation>
    </message>
    <message>
        <source>Several tickets of this order have the same barcode.</source>
        <translation>У нескольких билетов этого заказа один и тот же штрихкод.</translation>
    </message>
    <message>
        <source>They are held back: only one buyer would be let in. Call Ticketscloud with the order&apos;s number.</source>
        <translation>Они не печатаются: по ним пройдёт только один человек. Позвоните в Ticketscloud и назовите номер заказа.</translation>
    </message>
    <message>
        <source>No printer is set up.</source>
        <translation>Принтер не настроен.</translation>
    </message>
    <message>
        <source>Nothing was printed. Save the tickets as a PDF, or choose a printer in the settings (Ctrl+,).</source>
        <translation>Ничего не напечатано. Сохраните билеты в PDF или выберите принтер в настройках (Ctrl+,).</translation>
    </message>
    <message>
        <source>Nothing more was printed. Wait until it is done, or give it up first.</source>
        <translation>Больше ничего не напечатано. Дождитесь конца печати или сначала откажитесь от неё.</translation>
    </message>
    <message>
        <source>The tickets are printed already.</source>
        <translation>Билеты уже напечатаны.</translation>
    </message>
    <message>
        <source>Nothing was printed. “Print again” makes copies that are marked as duplicates.</source>
        <translation>Ничего не напечатано. «Печать ещё раз» делает копии с пометкой «ДУБЛИКАТ».</translation>
    </message>
    <message>
        <source>The journal cannot be read or written just now.</source>
        <translation>Журнал сейчас не читается или не записывается.</translation>
    </message>
    <message>
        <source>Nothing was printed: it would not be known later what was. Press again in a moment; if it stays so, see that the disk has room.</source>
        <translation>Ничего не напечатано: потом нельзя было бы узнать, что напечатано. Нажмите ещё раз через несколько секунд; если так и останется, проверьте место на диске.</translation>
    </message>
    <message>
        <source>Data that a ticket has to carry are not known.</source>
        <translation>Нет данных, которые должны стоять на билете.</translation>
    </message>
    <message>
        <source>Nothing was printed. Press again to be asked whether to go on without them.</source>
        <translation>Ничего не напечатано. Нажмите ещё раз: программа спросит, продолжать ли без них.</translation>
    </message>
    <message>
        <source>What was given up may still be at the printer.</source>
        <translation>Снятое задание ещё может быть в принтере.</translation>
    </message>
    <message>
        <source>Nothing more was printed: the job is taken back as soon as the print service answers. Until then save the tickets as a PDF.</source>
        <translation>Больше ничего не напечатано: задание снимется, как только служба печати ответит. До тех пор сохраните билеты в PDF.</translation>
    </message>
    <message>
        <source>The tickets were refunded.</source>
        <translation>Билеты возвращены.</translation>
    </message>
    <message>
        <source>Nothing was printed: the buyer has got the money back, and nobody is let in with them.</source>
        <translation>Ничего не напечатано: деньги возвращены покупателю, по этим билетам не пропустят.</translation>
    </message>
    <message>
        <source>The event of this order is not known.</source>
        <translation>Мероприятие этого заказа неизвестно.</translation>
    </message>
    <message>
        <source>Nothing was printed: the tickets would have no title, start and venue. The server is being asked for the event; press again in a moment. If it stays so, call Ticketscloud with the order&apos;s number.</source>
        <translation>Ничего не напечатано: в билетах не было бы названия, начала и площадки. Мероприятие запрашивается у сервера; нажмите ещё раз чуть позже. Если не поможет, позвоните в Ticketscloud и назовите номер заказа.</translation>
    </message>
    <message>
        <source>Something is wrong with this order: it has to be resolved first.</source>
        <translation>С этим заказом сначала нужно разобраться.</translation>
    </message>
    <message>
        <source>Nothing was printed. See the list “Needs attention” (F8): once the order is off that list, its tickets can be printed.</source>
        <translation>Ничего не напечатано. Откройте список «Требуют внимания» (F8): когда заказа там не будет, билеты можно будет напечатать.</translation>
    </message>
    <message>
        <source>Tickets of this order are being printed or saved already.</source>
        <translation>Билеты этого заказа уже печатаются или сохраняются.</translation>
    </message>
</context>
<context>
    <name>okoshko::PrintText</name>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Printing %1 on %2…</source>
        <translation>Печать: %1 на %2…</translation>
    </message>
    <message>
        <source>Saving %1 as a PDF…</source>
        <translation>Сохранение в PDF: %1…</translation>
    </message>
    <message>
        <source>Printing the receipt on %1…</source>
        <translation>Печать квитанции на %1…</translation>
    </message>
    <message>
        <source>Printing a test ticket on %1…</source>
        <translation>Печать пробного билета на %1…</translation>
    </message>
    <message>
        <source>Waiting for the barcodes…</source>
        <translation>Ждём штрихкоды…</translation>
    </message>
    <message>
        <source>Printed: hand over %1</source>
        <translation>Напечатано: отдайте %1</translation>
    </message>
    <message>
        <source>No tickets on paper are needed</source>
        <translation>Бумажные билеты не нужны</translation>
    </message>
    <message>
        <source>Not printed: %1</source>
        <translation>Не напечатано: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) are held back: they have the same barcode. Call Ticketscloud with the order&apos;s number.</source>
        <translation>
            <numerusform>%n билет не печатается: штрихкод повторяется. Позвоните в Ticketscloud и назовите номер заказа.</numerusform>
            <numerusform>%n билета не печатаются: у них один и тот же штрихкод. Позвоните в Ticketscloud и назовите номер заказа.</numerusform>
            <numerusform>%n билетов не печатаются: у них один и тот же штрихкод. Позвоните в Ticketscloud и назовите номер заказа.</numerusform>
        </translation>
    </message>
    <message>
        <source>The organiser&apos;s data, which a ticket has to carry, are not known: it is not printed by itself.</source>
        <translation>Нет данных организатора, которые должны стоять на билете: сам заказ не печатается.</translation>
    </message>
    <message>
        <source>The printing was given up. Say first which tickets came out: until then each counts as printed, and would be marked as a duplicate.</source>
        <translation>От печати отказались. Сначала отметьте, какие билеты вышли: до этого каждый считается напечатанным и получил бы пометку «ДУБЛИКАТ».</translation>
    </message>
    <message>
        <source>The printing was given up.</source>
        <translation>От печати отказались.</translation>
    </message>
    <message>
        <source>The other tickets are printed.</source>
        <translation>Остальные билеты напечатаны.</translation>
    </message>
    <message>
        <source>No printer is set up: save a PDF, or choose a printer in the settings (Ctrl+,).</source>
        <translation>Принтер не настроен: сохраните PDF или выберите принтер в настройках (Ctrl+,).</translation>
    </message>
    <message>
        <source>The order was made elsewhere: it is not printed by itself.</source>
        <translation>Заказ сделан не здесь: сам он не печатается.</translation>
    </message>
    <message>
        <source>Tickets are printed on request here.</source>
        <translation>Здесь билеты печатаются по нажатию.</translation>
    </message>
    <message>
        <source>It was paid while Okoshko was closed, or not by this counter&apos;s doing: it is not printed by itself.</source>
        <translation>Его оплатили, пока Окошко было закрыто, или не через эту кассу: сам он не печатается.</translation>
    </message>
    <message>
        <source>Print without the organiser&apos;s data?</source>
        <translation>Печатать без данных организатора?</translation>
    </message>
    <message>
        <source>A ticket has to carry the organiser&apos;s name, INN, OGRN and address.</source>
        <translation>На билете должны стоять название организатора, ИНН, ОГРН и адрес.</translation>
    </message>
    <message>
        <source>The server has not told them.</source>
        <translation>Сервер их не сообщил.</translation>
    </message>
    <message>
        <source>The server is being asked for them: they may come in a moment.</source>
        <translation>Они запрошены у сервера и могут прийти через несколько секунд.</translation>
    </message>
    <message>
        <source>The server does not have all of them: the organiser has to add them at Ticketscloud.</source>
        <translation>На сервере есть не все: организатор должен добавить их в Ticketscloud.</translation>
    </message>
    <message>
        <source>At the door the tickets may be unknown for some seconds.</source>
        <translation>На входе эти билеты ещё несколько секунд могут быть не видны.</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Билет</translation>
    </message>
    <message>
        <source>Ticket %1</source>
        <translation>Билет %1</translation>
    </message>
    <message>
        <source>Tickets of this event will not print by themselves</source>
        <translation>Билеты этого события сами не напечатаются</translation>
    </message>
    <message>
        <source>The server does not have all of the organiser&apos;s data that a ticket has to carry. The organiser has to add them at Ticketscloud; until then it is asked before printing.</source>
        <translation>На сервере есть не все данные организатора, которые должны стоять на билете. Организатор должен добавить их в Ticketscloud; до этого программа спрашивает перед печатью.</translation>
    </message>
    <message>
        <source>Printed: hand over %1 and the receipt</source>
        <translation>Напечатано: отдайте %1 и квитанцию</translation>
    </message>
    <message>
        <source>Saved as a PDF: %1</source>
        <translation>Сохранено в PDF: %1</translation>
    </message>
    <message>
        <source>Tell the buyer: the order is paid, and its tickets are handed out later, by the order&apos;s number.</source>
        <translation>Скажите покупателю: заказ оплачен, билеты выдадут позже, по номеру заказа.</translation>
    </message>
    <message>
        <source>The job is taken back as soon as the print service answers; until then the tickets can be saved as a PDF, where they are marked as duplicates.</source>
        <translation>Задание снимется, как только служба печати ответит. До тех пор билеты можно сохранить в PDF, с пометкой «ДУБЛИКАТ».</translation>
    </message>
    <message>
        <source>The tickets were sent to the buyer by e-mail.</source>
        <translation>Билеты отправлены покупателю по электронной почте.</translation>
    </message>
    <message>
        <source>DUPLICATE %1</source>
        <translation>ДУБЛИКАТ %1</translation>
    </message>
    <message>
        <source>The tickets were not printed when the order was paid; later they are not printed by themselves.</source>
        <translation>Билеты не были напечатаны при оплате; позже они сами не печатаются.</translation>
    </message>
    <message>
        <source>Which tickets came out?</source>
        <translation>Какие билеты вышли?</translation>
    </message>
    <message>
        <source>The numbered blanks are used up</source>
        <translation>Нумерованные бланки закончились</translation>
    </message>
    <message>
        <source>Put the next stack in, and set its range in the list of what is not printed (F7): until then the blanks are counted without their numbers.</source>
        <translation>Положите следующую пачку и задайте её диапазон в списке ненапечатанного (F7): до этого бланки считаются без номеров.</translation>
    </message>
    <message>
        <source>No ticket is marked.</source>
        <translation>Не отмечен ни один билет.</translation>
    </message>
    <message>
        <source>Nothing was printed. Mark the tickets with Space, or all with A.</source>
        <translation>Ничего не напечатано. Отметьте билеты пробелом или все сразу клавишей A·Ф.</translation>
    </message>
    <message numerus="yes">
        <source>The server has not told the barcode of %n ticket(s) yet.</source>
        <translation>
            <numerusform>Сервер ещё не сообщил штрихкод %n билета.</numerusform>
            <numerusform>Сервер ещё не сообщил штрихкоды %n билетов.</numerusform>
            <numerusform>Сервер ещё не сообщил штрихкоды %n билетов.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 на %2</translation>
    </message>
    <message>
        <source>%1 as a PDF</source>
        <translation>%1 в PDF</translation>
    </message>
    <message>
        <source>Receipt on %1</source>
        <translation>Квитанция на %1</translation>
    </message>
    <message>
        <source>Test ticket on %1</source>
        <translation>Пробный билет на %1</translation>
    </message>
    <message>
        <source>No copies were made: the tickets were printed before</source>
        <translation>Копий нет: билеты были напечатаны раньше</translation>
    </message>
    <message>
        <source>Waiting for the data of the event and its organiser…</source>
        <translation>Ждём данные мероприятия и организатора…</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) were refunded</source>
        <translation>
            <numerusform>Возвращён %n билет</numerusform>
            <numerusform>Возвращены %n билета</numerusform>
            <numerusform>Возвращено %n билетов</numerusform>
        </translation>
    </message>
    <message>
        <source>The server is being asked for what a ticket has to carry: it is then printed by itself.</source>
        <translation>Обязательные для билета данные запрашиваются у сервера: потом он напечатается сам.</translation>
    </message>
    <message>
        <source>The event is not known, and a ticket has to carry its title, start and venue.</source>
        <translation>Мероприятие неизвестно, а в билете должны быть его название, начало и площадка.</translation>
    </message>
    <message>
        <source>It is printed by itself in a moment.</source>
        <translation>Сейчас напечатается сам.</translation>
    </message>
    <message>
        <source>The buyer has got the money back for them: they are left out.</source>
        <translation>Деньги за них возвращены покупателю: эти билеты не выдаются.</translation>
    </message>
    <message>
        <source>Do not hand out tickets: the order is in the list “Needs attention” (F8) and has to be resolved first.</source>
        <translation>Билеты не выдавайте: заказ в списке «Требуют внимания» (F8), сначала нужно с ним разобраться.</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) were refunded, and are printed, or perhaps printed</source>
        <translation>
            <numerusform>Оформлен возврат за %n билет, а он напечатан или мог напечататься</numerusform>
            <numerusform>Оформлен возврат за %n билета, а они напечатаны или могли напечататься</numerusform>
            <numerusform>Оформлен возврат за %n билетов, а они напечатаны или могли напечататься</numerusform>
        </translation>
    </message>
    <message>
        <source>The server is being asked for the organiser&apos;s data</source>
        <translation>Данные организатора запрашиваются у сервера</translation>
    </message>
    <message>
        <source>A ticket has to carry them: until they come, it is not printed by itself.</source>
        <translation>Они должны стоять на билете: пока их нет, сам он не печатается.</translation>
    </message>
    <message>
        <source>The organiser&apos;s data could not be read</source>
        <translation>Данные организатора прочитать не удалось</translation>
    </message>
    <message>
        <source>A ticket has to carry them. The server is asked again; until they come, tickets of this event are not printed by themselves.</source>
        <translation>Они должны стоять на билете. Сервер запрашивается снова; пока данных нет, билеты этого мероприятия сами не печатаются.</translation>
    </message>
    <message>
        <source>The buyer gets the money back: if the paper was not handed in yet, take it back, and let nobody have it.</source>
        <translation>Покупателю возвращают деньги: если бумагу ещё не сдали, заберите её и никому не отдавайте.</translation>
    </message>
    <message>
        <source>The event of this order has not been read yet</source>
        <translation>Мероприятие этого заказа ещё не прочитано</translation>
    </message>
    <message>
        <source>A ticket has to carry its title, start and venue: until they come, it is not printed.</source>
        <translation>На билете должны стоять название, начало и площадка: пока этих данных нет, билет не печатается.</translation>
    </message>
    <message>
        <source>The organiser&apos;s data have not been read yet</source>
        <translation>Данные организатора ещё не прочитаны</translation>
    </message>
</context>
<context>
    <name>okoshko::PrintTroubleText</name>
    <message>
        <source>Printing then goes on by itself.</source>
        <translation>Печать продолжится сама.</translation>
    </message>
    <message>
        <source>Or save the tickets as a PDF.</source>
        <translation>Или сохраните билеты в PDF.</translation>
    </message>
    <message>
        <source>Nothing was printed. Call the administrator, then print again.</source>
        <translation>Ничего не напечатано. Позовите администратора, затем напечатайте снова.</translation>
    </message>
    <message>
        <source>The computer&apos;s print service does not answer</source>
        <translation>Служба печати компьютера не отвечает</translation>
    </message>
    <message>
        <source>Call the administrator: the print service (CUPS) must run.</source>
        <translation>Позовите администратора: должна работать служба печати (CUPS).</translation>
    </message>
    <message>
        <source>This computer has no printer %1</source>
        <translation>На этом компьютере нет принтера %1</translation>
    </message>
    <message>
        <source>Nothing was printed. Choose a printer in the settings, then print again.</source>
        <translation>Ничего не напечатано. Выберите принтер в настройках и напечатайте снова.</translation>
    </message>
    <message>
        <source>The printer %1 accepts no jobs</source>
        <translation>Принтер %1 не принимает задания</translation>
    </message>
    <message>
        <source>The printer %1 is stopped</source>
        <translation>Принтер %1 остановлен</translation>
    </message>
    <message>
        <source>Look at the printer, and call the administrator to start it again.</source>
        <translation>Посмотрите на принтер и позовите администратора, чтобы запустить его.</translation>
    </message>
    <message>
        <source>The printer %1 has no paper</source>
        <translation>В принтере %1 нет бумаги</translation>
    </message>
    <message>
        <source>Put paper in.</source>
        <translation>Положите бумагу.</translation>
    </message>
    <message>
        <source>The cover of the printer %1 is open</source>
        <translation>Открыта крышка принтера %1</translation>
    </message>
    <message>
        <source>Close it.</source>
        <translation>Закройте её.</translation>
    </message>
    <message>
        <source>The printer %1 is off or not connected</source>
        <translation>Принтер %1 выключен или не подключён</translation>
    </message>
    <message>
        <source>Switch it on and look at its cable.</source>
        <translation>Включите его и проверьте кабель.</translation>
    </message>
    <message>
        <source>The tickets do not get through to the printer %1</source>
        <translation>Билеты не доходят до принтера %1</translation>
    </message>
    <message>
        <source>Switch it on and look at its cable. The print service tries again by itself, perhaps much later: give up first if you print them otherwise.</source>
        <translation>Включите его и проверьте кабель. Служба печати попробует снова сама, возможно намного позже: если печатаете иначе, сначала откажитесь от этой печати.</translation>
    </message>
    <message>
        <source>The printer %1 cannot print on paper of this size</source>
        <translation>Принтер %1 не печатает на бумаге такого размера</translation>
    </message>
    <message>
        <source>Nothing was printed. Choose another template or printer in the settings, then print again.</source>
        <translation>Ничего не напечатано. Выберите в настройках другой шаблон или принтер и напечатайте снова.</translation>
    </message>
    <message>
        <source>The tickets are longer than the printer %1 can print</source>
        <translation>Билеты длиннее, чем печатает принтер %1</translation>
    </message>
    <message>
        <source>The PDF could not be written</source>
        <translation>PDF не записался</translation>
    </message>
    <message>
        <source>There is no file. Save it again in another folder, or print the tickets.</source>
        <translation>Файла нет. Сохраните его снова в другую папку или напечатайте билеты.</translation>
    </message>
    <message>
        <source>The tickets could not be drawn</source>
        <translation>Билеты не удалось подготовить к печати</translation>
    </message>
    <message>
        <source>The tickets were not printed in time</source>
        <translation>Билеты не напечатались вовремя</translation>
    </message>
    <message>
        <source>The job was taken back, so that nobody prints it later. Look at the printer and say which tickets came out; the others can be printed again.</source>
        <translation>Задание снято, чтобы оно не напечаталось потом. Посмотрите на принтер и отметьте, какие билеты вышли; остальные можно напечатать снова.</translation>
    </message>
    <message>
        <source>Look at the printer and say which tickets came out; the others can be printed again.</source>
        <translation>Посмотрите на принтер и отметьте, какие билеты вышли; остальные можно напечатать снова.</translation>
    </message>
    <message>
        <source>It is not known whether the PDF was written</source>
        <translation>Неизвестно, записался ли PDF</translation>
    </message>
    <message>
        <source>It is not known whether the tickets were printed</source>
        <translation>Неизвестно, напечатались ли билеты</translation>
    </message>
    <message>
        <source>The print service does not know the job. Look at the printer and say which tickets came out; the others can be printed again.</source>
        <translation>Служба печати не знает этого задания. Посмотрите на принтер и отметьте, какие билеты вышли; остальные можно напечатать снова.</translation>
    </message>
    <message>
        <source>The printer %1 needs attention</source>
        <translation>Принтер %1 требует внимания</translation>
    </message>
    <message>
        <source>Look at the printer.</source>
        <translation>Посмотрите на принтер.</translation>
    </message>
    <message>
        <source>The printer says: “%1”</source>
        <translation>Принтер сообщает: «%1»</translation>
    </message>
    <message>
        <source>Only the receipt is not printed, not the tickets. Look at the printer; the receipt can be printed again from the order.</source>
        <translation>Не напечатана только квитанция, не билеты. Посмотрите на принтер; квитанцию можно напечатать ещё раз из заказа.</translation>
    </message>
    <message>
        <source>Printing then goes on by itself. Or give it up and save the tickets as a PDF.</source>
        <translation>Тогда печать продолжится сама. Или откажитесь от неё и сохраните билеты в PDF.</translation>
    </message>
    <message>
        <source>The print service wants a name and a password for this printer. Call the administrator.</source>
        <translation>Служба печати требует для этого принтера имя и пароль. Позовите администратора.</translation>
    </message>
    <message>
        <source>The job is held at the print service. Call the administrator to release it.</source>
        <translation>Задание задержано службой печати. Позовите администратора, чтобы он его отпустил.</translation>
    </message>
    <message>
        <source>Paper is jammed. Take it out.</source>
        <translation>Замялась бумага. Достаньте её.</translation>
    </message>
    <message>
        <source>The toner, ink or ribbon has run out. Put in new.</source>
        <translation>Кончился тонер, чернила или лента. Замените.</translation>
    </message>
    <message>
        <source>The box for waste toner is full. Call the administrator.</source>
        <translation>Заполнен бункер для отработанного тонера. Позовите администратора.</translation>
    </message>
    <message>
        <source>The tray of printed paper is full. Empty it.</source>
        <translation>Заполнен приёмный лоток. Освободите его.</translation>
    </message>
    <message>
        <source>A paper tray is missing. Put it in.</source>
        <translation>Нет лотка для бумаги. Вставьте его.</translation>
    </message>
    <message>
        <source>The print service has no room for jobs. Call the administrator.</source>
        <translation>У службы печати нет места для заданий. Позовите администратора.</translation>
    </message>
    <message>
        <source>It reports what Okoshko does not know. Look at its display; if that does not help, call the administrator and tell the word.</source>
        <translation>Он сообщает то, чего Окошко не знает. Посмотрите на его экран; если это не поможет, позовите администратора и назовите слово.</translation>
    </message>
    <message>
        <source>The print service&apos;s own word: “%1”</source>
        <translation>Слово самой службы печати: «%1»</translation>
    </message>
    <message>
        <source>The job is being taken back from the printer %1</source>
        <translation>Задание снимается с принтера %1</translation>
    </message>
    <message>
        <source>The printer %1 has not finished, and tells no reason</source>
        <translation>Принтер %1 не закончил печать и не сообщает почему</translation>
    </message>
    <message>
        <source>Look at the printer: it may be warming up, or be busy with others&apos; jobs.</source>
        <translation>Посмотрите на принтер: возможно, он прогревается или занят чужими заданиями.</translation>
    </message>
    <message>
        <source>Or give it up, and print the tickets elsewhere or save them as a PDF.</source>
        <translation>Или откажитесь и напечатайте билеты на другом принтере либо сохраните в PDF.</translation>
    </message>
    <message>
        <source>Wait a moment, and leave the printer as it is: if it is put right now, they are printed.</source>
        <translation>Подождите и пока не трогайте принтер: если сейчас устранить помеху, билеты напечатаются.</translation>
    </message>
    <message>
        <source>The print job was broken off, not by Okoshko</source>
        <translation>Печать прервана, и не Окошком</translation>
    </message>
    <message>
        <source>Okoshko was closed meanwhile, or the folder does not answer. Look for the file; if it is not there, save it again in another folder, or print the tickets: they are marked as duplicates, as the file may exist.</source>
        <translation>Программу закрывали, или папка не отвечает. Поищите файл; если его нет, сохраните его снова в другой папке или напечатайте билеты: на них будет отметка о дубликате, ведь файл мог сохраниться.</translation>
    </message>
    <message>
        <source>The receipt was not printed in time</source>
        <translation>Квитанция не напечаталась вовремя</translation>
    </message>
    <message>
        <source>It is not known whether the receipt was printed</source>
        <translation>Неизвестно, напечаталась ли квитанция</translation>
    </message>
</context>
<context>
    <name>okoshko::PrinterNames</name>
    <message>
        <source>Na&amp;me of the printer</source>
        <translation>&amp;Название принтера</translation>
    </message>
    <message>
        <source>&amp;Queue of this computer</source>
        <translation>&amp;Очередь печати на этом компьютере</translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>билеты</translation>
    </message>
    <message>
        <source>receipts</source>
        <translation>квитанции</translation>
    </message>
    <message>
        <source>&amp;Template of the tickets</source>
        <translation>&amp;Шаблон билета</translation>
    </message>
    <message>
        <source>Widt&amp;h of the paper</source>
        <translation>Ши&amp;рина бумаги</translation>
    </message>
    <message>
        <source>&amp;Longest page</source>
        <translation>Сама&amp;я длинная страница</translation>
    </message>
    <message>
        <source>Dots of the pri&amp;nt head</source>
        <translation>&amp;Точек печатающей головки</translation>
    </message>
    <message>
        <source>it cuts</source>
        <translation>отрезает</translation>
    </message>
    <message>
        <source>Fi&amp;rst free place of a sheet</source>
        <translation>&amp;Первое свободное место листа</translation>
    </message>
    <message>
        <source>numbered blanks</source>
        <translation>бланки с номерами</translation>
    </message>
    <message>
        <source>As the cashier knows it.</source>
        <translation>Как его называет кассир.</translation>
    </message>
    <message>
        <source>A wider page is not sent to it.</source>
        <translation>Страницу шире он не получит.</translation>
    </message>
    <message>
        <source>A longer page is refused, not cut.</source>
        <translation>Страница длиннее не печатается и не обрезается.</translation>
    </message>
    <message>
        <source>The bars of codes are made of whole dots.</source>
        <translation>Штрихи кодов состоят из целых точек.</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>мм</translation>
    </message>
    <message>
        <source>per inch</source>
        <translation>на дюйм</translation>
    </message>
    <message>
        <source>Of one sheet that is used in part: the next tickets begin there. Then it is 1 again.</source>
        <translation>Для одного начатого листа: следующие билеты печатаются с этого места. Потом здесь снова 1.</translation>
    </message>
</context>
<context>
    <name>okoshko::PrintersSection</name>
    <message>
        <source>Printers</source>
        <translation>Принтеры</translation>
    </message>
    <message>
        <source>It prints</source>
        <translation>Печатает</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Бумага</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Добавить</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>Уда&amp;лить</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>Выш&amp;е</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>Ни&amp;же</translation>
    </message>
    <message>
        <source>&amp;Print a test ticket</source>
        <translation>Напечатать про&amp;бный билет</translation>
    </message>
    <message>
        <source>A ruler, the codes and all characters, on the paper of this printer.</source>
        <translation>Линейка, коды и все знаки на бумаге этого принтера.</translation>
    </message>
    <message>
        <source>Printer %1</source>
        <translation>Принтер %1</translation>
    </message>
    <message>
        <source>%1 — to fix</source>
        <translation>%1 — исправьте</translation>
    </message>
    <message>
        <source>No printer yet: tickets can be saved as PDF files. Add a printer to print them.</source>
        <translation>Принтера пока нет: билеты можно сохранять в PDF. Чтобы печатать, добавьте принтер.</translation>
    </message>
    <message>
        <source>Tickets and receipts each go to the first printer of the list that prints them.</source>
        <translation>Билеты и квитанции печатает первый принтер списка, который их печатает.</translation>
    </message>
    <message>
        <source>The print service of this computer does not answer. It must run before anything can be printed.</source>
        <translation>Служба печати этого компьютера не отвечает. Пока она не запущена, печатать нельзя.</translation>
    </message>
    <message>
        <source>This computer has no printer yet. Set one up in the system&apos;s settings.</source>
        <translation>На этом компьютере ещё нет принтеров. Добавьте принтер в настройках системы.</translation>
    </message>
    <message>
        <source>This computer has no queue of this name.</source>
        <translation>На этом компьютере нет такой очереди печати.</translation>
    </message>
    <message>
        <source>Ti&amp;cket templates…</source>
        <translation>Реда&amp;ктор шаблонов…</translation>
    </message>
    <message>
        <source>If the names on it are very long: %1</source>
        <translation>Если названия на билете очень длинные: %1</translation>
    </message>
</context>
<context>
    <name>okoshko::ProblemReport</name>
    <message>
        <source>Report a problem</source>
        <translation>Сообщить о проблеме</translation>
    </message>
    <message>
        <source>ZIP archive</source>
        <translation>Архив ZIP</translation>
    </message>
    <message>
        <source>The report is saved</source>
        <translation>Отчёт сохранён</translation>
    </message>
</context>
<context>
    <name>okoshko::Profile</name>
    <message>
        <source>The disk of the folder %1 is full. Free some space and start Okoshko again: its unfinished sales are in this folder.</source>
        <translation>На диске с папкой %1 нет места. Освободите место и запустите Окошко снова: в этой папке его незаконченные продажи.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written to: call the administrator. Another one, chosen with --profile, knows nothing of the unfinished sales in this one.</source>
        <translation>В папку %1 нельзя писать: позовите администратора. Другая папка, выбранная через --profile, ничего не знает о незаконченных продажах в этой.</translation>
    </message>
</context>
<context>
    <name>okoshko::ProfileChooser</name>
    <message>
        <source>Okoshko — profiles</source>
        <translation>Окошко — профили</translation>
    </message>
    <message>
        <source>Which counter shall it be?</source>
        <translation>Какую кассу открыть?</translation>
    </message>
    <message>
        <source>STAGING · %1</source>
        <translation>ПРОБНЫЙ · %1</translation>
    </message>
    <message>
        <source>T&amp;raining</source>
        <translation>&amp;Учебный режим</translation>
    </message>
    <message>
        <source>&amp;New counter…</source>
        <translation>&amp;Новая касса…</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Выйти</translation>
    </message>
</context>
<context>
    <name>okoshko::QaDock</name>
    <message numerus="yes">
        <source>%n on</source>
        <translation>
            <numerusform>%n включён</numerusform>
            <numerusform>%n включены</numerusform>
            <numerusform>%n включено</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of that name.</source>
        <translation>Такого сценария нет.</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>как обычно</translation>
    </message>
    <message>
        <source>once</source>
        <translation>один раз</translation>
    </message>
    <message>
        <source>until switched off</source>
        <translation>пока не выключат</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Close (F12)</source>
        <translation>Закрыть (F12)</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Сценарий</translation>
    </message>
    <message>
        <source>Find a scenario</source>
        <translation>Найти сценарий</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Сценарии</translation>
    </message>
    <message>
        <source>when</source>
        <translation>когда</translation>
    </message>
    <message>
        <source>At which request</source>
        <translation>На каком запросе</translation>
    </message>
    <message>
        <source>how often</source>
        <translation>сколько раз</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Сколько раз</translation>
    </message>
    <message>
        <source>Switch all off</source>
        <translation>Выключить все</translation>
    </message>
    <message>
        <source>QA scenarios</source>
        <translation>Сценарии QA</translation>
    </message>
</context>
<context>
    <name>okoshko::QaListModel</name>
    <message>
        <source>on</source>
        <translation>включён</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выключен</translation>
    </message>
    <message>
        <source>until switched off</source>
        <translation>пока не выключат</translation>
    </message>
    <message>
        <source>waits for: %1</source>
        <translation>ждёт: %1</translation>
    </message>
    <message>
        <source>met by: %1, %2</source>
        <translation>сработал: %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n раз</numerusform>
            <numerusform>%n раза</numerusform>
            <numerusform>%n раз</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::QrCode</name>
    <message>
        <source>This address is too long for a code here: open it, or copy it.</source>
        <translation>Адрес слишком длинный для кода: откройте страницу или скопируйте адрес.</translation>
    </message>
    <message>
        <source>The payment page as a QR code</source>
        <translation>Страница оплаты в виде QR-кода</translation>
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
        <translation>Бронь заказа %1 ещё действует, осталось %2: можно продолжать.</translation>
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
        <source>This counter&apos;s journal was damaged</source>
        <translation>Журнал этой кассы был повреждён</translation>
    </message>
    <message>
        <source>Order %1 is being cancelled: take no money for it.</source>
        <translation>Заказ %1 отменяется: деньги за него не принимайте.</translation>
    </message>
    <message>
        <source>Order %1: the server does not know it. Take no money for it.</source>
        <translation>Заказ %1: сервер его не знает. Деньги за него не принимайте.</translation>
    </message>
    <message>
        <source>Order %1 was paid, but not as it should be: hand out no tickets before it is resolved (F8).</source>
        <translation>Заказ %1 оплачен, но не как положено: билеты не выдавайте, пока вопрос не решён (F8).</translation>
    </message>
    <message>
        <source>Order %1 is being cancelled, and %2 is in the drawer: give it back once it is cancelled.</source>
        <translation>Заказ %1 отменяется, а %2 в кассе: верните их покупателю, когда заказ отменится.</translation>
    </message>
    <message>
        <source>Order %1: the server does not know it, and %2 is in the drawer for it (F8).</source>
        <translation>Заказ %1: сервер его не знает, а %2 за него в кассе (F8).</translation>
    </message>
    <message>
        <source>Order %1 was not paid, and %2 is in the drawer: give it back, or sell the same again (F8).</source>
        <translation>Заказ %1 не оплачен, а %2 в кассе: верните их или продайте то же ещё раз (F8).</translation>
    </message>
    <message>
        <source>Order %1: %2 is in the drawer, and the payment is not confirmed yet. Take nothing again.</source>
        <translation>Заказ %1: %2 в кассе, оплата ещё не подтверждена. Второй раз деньги не берите.</translation>
    </message>
    <message>
        <source>What could be read of it is in a new one; the damaged file is kept as %1. Compare today&apos;s orders with the server&apos;s list, and the money in the drawer with the orders, and tell the administrator.</source>
        <translation>Что удалось прочесть, перенесено в новый; повреждённый файл сохранён как %1. Сверьте сегодняшние заказы со списком на сервере, а деньги в кассе — с заказами, и сообщите администратору.</translation>
    </message>
    <message>
        <source>Order %1 was paid otherwise: give %2 back from the drawer (F8). The tickets can be handed out.</source>
        <translation>Заказ %1 оплачен иначе: верните %2 из кассы (F8). Билеты можно выдать.</translation>
    </message>
    <message>
        <source>Order %1 was paid otherwise: give %2 back from the drawer, and hand out no tickets before it is resolved (F8).</source>
        <translation>Заказ %1 оплачен иначе: верните %2 из кассы, а билеты не выдавайте, пока с заказом не разобрались (F8).</translation>
    </message>
    <message>
        <source>Order %1 was paid otherwise and refunded: give %2 back from the drawer (F8).</source>
        <translation>Заказ %1 оплачен иначе, и по нему оформлен возврат: верните %2 из кассы (F8).</translation>
    </message>
</context>
<context>
    <name>okoshko::RefusalText</name>
    <message>
        <source>This counter does not know the order.</source>
        <translation>Эта касса не знает такого заказа.</translation>
    </message>
    <message>
        <source>Nothing was done. Refresh the list (F5) and choose again.</source>
        <translation>Ничего не сделано. Обновите список (F5) и выберите снова.</translation>
    </message>
    <message>
        <source>It is being done already.</source>
        <translation>Это уже выполняется.</translation>
    </message>
    <message>
        <source>Wait for the server&apos;s answer.</source>
        <translation>Подождите ответа сервера.</translation>
    </message>
    <message>
        <source>As the order stands now, it does not allow this.</source>
        <translation>В нынешнем состоянии заказа это невозможно.</translation>
    </message>
    <message>
        <source>Nothing was done. Ask the server (F5) and look at the order&apos;s state.</source>
        <translation>Ничего не сделано. Спросите сервер (F5) и посмотрите на состояние заказа.</translation>
    </message>
    <message>
        <source>It is not known whether a payment page was opened for this order.</source>
        <translation>Неизвестно, открывалась ли для заказа страница оплаты.</translation>
    </message>
    <message>
        <source>Nothing was done. Ask the buyer first whether there is a page.</source>
        <translation>Ничего не сделано. Сначала спросите покупателя, есть ли страница.</translation>
    </message>
    <message>
        <source>The server has not told yet how the order stands.</source>
        <translation>Сервер ещё не ответил, что с заказом.</translation>
    </message>
    <message>
        <source>Nothing was done. Wait a moment, or ask the server (F5); then press again.</source>
        <translation>Ничего не сделано. Подождите или спросите сервер (F5), потом нажмите ещё раз.</translation>
    </message>
    <message>
        <source>The server does not accept this counter&apos;s key.</source>
        <translation>Сервер не принимает ключ этой кассы.</translation>
    </message>
    <message>
        <source>Nothing was done. Nothing can be sold until the key is right: call the administrator.</source>
        <translation>Ничего не сделано. Без верного ключа продавать нельзя: позовите администратора.</translation>
    </message>
    <message>
        <source>It is being confirmed that the money was taken.</source>
        <translation>Сейчас подтверждается, что деньги получены.</translation>
    </message>
    <message>
        <source>Nothing else was done. Wait for the server&apos;s answer, then look at the order&apos;s state.</source>
        <translation>Больше ничего не сделано. Дождитесь ответа сервера и посмотрите, что с заказом.</translation>
    </message>
    <message>
        <source>The sum of the order has changed.</source>
        <translation>Сумма заказа изменилась.</translation>
    </message>
    <message>
        <source>Nothing was done. Tell the buyer the new sum, and say that it is agreed to; then press again.</source>
        <translation>Ничего не сделано. Назовите покупателю новую сумму и отметьте, что он согласен; затем нажмите ещё раз.</translation>
    </message>
    <message>
        <source>The order has fewer tickets than were asked for.</source>
        <translation>В заказе меньше билетов, чем просили.</translation>
    </message>
    <message>
        <source>Nothing was done. Ask whether the buyer takes these; then press again.</source>
        <translation>Ничего не сделано. Спросите, берёт ли покупатель эти билеты; затем нажмите ещё раз.</translation>
    </message>
</context>
<context>
    <name>okoshko::RemarkText</name>
    <message>
        <source>The server does not know this order</source>
        <translation>Сервер не знает этого заказа</translation>
    </message>
    <message>
        <source>Take no money. If the buyer has paid, call Ticketscloud with the order&apos;s number; else close the order in the list “Needs attention” (F8).</source>
        <translation>Деньги не принимайте. Если покупатель заплатил, позвоните в Ticketscloud и назовите номер заказа; если нет, закройте заказ в списке «Требуют внимания» (F8).</translation>
    </message>
    <message>
        <source>The order is being cancelled</source>
        <translation>Заказ отменяется</translation>
    </message>
    <message>
        <source>Take no money: the seats go back on sale as soon as the server agrees. It is tried again by itself.</source>
        <translation>Деньги не принимайте: места вернутся в продажу, как только согласится сервер. Программа повторяет отмену сама.</translation>
    </message>
    <message>
        <source>Paid too late</source>
        <translation>Оплачено слишком поздно</translation>
    </message>
    <message>
        <source>The money came after the seats had gone back on sale: do not hand out tickets before it is resolved.</source>
        <translation>Деньги пришли, когда места уже вернулись в продажу: билеты не выдавайте, пока вопрос не решён.</translation>
    </message>
    <message>
        <source>Paid for more seats than there are</source>
        <translation>Оплачено мест больше, чем в заказе</translation>
    </message>
    <message>
        <source>The order has fewer seats than were paid for: do not hand out tickets before it is resolved.</source>
        <translation>Мест в заказе меньше, чем оплачено: билеты не выдавайте, пока вопрос не решён.</translation>
    </message>
    <message>
        <source>Made at another counter</source>
        <translation>Оформлен на другой кассе</translation>
    </message>
    <message>
        <source>Perhaps made here, by a reservation without an answer: see “Needs attention” (F8)</source>
        <translation>Возможно, оформлен здесь: сервер не ответил на бронирование, см. «Требуют внимания» (F8)</translation>
    </message>
    <message>
        <source>Not paid, and the money is in the drawer</source>
        <translation>Не оплачен, а деньги в кассе</translation>
    </message>
    <message>
        <source>The order ended before the server had the payment, and its seats are back on sale. If it was not done yet, give the money back, or keep it for the same sale made again (F3); then take this order off the list “Needs attention” (F8).</source>
        <translation>Бронь закончилась раньше, чем сервер получил оплату, и места снова в продаже. Если деньги ещё не возвращены, верните их или оставьте для такой же продажи, оформленной заново (F3); потом уберите этот заказ из списка «Требуют внимания» (F8).</translation>
    </message>
    <message>
        <source>Paid, and the money is in the drawer as well</source>
        <translation>Заказ уже оплачен, а деньги за него есть и в кассе</translation>
    </message>
    <message>
        <source>%1 is in the drawer for it: call Ticketscloud with the order&apos;s number, or close the order in the list “Needs attention” (F8), and give the money back.</source>
        <translation>За него в кассе %1: позвоните в Ticketscloud и назовите номер заказа или закройте заказ в списке «Требуют внимания» (F8) и верните деньги.</translation>
    </message>
    <message>
        <source>%1 is in the drawer: give it back as soon as the order is cancelled. It is tried again by itself.</source>
        <translation>%1 в кассе: верните их покупателю, как только заказ отменится. Отмена повторяется сама.</translation>
    </message>
    <message>
        <source>The money is in the drawer, and the payment is not confirmed</source>
        <translation>Деньги в кассе, а оплата не подтверждена</translation>
    </message>
    <message>
        <source>Another counter, or the buyer on the payment page, has paid the order. If it was not done yet, give the money in the drawer back; then take this order off the list “Needs attention” (F8).</source>
        <translation>Заказ оплачен с другой кассы или покупателем на странице оплаты. Если деньги из кассы ещё не вернули, верните их; потом уберите заказ из списка «Требуют внимания» (F8).</translation>
    </message>
    <message>
        <source>Take nothing again, and hand out no tickets yet. The payment (Enter) says how to go on.</source>
        <translation>Второй раз деньги не берите и билеты пока не выдавайте. Что делать, сказано на странице оплаты (Enter).</translation>
    </message>
    <message>
        <source>Hand out no tickets before what else is wrong with the order is resolved there.</source>
        <translation>Билеты не выдавайте, пока не разобрались с остальным, что не так с этим заказом.</translation>
    </message>
    <message>
        <source>The tickets that the order still has are the buyer&apos;s.</source>
        <translation>Билеты, которые остались в заказе, — за покупателем.</translation>
    </message>
</context>
<context>
    <name>okoshko::ResultPane</name>
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
        <translation>Оформлен возврат</translation>
    </message>
    <message>
        <source>The money was given back.</source>
        <translation>Деньги вернули покупателю.</translation>
    </message>
    <message>
        <source>The server tells an unknown state: %1</source>
        <translation>Неизвестное состояние заказа: %1</translation>
    </message>
    <message>
        <source>Take no money; call the administrator.</source>
        <translation>Деньги не принимайте, позовите администратора.</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Заказ %1</translation>
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
    <message>
        <source>It was closed at this counter.</source>
        <translation>Он закрыт на этой кассе.</translation>
    </message>
    <message>
        <source>The order was cancelled, not at this counter</source>
        <translation>Заказ отменён, но не на этой кассе</translation>
    </message>
    <message>
        <source>The seats are back on sale. If the buyer has paid here, give the money back.</source>
        <translation>Места снова в продаже. Если покупатель заплатил здесь, верните деньги.</translation>
    </message>
    <message>
        <source>Needs at&amp;tention</source>
        <translation>Т&amp;ребуют внимания</translation>
    </message>
    <message>
        <source>Received %1, change:</source>
        <translation>Получено %1, сдача:</translation>
    </message>
    <message>
        <source>Not paid: %1 is in the drawer</source>
        <translation>Не оплачен: в кассе %1</translation>
    </message>
    <message>
        <source>Take %1 before you hand out the tickets: the server has the order as paid already</source>
        <translation>Возьмите %1, прежде чем отдать билеты: на сервере заказ уже числится оплаченным</translation>
    </message>
    <message>
        <source>Paid otherwise: give %1 back from the drawer</source>
        <translation>Оплачено иначе: верните %1 из кассы</translation>
    </message>
    <message>
        <source>The seats are back on sale. If the buyer&apos;s money is in the drawer already, give it back, or keep it for the same sale made again (F3).</source>
        <translation>Места снова в продаже. Если деньги покупателя уже в кассе, верните их или оставьте для такой же продажи, оформленной заново (F3).</translation>
    </message>
    <message>
        <source>%1 is in the drawer. Take no more money; call the administrator.</source>
        <translation>В кассе %1. Больше денег не берите; позовите администратора.</translation>
    </message>
</context>
<context>
    <name>okoshko::RunningPrintJob</name>
    <message>
        <source>It took too long: the disk may not answer.</source>
        <translation>Это длилось слишком долго: возможно, не отвечает диск.</translation>
    </message>
</context>
<context>
    <name>okoshko::SearchEdit</name>
    <message>
        <source>Clear the search</source>
        <translation>Очистить поиск</translation>
    </message>
</context>
<context>
    <name>okoshko::ServerLook</name>
    <message>
        <source>Look at the ser&amp;ver</source>
        <translation>&amp;Искать на сервере</translation>
    </message>
    <message>
        <source>Among which orders</source>
        <translation>Среди каких заказов</translation>
    </message>
    <message>
        <source>Stopped: it is not known whether the server has it.</source>
        <translation>Поиск прекращён: есть ли заказ на сервере, неизвестно.</translation>
    </message>
    <message numerus="yes">
        <source>Orders of the last %n day(s)</source>
        <translation>
            <numerusform>Заказы за последний %n день</numerusform>
            <numerusform>Заказы за последние %n дня</numerusform>
            <numerusform>Заказы за последние %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>Orders for: %1</source>
        <translation>Заказы на: %1</translation>
    </message>
    <message numerus="yes">
        <source>Looked at %n order(s) so far…</source>
        <translation>
            <numerusform>Просмотрен %n заказ…</numerusform>
            <numerusform>Просмотрено %n заказа…</numerusform>
            <numerusform>Просмотрено %n заказов…</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking through the orders at the server…</source>
        <translation>Просматриваются заказы на сервере…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Прекратить</translation>
    </message>
    <message>
        <source>None of them shows this number, name, phone or barcode.</source>
        <translation>Такой номер, имя, телефон или штрихкод ни у одного не указан.</translation>
    </message>
    <message numerus="yes">
        <source>Found: %n; in the list now.</source>
        <translation>
            <numerusform>Найден %n; он теперь в списке.</numerusform>
            <numerusform>Найдено %n; они теперь в списке.</numerusform>
            <numerusform>Найдено %n; они теперь в списке.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some orders could not be read.</source>
        <translation>Некоторые заказы не удалось прочесть.</translation>
    </message>
    <message>
        <source>The server&apos;s list was not read to its end: there may be others.</source>
        <translation>Список сервера прочитан не до конца: могут быть и другие.</translation>
    </message>
    <message>
        <source>The server&apos;s list brought no barcodes: a barcode cannot be found there.</source>
        <translation>В списке сервера нет штрихкодов: по штрихкоду там не найти.</translation>
    </message>
    <message numerus="yes">
        <source>%1: looked at %n, made from %2 to %3.</source>
        <translation>
            <numerusform>%1: на сервере просмотрен %n, создан с %2 по %3.</numerusform>
            <numerusform>%1: на сервере просмотрено %n, созданы с %2 по %3.</numerusform>
            <numerusform>%1: на сервере просмотрено %n, созданы с %2 по %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: looked at %n.</source>
        <translation>
            <numerusform>%1: на сервере просмотрен %n.</numerusform>
            <numerusform>%1: на сервере просмотрено %n.</numerusform>
            <numerusform>%1: на сервере просмотрено %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unpaid order(s) among them name no buyer: the server tells the buyer once the payment has begun. Such an order is found by its number: ask for it.</source>
        <translation>
            <numerusform>У %n неоплаченного заказа среди них покупатель не указан: сервер называет его только после начала оплаты. Такой заказ находят по номеру: спросите номер.</numerusform>
            <numerusform>У %n неоплаченных заказов среди них покупатель не указан: сервер называет его только после начала оплаты. Такой заказ находят по номеру: спросите номер.</numerusform>
            <numerusform>У %n неоплаченных заказов среди них покупатель не указан: сервер называет его только после начала оплаты. Такой заказ находят по номеру: спросите номер.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::Session</name>
    <message>
        <source>The training server did not start: %1</source>
        <translation>Учебный сервер не запустился: %1</translation>
    </message>
    <message>
        <source>Order %1: %2</source>
        <translation>Заказ %1: %2</translation>
    </message>
    <message>
        <source>On its way, and left: %1</source>
        <translation>Бронируется, вы ушли со страницы: %1</translation>
    </message>
    <message>
        <source>On its way: %1</source>
        <translation>Бронируется: %1</translation>
    </message>
    <message>
        <source>its tickets are being issued</source>
        <translation>билеты оформляются</translation>
    </message>
    <message>
        <source>the money is taken, and its confirmation is on its way to the server</source>
        <translation>деньги приняты, подтверждение отправлено на сервер, ответа ещё нет</translation>
    </message>
    <message>
        <source>the money is taken, and the server has not confirmed it: go to its payment before you leave</source>
        <translation>деньги приняты, но сервер оплату не подтвердил: прежде чем выйти, вернитесь к его оплате</translation>
    </message>
    <message>
        <source>the money is taken, and that could not be recorded: note the order and the sum on paper</source>
        <translation>деньги приняты, но записать это не удалось: запишите заказ и сумму на бумаге</translation>
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
        <translation>места подберёт программа</translation>
    </message>
    <message>
        <source>no numbered seats</source>
        <translation>без указания места</translation>
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
    <message>
        <source>not for sale at the moment</source>
        <translation>сейчас не продаётся</translation>
    </message>
    <message>
        <source>the fee is not told</source>
        <translation>сбор не сообщён</translation>
    </message>
    <message>
        <source>face price %1 + fee %2</source>
        <translation>номинал %1 + сбор %2</translation>
    </message>
    <message>
        <source>not for sale: the server tells a price below zero</source>
        <translation>не продаётся: сервер сообщает цену ниже нуля</translation>
    </message>
</context>
<context>
    <name>okoshko::SettingNames</name>
    <message>
        <source>Se&amp;rver</source>
        <translation>Ад&amp;рес сервера</translation>
    </message>
    <message>
        <source>&amp;Name of this counter</source>
        <translation>&amp;Название кассы</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>&amp;Цвета</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>Размер &amp;текста</translation>
    </message>
    <message>
        <source>Sou&amp;nds</source>
        <translation>Зв&amp;уки</translation>
    </message>
    <message>
        <source>The countdown becomes ur&amp;gent</source>
        <translation>Предупреждать &amp;об окончании брони за</translation>
    </message>
    <message>
        <source>Ask about a new &amp;payment every</source>
        <translation>О новой о&amp;плате спрашивать каждые</translation>
    </message>
    <message>
        <source>At the &amp;longest, ask every</source>
        <translation>При &amp;долгой оплате спрашивать раз в</translation>
    </message>
    <message>
        <source>Where this counter sells: https://host. The key is kept elsewhere, in this computer&apos;s password store.</source>
        <translation>Где продаёт эта касса: https://сервер. Ключ лежит не здесь, а в хранилище паролей компьютера.</translation>
    </message>
    <message>
        <source>It is shown at the top and noted with every sale.</source>
        <translation>Видно вверху окна; записывается к каждой продаже.</translation>
    </message>
    <message>
        <source>Of the size that is set for this computer. Up and down arrows make it larger and smaller.</source>
        <translation>От размера, заданного на этом компьютере. Стрелки вверх и вниз увеличивают и уменьшают.</translation>
    </message>
    <message>
        <source>When a payment is there, when a hold becomes urgent, and when something goes wrong.</source>
        <translation>Когда оплата пришла, когда бронь вот-вот истечёт и когда что-то пошло не так.</translation>
    </message>
    <message>
        <source>So long before the seats are lost it turns red, and asks to hurry.</source>
        <translation>За столько до конца брони отсчёт краснеет: пора спешить.</translation>
    </message>
    <message>
        <source>While the buyer pays the server is asked again and again, often at first.</source>
        <translation>Пока покупатель платит, программа продолжает опрашивать сервер, сначала часто.</translation>
    </message>
    <message>
        <source>A payment that takes long is asked about more and more rarely, down to this.</source>
        <translation>Об оплате, которая затянулась, касса спрашивает всё реже — до этого предела.</translation>
    </message>
    <message>
        <source>as the computer</source>
        <translation>как в системе</translation>
    </message>
    <message>
        <source>light</source>
        <translation>светлые</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>тёмные</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>контрастные</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выкл.</translation>
    </message>
    <message>
        <source>on</source>
        <translation>вкл.</translation>
    </message>
    <message>
        <source>What is sold there</source>
        <translation>Что там продаётся</translation>
    </message>
    <message>
        <source>At a trial server nothing is really sold; the band at the top says so.</source>
        <translation>На пробном сервере ничего не продаётся по-настоящему; об этом говорит полоса вверху.</translation>
    </message>
    <message>
        <source>real tickets</source>
        <translation>настоящие билеты</translation>
    </message>
    <message>
        <source>nothing real (trial server)</source>
        <translation>ненастоящие (пробный сервер)</translation>
    </message>
    <message numerus="yes">
        <source>second(s) before the end</source>
        <translation>
            <numerusform>секунду</numerusform>
            <numerusform>секунды</numerusform>
            <numerusform>секунд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>second(s)</source>
        <translation>
            <numerusform>секунду</numerusform>
            <numerusform>секунды</numerusform>
            <numerusform>секунд</numerusform>
        </translation>
    </message>
    <message>
        <source>Barcode s&amp;canner: a character at least every</source>
        <translation>Ска&amp;нер штрихкодов: знак не реже чем раз в</translation>
    </message>
    <message>
        <source>What comes faster is a scan, what comes slower was typed. If scans are taken for typing, raise it.</source>
        <translation>Что приходит быстрее — код сканера, что медленнее — набрано руками. Если код со сканера принимается за набранный, увеличьте число.</translation>
    </message>
    <message numerus="yes">
        <source>millisecond(s)</source>
        <translation>
            <numerusform>миллисекунду</numerusform>
            <numerusform>миллисекунды</numerusform>
            <numerusform>миллисекунд</numerusform>
        </translation>
    </message>
    <message>
        <source>Tic&amp;kets are printed</source>
        <translation>Билет&amp;ы печатаются</translation>
    </message>
    <message>
        <source>By themselves only for orders that this counter has paid, when it sees them paid.</source>
        <translation>Сами — только по заказам, которые оплатила эта касса, когда она видит оплату.</translation>
    </message>
    <message>
        <source>by themselves, once paid</source>
        <translation>сами, сразу после оплаты</translation>
    </message>
    <message>
        <source>when the cashier asks for it</source>
        <translation>когда попросит кассир</translation>
    </message>
</context>
<context>
    <name>okoshko::SettingsPage</name>
    <message>
        <source>The settings file of this counter has mistakes.</source>
        <translation>В файле настроек этой кассы ошибки.</translation>
    </message>
    <message>
        <source>What is wrong has its default until you save; the old file is kept beside the new one.</source>
        <translation>Вместо ошибочных значений действуют значения по умолчанию, пока вы не сохраните; старый файл останется рядом с новым.</translation>
    </message>
    <message>
        <source>%1 — to fix</source>
        <translation>%1 — исправьте</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Ещё не сохранено</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to fix</source>
        <translation>
            <numerusform>Сначала исправьте %n поле</numerusform>
            <numerusform>Сначала исправьте %n поля</numerusform>
            <numerusform>Сначала исправьте %n полей</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Страницы настроек</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Экспорт…</translation>
    </message>
    <message>
        <source>Write the saved settings to a file, for the other counters. It holds no key.</source>
        <translation>Записать сохранённые настройки в файл для других касс. Ключа в нём нет.</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Импорт…</translation>
    </message>
    <message>
        <source>Read the settings of another counter from a file.</source>
        <translation>Прочитать настройки другой кассы из файла.</translation>
    </message>
    <message>
        <source>Restore &amp;defaults of this page</source>
        <translation>&amp;Вернуть значения по умолчанию на этой странице</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>Saved. The settings hold from now on.</source>
        <translation>Сохранено. Настройки уже действуют.</translation>
    </message>
    <message>
        <source>The settings could not be written.</source>
        <translation>Настройки не записались.</translation>
    </message>
    <message>
        <source>They hold until the program ends. The computer says: %1</source>
        <translation>Они действуют, пока программа открыта. Система сообщает: %1</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>Выйти без сохранения?</translation>
    </message>
    <message>
        <source>What you have changed here is lost.</source>
        <translation>Всё, что вы здесь изменили, пропадёт.</translation>
    </message>
    <message>
        <source>&amp;Yes, leave</source>
        <translation>Да, в&amp;ыйти</translation>
    </message>
    <message>
        <source>S&amp;tay here</source>
        <translation>Ост&amp;аться</translation>
    </message>
    <message>
        <source>Read from %1</source>
        <translation>Прочитано из %1</translation>
    </message>
    <message>
        <source>It says what this counter has already.</source>
        <translation>В нём то же, что уже есть на этой кассе.</translation>
    </message>
    <message>
        <source>Look it through, and save it.</source>
        <translation>Просмотрите и сохраните.</translation>
    </message>
    <message>
        <source>Nothing was changed: %1 has mistakes.</source>
        <translation>Ничего не изменено: в %1 ошибки.</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>Читаем %1…</translation>
    </message>
    <message>
        <source>A test ticket is sent to the printer “%1”.</source>
        <translation>Пробный билет отправлен на принтер «%1».</translation>
    </message>
    <message>
        <source>If it does not come out, the list of what is not printed (F7) says why.</source>
        <translation>Если он не выйдет, причина будет в списке ненапечатанного (F7).</translation>
    </message>
    <message>
        <source>This counter</source>
        <translation>Эта касса</translation>
    </message>
    <message>
        <source>Waiting and scanner</source>
        <translation>Ожидание и сканер</translation>
    </message>
    <message>
        <source>Look and sound</source>
        <translation>Вид и звук</translation>
    </message>
</context>
<context>
    <name>okoshko::SettingsText</name>
    <message>
        <source>This field is required.</source>
        <translation>Это поле нужно заполнить.</translation>
    </message>
    <message>
        <source>Too long: at most %1 characters.</source>
        <translation>Слишком длинно: не больше %1 знаков.</translation>
    </message>
    <message>
        <source>Line breaks and other control characters are not allowed here.</source>
        <translation>Переводы строк и другие служебные знаки здесь недопустимы.</translation>
    </message>
    <message>
        <source>It must be %1.</source>
        <translation>Допустимо %1.</translation>
    </message>
    <message>
        <source>The address must begin with https://</source>
        <translation>Адрес должен начинаться с https://</translation>
    </message>
    <message>
        <source>Only the server belongs here: https://host, nothing after it.</source>
        <translation>Нужен только сервер: https://сервер, и ничего после него.</translation>
    </message>
    <message>
        <source>Only https:// is safe for the key; http:// is for this computer alone.</source>
        <translation>Для ключа безопасен только https://; http:// — лишь для самого этого компьютера.</translation>
    </message>
    <message>
        <source>This is not a valid address: https://host is needed.</source>
        <translation>Адрес записан неверно: нужно https://сервер.</translation>
    </message>
    <message>
        <source>This looks like an API key. Keys are not kept in the settings.</source>
        <translation>Похоже на ключ API. Ключи в настройках не хранят.</translation>
    </message>
    <message>
        <source>The longest pause cannot be shorter than the first.</source>
        <translation>Не может быть меньше первой паузы.</translation>
    </message>
    <message>
        <source>Method %1 has the same name.</source>
        <translation>То же имя у способа %1.</translation>
    </message>
    <message>
        <source>Method %1 has the same key.</source>
        <translation>Та же клавиша у способа %1.</translation>
    </message>
    <message>
        <source>At least one payment method must be on.</source>
        <translation>Хотя бы один способ оплаты должен быть включён.</translation>
    </message>
    <message>
        <source>true or false belongs here.</source>
        <translation>Здесь нужно true или false.</translation>
    </message>
    <message>
        <source>A whole number belongs here.</source>
        <translation>Здесь нужно целое число.</translation>
    </message>
    <message>
        <source>A text in quotes belongs here.</source>
        <translation>Здесь нужен текст в кавычках.</translation>
    </message>
    <message>
        <source>A list in [ ] belongs here.</source>
        <translation>Здесь нужен список в [ ].</translation>
    </message>
    <message>
        <source>An object in { } belongs here.</source>
        <translation>Здесь нужен объект в { }.</translation>
    </message>
    <message>
        <source>One of these belongs here: %1.</source>
        <translation>Здесь нужно одно из: %1.</translation>
    </message>
    <message>
        <source>There is no such field.</source>
        <translation>Такого поля нет.</translation>
    </message>
    <message>
        <source>A settings file holds no key. Delete this line.</source>
        <translation>В файле настроек не бывает ключа. Удалите эту строку.</translation>
    </message>
    <message>
        <source>The field stands there twice.</source>
        <translation>Это поле стоит дважды.</translation>
    </message>
    <message>
        <source>From here on the file is not valid JSON: a comma, a quote or a bracket may be missing.</source>
        <translation>Отсюда файл не JSON: может не хватать запятой, кавычки или скобки.</translation>
    </message>
    <message>
        <source>The file is too large for settings.</source>
        <translation>Файл слишком велик для настроек.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Файл не читается: %1</translation>
    </message>
    <message>
        <source>The file was made by a newer Okoshko (version %1 of such files). Update this counter first.</source>
        <translation>Файл создан более новым Окошком (версия таких файлов — %1). Сначала обновите эту кассу.</translation>
    </message>
    <message>
        <source>This is not a settings file of Okoshko.</source>
        <translation>Это не файл настроек Окошка.</translation>
    </message>
    <message>
        <source>This is not an ordinary file.</source>
        <translation>Это не обычный файл.</translation>
    </message>
    <message>
        <source>Printer %1 has the same name.</source>
        <translation>У принтера %1 такое же название.</translation>
    </message>
    <message>
        <source>A number belongs here.</source>
        <translation>Здесь должно быть число.</translation>
    </message>
</context>
<context>
    <name>okoshko::SetupText</name>
    <message>
        <source>Put https:// before it.</source>
        <translation>Допишите в начале https://</translation>
    </message>
    <message>
        <source>It must begin with https://, or the key could be read on the way.</source>
        <translation>Адрес должен начинаться с https://, иначе ключ могут прочитать по дороге.</translation>
    </message>
    <message>
        <source>It must begin with https://.</source>
        <translation>Адрес должен начинаться с https://</translation>
    </message>
    <message>
        <source>Only https:// and the server&apos;s name: nothing after it, and no name or password before it.</source>
        <translation>Только https:// и имя сервера: после него ничего, а перед ним ни имени, ни пароля.</translation>
    </message>
    <message>
        <source>The key is needed: paste it here.</source>
        <translation>Нужен ключ: вставьте его сюда.</translation>
    </message>
    <message>
        <source>There are Cyrillic letters in it (%1; the first is character %2). They look like Latin ones, but are not. Copy the key again instead of typing it.</source>
        <translation>В ключе русские буквы (%1; первая стоит на месте %2). Они похожи на латинские, но это не они. Не набирайте ключ, а скопируйте его ещё раз.</translation>
    </message>
    <message numerus="yes">
        <source>It has %n character(s); a key has 32. Copy it again, whole.</source>
        <translation>
            <numerusform>Здесь %n знак, а в ключе их 32. Скопируйте его ещё раз целиком.</numerusform>
            <numerusform>Здесь %n знака, а в ключе их 32. Скопируйте его ещё раз целиком.</numerusform>
            <numerusform>Здесь %n знаков, а в ключе их 32. Скопируйте его ещё раз целиком.</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer&apos;s clock is right.</source>
        <translation>Часы этого компьютера идут верно.</translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n second(s) slow; holds are counted by the server&apos;s.</source>
        <translation>
            <numerusform>Часы этого компьютера отстают на %n секунду; бронь считается по часам сервера.</numerusform>
            <numerusform>Часы этого компьютера отстают на %n секунды; бронь считается по часам сервера.</numerusform>
            <numerusform>Часы этого компьютера отстают на %n секунд; бронь считается по часам сервера.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n second(s) fast; holds are counted by the server&apos;s.</source>
        <translation>
            <numerusform>Часы этого компьютера спешат на %n секунду; бронь считается по часам сервера.</numerusform>
            <numerusform>Часы этого компьютера спешат на %n секунды; бронь считается по часам сервера.</numerusform>
            <numerusform>Часы этого компьютера спешат на %n секунд; бронь считается по часам сервера.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minute(s) slow; holds are counted by the server&apos;s.</source>
        <translation>
            <numerusform>Часы этого компьютера отстают на %n минуту; бронь считается по часам сервера.</numerusform>
            <numerusform>Часы этого компьютера отстают на %n минуты; бронь считается по часам сервера.</numerusform>
            <numerusform>Часы этого компьютера отстают на %n минут; бронь считается по часам сервера.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minute(s) fast; holds are counted by the server&apos;s.</source>
        <translation>
            <numerusform>Часы этого компьютера спешат на %n минуту; бронь считается по часам сервера.</numerusform>
            <numerusform>Часы этого компьютера спешат на %n минуты; бронь считается по часам сервера.</numerusform>
            <numerusform>Часы этого компьютера спешат на %n минут; бронь считается по часам сервера.</numerusform>
        </translation>
    </message>
    <message>
        <source>Partner: %1</source>
        <translation>Партнёр: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) on sale</source>
        <translation>
            <numerusform>В продаже %n событие</numerusform>
            <numerusform>В продаже %n события</numerusform>
            <numerusform>В продаже %n событий</numerusform>
        </translation>
    </message>
    <message>
        <source>An answer takes %1 ms</source>
        <translation>Ответ приходит за %1 мс</translation>
    </message>
    <message>
        <source>The connection works.</source>
        <translation>Связь есть.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate vouches for itself only.</source>
        <translation>Сертификат сервера подписан им самим.</translation>
    </message>
    <message>
        <source>Nobody else says that this is the right server, so the key was not sent. Check the address; if it is right, the server&apos;s owner has to get a proper certificate.</source>
        <translation>Никто другой не подтверждает, что это тот самый сервер, поэтому ключ не отправлен. Проверьте адрес; если он верен, владельцу сервера нужен настоящий сертификат.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is signed by somebody whom this computer does not trust.</source>
        <translation>Сертификат сервера подписан тем, кому этот компьютер не доверяет.</translation>
    </message>
    <message>
        <source>The key was not sent. Check the address, and whether a security program or the network reads along; then call the administrator.</source>
        <translation>Ключ не отправлен. Проверьте адрес и не вмешивается ли в связь антивирус или сеть, затем позовите администратора.</translation>
    </message>
    <message>
        <source>The certificate belongs to another server.</source>
        <translation>Сертификат выдан другому серверу.</translation>
    </message>
    <message>
        <source>The key was not sent. Check the address letter by letter.</source>
        <translation>Ключ не отправлен. Проверьте адрес по буквам.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired.</source>
        <translation>Срок сертификата сервера истёк.</translation>
    </message>
    <message>
        <source>The key was not sent. Check this computer&apos;s date; if it is right, the server&apos;s owner has to renew the certificate.</source>
        <translation>Ключ не отправлен. Проверьте дату на этом компьютере; если она верна, владельцу сервера нужно обновить сертификат.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet.</source>
        <translation>Сертификат сервера ещё не действует.</translation>
    </message>
    <message>
        <source>The key was not sent. Check this computer&apos;s date and time, then test again.</source>
        <translation>Ключ не отправлен. Проверьте дату и время на этом компьютере, затем проверьте связь ещё раз.</translation>
    </message>
    <message>
        <source>No secure connection came about.</source>
        <translation>Защищённое соединение не установилось.</translation>
    </message>
    <message>
        <source>The key was not sent. Check the address and the port; the server may be too old, or not know TLS.</source>
        <translation>Ключ не отправлен. Проверьте адрес и порт; возможно, сервер слишком старый или не умеет TLS.</translation>
    </message>
    <message>
        <source>The server says: “%1”</source>
        <translation>Ответ сервера: «%1»</translation>
    </message>
    <message>
        <source>Nobody answers at this address.</source>
        <translation>По этому адресу никто не отвечает.</translation>
    </message>
    <message>
        <source>Check that this computer is on the network, then the address and its port.</source>
        <translation>Проверьте, есть ли у компьютера сеть, затем адрес и порт.</translation>
    </message>
    <message>
        <source>The network does not know a server of this name.</source>
        <translation>Сервера с таким именем сеть не знает.</translation>
    </message>
    <message>
        <source>Check the address letter by letter, and that this computer is on the network.</source>
        <translation>Проверьте адрес по буквам и есть ли у компьютера сеть.</translation>
    </message>
    <message>
        <source>The proxy on the way to the server does not let us through.</source>
        <translation>Прокси по пути к серверу не пропускает соединение.</translation>
    </message>
    <message>
        <source>Check the proxy in the system&apos;s network settings, or call the administrator.</source>
        <translation>Проверьте прокси в настройках сети системы или позовите администратора.</translation>
    </message>
    <message>
        <source>The server speaks without encryption.</source>
        <translation>Сервер отвечает без шифрования.</translation>
    </message>
    <message>
        <source>The key was not sent: it could be read on the way. Use the server&apos;s https address and its port.</source>
        <translation>Ключ не отправлен: его могли бы прочитать по дороге. Укажите адрес сервера с https и верный порт.</translation>
    </message>
    <message>
        <source>The server was reached, but does not answer.</source>
        <translation>До сервера дошли, но он не отвечает.</translation>
    </message>
    <message>
        <source>Wait a moment and test again.</source>
        <translation>Подождите немного и проверьте ещё раз.</translation>
    </message>
    <message>
        <source>The server does not know this key.</source>
        <translation>Сервер не знает этого ключа.</translation>
    </message>
    <message>
        <source>Copy the key again from your Ticketscloud account, and check that it belongs to this server.</source>
        <translation>Скопируйте ключ ещё раз из личного кабинета Ticketscloud и проверьте, что он от этого сервера.</translation>
    </message>
    <message>
        <source>The key is known, but may not sell.</source>
        <translation>Ключ известен, но продавать с ним нельзя.</translation>
    </message>
    <message>
        <source>Ask Ticketscloud to allow orders for it, or use another key.</source>
        <translation>Попросите Ticketscloud разрешить ему заказы или возьмите другой ключ.</translation>
    </message>
    <message>
        <source>What answers there is not Ticketscloud.</source>
        <translation>По этому адресу отвечает не Ticketscloud.</translation>
    </message>
    <message>
        <source>Check the address. In a public network, open any web page first: it may want you to log in.</source>
        <translation>Проверьте адрес. В общественной сети сначала откройте любую страницу в браузере: возможно, нужно войти.</translation>
    </message>
    <message>
        <source>The server is out of order just now (%1).</source>
        <translation>Сбой на сервере (%1).</translation>
    </message>
    <message>
        <source>Address and network are right. Wait a moment and test again.</source>
        <translation>Адрес и сеть в порядке. Подождите немного и проверьте ещё раз.</translation>
    </message>
    <message>
        <source>An address is needed. It begins with https://</source>
        <translation>Нужен адрес. Он начинается с https://</translation>
    </message>
    <message>
        <source>This is not a valid address: after https:// the name of a server is expected.</source>
        <translation>Адрес записан неверно: после https:// нужно имя сервера.</translation>
    </message>
    <message>
        <source>Character %1 belongs in no key: a key is 32 digits and letters from A to F.</source>
        <translation>Знака на месте %1 в ключе не бывает: ключ — это 32 цифры и латинские буквы от A до F.</translation>
    </message>
    <message>
        <source>%1 answers as Ticketscloud.</source>
        <translation>%1 отвечает как Ticketscloud.</translation>
    </message>
    <message>
        <source>Use %1 instead, and test again: the key goes only there then.</source>
        <translation>Выберите %1 и проверьте ещё раз: ключ уйдёт только туда.</translation>
    </message>
    <message>
        <source>A web page answers there instead of Ticketscloud.</source>
        <translation>Вместо Ticketscloud там отвечает веб-страница.</translation>
    </message>
    <message>
        <source>We are sent on to %1 instead of getting an answer.</source>
        <translation>Вместо ответа приходит перенаправление на %1.</translation>
    </message>
    <message>
        <source>The key was not sent. A network that wants a log-in does so, in a hotel for instance: open any web page, log in, and test again. Otherwise check the address.</source>
        <translation>Ключ не отправлен. Так бывает, когда сеть требует входа, например в гостинице: откройте любую веб-страницу, войдите и проверьте ещё раз. Иначе проверьте адрес.</translation>
    </message>
    <message>
        <source>Check the address; if it is right, a newer version of Okoshko is needed.</source>
        <translation>Проверьте адрес; если он верный, нужна более новая версия «Окошка».</translation>
    </message>
    <message>
        <source>The server has too many requests just now.</source>
        <translation>На сервер сейчас приходит слишком много запросов.</translation>
    </message>
    <message>
        <source>Address and network are right. %1 Then test again.</source>
        <translation>Адрес и сеть в порядке. %1 Затем проверьте ещё раз.</translation>
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
    <message>
        <source>Key in memory only</source>
        <translation>Ключ только в памяти</translation>
    </message>
    <message>
        <source>The key is written nowhere: it is asked for at the next start.</source>
        <translation>Ключ нигде не записан: при следующем запуске его спросят снова.</translation>
    </message>
</context>
<context>
    <name>okoshko::SumText</name>
    <message>
        <source>&amp;Understood</source>
        <translation>П&amp;онятно</translation>
    </message>
    <message>
        <source>There is nothing to pay for the order any more. The buyer was told %1.</source>
        <translation>За заказ больше ничего не нужно платить. Покупателю называли %1.</translation>
    </message>
    <message>
        <source>The order costs more than the buyer was told: it was %1, now it is %2.</source>
        <translation>Заказ стоит больше, чем назвали покупателю: было %1, теперь %2.</translation>
    </message>
    <message>
        <source>The order costs less than the buyer was told: it was %1, now it is %2.</source>
        <translation>Заказ стоит меньше, чем назвали покупателю: было %1, теперь %2.</translation>
    </message>
    <message>
        <source>The buyer &amp;agrees to %1</source>
        <translation>Покупатель &amp;согласен на %1</translation>
    </message>
    <message>
        <source>It is paid. If the money was taken at this counter, it was the old sum: settle the difference with the buyer.</source>
        <translation>Заказ оплачен. Если деньги приняты на этой кассе, то по старой сумме: рассчитайтесь с покупателем на разницу.</translation>
    </message>
    <message>
        <source>Tell the buyer the new sum. No money is taken, and no payment goes on, before the buyer agrees; else cancel the order.</source>
        <translation>Назовите покупателю новую сумму. Деньги не принимайте, оплата не продолжится, пока покупатель не согласен; если не согласен, отмените заказ.</translation>
    </message>
    <message>
        <source>Tell the buyer the new sum, and take no more than that.</source>
        <translation>Назовите покупателю новую сумму и не берите больше неё.</translation>
    </message>
    <message>
        <source>If money was taken for it already, give it back to the buyer.</source>
        <translation>Если деньги за него уже приняты, верните их покупателю.</translation>
    </message>
    <message>
        <source>Whether it is paid is not known: take no money and give none back before that is clear.</source>
        <translation>Оплачен ли заказ, неизвестно: пока это не выяснится, не принимайте и не возвращайте деньги.</translation>
    </message>
    <message>
        <source>The money is in the drawer: %1 was taken, and %2 is to be paid now. Take the difference from the buyer, and confirm again; else cancel the order and give the money back.</source>
        <translation>Деньги в кассе: принято %1, а заплатить теперь нужно %2. Примите от покупателя разницу и подтвердите оплату ещё раз; если он не согласен, отмените заказ и верните деньги.</translation>
    </message>
    <message>
        <source>The money is in the drawer: %1 was taken, and %2 is to be paid now. Give the difference back to the buyer, and confirm again; else cancel the order and give the money back.</source>
        <translation>Деньги в кассе: принято %1, а заплатить теперь нужно %2. Верните покупателю разницу и подтвердите оплату ещё раз; если он не согласен, отмените заказ и верните деньги.</translation>
    </message>
    <message>
        <source>It is paid, but %1 was taken and the server counts %2. Take the difference of %3 from the buyer; if the buyer does not agree, hand out no tickets and call the administrator.</source>
        <translation>Заказ оплачен, но принято %1, а на сервере сумма %2. Примите от покупателя разницу, %3; если он не согласен, билеты не выдавайте и позовите администратора.</translation>
    </message>
    <message>
        <source>It is paid, but %1 was taken and the server counts %2. Give the difference of %3 back to the buyer.</source>
        <translation>Заказ оплачен, но принято %1, а на сервере сумма %2. Верните покупателю разницу, %3.</translation>
    </message>
    <message>
        <source>It is paid, and not with the %1 in the drawer: that is to be given back whole.</source>
        <translation>Заказ оплачен, но не теми деньгами, что в кассе: верните %1 целиком.</translation>
    </message>
    <message>
        <source>It is paid, and not with money of this counter: nothing is to be settled with the buyer.</source>
        <translation>Заказ оплачен, но не деньгами этой кассы: рассчитываться с покупателем не нужно.</translation>
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
        <source>To change the payment method, first cancel this payment, so that the buyer does not pay twice.</source>
        <translation>Чтобы сменить способ, сначала отмените эту оплату: так покупатель не заплатит дважды.</translation>
    </message>
    <message>
        <source>In the drawer</source>
        <translation>В кассе</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>Платить не нужно</translation>
    </message>
    <message>
        <source>&amp;Buyer and note</source>
        <translation>П&amp;окупатель и заметка</translation>
    </message>
</context>
<context>
    <name>okoshko::SystemsSection</name>
    <message>
        <source>Payment methods</source>
        <translation>Способы оплаты</translation>
    </message>
    <message>
        <source>Method %1, %2: </source>
        <translation>Способ %1, %2: </translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Добавить</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>Уда&amp;лить</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>Выш&amp;е</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>Ни&amp;же</translation>
    </message>
    <message>
        <source>They are offered in this order; Enter changes a cell. The name is what the server is told: ask Ticketscloud which ones your contract has.</source>
        <translation>Кассир видит способы в этом порядке; Enter меняет ячейку. Название передают серверу: какие есть в вашем договоре, подскажет Ticketscloud.</translation>
    </message>
</context>
<context>
    <name>okoshko::TemplateFolder</name>
    <message>
        <source>Import a ticket template</source>
        <translation>Импорт шаблона билета</translation>
    </message>
    <message>
        <source>Ticket templates</source>
        <translation>Шаблоны билетов</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Выбор картинки</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Картинки</translation>
    </message>
    <message>
        <source>Export a ticket template</source>
        <translation>Экспорт шаблона билета</translation>
    </message>
    <message>
        <source>The template is exported.</source>
        <translation>Шаблон экспортирован.</translation>
    </message>
</context>
<context>
    <name>okoshko::TemplatePreview</name>
    <message>
        <source>Preview of the ticket</source>
        <translation>Как будет напечатан билет</translation>
    </message>
    <message>
        <source>The ticket is shown again once the values are right.</source>
        <translation>Билет снова появится, когда значения будут исправлены.</translation>
    </message>
</context>
<context>
    <name>okoshko::TemplateText</name>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Файл не читается: %1</translation>
    </message>
    <message>
        <source>This is not an ordinary file.</source>
        <translation>Это не обычный файл.</translation>
    </message>
    <message>
        <source>The file is too large for a ticket template.</source>
        <translation>Файл слишком велик для шаблона билета.</translation>
    </message>
    <message>
        <source>From here on the file is not valid JSON: a comma, a quote or a bracket may be missing.</source>
        <translation>Отсюда файл — не JSON: возможно, не хватает запятой, кавычки или скобки.</translation>
    </message>
    <message>
        <source>This is not a ticket template of Okoshko.</source>
        <translation>Это не шаблон билета Окошка.</translation>
    </message>
    <message>
        <source>The file has version %1 of ticket templates, which this Okoshko does not know.</source>
        <translation>Это шаблон версии %1, которую эта программа не знает.</translation>
    </message>
    <message>
        <source>A number belongs here.</source>
        <translation>Здесь должно быть число.</translation>
    </message>
    <message>
        <source>A text in quotes belongs here.</source>
        <translation>Здесь должен быть текст в кавычках.</translation>
    </message>
    <message>
        <source>true or false belongs here.</source>
        <translation>Здесь должно быть true или false.</translation>
    </message>
    <message>
        <source>A list in [ ] belongs here.</source>
        <translation>Здесь должен быть список в [ ].</translation>
    </message>
    <message>
        <source>An object in { } belongs here.</source>
        <translation>Здесь должен быть объект в { }.</translation>
    </message>
    <message>
        <source>One of these belongs here: %1.</source>
        <translation>Здесь должно быть одно из: %1.</translation>
    </message>
    <message>
        <source>There is no such field.</source>
        <translation>Такого поля нет.</translation>
    </message>
    <message>
        <source>The field stands there twice.</source>
        <translation>Поле указано дважды.</translation>
    </message>
    <message>
        <source>This field is missing.</source>
        <translation>Этого поля не хватает.</translation>
    </message>
    <message>
        <source>This field is required.</source>
        <translation>Это поле обязательно.</translation>
    </message>
    <message>
        <source>Only Latin letters, digits, - and _ are allowed here.</source>
        <translation>Здесь можно только латинские буквы, цифры, - и _.</translation>
    </message>
    <message>
        <source>It must be %1.</source>
        <translation>Должно быть %1.</translation>
    </message>
    <message>
        <source>A ticket has no field {%1}.</source>
        <translation>У билета нет поля {%1}.</translation>
    </message>
    <message>
        <source>The font “%1” is not part of Okoshko. Use %2.</source>
        <translation>Шрифта «%1» в Окошке нет. Укажите %2.</translation>
    </message>
    <message>
        <source>This is not a PNG or JPEG picture.</source>
        <translation>Это не картинка PNG или JPEG.</translation>
    </message>
    <message>
        <source>It reaches beyond the paper or into its margin.</source>
        <translation>Выходит за край бумаги или заходит на её поля.</translation>
    </message>
    <message>
        <source>The smallest size is larger than the size.</source>
        <translation>Наименьший размер больше основного.</translation>
    </message>
    <message>
        <source>One line does not fit: a height of %1 mm is needed.</source>
        <translation>Не помещается и одна строка: нужна высота %1 мм.</translation>
    </message>
    <message>
        <source>The code cannot be read if it is so short: %1 mm are needed with the white zones at its ends.</source>
        <translation>Такой короткий код не прочитать: нужно %1 мм вместе с белыми полями по краям.</translation>
    </message>
    <message>
        <source>The code is too low: %1 mm are needed.</source>
        <translation>Код слишком низкий: нужно %1 мм.</translation>
    </message>
    <message>
        <source>Element %1 overlaps the code or the white zone around it.</source>
        <translation>Элемент %1 заходит на код или на белое поле вокруг него.</translation>
    </message>
    <message>
        <source>There is no strip for the mark of duplicates. It is obligatory.</source>
        <translation>Нет полосы для пометки «Дубликат». Она обязательна.</translation>
    </message>
    <message>
        <source>The strip for the mark of duplicates is too small: %1 mm are needed.</source>
        <translation>Полоса для пометки «Дубликат» мала: нужно %1 мм.</translation>
    </message>
    <message>
        <source>It overlaps the strip for the mark of duplicates.</source>
        <translation>Заходит на полосу для пометки «Дубликат».</translation>
    </message>
    <message>
        <source>An obligatory field is missing: %1.</source>
        <translation>Не хватает обязательного поля: %1.</translation>
    </message>
    <message>
        <source>This field should be there: %1.</source>
        <translation>Хорошо бы добавить поле: %1.</translation>
    </message>
    <message>
        <source>The code can be read, with little reserve. %1 mm are better.</source>
        <translation>Код читается, но впритык. Лучше %1 мм.</translation>
    </message>
    <message>
        <source>the word TICKET</source>
        <translation>слово «БИЛЕТ»</translation>
    </message>
    <message>
        <source>title</source>
        <translation>название</translation>
    </message>
    <message>
        <source>venue</source>
        <translation>площадка</translation>
    </message>
    <message>
        <source>venue&apos;s address</source>
        <translation>адрес площадки</translation>
    </message>
    <message>
        <source>date and time</source>
        <translation>дата и время</translation>
    </message>
    <message>
        <source>age mark</source>
        <translation>возрастная метка</translation>
    </message>
    <message>
        <source>category</source>
        <translation>категория</translation>
    </message>
    <message>
        <source>sector</source>
        <translation>сектор</translation>
    </message>
    <message>
        <source>row</source>
        <translation>ряд</translation>
    </message>
    <message>
        <source>seat</source>
        <translation>место</translation>
    </message>
    <message>
        <source>price</source>
        <translation>цена</translation>
    </message>
    <message>
        <source>fee</source>
        <translation>сбор</translation>
    </message>
    <message>
        <source>series</source>
        <translation>серия</translation>
    </message>
    <message>
        <source>number</source>
        <translation>номер</translation>
    </message>
    <message>
        <source>barcode as Code 128</source>
        <translation>штрихкод «Код 128»</translation>
    </message>
    <message>
        <source>organiser</source>
        <translation>организатор</translation>
    </message>
    <message>
        <source>organiser&apos;s INN</source>
        <translation>ИНН организатора</translation>
    </message>
    <message>
        <source>organiser&apos;s OGRN or OGRNIP</source>
        <translation>ОГРН или ОГРНИП организатора</translation>
    </message>
    <message>
        <source>organiser&apos;s address</source>
        <translation>адрес организатора</translation>
    </message>
    <message>
        <source>date of sale</source>
        <translation>дата продажи</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>касса</translation>
    </message>
    <message>
        <source>order number</source>
        <translation>номер заказа</translation>
    </message>
    <message>
        <source>ticket of the order</source>
        <translation>какой билет заказа</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Code 128</source>
        <translation>Код 128</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QR-код</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Картинка</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Линия</translation>
    </message>
    <message>
        <source>The ticket template “%1” of this printer is not there. Choose another one in the settings.</source>
        <translation>Шаблона билета «%1», указанного для этого принтера, нет. Выберите в настройках другой.</translation>
    </message>
    <message>
        <source>The ticket template of this printer has a fault: %1 Correct it in the settings.</source>
        <translation>В шаблоне билета этого принтера ошибка: %1 Исправьте её в настройках.</translation>
    </message>
    <message>
        <source>A ticket has no barcode yet. It is asked again.</source>
        <translation>У билета пока нет штрихкода. Он будет запрошен снова.</translation>
    </message>
    <message>
        <source>The barcode “%1” cannot be printed as a code. Ask Ticketscloud about this ticket.</source>
        <translation>Штрихкод «%1» нельзя напечатать как код. Спросите об этом билете у Ticketscloud.</translation>
    </message>
    <message>
        <source>The barcode “%1” needs %2 mm to be read, and the ticket template has less. Choose a template with a longer code.</source>
        <translation>Чтобы штрихкод «%1» читался, нужно %2 мм, а в шаблоне меньше. Выберите шаблон с более длинным кодом.</translation>
    </message>
    <message>
        <source>The picture of the ticket template cannot be read. Correct the template in the settings.</source>
        <translation>Картинка в шаблоне билета не читается. Исправьте шаблон в настройках.</translation>
    </message>
    <message>
        <source>The ticket is %1 mm wide, and the printer&apos;s paper %2 mm. Choose another template in the settings.</source>
        <translation>Ширина билета %1 мм, а бумаги в принтере — %2 мм. Выберите в настройках другой шаблон.</translation>
    </message>
    <message>
        <source>The ticket is %1 mm long, and the printer takes at most %2 mm. Choose another template, or raise the printer&apos;s maximum in the settings.</source>
        <translation>Длина билета %1 мм, а принтер берёт не больше %2 мм. Выберите другой шаблон или увеличьте наибольшую длину в настройках принтера.</translation>
    </message>
    <message>
        <source>The text is too narrow: a width of %1 mm is needed.</source>
        <translation>Место для текста слишком узкое: нужна ширина %1 мм.</translation>
    </message>
    <message>
        <source>The text is too long: at most %1 characters.</source>
        <translation>Текст слишком длинный: не больше %1 знаков.</translation>
    </message>
    <message>
        <source>Line %1 covers this text.</source>
        <translation>Этот текст закрыт линией %1.</translation>
    </message>
    <message>
        <source>A template has at most %1 parts.</source>
        <translation>В шаблоне может быть не больше %1 частей.</translation>
    </message>
    <message>
        <source>The pictures of a template are too large: at most %1 kB together.</source>
        <translation>Картинки шаблона слишком велики: вместе не больше %1 КБ.</translation>
    </message>
    <message>
        <source>A template that comes with Okoshko has this id. Give it another one.</source>
        <translation>Такой идентификатор уже у шаблона из комплекта Окошка. Укажите другой.</translation>
    </message>
    <message>
        <source>The file %1 has this id, too. Give one of them another one.</source>
        <translation>Такой же идентификатор в файле %1. Укажите в одном из них другой.</translation>
    </message>
</context>
<context>
    <name>okoshko::TemplatesPage</name>
    <message>
        <source>Ticket templates</source>
        <translation>Шаблоны билетов</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Скопировать</translation>
    </message>
    <message>
        <source>Makes a template of this counter&apos;s own, which can be changed.</source>
        <translation>Делает свой шаблон этой кассы, который можно менять.</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>Уда&amp;лить</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Импорт…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Экспорт…</translation>
    </message>
    <message>
        <source>Parts of the ticket</source>
        <translation>Элементы билета</translation>
    </message>
    <message>
        <source>Kind of the new part</source>
        <translation>Вид нового элемента</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Добавить</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>У&amp;брать</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>Выш&amp;е</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>Ни&amp;же</translation>
    </message>
    <message>
        <source>%1, copy</source>
        <translation>%1, копия</translation>
    </message>
    <message>
        <source>Remove this template?</source>
        <translation>Удалить этот шаблон?</translation>
    </message>
    <message>
        <source>Printers that use it need another one then.</source>
        <translation>Принтерам, где он выбран, понадобится другой.</translation>
    </message>
    <message>
        <source>&amp;Yes, remove</source>
        <translation>&amp;Да, удалить</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Нет</translation>
    </message>
    <message>
        <source>Ticket of the preview</source>
        <translation>Билет для просмотра</translation>
    </message>
    <message>
        <source>a usual ticket</source>
        <translation>обычный билет</translation>
    </message>
    <message>
        <source>the longest ticket</source>
        <translation>самый длинный билет</translation>
    </message>
    <message>
        <source>The printer&apos;s dots per inch</source>
        <translation>Точек принтера на дюйм</translation>
    </message>
    <message>
        <source>%1 dpi</source>
        <translation>%1 точек/дюйм</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>Выйти без сохранения?</translation>
    </message>
    <message>
        <source>What you have changed in this template is lost.</source>
        <translation>Изменения в этом шаблоне пропадут.</translation>
    </message>
    <message>
        <source>&amp;Yes, leave</source>
        <translation>Да, в&amp;ыйти</translation>
    </message>
    <message>
        <source>S&amp;tay here</source>
        <translation>Ост&amp;аться</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Бумага</translation>
    </message>
    <message>
        <source>From the left, mm</source>
        <translation>От левого края, мм</translation>
    </message>
    <message>
        <source>From the top, mm</source>
        <translation>От верхнего края, мм</translation>
    </message>
    <message>
        <source>Width, mm</source>
        <translation>Ширина, мм</translation>
    </message>
    <message>
        <source>Height, mm</source>
        <translation>Высота, мм</translation>
    </message>
    <message>
        <source>Turned clockwise</source>
        <translation>Поворот по часовой стрелке</translation>
    </message>
    <message>
        <source>Name in Russian</source>
        <translation>Название по-русски</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Название по-английски</translation>
    </message>
    <message>
        <source>Paper width, mm</source>
        <translation>Ширина бумаги, мм</translation>
    </message>
    <message>
        <source>Paper length, mm</source>
        <translation>Длина бумаги, мм</translation>
    </message>
    <message>
        <source>Of a roll: the longest ticket.</source>
        <translation>Для ленты — самый длинный билет.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Длина</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>постоянная</translation>
    </message>
    <message>
        <source>as long as the content (roll)</source>
        <translation>по содержимому (лента)</translation>
    </message>
    <message>
        <source>Margin the printer cannot reach, mm</source>
        <translation>Поля, где принтер не печатает, мм</translation>
    </message>
    <message>
        <source>Tickets on a page, one below another</source>
        <translation>Билетов на странице, один под другим</translation>
    </message>
    <message>
        <source>Strip for the mark of duplicates</source>
        <translation>Полоса для пометки «Дубликат»</translation>
    </message>
    <message>
        <source>Text in Russian</source>
        <translation>Текст по-русски</translation>
    </message>
    <message>
        <source>Text in English</source>
        <translation>Текст по-английски</translation>
    </message>
    <message>
        <source>Fields: %1</source>
        <translation>Поля: %1</translation>
    </message>
    <message>
        <source>Choose a &amp;picture…</source>
        <translation>Выбрать &amp;картинку…</translation>
    </message>
    <message>
        <source>Letter size, mm</source>
        <translation>Размер букв, мм</translation>
    </message>
    <message>
        <source>Smallest size, mm</source>
        <translation>Наименьший размер, мм</translation>
    </message>
    <message>
        <source>A long text shrinks to this; what does not fit then ends in “…”.</source>
        <translation>До него уменьшается длинный текст; что и тогда не поместится, закончится на «…».</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Буквы</translation>
    </message>
    <message>
        <source>regular</source>
        <translation>обычные</translation>
    </message>
    <message>
        <source>bold</source>
        <translation>жирные</translation>
    </message>
    <message>
        <source>Aligned</source>
        <translation>Выравнивание</translation>
    </message>
    <message>
        <source>left</source>
        <translation>влево</translation>
    </message>
    <message>
        <source>in the middle</source>
        <translation>по центру</translation>
    </message>
    <message>
        <source>right</source>
        <translation>вправо</translation>
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
        <source>This template comes with the program. Copy it to change it.</source>
        <translation>Этот шаблон встроен в программу. Чтобы изменить его, скопируйте.</translation>
    </message>
    <message>
        <source>The template is saved.</source>
        <translation>Шаблон сохранён.</translation>
    </message>
    <message>
        <source>The template could not be written.</source>
        <translation>Шаблон не удалось записать.</translation>
    </message>
    <message>
        <source>The computer says: %1</source>
        <translation>Компьютер сообщает: %1</translation>
    </message>
    <message>
        <source>Nothing was changed: %1 has mistakes.</source>
        <translation>Ничего не изменено: в %1 ошибки.</translation>
    </message>
    <message>
        <source>Read from %1</source>
        <translation>Прочитано из %1</translation>
    </message>
    <message>
        <source>It replaces the template of the same name once you save it.</source>
        <translation>Когда сохраните, он заменит шаблон с тем же именем.</translation>
    </message>
    <message>
        <source>Look it through, and save it.</source>
        <translation>Просмотрите и сохраните.</translation>
    </message>
    <message>
        <source>Se&amp;ttings</source>
        <translation>&amp;Настройки</translation>
    </message>
    <message>
        <source>the ticket sold last</source>
        <translation>последний проданный билет</translation>
    </message>
    <message numerus="yes">
        <source>%n template(s) cannot be used. Mend the file(s), or take them out of the folder.</source>
        <translation>
            <numerusform>%n шаблон не используется. Исправьте файл или уберите его из папки.</numerusform>
            <numerusform>%n шаблона не используются. Исправьте файлы или уберите их из папки.</numerusform>
            <numerusform>%n шаблонов не используются. Исправьте файлы или уберите их из папки.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::TicketFacts</name>
    <message>
        <source>TICKET</source>
        <translation>БИЛЕТ</translation>
    </message>
    <message>
        <source>INN %1</source>
        <translation>ИНН %1</translation>
    </message>
    <message>
        <source>OGRNIP %1</source>
        <translation>ОГРНИП %1</translation>
    </message>
    <message>
        <source>OGRN %1</source>
        <translation>ОГРН %1</translation>
    </message>
    <message>
        <source>%1 for the order (%2)</source>
        <translation>%1 за весь заказ (%2)</translation>
    </message>
    <message>
        <source>Receipt for order %1</source>
        <translation>Квитанция к заказу %1</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Билеты</translation>
    </message>
    <message>
        <source>Face price</source>
        <translation>Номинал</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Скидка</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Сбор</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Оплата</translation>
    </message>
    <message>
        <source>This is not a fiscal receipt.</source>
        <translation>Не является кассовым чеком.</translation>
    </message>
    <message>
        <source>DUPLICATE %1 · %2</source>
        <translation>ДУБЛИКАТ %1 · %2</translation>
    </message>
</context>
<context>
    <name>okoshko::TicketSamples</name>
    <message>
        <source>The Nutcracker</source>
        <translation>Щелкунчик</translation>
    </message>
    <message>
        <source>Philharmonic Hall, Great Hall</source>
        <translation>Филармония, Большой зал</translation>
    </message>
    <message>
        <source>St Petersburg, Mikhailovskaya street, 2</source>
        <translation>Санкт-Петербург, Михайловская ул., д. 2</translation>
    </message>
    <message>
        <source>Stalls</source>
        <translation>Партер</translation>
    </message>
    <message>
        <source>Left side</source>
        <translation>Левая сторона</translation>
    </message>
    <message>
        <source>City Philharmonic LLC</source>
        <translation>ООО «Городская филармония»</translation>
    </message>
    <message>
        <source>191186, St Petersburg, Mikhailovskaya street, 2</source>
        <translation>191186, Санкт-Петербург, Михайловская ул., д. 2</translation>
    </message>
    <message>
        <source>Counter 2</source>
        <translation>Касса 2</translation>
    </message>
    <message>
        <source>International festival of symphonic, chamber and choral music in memory of the victims of all wars.</source>
        <translation>Международный фестиваль симфонической, камерной и хоровой музыки памяти жертв всех войн.</translation>
    </message>
    <message>
        <source>State Academic Theatre of Opera and Ballet named after its founder</source>
        <translation>Государственный академический театр оперы и балета имени его основателя</translation>
    </message>
    <message>
        <source>Republic of Sakha (Yakutia), Verkhnevilyuysky district, building 17, block 3</source>
        <translation>Республика Саха (Якутия), Верхневилюйский район, дом 17, корпус 3</translation>
    </message>
    <message>
        <source>Folding seat behind a column with a restricted view, for holders of a benefit certificate</source>
        <translation>Откидное место за колонной с ограниченным обзором, для владельцев льготных удостоверений</translation>
    </message>
    <message>
        <source>Upper amphitheatre, right side, entrance from the embankment</source>
        <translation>Верхний амфитеатр, правая сторона, вход с набережной</translation>
    </message>
    <message>
        <source>Autonomous non-profit organisation for the support of culture, arts and folk crafts “Northern Lights”</source>
        <translation>Автономная некоммерческая организация поддержки культуры, искусств и народных промыслов «Северное сияние»</translation>
    </message>
    <message>
        <source>Counter 12, service entrance of the Small Hall</source>
        <translation>Касса 12, служебный вход Малого зала</translation>
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
    <message>
        <source>order %1</source>
        <translation>заказ %1</translation>
    </message>
    <message>
        <source>made at %1</source>
        <translation>создан в %1</translation>
    </message>
    <message>
        <source>the server does not tell when it was made</source>
        <translation>когда создан, сервер не сообщает</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) could not be read</source>
        <translation>
            <numerusform>%n билет прочитать не удалось</numerusform>
            <numerusform>%n билета прочитать не удалось</numerusform>
            <numerusform>%n билетов прочитать не удалось</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more ticket(s), not told</source>
        <translation>
            <numerusform>ещё %n билет, не сообщён</numerusform>
            <numerusform>ещё %n билета, не сообщены</numerusform>
            <numerusform>ещё %n билетов, не сообщены</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: asked for %2, got %3</source>
        <translation>%1: просили %2, получено %3</translation>
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
        <translation>Больше билетов одной категории в один заказ не взять.</translation>
    </message>
    <message>
        <source>Take what there is, or another category.</source>
        <translation>Возьмите что есть или другую категорию.</translation>
    </message>
    <message>
        <source>The event is over; its tickets are not sold any more.</source>
        <translation>Событие прошло: билеты на него больше не продаются.</translation>
    </message>
    <message>
        <source>The event is under way.</source>
        <translation>Событие идёт.</translation>
    </message>
    <message>
        <source>&amp;Code (promo code or presale code)</source>
        <translation>&amp;Код (промокод или код предпродажи)</translation>
    </message>
    <message>
        <source>Code (promo code or presale code)</source>
        <translation>Код (промокод или код предпродажи)</translation>
    </message>
    <message>
        <source>No tickets are on sale here.</source>
        <translation>Здесь билеты не продаются.</translation>
    </message>
    <message numerus="yes">
        <source>%n category(s) could not be read.</source>
        <translation>
            <numerusform>Не удалось прочитать %n категорию.</numerusform>
            <numerusform>Не удалось прочитать %n категории.</numerusform>
            <numerusform>Не удалось прочитать %n категорий.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server does not tell the tickets of this event. Press F5 to ask it again.</source>
        <translation>Сервер не сообщает, какие билеты есть на это событие. Нажмите F5, чтобы спросить ещё раз.</translation>
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
        <source>Needs attenti&amp;on: %1</source>
        <translation>Требуют &amp;внимания: %1</translation>
    </message>
    <message>
        <source>&amp;Needs attention</source>
        <translation>Требуют &amp;внимания</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>Н&amp;астройки…</translation>
    </message>
    <message>
        <source>&amp;QA scenarios</source>
        <translation>С&amp;ценарии QA</translation>
    </message>
    <message>
        <source>&amp;Profiles…</source>
        <translation>П&amp;рофили…</translation>
    </message>
    <message>
        <source>Save the &amp;list as CSV…</source>
        <translation>Сохранить &amp;список в CSV…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Помощь</translation>
    </message>
    <message>
        <source>Report a &amp;problem…</source>
        <translation>&amp;Сообщить о проблеме…</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>&amp;Keys and help</source>
        <translation>&amp;Клавиши и справка</translation>
    </message>
    <message>
        <source>E&amp;xpress</source>
        <translation>&amp;Быстрая продажа</translation>
    </message>
    <message>
        <source>One ticket of the category sold last, for cash. Nothing was sold yet.</source>
        <translation>Один билет последней проданной категории, за наличные. Пока ничего не продано.</translation>
    </message>
    <message>
        <source>One ticket of the category sold last, for cash: %1</source>
        <translation>Один билет последней проданной категории, за наличные: %1</translation>
    </message>
    <message>
        <source>Not printe&amp;d</source>
        <translation>Не напе&amp;чатано</translation>
    </message>
    <message>
        <source>Not pr&amp;inted: %1</source>
        <translation>Не напеча&amp;тано: %1</translation>
    </message>
</context>
<context>
    <name>okoshko::Tour</name>
    <message>
        <source>Roll</source>
        <translation>Лента</translation>
    </message>
    <message>
        <source>jammed</source>
        <translation>застрял</translation>
    </message>
    <message>
        <source>A4 sheets</source>
        <translation>Листы А4</translation>
    </message>
</context>
<context>
    <name>okoshko::TourProgram</name>
    <message>
        <source>The profile in %1 is a real counter. The tour needs a folder of its own.</source>
        <translation>Профиль в %1 — рабочий режим. Туру нужна своя папка.</translation>
    </message>
    <message>
        <source>Another Okoshko is open with the folder %1.</source>
        <translation>С папкой %1 уже работает другое Окошко.</translation>
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
        <source>Another &amp;key…</source>
        <translation>Другой &amp;ключ…</translation>
    </message>
    <message>
        <source>The server does not accept this counter&apos;s key: selling is stopped.</source>
        <translation>Сервер не принимает ключ этой кассы: продажа остановлена.</translation>
    </message>
    <message>
        <source>Try no&amp;w</source>
        <translation>&amp;Проверить сейчас</translation>
    </message>
    <message>
        <source>The key belongs to another partner than this counter&apos;s journal: selling is stopped. Use the right key, or another profile.</source>
        <translation>Ключ принадлежит не тому партнёру, чей журнал у этой кассы: продажа остановлена. Нужен верный ключ или другой профиль.</translation>
    </message>
    <message>
        <source>&amp;Mend it in the settings…</source>
        <translation>Исправить в настро&amp;йках…</translation>
    </message>
    <message>
        <source>Saving the journal… The window closes by itself, in 5 seconds at the latest. What is not saved by then is asked of the server at the next start; an order&apos;s history may miss entries, also that its money was taken.</source>
        <translation>Сохраняем журнал… Окно закроется само, самое позднее через 5 секунд. Что не сохранится, при следующем запуске спросим у сервера; в ходе заказа может не хватать записей, в том числе о принятых деньгах.</translation>
    </message>
</context>
<context>
    <name>okoshko::UnprintedCard</name>
    <message>
        <source>S&amp;how the order</source>
        <translation>Показать за&amp;каз</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Заказ %1</translation>
    </message>
    <message>
        <source>made at %1</source>
        <translation>сделан в %1</translation>
    </message>
    <message>
        <source>Test ticket</source>
        <translation>Пробный билет</translation>
    </message>
    <message>
        <source>begun at %1</source>
        <translation>печать начата в %1</translation>
    </message>
    <message>
        <source>the server has not told the order yet</source>
        <translation>сервер ещё не сообщил об этом заказе</translation>
    </message>
</context>
<context>
    <name>okoshko::UnprintedPage</name>
    <message>
        <source>Not printed</source>
        <translation>Не напечатано</translation>
    </message>
    <message>
        <source>Nothing is to be done here. Paid orders whose tickets are not printed are listed here until they are printed or not needed.</source>
        <translation>Здесь сейчас нечего делать. Оплаченные заказы без напечатанных билетов стоят здесь, пока билеты не напечатаны или не отмечены как ненужные.</translation>
    </message>
    <message>
        <source>This counter has no printer for tickets: what is not printed is not missed, and not listed. Tickets can be saved as PDF files from the list of orders.</source>
        <translation>В этой кассе нет принтера для билетов: ненапечатанное никто не ждёт, и оно здесь не показано. Билеты можно сохранить в PDF из списка заказов.</translation>
    </message>
</context>
<context>
    <name>okoshko::WindowController</name>
    <message>
        <source>The barcode %1 could not be looked for.</source>
        <translation>Не удалось найти штрихкод %1.</translation>
    </message>
    <message>
        <source>The journal of this counter cannot be read just now. Scan it again.</source>
        <translation>Журнал кассы сейчас не читается. Отсканируйте ещё раз.</translation>
    </message>
    <message>
        <source>The barcode %1 is not an order or a ticket of this counter.</source>
        <translation>Штрихкод %1 — не заказ и не билет этой кассы.</translation>
    </message>
    <message>
        <source>Tickets that were sold without access to the password store are not found by their barcodes.</source>
        <translation>Билеты, проданные без доступа к хранилищу паролей, по штрихкоду не находятся.</translation>
    </message>
    <message>
        <source>Order %1: %2</source>
        <translation>Заказ %1: %2</translation>
    </message>
    <message>
        <source>Go back to the orders and scan it again to open it.</source>
        <translation>Чтобы открыть его, вернитесь к заказам и отсканируйте ещё раз.</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Сохранить список</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>Таблица CSV</translation>
    </message>
    <message>
        <source>The list is saved</source>
        <translation>Список сохранён</translation>
    </message>
    <message>
        <source>Export the settings</source>
        <translation>Экспорт настроек</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>The settings are exported</source>
        <translation>Настройки записаны в файл</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Импорт настроек</translation>
    </message>
    <message>
        <source>It may be of another counter: press Ctrl+F, scan it again and look at the server (F6).</source>
        <translation>Он может быть с другой кассы: нажмите Ctrl+F, отсканируйте его ещё раз и ищите на сервере (F6).</translation>
    </message>
    <message>
        <source>TRAINING: NOT A TICKET</source>
        <translation>УЧЕБНЫЙ: НЕ БИЛЕТ</translation>
    </message>
    <message>
        <source>STAGING: NOT A TICKET</source>
        <translation>ПРОБНЫЙ: НЕ БИЛЕТ</translation>
    </message>
    <message>
        <source>Some characters cannot be printed.</source>
        <translation>Некоторые знаки не печатаются.</translation>
    </message>
    <message>
        <source>□ stands on the tickets in place of: %1</source>
        <translation>На билетах вместо них □: %1</translation>
    </message>
    <message>
        <source>Save the tickets as a PDF</source>
        <translation>Сохранить билеты в PDF</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>Документ PDF</translation>
    </message>
    <message>
        <source>The sheet of blanks cannot be read just now.</source>
        <translation>Лист бланков сейчас не читается.</translation>
    </message>
    <message>
        <source>Press again in a moment.</source>
        <translation>Нажмите ещё раз через несколько секунд.</translation>
    </message>
    <message>
        <source>Save the sheet of blanks</source>
        <translation>Сохранить лист бланков</translation>
    </message>
    <message>
        <source>The sheet of blanks is saved</source>
        <translation>Лист бланков сохранён</translation>
    </message>
    <message>
        <source>The printer “%1” cannot print tickets: %2</source>
        <translation>Принтер «%1» не может печатать билеты: %2</translation>
    </message>
    <message>
        <source>It was sold at another computer, with a copy of this profile.</source>
        <translation>Он продан на другом компьютере, с копией этого профиля.</translation>
    </message>
    <message>
        <source>It may be of another counter: press F6 to look at the server, or Esc to see all orders again.</source>
        <translation>Возможно, это заказ другой кассы: нажмите F6, чтобы искать на сервере, или Esc, чтобы снова увидеть все заказы.</translation>
    </message>
</context>
</TS>
