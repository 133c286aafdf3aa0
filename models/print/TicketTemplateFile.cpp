// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/print/TicketTemplateFile.h"

#include "models/domain/AtomicFile.h"
#include "models/domain/JsonTree.h"

#include <QFile>
#include <QHash>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

// The linker drops resources of a static library that are not named. Q_INIT_RESOURCE must be used outside a namespace.
static void registerPrintResources()
{
    Q_INIT_RESOURCE(print);
}

namespace okoshko {

namespace {

using ElementKind = TemplateElement::Kind;
using ElementAlign = TemplateElement::Align;
using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

template <class Value>
struct Word
{
    Value value;
    QLatin1StringView word;
};

constexpr std::array kinds{
    Word<ElementKind>{ElementKind::Text, "text"_L1}, Word<ElementKind>{ElementKind::Code128, "code128"_L1},
    Word<ElementKind>{ElementKind::Qr, "qr"_L1},     Word<ElementKind>{ElementKind::Image, "image"_L1},
    Word<ElementKind>{ElementKind::Line, "line"_L1},
};
constexpr std::array aligns{
    Word<ElementAlign>{ElementAlign::Left, "left"_L1},
    Word<ElementAlign>{ElementAlign::Center, "center"_L1},
    Word<ElementAlign>{ElementAlign::Right, "right"_L1},
};

template <class Words>
QLatin1StringView wordOf(const Words &words, auto value)
{
    return std::ranges::find(words, value, [](const auto &row) { return row.value; })->word;
}

/// Reads a file: first its syntax and types, then checks the resulting values.
class Reader
{
public:
    explicit Reader(int dpi)
        : m_dpi(dpi)
    {
    }

    [[nodiscard]] TemplateReading read(const JsonValue &root)
    {
        const auto members = membersOf(root, QLatin1StringView(ticketFormat), ticketVersion);
        if (!members)
            return {m_template, {toFault(members.error())}};
        m_lines.insert({}, 1);
        readMembers(**members, {}, {"id"_L1, "name"_L1, "font"_L1, "page"_L1, "elements"_L1},
                    [this](const JsonMember &member, const QString &path) { return readTop(member, path); });
        // A value that could not be read would be reported again as one out of its bounds.
        if (m_faults.isEmpty())
            addChecked();
        std::ranges::stable_sort(m_faults, {}, &TemplateFault::line);
        return {m_template, m_faults};
    }

private:
    [[nodiscard]] static TemplateFault toFault(const FormatFault &fault)
    {
        switch (fault.reason) {
        case FormatFault::Reason::OtherFormat:
            return {TemplateReason::NotATemplate, {}, {}, fault.line};
        case FormatFault::Reason::NoVersion:
            return {TemplateReason::WantsNumber, u"version"_s, {}, fault.line};
        case FormatFault::Reason::OtherVersion:
            return {TemplateReason::OtherVersion, {}, QString::number(fault.version), fault.line};
        }
        Q_UNREACHABLE();
    }

    /// Calls \a take for each member of \a object; it returns whether there is such a field.
    template <class Take>
    void readMembers(const JsonValue::Object &object, const QString &prefix,
                     std::initializer_list<QLatin1StringView> obligatory, Take take)
    {
        for (const JsonMember &member : object) {
            const QString path = prefix + member.name;
            m_lines.insert(path, member.value.line);
            if (member.isTwice)
                fault(TemplateReason::Twice, path, member.line);
            else if (!take(member, path))
                fault(TemplateReason::UnknownField, path, member.line);
        }
        for (const QLatin1StringView name : obligatory) {
            if (std::ranges::none_of(object, [name](const JsonMember &member) { return member.name == name; }))
                fault(TemplateReason::Missing, prefix + name, lineOf(prefix.chopped(prefix.isEmpty() ? 0 : 1)));
        }
    }

    bool readTop(const JsonMember &member, const QString &path)
    {
        if (member.name == "format"_L1 || member.name == "version"_L1)
            return true;
        if (member.name == "id"_L1)
            return take(member.value, path, m_template.id);
        if (member.name == "name"_L1)
            return take(member.value, path, m_template.name);
        if (member.name == "font"_L1)
            return take(member.value, path, m_template.font);
        if (member.name == "page"_L1)
            return readObject(member.value, path, {"width"_L1, "height"_L1},
                              [this](const JsonMember &m, const QString &p) { return readPage(m, p); });
        if (member.name == "marks"_L1)
            return readObject(member.value, path, {"x"_L1, "y"_L1, "width"_L1, "height"_L1},
                              [this](const JsonMember &m, const QString &p) {
                                  return readPlace(m, p, m_template.marks, m_template.marksRotation);
                              });
        return member.name == "elements"_L1 && readElements(member.value, path);
    }

