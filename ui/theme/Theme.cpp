// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QVariant>
#include <QWidget>

#include <algorithm>

// A static library's resources are not registered automatically.
static void registerResources()
{
    Q_INIT_RESOURCE(ui);
}

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

// The current theme is stored as properties of the application, so that it is destroyed with it.
constexpr char kindProperty[] = "okoshko.theme";
constexpr char sizeProperty[] = "okoshko.pointSize";
constexpr char wishProperty[] = "okoshko.wishedTheme";
constexpr char textSizeProperty[] = "okoshko.textSize";
constexpr char desktopProperty[] = "okoshko.desktop";

QPalette toQt(const Theme::Palette &p)
{
    QPalette palette;
    palette.setColor(QPalette::Window, p.window);
    palette.setColor(QPalette::WindowText, p.text);
    palette.setColor(QPalette::Base, p.surface);
    palette.setColor(QPalette::AlternateBase, p.raised);
    palette.setColor(QPalette::Text, p.text);
    palette.setColor(QPalette::PlaceholderText, p.muted);
    palette.setColor(QPalette::Button, p.surface);
    palette.setColor(QPalette::ButtonText, p.text);
    palette.setColor(QPalette::BrightText, p.urgent);
    palette.setColor(QPalette::Highlight, p.selection);
    palette.setColor(QPalette::HighlightedText, p.text);
    palette.setColor(QPalette::ToolTipBase, p.raised);
    palette.setColor(QPalette::ToolTipText, p.text);
    palette.setColor(QPalette::Link, p.accent);
    palette.setColor(QPalette::Mid, p.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, p.muted);
    return palette;
}

/// The name of a font size in the style sheet.
QString toWord(Theme::Type type)
{
    switch (type) {
    case Theme::Type::Note:
        return u"note"_s;
    case Theme::Type::Text:
        return u"text"_s;
    case Theme::Type::Heading:
        return u"heading"_s;
    case Theme::Type::Title:
        return u"title"_s;
    case Theme::Type::Sum:
        return u"sum"_s;
    case Theme::Type::Figure:
        return u"figure"_s;
    }
    Q_UNREACHABLE();
}

/// Replaces the style sheet's `@name@`.
QString fill(QString sheet, const Theme::Palette &p)
{
    const std::pair<const char16_t *, QColor> colours[]{
        {u"@window@", p.window},     {u"@surface@", p.surface},     {u"@raised@", p.raised}, {u"@line@", p.line},
        {u"@control@", p.control},   {u"@text@", p.text},           {u"@muted@", p.muted},   {u"@accent@", p.accent},
        {u"@onAccent@", p.onAccent}, {u"@selection@", p.selection}, {u"@urgent@", p.urgent},
    };
    for (const auto &[name, colour] : colours)
        sheet.replace(QStringView(name).toString(), colour.name());
    sheet.replace(u"@markOnAccent@"_s, p.onAccent.lightness() > 128 ? u"mark-light"_s : u"mark-dark"_s);
    for (int quarters = 1; quarters <= 6; ++quarters)
        sheet.replace(u"@space%1@"_s.arg(quarters), u"%1px"_s.arg(Theme::space(quarters)));
    // Widgets with their own font do not follow the application's, and Qt resets fonts when a style sheet is applied
    // again, so the style sheet sets the sizes.
    for (int type = 0; type <= static_cast<int>(Theme::Type::Figure); ++type) {
        const auto points = Theme::font(static_cast<Theme::Type>(type)).pointSizeF();
        sheet += u"*[type=\"%1\"] { font-size: %2pt; }\n"_s.arg(toWord(static_cast<Theme::Type>(type)))
                     .arg(points, 0, 'f', 3);
    }
    return sheet;
}

Theme::Kind worn()
{
    const QVariant kind = qApp->property(kindProperty);
    return kind.isValid() ? static_cast<Theme::Kind>(kind.toInt()) : Theme::Kind::Light;
}

Theme::Kind systemKind()
{
    const QVariant told = qApp->property(desktopProperty);
    if (told.isValid() && static_cast<Theme::Kind>(told.toInt()) != Theme::Kind::System)
        return static_cast<Theme::Kind>(told.toInt());
    const QPalette system = QApplication::style()->standardPalette();
    return system.color(QPalette::Window).lightness() < 128 ? Theme::Kind::Dark : Theme::Kind::Light;
}

} // namespace

