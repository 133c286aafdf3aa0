// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gui/sale/GuiFixture.h"

#include "models/settings/PaymentSystemsModel.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>

#include <cstdlib>

namespace okoshko::test {

/// The GUI fixture with the settings page open.
struct SettingsFixture
{
    enum class Page { Counter, Systems, Printers, Selling, Appearance };

    explicit SettingsFixture(Format::Language language = Format::Language::English)
        : gui(language)
    {
    }

    GuiFixture gui;

    void open(Page page)
    {
        if (!gui.isShown(QStringLiteral("settingsPage")))
            press(Qt::Key_Comma, Qt::ControlModifier);
        auto *pages = gui.hand->find<QListWidget>(QStringLiteral("settingsPages"));
        [&] { QVERIFY(pages); }();
        [&] {
            QCOMPARE(gui.hand->click(*pages, pages->model()->index(static_cast<int>(page), 0)),
                     InputDriver::Result::Done);
        }();
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { gui.hand->press(key, modifiers); }

    /// \a text in place of what stands in the line \a name.
    void fill(const QString &name, const QString &text)
    {
        gui.click(name);
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_Delete);
        gui.type(text);
    }

    void save()
    {
        press(Qt::Key_S, Qt::ControlModifier);
        [&] {
            QVERIFY(!gui.find(QStringLiteral("saveSettingsButton"))->isEnabled());
            QTRY_VERIFY(!gui.windows->isToRebuild());
        }();
    }

    [[nodiscard]] QString words(const QString &name) const
    {
        const auto *label = gui.hand->find<QLabel>(name);
        return label ? label->text() : QString();
    }

    [[nodiscard]] QTableView &table() const { return *gui.hand->find<QTableView>(QStringLiteral("systemsTable")); }
    [[nodiscard]] QModelIndex cell(int row, SystemSetting column) const
    {
        return table().model()->index(row, static_cast<int>(column));
    }
    /// By a click on the row's name, and from there by the arrows: a click might tick a box.
    void goTo(int row, SystemSetting column)
    {
        [&] { QCOMPARE(gui.hand->click(table(), cell(row, SystemSetting::Name)), InputDriver::Result::Done); }();
        const int steps = static_cast<int>(column) - static_cast<int>(SystemSetting::Name);
        for (int i = 0; i < std::abs(steps); ++i)
            press(steps > 0 ? Qt::Key_Right : Qt::Key_Left);
        [&] { QCOMPARE(table().currentIndex(), cell(row, column)); }();
    }

    /// Enter, and the cell's editor has gone.
    void leaveCell()
    {
        press(Qt::Key_Return);
        [&] { QTRY_VERIFY(!gui.find(QStringLiteral("systemCellEdit"))); }();
        [&] { QTRY_VERIFY(!gui.find(QStringLiteral("systemCellBox"))); }();
    }

    [[nodiscard]] const CounterSettings &saved() const { return gui.settings.values(); }
};

} // namespace okoshko::test
