// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/PastFinds.h"

#include "models/counter/Counter.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/Notice.h"

#include "models/domain/Text.h"
#include "models/sale/PriceBreakdown.h"
#include "models/sale/SaleHistory.h"
#include "models/tables/SearchText.h"
#include "models/tables/SoughtOrder.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QTimer>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko {

namespace {

constexpr auto moment = 300ms;
constexpr int maxFinds = 20;
constexpr int maxVisibleRows = 4;
constexpr qsizetype maxEntries = 8; ///< shown for one sale

/// Adds the sales of \a more to \a found.
void join(PastSales &found, const PastSales &more)
{
    for (const PastSale &past : more.sales) {
        const auto isSame = [&past](const PastSale &known) { return known.sale.order.id == past.sale.order.id; };
        if (std::none_of(found.sales.cbegin(), found.sales.cend(), isSame))
            found.sales << past;
    }
    std::stable_sort(found.sales.begin(), found.sales.end(), [](const PastSale &a, const PastSale &b) {
        return a.sale.order.createdAt > b.sale.order.createdAt;
    });
    found.isCut = found.isCut || more.isCut;
    found.isIndexed = found.isIndexed && more.isIndexed;
    found.barcodes = more.barcodes;
}

} // namespace

PastFinds::PastFinds(Counter &counter, const QList<PaymentSystem> &systems, const Format &format, QWidget *parent)
    : QWidget(parent)
    , m_counter(counter)
    , m_format(format)
    , m_systems(systems)
    , m_moment(new QTimer(this))
    , m_line(makeLabel(this, Theme::Type::Note, Tone::Muted))
    , m_list(new QListWidget(this))
    , m_facts(new Notice(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(1));
    m_line->setObjectName(u"pastLine"_s);
    m_line->setWordWrap(true);
    m_list->setObjectName(u"pastList"_s);
    m_list->setAccessibleName(tr("Past orders that were found"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setUniformItemSizes(true);
    m_list->setTabKeyNavigation(false);
    m_list->installEventFilter(this);
    m_facts->setObjectName(u"pastFacts"_s);
    column->addWidget(m_line);
    column->addWidget(m_list);
    column->addWidget(m_facts);

    m_moment->setObjectName(u"pastMoment"_s);
    m_moment->setSingleShot(true);
    m_moment->setInterval(moment);
    connect(m_moment, &QTimer::timeout, this, &PastFinds::ask);
    connect(m_list, &QListWidget::itemClicked, this, &PastFinds::choose);
    connect(&counter.orders, &QAbstractItemModel::rowsInserted, this, &PastFinds::refresh);
    connect(&counter.orders, &QAbstractItemModel::rowsRemoved, this, &PastFinds::refresh);
    hide();
}

void PastFinds::look(const QString &typed)
{
    if (typed == m_typed)
        return;
    m_typed = typed;
    m_context.reset();
    m_found = {};
    m_facts->clear();
    const bool isSought = !searchWords(typed).isEmpty();
    m_state = isSought ? State::Looking : State::Nothing;
    isSought ? m_moment->start() : m_moment->stop();
    refresh();
}

void PastFinds::ask()
{
    m_context = std::make_unique<QObject>();
    m_found = {};
    m_found.barcodes = PastSales::Barcodes::Searched;
    const QStringList readings = readingsOf(m_typed);
    m_awaited = readings.size();
    for (const QString &reading : readings)
        m_counter.saleJournal.find(reading, maxFinds, m_context.get(),
                                   [this](const Journaled<PastSales> &answer) { take(answer); });
}

void PastFinds::take(const Journaled<PastSales> &answer)
{
    if (!answer)
        m_state = State::Failed;
    else
        join(m_found, *answer);
    if (--m_awaited > 0)
        return;
    if (m_state == State::Looking)
        m_state = State::Found;
    refresh();
}

void PastFinds::refresh()
{
    setVisible(m_state != State::Nothing);
    if (m_state == State::Nothing && m_shown.isEmpty())
        return;
    QList<PastSale> shown;
    if (m_state == State::Found)
        std::copy_if(m_found.sales.cbegin(), m_found.sales.cend(), std::back_inserter(shown),
                     [this](const PastSale &past) { return !m_counter.orders.indexOf(past.sale.order.id).isValid(); });
    if (shown != m_shown) {
        const int row = m_list->currentRow();
        const OrderId current = row >= 0 && row < m_shown.size() ? m_shown.at(row).sale.order.id : OrderId();
        m_shown = shown;
        m_list->clear();
        for (const PastSale &past : std::as_const(m_shown)) {
            auto *item = new QListWidgetItem(rowOf(past), m_list);
            item->setSizeHint({0, m_list->fontMetrics().height() + Theme::space(2)});
            if (past.sale.order.id == current)
                m_list->setCurrentRow(m_list->count() - 1);
        }
    }
    showLine();
    const int rows = std::min(m_list->count(), maxVisibleRows);
    m_list->setFixedHeight(rows * std::max(m_list->sizeHintForRow(0), 0) + 2 * m_list->frameWidth());
    m_list->setVisible(rows > 0);
}

void PastFinds::showLine()
{
    const QString listed = tr("In the list: %1.").arg(m_format.count(m_counter.orders.rowCount()));
    m_line->setText(QStringList{listed, farWords(), gaps()}.join(u' ').simplified());
}

QString PastFinds::farWords() const
{
    switch (m_state) {
    case State::Nothing:
        return {};
    case State::Looking:
        return tr("In the whole past of this counter: looking…");
    case State::Failed:
        return tr("The past of this counter cannot be read just now. Type it again to look once more.");
    case State::Found: {
        const QString count = m_format.count(static_cast<int>(m_shown.size()));
        if (m_found.isCut)
            return tr("In the whole past of this counter: %1 more here, and there are others. Type more to see fewer.")
                .arg(count);
        return m_shown.isEmpty()
                   ? tr("In the whole past of this counter: no more. Names and phones are looked for in the list "
                        "alone.")
                   : tr("In the whole past of this counter: %1 more.").arg(count);
    }
    }
    Q_UNREACHABLE();
}

QString PastFinds::gaps() const
{
    if (m_state != State::Found)
        return {};
    QStringList said;
    if (!m_found.isIndexed)
        said << tr("Old orders are still being made ready for searching: look again in a few minutes.");
    if (SoughtOrder(m_typed).mayBeBarcode()) {
        switch (m_found.barcodes) {
        case PastSales::Barcodes::Searched:
            break;
        case PastSales::Barcodes::InPart:
            said << tr("Some tickets cannot be found by their barcodes: they were sold without access to the password "
                       "store. Look for them by the order number.");
            break;
        case PastSales::Barcodes::NoKey:
            said << tr("Barcodes could not be searched: the password store cannot be reached. Look by the order "
                       "number.");
            break;
        }
    }
    return said.join(u' ');
}

QString PastFinds::rowOf(const PastSale &past) const
{
    const Order &order = past.sale.order;
    const Instant now = m_counter.clock.now();
    return inOneLine({m_format.orderNumber(order.number), sanitizedText(past.sale.request.eventTitle),
                      order.createdAt ? m_format.moment(*order.createdAt, now) : QString(),
                      m_format.status(past.sale.lastKnown), m_format.sum(PriceBreakdown::of(order).total),
                      past.isOfThisComputer ? QString() : tr("sold at another computer")});
}

void PastFinds::choose()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_shown.size())
        return;
    const PastSale past = m_shown.at(row);
    if (m_counter.orders.row(past.sale.order.id))
        Q_EMIT orderRequested(past.sale.order.id);
    else
        showFacts(past);
}

