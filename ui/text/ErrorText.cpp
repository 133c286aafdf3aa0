// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ErrorText.h"

#include <QStringList>

namespace okoshko {

Doing doingOf(Step step)
{
    switch (step) {
    case Step::StartPayment:
        return Doing::StartingPayment;
    case Step::Confirm:
        return Doing::Confirming;
    case Step::Cancel:
        return Doing::Cancelling;
    case Step::Change:
        return Doing::Changing;
    case Step::Read:
        return Doing::Reading;
    }
    Q_UNREACHABLE();
}

Doing doingOf(const Sale &sale)
{
    const Step step = sale.failure->step;
    return step == Step::Cancel && sale.goal == SaleGoal::Release ? Doing::Releasing : doingOf(step);
}

ErrorText::ErrorText(const ApiError &error, Doing doing)
    : Message{error.effect == Effect::Possible ? notKnown(doing) : notDone(doing), {}}
    , m_reason(why(error, doing))
{
    const QString wait = waiting(error.retryAfter);
    if (error.kind == ErrorKind::TooManyRequests && !wait.isEmpty())
        m_reason = wait;
    else if (!wait.isEmpty())
        m_reason += u' ' + wait;
    QStringList parts{m_reason, advice(error, doing)};
    if (!error.serverWords.isEmpty())
        parts << tr("The server says: “%1”").arg(error.serverWords);
    parts.removeAll(QString());
    body = parts.join(u' ');
}

bool ErrorText::isList(Doing doing)
{
    switch (doing) {
    case Doing::LoadingEvents:
    case Doing::LoadingOrders:
        return true;
    case Doing::Reserving:
    case Doing::ChoosingPayment:
    case Doing::StartingPayment:
    case Doing::Confirming:
    case Doing::Cancelling:
    case Doing::Changing:
    case Doing::Releasing:
    case Doing::Reading:
        return false;
    }
    Q_UNREACHABLE();
}

QString ErrorText::notDone(Doing doing)
{
    switch (doing) {
    case Doing::LoadingEvents:
        return tr("The events could not be read.");
    case Doing::LoadingOrders:
        return tr("The orders could not be read.");
    case Doing::Reserving:
        return tr("The tickets were not reserved.");
    case Doing::ChoosingPayment:
        return tr("The payment method was not accepted.");
    case Doing::StartingPayment:
        return tr("The payment was not started.");
    case Doing::Confirming:
        return tr("The payment was not confirmed.");
    case Doing::Cancelling:
        return tr("The order was not cancelled.");
    case Doing::Changing:
        return tr("The order was not changed.");
    case Doing::Releasing:
        return tr("The order is not cancelled yet.");
    case Doing::Reading:
        return tr("The state of the order could not be read.");
    }
    Q_UNREACHABLE();
}

QString ErrorText::notKnown(Doing doing)
{
    switch (doing) {
    case Doing::Reserving:
        return tr("It is not known whether the tickets were reserved.");
    case Doing::ChoosingPayment:
        return tr("It is not known whether the payment method was accepted.");
    case Doing::StartingPayment:
        return tr("It is not known whether the payment was started.");
    case Doing::Confirming:
        return tr("It is not known whether the payment was confirmed.");
    case Doing::Cancelling:
        return tr("It is not known whether the order was cancelled.");
    case Doing::Changing:
        return tr("It is not known whether the order was changed.");
    case Doing::Releasing:
        return tr("It is not known yet whether the order is cancelled.");
    case Doing::LoadingEvents:
    case Doing::LoadingOrders:
    case Doing::Reading:
        return notDone(doing); // reading changes nothing
    }
    Q_UNREACHABLE();
}

QString ErrorText::refusal(Doing doing)
{
    switch (doing) {
    case Doing::Reserving:
        return tr("The server refuses such an order.");
    case Doing::ChoosingPayment:
    case Doing::StartingPayment:
        return tr("The server refuses this payment method, or the order can no longer be paid.");
    case Doing::Confirming:
        return tr("The server refuses to confirm it.");
    case Doing::Cancelling:
    case Doing::Releasing:
        return tr("The server refuses to cancel it.");
    case Doing::Changing:
        return tr("The server refuses this change.");
    case Doing::LoadingEvents:
    case Doing::LoadingOrders:
    case Doing::Reading:
        return tr("The server does not understand the question.");
    }
    Q_UNREACHABLE();
}

QString ErrorText::refusal(PromoRefusal promo)
{
    switch (promo) {
    case PromoRefusal::NotFound:
        return tr("The server does not know this promo code.");
    case PromoRefusal::AlreadyUsed:
        return tr("This promo code has been used already.");
    case PromoRefusal::TooFewTickets:
        return tr("This promo code needs more tickets in the order.");
    case PromoRefusal::Conditions:
        return tr("This promo code applies under conditions.");
    }
    Q_UNREACHABLE();
}

QString ErrorText::tooLongCode(qsizetype size, const Format &format)
{
    return tr("A code has no more than %1 characters; this one has %2. It was not sent.")
        .arg(format.count(static_cast<int>(longestPromoCode)), format.count(static_cast<int>(size)));
}

QString ErrorText::missing(Doing doing)
{
    switch (doing) {
    case Doing::Reserving:
        return tr("The event is no longer on sale.");
    case Doing::LoadingEvents:
    case Doing::LoadingOrders:
        return tr("There is no Ticketscloud at this address.");
    case Doing::ChoosingPayment:
    case Doing::StartingPayment:
    case Doing::Confirming:
    case Doing::Cancelling:
    case Doing::Changing:
    case Doing::Releasing:
    case Doing::Reading:
        return tr("The server does not know this order.");
    }
    Q_UNREACHABLE();
}

QString ErrorText::waiting(const std::optional<std::chrono::seconds> &retryAfter)
{
    constexpr int fewSeconds = 120;
    const auto seconds = static_cast<int>(retryAfter.value_or(std::chrono::seconds(0)).count());
    if (seconds <= 0)
        return {};
    return seconds < fewSeconds ? tr("The server asks to wait %n second(s).", nullptr, seconds)
                                : tr("The server asks to wait %n minute(s).", nullptr, (seconds + 59) / 60);
}

// NOLINTNEXTLINE(readability-function-size): a case for each kind of error
QString ErrorText::why(const ApiError &error, Doing doing)
{
    switch (error.kind) {
    case ErrorKind::NoConnection:
        return tr("There is no connection to the server.");
    case ErrorKind::HostUnknown:
        return tr("The server's name is not known to the network.");
    case ErrorKind::Proxy:
        return tr("The proxy on the way to the server does not let us through.");
    case ErrorKind::Tls:
        return tr("The server could not prove that it is the right one.");
    case ErrorKind::TimedOut:
        return tr("The server did not answer in time.");
    case ErrorKind::ConnectionLost:
        return tr("The connection broke before the answer was there.");
    case ErrorKind::Abandoned:
        return tr("It was broken off.");
    case ErrorKind::BadRequest:
        return error.promoRefusal ? refusal(*error.promoRefusal) : refusal(doing);
    case ErrorKind::Unauthorized:
        return tr("The server does not accept this counter's key.");
    case ErrorKind::Forbidden:
        return tr("The server does not allow this counter to do it.");
    case ErrorKind::NotFound:
        return missing(doing);
    case ErrorKind::Conflict:
        return isList(doing) || doing == Doing::Reserving
                   ? tr("The server is busy just now.")
                   : tr("The server is still busy with the previous step of this order.");
    case ErrorKind::TooManyRequests:
        return tr("The server asks for a little patience.");
    case ErrorKind::ServerFault:
        return tr("Something broke at the server (%1).").arg(error.httpStatus);
    case ErrorKind::Redirected:
        return tr("The server sends us to another address, which is not trusted.");
    case ErrorKind::TooLarge:
        return tr("The server's answer is far too large.");
    case ErrorKind::NotJson:
        return tr("What answers there is not a Ticketscloud server, or something stands in between.");
    case ErrorKind::WrongShape:
        return error.field.isEmpty()
                   ? tr("The server's answer cannot be understood.")
                   : tr("The server's answer cannot be understood: the field %1 is wrong.").arg(error.field);
    case ErrorKind::NewerGeneration:
        return tr("This server speaks a newer generation of the protocol than this program.");
    case ErrorKind::OtherOrder:
        return tr("The server answered about another order.");
    case ErrorKind::UnexpectedStatus:
        return tr("The server answered in an unknown way (%1).").arg(error.httpStatus);
    case ErrorKind::UnsafeAddress:
        return tr("The server's address is not safe: it must begin with https.");
    case ErrorKind::NotRecorded:
        return tr("This counter's journal cannot be written, so nothing was sent to the server.");
    }
    Q_UNREACHABLE();
}

QString ErrorText::forbidden(Doing doing)
{
    switch (doing) {
    case Doing::Reserving:
        return tr("Choose other tickets, or call the administrator.");
    case Doing::ChoosingPayment:
    case Doing::StartingPayment:
        return tr("Choose another payment method, or call the administrator.");
    case Doing::Cancelling:
    case Doing::Changing:
        return tr("Go on with the sale, or call the administrator.");
    case Doing::Confirming:
    case Doing::Releasing:
    case Doing::LoadingEvents:
    case Doing::LoadingOrders:
    case Doing::Reading:
        return tr("Call the administrator.");
    }
    Q_UNREACHABLE();
}

QString ErrorText::refused(Doing doing)
{
    switch (doing) {
    case Doing::Reserving:
        return tr("Choose otherwise, or type the code that the buyer has.");
    case Doing::Confirming:
        return tr("Hand out no tickets before the order is paid. Ask the server (F5): while it still waits for the "
                  "payment, confirm again; if that is refused too, call the administrator.");
    case Doing::Cancelling:
        return tr(
            "The seats stay held for the buyer. Ask the server (F5) how the order stands, then cancel again or go "
            "on with the sale.");
    case Doing::Changing:
        return tr("The order is as it was: choose otherwise, or go on with the sale.");
    case Doing::ChoosingPayment:
    case Doing::StartingPayment:
    case Doing::Releasing:
        return tr("Look at the order's state, then choose again.");
    case Doing::LoadingEvents:
    case Doing::LoadingOrders:
    case Doing::Reading:
        return tr("Call the administrator.");
    }
    Q_UNREACHABLE();
}

QString ErrorText::releasing(const ApiError &error)
{
    // The automatic repetition is mentioned in the text about the order.
    switch (groupOf(error.kind)) {
    case ErrorGroup::Key:
        return tr("The order is cancelled once the key is right: call the administrator.");
    case ErrorGroup::Journal:
        return tr("Free some space on the disk, or call the administrator.");
    case ErrorGroup::Connection:
        return tr("Check the network.");
    case ErrorGroup::Trust:
    case ErrorGroup::Answer:
        return tr("If it stays so, call the administrator.");
    case ErrorGroup::Busy:
    case ErrorGroup::Forbidden:
    case ErrorGroup::Refused:
    case ErrorGroup::Missing:
        return {};
    }
    Q_UNREACHABLE();
}

QString ErrorText::advice(const ApiError &error, Doing doing)
{
    if (doing == Doing::Releasing)
        return releasing(error);
    if (doing == Doing::Confirming && error.effect == Effect::Possible)
        return tr("Do not take the money a second time: the order's state is being asked.");
    if (doing == Doing::Confirming)
        return tr("Do not take the money a second time.") + u' ' + whatToDo(error, doing);
    if (error.effect == Effect::Possible && doing == Doing::Reserving)
        return tr(
            "Look among the orders for one made just now and go on with it. Reserve again only if there is none.");
    if (error.effect == Effect::Possible)
        return tr(
            "Take no money: the order's state is being asked. You can repeat it at once: the order is read first, "
            "and nothing is done twice.");
    return whatToDo(error, doing);
}

QString ErrorText::whatToDo(const ApiError &error, Doing doing)
{
    switch (groupOf(error.kind)) {
    case ErrorGroup::Connection:
        return tr("Check the network and try again.");
    case ErrorGroup::Trust:
        return isList(doing) ? tr("Call the administrator.") : tr("Do not go on; call the administrator.");
    case ErrorGroup::Key:
        return tr("Nothing can be sold until the key is right: call the administrator.");
    case ErrorGroup::Forbidden:
        return forbidden(doing);
    case ErrorGroup::Busy:
        return tr("Wait a moment and try again.");
    case ErrorGroup::Refused:
        return refused(doing);
    case ErrorGroup::Missing:
        if (doing == Doing::Confirming)
            return tr("Hand out no tickets. Ask the server again (F5); if it stays so, call the administrator.");
        return isList(doing) ? tr("Check the server's address; if it is right, call the administrator.")
                             : tr("Refresh the list (F5) and choose again.");
    case ErrorGroup::Answer:
        return tr("Check the server's address; if it is right, call the administrator.");
    case ErrorGroup::Journal:
        return doing == Doing::Confirming
                   ? tr("That you have it could not be recorded either: note the order and the sum on paper. Free some "
                        "space on the disk before Okoshko is closed, or call the administrator.")
                   : tr("Do not take money. Free some space on the disk, or call the administrator.");
    }
    Q_UNREACHABLE();
}

QString FileText::of(const FileError &error)
{
    switch (error.kind) {
    case FileError::Kind::DiskFull:
        return tr("The file was not saved: the disk is full. Free some space, or choose another place.");
    case FileError::Kind::Unwritable:
        return tr("The file was not saved: nothing can be written there. Choose another place.");
    case FileError::Kind::Failed:
        return tr("The file was not saved: it could not be made. The log says why.");
    }
    Q_UNREACHABLE();
}

namespace {

QString advice(JournalError::Kind kind)
{
    switch (kind) {
    case JournalError::Kind::DiskFull:
        return JournalText::tr("The disk is full. Free some space; selling goes on by itself.");
    case JournalError::Kind::Unwritable:
        return JournalText::tr("Its folder or file cannot be written to. Call the administrator.");
    case JournalError::Kind::Damaged:
        return JournalText::tr("Its file is damaged. Restart Okoshko: the file is kept, and what can be read of "
                               "it is saved.");
    case JournalError::Kind::Newer:
        return JournalText::tr("It was written by a newer Okoshko and was left as it is. Install the newer version.");
    case JournalError::Kind::OtherAccount:
        return JournalText::tr("It belongs to another server or another partner and was left as it is. Use the "
                               "right key, or another profile.");
    case JournalError::Kind::Vanished:
        return JournalText::tr("Its folder has gone. Bring it back, and selling goes on by itself; if it was copied "
                               "back, restart Okoshko. Nothing was sent without being written down.");
    case JournalError::Kind::TooSlow:
        return JournalText::tr("The disk does not answer in time. Try again, or call the administrator.");
    case JournalError::Kind::Failed:
        return JournalText::tr("The database does not work. Restart Okoshko, or call the administrator.");
    }
    Q_UNREACHABLE();
}

} // namespace

JournalText::JournalText(const JournalError &error)
    : Message{tr("Selling is stopped: this counter's journal cannot be written."), advice(error.kind)}
{
}

RefusalText::RefusalText(Refusal refusal)
{
    switch (refusal) {
    case Refusal::None:
        return;
    case Refusal::UnknownOrder:
        title = tr("This counter does not know the order.");
        body = tr("Nothing was done. Refresh the list (F5) and choose again.");
        return;
    case Refusal::Busy:
        title = tr("It is being done already.");
        body = tr("Wait for the server's answer.");
        return;
    case Refusal::Confirming:
        title = tr("It is being confirmed that the money was taken.");
        body = tr("Nothing else was done. Wait for the server's answer, then look at the order's state.");
        return;
    case Refusal::Forbidden:
        title = tr("As the order stands now, it does not allow this.");
        body = tr("Nothing was done. Ask the server (F5) and look at the order's state.");
        return;
    case Refusal::AskForPage:
        title = tr("It is not known whether a payment page was opened for this order.");
        body = tr("Nothing was done. Ask the buyer first whether there is a page.");
        return;
    case Refusal::NewSum:
        title = tr("The sum of the order has changed.");
        body = tr("Nothing was done. Tell the buyer the new sum, and say that it is agreed to; then press again.");
        return;
    case Refusal::FewerTickets:
        title = tr("The order has fewer tickets than were asked for.");
        body = tr("Nothing was done. Ask whether the buyer takes these; then press again.");
        return;
    case Refusal::NotReadYet:
        title = tr("The server has not told yet how the order stands.");
        body = tr("Nothing was done. Wait a moment, or ask the server (F5); then press again.");
        return;
    case Refusal::KeyRefused:
        title = tr("The server does not accept this counter's key.");
        body = tr("Nothing was done. Nothing can be sold until the key is right: call the administrator.");
        return;
    }
    Q_UNREACHABLE();
}

} // namespace okoshko
