// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/ConnectionMonitor.h"

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace okoshko {

class ActionButton;
class Counter;

/// A band over the page while something stops or hinders selling: no connection, a refused key, a journal that cannot
/// be written, or one that is being saved at the end; last, a printer that cannot print tickets. It blocks no input and
/// disappears by itself. Controls: "bannerLabel", "bannerButton".
class TroubleBanner final : public QFrame
{
    Q_OBJECT
public:
    TroubleBanner(Counter &counter, QWidget *parent);

    /// The server belongs to another partner than the journal: selling is stopped.
    void setForeign();
    /// The program ends once the journal is saved, within five seconds: replaces all other messages.
    void setSaving();
    /// Why a printer cannot print the tickets that are sold; empty if all can.
    void setPrinterDoubt(const QString &words);

Q_SIGNALS:
    void keyRequested();
    void settingsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Words
    {
        QString text;
        QString action; ///< empty = no button
        void (TroubleBanner::*act)() = nullptr;
    };

    [[nodiscard]] Words wordsNow() const;
    [[nodiscard]] QString nextTry() const;
    void refresh();
    void tryNow();

    Counter &m_counter;
    bool m_isForeign = false;
    bool m_isSaving = false;
    QString m_printerDoubt;
    QLabel *m_sign;
    QLabel *m_words;
    ActionButton *m_action;
};

} // namespace okoshko
