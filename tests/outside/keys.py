#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""keys.py PROGRAM SANDBOX LANGUAGE LAYOUTS: presses the keys of a real keyboard, which the X server repeats while they
are held, in a window that a window manager has the care of. What was sold is asked of the vendor."""

import sys
import time

from counter import Counter, eventually, expect
from words import WORDS

BARCODE = "4607991545811"


def states(counter):
    return sorted(order["status"] for order in counter.vendor.orders())


def to_new_order(counter, words):
    counter.keys("F2")
    counter.wait_for(words["events"])


def held_enter_reserves_once_and_starts_once(counter, words):
    to_new_order(counter, words)
    counter.keys("x", "f", "q")  # "чай" on a Russian keyboard: found in either layout
    counter.wait_for_text("Партер")
    counter.keys("Enter", "2")
    counter.wait_for_text(words["two tickets"])
    counter.hold("Enter", 1.5)
    counter.wait_for(words["start"])
    expect("after Enter was held", states(counter), ["executed"])
    counter.hold("Enter", 1.5)
    counter.wait_for(words["open"])
    expect("after Enter was held again", states(counter), ["in_progress"])


def letters_go_by_their_place(counter, words):
    counter.keys("o")
    page = counter.opened()
    counter.keys("c")
    eventually("the address on the clipboard", lambda: counter.clipboard() == page)


def enter_presses_what_has_the_focus(counter, words):
    for _ in range(12):
        if words["cancel"] in counter.focused():
            break
        counter.keys("Tab")
    expect("focus", counter.focused(), [words["cancel"]])
    counter.keys("Enter")
    counter.wait_for(words["yes cancel"])
    expect("focus", counter.focused(), [words["no"]])
    counter.hold("Enter", 1)  # says no
    expect("after no", states(counter), ["in_progress"])
    counter.keys("Delete")
    counter.wait_for(words["yes cancel"])
    counter.keys("y")
    counter.wait_for(words["cancelled"])
    expect("after yes", states(counter), ["canceled"])
    counter.keys("Escape")
    counter.wait_for(words["list"])


def scans_sell_nothing(counter, words):
    to_new_order(counter, words)
    counter.keys("c", "t", "d")  # "сев"
    counter.wait_for_text("Танцпол")
    counter.keys("Enter")
    for _ in range(3):
        counter.scan(BARCODE)
        counter.wait_for_text(BARCODE)
    expect("after scans", states(counter), ["canceled"])
    expect("how many", counter.wait_for(words["how many"] + "Танцпол").queryValue().currentValue, 0)


def a_sale_for_cash(counter, words):
    counter.keys("1", "2")  # twelve, not two
    expect("how many", counter.wait_for(words["how many"] + "Танцпол").queryValue().currentValue, 12)
    counter.keys("BackSpace", "BackSpace", "1", "Enter")
    counter.wait_for(words["start"])
    counter.keys("1", "Enter")
    counter.wait_for(words["received"])
    counter.hold("Enter", 1)
    counter.wait_for(words["yes received"])
    expect("after Enter was held", states(counter), ["canceled", "in_progress"])
    counter.keys("Enter")
    counter.wait_for(words["paid"])
    expect("after the money was there", states(counter), ["canceled", "done"])
    counter.keys("Enter")
    counter.wait_for(words["list"])


def the_keyboard_goes_on_after_a_search(counter, words):
    sold, cancelled = (next(order["number"] for order in counter.vendor.orders() if order["status"] == status)
                       for status in ("done", "canceled"))
    for keys, number in ((["Ctrl+f", "Down"], cancelled), (["Up"], sold)):
        counter.keys(*keys, "Ctrl+c")
        eventually("the number on the clipboard", lambda: counter.clipboard() == str(number))
        expect("focus", words["find"] in counter.focused(), True)


def a_scanned_number_opens_its_order(counter, words):
    counter.keys("Escape")  # to the table
    for number in (order["number"] for order in counter.vendor.orders()):
        counter.scan(str(number))
        shown = f"{number:,}".replace(",", "\u00a0")
        eventually(f"the order {shown}", lambda: shown in counter.focused())


def leaving_asks(counter, words):
    to_new_order(counter, words)
    counter.keys("x", "f", "q", "Enter", "1", "Enter")
    counter.wait_for(words["start"])
    for way in ("Ctrl+q", "Alt+F4"):
        counter.keys(way)
        counter.wait_for(words["leave"])
        counter.keys("Escape")
        eventually("the question to go", lambda: words["leave"] not in counter.said())
    expect("after no", states(counter), ["canceled", "done", "executed"])


def main(program, sandbox, language, layouts):
    words = WORDS[language]
    with Counter(program, sandbox, language, layouts) as counter:
        counter.wait_for(words["list"])
        for step in (held_enter_reserves_once_and_starts_once, letters_go_by_their_place,
                     enter_presses_what_has_the_focus, scans_sell_nothing, a_sale_for_cash,
                     the_keyboard_goes_on_after_a_search,
                     a_scanned_number_opens_its_order, leaving_asks):
            began = time.monotonic()
            step(counter, words)
            print(f"{step.__name__}: {time.monotonic() - began:.1f} s")


if __name__ == "__main__":
    main(*sys.argv[1:])
