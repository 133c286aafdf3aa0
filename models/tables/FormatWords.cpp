// SPDX-License-Identifier: GPL-3.0-or-later
// The words of Format for states, timelines and errors.
#include "models/tables/Format.h"

namespace okoshko {

QString Format::status(OrderStatus status) const
{
    switch (status) {
    case OrderStatus::Executed:
        return tr("Held");
    case OrderStatus::InProgress:
        return tr("Paying");
    case OrderStatus::Done:
        return tr("Paid");
    case OrderStatus::Canceled:
        return tr("Cancelled");
    case OrderStatus::Expired:
        return tr("Expired");
    case OrderStatus::Refunded:
        return tr("Refunded");
    case OrderStatus::Unknown:
        return tr("Unknown");
    }
    Q_UNREACHABLE();
}

QString Format::title(const Event &event) const
{
    return event.title.isEmpty() ? tr("Without a title") : event.title;
}

QString Format::title(const QString &told) const
{
    return told.isEmpty() ? tr("Title not told") : told;
}

QString Format::dateNotTold() const
{
    return tr("the date is not told");
}

QString Format::remark(SaleRemark remark) const
{
    switch (remark) {
    case SaleRemark::None:
        return {};
    case SaleRemark::UnknownToServer:
        return tr("Not known");
    case SaleRemark::Releasing:
        return tr("Being cancelled");
    case SaleRemark::PaidTooLate:
        return tr("Paid too late");
    case SaleRemark::SeatsShort:
        return tr("Seats missing");
    }
    Q_UNREACHABLE();
}

QString Format::history(const HistoryEntry &entry, const QString &systemLabel) const
{
    using What = HistoryEntry::What;
    switch (entry.what) {
    case What::Created:
        return created(tr("created"), entry);
    case What::CreatedPartly:
        return created(tr("created with fewer tickets than asked for"), entry);
    case What::CreatedEmpty:
        return tr("created without tickets");
    case What::SystemChosen:
        return tr("payment method: %1").arg(systemLabel.isEmpty() ? entry.words : systemLabel);
    case What::PaymentStarted:
        return entry.till ? tr("payment started, held until %1").arg(createdAt(*entry.till, entry.at))
                          : tr("payment started");
    case What::FoundAgain:
        return created(tr("found again after the connection broke"), entry);
    case What::Claimed:
        return created(tr("the answer was lost; the cashier said that it is ours"), entry);
    case What::StartedElsewhere:
        return tr("payment started elsewhere");
    case What::StartedUnknown:
        return tr("payment started; it is not known by whom");
    case What::PaidOnPage:
        return tr("paid on the page");
    case What::PaidAtStart:
        return tr("paid as soon as the payment was started");
    case What::PaidUnknown:
        return tr("paid; it is not known who took the money");
    case What::IssuedFree:
        return tr("issued; there was nothing to pay");
    case What::Collected:
        return tr("money taken at the counter");
    case What::Canceled:
        return tr("cancelled, seats given back");
    case What::CanceledInPayment:
        return tr("cancelled while the payment was awaited, not at this counter");
    case What::CanceledElsewhere:
        return tr("cancelled elsewhere");
    case What::CanceledUnknown:
        return tr("cancelled; it is not known by whom");
    case What::Expired:
        return tr("the hold ran out, seats given back");
    case What::Refunded:
        return tr("refunded");
    case What::StepFailed:
        return failed(entry);
    case What::Settled:
        return tr("resolved: %1").arg(entry.words);
    case What::SumChanged: {
        const SumChange sums = SumChange::parse(entry.words);
        if (sums.now.total == Money())
            return tr("the sum changed: there is nothing to pay any more");
        return tr("the sum changed: it was %1, now it is %2").arg(sum(sums.was.total), sum(sums.now.total));
    }
    case What::SumAccepted:
        return tr("the buyer was told the new sum");
    case What::Closed:
        return tr("closed: the server does not know it");
    }
    Q_UNREACHABLE();
}

QString Format::wayToPay(const Order &order, const QString &system, const QList<PaymentSystem> &systems) const
{
    // An invitation tells by its name that nothing is paid.
    if (order.isFree() && natureOf(system) == Nature::Usual)
        return tr("free, no money");
    return labelOf(system, systems, languageCode());
}

QString Format::percent(int hundredths) const
{
    QString figure = QString::number(hundredths / 100);
    if (const int rest = hundredths % 100) // `4,5`, `4,05`
        figure += m_locale.decimalPoint() +
                  (rest % 10 == 0 ? QString::number(rest / 10) : QString::number(rest).rightJustified(2, u'0'));
    switch (m_language) {
    case Language::Russian:
        return figure + QChar(QChar::Nbsp) + u'%';
    case Language::English:
        return figure + u'%';
    }
    Q_UNREACHABLE();
}

QString Format::created(const QString &words, const HistoryEntry &entry) const
{
    return entry.till ? tr("%1, seats held until %2").arg(words, createdAt(*entry.till, entry.at)) : words;
}

namespace {

/// Why, in a few words; what to do about it is said where it happened, not in the timeline.
QString reason(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NoConnection:
    case ErrorKind::HostUnknown:
    case ErrorKind::Proxy:
    case ErrorKind::ConnectionLost:
        return Format::tr("no connection");
    case ErrorKind::Tls:
        return Format::tr("the server's certificate is not trusted");
    case ErrorKind::TimedOut:
        return Format::tr("the server did not answer in time");
    case ErrorKind::Abandoned:
        return Format::tr("given up");
    case ErrorKind::BadRequest:
        return Format::tr("the server refused");
    case ErrorKind::Unauthorized:
        return Format::tr("the server does not accept the key");
    case ErrorKind::Forbidden:
        return Format::tr("the server does not allow it");
    case ErrorKind::NotFound:
        return Format::tr("the server does not know the order");
    case ErrorKind::Conflict:
    case ErrorKind::TooManyRequests:
        return Format::tr("the server is busy");
    case ErrorKind::ServerFault:
        return Format::tr("fault at the server");
    case ErrorKind::Redirected:
    case ErrorKind::TooLarge:
    case ErrorKind::NotJson:
    case ErrorKind::WrongShape:
    case ErrorKind::NewerGeneration:
    case ErrorKind::OtherOrder:
    case ErrorKind::UnexpectedStatus:
        return Format::tr("the server's answer makes no sense");
    case ErrorKind::UnsafeAddress:
        return Format::tr("the server's address is not safe");
    case ErrorKind::NotRecorded:
        return Format::tr("the journal cannot be written; nothing was sent");
    }
    Q_UNREACHABLE();
}

} // namespace

QString Format::failed(const HistoryEntry &entry) const
{
    const auto of = [&entry](const QString &what) {
        if (!entry.step)
            return what;
        switch (*entry.step) {
        case Step::StartPayment:
            return tr("start of the payment: %1").arg(what);
        case Step::Confirm:
            return tr("confirmation of the money: %1").arg(what);
        case Step::Cancel:
            return tr("cancellation: %1").arg(what);
        case Step::Read:
            return what;
        }
        Q_UNREACHABLE();
    };
    if (!entry.error)
        return of(tr("did not work"));
    const QString why = reason(entry.error->kind);
    return of(entry.error->effect == Effect::None ? tr("did not work: %1").arg(why)
                                                  : tr("outcome unknown: %1").arg(why));
}

} // namespace okoshko
