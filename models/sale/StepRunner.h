// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/TicketingApi.h"
#include "models/sale/OpenChanges.h"
#include "models/sale/Refusal.h"
#include "models/sale/ReleaseSchedule.h"
#include "models/sale/Sale.h"
#include "models/sale/SaleContext.h"
#include "models/sale/SalePolling.h"
#include "models/sale/SaleRecord.h"

#include <QObject>

#include <optional>

namespace okoshko {

/// Runs the steps of one order, one at a time: records the intent, reads the order first where its state is uncertain,
/// sends, waits after 409 and 429, and concludes.
///
/// A further step of the cashier ends a retry pause, and otherwise waits for the end of the running step. Reported
/// orders are passed on as signals, whose receiver updates the sale before they return. Owned by SaleProcess, on its
/// thread.
class StepRunner final : public QObject
{
    Q_OBJECT
public:
    /// A step with what the cashier chose for it.
    struct Request
    {
        Step step = Step::Read;
        PaymentChoice choice{};
        PaymentSystem::Confirmation confirmation = PaymentSystem::Confirmation::ByRedirectUrl;
        PaymentStart start = PaymentStart::Separate;
        PageSeen seen = PageSeen::NotAsked;
        OrderChange wanted{};
        bool isByPerson = true; ///< false: automatic release of a given-up sale

        friend bool operator==(const Request &, const Request &) = default;
    };

    /// All references must outlive this.
    StepRunner(SaleContext &context, Sale &sale, SaleRecord &record, OpenChanges &open, SalePolling &polling,
               ReleaseSchedule &release);

    [[nodiscard]] Refusal ask(const Request &request);
    /// Cancels a given-up sale, unless a step is running or the state forbids it.
    void release();

    [[nodiscard]] bool isRunning() const { return m_running.has_value(); }
    /// A step is running and not answered yet.
    [[nodiscard]] bool isUnanswered() const { return m_running && m_running->stage != Stage::Concluding; }
    /// The step whose request is being sent.
    [[nodiscard]] std::optional<Step> onWire() const;
    /// \a intent is a change of tickets or promo codes whose answer shows its effect.
    [[nodiscard]] bool isAnswered(qint64 intent) const { return isUnder(intent) && m_running->isTold; }
    /// A payment is being started or confirmed for the sum on the screen.
    [[nodiscard]] bool isForSum() const;
    /// The number of the last answer to a change (SaleContext::nextQuestion).
    [[nodiscard]] quint64 lastAnswer() const { return m_lastAnswer; }
    /// The running step's intent, if it was written and has no result yet.
    [[nodiscard]] std::optional<Intent> writtenIntent() const;
    /// An answer has shown the order open.
    void noteAlive() { m_alive = m_context.scheduler.now(); }

Q_SIGNALS:
    void changed();
    void stepFailed(okoshko::Step step, const okoshko::ApiError &error);
    /// The order was read before sending, in answer to the question \a asked.
    void wasRead(const okoshko::Order &order, quint64 asked);
    /// The request \a by was answered with \a order.
    void answered(const okoshko::Order &order, quint64 asked, okoshko::Step by);
    void paymentStarted(); ///< and no further step follows
    void ended();          ///< no step is running

private:
    enum class Stage {
        Recording,   ///< its intent is being written
        ReadingBack, ///< the order is read before the step is sent
        Choosing,    ///< the payment system is being chosen
        OnWire,
        Waiting,   ///< for a retry (409, 429)
        Concluding ///< answered; the result is being written
    };
    struct Running
    {
        Request request{};
        Intent intent{};
        Stage stage = Stage::Recording;
        Stage again = Stage::OnWire; ///< the stage to continue with after Waiting
        bool isTold = false;         ///< see isAnswered()
    };

    [[nodiscard]] Refusal judge(const Request &request) const;
    void start(const Request &request);
    void onRecorded(const Journaled<void> &recorded);
    [[nodiscard]] bool isOvertaken();
    void readBeforeSending(Stage then);
    void send();
    void onChosen(quint64 asked, const Result<Order> &result);
    void onAnswered(quint64 asked, const Result<Order> &result);
    [[nodiscard]] bool goesOnSeparately(const ApiError &error);
    [[nodiscard]] bool waits(const ApiError &error, Stage again);
    void resend();
    [[nodiscard]] std::optional<Microseconds> holdDeadline() const;
    void onDone(quint64 asked, const Order &order);
    /// Of a confirmation that is not sent: the order is ours once it is written.
    void keepMoneyTaken();
    void onChanged(const Order &before, const Order &answer);
    /// The start was answered without a page: the cashier collects, once \a started is written.
    void noteNoPage(const Conclusion &started);
    void fail(const ApiError &answered);
    void endFailed(Step step, const ApiError &error, bool isNews);
    void withdraw();
    void end();
    void reportUnsent(Step step); ///< notes that a step of the cashier is not sent
    [[nodiscard]] bool isUnder(qint64 intent) const { return m_running && m_running->intent.id == intent; }
    void noteSystem();

    SaleContext &m_context;
    Sale &m_sale;
    SaleRecord &m_record;
    OpenChanges &m_open;
    SalePolling &m_polling;
    ReleaseSchedule &m_release;
    std::optional<Running> m_running;
    std::optional<Request> m_next;
    Call m_readingBefore;
    Retry m_resend;
    quint64 m_lastAnswer = 0;
    Microseconds m_alive{0}; ///< monotonic: last answer that showed the order open
};

} // namespace okoshko
