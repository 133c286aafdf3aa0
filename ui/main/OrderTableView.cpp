// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/OrderTableView.h"

#include "ui/main/OrderDelegate.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/RowSelection.h"
#include "ui/widgets/TouchScroll.h"

#include "models/tables/OrderTableModel.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

using Column = OrderTableModel::Column;

int minEventWidth()
{
    return Theme::space(44);
}

int minSystemWidth()
{
    return Theme::space(28);
}

} // namespace

OrderTableView::OrderTableView(OrderTableModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setObjectName(u"orderTable"_s);
    setAccessibleName(tr("Orders"));
    setModel(&model);
    RowSelection::install(*this);
    TouchScroll::install(*this);
    setItemDelegate(new OrderDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(OrderDelegate::rowHeight());
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setSortIndicator(static_cast<int>(model.sortColumn()), model.sortOrder());
    setSortingEnabled(true);
    m_layOut.setSingleShot(true);
    // On another page sales go on without measuring texts that nobody sees.
    connect(&m_layOut, &QTimer::timeout, this, [this] {
        m_isLayOutDue = !isVisible();
        if (!m_isLayOutDue)
            layOutColumns();
    });
    const auto soon = [this] { m_layOut.start(); };
    connect(&model, &QAbstractItemModel::rowsInserted, this, soon);
    connect(&model, &QAbstractItemModel::headerDataChanged, this, soon);
    connect(&model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
        // Not for changes of the time left, whose width is fixed.
        if (from.column() <= static_cast<int>(Column::Status) && to.column() >= static_cast<int>(Column::Event))
            m_layOut.start();
    });
}

OrderId OrderTableView::current() const
{
    return m_model.orderAt(currentIndex());
}

void OrderTableView::select(const OrderId &id)
{
    const QModelIndex index = m_model.indexOf(id);
    if (index.isValid()) {
        setCurrentIndex(index);
        scrollTo(index);
    }
}

void OrderTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT currentOrderChanged();
}

void OrderTableView::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Copy))
        return QTableView::keyPressEvent(event);
    const OrderRow *row = m_model.row(current());
    if (!row || row->order.number == 0)
        return;
    const QString number = QString::number(row->order.number);
    QGuiApplication::clipboard()->setText(number);
    Q_EMIT numberCopied(number);
}

void OrderTableView::layOutColumns()
{
    const auto wordsOf = [this](Column column) { return OrderDelegate::widthOf(column, m_model); };
    const int event = wordsOf(Column::Event);
    const int number = wordsOf(Column::Number);
    int room = viewport()->width() - number;
    // In the narrowest windows the event's title is the second line of the number, and headers have no arrow.
    const bool isEventBeneath = room < minEventWidth() + wordsOf(Column::Status) + wordsOf(Column::Sum);
    horizontalHeader()->setSortIndicatorShown(!isEventBeneath);
    const auto widthOf = [this, wordsOf](Column column) {
        setColumnHidden(static_cast<int>(column), false); // the header reports no width for hidden columns
        return std::max(wordsOf(column), horizontalHeader()->sectionSizeHint(static_cast<int>(column)));
    };
    const int minEventWidthHere = isEventBeneath ? 0 : minEventWidth();
    const int shared = isEventBeneath ? Theme::space(2) : 0; // of the cells' padding
    room += shared - minEventWidthHere;
    // From the most to the least important column: a column without room is hidden; the order pane shows its value.
    constexpr Column byNeed[]{Column::Sum,     Column::Status, Column::TimeLeft,
                              Column::Tickets, Column::System, Column::Created};
    for (const Column column : byNeed) {
        if (column == Column::System) // the event keeps its room first
            room -= std::clamp(event - minEventWidthHere, 0, minEventWidth() / 2);
        int width = widthOf(column);
        const int header = horizontalHeader()->sectionSizeHint(static_cast<int>(column));
        if (column == Column::Sum)
            width = std::max(width - shared, header);
        if (column == Column::System) // a long name is elided
            width = std::min(width, std::max({minSystemWidth(), header, room}));
        const bool fits = room >= width;
        setColumnHidden(static_cast<int>(column), !fits);
        setColumnWidth(static_cast<int>(column), width);
        room -= fits ? width : 0;
    }
    setColumnHidden(static_cast<int>(Column::Event), isEventBeneath);
    int rest = viewport()->width();
    for (const Column column : byNeed)
        rest -= isColumnHidden(static_cast<int>(column)) ? 0 : columnWidth(static_cast<int>(column));
    setColumnWidth(static_cast<int>(Column::Number), isEventBeneath ? rest : number);
    setColumnWidth(static_cast<int>(Column::Event), rest - number);
}

void OrderTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
}

void OrderTableView::showEvent(QShowEvent *event)
{
    if (std::exchange(m_isLayOutDue, false))
        layOutColumns();
    QTableView::showEvent(event);
}

void OrderTableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_layOut.start(); // deferred: the header is updated after its table
}

void OrderTableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_model.rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(Theme::palette().muted);
    painter.setFont(Theme::font(Theme::Type::Heading));
    const QString words = m_model.total() == 0 ? tr("There are no orders yet.\nPress F2 to sell the first ticket.")
                                               : tr("No order matches.\nPress Esc to see them all.");
    painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, words);
}

} // namespace okoshko
