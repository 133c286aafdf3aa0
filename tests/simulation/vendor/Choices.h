// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace okoshko::sim {

/// The only source of chance in a simulation. Every draw has a label and is recorded; 0 always means the ordinary case.
///
/// A drawn value depends on the seed, the label and how often that label was drawn before, and on nothing else: what is
/// taken out of a schedule does not change the rest. In a replay a draw that the list does not hold is 0.
class Choices
{
public:
    /// Whether a label can be drawn again; one that cannot is cheaper.
    enum class Drawn { Again, Once };

    /// `what` is a string literal of letters, points and dashes; `a` and `b` say whom it is about (counter and request,
    /// or order).
    struct Label
    {
        const char *what = "";
        int a = 0;
        int b = 0;
        Drawn drawn = Drawn::Again;
    };
    /// A label of \a counter's request \a number, which is drawn once a request.
    [[nodiscard]] static Label ofRequest(const char *what, int counter, int number)
    {
        return {what, counter, number, Drawn::Once};
    }

    /// A draw as it is kept: `line.fault:2:17` or, where drawn for the third time, `line.fault:2:17#2`.
    struct Draw
    {
        QByteArray label;
        int value = 0;
        int of = 0; ///< number of values that it could have had

        friend bool operator==(const Draw &, const Draw &) = default;
    };

    /// Unusual: draws that are 0 are not kept; enough for a replay, and cheaper. All: also those, which another run may
    /// set to something else.
    enum class Recording { Unusual, All };

    explicit Choices(quint64 seed, Recording recording = Recording::Unusual);
    explicit Choices(const QList<Draw> &replayed, Recording recording = Recording::Unusual);

    /// 0 … n-1, each as likely.
    [[nodiscard]] int choose(int n, Label label);
    [[nodiscard]] bool chance(int permille, Label label);
    /// 0, or, \a permille times in a thousand, one of 1 … variants.
    [[nodiscard]] int unusual(int permille, int variants, Label label);
    /// i + 1 with `permille[i]`, else 0.
    [[nodiscard]] int weighted(std::span<const int> permille, Label label);

    /// As choose() and weighted(), for what people do: these go on after stopFaults().
    [[nodiscard]] int decide(int n, Label label);
    [[nodiscard]] int decideWeighted(std::span<const int> permille, Label label);

    /// From now on choose(), chance(), unusual() and weighted() are 0, and are not recorded.
    void stopFaults() { m_isCalm = true; }
    [[nodiscard]] bool isCalm() const { return m_isCalm; }

    /// The draws so far that were to be recorded, in their order.
    [[nodiscard]] QList<Draw> recorded() const;

    /// One draw a line, `label=value/of`.
    [[nodiscard]] static QByteArray toText(const QList<Draw> &draws);
    /// Nothing if a line is malformed. Empty lines and lines that begin with `#` are skipped.
    [[nodiscard]] static std::optional<QList<Draw>> fromText(const QByteArray &text);

private:
    struct Recorded
    {
        Label label;
        int occurrence = 0;
        int value = 0;
        int of = 0;
    };

    /// How often each label was drawn: open addressing, for it is asked at every draw.
    class Counts
    {
    public:
        Counts();
        [[nodiscard]] int next(quint64 key);

    private:
        struct Slot
        {
            quint64 key = 0;
            int count = 0;
        };
        void grow();

        std::vector<Slot> m_slots;
        size_t m_used = 0;
    };

    [[nodiscard]] static Draw toDraw(const Recorded &recorded);
    template <class ToValue>
    [[nodiscard]] int draw(int of, Label label, ToValue toValue);

    enum class Source { Seed, Replay };

    Source m_source;
    Recording m_recording;
    quint64 m_seed = 0;
    bool m_isCalm = false;
    std::unordered_map<quint64, int> m_replayed;
    Counts m_counts;
    std::vector<Recorded> m_recorded;
};

} // namespace okoshko::sim
