// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/print/TicketTemplate.h"

#include <QFont>
#include <QString>

#include <memory>

namespace okoshko {

/// The font of paper, PT Sans regular and bold, which the program brings with it. Qt would silently take another font
/// for a missing one, and other fonts for missing characters: neither happens here. A value; may be used on any thread.
class TicketFonts final
{
public:
    /// Registers the fonts; on the main thread, once there is an application.
    TicketFonts();

    /// \a pixels: height in layout units (PaperItems.h).
    [[nodiscard]] QFont font(int pixels, TemplateElement::Weight weight) const;

    /// \a text as it can be drawn: spaces and hyphens that the font lacks are replaced by similar ones, each other
    /// character that it lacks becomes □, which is drawn as the font's empty box, and is added to \a missing once.
    /// Invisible characters are removed.
    [[nodiscard]] QString drawable(const QString &text, QString &missing) const;

private:
    struct Coverage;

    [[nodiscard]] bool has(char32_t character) const;

    QString m_family;
    std::shared_ptr<Coverage> m_coverage;
};

} // namespace okoshko
