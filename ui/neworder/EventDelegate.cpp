// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/neworder/EventDelegate.h"

#include "ui/theme/Theme.h"

#include "models/domain/Text.h"
#include "models/tables/EventListModel.h"
#include "models/tables/SearchText.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

using Availability = EventListModel::Availability;

Availability availabilityOf(const QModelIndex &index)
{
    return static_cast<Availability>(index.data(EventListModel::AvailabilityRole).toInt());
}

bool canBeSold(Availability availability)
{
    return availability == Availability::Plenty || availability == Availability::Last;
}

QFont titleFont()
{
    return Theme::font(Theme::Type::Text, QFont::DemiBold);
}

QFont noteFont()
{
    return Theme::font(Theme::Type::Note);
}

QFont dayFont()
{
    return Theme::font(Theme::Type::Heading, QFont::Bold);
}

int blockSide()
{
    return QFontMetrics(dayFont()).height() + QFontMetrics(noteFont()).height() + Theme::space(1);
}

} // namespace

QSize EventDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {Theme::space(60), blockSide() + Theme::space(3)};
}

void EventDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme::Palette &p = Theme::palette();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, selected ? p.selection : p.surface);
    if (selected)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(Theme::space(1), option.rect.height())), p.accent);
    painter->setPen(p.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());

    const bool faded = !canBeSold(availabilityOf(index));
    const QRect rect = option.rect.adjusted(Theme::space(3), Theme::space(1), -Theme::space(3), -Theme::space(1));
    // In a narrow list the date is part of the line with the place.
    const bool isNarrow = rect.width() < Theme::space(60);
    const int block = isNarrow ? 0
                               : std::max({blockSide(), QFontMetrics(noteFont()).horizontalAdvance(u"сентября 2027"_s),
                                           QFontMetrics(dayFont()).horizontalAdvance(u"27–29"_s)}) +
                                     Theme::space(4);
    if (!isNarrow)
        paintDate(*painter, QRect(rect.left(), rect.top(), block - Theme::space(3), rect.height()), index, faded);
    const int leftWidth = paintLeft(*painter, rect, index);

    const QRect words = rect.adjusted(block, 0, -leftWidth - Theme::space(3), 0);
    QFont title = titleFont();
    title.setStrikeOut(faded);
    const int titleHeight = QFontMetrics(title).height();
    const int noteHeight = QFontMetrics(noteFont()).height();
    const int top = words.top() + (words.height() - titleHeight - noteHeight) / 2;
    painter->setFont(title);
    paintWords(*painter, QRect(words.left(), top, words.width(), titleHeight),
               isolated(index.data(Qt::DisplayRole).toString()), faded ? p.muted : p.text);
    painter->setFont(noteFont());
    paintWords(*painter, QRect(words.left(), top + titleHeight, words.width(), noteHeight),
               inOneLine({isNarrow ? index.data(EventListModel::DayRole).toString() + u' ' +
                                         index.data(EventListModel::MonthRole).toString()
                                   : QString(),
                          index.data(EventListModel::PlaceRole).toString()}),
               p.muted);
    painter->restore();
}

void EventDelegate::paintDate(QPainter &painter, const QRect &rect, const QModelIndex &index, bool faded) const
{
    const Theme::Palette &p = Theme::palette();
    painter.setPen(p.line);
    painter.setBrush(p.surface);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), Theme::space(1), Theme::space(1));
    const QFont day = dayFont();
    const int dayHeight = QFontMetrics(day).height();
    const int top = rect.top() + (rect.height() - dayHeight - QFontMetrics(noteFont()).height()) / 2;
    painter.setPen(faded ? p.muted : p.text);
    painter.setFont(day);
    painter.drawText(QRect(rect.left(), top, rect.width(), dayHeight), Qt::AlignCenter,
                     index.data(EventListModel::DayRole).toString());
    painter.setPen(p.muted);
    painter.setFont(noteFont());
    painter.drawText(QRect(rect.left(), top + dayHeight, rect.width(), QFontMetrics(noteFont()).height()),
                     Qt::AlignCenter, index.data(EventListModel::MonthRole).toString());
}

void EventDelegate::paintWords(QPainter &painter, const QRect &rect, const QString &text, const QColor &colour) const
{
    const QFontMetrics metrics = painter.fontMetrics();
    const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
    const QString haystack = folded(shown);
    for (const QString &word : m_words) {
        const qsizetype at = indexOfWordStart(haystack, word);
        // If case folding has changed the length, positions in the folded text are not positions in the shown one; in
        // right-to-left text, widths are not positions.
        if (at < 0 || haystack.size() != shown.size() || runsRightToLeft(shown))
            continue;
        const int x = rect.left() + metrics.horizontalAdvance(shown.left(at));
        painter.fillRect(x, rect.top(), metrics.horizontalAdvance(shown.mid(at, word.size())), rect.height(),
                         Theme::palette().mark);
    }
    painter.setPen(colour);
    painter.drawText(rect, Qt::AlignVCenter, shown);
}

int EventDelegate::paintLeft(QPainter &painter, const QRect &rect, const QModelIndex &index) const
{
    const Theme::Palette &p = Theme::palette();
    const Availability availability = availabilityOf(index);
    const QVariant vacant = index.data(EventListModel::VacantRole); // nothing = not known
    const QVariant amount = index.data(EventListModel::AmountRole); // nothing = not known
    const auto note = [&] {
        switch (availability) {
        case Availability::Plenty:
            return vacant.isNull() || amount.isNull() ? QString() : tr("of %1").arg(amount.toInt());
        case Availability::Last:
            return tr("the last one");
        case Availability::SoldOut:
            return tr("sold out");
        case Availability::NotOnSale:
            return tr("not on sale");
        case Availability::Over:
            return tr("over");
        }
        Q_UNREACHABLE();
    };
    const QFontMetrics titleMetrics(titleFont());
    const QFontMetrics noteMetrics(noteFont());
    const QString figure = availability == Availability::Over ? QString() : vacant.toString();
    const int width = std::max(titleMetrics.horizontalAdvance(figure), noteMetrics.horizontalAdvance(note()));
    const int top = rect.top() + (rect.height() - titleMetrics.height() - noteMetrics.height()) / 2;
    painter.setFont(titleFont());
    painter.setPen(availability == Availability::Last ? p.urgent : canBeSold(availability) ? p.text : p.muted);
    painter.drawText(QRect(rect.right() - width, top, width, titleMetrics.height()), Qt::AlignRight, figure);
    painter.setFont(noteFont());
    painter.setPen(p.muted);
    painter.drawText(QRect(rect.right() - width, top + titleMetrics.height(), width, noteMetrics.height()),
                     Qt::AlignRight, note());
    return width;
}

} // namespace okoshko
