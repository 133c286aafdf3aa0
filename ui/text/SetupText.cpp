// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/SetupText.h"

#include "ui/text/ErrorText.h"

#include <QStringList>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace okoshko {

QString SetupText::of(AddressFault fault)
{
    switch (fault) {
    case AddressFault::Empty:
        return tr("An address is needed. It begins with https://");
    case AddressFault::NoScheme:
        return tr("Put https:// before it.");
    case AddressFault::PlainHttp:
        return tr("It must begin with https://, or the key could be read on the way.");
    case AddressFault::Scheme:
        return tr("It must begin with https://.");
    case AddressFault::More:
        return tr("Only https:// and the server's name: nothing after it, and no name or password before it.");
    case AddressFault::Malformed:
        return tr("This is not a valid address: after https:// the name of a server is expected.");
    }
    Q_UNREACHABLE();
}

QString SetupText::of(const KeyFault &fault)
{
    switch (fault.kind) {
    case KeyFault::Kind::Empty:
        return tr("The key is needed: paste it here.");
    case KeyFault::Kind::LookAlikes: {
        QStringList letters;
        for (const QChar c : fault.letters)
            letters << QString(c);
        return tr("There are Cyrillic letters in it (%1; the first is character %2). They look like Latin ones, but "
                  "are not. Copy the key again instead of typing it.")
            .arg(letters.join(QStringLiteral(", ")))
            .arg(fault.place);
    }
    case KeyFault::Kind::Characters:
        return tr("Character %1 belongs in no key: a key is 32 digits and letters from A to F.").arg(fault.place);
    case KeyFault::Kind::Length:
        return tr("It has %n character(s); a key has 32. Copy it again, whole.", nullptr, fault.length);
    }
    Q_UNREACHABLE();
}

QString SetupText::clock(std::chrono::seconds ahead)
{
    const auto seconds = static_cast<int>(std::abs(ahead.count()));
    if (seconds <= 1)
        return tr("This computer's clock is right.");
    if (seconds < 120)
        return ahead.count() > 0 ? tr("This computer's clock is %n second(s) slow; holds are counted by the server's.",
                                      nullptr, seconds)
                                 : tr("This computer's clock is %n second(s) fast; holds are counted by the server's.",
                                      nullptr, seconds);
    return ahead.count() > 0 ? tr("This computer's clock is %n minute(s) slow; holds are counted by the server's.",
                                  nullptr, seconds / 60)
                             : tr("This computer's clock is %n minute(s) fast; holds are counted by the server's.",
                                  nullptr, seconds / 60);
}

Message SetupText::of(const ConnectionReport &report, const Format &format)
{
    const QStringList lines{
        tr("Partner: %1").arg(report.partner),
        tr("%n event(s) on sale", nullptr, report.eventsOnSale),
        tr("An answer takes %1 ms").arg(format.locale().toString(static_cast<qlonglong>(report.lag.count()))),
        clock(report.clockAhead),
    };
    return {tr("The connection works."), lines.join(u'\n')};
}

QString SetupText::of(const KeylessAnswer &other)
{
    const QString server = other.server.authority();
    return other.failure ? server + u": "_s + of(*other.failure).title : tr("%1 answers as Ticketscloud.").arg(server);
}

Message SetupText::of(const ConnectionTestResult &outcome, const Format &format)
{
    Message message = outcome.result ? of(*outcome.result, format) : of(outcome.result.error());
    for (const KeylessAnswer &other : outcome.others)
        message.body += u'\n' + of(other);
    if (!outcome.proposal.isEmpty())
        message.body +=
            u'\n' +
            tr("Use %1 instead, and test again: the key goes only there then.").arg(outcome.proposal.authority());
    return message;
}

