// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/ChangeNotice.h"

#include "models/counter/Counter.h"
#include "ui/payment/PaymentDrafts.h"
#include "ui/text/ErrorText.h"
#include "ui/text/PriceText.h"
#include "ui/text/TicketText.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Notice.h"

#include <QBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

ChangeNotice::ChangeNotice(Counter &counter, PaymentDrafts &drafts, const Format &format, QWidget *parent)
    : QWidget(parent)
    , m_counter(counter)
    , m_drafts(drafts)
    , m_format(format)
    , m_tickets(counter.api, counter.service)
    , m_notice(new Notice(this))
{
    m_notice->setObjectName(u"changedNotice"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_notice);
    hide();
    connect(&m_tickets, &TicketChange::passed, this, &ChangeNotice::onPassed);
    connect(&m_tickets, &TicketChange::notPicked, this, [this](const ApiError &error) {
        m_requested.reset();
        m_notice->showMessage(Notice::Kind::Failure, ErrorText(error, Doing::Changing));
        show();
        Q_EMIT moved();
    });
    connect(&m_tickets, &TicketChange::nothingMore, this, [this] {
        m_requested.reset();
        m_notice->showMessage(Notice::Kind::Warning, {tr("There are no more tickets of these."),
                                                      tr("The order stays as it was. Choose another category.")});
        show();
        m_counter.catalogue.askAgain();
        Q_EMIT moved();
    });
}

void ChangeNotice::setSale(const OrderId &id)
{
    m_id = id;
    m_tickets.stop();
    m_requested.reset();
    m_inDoubt.reset();
    clear();
}

void ChangeNotice::stop()
{
    if (m_tickets.isPicking())
        m_requested.reset();
    m_tickets.stop();
}

void ChangeNotice::clear()
{
    m_isCodeRefused = false;
    m_shortfall.reset();
    m_sums.clear();
    m_notice->clear();
    hide();
}

void ChangeNotice::showTooMany(int wanted, int most, const QString &advice)
{
    m_notice->showMessage(
        Notice::Kind::Warning,
        {tr("Asked for %1, there are %2.").arg(m_format.count(wanted), m_format.count(most)), advice});
    show();
}

void ChangeNotice::requestTickets()
{
    const Sale *sale = m_counter.service.sale(m_id);
    const auto plan = m_drafts.of(m_id).plan;
    if (!sale || !plan || m_requested)
        return;
    clear();
    m_requested = Requested{.part = Requested::Part::Tickets, .before = sale->order, .codes = {}};
    m_tickets.begin(m_id, *plan, m_counter.catalogue.wholeEvent(sale->order.event));
    Q_EMIT moved();
}

void ChangeNotice::requestCodes(const QStringList &codes)
{
    const Sale *sale = m_counter.service.sale(m_id);
    if (!sale || m_requested)
        return;
    clear();
    m_requested = Requested{.part = Requested::Part::Codes,
                            .before = sale->order,
                            .codes = codes,
                            .codesBefore = sale->typedCodes().size()};
    onPassed(m_counter.service.change(m_id, {.promoCodes = codes}));
}

void ChangeNotice::onPassed(Refusal refusal)
{
    if (refusal != Refusal::None)
        m_requested.reset();
    Q_EMIT refused(refusal);
    Q_EMIT moved();
}

void ChangeNotice::refresh(const Sale &sale)
{
    if (m_requested && !m_tickets.isPicking() && !sale.inProgress && !sale.next) {
        const Requested requested = *std::exchange(m_requested, std::nullopt);
        const bool isRefused = sale.failure && sale.failure->isOfNoEffect();
        m_inDoubt.reset();
        if (!isHeld(sale.order.status))
            clear();
        else if (!isRefused)
            m_inDoubt = requested;
        else if (requested.part == Requested::Part::Codes)
            refuseCode(sale.failure->error); // other failures are shown as the sale's
    }
    if (m_inDoubt && sale.failure && sale.failure->isOfNoEffect())
        m_inDoubt.reset();
    const QList<Intent> open = m_counter.service.openIntents(m_id);
    const bool isTold = std::ranges::find(open, Intent::Verb::Change, &Intent::verb) == open.cend();
    if (m_inDoubt && !m_requested && isHeld(sale.order.status) && !sale.failure && isTold) {
        const Requested requested = *std::exchange(m_inDoubt, std::nullopt);
        requested.part == Requested::Part::Codes ? showCodes(sale, requested) : showTickets(sale, requested);
    }
    showShortfall(sale);
}

