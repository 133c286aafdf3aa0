// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tour/Buyer.h"
#include "app/tour/InputDriver.h"
#include "app/tour/TourPlan.h"
#include "app/tour/TourReport.h"

#include "models/domain/Event.h"
#include "models/domain/PaymentSystem.h"
#include "models/domain/Print.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QTimer>
#include <QUuid>

#include <functional>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko {

class Counter;
class TourPrinters;

/// Makes sales in the real windows and records them (TourReport): the sale that the plan names, or, if the tour is the
/// payer, two sales: one for cash and one paid on the page. Where it has a print service it sets up printers first, and
/// prints what it sells; of the second sale only after the paper was out, from the list of what is not printed. Each
/// step waits until the windows show its precondition, takes a picture, and acts.
class Tour final : public QObject
{
    Q_OBJECT
public:
    /// Who pays: the tour, on the sandbox's page, or another person or program, for whom the tour waits.
    enum class Payer { Tour, SomebodyElse };

    /// \a window, \a counter, which it shows, and \a printers must outlive this; null = nothing is printed.
    Tour(QWidget &window, Counter &counter, const QList<PaymentSystem> &systems, const TourPlan &plan, Payer payer,
         TourPrinters *printers, QObject *parent = nullptr);

    void start();
    void setFact(const QString &key, const QString &value) { m_report.set(key, value); }

public Q_SLOTS:
    /// Handles the address of a payment page (QDesktopServices).
    void openPage(const QUrl &url);

Q_SIGNALS:
    void finished(int exitCode);

private:
    enum class Ready {
        No,
        Yes,
        NotNeeded, ///< the sale does not need the step
    };

    struct TourStep
    {
        QString name; ///< used in the picture's file name and in reasons
        std::function<Ready()> ready;
        std::function<InputDriver::Result()> act;
        std::chrono::seconds patience{30};
    };

    struct Goods ///< the event and set to sell; an empty id = the first suitable one
    {
        QString event;
        QString set;
        QString system;
    };

    struct PrinterToDescribe ///< in the settings
    {
        QString name;
        QString queue;
        QString ticketTemplate; ///< its id
        QStringList switches;   ///< the buttons to press
    };

    void addSteps();
    [[nodiscard]] QList<Goods> salesToShow() const;
    [[nodiscard]] std::vector<TourStep> printerSteps();
    [[nodiscard]] std::vector<TourStep> blanksSteps();
    [[nodiscard]] std::vector<TourStep> pickingSteps(const Goods &goods);
    [[nodiscard]] std::vector<TourStep> startingSteps(const QString &system);
    [[nodiscard]] std::vector<TourStep> payingSteps();
    [[nodiscard]] std::vector<TourStep> paidSteps();     ///< what is printed by itself is printed
    [[nodiscard]] std::vector<TourStep> paperOutSteps(); ///< the paper is out, and printed is later
    [[nodiscard]] std::vector<TourStep> givingUpSteps();
    [[nodiscard]] InputDriver::Result press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    [[nodiscard]] InputDriver::Result fillIn(const QString &field, const QString &text);
    [[nodiscard]] InputDriver::Result showPrinters();
    [[nodiscard]] InputDriver::Result addPrinter(const PrinterToDescribe &printer);
    [[nodiscard]] InputDriver::Result showEvent();
    [[nodiscard]] InputDriver::Result pickTickets();
    [[nodiscard]] InputDriver::Result chooseSystem(const QString &wanted);
    [[nodiscard]] InputDriver::Result settlePayment();
    [[nodiscard]] Ready shows(const QString &name) const;
    [[nodiscard]] Ready showsEither(const QString &one, const QString &other) const;
    [[nodiscard]] Ready paidIsShown();
    [[nodiscard]] Ready paidIsShown(PrintState state);
    [[nodiscard]] bool isAtPrinter() const; ///< the current sale's job of tickets
    [[nodiscard]] bool findGoods(const Goods &goods);

    void look();
    void takePicture();
    void act();
    void notePrinted(const QUuid &id);
    void finish(TourReport::Result outcome, const QString &reason);

    QWidget &m_window;
    Counter &m_counter;
    QList<PaymentSystem> m_systems;
    TourPlan m_plan;
    Payer m_payer;
    TourPrinters *m_printers;
    InputDriver m_hand;
    Buyer m_buyer;
    TourReport m_report;
    std::vector<TourStep> m_steps;
    size_t m_step = 0;
    QTimer m_pulse;
    QTimer m_picture;
    QTimer m_act;
    QElapsedTimer m_waiting;
    Event m_event;
    SetId m_set;
    OrderId m_order;       ///< of the current sale
    QSet<QUuid> m_printed; ///< the jobs that the report has
};

} // namespace okoshko
