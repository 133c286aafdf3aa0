// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/Result.h"
#include "models/domain/Unsettled.h"
#include "models/journal/Journal.h"
#include "models/sale/Sale.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

namespace okoshko {

class ServerClock;

/// What the desk writes into the journal, in the desk's words. While the journal takes nothing, no intent is accepted,
/// so nothing is sent; what becomes known meanwhile is written when it takes entries again. Lives on the desk's thread.
class SaleBook final : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this.
    SaleBook(Journal &journal, const ServerClock &clock, QObject *parent = nullptr);

    /// Writes down what is about to be asked, and how \a sale (if there is one yet) stands; gives it with its id. An
    /// error (NotRecorded) means that nothing may be sent.
    [[nodiscard]] Result<Intent> intend(Intent intent, const Sale *sale = nullptr);
    void conclude(const Intent &intent, Outcome outcome, const Sale *sale = nullptr);
    /// Mirrors \a sale and adds what is new in its timeline to the record.
    void keep(const Sale &sale);
    /// Concludes the changes of \a order whose answers were lost, by the state in which the server says it is.
    void concludeBy(const Order &order);

    [[nodiscard]] bool knows(const OrderId &id) const;

    /// What an earlier life of the program left: its sales, those that ended only as far back as \a since, …
    [[nodiscard]] QList<Sale> sales(Instant since);
    /// … and its reservations whose answers nobody saw.
    [[nodiscard]] QList<Intent> lostReservations();
    /// The desk no longer holds this sale, which has ended; should it come again, its timeline begins anew.
    void forget(const OrderId &order);

    /// What nobody has settled yet, oldest first.
    [[nodiscard]] const QList<Unsettled> &unsettled() const { return m_unsettled; }
    /// Adds it, once; gives its id, or 0 where the journal did not take it.
    qint64 doubt(const Unsettled &entry);
    /// \a how: the words of whoever dealt with it.
    void settle(qint64 id, const QString &how);
    /// The server itself has told how \a order stands.
    void settleByServer(const OrderId &order, Unsettled::Kind kind);

    /// Why the journal takes nothing; nothing while all is well.
    [[nodiscard]] const std::optional<JournalError> &trouble() const { return m_trouble; }
    /// While there is trouble: asks whether the journal takes entries again. Else whether it is still in its place.
    void retry();

    /// Whether the partner who answers is the one whose journal this is; notes him the first time. Once another one
    /// has answered, nothing is written any more and no intent is taken (OtherAccount): his word is not about our sales.
    [[nodiscard]] bool isOf(const QString &partner);
    /// Whether the journal knows sales; where it cannot be asked, it may.
    [[nodiscard]] Owner::Sales sales() const;

Q_SIGNALS:
    /// trouble() is different. When it has gone, all that the sales have become is to be kept anew.
    void troubleChanged();
    void unsettledChanged();

private:
    /// One entry, unless another partner's server answers.
    [[nodiscard]] Journaled<void> enter(const std::function<Journaled<void>()> &work);
    struct Conclusion
    {
        qint64 intent = 0;
        Outcome outcome = Outcome::Unknown;
        OrderId order;
    };

    void concludeLate();
    [[nodiscard]] Journaled<void> write(const Sale &sale);
    void take(const Journaled<void> &written, const Sale *sale = nullptr);
    [[nodiscard]] Sale restored(const JournaledSale &kept);

    Journal &m_journal;
    const ServerClock &m_clock;
    QHash<OrderId, qsizetype> m_recorded; ///< how many entries of a sale's timeline are in the record
    QHash<OrderId, QList<Intent>> m_open; ///< changes whose answers were lost
    QList<Conclusion> m_late; ///< that the journal did not take when they became known
    QList<Intent> m_lostReservations;
    QList<Unsettled> m_unsettled;
    std::optional<JournalError> m_trouble;
    std::optional<JournalError> m_foreign; ///< another partner has answered
};

} // namespace okoshko
