// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qa/PlanWords.h"

#include "app/sandbox/scenarios/Scenario.h"
#include "models/domain/PaymentSystem.h"
#include "tests/support/BytesOf.h"
#include "tests/unit/house/TranslationFile.h"
#include "translations/Translations.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE must not stand inside a namespace.
static void registerSandboxResources()
{
    Q_INIT_RESOURCE(sandbox);
}

namespace okoshko::test {

namespace {

constexpr int many = 5; ///< a count that takes the plural in both languages

/// As it is read on screen: no mnemonic, no line ends, and what is filled in is left open.
QString asShown(QString text)
{
    static const QRegularExpression mnemonic(u"&(?=[^&\\s])"_s);
    static const QRegularExpression placeholder(u"%(?:L?[0-9]|Ln|n)"_s);
    text.remove(mnemonic).replace(placeholder, u"…"_s).replace(u'\n', u' ');
    return text;
}

std::optional<QString> systemLabel(const QString &name, const QString &language)
{
    const QList<PaymentSystem> systems = defaultPaymentSystems();
    const auto it = std::find_if(systems.cbegin(), systems.cend(),
                                 [&name](const PaymentSystem &system) { return system.name == name; });
    return it == systems.cend() ? std::nullopt : std::optional(it->label(language));
}

std::optional<QString> scenarioTitle(const QString &name, const QString &language)
{
    const sandbox::Scenario *row = sandbox::findScenario(name);
    if (!row)
        return std::nullopt;
    return (language == u"ru" ? row->russian : row->english).title.toString();
}

const QRegularExpression &reference()
{
    static const QRegularExpression form(u"\\{([^{}|]+\\|[^{}]+)\\}"_s);
    return form;
}

} // namespace

PlanWords::PlanWords(const QString &language)
    : m_language(language)
{
    registerTranslations();
    registerSandboxResources();
    if (!m_translator.load(u":/i18n/okoshko_%1.qm"_s.arg(language)))
        qFatal("no translation for %s", qUtf8Printable(language));
    // The Russian file has every text of the program; the English one its plurals only.
    const QList<Message> messages = readMessages(bytesOf(QStringLiteral(OKOSHKO_ROOT "/translations/okoshko_ru.ts")));
    for (const Message &message : messages)
        m_sources.insert({message.context, message.source}, message.isPlural);
}

std::optional<QString> PlanWords::label(const QString &reference) const
{
    const QString room = reference.section(u'|', 0, 0);
    const QString name = reference.section(u'|', 1);
    if (room == u"system")
        return systemLabel(name, m_language);
    if (room == u"scenario")
        return scenarioTitle(name, m_language);
    if (room == u"page")
        return pageText(name);
    return programText(u"okoshko::"_s + room, name, many);
}

QStringList PlanWords::forms(const QString &reference) const
{
    QStringList forms;
    if (const auto usual = label(reference))
        forms << *usual;
    const QString context = u"okoshko::"_s + reference.section(u'|', 0, 0);
    for (const int count : {1, 2, many}) {
        const auto form = programText(context, reference.section(u'|', 1), count);
        if (form && !forms.contains(*form))
            forms << *form;
    }
    return forms;
}

std::optional<QString> PlanWords::programText(const QString &context, const QString &source, int count) const
{
    const auto known = m_sources.constFind({context, source});
    if (known == m_sources.cend())
        return std::nullopt;
    const QByteArray contextBytes = context.toUtf8();
    const QByteArray sourceBytes = source.toUtf8();
    QString text = *known ? m_translator.translate(contextBytes.constData(), sourceBytes.constData(), nullptr, count)
                          : m_translator.translate(contextBytes.constData(), sourceBytes.constData());
    if (text.isEmpty() && m_language == u"en")
        text = source;
    return text.isEmpty() ? std::nullopt : std::optional(asShown(text));
}

std::optional<QString> PlanWords::pageText(const QString &path) const
{
    QJsonValue value = QJsonDocument::fromJson(bytesOf(u":/sandbox/pay.%1.json"_s.arg(m_language))).object();
    for (const QString &part : path.split(u'.'))
        value = value[part];
    return value.isString() ? std::optional(asShown(value.toString())) : std::nullopt;
}

QString PlanWords::toHtml(const QString &text) const
{
    QString html;
    qsizetype at = 0;
    const auto appendPlain = [&html](const QString &plain) {
        static const QRegularExpression key(u"\\[([^\\]\\[]{1,12})\\]"_s);
        html += plain.toHtmlEscaped().replace(key, u"<kbd>\\1</kbd>"_s);
    };
    auto found = reference().globalMatch(text);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        appendPlain(text.mid(at, match.capturedStart() - at));
        const auto shown = label(match.captured(1));
        html += u"<b>"_s + (shown ? *shown : match.captured()).toHtmlEscaped() + u"</b>"_s;
        at = match.capturedEnd();
    }
    appendPlain(text.mid(at));
    return html;
}

QStringList PlanWords::references(const QString &text)
{
    QStringList found;
    auto matches = reference().globalMatch(text);
    while (matches.hasNext())
        found << matches.next().captured(1);
    return found;
}

} // namespace okoshko::test
