// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/ConnectionMonitor.h"

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace okoshko {

class ActionButton;
class Counter;

/// A band over the page while something stops or hinders selling: no line to the server, a refused key, a journal that
/// cannot be kept, or that is being saved at the end. It is never in the way, and goes by itself. Controls:
/// "bannerLabel", "bannerButton".
class TroubleBanner final : public QFrame
{
    Q_OBJECT
public:
    TroubleBanner(Counter &counter, QWidget *parent);

    /// The server says that it is another partner's than the journal is: nothing is sold.
    void setForeign();
    /// The program ends once the journal is saved, within five seconds: nothing else is said from here on.
    void setSaving();

Q_SIGNALS:
    void keyRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Words
    {
        QString text;
        QString action; ///< empty = nothing to press
    };

    [[nodiscard]] Words wordsNow() const;
    [[nodiscard]] QString nextTry() const;
    void refresh();
    void act();

    Counter &m_counter;
    bool m_isForeign = false;
    bool m_isSaving = false;
    QLabel *m_sign;
    QLabel *m_words;
    ActionButton *m_action;
};

} // namespace okoshko
