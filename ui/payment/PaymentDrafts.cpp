// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/PaymentDrafts.h"

#include "models/domain/Text.h"
#include "models/sale/SaleService.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

std::optional<Money> PaymentDraft::receivedSum() const
{
    // Accepts both languages' formats: blanks or commas between thousands, comma or point before the kopecks.
    QString text = typedWithoutBlanks(received).remove(u'₽');
    static const QRegularExpression commaBeforeKopecks(u"\\A[0-9]*,[0-9]{1,2}\\z"_s);
    if (commaBeforeKopecks.match(text).hasMatch())
        text.replace(u',', u'.');
    return Money::parse(text.remove(u','));
}

std::optional<Money> PaymentDraft::change(Money due) const
{
    const auto sum = receivedSum();
    return sum && *sum >= due && *sum - due < largestNote ? std::optional(*sum - due) : std::nullopt;
}

QList<Money> sumsHandedOver(Money due)
{
    struct Note
    {
        qint64 roubles;
        qint64 most; ///< so many of them are handed over at once; nobody pays 1,800 in notes of 200
    };
    constexpr qint64 any = std::numeric_limits<qint64>::max();
    // The most usual ones first.
    constexpr std::array notes{Note{1000, any}, Note{5000, any}, Note{500, any}, Note{100, any},
                               Note{50, any},   Note{200, 2},    Note{2000, 2}};
    QList<Money> sums;
    for (const Note &note : notes) {
        const qint64 minor = note.roubles * 100;
        const qint64 count = (due.minor() + minor - 1) / minor;
        const Money sum = Money::fromMinor(count * minor);
        if (due > Money() && sum != due && count <= note.most && !sums.contains(sum) && sums.size() < maxHandedOver)
            sums << sum;
    }
    std::sort(sums.begin(), sums.end());
    return sums;
}

PaymentDrafts::PaymentDrafts(const SaleService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
{
    connect(&service, &SaleService::saleChanged, this, &PaymentDrafts::dropEnded);
    connect(&service, &SaleService::saleForgotten, this, &PaymentDrafts::dropEnded);
}

void PaymentDrafts::keep(const OrderId &id, const PaymentDraft &draft)
{
    m_drafts.insert(id, draft);
}

void PaymentDrafts::setShown(const OrderId &id)
{
    if (const OrderId before = std::exchange(m_shown, id); before != id)
        dropEnded(before);
}

void PaymentDrafts::dropEnded(const OrderId &id)
{
    const Sale *sale = m_service.sale(id);
    if (id != m_shown && (!sale || !sale->isOpen()))
        m_drafts.remove(id);
}

} // namespace okoshko
