// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tour/InputDriver.h"
#include "tests/gui/sale/PaymentTill.h"
#include "ui/main/OrderPane.h"
#include "ui/widgets/ActionButton.h"

#include <QPushButton>

#include <algorithm>

namespace okoshko::test {

/// A counter with its windows, and what can be read in them.
class Till final : public PaymentTill
{
public:
    Till()
    {
        start();
        open();
    }

    ~Till() { close(); }

    void open()
    {
        openDialog();
        dialog->resize(1000, 700);
        pane = std::make_unique<OrderPane>(program->clock, counter().printing, systems, format, nullptr);
        pane->resize(400, 700);
    }

    void close()
    {
        pane.reset();
        dialog.reset();
    }

    void startAgain()
    {
        close();
        restart();
        open();
    }

    /// The payment window and the order's pane, as they stand now.
    void look(const OrderId &id)
    {
        dialog->setSale(id);
        dialog->show();
        dialog->focusFirst();
        lookAtPane(id);
        qApp->processEvents();
    }

    void lookAtPane(const OrderId &id)
    {
        pane->setSale(sale(id), {}, remarkOf(sale(id), journal().issues()),
                      isPerhapsOurs(sale(id), journal().issues()));
        pane->show();
    }

    void press(Qt::Key key)
    {
        InputDriver(*dialog).press(key);
        settle();
        qApp->processEvents();
    }

    void click(const QString &name)
    {
        QPushButton *button = shown(*dialog, name);
        [&] { QVERIFY2(button, qPrintable(name)); }();
        [&] { QTRY_VERIFY2(button->isEnabled(), qPrintable(name)); }(); // a question is not answered at once
        button->click();
        settle();
        qApp->processEvents();
    }

    /// By the keys, up to the server's answer.
    void confirm()
    {
        click(QStringLiteral("confirmPaidButton"));
        click(QStringLiteral("confirmPaidYesButton"));
    }

    /// The one that can be seen; an older one of that name may be on its way out.
    template <class T = QPushButton>
    static T *shown(const QWidget &window, const QString &name)
    {
        const auto widgets = window.findChildren<T *>(name);
        const auto it =
            std::find_if(widgets.cbegin(), widgets.cend(), [](const QWidget *each) { return each->isVisible(); });
        return it == widgets.cend() ? nullptr : *it;
    }

    static bool shows(const QWidget &window, const QString &name) { return shown<QWidget>(window, name); }

    /// All that can be read in \a window.
    static QString read(const QWidget &window)
    {
        QStringList texts;
        for (const QWidget *widget : window.findChildren<QWidget *>()) {
            if (widget->isVisible())
                texts << widget->property("text").toString() << widget->accessibleName();
        }
        return texts.join(u'\n').remove(QChar(0x200B));
    }

    static bool says(const QWidget &window, const QString &words) { return read(window).contains(words); }

    [[nodiscard]] QString cell(const OrderId &id, OrderTableModel::Column column) const
    {
        return counter().orders.indexOf(id, column).data().toString();
    }

    std::unique_ptr<OrderPane> pane;
};

} // namespace okoshko::test
