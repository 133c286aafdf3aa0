// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/OrderDelegate.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Painting.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

using Column = OrderTableModel::Column;

QFont strong()
{
    return Theme::font(Theme::Type::Text, QFont::DemiBold);
}

PillLook lookOf(const QModelIndex &index)
{
    PillLook look;
    look.status = static_cast<OrderStatus>(index.data(OrderTableModel::StatusRole).toInt());
    look.word = index.data(Qt::DisplayRole).toString();
    look.remark = static_cast<SaleRemark>(index.data(OrderTableModel::RemarkRole).toInt());
    look.print = static_cast<PrintState>(index.data(OrderTableModel::PrintRole).toInt());
    const QVariant urgency = index.data(OrderTableModel::UrgencyRole);
    if (urgency.isValid())
        look.urgency = static_cast<Countdown::Urgency>(urgency.toInt());
    return look;
}

/// The maximum width of the texts in \a column, as \a width measures them; only the first rows are measured.
template <class Width>
int widestOf(const OrderTableModel &model, Column column, Width width)
{
    int widest = 0;
    for (int row = 0; row < std::min(model.rowCount(), 50); ++row)
        widest = std::max<int>(widest, width(model.index(row, static_cast<int>(column))));
    return widest;
}

} // namespace

int OrderDelegate::rowHeight()
{
    const int text = QFontMetrics(strong()).height();
    const int note = QFontMetrics(Theme::font(Theme::Type::Note)).height();
    return text + note + Theme::space(2);
}

int OrderDelegate::widthOf(Column column, const OrderTableModel &model)
{
    const QString header = model.headerData(static_cast<int>(column), Qt::Horizontal, Qt::DisplayRole).toString();
    const int headerWidth = QFontMetrics(strong()).horizontalAdvance(header) + Theme::space(5);
    const auto figures = [](const QString &text) { return figuresWidth(strong(), text); };
    const auto contents = [&]() -> int {
        switch (column) {
        case Column::Number:
            return std::max(
                widestOf(model, column, [&](const QModelIndex &cell) { return figures(cell.data().toString()); }),
                figures(u"000 000 000"_s));
        case Column::Event:
            return widestOf(model, column,
                            [text = QFontMetrics(Theme::font(Theme::Type::Text)),
                             note = QFontMetrics(Theme::font(Theme::Type::Note))](const QModelIndex &cell) {
                                return std::max(
                                           text.horizontalAdvance(cell.data().toString()),
                                           note.horizontalAdvance(cell.data(OrderTableModel::DetailRole).toString())) +
                                       Theme::space(1);
                            });
        case Column::Tickets:
            return figures(u"000"_s);
        case Column::Sum:
            return std::max(
                widestOf(model, column, [&](const QModelIndex &cell) { return figures(cell.data().toString()); }),
                figures(u"0 000,00 ₽"_s));
        case Column::System:
            return widestOf(
                model, column, [metrics = QFontMetrics(Theme::font(Theme::Type::Text))](const QModelIndex &cell) {
                    return metrics.horizontalAdvance(cell.data().toString()) + Theme::space(1); // it is rounded
                });
        case Column::Status:
            return widestOf(model, column, [](const QModelIndex &cell) { return pillSize(lookOf(cell)).width(); });
        case Column::TimeLeft:
            return figures(u"00:00:00"_s);
        case Column::Created:
            return figures(u"00:00"_s) + Theme::space(2);
        }
        Q_UNREACHABLE();
    };
    return std::max(headerWidth, contents() + Theme::space(4));
}

QSize OrderDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {Theme::space(10), rowHeight()};
}

void OrderDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme::Palette &p = Theme::palette();
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, selected ? p.selection : p.surface);
    painter->setPen(p.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (selected && index.column() == 0)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(Theme::space(1), option.rect.height())), p.accent);

    const QRect rect = option.rect.adjusted(Theme::space(2), 0, -Theme::space(2), 0);
    const auto column = static_cast<Column>(index.column());
    painter->setPen(p.text);
    painter->setFont(column == Column::Number || column == Column::Sum ? strong() : Theme::font(Theme::Type::Text));
    const QString text = index.data(Qt::DisplayRole).toString();
    switch (column) {
    case Column::Number:
        paintNumber(*painter, option, index);
        break;
    case Column::Tickets:
    case Column::Sum:
    case Column::Created:
        paintFigures(*painter, rect, Qt::AlignRight, text);
        break;
    case Column::Event:
        paintEvent(*painter, rect, index);
        break;
    case Column::System:
        painter->drawText(rect, Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
        break;
    case Column::Status: {
        const PillLook look = lookOf(index);
        paintPill(*painter, {rect.left(), rect.center().y() - pillSize(look).height() / 2}, look,
                  painter->device()->devicePixelRatioF());
        break;
    }
    case Column::TimeLeft:
        paintTimeLeft(*painter, rect, index);
        break;
    }
    painter->restore();
}

void OrderDelegate::paintNumber(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QRect rect = option.rect.adjusted(Theme::space(2), 0, -Theme::space(2), 0);
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    if (table && table->isColumnHidden(static_cast<int>(Column::Event))) {
        const QFontMetrics note(Theme::font(Theme::Type::Note));
        rect.setHeight(rect.height() - note.height());
        const QString title = index.siblingAtColumn(static_cast<int>(Column::Event)).data().toString();
        painter.save();
        painter.setFont(Theme::font(Theme::Type::Note));
        painter.setPen(Theme::palette().muted);
        painter.drawText(rect.translated(0, note.height()), Qt::AlignBottom,
                         note.elidedText(title, Qt::ElideRight, rect.width()));
        painter.restore();
    }
    paintFigures(painter, rect, Qt::AlignLeft, index.data().toString());
}

void OrderDelegate::paintEvent(QPainter &painter, const QRect &rect, const QModelIndex &index) const
{
    const int text = QFontMetrics(Theme::font(Theme::Type::Text)).height();
    const int note = QFontMetrics(Theme::font(Theme::Type::Note)).height();
    const int top = rect.top() + (rect.height() - text - note) / 2;
    painter.drawText(
        QRect(rect.left(), top, rect.width(), text), Qt::AlignVCenter,
        painter.fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, rect.width()));
    painter.setFont(Theme::font(Theme::Type::Note));
    painter.setPen(Theme::palette().muted);
    const QString detail = index.data(OrderTableModel::DetailRole).toString();
    painter.drawText(QRect(rect.left(), top + text, rect.width(), note), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(detail, Qt::ElideRight, rect.width()));
}

void OrderDelegate::paintTimeLeft(QPainter &painter, const QRect &rect, const QModelIndex &index) const
{
    const QVariant fraction = index.data(OrderTableModel::FractionRole);
    if (!fraction.isValid())
        return;
    const auto status = static_cast<OrderStatus>(index.data(OrderTableModel::StatusRole).toInt());
    const auto urgency = static_cast<Countdown::Urgency>(index.data(OrderTableModel::UrgencyRole).toInt());
    const bool calm = urgency == Countdown::Urgency::Calm;
    painter.setFont(Theme::font(Theme::Type::Text, calm ? QFont::DemiBold : QFont::Black));
    painter.setPen(calm ? Theme::palette().text : Theme::palette().urgent);
    const int text = painter.fontMetrics().height();
    const int bar = Theme::space(2) * 2 / 3;
    const int top = rect.top() + (rect.height() - text - bar) / 2;
    paintFigures(painter, QRect(rect.left(), top, rect.width(), text), Qt::AlignLeft,
                 index.data(Qt::DisplayRole).toString());
    paintHoldBar(painter, QRect(rect.left(), top + text, rect.width(), bar), fraction.toDouble(), status, urgency);
}

} // namespace okoshko
