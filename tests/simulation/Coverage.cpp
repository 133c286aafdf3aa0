// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Coverage.h"

namespace okoshko::sim {

namespace {

constexpr std::array faultWords{"none",
                                "slow",
                                "refused",
                                "lost-before",
                                "silent-before",
                                "lost-after",
                                "silent-after",
                                "late-effect",
                                "lost-then-effect",
                                "conflict",
                                "too-many",
                                "too-many-2s",
                                "too-many-3600s",
                                "fault-before",
                                "fault-after",
                                "not-json-before",
                                "not-json-after",
                                "wrong-shape-after",
                                "other-order",
                                "too-large-after",
                                "unexpected-status"};

/// What no honest vendor ever tells, not even by answers that overtake one another: nothing leads from one to the
/// other, neither forwards nor backwards.
bool isPossible(OrderStatus from, OrderStatus to)
{
    const auto isDead = [](OrderStatus status) {
        return status == OrderStatus::Canceled || status == OrderStatus::Expired;
    };
    if (from == OrderStatus::Unknown)
        return false; // the last word that was known is what counts
    if (isDead(from) && isDead(to))
        return from == to;
    // An older answer that tells of the time before the money came, after the newer one.
    if (from == OrderStatus::Refunded)
        return to == OrderStatus::Refunded;
    if (isFinal(from) && to == OrderStatus::Unknown)
        return true;
    if (from == OrderStatus::Done && isDead(to))
        return false;
    return !(isDead(from) && to == OrderStatus::Refunded);
}

QByteArray cell(const QByteArray &text)
{
    return text.rightJustified(12);
}

} // namespace

void Coverage::add(const Coverage &other)
{
    for (size_t from = 0; from < statuses; ++from) {
        for (size_t to = 0; to < statuses; ++to)
            m_transitions[from][to] += other.m_transitions[from][to];
    }
    for (size_t fault = 0; fault < faults; ++fault) {
        for (size_t kind = 0; kind < kinds; ++kind)
            m_faults[fault][kind] += other.m_faults[fault][kind];
    }
}

QByteArray Coverage::missing() const
{
    QByteArray text;
    for (const OrderStatus from : allOrderStatuses) {
        for (const OrderStatus to : allOrderStatuses) {
            // An unknown word after a final one takes two answers that cross at the very moment of the move.
            const bool isRare = isFinal(from) && to == OrderStatus::Unknown;
            if (isPossible(from, to) && !isRare && m_transitions[index(from)][index(to)] == 0)
                text += "never told: " + toWord(from).toLatin1() + " -> " + toWord(to).toLatin1() + '\n';
        }
    }
    for (size_t fault = 1; fault < faults; ++fault) {
        // A counter's rules of selling never ask for the events.
        for (size_t kind = static_cast<size_t>(RequestKind::Seats); kind < kinds; ++kind) {
            if (m_faults[fault][kind] == 0)
                text += QByteArray("never met: ") + faultWords[fault] + " at " +
                        toWord(static_cast<RequestKind>(kind)) + '\n';
        }
    }
    return text;
}

QByteArray Coverage::toText() const
{
    QByteArray text = cell("from \\ to");
    for (const OrderStatus to : allOrderStatuses)
        text += cell(toWord(to).toLatin1());
    for (const OrderStatus from : allOrderStatuses) {
        text += '\n' + cell(toWord(from).toLatin1());
        for (const OrderStatus to : allOrderStatuses)
            text += cell(isPossible(from, to) || m_transitions[index(from)][index(to)] > 0
                             ? QByteArray::number(m_transitions[index(from)][index(to)])
                             : QByteArray("-"));
    }
    text += "\n\n" + QByteArray(18, ' ');
    for (size_t kind = 1; kind < kinds; ++kind)
        text += cell(toWord(static_cast<RequestKind>(kind)).left(11));
    for (size_t fault = 1; fault < faults; ++fault) {
        text += '\n' + QByteArray(faultWords[fault]).rightJustified(18);
        for (size_t kind = 1; kind < kinds; ++kind)
            text += cell(QByteArray::number(m_faults[fault][kind]));
    }
    return text + '\n';
}

} // namespace okoshko::sim
