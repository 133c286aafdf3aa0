// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/printing/PrivateCups.h"
#include "app/settings/Languages.h"
#include "app/tour/InputDriver.h"
#include "tests/bench/CupsJobs.h"

#include <QObject>
#include <QString>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace okoshko {
class Counter;
class MainWindow;
class Session;
} // namespace okoshko

namespace okoshko::bench {

/// The program itself, a Session with its window, sold at by keys that are counted. Its one printer is a queue of a
/// print service of its own (PrivateCups), and prints what is paid by itself.
class PressedTill final : public QObject
{
    Q_OBJECT
public:
    /// \a ticketTemplate: one of those that the program ships, with paper \a width and \a length mm.
    struct Paper
    {
        QString ticketTemplate;
        double width = 0;
        double length = 0;
    };
    static const Paper roll;   ///< of 80 mm, one ticket a page
    static const Paper sheets; ///< A4, three tickets a page

    PressedTill(const QUrl &server, const QString &folder, const Paper &paper);
    ~PressedTill() override;

    /// A press of \a key and of each modifier that is held with it.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text);
    /// As soon as the window takes it: once the control \a name is shown and enabled.
    void pressWhen(const QString &name, Qt::Key key);
    void awaitShown(const QString &name);
    /// Counts from nothing.
    void begin() { m_presses = 0; }
    [[nodiscard]] int presses() const { return m_presses; }

    /// From the orders to the tickets of the event that \a words find, and to its payment.
    void reserveByHand(const QString &words);
    /// The money is there: until the question may be answered.
    void askToConfirm();
    /// Answers it: until CUPS has the tickets. Gives the time of that, by now().
    double confirm();
    /// Until CUPS reports that they are printed, and the printer has written them.
    void awaitPrinted();
    void backToOrders(Qt::Key key);
    /// From the paid page to the orders, also while it prints, when Enter does nothing.
    void nextBuyer();
    /// From the orders until CUPS has the tickets; how long it took, in milliseconds.
    double sellExpress();

    [[nodiscard]] Counter &counter() const;
    [[nodiscard]] MainWindow &window() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

public Q_SLOTS:
    /// Instead of the computer's browser.
    void openPage(const QUrl &) {}

private:
    QTemporaryDir m_files;
    sandbox::PrivateCups m_cups;
    CupsJobs m_jobs;
    Languages m_languages;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<InputDriver> m_hand;
    int m_presses = 0;
    bool m_mayBeShown = true; ///< a control has been shown or enabled since the last look for one
};

} // namespace okoshko::bench
