// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/Basket.h"
#include "models/sale/SaleService.h"
#include "models/tables/Format.h"
#include "ui/widgets/Page.h"

#include <QPointer>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QGridLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)

namespace okoshko {

class ActionButton;
class ClaimRows;
class ConfirmQuestion;
class Counter;
class ElidedLabel;
class EventsPane;
class FigureLabel;
class KeyHint;
class Notice;
class TicketsPane;
class WaitLine;

/// Pick an event, pick tickets, reserve: one window, two panes, arrows and digits alone.
///
/// Controls: "backButton", "eventSearch", "eventList", "setRow_<id>", "stepper_<id>", "reserveTotal", "reserveButton";
/// once the server has refused, "promoCodeEdit"; in notices "takeTheseButton", "goOnButton", "chooseAnewButton",
/// "claimButton_<id>", "claimNoneButton". A reservation whose answer comes after the window was left is not lost: the
/// desk has it, and the order table shows it.
class NewOrderPage final : public Page
{
    Q_OBJECT
public:
    NewOrderPage(Counter &counter, const Format &format, QWidget *parent);

    void focusFirst() override;
    [[nodiscard]] bool isAtRest() const override;

    struct Picked ///< what was chosen, and nothing asked for yet
    {
        Basket basket;
        bool isChosen = false;
        bool isCodeOffered = false;
    };
    [[nodiscard]] Picked picked() const;
    void pickAgain(const Picked &picked); ///< where its event is found
    void begin();                         ///< for the next buyer
    void beginWith(const EventId &event, const QList<WantedTickets> &wanted);

Q_SIGNALS:
    void reserved(const okoshko::OrderId &id); ///< on to the payment

protected:
    void layOut(bool isLow) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeFoot();
    void connectCounter();
    void takeEvent();
    /// Where the event that stood in \a before is gone from the list, or tickets that were picked are gone or cost
    /// something else.
    void sayWhatChanged(const Basket &before);
    /// What has become of what is on sale; beside what was said before, which stays.
    void sayNews(const QString &title, const QString &words);
    void showAge();
    void setCount(const SetId &set, int count);
    void reserve();
    void onReserved(SaleService::Attempt attempt, const OrderId &id);
    void onMadeTold();
    void onNothingLeft(SaleService::Attempt attempt);
    void onDelayed(SaleService::Attempt attempt, const ApiError &error, Instant again);
    void onSearched(SaleService::Attempt attempt, const ApiError &why);
    void onUnclear(SaleService::Attempt attempt, const QList<Candidate> &candidates);
    void onClaimFailed(SaleService::Attempt attempt, const ApiError &error);
    void offerClaims();
    [[nodiscard]] bool isOffering() const;
    void withdrawClaims();
    void claim(const OrderId &id);
    void disclaim();
    [[nodiscard]] QString claimFailureWords() const;
    void askToLeave();
    void leave();
    void onFailed(SaleService::Attempt attempt, const ApiError &error);
    void judge(const Sale &sale);
    void sayPartial(const Sale &sale, int got);
    void sayEmpty();
    void sayPriceChanged(const Sale &sale);
    void sayRefusal(const Sale &sale);
    void offer(const OrderId &id, const QString &goOnText, const QString &goOnName);
    void goOn(OrderId id); ///< by value: what it ends may be where the id stands
    void chooseAnew(OrderId id);
    void onStepFailed(const OrderId &id, Step step, const ApiError &error);
    void sayAbout(const OrderId &id, const QString &title, const QString &words);
    void endAttempt();
    void refreshFoot();

    static constexpr int longestUntold = 5; ///< seconds

    Counter &m_counter;
    Format m_format;
    Basket m_basket;
    SaleService::Attempt m_attempt = 0;     ///< 0 = none is under way
    bool m_isChosen = false;                ///< counts that nothing was asked for yet
    OrderId m_made;                         ///< of the attempt; what was reserved is not told yet
    int m_untoldFor = 0;                    ///< seconds for which m_made waits for that
    ApiError m_lost;                        ///< why the answer to the attempt counts as lost
    QList<Candidate> m_candidates;          ///< that are offered
    std::optional<ApiError> m_claimFailure; ///< why the last claim came to nothing
    OrderId m_claiming;                     ///< what came of the claim of it is not told yet
    bool m_wasOffered = false;              ///< candidates were, in this attempt
    OrderId m_releasing;                    ///< what was given up here last
    OrderId m_offered;                      ///< reserved, but not as asked for: the cashier decides
    Basket m_told;                          ///< what the buyer was told

    EventsPane *m_events;
    TicketsPane *m_tickets;
    QGridLayout *m_halves;
    QWidget *m_foot;
    QLabel *m_count = nullptr;
    FigureLabel *m_total = nullptr;
    QLabel *m_fee = nullptr;
    QPointer<ClaimRows> m_claims; ///< while candidates are offered
    QString m_newsTitle;          ///< of the last news that were said alone
    QString m_beside;             ///< what the last news were said beside
    QString m_withNews;           ///< both
    ConfirmQuestion *m_question = nullptr;
    KeyHint *m_digits = nullptr;
    WaitLine *m_wait = nullptr;
    ActionButton *m_reserve = nullptr;
};

} // namespace okoshko
