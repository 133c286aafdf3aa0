// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"
#include "models/domain/PaymentSystem.h"
#include "models/tables/Format.h"

#include <QWidget>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QBoxLayout)

namespace okoshko {

class Counter;
class FilterLine;
class GivenUpNotice;
class PaperNotice;
class MissingNotice;
class Notice;
class OrderPane;
class OrderTableView;
class PastFinds;
class RecoveryNotice;
class ServerLook;
class TopBar;
class WaitLine;
struct SeenNotices;

/// The orders of this counter: the table with its filter, and the selected order beside it, or below on a narrow
/// window.
class OrdersPage final : public QWidget
{
    Q_OBJECT
public:
    /// \a seen must outlive the page.
    OrdersPage(Counter &counter, SeenNotices &seen, const QList<PaymentSystem> &systems, const Format &format,
               QWidget *parent);

    [[nodiscard]] TopBar &topBar() const { return *m_topBar; }
    /// See RecoveryNotice.
    void setSalvaged(const QString &fileName);
    void select(const OrderId &id);
    [[nodiscard]] OrderId current() const;
    void focusSearch();
    void seek(const QString &text); ///< as if it had been typed into the search field
    /// Shows a wait until the list has been read.
    void awaitOrders();
    [[nodiscard]] bool isAwaitingOrders() const;
    /// Why the list could not be read last; nothing if it was read.
    [[nodiscard]] const std::optional<ApiError> &failure() const { return m_failure; }
    void showReadingFailure(const ApiError &error);

Q_SIGNALS:
    void paymentRequested(const okoshko::OrderId &id);
    void sameAgainRequested(const okoshko::OrderId &id);
    void changeRequested(const okoshko::OrderId &id);
    void pdfRequested(const okoshko::OrderId &id);
    void numberCopied(const QString &number);
    void movedOn(); ///< another order was selected, or the filter changed

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void connectParts();
    void connectCounter();
    void showCurrent();
    void layOutAir();
    void layOutHalves();
    void open();

    Counter &m_counter;
    std::optional<ApiError> m_failure;
    OrderId m_asked; ///< the order whose tickets were requested last
    TopBar *m_topBar;
    FilterLine *m_filter;
    OrderTableView *m_table;
    PastFinds *m_past;
    ServerLook *m_server;
    OrderPane *m_pane;
    RecoveryNotice *m_recovery;
    GivenUpNotice *m_givenUp;
    PaperNotice *m_paper;
    Notice *m_trouble;
    MissingNotice *m_missing;
    WaitLine *m_wait;
    QBoxLayout *m_halves;
    QBoxLayout *m_left;
};

} // namespace okoshko
