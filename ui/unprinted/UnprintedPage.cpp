// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/unprinted/UnprintedPage.h"

#include "models/counter/Counter.h"
#include "models/print/UnprintedRow.h"
#include "ui/theme/Theme.h"
#include "ui/unprinted/BlanksCard.h"
#include "ui/unprinted/UnprintedCard.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ColumnArea.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/PrintPanel.h"

#include <QBoxLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

UnprintedPage::UnprintedPage(Counter &counter, const Format &format, QWidget *parent)
    : Page(parent)
    , m_counter(counter)
    , m_format(format)
{
    setObjectName(u"unprintedPage"_s);
    head().addStretch();
    auto *list = new QWidget(this);
    m_column = new QVBoxLayout(list);
    m_column->setContentsMargins(Theme::space(6), Theme::space(4), Theme::space(6), Theme::space(4));
    m_column->setSpacing(Theme::space(3));
    m_empty = makeLabel(list, Theme::Type::Heading, Tone::Muted);
    m_empty->setObjectName(u"unprintedEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_column->addWidget(m_empty);
    m_blanks = new QVBoxLayout;
    m_blanks->setSpacing(Theme::space(3));
    m_column->addLayout(m_blanks);
    m_column->addStretch();
    m_area = new ColumnArea(list, this);
    body().addWidget(m_area);

    connect(&back(), &QPushButton::clicked, this, &Page::left);
    // Later, once for many changes: also because the press of a card's button may remove the card.
    m_soon.setSingleShot(true);
    m_soon.callOnTimeout(this, &UnprintedPage::refresh);
    const auto soon = [this] {
        if (isVisible())
            m_soon.start(0);
    };
    connect(&counter.printing, &PrintService::orderChanged, this, soon);
    connect(&counter.printing, &PrintService::jobChanged, this, soon);
    connect(&counter.printing.blanks(), &BlankStock::changed, this, &UnprintedPage::refreshBlanks,
            Qt::QueuedConnection);
    connect(&counter.service, &SaleService::saleChanged, this, [this](const OrderId &id) {
        if (std::ranges::any_of(m_cards, [&id](const UnprintedCard *card) { return card->key() == id.toString(); }))
            m_soon.start(0);
    });
    setTitle(tr("Not printed"));
    refresh();
    refreshBlanks();
}

void UnprintedPage::begin(const OrderId &order)
{
    refresh();
    refreshBlanks();
    const auto it =
        std::ranges::find_if(m_cards, [&order](const UnprintedCard *card) { return card->key() == order.toString(); });
    if (it == m_cards.end())
        return focusFirst();
    (*it)->focusFirst();
    m_area->ensureWidgetVisible(*it);
}

void UnprintedPage::focusFirst()
{
    if (m_cards.isEmpty())
        back().setFocus();
    else
        m_cards.first()->focusFirst();
}

bool UnprintedPage::isAtRest() const
{
    return std::ranges::all_of(m_cards, [](const UnprintedCard *card) { return card->panel().isAtRest(); }) &&
           std::ranges::all_of(m_blanksCards, [](const BlanksCard *card) { return card->isAtRest(); });
}

void UnprintedPage::refresh()
{
    const Instant now = m_counter.clock.now();
    const QList<UnprintedRow> rows = unprintedRows(m_counter.printing);
    const QWidget *focus = window()->focusWidget();
    bool hadFocus = false;
    // A card is kept as long as its subject: a question may be open in it.
    for (qsizetype at = m_cards.size(); at-- > 0;) {
        UnprintedCard *card = m_cards.at(at);
        if (std::ranges::any_of(rows, [card](const UnprintedRow &row) { return row.key() == card->key(); }))
            continue;
        hadFocus = hadFocus || (focus && card->isAncestorOf(focus));
        m_cards.removeAt(at);
        card->hide();
        card->deleteLater();
    }
    for (qsizetype at = 0; at < rows.size(); ++at) {
        const UnprintedRow &row = rows.at(at);
        auto it = std::ranges::find_if(m_cards, [&](const UnprintedCard *card) { return card->key() == row.key(); });
        if (it == m_cards.end())
            it = m_cards.insert(std::min(at, m_cards.size()), makeCard(row.key(), std::min(at, m_cards.size())));
        (*it)->show(); // the layout would show it later, and it could not get the focus now
        if (row.order.isNull())
            (*it)->setJob(row.job.id);
        else if (const Sale *sale = m_counter.service.sale(row.order))
            (*it)->setOrder(*sale, m_counter.catalogue.wholeEvent(sale->order.event), now);
        else
            (*it)->setUnknown(row.job, now);
    }
    const bool hasPrinter = m_counter.printing.settings().printerOf(PrinterProfile::Prints::Tickets);
    m_empty->setText(hasPrinter
                         ? tr("Nothing is to be done here. Paid orders whose tickets are not printed are listed here "
                              "until they are printed or not needed.")
                         : tr("This counter has no printer for tickets: what is not printed is not missed, and not "
                              "listed. Tickets can be saved as PDF files from the list of orders."));
    m_empty->setVisible(m_cards.isEmpty());
    if (!hadFocus || !isVisible())
        return;
    focusFirst();
    if (m_cards.isEmpty())
        return;
    // The second press of an impatient hand was meant for the card that has gone.
    for (ActionButton *button : m_cards.first()->findChildren<ActionButton *>())
        button->guard(ActionButton::Guard::Once);
}

UnprintedCard *UnprintedPage::makeCard(const QString &key, qsizetype at)
{
    auto *card = new UnprintedCard(key, m_counter.printing, m_format, m_area->widget());
    connect(card, &UnprintedCard::orderRequested, this, &UnprintedPage::orderRequested);
    connect(&card->panel(), &PrintPanel::pdfRequested, this, &UnprintedPage::pdfRequested);
    connect(&card->panel(), &PrintPanel::settingsRequested, this, &UnprintedPage::settingsRequested);
    m_column->insertWidget(static_cast<int>(at), card);
    return card;
}

void UnprintedPage::refreshBlanks()
{
    QStringList queues;
    for (const PrinterProfile &printer : m_counter.printing.settings().printers) {
        if (printer.blanks == PrinterProfile::Blanks::Numbered && !queues.contains(printer.queue))
            queues << printer.queue;
    }
    m_blanksCards.removeIf([&queues](BlanksCard *card) {
        if (queues.contains(card->queue()))
            return false;
        card->hide();
        card->deleteLater();
        return true;
    });
    for (const QString &queue : queues) {
        if (std::ranges::any_of(m_blanksCards, [&queue](const BlanksCard *card) { return card->queue() == queue; }))
            continue;
        auto *card = new BlanksCard(m_counter.printing, m_counter.clock, queue, m_format, m_area->widget());
        connect(card, &BlanksCard::sheetRequested, this, &UnprintedPage::sheetRequested);
        m_blanks->addWidget(card);
        m_blanksCards << card;
    }
    for (BlanksCard *card : std::as_const(m_blanksCards))
        card->refresh();
}

} // namespace okoshko
