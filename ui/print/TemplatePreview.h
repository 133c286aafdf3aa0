// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/print/DrawFault.h"
#include "models/print/TicketTemplate.h"
#include "ui/print/TicketPainter.h"

#include <QWidget>

#include <optional>

namespace okoshko {

/// A ticket of a template as it comes out of the printer, black on white in any theme, as large as there is room for.
class TemplatePreview final : public QWidget
{
    Q_OBJECT
public:
    /// \a language: of the template's own words.
    TemplatePreview(const QString &language, QWidget *parent);

    void setTemplate(const TicketTemplate &ticketTemplate, int dpi);
    void setTicket(const TicketFields &ticket);
    [[nodiscard]] const TicketFields &ticket() const { return m_ticket; }
    /// Frames the element with this number (from 0); -1 = none.
    void setCurrent(int element);

    /// Why nothing is drawn; nothing if a ticket is.
    [[nodiscard]] const std::optional<DrawFault> &fault() const { return m_fault; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();

    QString m_language;
    TicketFonts m_fonts;
    TicketTemplate m_template;
    int m_dpi = 203;
    TicketFields m_ticket;
    int m_current = -1;
    PaperLayout m_layout;
    std::optional<DrawFault> m_fault;
    QString m_words; ///< instead of the ticket
};

} // namespace okoshko
