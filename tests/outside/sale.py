#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""sale.py PROGRAM SANDBOX LANGUAGE: a sale paid on the page, a sale for cash and a cancelled order, made from outside by
an assistive tool: by names and values alone, without a key or a mouse. What was sold is asked of the vendor."""

import sys

from counter import Counter, eventually, expect
from words import WORDS

def reserve(counter, words, event, category, count):
    counter.press(words["new"])
    counter.select(words["events"], event)
    counter.set_value(words["how many"] + category, count)
    counter.press(words["reserve"])


def sell_on_the_page(counter, words):
    reserve(counter, words, "Чайка", "Балкон", 2)
    counter.choose(words["page"])
    counter.write(words["first"], "Анна")
    counter.write(words["last"], "Каренина")
    counter.write(words["mail"], "anna@example.org")
    counter.press(words["start"])
    counter.press(words["open"])
    order = counter.vendor.orders()[-1]
    expect("started", order["status"], "in_progress")
    expect("opened", counter.opened(), order["payment"]["redirect_url"])
    counter.vendor.pay(counter.opened())
    counter.wait_for(words["paid"])
    counter.press(words["next"])
    expect("sold", [o["status"] for o in counter.vendor.orders()], ["done"])
    expect("tickets", len(counter.vendor.orders()[0]["tickets"]), 2)


def sell_for_cash(counter, words):
    reserve(counter, words, "Северный ветер", "Танцпол", 3)
    counter.choose(words["cash"])
    counter.press(words["start"])
    counter.press(words["received"])
    counter.press(words["yes received"])
    counter.wait_for(words["paid"])
    counter.press(words["next"])
    expect("sold", sorted(o["status"] for o in counter.vendor.orders()), ["done", "done"])


def cancel(counter, words):
    reserve(counter, words, "Чайка", "Партер", 1)
    counter.press(words["cancel"])
    counter.press(words["yes cancel"])
    counter.wait_for(words["cancelled"])
    eventually("the order to be cancelled at the vendor",
               lambda: sorted(o["status"] for o in counter.vendor.orders()) == ["canceled", "done", "done"])


def main(program, sandbox, language):
    words = WORDS[language]
    with Counter(program, sandbox, language) as counter:
        sell_on_the_page(counter, words)
        sell_for_cash(counter, words)
        cancel(counter, words)


if __name__ == "__main__":
    main(*sys.argv[1:])
