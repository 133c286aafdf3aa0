// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"
#include "models/tables/Format.h"
#include "ui/widgets/Page.h"

#include <QTimer>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QScrollArea)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace okoshko {

class BlanksCard;
class Counter;
class UnprintedCard;

/// The list of paid orders whose tickets are not printed and of print jobs that need the cashier, and the blanks of
/// each printer with numbered paper. Controls: "backButton", "unprintedEmpty", and those of the cards.
class UnprintedPage final : public Page
{
    Q_OBJECT
public:
    UnprintedPage(Counter &counter, const Format &format, QWidget *parent);

    void focusFirst() override;
    [[nodiscard]] bool isAtRest() const override;
    /// Shows the list; the keyboard is at the card of \a order, if it is there.
    void begin(const OrderId &order = {});

Q_SIGNALS:
    void orderRequested(const okoshko::OrderId &id);
    void pdfRequested(const okoshko::OrderId &id);
    void settingsRequested();
    void sheetRequested(const QString &queue); ///< the day's sheet of blanks, as a file

private:
    void refresh();
    void refreshBlanks();
    [[nodiscard]] UnprintedCard *makeCard(const QString &key, qsizetype at);

    Counter &m_counter;
    Format m_format;
    QTimer m_soon; ///< until the list is refreshed
    QLabel *m_empty;
    QScrollArea *m_area;
    QVBoxLayout *m_column;
    QVBoxLayout *m_blanks;
    QList<UnprintedCard *> m_cards; ///< owned by the scroll area's widget
    QList<BlanksCard *> m_blanksCards;
};

} // namespace okoshko
