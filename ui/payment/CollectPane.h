// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/Sale.h"
#include "models/tables/Format.h"

#include <QWidget>

#include <array>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)

namespace okoshko {

class ActionButton;
class FigureLabel;
class Notice;
class ServerClock;

/// There is no page: the cashier takes the money. What was received ("receivedEdit", or the notes' buttons), the change
/// ("changeLabel"), and the confirmation ("confirmPaidButton"), which asks once ("confirmPaidYesButton").
class CollectPane final : public QWidget
{
    Q_OBJECT
public:
    /// \a clock must outlive this.
    CollectPane(const ServerClock &clock, const Format &format, QWidget *parent);

    void setFormat(const Format &format);
    void begin();
    void show(const Sale &sale);
    void askToConfirm();
    [[nodiscard]] bool isAsking() const;
    void stopAsking();

Q_SIGNALS:
    void confirmed();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] std::optional<Money> received() const; ///< nothing where nothing, or no sum, is typed
    void receive(Money sum);
    void refreshChange();
    void retranslate();

    const ServerClock &m_clock;
    Format m_format;
    Money m_due;
    bool m_asksForPage = false; ///< it is not known whether a payment page was opened
    QLabel *m_heading;
    QLabel *m_held;
    QLabel *m_receivedWords;
    QLineEdit *m_received;
    std::array<ActionButton *, 4> m_notes{};
    QLabel *m_changeWords;
    FigureLabel *m_change;
    Notice *m_question;
    ActionButton *m_confirm;
};

} // namespace okoshko
