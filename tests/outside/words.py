# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands on the screen, as a person expects it; not taken from the program's translations."""

WORDS = {
    "en": {"new": "New order", "events": "Events", "how many": "How many: ", "reserve": "Reserve",
           "page": "On the payment page", "cash": "Pay at the counter", "first": "Buyer's first name",
           "last": "Last name", "mail": "E-mail, for the tickets", "start": "Start the payment",
           "open": "Open the page", "received": "Money received", "yes received": "Yes, confirm",
           "cancel": "Cancel and release the seats", "yes cancel": "Yes, cancel it", "next": "Next buyer",
           "orders": "← Orders", "paid": "Paid", "cancelled": "Cancelled", "no": "No", "two tickets": "2 tickets",
           "list": "Orders", "find": "Find an order", "leave": "1 order is still open or on its way. Leave all the same?"},
    "ru": {"new": "Новый заказ", "events": "События", "how many": "Сколько: ", "reserve": "Забронировать",
           "page": "На странице оплаты", "cash": "Оплата в кассе", "first": "Имя покупателя",
           "last": "Фамилия", "mail": "Почта для билетов", "start": "Начать оплату",
           "open": "Открыть страницу", "received": "Деньги получены", "yes received": "Да, подтвердить",
           "cancel": "Отменить и вернуть места", "yes cancel": "Да, отменить", "next": "Следующий покупатель",
           "orders": "← Заказы", "paid": "Оплачен", "cancelled": "Отменён", "no": "Нет", "two tickets": "2 билета",
           "list": "Заказы", "find": "Найти заказ", "leave": "Не закончен 1 заказ. Всё равно выйти?"},
}
