// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/KeyTable.h"

#include "ui/widgets/KeyHint.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

QList<KeyTable::Group> KeyTable::groups()
{
    return {everywhere(), orders(), newOrder(), payment(), attention(), unprinted(), settings(), help()};
}

QString KeyTable::markdown(const QString &page)
{
    QList<Group> shown = groups();
    std::stable_partition(shown.begin(), shown.end(), [&page](const Group &group) { return group.page == page; });
    QString text = u"# "_s + tr("Keys") + u'\n';
    for (const Group &group : std::as_const(shown)) {
        text += u"\n## %1\n\n| %2 | %3 |\n|---|---|\n"_s.arg(group.where, tr("key"), tr("what it does"));
        for (const Line &line : group.lines)
            text += u"| `%1` | %2 |\n"_s.arg(line.caps.join(u"` `"), line.what);
    }
    return text;
}

KeyTable::Group KeyTable::everywhere()
{
    return {{},
            tr("On every page"),
            {{{u"F1"_s}, tr("keys of this page, and the help")},
             {{u"Enter"_s}, tr("presses the button that has the keyboard")},
             {{u"Tab"_s}, tr("to the next field or button")},
             {{capOf(Qt::Key_Y), u"Esc"_s}, tr("answers a question: yes, and no")},
             {{u"F9"_s}, tr("report a problem")},
             {{u"F12"_s}, tr("in training: everything that can happen at the server, to be tried out")},
             {{u"Shift+F12"_s}, tr("in training: nothing of it any more")},
             {{u"Ctrl+Q"_s}, tr("leave Okoshko; it asks if orders are open")}}};
}

KeyTable::Group KeyTable::orders()
{
    return {u"ordersPage"_s,
            tr("Orders"),
            {{{u"F2"_s, u"Ctrl+N"_s}, tr("new order")},
             {{u"↑"_s, u"↓"_s}, tr("choose an order")},
             {{u"Enter"_s}, tr("go on with the order")},
             {{u"F3"_s}, tr("the same tickets again")},
             {{u"F4"_s}, tr("express: one ticket of the category sold last, for cash")},
             {{u"Del"_s}, tr("cancel the order and release its seats; it asks")},
             {{u"Ctrl+F"_s}, tr("find an order, in the list and among past ones")},
             {{u"F6"_s, u"Enter"_s}, tr("while an order is searched: look for it at the server")},
             {{u"Esc"_s}, tr("show all orders again")},
             {{u"Ctrl+C"_s}, tr("copy the number of the order")},
             {{u"F5"_s}, tr("ask the server now")},
             {{capOf(Qt::Key_P), capOf(Qt::Key_S), capOf(Qt::Key_R)},
              tr("of a paid order: print it, or again as a duplicate; save it as a PDF; print a receipt")},
             {{u"F7"_s}, tr("what is not printed")},
             {{u"F8"_s}, tr("what needs attention")},
             {{u"Ctrl+,"_s}, tr("settings")},
             {{u"F10"_s}, tr("menu")}}};
}

KeyTable::Group KeyTable::newOrder()
{
    return {
        u"newOrderPage"_s,
        tr("New order"),
        {{{u"A…Z"_s, u"А…Я"_s}, tr("find an event, in either layout")},
         {{u"↑"_s, u"↓"_s, u"PgUp"_s, u"PgDn"_s}, tr("choose an event, or a category")},
         {{u"→"_s, u"←"_s}, tr("to the tickets, and back to the events")},
         {{u"0…9"_s, u"+"_s, u"−"_s, u"Backspace"_s}, tr("how many, digit by digit; the last key takes a digit away")},
         {{u"Enter"_s}, tr("from the event to its tickets; then reserve")},
         {{u"F5"_s}, tr("ask the server now")},
         {{u"Esc"_s}, tr("back to the orders; it asks if tickets are picked")}}};
}

