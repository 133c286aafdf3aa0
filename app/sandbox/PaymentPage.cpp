// SPDX-License-Identifier: GPL-3.0-or-later
#include "PaymentPage.h"

#include "Resources.h"

#include <QFile>
#include <QJsonDocument>
#include <QLocale>

namespace okoshko::sandbox {

namespace {

QByteArray readResource(const QString &name)
{
    QFile file(QStringLiteral(":/sandbox/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString word(const QJsonObject &words, const char *name)
{
    return words.value(QString::fromLatin1(name)).toString();
}

/// Puts values into `{{name}}` places in one pass, so that no value is taken for a place. Everything that comes
/// from outside must be escaped already.
QString fill(const QString &pattern, const QHash<QString, QString> &values)
{
    QString text;
    qsizetype at = 0;
    while (at < pattern.size()) {
        const qsizetype open = pattern.indexOf(QStringLiteral("{{"), at);
        const qsizetype close = open < 0 ? -1 : pattern.indexOf(QStringLiteral("}}"), open);
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

/// 1 билет, 2 билета, 5 билетов, 11 билетов, 21 билет; English knows two forms.
QString plural(const QJsonObject &words, const QString &lang, int count)
{
    const QJsonArray forms = words.value(QStringLiteral("tickets")).toArray();
    int form = count == 1 ? 0 : 1;
    if (lang == QStringLiteral("ru")) {
        const bool teens = count % 100 >= 11 && count % 100 <= 14;
        form = !teens && count % 10 == 1 ? 0 : !teens && count % 10 >= 2 && count % 10 <= 4 ? 1 : 2;
    }
    return forms.at(form).toString().arg(count);
}

/// `1 500,00 ₽`: grouped by narrow spaces that do not break.
QString money(Amount amount, const QString &lang)
{
    const QString plain = toText(amount);
    QString whole = plain.left(plain.size() - 3);
    for (qsizetype at = whole.size() - 3; at > 0; at -= 3)
        whole.insert(at, QChar(0x202f));
    const QString point = lang == QStringLiteral("ru") ? QStringLiteral(",") : QStringLiteral(".");
    return whole + point + plain.right(2) + QChar(0x00a0) + QChar(0x20bd);
}

QString pickLanguage(const Request &request, const QString &orderLang)
{
    QStringList wanted{request.parameter(QStringLiteral("lang"))};
    for (const QByteArray &item : request.acceptLanguage.split(','))
        wanted.append(QString::fromLatin1(item.split(';').first().trimmed()).left(2).toLower());
    wanted.append(orderLang);
    for (const QString &lang : wanted) {
        if (lang == QStringLiteral("ru") || lang == QStringLiteral("en"))
            return lang;
    }
    return QStringLiteral("ru");
}

/// Minutes and seconds; hours only if there are any.
QString duration(std::chrono::seconds left)
{
    const auto two = [](qint64 value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
    const qint64 seconds = std::max<qint64>(0, left.count());
    const QString tail = two(seconds / 60 % 60) + QLatin1Char(':') + two(seconds % 60);
    return seconds < 3600 ? tail : QString::number(seconds / 3600) + QLatin1Char(':') + tail;
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

/// The words of the state an order has come to; `name` is also the style class of its mark.
struct Outcome
{
    const char *name;
    const char *mark;
    bool good;
};

Outcome outcomeOf(OrderStatus status)
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
    initResources();
    for (const QString &lang : {QStringLiteral("ru"), QStringLiteral("en")}) {
        const QByteArray json = readResource(QStringLiteral("pay.%1.json").arg(lang));
        m_words.insert(lang, QJsonDocument::fromJson(json).object());
    }
}

Reply PaymentPage::show(const Call &call)
{
    const auto order = m_vendor.orderByToken(call.id);
    return order ? render(call.request, *order, 200) : notFound(call.request);
}

Reply PaymentPage::press(const Call &call, bool pay)
{
    const auto before = m_vendor.orderByToken(call.id);
    if (!before)
        return notFound(call.request);
    const OrderStatus wanted = pay ? OrderStatus::Done : OrderStatus::Canceled;
    const auto settled = m_vendor.settlePayment(call.id, pay);
    // A second press of the same button, by an impatient finger, is no mistake.
    if (!settled && before->status != wanted)
        return render(call.request, *before, 409);
    const QString lang = pickLanguage(call.request, before->customer.value(QStringLiteral("lang")));
    const QString back = QStringLiteral("/pay/%1?lang=%2").arg(call.id, lang);
    return {303, "text/plain; charset=UTF-8", {}, {{"Location", back.toLatin1()}, {"Cache-Control", "no-store"}}};
}

Reply PaymentPage::asset(const Call &call)
{
    const QHash<QString, QByteArray> types{{QStringLiteral("pay.css"), "text/css; charset=UTF-8"},
                                           {QStringLiteral("pay.js"), "text/javascript; charset=UTF-8"}};
    const QByteArray type = types.value(call.id);
    if (type.isEmpty())
        return errorReply(404, QStringLiteral("there is no such file"));
    return {200, type, readResource(call.id), {}};
}

Reply PaymentPage::render(const Request &request, const Order &order, int status) const
{
    const QString lang = pickLanguage(request, order.customer.value(QStringLiteral("lang")));
    const QJsonObject words = m_words.value(lang);
    const bool open = order.status == OrderStatus::InProgress;
    const QString other = lang == QStringLiteral("ru") ? QStringLiteral("en") : QStringLiteral("ru");
    return html(status,
                fillResource(QStringLiteral("pay.html"),
                             {{QStringLiteral("lang"), lang},
                              {QStringLiteral("title"), word(words, "title").arg(order.number)},
                              {QStringLiteral("sandbox"), word(words, "sandbox")},
                              {QStringLiteral("other"), other},
                              {QStringLiteral("otherName"), word(words, "otherName")},
                              {QStringLiteral("self"), QStringLiteral("/pay/") + order.payToken},
                              {QStringLiteral("summary"), summary(order, words, lang)},
                              {QStringLiteral("main"), open ? form(order, words, lang) : result(order, words)}}));
}

QString PaymentPage::summary(const Order &order, const QJsonObject &words, const QString &lang) const
{
    const Event &event = *m_vendor.catalogue().event(order.event);
    const Venue &venue = *m_vendor.catalogue().venue(event.venue);
    const QLocale locale(lang == QStringLiteral("ru") ? QLocale::Russian : QLocale::English);
    const QDateTime begin = toDateTime(event.begin).toTimeZone(venue.zone);
    const QString when = locale.toString(begin, word(words, "dateFormat"));
    return fillResource(QStringLiteral("pay-summary.html"),
                        {{QStringLiteral("numberLabel"), word(words, "number")},
                         {QStringLiteral("number"), QString::number(order.number)},
                         {QStringLiteral("event"), event.title.toHtmlEscaped()},
                         {QStringLiteral("when"), when.toHtmlEscaped()},
                         {QStringLiteral("venue"), venue.name.toHtmlEscaped()},
                         {QStringLiteral("tickets"), plural(words, lang, static_cast<int>(order.tickets.size()))},
                         {QStringLiteral("sumLabel"), word(words, order.open() ? "toPay" : "sum")},
                         {QStringLiteral("sum"), money(order.full(), lang)}});
}

QString PaymentPage::form(const Order &order, const QJsonObject &words, const QString &lang) const
{
    const auto left = std::chrono::floor<std::chrono::seconds>(order.reservedTill - m_vendor.now());
    return fillResource(QStringLiteral("pay-form.html"),
                        {{QStringLiteral("leftLabel"), word(words, "left")},
                         {QStringLiteral("seconds"), QString::number(left.count())},
                         {QStringLiteral("left"), duration(left)},
                         {QStringLiteral("self"), QStringLiteral("/pay/") + order.payToken},
                         {QStringLiteral("lang"), lang},
                         {QStringLiteral("pay"), word(words, "pay").arg(money(order.full(), lang))},
                         {QStringLiteral("decline"), word(words, "decline")},
                         {QStringLiteral("note"), word(words, "note")}});
}

QString PaymentPage::result(const Order &order, const QJsonObject &words) const
{
    const Outcome outcome = outcomeOf(order.status);
    const QString name = QString::fromLatin1(outcome.name);
    const QString &address = outcome.good ? order.payment.successUrl : order.payment.failureUrl;
    const QString back = address.isEmpty() ? QString()
                                           : fillResource(QStringLiteral("pay-back.html"),
                                                          {{QStringLiteral("address"), address.toHtmlEscaped()},
                                                           {QStringLiteral("back"), word(words, "back")}});
    const QJsonObject said = words.value(name).toObject();
    return fillResource(QStringLiteral("pay-result.html"), {{QStringLiteral("name"), name},
                                                            {QStringLiteral("mark"), QString::fromUtf8(outcome.mark)},
                                                            {QStringLiteral("heading"), word(said, "heading")},
                                                            {QStringLiteral("text"), word(said, "text")},
                                                            {QStringLiteral("back"), back}});
}

Reply PaymentPage::notFound(const Request &request) const
{
    const QString lang = pickLanguage(request, {});
    return html(404, fillResource(QStringLiteral("pay-unknown.html"),
                                  {{QStringLiteral("lang"), lang},
                                   {QStringLiteral("text"), word(m_words.value(lang), "unknown")}}));
}

} // namespace okoshko::sandbox
