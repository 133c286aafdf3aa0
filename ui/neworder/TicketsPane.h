// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/Basket.h"
#include "models/tables/Format.h"

#include <QList>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace okoshko {

class ElidedLabel;
class Notice;
class ServerClock;
class SetRow;

/// The sets of the chosen event with the wanted counts. Refusals are shown below the sets, with a field for a promo
/// code ("promoCodeEdit") once it was offered.
class TicketsPane final : public QWidget
{
    Q_OBJECT
public:
    /// \a clock must outlive this.
    TicketsPane(const ServerClock &clock, const Format &format, QWidget *parent);

    void show(const Basket &basket);
    void setAge(const QString &words); ///< age of the shown data; empty if it is current
    [[nodiscard]] Notice &notice() const { return *m_notice; }
    void layOut(bool isLow); ///< see Page::layOut()
    void focusFirst();       ///< the first set that is on sale
    void offerCode();
    void showCode(); ///< as offerCode(), without moving the focus
    void withdrawCode();
    [[nodiscard]] bool isCodeOffered() const;
    [[nodiscard]] QString code() const; ///< as typed; empty if the field is not shown

    /// Shows that \a wanted tickets of \a set were requested, and that there are fewer.
    void showTooMany(const SetId &set, int wanted);

Q_SIGNALS:
    void tooManyAsked(const okoshko::SetId &set, int wanted);
    void countChanged(const okoshko::SetId &set, int count);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void arrange();
    void makeRows(const Event &event);
    [[nodiscard]] SetRow *makeRow(const SetId &id);
    void refresh();

    const ServerClock &m_clock;
    Format m_format;
    Basket m_basket;
    ElidedLabel *m_title;
    ElidedLabel *m_place;
    QLabel *m_state;
    QLabel *m_age;
    QLabel *m_empty;
    QLabel *m_unreadable; ///< how many sets could not be read
    QWidget *m_sets;
    QVBoxLayout *m_rowsLayout = nullptr;
    QList<SetRow *> m_rows;
    Notice *m_notice;
    QWidget *m_codeRow;
    QLabel *m_codeWords;
    QLineEdit *m_code;
};

} // namespace okoshko
