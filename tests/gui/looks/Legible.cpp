// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/looks/Legible.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QEvent>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test {

void nothingIsCut(const QWidget &window)
{
    // A text that has just come, such as how long an answer took, is laid out with the next turn of the event loop.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    for (const ActionButton *button : window.findChildren<ActionButton *>()) {
        // What is chosen is bolder and may use some of the air around it.
        const int needed = button->minimumSizeHint().width() - Theme::space(3);
        QVERIFY2(!button->isVisible() || button->width() >= needed, qPrintable(button->text()));
    }
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        QVERIFY2(label->height() >= needed, qPrintable(label->text()));
        QVERIFY2(label->wordWrap() || label->width() >= label->sizeHint().width(), qPrintable(label->text()));
    }
    for (const QScrollArea *area : window.findChildren<QScrollArea *>())
        QVERIFY2(!area->isVisible() || area->horizontalScrollBar()->maximum() == 0,
                 qPrintable(QDebug::toString(area->parent()) + QDebug::toString(area->viewport()->size()) +
                            QDebug::toString(area->widget() ? area->widget()->minimumSizeHint() : QSize())));
    for (const QHeaderView *header : window.findChildren<QHeaderView *>()) {
        for (int section = 0; header->isVisible() && section < header->count(); ++section) {
            const QString words = header->model()->headerData(section, header->orientation()).toString();
            QVERIFY2(header->isSectionHidden(section) ||
                         header->sectionSize(section) >= header->sectionSizeHint(section),
                     qPrintable(words));
        }
    }
}

void lettersAreUnique(const QWidget &window)
{
    QStringList seen;
    const auto note = [&seen](const QString &text) {
        const QString letter = QKeySequence::mnemonic(text).toString();
        if (letter.isEmpty())
            return;
        QVERIFY2(!seen.contains(letter), qPrintable(letter + u": "_s + text));
        seen << letter;
    };
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        if (button->isVisible())
            note(button->text());
    }
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (label->isVisible() && label->buddy())
            note(label->text());
    }
    QVERIFY(!seen.isEmpty());
}

} // namespace okoshko::test