KeyTable::Group KeyTable::payment()
{
    return {
        u"paymentPage"_s,
        tr("Payment"),
        {{{u"1…9"_s}, tr("payment method")},
         {{u"Enter"_s}, tr("start the payment; in cash: the money is there, it asks")},
         {{capOf(Qt::Key_O), capOf(Qt::Key_C)}, tr("payment page: open it here, copy its address")},
         {{capOf(Qt::Key_Y)}, tr("the order costs something else, or has fewer tickets: the buyer knows it")},
         {{u"F4"_s}, tr("change the order: its tickets and promo codes; during the payment: give tickets back")},
         {{u"↑"_s, u"↓"_s, u"0…9"_s, u"Space"_s},
          tr("in the change: choose a category or a seat, how many of it, keep the seat or not")},
         {{u"F7"_s}, tr("the buyer's name, address and phone, and a note on the order")},
         {{u"F5"_s}, tr("ask the server now")},
         {{u"Del"_s}, tr("cancel the order and release its seats; it asks")},
         {{u"F2"_s}, tr("once it is paid: next buyer")},
         {{u"Enter"_s}, tr("once it is paid: print what is not printed; then next buyer")},
         {{capOf(Qt::Key_P), capOf(Qt::Key_S)}, tr("once it is paid: print, or again as a duplicate; save as a PDF")},
         {{capOf(Qt::Key_O), capOf(Qt::Key_R)}, tr("once it is paid: print on another printer; print a receipt")},
         {{capOf(Qt::Key_W), capOf(Qt::Key_G)}, tr("printing failed: say which tickets came out; give it up")},
         {{u"F7"_s}, tr("once it is paid: what else is not printed")},
         {{u"F3"_s}, tr("the same tickets again")},
         {{u"Esc"_s}, tr("back to the orders; the order stays as it is")}}};
}

KeyTable::Group KeyTable::attention()
{
    return {u"issuesPage"_s,
            tr("Needs attention"),
            {{{u"Tab"_s}, tr("from entry to entry")}, {{u"Esc"_s}, tr("back to the orders")}}};
}

KeyTable::Group KeyTable::unprinted()
{
    return {
        u"unprintedPage"_s,
        tr("Not printed"),
        {{{u"Tab"_s}, tr("from order to order; the keys below are for the order that has the keyboard")},
         {{capOf(Qt::Key_P), capOf(Qt::Key_O), capOf(Qt::Key_S)}, tr("print; print on another printer; save as a PDF")},
         {{capOf(Qt::Key_N)}, tr("no tickets on paper are needed; it asks")},
         {{capOf(Qt::Key_G)}, tr("give a job up that does not go on")},
         {{capOf(Qt::Key_W)}, tr("say which tickets came out")},
         {{u"↑"_s, u"↓"_s, u"Space"_s, capOf(Qt::Key_A)},
          tr("… in the list of tickets: choose, mark, mark all or none")},
         {{u"Esc"_s}, tr("back to the orders")}}};
}

KeyTable::Group KeyTable::settings()
{
    return {u"settingsPage"_s,
            tr("Settings"),
            {{{u"Ctrl+S"_s, u"Enter"_s}, tr("save")},
             {{u"↑"_s, u"↓"_s}, tr("choose a page of the settings")},
             {{u"Insert"_s, u"Del"_s}, tr("payment methods: add one, remove one")},
             {{u"Alt+↑"_s, u"Alt+↓"_s}, tr("payment methods: move one up or down")},
             {{u"Esc"_s}, tr("back to the orders; it asks if something is not saved")}}};
}

KeyTable::Group KeyTable::help()
{
    return {u"helpPage"_s,
            tr("Keys and help"),
            {{{u"↑"_s, u"↓"_s, u"PgUp"_s, u"PgDn"_s}, tr("scroll; in the list: choose a page")},
             {{u"←"_s, u"→"_s}, tr("to the list of pages, and back to the text")},
             {{u"Tab"_s, u"Enter"_s}, tr("to the next link, and follow it")},
             {{u"Esc"_s}, tr("back to where you were")}}};
}

} // namespace okoshko
