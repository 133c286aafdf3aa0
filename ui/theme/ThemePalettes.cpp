// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Theme.h"

namespace okoshko {

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
    case Kind::System: // decided by apply()
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
