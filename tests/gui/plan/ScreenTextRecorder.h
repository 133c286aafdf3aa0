// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/qa/PlanWords.h"

#include <QHash>
#include <QSet>
#include <QTimer>

namespace okoshko::test {

/// Reads whatever is written on screen while a case of the plan is driven, many times a second and before each key and
/// click, and knows afterwards which of the labels that the plan quotes were there to be read, in which language.
///
/// A label is looked for in the widget of its class. Of the classes that are no widgets, Format names the states of an
/// order and what happened to it, words that the filter above the table has as well: they count only where they are
/// said of that order (readOrder).
class ScreenTextRecorder final : public QObject
{
    Q_OBJECT
public:
    ScreenTextRecorder();

    /// What is on screen is of the language of \a words, which must outlive this, from now on.
    void setWords(const PlanWords &words);

    /// Reads all windows now.
    void look();
    /// What was read elsewhere, in the language of \a words: a page in the buyer's browser. Whether the label is in it.
    bool read(const QString &text, const PlanWords &words, const QString &reference);
    /// What is said of one order; whether \a reference, if any, is among it.
    bool readOrder(const QStringList &texts, const QString &reference = {});

    /// Whether the label stands on screen now; never of an order's words.
    [[nodiscard]] bool sees(const QString &reference);
    /// Whether it has stood there at any time, in the language of \a words.
    [[nodiscard]] bool saw(const QString &reference, const PlanWords &words) const;
    /// What the visible widgets of that class, and all in them, have written on them.
    [[nodiscard]] QStringList textsIn(const QString &className);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    using Texts = QHash<QString, QSet<QString>>; ///< by the class of a widget that they stand in; all of them by none

    [[nodiscard]] static bool standsIn(const Texts &texts, const QString &reference, const PlanWords &words);

    const PlanWords *m_words = nullptr;
    Texts m_now;
    QHash<QString, Texts> m_ever; ///< by language
    QTimer m_glance;
};

} // namespace okoshko::test
