// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PrintRemedy.h"

#include <algorithm>

namespace okoshko {

Remedy remedyFor(const PrintJob &job)
{
    switch (job.trouble) {
    case PrintTrouble::Lost:
    case PrintTrouble::Expired:
    case PrintTrouble::Canceled: // mayHaveComeOut()
        return job.kind == PrintJob::Kind::Tickets ? Remedy::CameOut : Remedy::Again;
    case PrintTrouble::NotDrawn:
    case PrintTrouble::SizeUnsupported:
    case PrintTrouble::TooLong:
        return Remedy::Again;
    case PrintTrouble::None:
    case PrintTrouble::NoPrintService:
    case PrintTrouble::NoSuchQueue:
    case PrintTrouble::Rejecting:
    case PrintTrouble::Stopped:
    case PrintTrouble::PaperOut:
    case PrintTrouble::CoverOpen:
    case PrintTrouble::Offline:
    case PrintTrouble::BackendFailed:
    case PrintTrouble::Slow:
    case PrintTrouble::Other:
        return job.queueJob == 0 ? Remedy::Again : Remedy::AtPrinter;
    }
    Q_UNREACHABLE();
}

bool isAtPrinter(const PrintJob &job)
{
    return job.kind == PrintJob::Kind::Tickets && !job.isGivingUp && remedyFor(job) == Remedy::AtPrinter;
}

bool isForElsewhere(const PrintJob &job)
{
    return isAtPrinter(job) && job.trouble != PrintTrouble::NoPrintService &&
           std::ranges::all_of(job.copies, [](const TicketCopy &copy) { return copy.duplicate == 0; });
}

} // namespace okoshko
