// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/EventCodec.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <concepts>
#include <type_traits>

namespace okoshko::catalogue {

namespace {

template <class T>
concept Enum = std::is_enum_v<T>;
template <class T>
concept Plain = std::same_as<T, bool> || std::same_as<T, qint64> || std::same_as<T, QString> ||
    std::same_as<T, QByteArray> || std::same_as<T, QHash<QString, QString>>;

// Writer and Reader use the same lists of fields, below.

class Writer
{
public:
    Writer()
        : m_stream(&m_bytes, QIODevice::WriteOnly)
    {
        m_stream.setVersion(QDataStream::Qt_6_4);
    }

    template <class... T>
    void operator()(const T &...values)
    {
        (put(values), ...);
    }
    [[nodiscard]] QByteArray finish()
    {
        const quint16 sum = qChecksum(m_bytes);
        m_stream << sum;
        return m_bytes;
    }

private:
    void put(const Plain auto &value) { m_stream << value; }
    void put(const int &value) { m_stream << qint32(value); }
    void put(const Enum auto &value) { m_stream << qint8(value); }
    void put(const Money &value) { m_stream << value.minor(); }
    void put(const DealFee &value) { put(value.percent); }
    void put(const Legal &value) { (*this)(value.name, value.inn, value.ogrn, value.ogrnip, value.address); }
    void put(const Instant &value) { m_stream << qint64(value.time_since_epoch().count()); }
    template <class Tag>
    void put(const Id<Tag> &id)
    {
        m_stream << id.toString().toLatin1();
    }
    template <class T>
    void put(const std::optional<T> &value)
    {
        m_stream << value.has_value();
        if (value)
            put(*value);
    }

    QByteArray m_bytes;
    QDataStream m_stream;
};

class Reader
{
public:
    explicit Reader(const QByteArray &bytes)
        : m_bytes(bytes.chopped(std::min(bytes.size(), sumSize)))
        , m_stream(m_bytes)
    {
        m_stream.setVersion(QDataStream::Qt_6_4);
        QDataStream sum(bytes.last(bytes.size() - m_bytes.size()));
        quint16 stored = 0;
        sum >> stored;
        if (sum.status() != QDataStream::Ok || stored != qChecksum(m_bytes))
            m_stream.setStatus(QDataStream::ReadCorruptData);
    }

    template <class... T>
    void operator()(T &...values)
    {
        (get(values), ...);
    }
    [[nodiscard]] bool isWell() const { return m_stream.status() == QDataStream::Ok; }
    /// Everything was read: what follows was added later than these bytes.
    [[nodiscard]] bool isAtEnd() const { return m_stream.atEnd(); }

private:
    static constexpr qsizetype sumSize = sizeof(quint16);

    void get(Plain auto &value) { m_stream >> value; }
    void get(int &value)
    {
        qint32 stored = 0;
        m_stream >> stored;
        value = stored;
    }
    template <Enum T>
    void get(T &value)
    {
        qint8 stored = 0;
        m_stream >> stored;
        value = T(stored);
    }
    void get(Money &value)
    {
        qint64 minor = 0;
        m_stream >> minor;
        value = Money::fromMinor(minor);
    }
    void get(DealFee &value) { get(value.percent); }
    void get(Legal &value) { (*this)(value.name, value.inn, value.ogrn, value.ogrnip, value.address); }
    void get(Instant &value)
    {
        qint64 count = 0;
        m_stream >> count;
        value = Instant(Microseconds(count));
    }
    template <class Tag>
    void get(Id<Tag> &id)
    {
        QByteArray text;
        m_stream >> text;
        id = Id<Tag>::parse(QString::fromLatin1(text)).value_or(Id<Tag>());
    }
    template <class T>
    void get(std::optional<T> &value)
    {
        bool isThere = false;
        m_stream >> isThere;
        value.reset();
        if (isThere)
            get(value.emplace());
    }

    QByteArray m_bytes;
    QDataStream m_stream;
};

/// A Reader first sets the size of the list.
template <class T>
void eachOf(Writer &writer, const QList<T> &list, auto fields)
{
    writer(int(list.size()));
    for (const T &value : list)
        fields(writer, value);
}

template <class T>
void eachOf(Reader &reader, QList<T> &list, auto fields)
{
    int size = 0;
    reader(size);
    for (int i = 0; i < size && reader.isWell(); ++i)
        fields(reader, list.emplaceBack());
}

void placeFields(auto &stream, auto &place)
{
    auto &venue = place.venue;
    stream(venue.id, venue.name, venue.address, venue.cityNames, venue.timeZone, place.sectorNames);
}

void briefFields(auto &stream, auto &event)
{
    stream(event.id, event.title, event.start, event.end, event.dates, event.sale, event.ageRating, event.dealFee,
           event.setList, event.unreadableSets, event.amount, event.vacant);
    eachOf(stream, event.sets, [](auto &inner, auto &set) {
        inner(set.id, set.position, set.name, set.sector, set.amount, set.vacant, set.face, set.fee, set.price,
              set.seating);
    });
}

/// Absent in copies of earlier versions.
void organiserFields(auto &stream, auto &event)
{
    stream(event.organiser, event.legal);
}

struct SetDetails
{
    QString description;
    QList<PriceRule> rules;
};

void detailFields(auto &stream, auto &description, auto &sets)
{
    stream(description);
    eachOf(stream, sets, [](auto &inner, auto &set) {
        inner(set.description);
        eachOf(inner, set.rules, [](auto &innermost, auto &rule) {
            innermost(rule.id, rule.from, rule.until, rule.face, rule.fee, rule.price, rule.state);
        });
    });
}

} // namespace

QByteArray encodePlace(const Place &place)
{
    Writer writer;
    placeFields(writer, place);
    return writer.finish();
}

std::optional<Place> decodePlace(const QByteArray &bytes)
{
    Reader reader(bytes);
    Place place;
    placeFields(reader, place);
    return reader.isWell() ? std::optional(place) : std::nullopt;
}

QByteArray encodeBrief(const Event &event)
{
    Writer writer;
    briefFields(writer, event);
    organiserFields(writer, event);
    return writer.finish();
}

std::optional<Event> decodeBrief(const QByteArray &bytes)
{
    Reader reader(bytes);
    Event event;
    briefFields(reader, event);
    if (!reader.isAtEnd())
        organiserFields(reader, event);
    return reader.isWell() && !event.id.isNull() ? std::optional(event) : std::nullopt;
}

QByteArray encodeDetails(const Event &event)
{
    Writer writer;
    detailFields(writer, event.description, event.sets);
    return writer.finish();
}

bool decodeDetails(const QByteArray &bytes, Event &event)
{
    Reader reader(bytes);
    QString description;
    QList<SetDetails> sets;
    detailFields(reader, description, sets);
    if (!reader.isWell() || sets.size() != event.sets.size())
        return false;
    event.description = description;
    for (qsizetype i = 0; i < sets.size(); ++i) {
        event.sets[i].description = sets.at(i).description;
        event.sets[i].rules = sets.at(i).rules;
    }
    return true;
}

Event withoutDetails(Event event)
{
    event.description.clear();
    for (TicketSet &set : event.sets) {
        set.description.clear();
        set.rules.clear();
    }
    return event;
}

} // namespace okoshko::catalogue
