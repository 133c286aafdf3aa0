// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/qa/PlanWords.h"

#include <QSet>
#include <QTimer>

namespace okoshko::test {

/// Reads whatever is written on screen while a case of the plan is driven, many times a second and before each key and
/// click, and knows afterwards which of the labels that the plan quotes were there to be read.
class Witness final : public QObject
{
    Q_OBJECT
public:
    explicit Witness(const PlanWords &words);

    /// Reads all windows now.
    void look();
    /// What was read elsewhere: a page in the buyer's browser.
    void read(const QString &text);

    /// Whether the label stands on screen now.
    [[nodiscard]] bool sees(const QString &reference);
    /// Whether it has stood there at any time.
    [[nodiscard]] bool saw(const QString &reference) const;
    /// Whether it stands in one of the texts.
    [[nodiscard]] bool isIn(const QSet<QString> &texts, const QString &reference) const;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    const PlanWords &m_words;
    QSet<QString> m_now;
    QSet<QString> m_ever;
    QTimer m_glance;
};

} // namespace okoshko::test
