// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/Sale.h"
#include "models/tables/Format.h"
#include "ui/payment/Phase.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QBoxLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)

namespace okoshko {

class ActionButton;
class CountdownRing;
class ElidedLabel;
class Notice;
class QrCode;
class ServerClock;

/// Waiting for the buyer's payment: countdown ("countdownRing"), what is awaited and since when, and once the payment
/// was started the page's address to open ("openPageButton"), to copy ("copyAddressButton") or as a QR code. For
/// payments that the server alone confirms there is no page. "pageNotice" shows what is wrong with the page,
/// "browserNotice" that it could not be opened.
class PagePane final : public QWidget
{
    Q_OBJECT
public:
    /// \a clock must outlive this.
    PagePane(const ServerClock &clock, const Format &format, QWidget *parent);

    void show(const Sale &sale, Phase phase);
    enum class Problem {
        None,
        UnsafeAddress,
        MoneyTaken,    ///< the cashier's drawer has the money: the buyer must not pay twice
        UnexpectedPage ///< by the system's setting the cashier collects
    };
    void setProblem(Problem problem);
    enum class Browser { Opened, Missing }; ///< result of the last attempt to open the page
    void setBrowser(Browser browser);
    [[nodiscard]] Browser browser() const { return m_browser; }
    enum class Copied { No, Yes };
    void showCopied(Copied copied); ///< on the copy button

Q_SIGNALS:
    void openRequested();
    void copyRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeColumn();
    [[nodiscard]] QWidget *makeCard();
    void shareRoom(); ///< gives the code the room beside the column
    void showWords(const Sale &sale, Phase phase);
    void refreshTrouble();
    void refreshBrowser();

    const ServerClock &m_clock;
    Format m_format;
    Problem m_problem = Problem::None;
    Browser m_browser = Browser::Opened;
    CountdownRing *m_ring;
    QLabel *m_state;
    QLabel *m_since;
    ActionButton *m_open;
    ActionButton *m_copy;
    Notice *m_notice;
    Notice *m_browserNotice;
    QBoxLayout *m_buttons = nullptr;
    QLabel *m_cardWords = nullptr;
    QrCode *m_code = nullptr;
    ElidedLabel *m_address = nullptr;
    QWidget *m_column; ///< after its parts above, which makeColumn() and makeCard() set
    QWidget *m_card;
};

} // namespace okoshko