    template <class Take>
    bool readObject(const JsonValue &value, const QString &path, std::initializer_list<QLatin1StringView> obligatory,
                    Take take)
    {
        m_lines.insert(path, value.line);
        if (const auto *object = std::get_if<JsonValue::Object>(&value.content))
            readMembers(*object, path + u'.', obligatory, take);
        else
            fault(TemplateReason::WantsObject, path, value.line);
        return true;
    }

    bool readPage(const JsonMember &member, const QString &path)
    {
        TicketPage &page = m_template.page;
        if (member.name == "width"_L1)
            return take(member.value, path, page.width);
        if (member.name == "height"_L1)
            return take(member.value, path, page.height);
        if (member.name == "margin"_L1)
            return take(member.value, path, page.margin);
        if (member.name == "places"_L1)
            return take(member.value, path, page.places);
        bool isFlow = false;
        if (member.name != "flow"_L1)
            return false;
        take(member.value, path, isFlow);
        page.length = isFlow ? TicketPage::Length::Flow : TicketPage::Length::Fixed;
        return true;
    }

    bool readPlace(const JsonMember &member, const QString &path, QRectF &box, int &rotation)
    {
        double value = 0;
        if (member.name == "x"_L1)
            take(member.value, path, value), box.moveLeft(value);
        else if (member.name == "y"_L1)
            take(member.value, path, value), box.moveTop(value);
        else if (member.name == "width"_L1)
            take(member.value, path, value), box.setWidth(value);
        else if (member.name == "height"_L1)
            take(member.value, path, value), box.setHeight(value);
        else if (member.name == "rotation"_L1)
            readRotation(member.value, path, rotation);
        else
            return false;
        return true;
    }

    void readRotation(const JsonValue &value, const QString &path, int &rotation)
    {
        const auto *number = std::get_if<qint64>(&value.content);
        if (!number)
            return fault(TemplateReason::WantsNumber, path, value.line);
        if (*number < 0 || *number > 270 || *number % 90 != 0)
            return fault(TemplateReason::UnknownWord, path, value.line, u"0, 90, 180, 270"_s);
        rotation = static_cast<int>(*number);
    }

    bool readElements(const JsonValue &value, const QString &path)
    {
        const auto *list = std::get_if<JsonValue::List>(&value.content);
        if (!list) {
            fault(TemplateReason::WantsList, path, value.line);
            return true;
        }
        constexpr auto most = static_cast<size_t>(maxElements);
        if (list->size() > most)
            fault(TemplateReason::TooManyElements, path, value.line, QString::number(maxElements));
        for (size_t i = 0; i < std::min(list->size(), most); ++i) {
            TemplateElement element;
            readObject(list->at(i), u"%1[%2]"_s.arg(path).arg(i), {"type"_L1, "x"_L1, "y"_L1, "width"_L1, "height"_L1},
                       [&](const JsonMember &m, const QString &p) { return readElement(m, p, element); });
            m_template.elements << element;
        }
        return true;
    }

    bool readElement(const JsonMember &member, const QString &path, TemplateElement &element)
    {
        if (member.name == "type"_L1)
            return take(member.value, path, kinds, element.kind);
        if (member.name == "text"_L1)
            return take(member.value, path, element.text);
        if (member.name == "size"_L1)
            return take(member.value, path, element.size);
        if (member.name == "floor"_L1)
            return take(member.value, path, element.floor);
        if (member.name == "align"_L1)
            return take(member.value, path, aligns, element.align);
        if (member.name == "bold"_L1) {
            bool isBold = false;
            take(member.value, path, isBold);
            element.weight = isBold ? TemplateElement::Weight::Bold : TemplateElement::Weight::Regular;
            return true;
        }
        if (member.name == "data"_L1)
            return takePicture(member.value, path, element.image);
        return readPlace(member, path, element.box, element.rotation);
    }

    bool take(const JsonValue &value, const QString &path, QString &text)
    {
        if (const auto *read = std::get_if<QString>(&value.content))
            text = *read;
        else
            fault(TemplateReason::WantsText, path, value.line);
        return true;
    }

