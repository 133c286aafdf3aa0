// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/ServerLook.h"

#include "models/counter/Counter.h"
#include "models/domain/Text.h"
#include "ui/text/ErrorText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/WaitLine.h"
#include "ui/widgets/WrapLayout.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>

#include <chrono>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

constexpr int longestList = 100'000; ///< orders
constexpr int mostEvents = 20;       ///< that begin next

} // namespace

ServerLook::ServerLook(Counter &counter, const Format &format, QWidget *parent)
    : QWidget(parent)
    , m_counter(counter)
    , m_format(format)
    , m_sought(QString())
    , m_offer(new QWidget(this))
    , m_places(new QComboBox(m_offer))
    , m_look(new ActionButton(ActionButton::Weight::Normal, m_offer))
    , m_wait(new WaitLine(this))
    , m_line(makeLabel(this, Theme::Type::Note, Tone::Muted))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(1));
    column->addWidget(m_offer);
    column->addWidget(m_wait);
    column->addWidget(m_line);
    auto *row = new WrapLayout(m_offer);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space(2));
    row->addWidget(m_look);
    row->addWidget(m_places);
    m_look->setObjectName(u"serverLookButton"_s);
    m_look->setText(tr("Look at the ser&ver"));
    m_places->setObjectName(u"serverPlaces"_s);
    m_places->setAccessibleName(tr("Among which orders"));
    m_places->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    constexpr int letters = 34;
    m_places->setMinimumContentsLength(letters);
    m_line->setObjectName(u"serverLookLine"_s);
    m_line->setWordWrap(true);
    m_line->hide();
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&counter.orders, changed, this, &ServerLook::shareKeys);
    shareKeys();
    connect(m_look, &QPushButton::clicked, this, [this] { look(OrderQuery::Barcodes::Wanted); });
    connect(m_wait, &WaitLine::left, this, [this] {
        m_call.abandon();
        end(tr("Stopped: it is not known whether the server has it."));
    });
    hide();
}

void ServerLook::seek(const QString &typed)
{
    if (typed == m_typed)
        return;
    m_typed = typed;
    const bool wasEmpty = m_sought.isEmpty();
    m_sought = SoughtOrder(typed);
    m_call.abandon();
    end({});
    if (wasEmpty && !m_sought.isEmpty())
        offerPlaces();
    setVisible(!m_sought.isEmpty());
}

void ServerLook::forget()
{
    if (m_sought.isEmpty())
        hide();
}

/// Enter goes on with the order that is selected; it looks at the server only if there is none in the list.
void ServerLook::shareKeys()
{
    m_look->setKey(Qt::Key_F6, m_counter.orders.rowCount() == 0 ? Qt::Key_Return : Qt::Key());
}

void ServerLook::offerPlaces()
{
    const QVariant event = m_places->currentData(EventRole);
    const int row = m_places->currentIndex();
    m_places->clear();
    for (const int days : {7, 30}) {
        m_places->addItem(tr("Orders of the last %n day(s)", nullptr, days));
        m_places->setItemData(m_places->count() - 1, days, DaysRole);
    }
    const Instant now = m_counter.clock.now();
    for (const KnownEventPtr &known : m_counter.catalogue.events()) {
        if (known->event.isOver(now))
            continue;
        m_places->addItem(tr("Orders for: %1")
                              .arg(inOneLine({m_format.eventTimeShort(known->event, known->event.venue, now),
                                              sanitizedText(m_format.title(known->event), longestTitle)})));
        m_places->setItemData(m_places->count() - 1, known->event.id.toString(), EventRole);
        if (m_places->count() >= 2 + mostEvents)
            break;
    }
    const int same = event.isValid() ? m_places->findData(event, EventRole) : row;
    m_places->setCurrentIndex(std::max(same, 0));
}

OrderQuery ServerLook::query() const
{
    OrderQuery query;
    query.event = EventId::parse(m_places->currentData(EventRole).toString());
    // Without the server's time the days are unknown, and all orders are read.
    if (!query.event && m_counter.clock.isSynchronised())
        query.createdFrom = m_counter.clock.now() - std::chrono::days(m_places->currentData(DaysRole).toInt());
    query.limit = longestList;
    return query;
}

void ServerLook::look(OrderQuery::Barcodes barcodes)
{
    if (m_call.isPending() || !m_counter.service.isReady())
        return;
    end({});
    OrderQuery asked = query();
    asked.barcodes = barcodes;
    asked.onRead = [this](qsizetype orders) {
        m_wait->setText(tr("Looked at %n order(s) so far…", nullptr, static_cast<int>(orders)));
    };
    m_look->setWorking(ActionButton::Working::Yes);
    m_places->setEnabled(false);
    m_wait->start(tr("Looking through the orders at the server…"), tr("Stop"));
    m_call = m_counter.service.search(
        asked,
        [sought = m_sought](const Order &order, const QStringList &listed) { return sought.matches(order, listed); },
        this, [this, barcodes](const Result<FoundOrders> &found) { onFound(found, barcodes); });
}

void ServerLook::onFound(const Result<FoundOrders> &found, OrderQuery::Barcodes barcodes)
{
    // Some servers may not expand the tickets of a list: without their barcodes it is read all the same.
    if (!found && found.error().kind == ErrorKind::BadRequest && barcodes == OrderQuery::Barcodes::Wanted)
        return look(OrderQuery::Barcodes::No);
    if (!found) {
        const ErrorText text(found.error(), Doing::LoadingOrders);
        return end(text.title + u' ' + text.reason());
    }
    const QString words = wordsOf(*found);
    if (!found->orders.isEmpty())
        Q_EMIT orderRequested(found->orders.first()); // may clear the search, and with it this
    end(words);
    show();
}

void ServerLook::end(const QString &words)
{
    m_wait->stop();
    m_look->setWorking(ActionButton::Working::No);
    m_places->setEnabled(true);
    m_offer->setVisible(!m_sought.isEmpty());
    m_line->setText(words);
    m_line->setVisible(!words.isEmpty());
}

QString ServerLook::wordsOf(const FoundOrders &found) const
{
    const QString place = m_places->currentText();
    QStringList words;
    if (found.from && found.until) {
        const Instant now = m_counter.clock.now();
        words << tr("%1: looked at %n, made from %2 to %3.", nullptr, found.looked)
                     .arg(place, m_format.moment(*found.from, now), m_format.moment(*found.until, now));
    } else {
        words << tr("%1: looked at %n.", nullptr, found.looked).arg(place);
    }
    if (found.orders.isEmpty())
        words << tr("None of them shows this number, name, phone or barcode.");
    else
        words << tr("Found: %n; in the list now.", nullptr, static_cast<int>(found.orders.size()));
    if (found.orders.isEmpty() && found.withoutBuyer > 0)
        words << tr(
            "%n unpaid order(s) among them name no buyer: the server tells the buyer once the payment has begun. "
            "Such an order is found by its number: ask for it.",
            nullptr, found.withoutBuyer);
    switch (found.extent) {
    case ListExtent::Whole:
        break;
    case ListExtent::Gaps:
        words << tr("Some orders could not be read.");
        break;
    case ListExtent::EndedEarly:
    case ListExtent::Cut:
        words << tr("The server's list was not read to its end: there may be others.");
        break;
    }
    if (found.orders.isEmpty() && m_sought.mayBeBarcode() && found.lacksBarcodes)
        words << tr("The server's list brought no barcodes: a barcode cannot be found there.");
    return words.join(u' ');
}

} // namespace okoshko
