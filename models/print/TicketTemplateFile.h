// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/print/TicketTemplate.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace okoshko {

// A ticket template as a file, also to be exported and imported:
//
//   {
//     "format": "okoshko-ticket",
//     "version": 1,
//     "id": "roll-80",
//     "name": {"ru": "Лента 80 мм", "en": "80 mm roll"},
//     "font": "PT Sans",
//     "page": {"width": 80, "height": 220, "flow": true, "margin": 4, "places": 1},
//     "marks": {"x": 5, "y": 5, "width": 60, "height": 5, "rotation": 0},
//     "elements": [
//       {"type": "text", "x": 4, "y": 4, "width": 72, "height": 6, "rotation": 0, "text": {"ru": "Ряд {row}", "en":
//       "Row {row}"},
//        "size": 4, "floor": 3, "bold": true, "align": "center"},
//       {"type": "code128", "x": 4, "y": 90, "width": 72, "height": 15, "rotation": 0, "text": "{barcode}"},
//       {"type": "qr", …}, {"type": "image", …, "data": "base64 of a PNG or JPEG file"}, {"type": "line", …}
//     ]
//   }
//
// JSON in UTF-8, lengths in millimetres. `places`, `margin`, `rotation`, `size`, `floor`, `bold` and `align` may be
// left out. An unknown field is a fault, because it may be a typing error.

inline constexpr char ticketFormat[] = "okoshko-ticket";
inline constexpr qint64 ticketVersion = 1;
inline constexpr qint64 largestTemplateFile = 4 << 20;

/// A template of a file, and the faults of the file and of the template (check()), by line. Not to be used with a fault
/// that is no advice.
struct TemplateReading
{
    TicketTemplate read;
    QList<TemplateFault> faults;
};

/// A file that is not used.
struct BrokenTemplate
{
    QString path;
    QList<TemplateFault> faults;

    friend bool operator==(const BrokenTemplate &, const BrokenTemplate &) = default;
};

/// \a dpi: of the printer for which the codes are checked.
[[nodiscard]] TemplateReading readTemplate(const QByteArray &text, int dpi);
/// The same from a file. A file that cannot be read is reported as a fault. May be called on any thread.
[[nodiscard]] TemplateReading readTemplateFile(const QString &path, int dpi);

[[nodiscard]] QByteArray writeTemplate(const TicketTemplate &ticketTemplate);

/// The templates that the program brings with it: A4 with three tickets, a roll of 80 mm, stock of 2 × 5.5 inch.
[[nodiscard]] QList<TicketTemplate> shippedTemplates();

/// The template with \a id; nullptr if there is none.
[[nodiscard]] const TicketTemplate *findTemplate(const QList<TicketTemplate> &templates, const QString &id);

} // namespace okoshko
