// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/kill/Death.h"

namespace okoshko::test {

struct OfPrintDeath
{
    Q_GADGET
public:
    /// When the program is killed.
    enum class Point {
        Confirmed,    ///< `delay` after the vendor's answer that the money is taken
        Drawing,      ///< a document appears in the program's folder
        Creating,     ///< Create-Job was sent, and the print service has not seen it
        Created,      ///< the job is at the print service, without its document, and the answer never arrives
        Sending,      ///< Send-Document was sent, and the print service has not seen it
        InDocument,   ///< half of the document has arrived
        Sent,         ///< the document has arrived, and the answer never does
        SentLater,    ///< `delay` after that answer was handed on
        Asking,       ///< the print service is asked about a job, and has not seen it
        Printed,      ///< the paper is out, and the answer to the next question about the job never arrives
        PrintedLater, ///< `delay` after that answer was handed on
        AtRandom,     ///< `delay` after the start
    };
    Q_ENUM(Point)

    /// What the printers do while it lives; all is repaired before the program must come to terms with it.
    enum class Printers {
        Work,
        Wait,     ///< they have begun, and go on when the program has asked once; with Asking: after its death
        PaperOut, ///< likewise, and say so
        Fail,     ///< the print service stops their queues
        Hold,     ///< each job
        Cancel,   ///< each job
        Stopped,
        Rejecting,
        Down, ///< there is no print service
    };
    Q_ENUM(Printers)

    /// What becomes of the print service.
    enum class Service {
        Stays,
        Dies,     ///< with the program, as where the power fails
        Restarts, ///< it crashes when it is asked about a job for the first time, and is started again
    };
    Q_ENUM(Service)
};
using Point = OfPrintDeath::Point;
using Printers = OfPrintDeath::Printers;
using Service = OfPrintDeath::Service;

/// One life of the program: it sells for cash, or takes up what an earlier life left, and is killed.
struct PrintDeath
{
    Task task = Task::SellForCash; ///< or Recover
    Point point = Point::AtRandom;
    std::chrono::milliseconds delay{0};
    Printers printers = Printers::Work;
    Service service = Service::Stays;

    [[nodiscard]] QString toString() const;
};

/// As Trial.
struct PrintTrial
{
    QList<PrintDeath> lives;
    QString name{};
};

/// Each step of a print job, also of one that an earlier life has begun, and each trouble of printers.
[[nodiscard]] QList<PrintTrial> plannedPrintTrials(QRandomGenerator &random);
[[nodiscard]] QList<PrintTrial> randomPrintTrials(QRandomGenerator &random, int count);

} // namespace okoshko::test
