// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/StorageError.h"
#include "models/print/TicketTemplate.h"

#include <QString>

#include <optional>

namespace okoshko {

/// Why a document is not drawn. ui/text/TemplateText.h has the sentences.
struct DrawFault
{
    enum class Reason {
        NoTemplate,     ///< the profile's template is not there; `detail` = its id
        TemplateFaulty, ///< the template has a fault: `fault`
        NoBarcode,      ///< a ticket without a barcode
        BadBarcode,     ///< `detail` cannot be written as this code
        CodeTooLong,    ///< `detail` needs `needed` mm to be read
        BadPicture,     ///< a picture of the template cannot be read
        TooWide,        ///< the template is `needed` mm wide, the printer's paper `room`
        TooLong,        ///< the ticket is `needed` mm long, the printer takes `room`
        NotWritten,     ///< `file` says why
    };

    Reason reason = Reason::NotWritten;
    QString detail;
    double needed = 0; ///< mm
    double room = 0;   ///< mm
    FileError file{};
    std::optional<TemplateFault> fault{};

    friend bool operator==(const DrawFault &, const DrawFault &) = default;
};

} // namespace okoshko