void ChangeNotice::showTickets(const Sale &sale, const Requested &requested)
{
    m_sums = changeWords(PriceBreakdown::of(requested.before), PriceBreakdown::of(sale.order), m_format);
    if (!sale.shortfallToAccept()) {
        m_notice->showMessage(Notice::Kind::Success,
                              {tr("The order has now %1.").arg(m_format.tickets(sale.order.ticketCount())), m_sums});
        show();
    }
    Q_EMIT ticketsChanged();
}

void ChangeNotice::showShortfall(const Sale &sale)
{
    const bool isAsked = isHeld(sale.order.status) && sale.goal == SaleGoal::Sell && !m_requested && !sale.inProgress &&
                         !m_drafts.of(m_id).plan;
    const auto shortfall = isAsked ? sale.shortfallToAccept() : std::nullopt;
    if (!shortfall && m_shortfall)
        return clear();
    if (!shortfall)
        return;
    const Event *event = m_counter.catalogue.wholeEvent(sale.order.event);
    QStringList lines = missingLines(sale, sale.request.random, event, m_format); // empty until the tickets are read
    lines << tr("Held for the buyer: %1.").arg(m_format.tickets(shortfall->got)) << m_sums;
    lines.removeAll(QString());
    const QString title =
        tr("Asked for %1, got %2.").arg(m_format.count(shortfall->asked), m_format.count(shortfall->got));
    const QString body = lines.join(u'\n');
    if (std::exchange(m_shortfall, shortfall) == shortfall) {
        if (m_notice->body() != body)
            m_notice->setBody(body);
        return;
    }
    m_notice->showMessage(Notice::Kind::Warning, {title, body});
    ActionButton *take =
        m_notice->addButton(tr("&Take these: %n", nullptr, shortfall->got), u"takeTheseButton"_s, Qt::Key_Y);
    take->guard(ActionButton::Guard::Lasting);
    m_again = m_notice->addButton(tr("Choose ane&w"), u"changeAgainButton"_s);
    connect(take, &QPushButton::clicked, this, [this, told = *shortfall] {
        m_counter.service.acceptShortfall(m_id, told);
        Q_EMIT accepted();
    });
    connect(m_again, &QPushButton::clicked, this, &ChangeNotice::againRequested);
    show();
    m_counter.catalogue.askAgain();
}

bool ChangeNotice::focusQuestion()
{
    if (!m_shortfall)
        return false;
    m_again->setFocus(Qt::OtherFocusReason); // Enter, which requested the change, must not accept fewer tickets
    return true;
}

void ChangeNotice::refuseCode(const ApiError &error)
{
    m_isCodeRefused = true;
    Q_EMIT codeRefused(ErrorText(error, Doing::Changing).body);
}

void ChangeNotice::showCodes(const Sale &sale, const Requested &requested)
{
    const Order &order = sale.order;
    if (order.has(Order::Field::PromoCodes) && order.promoCodes.size() != requested.codes.size())
        return; // it was not carried out
    const bool isAdded = requested.codes.size() > requested.codesBefore;
    Q_EMIT codesApplied();
    m_notice->showMessage(Notice::Kind::Success,
                          {isAdded ? tr("The promo code is applied.") : tr("The promo code is removed."),
                           changeWords(PriceBreakdown::of(requested.before), PriceBreakdown::of(order), m_format)});
    show();
}

} // namespace okoshko
