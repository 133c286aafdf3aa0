// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/IssueText.h"

#include "models/domain/Text.h"
#include "ui/text/ErrorText.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

QString ofPaidTwice(SaleRemark remark)
{
    return RemarkText::tr(
               "Another counter, or the buyer on the payment page, has paid the order. If it was not done yet, give "
               "the money in the drawer back; then take this order off the list “Needs attention” (F8).") +
           u' ' +
           (remark == SaleRemark::PaidTwice
                ? RemarkText::tr("The tickets that the order still has are the buyer's.")
                : RemarkText::tr("Hand out no tickets before what else is wrong with the order is resolved there."));
}

} // namespace

RemarkText::RemarkText(SaleRemark remark, const std::optional<Money> &taken, const Format &format)
{
    switch (remark) {
    case SaleRemark::None:
        return;
    case SaleRemark::UnknownToServer:
        title = tr("The server does not know this order");
        if (taken)
            body = tr("%1 is in the drawer for it: call Ticketscloud with the order's number, or close the order in "
                      "the list “Needs attention” (F8), and give the money back.")
                       .arg(format.money(*taken));
        else
            body = tr("Take no money. If the buyer has paid, call Ticketscloud with the order's number; else close the "
                      "order in the list “Needs attention” (F8).");
        return;
    case SaleRemark::Releasing:
        title = tr("The order is being cancelled");
        body = taken ? tr("%1 is in the drawer: give it back as soon as the order is cancelled. It is tried again by "
                          "itself.")
                           .arg(format.money(*taken))
                     : tr("Take no money: the seats go back on sale as soon as the server agrees. It is tried again by "
                          "itself.");
        return;
    case SaleRemark::Unconfirmed:
        title = tr("The money is in the drawer, and the payment is not confirmed");
        body = tr("Take nothing again, and hand out no tickets yet. The payment (Enter) says how to go on.");
        return;
    case SaleRemark::PaidTooLate:
        title = tr("Paid too late");
        body =
            tr("The money came after the seats had gone back on sale: do not hand out tickets before it is resolved.");
        return;
    case SaleRemark::MoneyTaken:
        title = tr("Not paid, and the money is in the drawer");
        body = tr("The order ended before the server had the payment, and its seats are back on sale. If it was not "
                  "done yet, give the money back, or keep it for the same sale made again (F3); then take this order "
                  "off the list “Needs attention” (F8).");
        return;
    case SaleRemark::PaidTwice:
    case SaleRemark::PaidTwiceInVain:
        title = tr("Paid, and the money is in the drawer as well");
        body = ofPaidTwice(remark);
        return;
    case SaleRemark::SeatsShort:
        title = tr("Paid for more seats than there are");
        body = tr("The order has fewer seats than were paid for: do not hand out tickets before it is resolved.");
        return;
    }
    Q_UNREACHABLE();
}

QString RemarkText::madeElsewhere(bool isPerhapsOurs)
{
    return isPerhapsOurs ? tr("Perhaps made here, by a reservation without an answer: see “Needs attention” (F8)")
                         : tr("Made at another counter");
}

namespace {

QString titleOf(const Issue &entry)
{
    switch (entry.kind) {
    case Issue::Kind::PaidTooLate:
        return IssueText::tr("Paid too late");
    case Issue::Kind::MoneyTaken:
        return IssueText::tr("Money is in the drawer, and the order was not paid with it");
    case Issue::Kind::UnknownReservation:
        return IssueText::tr("It is not known whether tickets were reserved");
    case Issue::Kind::UnknownOutcome:
        return IssueText::tr("It is not known how the order stands");
    case Issue::Kind::UnknownToServer:
        return IssueText::tr("The server does not know this order");
    case Issue::Kind::FoundAgain:
        return IssueText::tr("It is not certain that this order is ours");
    case Issue::Kind::AbandonedAtBank:
        return IssueText::tr("The buyer did not come back from the payment page");
    case Issue::Kind::SeatsShort:
        return IssueText::tr("Paid for more seats than there are");
    }
    Q_UNREACHABLE();
}

QString adviceOn(const Issue &entry, qsizetype candidates, bool isMoneyTaken)
{
    switch (entry.kind) {
    case Issue::Kind::PaidTooLate:
        return IssueText::tr("The money came after the seats had gone back on sale. See whether the order has "
                             "tickets; if not, see that the buyer gets the money back.");
    case Issue::Kind::MoneyTaken:
        return IssueText::tr("The order ended before the server had the payment, or somebody else has paid it as well. "
                             "If it was not done yet, give the money back, or see that the same sale was made again "
                             "with it.");
    case Issue::Kind::UnknownReservation:
        if (candidates == 0)
            return IssueText::tr("No order that could be it is held now, as far as the server has told. It ends by "
                                 "itself; nothing is to be done.");
        return IssueText::tr("If one of the orders below was made at this counter, say so. Other counters sell with "
                             "the same key: when in doubt, leave it; what nobody claims runs out by itself.");
    case Issue::Kind::UnknownOutcome:
        return IssueText::tr("Take no money for it and do not sell it again. Okoshko keeps asking the server; if "
                             "it stays so, call Ticketscloud with the order's number.");
    case Issue::Kind::UnknownToServer:
        if (isMoneyTaken)
            return IssueText::tr(
                "Call Ticketscloud with the order's number, or close the order here and give the money "
                "back.");
        return IssueText::tr("Take no money for it. If the buyer has paid, call Ticketscloud with the order's number; "
                             "else close the order here.");
    case Issue::Kind::FoundAgain:
        return IssueText::tr("An earlier version of Okoshko found it after a broken connection. If it was not made at "
                             "this counter, leave it alone; if it was, go on with it or cancel it.");
    case Issue::Kind::AbandonedAtBank:
        return IssueText::tr("If the buyer is gone, cancel the order: the seats are free then. If the buyer says "
                             "that the money has left, wait for the server's word.");
    case Issue::Kind::SeatsShort:
        return IssueText::tr("Tell the buyer before the tickets are handed out. See that the missing seats are "
                             "paid back or replaced.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString IssueText::claimFailure(const ApiError &error)
{
    if (error.kind == ErrorKind::Abandoned)
        return tr("Another order is being recorded as yours already. Nothing else was changed.");
    return error.kind == ErrorKind::OtherOrder
               ? tr("That order is not ours: it has been gone on with elsewhere. Nothing was changed.")
               : ErrorText(error, Doing::Reading).title + u' ' + ErrorText(error, Doing::Reading).reason() + u' ' +
                     tr("Nothing was changed: press again.");
}

IssueText::IssueText(const Issue &entry, const QString &eventTitle, qsizetype candidates,
                     const std::optional<Money> &taken, const Format &format, Instant now)
    : m_title(titleOf(entry))
    , m_advice(adviceOn(entry, candidates, taken.has_value()))
{
    QStringList facts;
    if (entry.number != 0)
        facts << tr("Order %1").arg(format.orderNumber(entry.number));
    facts << eventTitle;
    if (entry.kind == Issue::Kind::SeatsShort)
        facts << tr("paid for %1, there are %2").arg(entry.wanted).arg(entry.got);
    else if (entry.wanted > 0)
        facts << format.tickets(entry.wanted);
    if (taken)
        facts << tr("in the drawer: %1").arg(format.money(*taken));
    facts << tr("since %1").arg(format.moment(entry.since, now));
    m_facts = inOneLine(facts);
}

} // namespace okoshko