void PastFinds::showFacts(const PastSale &past)
{
    const JournaledSale &sale = past.sale;
    const Instant now = m_counter.clock.now();
    QStringList lines{inOneLine({sanitizedText(sale.request.eventTitle), m_format.tickets(sale.order.ticketCount()),
                                 m_format.sum(PriceBreakdown::of(sale.order).total),
                                 m_format.wayToPay(sale.order, sale.system, m_systems)})};
    const qsizetype skipped = std::max<qsizetype>(0, sale.record.size() - maxEntries);
    for (const RecordEntry &entry : sale.record.sliced(skipped)) {
        if (const auto known = toHistory(entry))
            lines << inOneLine({m_format.moment(entry.at, now), m_format.history(*known, {})});
    }
    if (!past.isOfThisComputer)
        lines << tr("It was sold at another computer, with a copy of this profile.");
    lines << tr("This is the last that this counter knows of it: it is older than the orders that are listed. The "
                "journal keeps nothing about buyers.");
    m_facts->clear();
    m_facts->showMessage(
        Notice::Kind::Info,
        {tr("Order %1: %2").arg(m_format.orderNumber(sale.order.number), m_format.status(sale.lastKnown)),
         lines.join(u'\n')});
    m_facts->addUnderstood(u"pastFactsDoneButton"_s);
}

/// Enter and Space choose here; no other button gets them.
bool PastFinds::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto &press = static_cast<const QKeyEvent &>(*event);
    const bool chooses = press.key() == Qt::Key_Return || press.key() == Qt::Key_Enter || press.key() == Qt::Key_Space;
    if (!chooses || press.modifiers() & ~Qt::KeypadModifier)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress && !press.isAutoRepeat())
        choose();
    return true;
}

} // namespace okoshko
