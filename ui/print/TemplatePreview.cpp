// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/TemplatePreview.h"

#include "ui/text/TemplateText.h"
#include "ui/theme/Theme.h"

#include <QPainter>

#include <algorithm>

namespace okoshko {

TemplatePreview::TemplatePreview(const QString &language, QWidget *parent)
    : QWidget(parent)
    , m_language(language)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Preview of the ticket"));
}

void TemplatePreview::setTemplate(const TicketTemplate &ticketTemplate, int dpi)
{
    m_template = ticketTemplate;
    m_dpi = dpi;
    layOut();
}

void TemplatePreview::setTicket(const TicketFields &ticket)
{
    m_ticket = ticket;
    layOut();
}

void TemplatePreview::setCurrent(int element)
{
    m_current = element;
    update();
}

void TemplatePreview::layOut()
{
    m_layout = {};
    m_fault.reset();
    m_words = tr("The ticket is shown again once the values are right.");
    if (isDrawable(check(m_template, m_dpi))) {
        TicketPainter painter(m_template, m_fonts, m_dpi, m_language);
        auto laid = painter.layOut(m_ticket, {});
        m_fault = laid ? std::nullopt : std::optional(laid.error());
        m_layout = laid ? *laid : PaperLayout{};
        m_words = m_fault ? TemplateText::of(*m_fault) : QString();
    }
    setAccessibleDescription(m_words);
    update();
}

QSize TemplatePreview::sizeHint() const
{
    return {Theme::space(90), Theme::space(90)};
}

QSize TemplatePreview::minimumSizeHint() const
{
    return {Theme::space(50), Theme::space(40)};
}

void TemplatePreview::paintEvent(QPaintEvent *)
{
    const Theme::Palette &p = Theme::palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_words.isEmpty() || m_layout.size.isEmpty()) {
        painter.setFont(Theme::font(Theme::Type::Text));
        painter.setPen(p.text);
        painter.drawText(rect().adjusted(Theme::space(2), 0, -Theme::space(2), 0), Qt::AlignCenter | Qt::TextWordWrap,
                         m_words);
        return;
    }
    const double border = 2;
    const double scale =
        std::min((width() - 2 * border) / m_layout.size.width(), (height() - 2 * border) / m_layout.size.height());
    const QSizeF shown = m_layout.size * scale;
    painter.translate((width() - shown.width()) / 2, (height() - shown.height()) / 2);
    painter.fillRect(QRectF(QPointF(), shown), Qt::white);
    painter.setPen(QPen(p.control, 1));
    painter.drawRect(QRectF(QPointF(), shown));
    painter.scale(scale, scale);
    paintItems(painter, m_fonts, m_layout.items, {});
    const double hair = 1 / scale;
    if (!m_template.marks.isEmpty() && m_template.page.length == TicketPage::Length::Fixed) {
        painter.setPen(QPen(Qt::darkGray, hair, Qt::DashLine));
        painter.drawRect(toUnits(m_template.marks));
    }
    // On a roll an element stands elsewhere than the template says, where those above it are short.
    if (m_current >= 0 && m_current < m_template.elements.size() &&
        m_template.page.length == TicketPage::Length::Fixed) {
        painter.setPen(QPen(QColor(0x1f, 0x5f, 0xd0), 2 * hair));
        painter.drawRect(toUnits(m_template.elements.at(m_current).box));
    }
}

} // namespace okoshko
