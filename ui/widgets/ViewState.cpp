// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ViewState.h"

#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QTimer>

#include <chrono>

namespace okoshko {

namespace {

constexpr auto untilLaidOut = std::chrono::milliseconds(200);

/// The widgets below \a root, identified by the object names of their parents, and among equal ones by their index.
QList<std::pair<QString, QWidget *>> byName(QWidget &root)
{
    QList<std::pair<QString, QWidget *>> named;
    QHash<QString, int> count;
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        if (widget->window() != root.window())
            continue; // a popup list
        QStringList path;
        for (const QWidget *each = widget; each != &root; each = each->parentWidget())
            path.prepend(each->objectName());
        const QString name = path.join(u'/');
        named.append({name + u'#' + QString::number(count[name]++), widget});
    }
    return named;
}

/// \a bar gets its range when its content is laid out, in later turns of the event loop.
void scrollTo(QScrollBar &bar, int value)
{
    bar.setValue(value);
    if (bar.value() == value)
        return;
    auto *meanwhile = new QTimer(&bar);
    QObject::connect(&bar, &QScrollBar::rangeChanged, meanwhile, [&bar, value] { bar.setValue(value); });
    QObject::connect(meanwhile, &QTimer::timeout, meanwhile, &QObject::deleteLater);
    meanwhile->start(untilLaidOut);
}

bool scrollsByRows(const QAbstractScrollArea &area)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(&area);
    return view && view->verticalScrollMode() == QAbstractItemView::ScrollPerItem;
}

} // namespace

ViewState::ViewState(QWidget &root)
    : m_line(Theme::space(4))
{
    const QWidget *focus = root.window()->focusWidget();
    for (const auto &[name, widget] : byName(root)) {
        if (widget == focus)
            m_focus = name;
        if (const auto *field = qobject_cast<QLineEdit *>(widget))
            m_typed.insert(name, {field->text(), field->cursorPosition(), field->selectionStart(),
                                  static_cast<int>(field->selectedText().size())});
        if (const auto *button = qobject_cast<QAbstractButton *>(widget); button && button->isCheckable())
            m_checked.insert(name, button->isChecked());
        if (const auto *combo = qobject_cast<QComboBox *>(widget))
            m_combos.insert(name, combo->currentIndex());
        if (const auto *view = qobject_cast<QAbstractItemView *>(widget))
            m_current.insert(name, {view->currentIndex().row(), view->currentIndex().column()});
        if (const auto *area = qobject_cast<QAbstractScrollArea *>(widget))
            m_scrolled.insert(name, {area->horizontalScrollBar()->value(), area->verticalScrollBar()->value()});
    }
}

ViewState::~ViewState()
{
    for (Typed &typed : m_typed)
        typed.text.fill(u'\0');
}

void ViewState::giveTo(QWidget &root) const
{
    // Restoring texts and choices may create widgets: each step searches again.
    for (const auto &[name, widget] : byName(root)) {
        auto *field = qobject_cast<QLineEdit *>(widget);
        if (const auto it = m_typed.constFind(name); field && it != m_typed.cend() && field->text() != it->text)
            field->setText(QString(it->text.constData(), it->text.size())); // a copy that is not overwritten
    }
    for (const auto &[name, widget] : byName(root)) {
        auto *button = qobject_cast<QAbstractButton *>(widget);
        if (button && button->isCheckable() && m_checked.contains(name) && button->isChecked() != m_checked.value(name))
            button->setChecked(m_checked.value(name));
    }
    for (const auto &[name, widget] : byName(root)) {
        auto *view = qobject_cast<QAbstractItemView *>(widget);
        if (!view || !view->model() || !m_current.contains(name))
            continue;
        const Place place = m_current.value(name);
        view->setCurrentIndex(view->model()->index(place.row, place.column, view->rootIndex()));
    }
    for (const auto &[name, widget] : byName(root)) {
        if (auto *combo = qobject_cast<QComboBox *>(widget); combo && m_combos.contains(name))
            combo->setCurrentIndex(m_combos.value(name));
        auto *area = qobject_cast<QAbstractScrollArea *>(widget);
        if (!area || !m_scrolled.contains(name))
            continue;
        const QPoint value = m_scrolled.value(name);
        const bool isByRows = scrollsByRows(*area);
        scrollTo(*area->horizontalScrollBar(), value.x() * Theme::space(4) / m_line);
        scrollTo(*area->verticalScrollBar(), isByRows ? value.y() : value.y() * Theme::space(4) / m_line);
    }
    for (const auto &[name, widget] : byName(root)) {
        if (name == m_focus)
            widget->setFocus(Qt::OtherFocusReason);
        auto *field = qobject_cast<QLineEdit *>(widget);
        const auto it = m_typed.constFind(name);
        if (!field || it == m_typed.cend())
            continue;
        if (it->selectedFrom >= 0)
            field->setSelection(it->selectedFrom, it->selectedLength);
        else
            field->setCursorPosition(it->cursor);
    }
}

} // namespace okoshko