    bool take(const JsonValue &value, const QString &path, TextByLanguage &texts)
    {
        if (const auto *text = std::get_if<QString>(&value.content)) {
            texts = {{QString(), *text}};
            return true;
        }
        const auto *object = std::get_if<JsonValue::Object>(&value.content);
        if (!object) {
            fault(TemplateReason::WantsText, path, value.line);
            return true;
        }
        readMembers(*object, path + u'.', {}, [&](const JsonMember &member, const QString &at) {
            return (member.name == "ru"_L1 || member.name == "en"_L1) && take(member.value, at, texts[member.name]);
        });
        return true;
    }

    bool take(const JsonValue &value, const QString &path, double &number)
    {
        bool isNumber = true;
        if (const auto *whole = std::get_if<qint64>(&value.content))
            number = static_cast<double>(*whole);
        else if (const auto *fraction = std::get_if<JsonValue::Fraction>(&value.content))
            number = toThousandths(fraction->digits.toDouble(&isNumber)); // an infinite one is out of every bounds
        else
            isNumber = false;
        if (!isNumber)
            fault(TemplateReason::WantsNumber, path, value.line);
        return true;
    }

    bool take(const JsonValue &value, const QString &path, int &number)
    {
        const auto *whole = std::get_if<qint64>(&value.content);
        if (whole && *whole >= 0 && *whole <= 1000)
            number = static_cast<int>(*whole);
        else
            fault(TemplateReason::WantsNumber, path, value.line);
        return true;
    }

    bool take(const JsonValue &value, const QString &path, bool &isSet)
    {
        if (const auto *read = std::get_if<bool>(&value.content))
            isSet = *read;
        else
            fault(TemplateReason::WantsYesOrNo, path, value.line);
        return true;
    }

    template <class Words, class Value>
    bool take(const JsonValue &value, const QString &path, const Words &words, Value &taken)
    {
        const auto *text = std::get_if<QString>(&value.content);
        const auto found =
            text ? std::ranges::find_if(words, [text](const auto &row) { return *text == row.word; }) : words.end();
        if (found != words.end()) {
            taken = found->value;
            return true;
        }
        QStringList known;
        for (const auto &row : words)
            known << row.word;
        fault(TemplateReason::UnknownWord, path, value.line, known.join(u", "_s));
        return true;
    }