const Theme::Palette &Theme::palette()
{
    return paletteOf(worn());
}

double Theme::factor(Type type)
{
    switch (type) {
    case Type::Note:
        return 0.85;
    case Type::Text:
        return 1;
    case Type::Heading:
        return 1.25;
    case Type::Title:
        return 1.5;
    case Type::Sum:
        return 2;
    case Type::Figure:
        return 3.5;
    }
    Q_UNREACHABLE();
}

QFont Theme::font(Type type, QFont::Weight weight)
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * factor(type));
    font.setWeight(weight);
    return font;
}

void Theme::setFont(QWidget &widget, Type type, QFont::Weight weight)
{
    widget.setFont(font(type, weight));
    widget.setProperty("type", toWord(type));
}

int Theme::space(int quarters)
{
    return qRound(QFontMetrics(QApplication::font()).lineSpacing() * quarters / 4.0);
}

bool Theme::isLow(int height)
{
    return height < space(88);
}

int Theme::touchHeight()
{
    return space(10);
}

void Theme::apply(QApplication &application, Kind kind, int textSize)
{
    registerResources();
    application.setStyle(QStyleFactory::create(u"Fusion"_s));
    const Kind actual = kind == Kind::System ? systemKind() : kind;
    application.setProperty(kindProperty, static_cast<int>(actual));
    application.setProperty(wishProperty, static_cast<int>(kind));
    application.setProperty(textSizeProperty, textSize);

    QFont font = QApplication::font();
    // The system's size, but at least so large that a sum can be read from a metre away.
    if (!application.property(sizeProperty).isValid())
        application.setProperty(sizeProperty, std::max(font.pointSizeF(), 10.5));
    font.setPointSizeF(application.property(sizeProperty).toDouble() * textSize / 100);
    if (QFontDatabase::hasFamily(u"Inter"_s))
        font.setFamily(u"Inter"_s);
    application.setFont(font);
    application.setPalette(toQt(paletteOf(actual)));

    QFile sheet(u":/style/okoshko.qss"_s);
    if (sheet.open(QIODevice::ReadOnly))
        application.setStyleSheet(fill(QString::fromUtf8(sheet.readAll()), paletteOf(actual)));
}

void Theme::setDesktop(QApplication &application, Kind kind)
{
    application.setProperty(desktopProperty, static_cast<int>(kind));
    const QVariant wish = application.property(wishProperty);
    if (wish.isValid() && static_cast<Kind>(wish.toInt()) == Kind::System && systemKind() != worn())
        apply(application, Kind::System, application.property(textSizeProperty).toInt());
}

