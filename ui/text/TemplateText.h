// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/print/DrawFault.h"
#include "models/print/TicketTemplate.h"

#include <QCoreApplication>
#include <QString>

namespace okoshko {

/// Messages about ticket templates and the drawing of documents.
class TemplateText
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::TemplateText)
public:
    /// What is wrong and what would be right.
    [[nodiscard]] static QString reason(const TemplateFault &fault);
    /// Of each, with its place in a file; a line each.
    [[nodiscard]] static QString inFile(const QList<TemplateFault> &faults);

    [[nodiscard]] static QString name(TicketField field);
    [[nodiscard]] static QString name(TemplateElement::Kind kind);

    /// Why a document was not drawn, and what to do.
    [[nodiscard]] static QString of(const DrawFault &fault);

private:
    [[nodiscard]] static QString reasonOfFile(const TemplateFault &fault);
    [[nodiscard]] static QString reasonOfValue(const TemplateFault &fault);
    [[nodiscard]] static QString millimetres(double value);
};

} // namespace okoshko