    bool takePicture(const JsonValue &value, const QString &path, QByteArray &image)
    {
        const auto *text = std::get_if<QString>(&value.content);
        if (!text) {
            fault(TemplateReason::WantsText, path, value.line);
            return true;
        }
        const auto decoded = QByteArray::fromBase64Encoding(text->toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (decoded)
            image = *decoded;
        else
            fault(TemplateReason::NotAPicture, path, value.line);
        return true;
    }

    void addChecked()
    {
        const QList<TemplateFault> faults = check(m_template, m_dpi);
        for (TemplateFault fault : faults) {
            fault.line = lineOf(fault.field);
            m_faults << fault;
        }
    }

    void fault(TemplateReason reason, const QString &path, int line, const QString &detail = {})
    {
        m_faults << TemplateFault{reason, path, detail, line};
    }

    /// The line of the field, or of the nearest enclosing one.
    [[nodiscard]] int lineOf(const QString &path) const
    {
        const QString around = path.section(u'.', 0, 0);
        return m_lines.value(path, m_lines.value(around, 1));
    }

    int m_dpi;
    TicketTemplate m_template;
    QList<TemplateFault> m_faults;
    QHash<QString, int> m_lines; ///< lines of the fields in the file, by path
};

void writeText(Writer &writer, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    writer.String(utf8.constData(), static_cast<rapidjson::SizeType>(utf8.size()));
}

void writeNumber(Writer &writer, const char *name, double number)
{
    writer.Key(name);
    if (number == std::floor(number))
        writer.Int64(static_cast<int64_t>(number));
    else
        writer.Double(number);
}

void writeTexts(Writer &writer, const char *name, const TextByLanguage &texts)
{
    writer.Key(name);
    if (texts.size() == 1 && texts.firstKey().isEmpty())
        return writeText(writer, texts.first());
    writer.StartObject();
    for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
        if (text.key().isEmpty())
            continue;
        writeText(writer, text.key());
        writeText(writer, text.value());
    }
    writer.EndObject();
}

void writePlace(Writer &writer, const QRectF &box, int rotation)
{
    writeNumber(writer, "x", box.x());
    writeNumber(writer, "y", box.y());
    writeNumber(writer, "width", box.width());
    writeNumber(writer, "height", box.height());
    if (rotation != 0)
        writeNumber(writer, "rotation", rotation);
}

/// One line of the file.
template <class Write>
QByteArray lineWith(Write write)
{
    rapidjson::StringBuffer buffer;
    Writer writer(buffer);
    writer.SetMaxDecimalPlaces(3);
    writer.StartObject();
    write(writer);
    writer.EndObject();
    return {buffer.GetString(), static_cast<qsizetype>(buffer.GetSize())};
}

void writeElement(Writer &writer, const TemplateElement &element)
{
    writer.Key("type");
    writeText(writer, wordOf(kinds, element.kind));
    writePlace(writer, element.box, element.rotation);
    switch (element.kind) {
    case ElementKind::Text:
        writeTexts(writer, "text", element.text);
        writeNumber(writer, "size", element.size);
        writeNumber(writer, "floor", element.floor);
        writer.Key("bold");
        writer.Bool(element.weight == TemplateElement::Weight::Bold);
        writer.Key("align");
        return writeText(writer, wordOf(aligns, element.align));
    case ElementKind::Code128:
    case ElementKind::Qr:
        return writeTexts(writer, "text", element.text);
    case ElementKind::Image:
        writer.Key("data");
        return writeText(writer, QString::fromLatin1(element.image.toBase64()));
    case ElementKind::Line:
        return;
    }
    Q_UNREACHABLE();
}

} // namespace

TemplateReading readTemplate(const QByteArray &text, int dpi)
{
    const auto root = parseJson(text);
    if (!root)
        return {{}, {{TemplateReason::NotJson, {}, {}, root.error().line, root.error().column}}};
    return Reader(dpi).read(*root);
}

TemplateReading readTemplateFile(const QString &path, int dpi)
{
    const auto text = readWhole(path, largestTemplateFile);
    if (text)
        return readTemplate(*text, dpi);
    const auto reason = [&text] {
        switch (text.error().reason) {
        case ReadFault::Reason::Unreadable:
            return TemplateReason::Unreadable;
        case ReadFault::Reason::NotAFile:
            return TemplateReason::NotAFile;
        case ReadFault::Reason::TooLarge:
            return TemplateReason::TooLarge;
        }
        Q_UNREACHABLE();
    };
    return {{}, {{reason(), {}, text.error().detail}}};
}

QByteArray writeTemplate(const TicketTemplate &ticketTemplate)
{
    const QByteArray head = lineWith([&](Writer &writer) {
        writer.Key("format");
        writer.String(ticketFormat);
        writer.Key("version");
        writer.Int64(ticketVersion);
        writer.Key("id");
        writeText(writer, ticketTemplate.id);
        writeTexts(writer, "name", ticketTemplate.name);
        writer.Key("font");
        writeText(writer, ticketTemplate.font);
    });
    const TicketPage &page = ticketTemplate.page;
    const QByteArray paper = lineWith([&](Writer &writer) {
        writeNumber(writer, "width", page.width);
        writeNumber(writer, "height", page.height);
        writer.Key("flow");
        writer.Bool(page.length == TicketPage::Length::Flow);
        writeNumber(writer, "margin", page.margin);
        writeNumber(writer, "places", page.places);
    });
    QByteArray file = head.chopped(1) + ",\n  \"page\": " + paper;
    if (!ticketTemplate.marks.isEmpty())
        file += ",\n  \"marks\": " + lineWith([&](Writer &writer) {
                    writePlace(writer, ticketTemplate.marks, ticketTemplate.marksRotation);
                });
    file += ",\n  \"elements\": [";
    for (qsizetype i = 0; i < ticketTemplate.elements.size(); ++i) {
        file += i == 0 ? "\n    " : ",\n    ";
        file += lineWith([&](Writer &writer) { writeElement(writer, ticketTemplate.elements.at(i)); });
    }
    return file + "\n  ]\n}\n";
}

QList<TicketTemplate> shippedTemplates()
{
    registerPrintResources();
    QList<TicketTemplate> templates;
    for (const QString &name : {u"a4-three"_s, u"roll-80"_s, u"stock-2x5.5"_s}) {
        QFile file(u":/print/%1.json"_s.arg(name));
        if (file.open(QIODevice::ReadOnly))
            templates << readTemplate(file.readAll(), 203).read;
    }
    return templates;
}

const TicketTemplate *findTemplate(const QList<TicketTemplate> &templates, const QString &id)
{
    const auto found = std::ranges::find(templates, id, &TicketTemplate::id);
    return found == templates.cend() ? nullptr : &*found;
}

} // namespace okoshko
