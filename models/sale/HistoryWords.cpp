// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/HistoryWords.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

using What = HistoryEntry::What;

struct Row
{
    What what;
    QLatin1StringView word;
};

constexpr std::array words{
    Row{What::Created, "created"_L1},
    Row{What::CreatedPartly, "created_partly"_L1},
    Row{What::CreatedEmpty, "created_empty"_L1},
    Row{What::FoundAgain, "found_again"_L1},
    Row{What::SystemChosen, "system_chosen"_L1},
    Row{What::PaymentStarted, "payment_started"_L1},
    Row{What::PaidOnPage, "paid_on_page"_L1},
    Row{What::Collected, "collected"_L1},
    Row{What::Canceled, "canceled"_L1},
    Row{What::Declined, "declined"_L1},
    Row{What::CanceledElsewhere, "canceled_elsewhere"_L1},
    Row{What::Expired, "expired"_L1},
    Row{What::Refunded, "refunded"_L1},
    Row{What::StepFailed, "step_failed"_L1},
    Row{What::Settled, "settled"_L1},
};

} // namespace

RecordEntry toRecord(const HistoryEntry &entry, const OrderId &order)
{
    const auto *row = std::find_if(words.begin(), words.end(), [&entry](const Row &r) { return r.what == entry.what; });
    return {.at = entry.at,
            .what = row->word,
            .order = order,
            .words = entry.error ? toWord(entry.error->kind) : entry.words,
            .till = entry.till};
}

std::optional<HistoryEntry> toHistory(const RecordEntry &entry)
{
    const auto *row = std::find_if(words.begin(), words.end(), [&entry](const Row &r) { return r.word == entry.what; });
    if (row == words.end())
        return std::nullopt;
    return HistoryEntry{.at = entry.at, .what = row->what, .words = entry.words, .till = entry.till};
}

} // namespace okoshko