namespace {

QColor rgb(QRgb value)
{
    return QColor(value);
}

// clang-format off
Theme::Palette light()
{
    return {
        .window = rgb(0xf3f4f6), .surface = rgb(0xffffff), .raised = rgb(0xf9fafb), .line = rgb(0xe1e4e9),
        .control = rgb(0x8b93a1), .text = rgb(0x161a22), .muted = rgb(0x5a6372), .accent = rgb(0x1f54d6),
        .onAccent = rgb(0xffffff), .selection = rgb(0xe6edfd), .mark = rgb(0xffe08a), .urgent = rgb(0xb3201b),
        .held = { rgb(0x7f4a00), rgb(0xfdeed6) },
        .paying = { rgb(0x1a4fb4), rgb(0xe2ecfd) },
        .paid = { rgb(0x176834), rgb(0xe0f4e6) },
        .cancelled = { rgb(0x535b69), rgb(0xe9ebef) },
        .expired = { rgb(0xa11d18), rgb(0xfde4e1) },
        .unknown = { rgb(0x5f35a8), rgb(0xefe6fc) },
        .refunded = { rgb(0x535b69), rgb(0xe9ebef) },
        .notice = { rgb(0x1a4fb4), rgb(0xe9f0fe) },
        .warning = { rgb(0x6b3f00), rgb(0xfef0da) },
        .failure = { rgb(0x951a15), rgb(0xfde9e7) },
        .success = { rgb(0x14602f), rgb(0xe0f4e6) },
        .training = { rgb(0x5b2d9e), rgb(0xeee6fa) },
        .trainingStripe = rgb(0xe0d3f5),
        .staging = { rgb(0x0b5560), rgb(0xdaf1f2) },
        .stagingStripe = rgb(0xbfe4e6), .ring = rgb(0x2f6fe0), .ringGround = rgb(0xdfe4ec),
    };
}

Theme::Palette dark()
{
    return {
        .window = rgb(0x14171c), .surface = rgb(0x1d2128), .raised = rgb(0x242932), .line = rgb(0x343b47),
        .control = rgb(0x6f7a8c), .text = rgb(0xf1f3f6), .muted = rgb(0xa7b0be), .accent = rgb(0x3566dd),
        .onAccent = rgb(0xffffff), .selection = rgb(0x24365f), .mark = rgb(0x6b5200), .urgent = rgb(0xff8a80),
        .held = { rgb(0xffc46b), rgb(0x43300c) },
        .paying = { rgb(0x9cc0ff), rgb(0x1a3262) },
        .paid = { rgb(0x8fe0a8), rgb(0x17381f) },
        .cancelled = { rgb(0xc3cad5), rgb(0x333a45) },
        .expired = { rgb(0xffa79f), rgb(0x521c19) },
        .unknown = { rgb(0xd3b8ff), rgb(0x3a2463) },
        .refunded = { rgb(0xc3cad5), rgb(0x333a45) },
        .notice = { rgb(0xb4ccff), rgb(0x1b2c52) },
        .warning = { rgb(0xffd08a), rgb(0x3b2b0e) },
        .failure = { rgb(0xffb3ac), rgb(0x471a18) },
        .success = { rgb(0xa3e8b8), rgb(0x173a22) },
        .training = { rgb(0xd9c2ff), rgb(0x2f2147) },
        .trainingStripe = rgb(0x3d2c5c),
        .staging = { rgb(0x8fe6ec), rgb(0x0e3237) },
        .stagingStripe = rgb(0x174a50), .ring = rgb(0x5b93ff), .ringGround = rgb(0x343b47),
    };
}

Theme::Palette highContrast()
{
    const Theme::Tint plain { rgb(0xffffff), rgb(0x000000) };
    return {
        .window = rgb(0x000000), .surface = rgb(0x000000), .raised = rgb(0x101010), .line = rgb(0xffffff),
        .control = rgb(0xffffff), .text = rgb(0xffffff), .muted = rgb(0xe6e6e6), .accent = rgb(0xffe600),
        .onAccent = rgb(0x000000), .selection = rgb(0x00307a), .mark = rgb(0x6b5200), .urgent = rgb(0xff9d94),
        .held = { rgb(0xffc46b), rgb(0x000000) },
        .paying = { rgb(0x8fd0ff), rgb(0x000000) },
        .paid = { rgb(0x7dff9b), rgb(0x000000) },
        .cancelled = plain,
        .expired = { rgb(0xff9d94), rgb(0x000000) },
        .unknown = { rgb(0xe0c8ff), rgb(0x000000) },
        .refunded = plain,
        .notice = plain,
        .warning = { rgb(0xffe600), rgb(0x000000) },
        .failure = { rgb(0xff9d94), rgb(0x000000) },
        .success = { rgb(0x7dff9b), rgb(0x000000) },
        .training = { rgb(0xe0c8ff), rgb(0x000000) },
        .trainingStripe = rgb(0x2b1f40),
        .staging = { rgb(0x8ff4ff), rgb(0x000000) },
        .stagingStripe = rgb(0x0b3a40), .ring = rgb(0xffe600), .ringGround = rgb(0x4a4a4a),
    };
}
// clang-format on

} // namespace

const Theme::Palette &Theme::paletteOf(Kind kind)
{
    static const Palette lightPalette = light();
    static const Palette darkPalette = dark();
    static const Palette contrastPalette = highContrast();
    switch (kind) {
    case Kind::System: // resolved by apply()
    case Kind::Light:
        return lightPalette;
    case Kind::Dark:
        return darkPalette;
    case Kind::HighContrast:
        return contrastPalette;
    }
    Q_UNREACHABLE();
}

const Theme::Tint &Theme::Palette::of(OrderStatus status) const
{
    switch (status) {
    case OrderStatus::Executed:
        return held;
    case OrderStatus::InProgress:
        return paying;
    case OrderStatus::Done:
        return paid;
    case OrderStatus::Canceled:
        return cancelled;
    case OrderStatus::Expired:
        return expired;
    case OrderStatus::Refunded:
        return refunded;
    case OrderStatus::Unknown:
        return unknown;
    }
    Q_UNREACHABLE();
}

} // namespace okoshko
