// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/EntryWords.h"

using namespace Qt::StringLiterals;

namespace okoshko::sim {

QString wordOf(const JournalEntry &entry)
{
    const auto tail = [](const OrderId &id) { return id.isNull() ? u"-"_s : id.toString().last(2); };
    if (const auto *intent = std::get_if<Intent>(&entry))
        return u"intent %1, verb %2, order %3 %4"_s.arg(intent->id)
            .arg(static_cast<int>(intent->verb))
            .arg(tail(intent->order), intent->request.eventTitle);
    if (const auto *conclusion = std::get_if<Conclusion>(&entry))
        return u"intent %1 ends as %2, order %3"_s.arg(conclusion->intent)
            .arg(static_cast<int>(conclusion->outcome))
            .arg(tail(conclusion->order));
    if (const auto *sale = std::get_if<JournaledSale>(&entry))
        return u"sale %1: %2, goal %3, confirmed by %4"_s.arg(tail(sale->order.id), okoshko::toWord(sale->order.status))
            .arg(static_cast<int>(sale->goal))
            .arg(static_cast<int>(sale->confirmedBy));
    if (const auto *row = std::get_if<RecordEntry>(&entry))
        return u"row of %1: %2 %3"_s.arg(tail(row->order), row->what, row->words);
    if (const auto *issue = std::get_if<Issue>(&entry))
        return u"issue %1 of kind %2, order %3, intent %4, %5 candidates"_s.arg(issue->id)
            .arg(static_cast<int>(issue->kind))
            .arg(tail(issue->order))
            .arg(issue->intent)
            .arg(issue->candidates.size());
    if (const auto *resolution = std::get_if<Resolution>(&entry))
        return u"issue %1 resolved: %2"_s.arg(resolution->issue).arg(resolution->how);
    return u"other"_s;
}

} // namespace okoshko::sim
