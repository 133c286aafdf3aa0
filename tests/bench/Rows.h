// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/Measured.h"

#include <QList>
#include <QString>

#include <chrono>

namespace okoshko {
class HandlerTimes;
}

namespace okoshko::bench {

class PastJournal;

/// A body of 20,000 orders, and one of 2,000 events, as the vendor was seen to write them, to typed values, against
/// simdjson on demand reading the same fields.
[[nodiscard]] Row measureDecodeOrders();
[[nodiscard]] Row measureDecodeEvents();

/// The main thread's share of the way from an answer with 60,000 seats to the seats that are picked of them.
[[nodiscard]] Row measureHall(HandlerTimes &application);

/// A sale at the counter (a request for tickets, and then for a payment, until its page is known) against the same
/// three requests by libcurl on a warm connection, each after one durable SQLite entry on the same disk. The server is
/// \a latency away.
[[nodiscard]] Row measureSale(const QString &name, std::chrono::milliseconds latency, double toReach,
                              const QString &folder);

/// The same sale with the payment chosen before it is reserved: two requests instead of three, against the same three.
[[nodiscard]] Row measureExpress(const QString &name, std::chrono::milliseconds latency, double toReach,
                                 const QString &folder);

/// Presses of keys, each counted, modifiers too, from the orders: one ticket of the category sold last until the exact
/// cash for it is confirmed and its ticket is printed; the same tickets again until their payment page is shown.
[[nodiscard]] QList<Row> measureKeys(const QString &folder);

/// \a sales express sales in cash by keys that are pressed as soon as the window takes them, the server 20 ms away:
/// how long one takes from its first key until CUPS has accepted the job with its ticket, less the time for which the
/// question takes no key (KeyPause::length); and how many an hour has, with that time and the way back to the
/// orders.
[[nodiscard]] QList<Row> measureExpressSales(const QString &folder, int sales);

/// From the start of the process until the first window is painted, with \a past in its journal, against none.
[[nodiscard]] Row measureStart(const PastJournal &past);

/// 200 times three words among all orders of \a past: the median and the worst.
[[nodiscard]] QList<Row> measureFind(const PastJournal &past);

/// The longest handler on the main thread while 200 sales are made, 10 at once, with the window open, on a disk that
/// takes 50 ms a commit.
[[nodiscard]] QList<Row> measureStall(const QString &folder);

/// With ten thousand events: the longest handler on the main thread while they arrive; F2 to a painted list of the
/// profile's copy; one key in the search to its rows painted, the slowest key of a search.
[[nodiscard]] QList<Row> measureCatalogue(const QString &folder);

/// From the request to the written file: a document of one ticket, and each further ticket of one with a hundred.
[[nodiscard]] QList<Row> measureTicketPdf(const QString &folder);

/// The longest handler on the main thread, with the window open, from the key that confirms the money of an order of
/// 300 tickets until they are known to be printed; the longest in \a orders such orders.
[[nodiscard]] Row measurePrintStall(const QString &folder, int orders);

/// The program's share of memory (PSS) with ten thousand events and a thousand orders, once nothing more arrives.
[[nodiscard]] Row measureMemory(const QString &folder);

} // namespace okoshko::bench
