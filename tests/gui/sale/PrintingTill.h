// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gui/sale/Till.h"
#include "tests/support/FakePrinter.h"

#include "ui/unprinted/UnprintedCard.h"
#include "ui/unprinted/UnprintedPage.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

#include <memory>

namespace okoshko::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A till with a printer of the test's, whose jobs print at once unless the test says otherwise.
class PrintingTill final : public PaymentTill
{
public:
    using Automatic = PrintSettings::Automatic;

    explicit PrintingTill(Automatic automatic = Automatic::OnPaid,
                          PrinterProfile::Blanks blanks = PrinterProfile::Blanks::No)
    {
        queue = &printer;
        drawer = &drawing;
        Event event; // nothing is known of its organiser
        event.id = eventId();
        event.title = u"The Seagull"_s;
        event.sale = Event::Sale::Open;
        event.start = *parseInstant(u"2030-05-12T17:00:00+00:00"_s);
        vendor.onSale = {event};
        start();
        readEvents();
        PrinterProfile roll;
        roll.name = u"Roll"_s;
        roll.queue = u"roll"_s;
        roll.blanks = blanks;
        settings.automatic = automatic;
        settings.printers = {roll};
        setUp();
        openDialog();
        dialog->resize(1000, 700);
        pane = std::make_unique<OrderPane>(program->clock, printing(), systems, format, nullptr);
        pane->resize(400, 700);
        new KeyDispatcher(*pane);
        list = std::make_unique<UnprintedPage>(counter(), format, nullptr);
        list->resize(1000, 700);
        new KeyDispatcher(*list);
    }

    ~PrintingTill()
    {
        list.reset();
        pane.reset();
        dialog.reset();
    }

    [[nodiscard]] PrintService &printing() const { return counter().printing; }

    void setUp()
    {
        printing().setUp(settings, u"Counter 1"_s, format, {});
        printing().data().allowWithoutLegal(eventId());
    }

    void readEvents()
    {
        catalogue().refresh();
        settle();
    }

    void addSecondPrinter()
    {
        PrinterProfile second = settings.printers.first();
        second.name = u"Second"_s;
        second.queue = u"second"_s;
        settings.printers << second;
        setUp();
    }

    /// What is due at the counter and in the event loop has happened.
    void settleAll()
    {
        for (int i = 0; i < 10; ++i) {
            settle();
            qApp->processEvents();
        }
    }

    /// The program is ended, and started again \a downTime later; its list is shown.
    void startAgain(Microseconds downTime)
    {
        dialog.reset();
        list.reset();
        pane.reset();
        restart(downTime);
        setUp();
        openDialog();
        list = std::make_unique<UnprintedPage>(counter(), format, nullptr);
        list->resize(1000, 700);
        new KeyDispatcher(*list);
        later(5);
        list->show();
        list->begin();
        settleAll();
    }

    void later(int seconds)
    {
        for (; seconds > 0; --seconds) {
            pass(1s);
            settleAll();
        }
    }

    /// An order paid in cash, with its page shown.
    OrderId sell()
    {
        const OrderId id = startCash();
        dialog->setSale(id);
        dialog->show();
        dialog->focusFirst();
        vendor.pay(id);
        static_cast<void>(service().refresh(id));
        settleAll();
        return id;
    }

    void look(const OrderId &id)
    {
        dialog->hide();
        pane->setSale(sale(id), {});
        pane->show();
        settleAll();
    }

    void press(QWidget &window, Qt::Key key)
    {
        InputDriver(window).press(key);
        settleAll();
    }

    /// A question is not answered at once.
    void sayYes(QWidget &window)
    {
        const auto yes = [&window] { return Till::shown(window, u"printYesButton"_s); };
        [&] { QTRY_VERIFY2(yes() && yes()->isEnabled(), qPrintable(Till::read(window))); }();
        yes()->click();
        settleAll();
    }

    [[nodiscard]] static QString line(const QWidget &window)
    {
        const auto *label = Till::shown<QLabel>(window, u"printLine"_s);
        return label ? label->text().remove(QChar(0x200B)) : QString();
    }

    [[nodiscard]] static QString trouble(const QWidget &window)
    {
        const auto *notice = Till::shown<QWidget>(window, u"printNotice"_s);
        return notice ? notice->accessibleName() : QString();
    }

    FakeQueue printer;
    FakeDrawer drawing;
    PrintSettings settings;
    std::unique_ptr<OrderPane> pane;
    std::unique_ptr<UnprintedPage> list;
};

} // namespace okoshko::test
