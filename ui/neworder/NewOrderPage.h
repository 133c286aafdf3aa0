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

/// A new order: choose the event, choose the tickets, reserve. Two panes in one page, worked by arrows and digits.
///
/// Controls: "backButton", "eventSearch", "eventList", "setRow_<id>", "stepper_<id>", "reserveTotal", "reserveButton";
/// once the server has refused, "promoCodeEdit"; in notices "takeTheseButton", "goOnButton", "chooseAnewButton",
/// "claimButton_<id>", "claimNoneButton". If the page is left before a reservation is answered, the sale service keeps
/// the reservation, and the order table shows it.
class NewOrderPage final : public Page
{
    Q_OBJECT
public:
    NewOrderPage(Counter &counter, const Format &format, QWidget *parent);

    void focusFirst() override;
    [[nodiscard]] bool isAtRest() const override;

    struct Picked ///< the selection, before it is reserved
    {
        Basket basket;
        bool isChosen = false;
        bool isCodeOffered = false;
    };
    [[nodiscard]] Picked picked() const;
    void pickAgain(const Picked &picked); ///< if its event is found
    void begin();                         ///< starts for the next buyer
    void beginWith(const EventId &event, const QList<WantedTickets> &wanted);
    /// Reserves one ticket of \a set at once, and says why if that is not possible. Ends with expressReserved() if the
    /// reservation is as expected; otherwise it continues as a reservation by hand. A null \a set: none was sold yet.
    void beginExpress(const EventId &event, const SetId &set);

Q_SIGNALS:
    void reserved(const okoshko::OrderId &id); ///< continue with the payment
    /// Of beginExpress(): one ticket at the expected price.
    void expressReserved(const okoshko::OrderId &id);

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
    /// Shows that the event of \a before is gone from the list, or that chosen tickets are gone or have another price.
    void showChanges(const Basket &before);
    /// Shows a change of what is on sale; a message about something else stays above it.
    void showNews(const QString &title, const QString &words);
    void showAge();
    void setCount(const SetId &set, int count);
    enum class Way { ByHand, Express };
    void reserve(Way way);
    void onReserved(SaleService::Attempt attempt, const OrderId &id);
    void onReservedChanged();
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
    void checkReserved(const Sale &sale);
    void showNoExpress(const EventId &event, const SetId &set);
    void showPartial(const Sale &sale, int got);
    void showMissing(); ///< which categories are missing, once the tickets are read
    void showEmpty();
    void showPriceChanged(const Sale &sale);
    void showServerMessage(const Sale &sale);
    void offer(const OrderId &id, const QString &goOnText, const QString &goOnName);
    /// \a told: accepted by the cashier. By value: the caller's id may be destroyed by the call.
    void goOn(OrderId id, std::optional<Sale::Shortfall> told, Way way = Way::ByHand);
    void chooseAnew(OrderId id);
    void onStepFailed(const OrderId &id, Step step, const ApiError &error);
    void showOrderFailure(const OrderId &id, const QString &title, const QString &words);
    void endAttempt();
    void refreshFoot();

    static constexpr int longestIncomplete = 5; ///< seconds

    Counter &m_counter;
    Format m_format;
    Basket m_basket;
    SaleService::Attempt m_attempt = 0;     ///< 0 = none is running
    Way m_way = Way::ByHand;                ///< of m_attempt
    bool m_isChosen = false;                ///< there are counts that are not reserved yet
    OrderId m_reserved;                     ///< the attempt's order, whose tickets or sum are not known yet
    int m_incompleteFor = 0;                ///< seconds since m_reserved was set
    ApiError m_lost;                        ///< the error after which the answer counts as lost
    QList<Candidate> m_candidates;          ///< offered to the cashier
    std::optional<ApiError> m_claimFailure; ///< of the last claim
    OrderId m_claiming;                     ///< the claimed order, until the claim is answered
    bool m_wasOffered = false;              ///< candidates were offered in this attempt
    OrderId m_releasing;                    ///< the order that was released last
    OrderId m_offered;                      ///< reserved, but not as requested: the cashier decides
    OrderId m_partial;                      ///< m_offered, while it is not known which tickets are missing
    Basket m_quoted;                        ///< what the buyer was told

    EventsPane *m_events;
    TicketsPane *m_tickets;
    QGridLayout *m_halves;
    QWidget *m_foot;
    QLabel *m_count = nullptr;
    FigureLabel *m_total = nullptr;
    QLabel *m_fee = nullptr;
    QPointer<ClaimRows> m_claims; ///< while candidates are offered
    QString m_newsTitle;          ///< title of the last change shown without other text
    QString m_bodyBeforeNews;     ///< text above the last change
    QString m_bodyWithNews;       ///< m_bodyBeforeNews with the last change
    ConfirmQuestion *m_question = nullptr;
    KeyHint *m_digits = nullptr;
    WaitLine *m_wait = nullptr;
    ActionButton *m_reserve = nullptr;
};

} // namespace okoshko
