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
    m_isShort = m_isCodeRefused = false;
    m_missing.clear();
    m_notice->clear();
    hide();
}

void ChangeNotice::showTooMany(int wanted, int most)
{
    m_notice->showMessage(Notice::Kind::Warning,
                          {tr("Asked for %1, there are %2.").arg(m_format.count(wanted), m_format.count(most)),
                           tr("Take what there is, or another category.")});
    show();
}

void ChangeNotice::requestTickets()
{
    const Sale *sale = m_counter.service.sale(m_id);
    const auto plan = m_drafts.of(m_id).plan;
    if (!sale || !plan || m_requested)
        return;
    clear();
    m_requested = Requested{
        .part = Requested::Part::Tickets, .before = sale->order, .wanted = plan->all(sale->tickets), .codes = {}};
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
                            .wanted = {},
                            .codes = codes,
                            .codesBefore = m_drafts.of(m_id).appliedCodes(*sale).size()};
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
    showMissing(sale);
    if (!m_requested || m_tickets.isPicking() || sale.inProgress || sale.next)
        return;
    const Requested requested = *std::exchange(m_requested, std::nullopt);
    if (!isHeld(sale.order.status))
        return;
    const bool isFailed = sale.failure && sale.failure->step == Step::Change;
    if (requested.part == Requested::Part::Codes)
        showCodes(sale, requested);
    else if (!isFailed) // the failure is shown as the sale's
        showTickets(sale, requested);
}

void ChangeNotice::showMissing(const Sale &sale)
{
    if (m_missing.isEmpty())
        return;
    const QStringList lines = missingLines(sale, m_missing, m_counter.catalogue.wholeEvent(sale.order.event), m_format);
    if (lines.isEmpty())
        return; // the tickets are being read
    m_missing.clear();
    m_notice->setBody(lines.join(u'\n') + u'\n' + m_notice->body());
}

void ChangeNotice::showTickets(const Sale &sale, const Requested &requested)
{
    int wanted = 0;
    for (const WantedTickets &part : requested.wanted)
        wanted += part.count;
    const auto got = static_cast<int>(sale.order.tickets.size());
    const QString sums = changeWords(PriceBreakdown::of(requested.before), PriceBreakdown::of(sale.order), m_format);
    m_isShort = got < wanted;
    Q_EMIT ticketsChanged();
    show();
    if (!m_isShort)
        return m_notice->showMessage(Notice::Kind::Success,
                                     {tr("The order has now %1.").arg(m_format.tickets(got)), sums});
    m_notice->showMessage(Notice::Kind::Warning,
                          {tr("Asked for %1, got %2.").arg(m_format.count(wanted), m_format.count(got)),
                           tr("Held for the buyer: %1.").arg(m_format.tickets(got)) + u'\n' + sums});
    m_missing = requested.wanted;
    showMissing(sale);
    ActionButton *take = m_notice->addButton(tr("&Take these: %n", nullptr, got), u"takeTheseButton"_s, Qt::Key_Y);
    ActionButton *again = m_notice->addButton(tr("Choose ane&w"), u"changeAgainButton"_s);
    connect(take, &QPushButton::clicked, this, [this] {
        clear();
        Q_EMIT accepted();
    });
    connect(again, &QPushButton::clicked, this, &ChangeNotice::againRequested);
    again->setFocus(Qt::OtherFocusReason); // Enter, which requested the change, must not accept fewer tickets
    m_counter.catalogue.askAgain();
}

void ChangeNotice::showCodes(const Sale &sale, const Requested &requested)
{
    const Order &order = sale.order;
    if (sale.failure && sale.failure->step == Step::Change) {
        if (sale.failure->error.effect != Effect::None)
            return; // it is not known whether it was applied: the failure is shown as the sale's
        m_isCodeRefused = true;
        return Q_EMIT codeRefused(ErrorText(sale.failure->error, Doing::Changing).body);
    }
    const bool isAdded = requested.codes.size() > requested.codesBefore;
    Q_EMIT codesApplied(requested.codes);
    m_notice->showMessage(Notice::Kind::Success,
                          {isAdded ? tr("The promo code is applied.") : tr("The promo code is removed."),
                           changeWords(PriceBreakdown::of(requested.before), PriceBreakdown::of(order), m_format)});
    show();
}

} // namespace okoshko
