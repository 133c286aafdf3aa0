// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <QTranslator>

#include <optional>
#include <utility>

namespace okoshko::test {

/// The words that a plan of one language quotes, looked up where the program has them, so that a plan cannot quote what
/// is not on screen. In a text of the plan:
///
///     {TopBar|&New order}    a text of the program's, by its class and its source; placeholders become …
///     {system|api/BASE}      the label of a payment system, as a new counter has it
///     {scenario|declined}    the title of a scenario, as the QA dock has it
///     {page|pay}             a text of the payment page; {page|done.heading} one further in
///     [F2]                   a key
class PlanWords
{
public:
    /// \a language: "ru" or "en".
    explicit PlanWords(const QString &language);

    [[nodiscard]] const QString &language() const { return m_language; }

    /// The label that \a reference (what stands in the braces) means; nothing where there is none.
    [[nodiscard]] std::optional<QString> label(const QString &reference) const;
    /// All forms that the label may have on screen: one, or those of a plural. Empty where there is none.
    [[nodiscard]] QStringList forms(const QString &reference) const;

    /// The text as HTML: labels and keys marked up, all else escaped. A label that is not there stays in its braces.
    [[nodiscard]] QString toHtml(const QString &text) const;

    /// The references in \a text.
    [[nodiscard]] static QStringList references(const QString &text);

private:
    [[nodiscard]] std::optional<QString> programText(const QString &context, const QString &source, int count) const;
    [[nodiscard]] std::optional<QString> pageText(const QString &path) const;

    QString m_language;
    QTranslator m_translator;
    QHash<std::pair<QString, QString>, bool> m_sources; ///< context and source; whether it is a plural
};

} // namespace okoshko::test
