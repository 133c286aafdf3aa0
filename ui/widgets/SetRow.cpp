// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SetRow.h"

#include "ui/text/PriceText.h"
#include "ui/widgets/FigureLabel.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/Stepper.h"

#include "models/domain/Text.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <iterator>

using namespace Qt::StringLiterals;

namespace okoshko {

SetRow::SetRow(const SetId &set, QWidget *parent)
    : QWidget(parent)
    , m_set(set)
    , m_name(makeLabel(this, Theme::Type::Heading, Tone::Plain, QFont::DemiBold))
    , m_note(makeLabel(this, Theme::Type::Note, Tone::Muted))
    , m_price(new FigureLabel(Theme::Type::Heading, QFont::DemiBold, this))
    , m_priceNote(makeLabel(this, Theme::Type::Note, Tone::Muted))
    , m_stepper(new Stepper(this))
{
    setObjectName(u"setRow_"_s + set.toString());
    m_stepper->setObjectName(u"stepper_"_s + set.toString());
    m_name->setWordWrap(true);
    m_note->setWordWrap(true);
    m_price->setAlignment(Qt::AlignRight);
    m_priceNote->setAlignment(Qt::AlignRight);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::space(4), Theme::space(3), Theme::space(4), Theme::space(3));
    row->setSpacing(Theme::space(4));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_name);
    words->addWidget(m_note);
    auto *prices = new QVBoxLayout;
    prices->setSpacing(0);
    prices->addWidget(m_price);
    prices->addWidget(m_priceNote);
    row->addLayout(words, 1);
    m_figures = new QBoxLayout(QBoxLayout::TopToBottom); // until there is room for both in one line
    m_figures->setSpacing(Theme::space(1));
    m_figures->addLayout(prices);
    m_figures->addWidget(m_stepper);
    row->addLayout(m_figures);
}

QSize SetRow::minimumSizeHint() const
{
    const QSize least = QWidget::minimumSizeHint();
    int narrow = std::max(m_price->minimumSizeHint().width(), m_stepper->minimumSizeHint().width());
    for (const QString &word : m_priceNote->text().split(QRegularExpression(u"[ \n]"_s)))
        narrow = std::max(narrow, m_priceNote->fontMetrics().horizontalAdvance(word));
    return {least.width() - m_figures->minimumSize().width() + narrow, least.height()};
}

void SetRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < Theme::space(100);
    m_figures->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_figures->setSpacing(Theme::space(isNarrow ? 1 : 4));
    m_priceNote->setWordWrap(isNarrow);
    const int air = Theme::space(isNarrow ? 1 : 3);
    layout()->setContentsMargins(Theme::space(4), air, Theme::space(4), air);
    layout()->setSpacing(Theme::space(isNarrow ? 2 : 4));
}

void SetRow::show(const TicketSet &set, int most, const Event &event, Instant now, const Format &format,
                  const QString &sector)
{
    const bool sellable = most > 0;
    QFont font = m_name->font();
    font.setStrikeOut(!sellable && set.isForSale()); // a set without a current price will be sold again
    m_name->setFont(font);
    m_name->setText(breakable(isolated(set.name)));
    setTone(*m_name, sellable ? Tone::Plain : Tone::Muted);
    m_note->setText(breakable(noteOf(set, format, sector)));
    m_price->setText(!set.isForSale() ? QString() : set.price->isZero() ? tr("free") : format.money(*set.price));
    const QString priceNote = priceNoteOf(set, event, now, format);
    m_priceNote->setText(priceNote);
    m_priceNote->setVisible(!priceNote.isEmpty());
    m_stepper->setMaximum(most);
    m_stepper->setAccessibleName(tr("How many: %1").arg(isolated(set.name)));
    QWidget::show();
}

bool SetRow::moveFocus(const QKeyEvent &press, const QList<SetRow *> &rows, const QList<QWidget *> &others)
{
    if (press.key() != Qt::Key_Up && press.key() != Qt::Key_Down)
        return false;
    QList<QWidget *> stops;
    for (const SetRow *row : rows) {
        if (row->stepper().isEnabled())
            stops << &row->stepper();
    }
    std::copy_if(others.cbegin(), others.cend(), std::back_inserter(stops), std::mem_fn(&QWidget::isVisible));
    const auto at = std::find_if(stops.cbegin(), stops.cend(), std::mem_fn(&QWidget::hasFocus));
    if (at != stops.cend()) {
        const qsizetype to = std::distance(stops.cbegin(), at) + (press.key() == Qt::Key_Down ? 1 : -1);
        stops.at(std::clamp<qsizetype>(to, 0, stops.size() - 1))->setFocus(Qt::TabFocusReason);
    }
    return true;
}

QString SetRow::noteOf(const TicketSet &set, const Format &format, const QString &sector) const
{
    if (set.vacant == 0)
        return tr("sold out");
    QStringList parts{sector};
    if (!set.price)
        parts << tr("not for sale at the moment");
    else if (!set.isForSale())
        parts << tr("not for sale: the server tells a price below zero");
    parts << (set.seating == TicketSet::Seating::Numbered ? tr("seats are picked for you") : tr("no numbered seats"));
    if (set.vacant)
        parts << tr("%1 left").arg(format.count(*set.vacant));
    parts << set.description;
    return inOneLine(parts);
}

QString SetRow::priceNoteOf(const TicketSet &set, const Event &event, Instant now, const Format &format) const
{
    QStringList lines;
    const PriceBreakdown price = PriceBreakdown::of(set, 1);
    if (event.addsFeeTo(set))
        lines << dealFeeWords(*event.dealFee, format);
    else if (set.isForSale() && !price.fee)
        lines << tr("the fee is not told");
    else if (set.isForSale() && !price.fee->isZero())
        lines << (price.face
                      ? tr("face price %1 + fee %2").arg(format.plainMoney(*price.face), format.plainMoney(*price.fee))
                      : tr("of it %1 fee").arg(format.plainMoney(*price.fee)));
    if (const PriceRule *next = set.nextRule(now)) {
        const QString from = format.venueTime(*next->from, event.venue, now);
        const bool isPriced = next->price && *next->price >= Money();
        const QString then = !isPriced               ? format.sum({})
                             : next->price->isZero() ? tr("free")
                                                     : format.money(*next->price);
        lines << tr("from %1: %2").arg(from, then);
    }
    return lines.join(u'\n');
}

} // namespace okoshko
