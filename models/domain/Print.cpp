// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/Print.h"

#include "models/domain/Word.h"

#include <array>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

constexpr std::array troubleWords{
    Word{PrintTrouble::None, "none"_L1},
    Word{PrintTrouble::NoPrintService, "no-print-service"_L1},
    Word{PrintTrouble::NoSuchQueue, "no-such-queue"_L1},
    Word{PrintTrouble::Rejecting, "rejecting"_L1},
    Word{PrintTrouble::Stopped, "stopped"_L1},
    Word{PrintTrouble::PaperOut, "paper-out"_L1},
    Word{PrintTrouble::CoverOpen, "cover-open"_L1},
    Word{PrintTrouble::Offline, "offline"_L1},
    Word{PrintTrouble::BackendFailed, "backend-failed"_L1},
    Word{PrintTrouble::Slow, "slow"_L1},
    Word{PrintTrouble::SizeUnsupported, "size-unsupported"_L1},
    Word{PrintTrouble::TooLong, "too-long"_L1},
    Word{PrintTrouble::NotDrawn, "not-drawn"_L1},
    Word{PrintTrouble::Expired, "expired"_L1},
    Word{PrintTrouble::Canceled, "canceled"_L1},
    Word{PrintTrouble::Lost, "lost"_L1},
    Word{PrintTrouble::Other, "other"_L1},
};

} // namespace

QString toWord(PrintTrouble trouble)
{
    return wordOf(troubleWords, trouble);
}

PrintTrouble toPrintTrouble(const QString &word)
{
    return valueOf(troubleWords, word).value_or(PrintTrouble::Other);
}

} // namespace okoshko
