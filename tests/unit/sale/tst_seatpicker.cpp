// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/SeatPicker.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_seatpicker {

class SeatPickerTest : public QObject
{
    Q_OBJECT

private:
    static SetId stalls() { return *SetId::parse(u"56a6254bf06c5a059b93800c"_s); }
    static SetId floor() { return *SetId::parse(u"56a6254bf06c5a059b93800d"_s); }

    /// A hall from rows as they are drawn: "1: ..x.." has seat 3 taken.
    static QList<HallSeat> hall(const QStringList &rows)
    {
        QList<HallSeat> seats;
        for (const QString &drawn : rows) {
            const QString row = drawn.section(u": "_s, 0, 0);
            const QString places = drawn.section(u": "_s, 1);
            for (qsizetype i = 0; i < places.size(); ++i) {
                HallSeat seat;
                seat.set = stalls();
                seat.ticket = ticket(row, static_cast<int>(i) + 1);
                seat.status = places.at(i) == u'.' ? SeatStatus::Vacant : SeatStatus::Sold;
                seat.seat = Seat{{}, row, QString::number(i + 1)};
                seats.append(seat);
            }
        }
        return seats;
    }

    static TicketId ticket(const QString &row, int number)
    {
        return *TicketId::parse((row + u'n' + QString::number(number)).rightJustified(24, u'0'));
    }

private Q_SLOTS:
    void picks_data()
    {
        QTest::addColumn<QStringList>("rows");
        QTest::addColumn<int>("count");
        QTest::addColumn<QStringList>("expected"); // "row number"
        QTest::newRow("middle of the first row") << QStringList{u"1: ....."_s} << 1 << QStringList{u"1 3"_s};
        QTest::newRow("together") << QStringList{u"1: ....."_s} << 3 << QStringList{u"1 2"_s, u"1 3"_s, u"1 4"_s};
        QTest::newRow("not over a gap") << QStringList{u"1: .x.x."_s, u"2: xx.."_s} << 2
                                        << QStringList{u"2 3"_s, u"2 4"_s};
        QTest::newRow("row 9 before row 10")
            << QStringList{u"10: ..."_s, u"9: ..."_s} << 2 << QStringList{u"9 1"_s, u"9 2"_s};
        QTest::newRow("few pieces") << QStringList{u"1: .x.x"_s, u"2: ..xx"_s} << 3
                                    << QStringList{u"2 1"_s, u"2 2"_s, u"1 1"_s};
        QTest::newRow("fewer than wanted") << QStringList{u"1: x.xx"_s} << 3 << QStringList{u"1 2"_s};
        QTest::newRow("none left") << QStringList{u"1: xxx"_s} << 2 << QStringList{};
        QTest::newRow("none wanted") << QStringList{u"1: ..."_s} << 0 << QStringList{};
    }

    void picks()
    {
        QFETCH(QStringList, rows);
        QFETCH(int, count);
        QFETCH(QStringList, expected);
        QList<TicketId> tickets;
        for (const QString &place : expected)
            tickets << ticket(place.section(u' ', 0, 0), place.section(u' ', 1).toInt());
        QCOMPARE(pickSeats(hall(rows), {{stalls(), count}}).tickets, tickets);
    }

    void countsAPlaceThatIsListedTwiceOnce()
    {
        const QList<HallSeat> row = hall({u"1: ..."_s});
        const QList<TicketId> picked = pickSeats(row + row, {{stalls(), 5}}).tickets;
        QCOMPARE(picked, (QList{ticket(u"1"_s, 1), ticket(u"1"_s, 2), ticket(u"1"_s, 3)}));
    }

    /// The asan preset sees numbers that overflow.
    void standsNumbersThatNoHallHas()
    {
        QList<HallSeat> row = hall({u"1: ..."_s});
        row[0].seat->number = u"-2147483648"_s;
        row[2].seat->number = u"2147483647"_s;
        QCOMPARE(pickSeats(row, {{stalls(), 2}}).tickets.size(), 2);
        // The middle of the three; sums that overflow would say the first.
        QCOMPARE(pickSeats(row, {{stalls(), 1}}).tickets, QList{ticket(u"1"_s, 2)});
    }

    void takesUnnumberedPlacesAsTheyCome()
    {
        QList<HallSeat> seats;
        for (int i = 0; i < 3; ++i) {
            HallSeat seat;
            seat.set = floor();
            seat.ticket = ticket(u"f"_s, i);
            seat.status = i == 1 ? SeatStatus::Reserved : SeatStatus::Vacant;
            seats << seat;
        }
        QCOMPARE(pickSeats(seats, {{floor(), 5}}).tickets, (QList{ticket(u"f"_s, 0), ticket(u"f"_s, 2)}));
    }

    void keepsTheSetsApart()
    {
        QList<HallSeat> seats = hall({u"1: .."_s});
        HallSeat other = seats.first();
        other.set = floor();
        other.ticket = ticket(u"f"_s, 1);
        seats << other;
        QCOMPARE(pickSeats(seats, {{floor(), 1}, {stalls(), 2}}).tickets.size(), 3);
        QCOMPARE(pickSeats(seats, {{floor(), 1}}).tickets, QList{other.ticket});
    }
};

} // namespace okoshko::test::tst_seatpicker

OKOSHKO_TEST(tst_seatpicker, SeatPickerTest, QCoreApplication)
#include "tst_seatpicker.moc"