Message SetupText::refused(TlsRefusal refusal)
{
    switch (refusal) {
    case TlsRefusal::SelfSigned:
        return {
            tr("The server's certificate vouches for itself only."),
            tr("Nobody else says that this is the right server, so the key was not sent. Check the address; if it is "
               "right, the server's owner has to get a proper certificate.")};
    case TlsRefusal::UnknownAuthority:
        return {
            tr("The server's certificate is signed by somebody whom this computer does not trust."),
            tr("The key was not sent. Check the address, and whether a security program or the network reads along; "
               "then call the administrator.")};
    case TlsRefusal::WrongName:
        return {tr("The certificate belongs to another server."),
                tr("The key was not sent. Check the address letter by letter.")};
    case TlsRefusal::Expired:
        return {
            tr("The server's certificate has expired."),
            tr("The key was not sent. Check this computer's date; if it is right, the server's owner has to renew the "
               "certificate.")};
    case TlsRefusal::NotYetValid:
        return {tr("The server's certificate is not valid yet."),
                tr("The key was not sent. Check this computer's date and time, then test again.")};
    case TlsRefusal::Handshake:
        return {
            tr("No secure connection came about."),
            tr("The key was not sent. Check the address and the port; the server may be too old, or not know TLS.")};
    }
    Q_UNREACHABLE();
}

// NOLINTNEXTLINE(readability-function-size): a case for each kind of failure
Message SetupText::of(const ConnectionFailure &failure)
{
    using Kind = ConnectionFailure::Kind;
    const auto message = [&failure](const QString &title, const QString &words) {
        const QString &server = failure.serverWords;
        return Message{title, server.isEmpty() ? words : words + u' ' + tr("The server says: “%1”").arg(server)};
    };
    switch (failure.kind) {
    case Kind::NoNetwork:
        return message(tr("Nobody answers at this address."),
                       tr("Check that this computer is on the network, then the address and its port."));
    case Kind::NameUnknown:
        return message(tr("The network does not know a server of this name."),
                       tr("Check the address letter by letter, and that this computer is on the network."));
    case Kind::Proxy:
        return message(tr("The proxy on the way to the server does not let us through."),
                       tr("Check the proxy in the system's network settings, or call the administrator."));
    case Kind::Tls:
        return refused(failure.tls.value_or(TlsRefusal::Handshake));
    case Kind::PlainHttp:
        return message(
            tr("The server speaks without encryption."),
            tr("The key was not sent: it could be read on the way. Use the server's https address and its port."));
    case Kind::NoAnswer:
        return message(tr("The server was reached, but does not answer."), tr("Wait a moment and test again."));
    case Kind::KeyUnknown:
        return message(
            tr("The server does not know this key."),
            tr("Copy the key again from your Ticketscloud account, and check that it belongs to this server."));
    case Kind::KeyForbidden:
        return message(tr("The key is known, but may not sell."),
                       tr("Ask Ticketscloud to allow orders for it, or use another key."));
    case Kind::WebPage:
        return message(
            failure.sentTo.isEmpty() ? tr("A web page answers there instead of Ticketscloud.")
                                     : tr("We are sent on to %1 instead of getting an answer.").arg(failure.sentTo),
            tr("The key was not sent. A network that wants a log-in does so, in a hotel for instance: open any "
               "web page, log in, and test again. Otherwise check the address."));
    case Kind::NotTicketscloud:
        return message(
            tr("What answers there is not Ticketscloud."),
            tr("Check the address. In a public network, open any web page first: it may want you to log in."));
    case Kind::NewerGeneration: {
        const ErrorText text({.kind = ErrorKind::NewerGeneration}, Doing::LoadingEvents);
        return message(text.reason(), tr("Check the address; if it is right, a newer version of Okoshko is needed."));
    }
    case Kind::ServerTrouble: {
        constexpr int tooManyRequests = 429;
        const QString wait = ErrorText::waiting(failure.retryAfter);
        return message(failure.httpStatus == tooManyRequests
                           ? tr("The server has too many requests just now.")
                           : tr("The server is out of order just now (%1).").arg(failure.httpStatus),
                       wait.isEmpty() ? tr("Address and network are right. Wait a moment and test again.")
                                      : tr("Address and network are right. %1 Then test again.").arg(wait));
    }
    }
    Q_UNREACHABLE();
}

} // namespace okoshko
