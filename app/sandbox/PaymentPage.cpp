// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/PaymentPage.h"

#include <QFile>
#include <QJsonDocument>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace okoshko::sandbox {

namespace {

QByteArray readResource(const QString &name)
{
    QFile file(u":/sandbox/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString word(const QJsonObject &words, const char *name)
{
    return words.value(QString::fromLatin1(name)).toString();
}

/// Replaces the `{{name}}` placeholders in one pass, so that values are not searched for placeholders. Untrusted values
/// must be escaped before.
QString fill(const QString &pattern, const QHash<QString, QString> &values)
{
    QString text;
    qsizetype at = 0;
    while (at < pattern.size()) {
        const qsizetype open = pattern.indexOf(u"{{"_s, at);
        const qsizetype close = open < 0 ? -1 : pattern.indexOf(u"}}"_s, open);
        if (close < 0)
            break;
        text += QStringView(pattern).mid(at, open - at);
        text += values.value(pattern.mid(open + 2, close - open - 2));
        at = close + 2;
    }
    return text + pattern.mid(at);
}

QString fillResource(const QString &name, const QHash<QString, QString> &values)
{
    return fill(QString::fromUtf8(readResource(name)), values);
}

/// 1 билет, 2 билета, 5 билетов, 11 билетов, 21 билет; English has two forms.
QString plural(const QJsonObject &words, const QString &lang, int count)
{
    const QJsonArray forms = words.value(u"tickets"_s).toArray();
    int form = count == 1 ? 0 : 1;
    if (lang == u"ru"_s) {
        const bool teens = count % 100 >= 11 && count % 100 <= 14;
        form = !teens && count % 10 == 1 ? 0 : !teens && count % 10 >= 2 && count % 10 <= 4 ? 1 : 2;
    }
    return forms.at(form).toString().arg(count);
}

/// `1 500,00 ₽`: grouped by narrow no-break spaces.
QString money(Amount amount, const QString &lang)
{
    const QString plain = toText(amount);
    QString whole = plain.left(plain.size() - 3);
    for (qsizetype at = whole.size() - 3; at > 0; at -= 3)
        whole.insert(at, QChar(0x202f));
    const QString point = lang == u"ru"_s ? u","_s : u"."_s;
    return whole + point + plain.right(2) + QChar(0x00a0) + QChar(0x20bd);
}

QString pickLanguage(const Request &request, const QString &orderLang)
{
    QStringList wanted{request.parameter(u"lang"_s)};
    for (const QByteArray &item : request.acceptLanguage.split(','))
        wanted.append(QString::fromLatin1(item.split(';').first().trimmed()).left(2).toLower());
    wanted.append(orderLang);
    for (const QString &lang : wanted) {
        if (lang == u"ru"_s || lang == u"en"_s)
            return lang;
    }
    return u"ru"_s;
}

/// Minutes and seconds; hours only if not zero.
QString duration(std::chrono::seconds left)
{
    const auto two = [](qint64 value) { return u"%1"_s.arg(value, 2, 10, QLatin1Char('0')); };
    const qint64 seconds = std::max<qint64>(0, left.count());
    const QString tail = two(seconds / 60 % 60) + u':' + two(seconds % 60);
    return seconds < 3600 ? tail : QString::number(seconds / 3600) + u':' + tail;
}

Reply html(int status, const QString &text)
{
    return {status,
            "text/html; charset=UTF-8",
            text.toUtf8(),
            {{"Cache-Control", "no-store"},
             {"Referrer-Policy", "no-referrer"},
             {"X-Content-Type-Options", "nosniff"},
             {"Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; form-action "
                                         "'self'; base-uri 'none'; frame-ancestors 'none'"}}};
}

/// The texts for the order's final state; `name` is also the style class of its sign.
struct ResultWords
{
    const char *name;
    const char *mark;
    bool good;
};

ResultWords resultOf(OrderStatus status)
{
    switch (status) {
    case OrderStatus::Done:
        return {"done", "✓", true};
    case OrderStatus::Expired:
        return {"expired", "!", false};
    case OrderStatus::Refunded:
        return {"refunded", "←", true};
    case OrderStatus::Executed:
    case OrderStatus::InProgress:
    case OrderStatus::Canceled:
        return {"canceled", "×", false};
    }
    Q_UNREACHABLE();
}

} // namespace

PaymentPage::PaymentPage(Vendor &vendor)
    : m_vendor(vendor)
{
    for (const QString &lang : {u"ru"_s, u"en"_s}) {
        const QByteArray json = readResource(u"pay.%1.json"_s.arg(lang));
        m_words.insert(lang, QJsonDocument::fromJson(json).object());
    }
}

Reply PaymentPage::show(const Call &call)
{
    const auto order = m_vendor.orders.orderByToken(call.id);
    return order ? render(call.request, *order, 200) : notFound(call.request);
}

Reply PaymentPage::press(const Call &call, bool pay)
{
    const auto before = m_vendor.orders.orderByToken(call.id);
    if (!before)
        return notFound(call.request);
    const OrderStatus wanted = pay ? OrderStatus::Done : OrderStatus::Canceled;
    const auto settled = m_vendor.payments.settleAtPage(call.id, pay);
    // A repeated press of the same button is no error.
    if (!settled && before->status != wanted)
        return render(call.request, *before, 409);
    const QString lang = pickLanguage(call.request, before->customer.value(u"lang"_s));
    const QString back = u"/pay/%1?lang=%2"_s.arg(call.id, lang);
    return {303, "text/plain; charset=UTF-8", {}, {{"Location", back.toLatin1()}, {"Cache-Control", "no-store"}}};
}

Reply PaymentPage::asset(const Call &call)
{
    const QHash<QString, QByteArray> types{{u"pay.css"_s, "text/css; charset=UTF-8"},
                                           {u"pay.js"_s, "text/javascript; charset=UTF-8"}};
    const QByteArray type = types.value(call.id);
    if (type.isEmpty())
        return errorReply(404, u"there is no such file"_s);
    return {200, type, readResource(call.id), {}};
}

Reply PaymentPage::render(const Request &request, const Order &order, int status) const
{
    const QString lang = pickLanguage(request, order.customer.value(u"lang"_s));
    const QJsonObject words = m_words.value(lang);
    const bool open = order.status == OrderStatus::InProgress;
    const QString other = lang == u"ru"_s ? u"en"_s : u"ru"_s;
    return html(status,
                fillResource(u"pay.html"_s, {{u"lang"_s, lang},
                                             {u"title"_s, word(words, "title").arg(order.number)},
                                             {u"sandbox"_s, word(words, "sandbox")},
                                             {u"other"_s, other},
                                             {u"otherName"_s, word(words, "otherName")},
                                             {u"self"_s, u"/pay/"_s + order.payToken},
                                             {u"summary"_s, summary(order, words, lang)},
                                             {u"main"_s, open ? form(order, words, lang) : result(order, words)}}));
}

QString PaymentPage::summary(const Order &order, const QJsonObject &words, const QString &lang) const
{
    const Event &event = *m_vendor.catalogue().event(order.event);
    const Venue &venue = *m_vendor.catalogue().venue(event.venue);
    const QLocale locale(lang == u"ru"_s ? QLocale::Russian : QLocale::English);
    const QDateTime begin = toDateTime(event.begin).toTimeZone(venue.zone);
    const QString when = locale.toString(begin, word(words, "dateFormat"));
    return fillResource(u"pay-summary.html"_s,
                        {{u"numberLabel"_s, word(words, "number")},
                         {u"number"_s, QString::number(order.number)},
                         {u"event"_s, event.title.toHtmlEscaped()},
                         {u"when"_s, when.toHtmlEscaped()},
                         {u"venue"_s, venue.name.toHtmlEscaped()},
                         {u"tickets"_s, plural(words, lang, static_cast<int>(order.tickets.size()))},
                         {u"sumLabel"_s, word(words, order.open() ? "toPay" : "sum")},
                         {u"sum"_s, money(order.full(), lang)}});
}

QString PaymentPage::form(const Order &order, const QJsonObject &words, const QString &lang) const
{
    const auto left = std::chrono::floor<std::chrono::seconds>(order.reservedTill - m_vendor.clock.now());
    return fillResource(u"pay-form.html"_s, {{u"leftLabel"_s, word(words, "left")},
                                             {u"seconds"_s, QString::number(left.count())},
                                             {u"left"_s, duration(left)},
                                             {u"self"_s, u"/pay/"_s + order.payToken},
                                             {u"lang"_s, lang},
                                             {u"pay"_s, word(words, "pay").arg(money(order.full(), lang))},
                                             {u"decline"_s, word(words, "decline")},
                                             {u"note"_s, word(words, "note")}});
}

QString PaymentPage::result(const Order &order, const QJsonObject &words) const
{
    const ResultWords shown = resultOf(order.status);
    const QString name = QString::fromLatin1(shown.name);
    const QString &address = shown.good ? order.payment.successUrl : order.payment.failureUrl;
    const QString back = address.isEmpty() ? QString()
                                           : fillResource(u"pay-back.html"_s, {{u"address"_s, address.toHtmlEscaped()},
                                                                               {u"back"_s, word(words, "back")}});
    const QJsonObject texts = words.value(name).toObject();
    return fillResource(u"pay-result.html"_s, {{u"name"_s, name},
                                               {u"mark"_s, QString::fromUtf8(shown.mark)},
                                               {u"heading"_s, word(texts, "heading")},
                                               {u"text"_s, word(texts, "text")},
                                               {u"back"_s, back}});
}

Reply PaymentPage::notFound(const Request &request) const
{
    const QString lang = pickLanguage(request, {});
    return html(404, fillResource(u"pay-unknown.html"_s,
                                  {{u"lang"_s, lang}, {u"text"_s, word(m_words.value(lang), "unknown")}}));
}

} // namespace okoshko::sandbox
