// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/plan/Witness.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

/// As a person reads it: no mnemonics, no places to break a line at, any blank is a blank.
QString asRead(QString text)
{
    static const QRegularExpression mnemonic(u"&(?=[^&\\s])"_s);
    static const QRegularExpression blanks(u"\\s+"_s, QRegularExpression::UseUnicodePropertiesOption);
    return text.remove(QChar(0x200B)).remove(mnemonic).replace(blanks, u" "_s);
}

QStringList textsOf(QAbstractItemView &view)
{
    QStringList texts;
    const QAbstractItemModel &model = *view.model();
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column)
            texts << model.index(row, column).data().toString();
    }
    return texts;
}

/// What the widget itself shows; where it paints its words, what it tells a screen reader.
QStringList textsOf(QWidget &widget)
{
    if (const auto *label = qobject_cast<QLabel *>(&widget))
        return {label->text()};
    if (const auto *button = qobject_cast<QAbstractButton *>(&widget))
        return {button->text()};
    if (const auto *edit = qobject_cast<QLineEdit *>(&widget))
        return {edit->text(), edit->placeholderText()};
    if (auto *view = qobject_cast<QAbstractItemView *>(&widget))
        return textsOf(*view);
    if (const auto *menu = qobject_cast<QMenu *>(&widget)) {
        QStringList texts;
        const QList<QAction *> actions = menu->actions();
        for (const QAction *action : actions) {
            if (action->isVisible())
                texts << action->text();
        }
        return texts;
    }
    return {widget.isWindow() ? widget.windowTitle() : QString(), widget.accessibleName(),
            widget.accessibleDescription()};
}

QRegularExpression patternOf(const QString &label)
{
    const QStringList parts = asRead(label).split(u'…');
    QStringList escaped;
    std::transform(parts.cbegin(), parts.cend(), std::back_inserter(escaped),
                   [](const QString &part) { return QRegularExpression::escape(part); });
    return QRegularExpression(escaped.join(u".*"_s));
}

} // namespace

Witness::Witness(const PlanWords &words)
    : m_words(words)
{
    connect(&m_glance, &QTimer::timeout, this, &Witness::look);
    m_glance.start(100);
    qApp->installEventFilter(this);
}

bool Witness::eventFilter(QObject *object, QEvent *event)
{
    // What is there only until it is pressed may go between two glances.
    if (object->isWidgetType() && (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::KeyPress))
        look();
    return QObject::eventFilter(object, event);
}

void Witness::look()
{
    m_now.clear();
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        if (!widget->isVisible())
            continue;
        const QStringList texts = textsOf(*widget);
        for (const QString &text : texts) {
            if (!text.isEmpty())
                m_now << asRead(text);
        }
    }
    m_ever += m_now;
}

void Witness::read(const QString &text)
{
    m_ever << asRead(text);
}

bool Witness::sees(const QString &reference)
{
    look();
    return isIn(m_now, reference);
}

bool Witness::saw(const QString &reference) const
{
    return isIn(m_ever, reference);
}

bool Witness::isIn(const QSet<QString> &texts, const QString &reference) const
{
    const QStringList forms = m_words.forms(reference);
    return std::any_of(forms.cbegin(), forms.cend(), [&texts](const QString &form) {
        const QRegularExpression pattern = patternOf(form);
        return std::any_of(texts.cbegin(), texts.cend(),
                           [&pattern](const QString &text) { return pattern.match(text).hasMatch(); });
    });
}

} // namespace okoshko::test
