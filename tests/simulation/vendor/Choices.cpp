// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/vendor/Choices.h"

#include <algorithm>

namespace okoshko::sim {

namespace {

/// The output function of splitmix64.
quint64 mixed(quint64 value)
{
    value += 0x9e3779b97f4a7c15U;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31);
}

quint64 keyOf(const char *what, qsizetype length, int a, int b)
{
    quint64 hash = 0xcbf29ce484222325U; // FNV-1a
    for (qsizetype i = 0; i < length; ++i)
        hash = (hash ^ static_cast<unsigned char>(what[i])) * 0x100000001b3U;
    hash = mixed(hash ^ (static_cast<quint64>(static_cast<quint32>(a)) << 32 | static_cast<quint32>(b)));
    return hash == 0 ? 1 : hash;
}

quint64 keyOf(quint64 label, int occurrence)
{
    return mixed(label + static_cast<quint64>(occurrence) * 0x9e3779b97f4a7c15U);
}

/// \a random as one of 0 … n-1.
int reduced(quint64 random, int n)
{
    return static_cast<int>(((random >> 32) * static_cast<quint64>(n)) >> 32);
}

} // namespace

Choices::Counts::Counts()
    : m_slots(1024)
{
}

int Choices::Counts::next(quint64 key)
{
    size_t at = key & (m_slots.size() - 1);
    while (m_slots[at].key != 0 && m_slots[at].key != key)
        at = (at + 1) & (m_slots.size() - 1);
    if (m_slots[at].key == key)
        return m_slots[at].count++;
    m_slots[at] = {key, 1};
    if (++m_used * 2 > m_slots.size())
        grow();
    return 0;
}

void Choices::Counts::grow()
{
    std::vector<Slot> old(m_slots.size() * 2);
    old.swap(m_slots);
    for (const Slot &slot : old) {
        if (slot.key == 0)
            continue;
        size_t at = slot.key & (m_slots.size() - 1);
        while (m_slots[at].key != 0)
            at = (at + 1) & (m_slots.size() - 1);
        m_slots[at] = slot;
    }
}

Choices::Choices(quint64 seed, Recording recording)
    : m_source(Source::Seed)
    , m_recording(recording)
    , m_seed(mixed(seed))
{
}

Choices::Choices(const QList<Draw> &replayed, Recording recording)
    : m_source(Source::Replay)
    , m_recording(recording)
{
    for (const Draw &draw : replayed) {
        QByteArray label = draw.label;
        int occurrence = 0;
        if (const qsizetype mark = label.indexOf('#'); mark >= 0) {
            occurrence = label.mid(mark + 1).toInt();
            label.truncate(mark);
        }
        const QList<QByteArray> parts = label.split(':');
        const auto number = [&](qsizetype i) { return i < parts.size() ? parts[i].toInt() : 0; };
        const quint64 key = keyOf(parts[0].constData(), parts[0].size(), number(1), number(2));
        m_replayed[keyOf(key, occurrence)] = draw.value;
    }
}

template <class ToValue>
int Choices::draw(int of, Label label, ToValue toValue)
{
    const quint64 key = keyOf(label.what, static_cast<qsizetype>(qstrlen(label.what)), label.a, label.b);
    const int occurrence = label.drawn == Drawn::Once ? 0 : m_counts.next(key);
    int value = 0;
    if (m_source == Source::Seed) {
        value = toValue(mixed(m_seed ^ keyOf(key, occurrence)));
    } else if (const auto it = m_replayed.find(keyOf(key, occurrence)); it != m_replayed.end()) {
        value = std::clamp(it->second, 0, of - 1);
    }
    if (value != 0 || m_recording == Recording::All)
        m_recorded.push_back({label, occurrence, value, of});
    return value;
}

int Choices::choose(int n, Label label)
{
    return m_isCalm ? 0 : decide(n, label);
}

bool Choices::chance(int permille, Label label)
{
    return unusual(permille, 1, label) == 1;
}

int Choices::unusual(int permille, int variants, Label label)
{
    if (m_isCalm)
        return 0;
    return draw(variants + 1, label, [&](quint64 random) {
        return reduced(random, 1000) < permille ? 1 + reduced(mixed(random), variants) : 0;
    });
}

int Choices::weighted(std::span<const int> permille, Label label)
{
    return m_isCalm ? 0 : decideWeighted(permille, label);
}

int Choices::decide(int n, Label label)
{
    return draw(n, label, [n](quint64 random) { return reduced(random, n); });
}

int Choices::decideWeighted(std::span<const int> permille, Label label)
{
    return draw(static_cast<int>(permille.size()) + 1, label, [&](quint64 random) {
        int left = reduced(random, 1000);
        for (size_t i = 0; i < permille.size(); ++i) {
            left -= permille[i];
            if (left < 0)
                return static_cast<int>(i) + 1;
        }
        return 0;
    });
}

Choices::Draw Choices::toDraw(const Recorded &recorded)
{
    QByteArray label(recorded.label.what);
    label += ':' + QByteArray::number(recorded.label.a) + ':' + QByteArray::number(recorded.label.b);
    if (recorded.occurrence > 0)
        label += '#' + QByteArray::number(recorded.occurrence);
    return {label, recorded.value, recorded.of};
}

QList<Choices::Draw> Choices::recorded() const
{
    QList<Draw> result;
    result.reserve(static_cast<qsizetype>(m_recorded.size()));
    for (const Recorded &recorded : m_recorded)
        result << toDraw(recorded);
    return result;
}

QByteArray Choices::toText(const QList<Draw> &draws)
{
    QByteArray text;
    for (const Draw &draw : draws)
        text += draw.label + '=' + QByteArray::number(draw.value) + '/' + QByteArray::number(draw.of) + '\n';
    return text;
}

std::optional<QList<Choices::Draw>> Choices::fromText(const QByteArray &text)
{
    QList<Draw> draws;
    for (const QByteArray &raw : text.split('\n')) {
        const QByteArray line = raw.trimmed();
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        const qsizetype equals = line.indexOf('=');
        const qsizetype slash = line.indexOf('/', equals);
        if (equals < 1 || slash < 0)
            return std::nullopt;
        bool valueIsNumber = false;
        bool ofIsNumber = false;
        const int value = line.mid(equals + 1, slash - equals - 1).toInt(&valueIsNumber);
        const int of = line.mid(slash + 1).toInt(&ofIsNumber);
        if (!valueIsNumber || !ofIsNumber)
            return std::nullopt;
        draws << Draw{line.left(equals), value, of};
    }
    return draws;
}

} // namespace okoshko::sim
