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

// A static library's resources are not registered by themselves.
static void registerResources()
{
    Q_INIT_RESOURCE(ui);
}

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

// What the application wears is kept with the application, for it ends with it.
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

/// By which the style sheet knows a font's size.
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

/// The style sheet's `@name@` filled in.
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
    // A font that a widget was given does not follow the application's, and Qt takes back whatever it is given later
    // when a sheet is put on anew: so the sheet itself gives the sizes.
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
    // The system's size, but never so small that a sum cannot be read from a metre away.
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

} // namespace okoshko
