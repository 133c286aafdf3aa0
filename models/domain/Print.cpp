// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/Print.h"

#include <algorithm>
#include <array>
#include <utility>

namespace okoshko {

namespace {

constexpr std::array troubleWords{
    std::pair(PrintTrouble::None, "none"),
    std::pair(PrintTrouble::NoPrintService, "no-print-service"),
    std::pair(PrintTrouble::NoSuchQueue, "no-such-queue"),
    std::pair(PrintTrouble::Rejecting, "rejecting"),
    std::pair(PrintTrouble::Stopped, "stopped"),
    std::pair(PrintTrouble::PaperOut, "paper-out"),
    std::pair(PrintTrouble::CoverOpen, "cover-open"),
    std::pair(PrintTrouble::Offline, "offline"),
    std::pair(PrintTrouble::BackendFailed, "backend-failed"),
    std::pair(PrintTrouble::Slow, "slow"),
    std::pair(PrintTrouble::SizeUnsupported, "size-unsupported"),
    std::pair(PrintTrouble::TooLong, "too-long"),
    std::pair(PrintTrouble::NotDrawn, "not-drawn"),
    std::pair(PrintTrouble::Expired, "expired"),
    std::pair(PrintTrouble::Canceled, "canceled"),
    std::pair(PrintTrouble::Lost, "lost"),
    std::pair(PrintTrouble::Other, "other"),
};

} // namespace

QString toWord(PrintTrouble trouble)
{
    const auto *row = std::find_if(troubleWords.begin(), troubleWords.end(),
                                   [trouble](const auto &known) { return known.first == trouble; });
    return QString::fromLatin1(row->second);
}

PrintTrouble toPrintTrouble(const QString &word)
{
    const auto *row = std::find_if(troubleWords.begin(), troubleWords.end(),
                                   [&word](const auto &known) { return word == QLatin1String(known.second); });
    return row == troubleWords.end() ? PrintTrouble::Other : row->first;
}

} // namespace okoshko
